// SPDX-License-Identifier: Apache-2.0
#include "audit/slip_prints.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace edustat::detail {
namespace {

/// 0176 and 00.5 are not printed; 0.5 is.
bool is_usual(const std::string& digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  if (whole == 0 || digits.back() == '.') return false;
  return whole == 1 || digits.front() != '0';
}

using Texts = std::set<std::string>;

void keep(std::string digits, const PrintParts& print, Texts& texts) {
  if (is_usual(digits) && digits != print.digits) texts.insert(print.with_digits(digits));
}

Texts with_digit_changed(Slip::Kind kind, const PrintParts& print) {
  Texts texts;
  const std::string& digits = print.digits;
  for (std::size_t i = 0; i <= digits.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string other = digits;
      if (kind == Slip::Kind::dropped) {
        other.insert(i, 1, digit);
      } else if (i == digits.size() || !text::is_digit(digits[i])) {
        break;
      } else {
        other[i] = digit;
      }
      keep(std::move(other), print, texts);
    }
  }
  return texts;
}

Texts with_neighbours(Slip::Kind kind, const PrintParts& print) {
  Texts texts;
  const std::string& digits = print.digits;
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    std::size_t next = i + 1;
    if (kind == Slip::Kind::transposed && digits[next] == '.') ++next;
    if (next == digits.size() || !text::is_digit(digits[i]) || !text::is_digit(digits[next]))
      continue;
    std::string other = digits;
    if (kind == Slip::Kind::transposed) {
      std::swap(other[i], other[next]);
    } else if (other[i] == other[next]) {
      other.erase(i, 1);
    }
    keep(std::move(other), print, texts);
  }
  return texts;
}

Texts with_point_moved(const PrintParts& print) {
  constexpr int farthest = 3;
  Texts texts;
  std::string digits = print.digits;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
  for (int move = -farthest; move <= farthest; ++move) {
    const int place = static_cast<int>(point) + move;
    if (place > static_cast<int>(digits.size())) continue;
    std::string other = digits;
    if (place <= 0) other.insert(0, static_cast<std::size_t>(1 - place), '0');
    const auto whole = static_cast<std::size_t>(std::max(place, 1));
    if (whole < other.size()) other.insert(whole, 1, '.');
    while (other.size() > 1 && other[0] == '0' && other[1] != '.') other.erase(0, 1);
    keep(std::move(other), print, texts);
  }
  return texts;
}

Texts with_scale_exchanged(const PrintParts& print) {
  Texts texts;
  if (print.unit == "%" || print.unit == "‰") return texts;
  for (const char* word : {"", "万", "亿"}) {
    if (word != print.scale_word) texts.insert(print.with_scale_word(word));
  }
  return texts;
}

/// Units that stand for one another: same dimension, near in size.
Texts with_unit_exchanged(const PrintParts& print) {
  static constexpr std::array<std::array<std::string_view, 3>, 2> groups{
      {{"平方米", "亩", "公顷"}, {"%", "‰", ""}}};
  Texts texts;
  for (const auto& group : groups) {
    const bool is_rate = group[0] == "%";
    std::string_view own = print.unit;
    if (own == "㎡" || own == "m²") own = "平方米";
    if (own.empty() || std::find(group.begin(), group.end(), own) == group.end()) continue;
    for (const std::string_view unit : group) {
      if (unit != own && !(is_rate && unit.empty())) texts.insert(print.with_unit(unit));
    }
  }
  return texts;
}

}  // namespace

std::string PrintParts::with_digits(std::string_view other) const {
  return front + sign + std::string(other) + scale_word + unit + behind;
}

std::string PrintParts::with_scale_word(std::string_view other) const {
  return front + sign + digits + std::string(other) + unit + behind;
}

std::string PrintParts::with_unit(std::string_view other) const {
  return front + sign + digits + scale_word + std::string(other) + behind;
}

std::optional<PrintParts> parts_of(const Figure& figure) {
  const std::string& text = figure.text();
  const auto begin = std::find_if(text.begin(), text.end(), text::is_digit);
  if (begin == text.end()) return std::nullopt;
  const auto end = std::find_if_not(begin, text.end(), [](char character) {
    return text::is_digit(character) || character == '.' || character == ',';
  });
  if (std::any_of(end, text.end(), text::is_digit)) return std::nullopt;
  PrintParts parts{.front = std::string(text.begin(), begin), .digits = std::string(begin, end)};
  parts.digits.erase(std::remove(parts.digits.begin(), parts.digits.end(), ','),
                     parts.digits.end());
  for (const char* minus : {"-", "−", "－"}) {
    if (!parts.front.ends_with(minus)) continue;
    parts.front.resize(parts.front.size() - std::string_view(minus).size());
    parts.sign = "-";
  }
  std::string rest(end, text.end());
  if (!figure.scale_word().empty() && rest.starts_with(figure.scale_word())) {
    parts.scale_word = figure.scale_word();
    rest.erase(0, parts.scale_word.size());
  }
  parts.unit = std::move(rest);
  return parts;
}

std::optional<Figure> reprinted(const std::string& text, const Figure& printed,
                                const UnitSystem& units) {
  const auto read = [&](const std::string& print) {
    Figure figure(print, units);
    return figure.is_bare() && !printed.is_bare() ? figure.with_unit(printed.unit()) : figure;
  };
  try {
    Figure figure = read(text);
    if (figure.unit().dimension() != printed.unit().dimension()) return std::nullopt;
    const bool is_declared = read(printed.text()).last_place() != printed.last_place();
    const bool fits =
        is_declared && figure.value() && (*figure.value() / printed.last_place()).is_integer();
    return fits ? figure.with_last_place(printed.last_place()) : figure;
  } catch (const Error&) {
    return std::nullopt;  // no print that anyone would read
  }
}

std::set<std::string> prints_before(Slip::Kind kind, const PrintParts& print) {
  switch (kind) {
    case Slip::Kind::scale_word:
      return with_scale_exchanged(print);
    case Slip::Kind::unit:
      return with_unit_exchanged(print);
    case Slip::Kind::mistyped:
    case Slip::Kind::dropped:
      return with_digit_changed(kind, print);
    case Slip::Kind::transposed:
    case Slip::Kind::doubled:
      return with_neighbours(kind, print);
    case Slip::Kind::decimal_point:
      return with_point_moved(print);
    case Slip::Kind::sign: {
      PrintParts other = print;
      other.sign = print.sign.empty() ? "-" : "";
      return {other.with_digits(print.digits)};
    }
    default:
      return {};
  }
}

}  // namespace edustat::detail
