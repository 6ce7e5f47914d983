// SPDX-License-Identifier: Apache-2.0
#include "catalogue/formula_parser.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace edustat {
namespace {

constexpr int months_of_a_year = 12;
constexpr std::int32_t furthest_shift = 9999;

bool is_plain(const Reference& reference) {
  return reference.categories.empty() && reference.relative == Reference::Relative::same &&
         reference.shift_periods == 0 && reference.shift_months == 0;
}

bool is_any_code(const Reference::Category& category) {
  return category.code == "*";
}

}  // namespace

void FormulaParser::named_operand() {
  const std::size_t column = cursor_.column();
  const bool is_quoted = cursor_.current() == U'\'';
  const std::string_view first = item_name();
  cursor_.skip_space();
  const char32_t sign = cursor_.current();
  if (sign != U'(' && sign != U'[' && sign != U'@') {
    return push(Operation::reference, reference_number(first), column);
  }
  if (sign == U'(' && !is_quoted && first == "sum") return sum(column);
  if (sign == U'(' && !is_quoted && first == "root_rate") fail(ErrorCode::root_stands_alone);
  Reference reference = plain_reference(is_quoted && sign == U'(' ? std::string_view{} : first);
  suffixes(reference);
  push(Operation::reference, reference_number(std::move(reference)), column);
}

void FormulaParser::sum(std::size_t column) {
  cursor_.advance();
  inside_sum_ = true;
  Reference summed = reference();
  inside_sum_ = false;
  cursor_.skip_space();
  if (std::none_of(summed.categories.begin(), summed.categories.end(), is_any_code)) {
    fail(ErrorCode::malformed_formula, "[…=*]");
  }
  expect(U')');
  cursor_.skip_space();
  push(Operation::sum, reference_number(std::move(summed)), column);
}

/// A name with what belongs to it, where nothing else may stand.
Reference FormulaParser::reference() {
  cursor_.skip_space();
  if (!detail::begins_name(cursor_.current()) && cursor_.current() != U'\'') {
    fail(ErrorCode::name_expected);
  }
  const bool is_quoted = cursor_.current() == U'\'';
  const std::string_view first = item_name();
  cursor_.skip_space();
  const bool is_call = cursor_.current() == U'(';
  Reference result = plain_reference(is_quoted && is_call ? std::string_view{} : first);
  suffixes(result);
  return result;
}

/// The reference whose name or function was just read.
Reference FormulaParser::plain_reference(std::string_view first) {
  if (cursor_.current() != U'(') {
    Reference plain;
    plain.item = first;
    return plain;
  }
  const bool is_previous = first == "prev";
  const bool is_parent = first == "parent";
  if (!is_previous && !is_parent && first != "total") fail(ErrorCode::operator_expected);
  enter();
  cursor_.advance();
  Reference inner = reference();
  if (is_previous) {
    --inner.shift_periods;
  } else {
    if (inner.relative != Reference::Relative::same) fail(ErrorCode::malformed_formula, "prev");
    inner.relative = is_parent ? Reference::Relative::parent : Reference::Relative::total;
  }
  cursor_.skip_space();
  expect(U')');
  leave();
  return inner;
}

void FormulaParser::suffixes(Reference& reference) {
  cursor_.skip_space();
  if (cursor_.current() == U'[') {
    if (!reference.categories.empty()) fail(ErrorCode::operator_expected);
    categories(reference);
  }
  cursor_.skip_space();
  while (cursor_.current() == U'@') {
    shift(reference);
    cursor_.skip_space();
  }
}

void FormulaParser::categories(Reference& reference) {
  do {
    cursor_.advance();
    cursor_.skip_space();
    const std::size_t begin = cursor_.offset();
    Reference::Category category;
    category.dimension = name();
    cursor_.skip_space();
    expect(U'=');
    cursor_.skip_space();
    category.code = code();
    const auto place = std::lower_bound(
        reference.categories.begin(), reference.categories.end(), category,
        [](const auto& left, const auto& right) { return left.dimension < right.dimension; });
    if (place != reference.categories.end() && place->dimension == category.dimension) {
      throw ParseError(Fault{ErrorCode::repeated_dimension, {category.dimension}, place_at(begin)});
    }
    reference.categories.insert(place, std::move(category));
    cursor_.skip_space();
  } while (cursor_.current() == U',');
  expect(U']');
}

