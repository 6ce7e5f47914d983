// SPDX-License-Identifier: Apache-2.0
#include "audit/column_kernel.hpp"

#include "edustat/catalogue/inference.hpp"

#include "number/int128.hpp"
#include "quantity/spread.hpp"

#include <algorithm>
#include <cstddef>

namespace edustat {
namespace {

using detail::int128;

/// left * right, false when it leaves 64 bits.
bool multiply(std::int64_t left, std::int64_t right, std::int64_t& result) {
  return !__builtin_mul_overflow(left, right, &result);
}

bool is_leaf(const Node& node) {
  return node.operation == Node::Operation::constant ||
         node.operation == Node::Operation::reference;
}

/// True when each reference occurs once and only + - * / are used.
bool is_plain(const Relation& relation) {
  std::size_t leaves = 0;
  for (const auto side : {relation.left(), relation.right()}) {
    for (const Node& node : side) {
      if (node.operation == Node::Operation::power || node.operation == Node::Operation::sum) {
        return false;
      }
      if (node.operation == Node::Operation::reference) ++leaves;
    }
  }
  return leaves == relation.references().size();
}

}  // namespace

ColumnKernel::ColumnKernel(const Relation& relation, Precision precision)
    : relation_(relation), precision_(precision), is_simple_(is_plain(relation)) {
  for (const Rational& constant : relation.constants()) {
    const auto small = constant.small();
    is_simple_ = is_simple_ && small.has_value();
    if (!small) break;
    const Ratio ratio{small->numerator, small->denominator, true};
    constants_.push_back({ratio, ratio});
  }
}

std::optional<Verdict> ColumnKernel::judge(std::span<const std::string_view> texts) {
  if (!is_simple_) return std::nullopt;
  prints_.clear();
  ranges_.clear();
  for (const std::string_view text : texts) {
    std::optional<detail::PlainPrint> print = detail::read_plain_print(text, units_);
    if (!print || print->is_bare || print->digits == 0) return std::nullopt;
    const std::optional<Range> range = range_of(*print);
    if (!range) return std::nullopt;
    prints_.push_back(*std::move(print));
    ranges_.push_back(*range);
  }
  if (!has_known_units()) return std::nullopt;
  const std::optional<Range> left = fold_side(relation_.left());
  const std::optional<Range> right = left ? fold_side(relation_.right()) : std::nullopt;
  if (!right) return std::nullopt;

  // low <= high, or low < high where an end is open or the comparison strict.
  const Comparison comparison = relation_.comparison();
  const bool is_strict = comparison == Comparison::less || comparison == Comparison::greater;
  const auto reaches = [is_strict](const Ratio& low, const Ratio& high) {
    const int128 one = int128{low.numerator} * high.denominator;
    const int128 other = int128{high.numerator} * low.denominator;
    return one < other || (one == other && low.is_closed && high.is_closed && !is_strict);
  };
  bool possible = false;
  switch (comparison) {
    case Comparison::equal:
      possible = reaches(left->low, right->high) && reaches(right->low, left->high);
      break;
    case Comparison::at_most:
    case Comparison::less:
      possible = reaches(left->low, right->high);
      break;
    case Comparison::at_least:
    case Comparison::greater:
      possible = reaches(right->low, left->high);
      break;
  }
  return possible ? Verdict::consistent : Verdict::impossible;
}

/// What a print above zero may stand for, as Figure::interval has it.
std::optional<ColumnKernel::Range> ColumnKernel::range_of(const detail::PlainPrint& print) const {
  const auto last = print.digits % 2 == 0 ? detail::LastDigit::even : detail::LastDigit::odd;
  const detail::Spread spread =
      detail::spread_of(print.is_count() ? Precision::exact : precision_, 1, last);
  std::int64_t low = 2 * print.digits - spread.below;
  std::int64_t high = 2 * print.digits + spread.above;
  std::int64_t denominator = 2;
  const auto tens = static_cast<std::size_t>(std::abs(print.shift));
  if (tens >= detail::small_powers_of_ten.size()) return std::nullopt;
  const std::int64_t power = detail::small_powers_of_ten[tens];
  for (std::int64_t* end : {&low, &high}) {
    if (!multiply(*end, print.numerator, *end)) return std::nullopt;
    if (print.shift > 0 && !multiply(*end, power, *end)) return std::nullopt;
  }
  if (!multiply(denominator, print.denominator, denominator)) return std::nullopt;
  if (print.shift < 0 && !multiply(denominator, power, denominator)) return std::nullopt;
  return Range{{low, denominator, spread.low == End::closed},
               {high, denominator, spread.high == End::closed}};
}

/// Units are compared once as long as the rows keep them.
bool ColumnKernel::has_known_units() {
  const bool are_same = compared_units_.size() == prints_.size() &&
                        std::equal(prints_.begin(), prints_.end(), compared_units_.begin(),
                                   [](const detail::PlainPrint& print, const Unit& unit) {
                                     return print.unit == unit;
                                   });
  if (are_same) return true;
  std::vector<const Dimension*> dimensions;
  for (const detail::PlainPrint& print : prints_) dimensions.push_back(&print.unit.dimension());
  try {
    (void)infer_print(relation_, dimensions);
  } catch (const Error&) {
    return false;
  }
  compared_units_.clear();
  for (const detail::PlainPrint& print : prints_) compared_units_.push_back(print.unit);
  return true;
}

std::optional<ColumnKernel::Range> ColumnKernel::fold_side(std::span<const Node> nodes) {
  const auto sum = [](const Ratio& left, const Ratio& right,
                      std::int64_t sign) -> std::optional<Ratio> {
    Ratio result{0, left.denominator, left.is_closed && right.is_closed};
    std::int64_t one = left.numerator;
    std::int64_t other = right.numerator;
    if (left.denominator != right.denominator &&
        (!multiply(one, right.denominator, one) || !multiply(other, left.denominator, other) ||
         !multiply(left.denominator, right.denominator, result.denominator))) {
      return std::nullopt;
    }
    if (!multiply(other, sign, other) || __builtin_add_overflow(one, other, &result.numerator)) {
      return std::nullopt;
    }
    return result;
  };
  // Of ends that are not below zero; 0 times an open end is attained.
  const auto product = [](const Ratio& left, const Ratio& right) -> std::optional<Ratio> {
    Ratio result{0, 1, left.is_closed && right.is_closed};
    const bool is_nothing =
        (left.numerator == 0 && left.is_closed) || (right.numerator == 0 && right.is_closed);
    result.is_closed = result.is_closed || is_nothing;
    if (!multiply(left.numerator, right.numerator, result.numerator) ||
        !multiply(left.denominator, right.denominator, result.denominator)) {
      return std::nullopt;
    }
    return result;
  };
  stack_.clear();
  for (const Node& node : nodes) {
    const auto index = static_cast<std::size_t>(node.index);
    if (is_leaf(node)) {
      stack_.push_back(node.operation == Node::Operation::constant ? constants_[index]
                                                                   : ranges_[index]);
      continue;
    }
    if (node.operation == Node::Operation::negate) return std::nullopt;
    Range right = stack_.back();
    stack_.pop_back();
    const Range left = stack_.back();
    std::optional<Ratio> low;
    std::optional<Ratio> high;
    switch (node.operation) {
      case Node::Operation::add:
        low = sum(left.low, right.low, 1);
        high = sum(left.high, right.high, 1);
        break;
      case Node::Operation::subtract:
        low = sum(left.low, right.high, -1);
        high = sum(left.high, right.low, -1);
        break;
      case Node::Operation::divide:
        if (right.low.numerator <= 0) return std::nullopt;
        std::swap(right.low, right.high);
        std::swap(right.low.numerator, right.low.denominator);
        std::swap(right.high.numerator, right.high.denominator);
        [[fallthrough]];
      default:
        if (left.low.numerator < 0 || right.low.numerator < 0) return std::nullopt;
        low = product(left.low, right.low);
        high = product(left.high, right.high);
        break;
    }
    if (!low || !high) return std::nullopt;
    stack_.back() = {*low, *high};
  }
  return stack_.back();
}

}  // namespace edustat
