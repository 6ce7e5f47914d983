// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/figure.hpp"

#include "error/utf8.hpp"
#include "quantity/figure_sides.hpp"
#include "quantity/number_cursor.hpp"
#include "quantity/number_reader.hpp"

#include <array>
#include <span>

namespace edustat {
namespace {

/// A qualifier as it is written.
struct QualifierWord {
  std::string_view text;
  Qualifier qualifier;
};

constexpr std::array<QualifierWord, 6> words_in_front{{
    {"大约", Qualifier::about},
    {"约", Qualifier::about},
    {"近", Qualifier::near},
    {"超过", Qualifier::at_least},
    {"逾", Qualifier::at_least},
    {"不足", Qualifier::under},
}};

constexpr std::array<QualifierWord, 5> words_behind{{
    {"余", Qualifier::over},
    {"多", Qualifier::over},
    {"餘", Qualifier::over},
    {"以上", Qualifier::at_least},
    {"左右", Qualifier::about},
}};

constexpr std::string_view wide_space = "\u3000";

std::string_view without_spaces(std::string_view text) noexcept {
  while (true) {
    if (text.starts_with(' ')) {
      text.remove_prefix(1);
    } else if (text.ends_with(' ')) {
      text.remove_suffix(1);
    } else if (text.starts_with(wide_space)) {
      text.remove_prefix(wide_space.size());
    } else if (text.ends_with(wide_space)) {
      text.remove_suffix(wide_space.size());
    } else {
      return text;
    }
  }
}

/// True when a unit word could begin or go on with this text.
bool begins_with_letter(std::string_view text) noexcept {
  if (text.empty()) return false;
  std::size_t offset = 0;
  const char32_t character = text::decode(text, offset);
  if (character < 0x80U) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
  }
  const bool is_punctuation = (character >= 0x2000U && character <= 0x206FU) ||
                              (character >= 0x3000U && character <= 0x303FU) ||
                              (character >= 0xFF00U && character <= 0xFF20U);
  return !is_punctuation;
}

}  // namespace

/// Reads a figure in every form of the grammar.
class Figure::Reader {
 public:
  Reader(std::string_view text, const UnitSystem& units, Figure& figure) noexcept
      : units_(units),
        figure_(figure),
        cursor_(text, detail::Masks::allowed, ErrorCode::malformed_figure) {}

  void read();

 private:
  void read_number();
  void read_qualifier(std::span<const QualifierWord> words);
  void read_unit();
  void set_qualifier(Qualifier qualifier, std::string_view word, std::size_t begin);
  void store();

  const UnitSystem& units_;
  Figure& figure_;
  detail::NumberCursor cursor_;
  detail::NumberReading reading_{};
  Unit unit_{};
  bool has_unit_ = false;
};

void Figure::Reader::read() {
  cursor_.begin();
  read_qualifier(words_in_front);
  read_number();
  read_qualifier(words_behind);
  read_unit();
  read_qualifier(words_behind);
  if (!cursor_.is_at_end()) cursor_.refuse();
  store();
}

void Figure::Reader::read_number() {
  const std::size_t begin = cursor_.offset();
  reading_ = detail::read_number(cursor_, {.surplus = detail::Surplus::allowed, .units = &units_});
  if (reading_.number.is_digit_pair) cursor_.refuse_at(begin);
  const std::string_view surplus = reading_.number.surplus_word;
  if (!surplus.empty()) set_qualifier(Qualifier::over, surplus, begin);
  cursor_.skip_spaces();
}

void Figure::Reader::read_qualifier(std::span<const QualifierWord> words) {
  const std::size_t begin = cursor_.offset();
  for (const QualifierWord& word : words) {
    if (!cursor_.skip(word.text)) continue;
    set_qualifier(word.qualifier, word.text, begin);
    break;
  }
  cursor_.skip_spaces();
}

/// 约100人左右 says one thing twice; 近100余人 contradicts itself.
void Figure::Reader::set_qualifier(Qualifier qualifier, std::string_view word, std::size_t begin) {
  if (figure_.qualifier_ == qualifier) return;
  if (figure_.qualifier_ != Qualifier::none) cursor_.refuse_at(begin);
  figure_.qualifier_ = qualifier;
  figure_.qualifier_word_ = word;
}

/// A unit word that goes on with a letter is unknown: 人口 is not 人.
void Figure::Reader::read_unit() {
  if (!reading_.unit_word.empty()) unit_ = units_.match(reading_.unit_word).unit;
  if (reading_.number.numeral.is_percent || cursor_.is_at_end()) return;
  const std::size_t begin = cursor_.offset();
  const UnitSystem::Match match = detail::match_unit(units_, cursor_.rest());
  const std::string_view word = cursor_.rest();
  cursor_.go_to(begin + match.length);
  has_unit_ = match.length > 0;
  unit_ = match.unit;
  for (const QualifierWord& behind : words_behind) {
    if (cursor_.rest().starts_with(behind.text)) return;
  }
  cursor_.require_plain_at(cursor_.offset());
  if (begins_with_letter(cursor_.rest())) {
    throw UnitError(Fault{ErrorCode::unknown_unit, {text::excerpt(word)}, cursor_.place(begin)});
  }
  cursor_.skip_spaces();
}

void Figure::Reader::store() {
  const Numeral& numeral = reading_.number.numeral;
  const Rational& factor = has_unit_ ? unit_.factor() : Rational(1);
  figure_.unit_ = unit_;
  figure_.scale_word_ = numeral.scale_word;
  figure_.places_ = numeral.decimals;
  figure_.last_place_ = numeral.last_place * factor;
  figure_.last_nonzero_place_ = numeral.last_nonzero_place * factor;
  if (numeral.value) {
    figure_.value_ = *numeral.value * factor;
  } else {
    figure_.lowest_ = numeral.lowest * factor;
    if (numeral.highest) figure_.highest_ = *numeral.highest * factor;
  }
  if (reading_.sides) figure_.sides_ = std::make_shared<const Sides>(Sides{*reading_.sides});
  figure_.is_bare_ = !has_unit_ && !numeral.is_percent;
}

void Figure::read_text(std::string_view text, const UnitSystem& units) {
  Reader(text, units, *this).read();
  text_ = without_spaces(text);
}

}  // namespace edustat