void FormulaParser::shift(Reference& reference) {
  const std::size_t begin = cursor_.offset();
  cursor_.advance();
  cursor_.skip_space();
  const bool is_back = cursor_.current() == U'-';
  if (!is_back && cursor_.current() != U'+') fail(ErrorCode::malformed_formula, "+ -");
  cursor_.advance();
  if (!detail::is_digit(cursor_.current())) fail(ErrorCode::malformed_formula, "0-9");
  const std::int32_t count = small_number(furthest_shift + 1);
  const std::int32_t signed_count = is_back ? -count : count;
  int& shift = cursor_.current() == U'p' ? reference.shift_periods : reference.shift_months;
  if (cursor_.current() != U'y' && cursor_.current() != U'm' && cursor_.current() != U'p') {
    fail(ErrorCode::malformed_formula, "y m p");
  }
  shift += cursor_.current() == U'y' ? signed_count * months_of_a_year : signed_count;
  cursor_.advance();
  if (detail::continues_name(cursor_.current())) fail(ErrorCode::operator_expected);
  if (count > furthest_shift || std::abs(shift) > furthest_shift * months_of_a_year) {
    throw LimitError(Fault{ErrorCode::number_too_large,
                           {std::string(cursor_.since(begin)), std::to_string(furthest_shift)},
                           place_at(begin)});
  }
}

/// A name as it is kept; the view lives until the next name or number is read.
std::string_view FormulaParser::name() {
  if (cursor_.current() == U'\'') return quoted_name();
  if (!detail::begins_name(cursor_.current())) fail(ErrorCode::name_expected);
  return word();
}

std::string_view FormulaParser::word() {
  const std::size_t begin = cursor_.offset();
  cursor_.skip_plain_name();
  bool is_folded = false;
  while (detail::continues_name(cursor_.current())) {
    is_folded = is_folded || cursor_.is_folded();
    cursor_.advance();
  }
  if (!is_folded) return cursor_.since(begin);
  scratch_ = detail::fold_signs(cursor_.since(begin));
  return scratch_;
}

/// A name in single quotes; two of them in a row stand for one in the name.
std::string_view FormulaParser::quoted_name() {
  scratch_.clear();
  bool is_first = true;
  do {
    cursor_.advance();
    const std::size_t begin = cursor_.offset();
    if (!is_first) scratch_.push_back('\'');
    is_first = false;
    while (cursor_.current() != U'\'' && cursor_.current() != detail::end_of_text) {
      cursor_.advance();
    }
    scratch_ += cursor_.since(begin);
    expect(U'\'');
  } while (cursor_.current() == U'\'');
  if (scratch_.empty()) fail(ErrorCode::name_expected);
  return scratch_;
}

std::string_view FormulaParser::item_name() {
  const std::string_view first = name();
  if (cursor_.current() != U'.') return first;
  std::string both(first);
  both += '.';
  cursor_.advance();
  both += name();
  scratch_ = std::move(both);
  return scratch_;
}

std::string FormulaParser::code() {
  if (cursor_.current() == U'*') {
    if (!inside_sum_) fail(ErrorCode::name_expected);
    cursor_.advance();
    return "*";
  }
  if (detail::is_digit(cursor_.current())) return std::string(word());
  std::string result(name());
  if (result == "*") fail(ErrorCode::name_expected);
  return result;
}

std::int32_t FormulaParser::reference_number(std::string_view item) {
  auto& references = formula_.references_;
  const auto is_same = [&](const Reference& other) {
    return other.item == item && is_plain(other);
  };
  const auto hash = [&] { return std::hash<std::string_view>{}(item); };
  const std::int32_t number = known_references_.find(references, is_same, hash);
  if (number >= 0) return number;
  references.emplace_back().item = item;
  return known_references_.add_last(references);
}

std::int32_t FormulaParser::reference_number(Reference reference) {
  auto& references = formula_.references_;
  const auto is_same = [&](const Reference& other) { return other == reference; };
  const auto hash = [&] { return HashOfItem{}(reference); };
  const std::int32_t number = known_references_.find(references, is_same, hash);
  if (number >= 0) return number;
  references.push_back(std::move(reference));
  return known_references_.add_last(references);
}

}  // namespace edustat
