// SPDX-License-Identifier: Apache-2.0
#include "catalogue/faults.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace edustat::detail {
namespace {

enum class Family { parse, unit, zero, code, limit, structure };

Family family_of(ErrorCode code) noexcept {
  using enum ErrorCode;
  switch (code) {
    case empty_text:
    case invalid_utf8:
    case forbidden_character:
    case malformed_number:
    case malformed_formula:
    case operand_expected:
    case operator_expected:
    case exponent_expected:
    case name_expected:
    case repeated_dimension:
    case not_a_relation:
    case not_a_formula:
    case malformed_toml:
    case bare_float:
      return Family::parse;
    case unknown_unit:
    case mixed_units:
    case malformed_unit:
    case duplicate_unit:
    case unit_mismatch:
      return Family::unit;
    case division_by_zero:
      return Family::zero;
    case unknown_catalogue:
    case unknown_item:
    case unknown_item_near:
    case unknown_category:
    case ambiguous_item:
      return Family::code;
    case too_many_digits:
    case text_too_long:
    case exponent_too_large:
    case power_out_of_range:
    case number_too_large:
    case formula_too_long:
    case formula_too_deep:
    case too_many_kinds:
      return Family::limit;
    default:
      return Family::structure;
  }
}

}  // namespace

void raise(std::vector<Fault> faults) {
  switch (family_of(faults.front().code)) {
    case Family::parse:
      throw ParseError(std::move(faults));
    case Family::unit:
      throw UnitError(std::move(faults));
    case Family::zero:
      throw ZeroError(std::move(faults));
    case Family::code:
      throw CodeError(std::move(faults));
    case Family::limit:
      throw LimitError(std::move(faults));
    case Family::structure:
      break;
  }
  throw StructureError(std::move(faults));
}

void Faults::add(const Error& error, const Place& place) {
  for (Fault fault : error.faults()) {
    const bool is_placed = fault.place.source == place.source && fault.place.line != 0;
    if (!is_placed) fault.place = place;
    faults_.push_back(std::move(fault));
  }
}

void Faults::raise_any() const {
  if (faults_.empty()) return;
  std::vector<Fault> sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Fault& left, const Fault& right) {
    return std::tie(left.place.line, left.place.column) <
           std::tie(right.place.line, right.place.column);
  });
  raise(std::move(sorted));
}

}  // namespace edustat::detail
