// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/number/interval.hpp"

#include "error/utf8.hpp"
#include "number/scan.hpp"

#include <algorithm>
#include <ostream>

namespace edustat {
namespace {

using Bound = Interval::Bound;

[[noreturn]] void refuse(std::string_view text, std::size_t offset) {
  throw ParseError(Fault{ErrorCode::malformed_interval,
                         {text::excerpt(text)},
                         {.column = text::column_of(text, offset)}});
}

/// Whether the bracket at `offset` closes its end.
End read_bracket(std::string_view text, std::size_t offset, std::string_view brackets) {
  const std::size_t kind = offset < text.size() ? brackets.find(text[offset]) : brackets.npos;
  if (kind == brackets.npos) refuse(text, offset);
  return kind == 0 ? End::closed : End::open;
}

/// The bound between two offsets; an absent one must stand beside a round bracket.
Bound read_bound(std::string_view text, std::size_t begin, std::size_t end, End kind,
                 std::string_view absent) {
  const std::string_view number = text.substr(begin, end - begin);
  if (number == absent && kind == End::open) return {};
  const auto scanned = detail::scan_number(number, detail::Grammar::rational, begin + 1);
  return {detail::value_of(scanned), kind};
}

}  // namespace

std::string Interval::to_string() const {
  std::string result = low_.end == End::closed ? "[" : "(";
  result += low_.value ? low_.value->to_string() : "-inf";
  result += ", ";
  result += high_.value ? high_.value->to_string() : "inf";
  result += high_.end == End::closed ? ']' : ')';
  return result;
}

Interval Interval::parse(std::string_view text) {
  const End low = read_bracket(text, 0, "[(");
  const std::size_t comma = text.find(',');
  if (comma == text.npos) refuse(text, text.size());
  const std::size_t begin = std::min(text.find_first_not_of(' ', comma + 1), text.size() - 1);
  const End high = read_bracket(text, text.size() - 1, "])");
  return {read_bound(text, 1, comma, low, "-inf"),
          read_bound(text, begin, text.size() - 1, high, "inf")};
}

std::ostream& operator<<(std::ostream& stream, const Interval& value) {
  return stream << value.to_string();
}

}  // namespace edustat
