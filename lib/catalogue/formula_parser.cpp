// SPDX-License-Identifier: Apache-2.0
#include "catalogue/formula_parser.hpp"

#include "catalogue/behind.hpp"
#include "error/utf8.hpp"

#include <array>
#include <string>
#include <utility>

namespace edustat {
namespace {

constexpr std::size_t longest_text = 65'536;
constexpr int deepest = 200;
constexpr std::int32_t highest_power = 64;
constexpr std::size_t most_digits = 4096;
constexpr std::size_t short_number = 18;  // digits that always fit into 64 bits
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<std::int64_t, short_number + 1> powers_of_ten = [] {
  std::array<std::int64_t, short_number + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

std::string_view without_mark(std::string_view text) {
  return text.substr(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
}

/// The text near a byte offset, with ▲ at the offset itself.
std::string around(std::string_view text, std::size_t offset) {
  constexpr std::size_t reach = 16;
  const auto is_tail = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t begin = offset > reach ? offset - reach : 0;
  while (is_tail(begin)) ++begin;
  std::size_t end = offset + reach < text.size() ? offset + reach : text.size();
  while (is_tail(end)) ++end;
  std::string result = begin == 0 ? "" : "…";
  result += text.substr(begin, offset - begin);
  result += "▲";
  result += text.substr(offset, end - offset);
  if (end < text.size()) result += "…";
  return result;
}

}  // namespace

FormulaParser::FormulaParser(std::string_view text, const Place* origin)
    : origin_(origin), cursor_(std::string_view{}) {
  formula_.text_ = text;
  if (text.size() > longest_text) {
    throw LimitError(Fault{ErrorCode::formula_too_long,
                           {std::to_string(text.size()), std::to_string(longest_text)},
                           origin == nullptr ? Place{} : *origin});
  }
  require_readable();
  cursor_ = detail::FormulaCursor(without_mark(text));
  formula_.nodes_.reserve(8);
  formula_.references_.reserve(4);
}

void FormulaParser::require_readable() const {
  if (origin_ == nullptr) return text::require_plain(formula_.text_, {});
  try {
    text::require_plain(formula_.text_, {});
  } catch (const ParseError& error) {
    Fault fault = error.faults().front();
    fault.place = detail::behind(*origin_, fault.place);
    throw ParseError(std::move(fault));
  }
}

Formula FormulaParser::read_formula() {
  if (take_root()) {
    root();
  } else {
    expression();
  }
  if (is_comparison()) {
    throw ParseError(Fault{
        ErrorCode::not_a_formula, {text::excerpt(cursor_.text())}, place_at(cursor_.offset())});
  }
  if (cursor_.current() != detail::end_of_text) fail(ErrorCode::operator_expected);
  return std::move(formula_);
}

void FormulaParser::read_relation(Relation& relation) {
  expression();
  relation.left_size_ = formula_.nodes_.size();
  const bool is_at_end = cursor_.current() == detail::end_of_text;
  if (!is_at_end && !is_comparison()) fail(ErrorCode::operator_expected);
  const bool has_comparison = take_comparison(relation.comparison_);
  if (has_comparison) expression();
  if (!has_comparison || is_comparison()) {
    throw ParseError(Fault{
        ErrorCode::not_a_relation, {text::excerpt(cursor_.text())}, place_at(cursor_.offset())});
  }
  if (cursor_.current() != detail::end_of_text) fail(ErrorCode::operator_expected);
  relation.both_ = std::move(formula_);
}

/// Moves behind `root_rate` where it begins the text as a function.
bool FormulaParser::take_root() {
  constexpr std::string_view name = "root_rate";
  detail::FormulaCursor ahead = cursor_;
  ahead.skip_space();
  const std::size_t begin = ahead.offset();
  while (detail::continues_name(ahead.current())) ahead.advance();
  if (ahead.since(begin) != name) return false;
  ahead.skip_space();
  if (ahead.current() != U'(') return false;
  cursor_ = ahead;
  return true;
}

void FormulaParser::root() {
  enter();
  cursor_.advance();
  expression();
  const std::size_t column = cursor_.column();
  expect(U',');
  expression();
  push(Operation::divide, 0, column);
  expect(U',');
  cursor_.skip_space();
  const std::size_t begin = cursor_.offset();
  if (!detail::is_digit(cursor_.current())) fail(ErrorCode::exponent_expected);
  formula_.root_ = small_number(highest_power + 1);
  if (formula_.root_ < 1 || formula_.root_ > highest_power) {
    throw LimitError(Fault{ErrorCode::power_out_of_range,
                           {text::excerpt(cursor_.since(begin)), std::to_string(highest_power)},
                           place_at(begin)});
  }
  cursor_.skip_space();
  expect(U')');
  leave();
  cursor_.skip_space();
  const bool goes_on = cursor_.current() != detail::end_of_text && !is_comparison();
  if (goes_on) fail(ErrorCode::root_stands_alone);
}

bool FormulaParser::is_comparison() const noexcept {
  const char32_t sign = cursor_.current();
  return sign == U'=' || sign == U'<' || sign == U'>' || sign == detail::sign_at_most ||
         sign == detail::sign_at_least;
}

bool FormulaParser::take_comparison(Comparison& comparison) {
  if (!is_comparison()) return false;
  const char32_t sign = cursor_.current();
  cursor_.advance();
  if (sign == detail::sign_at_most) {
    comparison = Comparison::at_most;
  } else if (sign == detail::sign_at_least) {
    comparison = Comparison::at_least;
  } else {
    const bool has_equal = cursor_.take(U'=');
    comparison = sign == U'='   ? Comparison::equal
                 : sign == U'<' ? (has_equal ? Comparison::at_most : Comparison::less)
                                : (has_equal ? Comparison::at_least : Comparison::greater);
  }
  return true;
}

void FormulaParser::expression() {
  term();
  while (cursor_.current() == U'+' || cursor_.current() == U'-') {
    const auto operation = cursor_.current() == U'+' ? Operation::add : Operation::subtract;
    const std::size_t column = cursor_.column();
    cursor_.advance();
    term();
    push(operation, 0, column);
  }
}

void FormulaParser::term() {
  factor();
  while (cursor_.current() == U'*' || cursor_.current() == U'/') {
    const auto operation = cursor_.current() == U'*' ? Operation::multiply : Operation::divide;
    const std::size_t column = cursor_.column();
    cursor_.advance();
    factor();
    push(operation, 0, column);
  }
}

void FormulaParser::factor() {
  cursor_.skip_space();
  if (cursor_.current() != U'-' && cursor_.current() != U'+') return power();
  const bool is_negated = cursor_.current() == U'-';
  const std::size_t column = cursor_.column();
  enter();
  cursor_.advance();
  factor();
  leave();
  if (is_negated) push(Operation::negate, 0, column);
}

void FormulaParser::power() {
  operand();
  cursor_.skip_space();
  if (cursor_.current() != U'^') return;
  const std::size_t column = cursor_.column();
  cursor_.advance();
  const std::int32_t index = exponent();
  push(Operation::power, index, column);
  cursor_.skip_space();
  if (cursor_.current() == U'^') fail(ErrorCode::operator_expected);
}

void FormulaParser::operand() {
  if (detail::begins_name(cursor_.current()) || cursor_.current() == U'\'') return named_operand();
  if (detail::is_digit(cursor_.current())) return number();
  if (cursor_.current() != U'(') fail(ErrorCode::operand_expected);
  enter();
  cursor_.advance();
  expression();
  if (cursor_.current() == detail::end_of_text) expect(U')');
  if (!cursor_.take(U')')) fail(ErrorCode::operator_expected);
  leave();
}

void FormulaParser::number() {
  const std::size_t column = cursor_.column();
  const std::size_t begin = cursor_.offset();
  scratch_.clear();
  std::size_t places = 0;
  bool has_point = false;
  while (detail::is_digit(cursor_.current()) || (cursor_.current() == U'.' && !has_point)) {
    has_point = has_point || cursor_.current() == U'.';
    if (cursor_.current() != U'.') {
      scratch_.push_back(static_cast<char>(cursor_.current()));
      places += has_point ? 1 : 0;
    }
    cursor_.advance();
  }
  if (has_point && places == 0) fail(ErrorCode::malformed_formula, "0-9");
  if (scratch_.size() > most_digits) {
    throw LimitError(
        Fault{ErrorCode::too_many_digits, {std::to_string(most_digits)}, place_at(begin)});
  }
  cursor_.skip_space();
  if (cursor_.take(U'%'))
    places += 2;
  else if (cursor_.take(detail::sign_per_mille))
    places += 3;
  if (detail::continues_name(cursor_.current())) fail(ErrorCode::operator_expected);
  Rational value;
  if (scratch_.size() <= short_number) {
    std::int64_t digits = 0;
    for (const char digit : scratch_) digits = digits * 10 + (digit - '0');
    value = digits;
  } else {
    value = Rational::parse(scratch_);
  }
  if (places != 0 && places <= short_number) value /= Rational(powers_of_ten[places]);
  if (places > short_number) value /= Rational::power_of_ten(static_cast<int>(places));
  push(Operation::constant, constant_number(std::move(value)), column);
}

std::int32_t FormulaParser::exponent() {
  cursor_.skip_space();
  const std::size_t begin = cursor_.offset();
  const bool is_bracketed = cursor_.take(U'(');
  cursor_.skip_space();
  const bool is_negative = cursor_.take(U'-');
  if (!is_negative) static_cast<void>(cursor_.take(U'+'));
  if (!detail::is_digit(cursor_.current())) fail(ErrorCode::exponent_expected);
  const std::int32_t size = small_number(highest_power + 1);
  if (size > highest_power) {
    throw LimitError(Fault{ErrorCode::power_out_of_range,
                           {text::excerpt(cursor_.since(begin)), std::to_string(highest_power)},
                           place_at(begin)});
  }
  if (cursor_.current() == U'.' || cursor_.current() == U'%') fail(ErrorCode::exponent_expected);
  cursor_.skip_space();
  if (is_bracketed) expect(U')');
  return is_negative ? -size : size;
}

/// Reads digits; a number beyond `limit` comes out as `limit`.
std::int32_t FormulaParser::small_number(std::int32_t limit) {
  std::int32_t number = 0;
  for (; detail::is_digit(cursor_.current()); cursor_.advance()) {
    number = number * 10 + static_cast<std::int32_t>(cursor_.current() - U'0');
    if (number > limit) number = limit;
  }
  return number;
}

std::int32_t FormulaParser::constant_number(Rational value) {
  auto& constants = formula_.constants_;
  const auto is_same = [&](const Rational& other) { return other == value; };
  const auto hash = [&] { return value.hash(); };
  const std::int32_t known = known_constants_.find(constants, is_same, hash);
  if (known >= 0) return known;
  constants.push_back(std::move(value));
  return known_constants_.add_last(constants);
}

void FormulaParser::enter() {
  if (++depth_ <= deepest) return;
  throw LimitError(
      Fault{ErrorCode::formula_too_deep, {std::to_string(deepest)}, place_at(cursor_.offset())});
}

void FormulaParser::expect(char32_t sign) {
  if (cursor_.take(sign)) return;
  fail(ErrorCode::malformed_formula, std::string(1, static_cast<char>(sign)));
}

void FormulaParser::fail(ErrorCode code, std::string expected) const {
  if (cursor_.text().find_first_not_of(" \t\r\n") == std::string_view::npos) {
    throw ParseError(Fault{ErrorCode::empty_text, {}, place_at(0)});
  }
  std::vector<std::string> arguments{around(cursor_.text(), cursor_.offset())};
  if (!expected.empty()) arguments.push_back(std::move(expected));
  throw ParseError(Fault{code, std::move(arguments), place_at(cursor_.offset())});
}

Place FormulaParser::place_at(std::size_t offset) const {
  Place inner = text::place_in(cursor_.text(), offset, {});
  return origin_ == nullptr ? inner : detail::behind(*origin_, inner);
}

}  // namespace edustat
