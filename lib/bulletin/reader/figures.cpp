// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/figures.hpp"

#include "edustat/error/error.hpp"
#include "edustat/quantity/numeral.hpp"

#include "bulletin/reader/dates.hpp"

#include <array>
#include <string_view>

namespace edustat::reader {
namespace {

constexpr std::size_t longest_figure = 128;  // characters, unit included
constexpr std::u32string_view chinese_digits = U"〇零一二三四五六七八九两";
constexpr std::u32string_view chinese_places = U"十百千万亿";

/// Digits, or signs that hide digits: `6xx`, `xx个`.
bool begins_arabic(const Characters& text, std::size_t position) noexcept {
  if (is_digit(text.at(position))) return true;
  if (!is_mask(text.at(position))) return false;
  if (position > 0 && is_ascii_letter(text.at(position - 1))) return false;
  std::size_t end = position;
  while (is_mask(text.at(end))) ++end;
  const bool is_run = end - position >= 2 && !is_ascii_letter(text.at(end));
  return is_digit(text.at(end)) || is_run;
}

/// How many characters of Chinese numerals stand here: 三十四, 百分之六十三点八; 0 for 千 in
/// 千方百计.
std::size_t chinese_length(const Characters& text, std::size_t position) noexcept {
  if (text.has(position, U"百分之")) return 3 + chinese_length(text, position + 3);
  std::size_t end = position;
  while (is_one_of(text.at(end), chinese_digits) || is_one_of(text.at(end), chinese_places) ||
         (end > position && text.at(end) == U'点')) {
    ++end;
  }
  const bool is_place_alone = end == position + 1 && is_one_of(text.at(position), U"百千万亿");
  return is_place_alone ? 0 : end - position;
}

/// The length in characters of the number that stands here.
std::size_t number_length(const Characters& text, std::size_t position) {
  const std::size_t limit = std::min(text.size(), position + longest_figure);
  std::string_view rest = text.written(position, limit);
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      const Numeral numeral = read_numeral(rest);
      return text.position_of(text.byte(position) + numeral.length) - position;
    } catch (const Error&) {
      // `4573,109` is two figures of a list: what stands in front of the comma is one.
      std::size_t end = position;
      while (is_digit(text.at(end)) || is_mask(text.at(end)) || text.at(end) == U'.') ++end;
      rest = text.written(position, end);
    }
  }
  return 0;
}

/// Words that make the figure behind them approximate, but not as the end of another word.
std::size_t qualifier_length(const Characters& text, std::size_t number) noexcept {
  for (const std::u32string_view word : {U"大约", U"超过", U"不足", U"约", U"近", U"逾"}) {
    if (!text.has_before(number, word)) continue;
    const char32_t before = number > word.size() ? text.at(number - word.size() - 1) : U' ';
    const bool is_other_word = (word == U"近" && is_one_of(before, U"最附靠接临邻将")) ||
                               (word == U"约" && is_one_of(before, U"节条大集制合公"));
    if (!is_other_word) return word.size();
  }
  return 0;
}

/// Behind the number and its unit; the number's own end when no unit stands there.
std::size_t end_of_unit(const Characters& text, std::size_t end, const UnitSystem& units) {
  std::size_t unit = end;
  if (text.at(unit) == U'余' || text.at(unit) == U'多') ++unit;
  if (text.at(unit) == U'万' || text.at(unit) == U'亿') ++unit;  // 30余万元
  if (text.at(unit) == U' ') ++unit;
  const std::size_t limit = std::min(text.size(), unit + longest_figure);
  const UnitSystem::Match match = units.match(text.written(unit, limit));
  if (match.length == 0) return end;
  unit = text.position_of(text.byte(unit) + match.length);
  for (const std::u32string_view word : {U"以上", U"左右"}) {
    if (text.has(unit, word)) return unit + word.size();
  }
  return unit;
}

std::optional<Figure> figure_of(const Characters& text, std::size_t begin, std::size_t end,
                                const UnitSystem& units) {
  try {
    return Figure(text.written(begin, end), units);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// What is left when it is no date: a statistic, or something that only looks like one.
Spotted spot_number(const Characters& text, std::size_t number, std::size_t length,
                    const UnitSystem& units) {
  const std::size_t behind = number + length;
  if (const std::optional<Labelled> other = labelled(text, number, behind)) {
    return {number, number, other->end, other->kind, {}};
  }
  const std::size_t end = end_of_unit(text, behind, units);
  const std::size_t begin = number - qualifier_length(text, number);
  std::optional<Figure> figure = figure_of(text, begin, end, units);
  if (figure && is_duration(text, behind)) return {begin, number, end, Reading::Kind::duration, {}};
  if (!figure || figure->is_bare()) return {number, number, behind, Reading::Kind::other, {}};
  return {begin, number, end, Reading::Kind::statistic, std::move(figure)};
}

/// A numeral in Chinese is a figure where a unit follows; 一所学校 is a turn of speech.
std::optional<Spotted> spot_chinese(const Characters& text, std::size_t number,
                                    const UnitSystem& units) {
  const std::size_t run = chinese_length(text, number);
  if (run == 0) return std::nullopt;
  Spotted spotted{number, number, number + run, Reading::Kind::ordinal, {}};
  if (text.has_before(number, U"第")) return spotted;
  if (is_one_of(text.at(number + run), U"年月日")) {
    spotted.kind = is_duration(text, number + run) ? Reading::Kind::duration : Reading::Kind::date;
    ++spotted.end;
    return run > 1 ? std::optional(spotted) : std::nullopt;
  }
  const std::size_t length = number_length(text, number);
  if (length == 0) return std::nullopt;
  const std::size_t end = end_of_unit(text, number + length, units);
  if (end == number + length && !text.has(number, U"百分之")) return std::nullopt;
  if (length == 1) return Spotted{number, number, end, Reading::Kind::word, {}};
  return spot_number(text, number, length, units);
}

}  // namespace

std::vector<Spotted> spot_figures(const Characters& text, const UnitSystem& units) {
  std::vector<Spotted> all;
  for (std::size_t position = 0; position < text.size();) {
    std::optional<Spotted> spotted;
    if (begins_arabic(text, position)) {
      const std::optional<Labelled> date = date_at(text, position);
      const std::size_t length = date ? 0 : number_length(text, position);
      if (date) {
        spotted = Spotted{position, position, date->end, date->kind, {}};
      } else {
        spotted = spot_number(text, position, std::max<std::size_t>(length, 1), units);
      }
    } else {
      spotted = spot_chinese(text, position, units);
    }
    position = spotted ? spotted->end : position + 1;
    if (spotted) all.push_back(std::move(*spotted));
  }
  return all;
}

}  // namespace edustat::reader
