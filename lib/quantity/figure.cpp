// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/figure.hpp"

#include "error/utf8.hpp"
#include "quantity/plain_print.hpp"

#include <array>
#include <ostream>
#include <utility>

namespace edustat {
namespace {

struct NamedPrecision {
  std::string_view name;
  Precision precision;
};

constexpr std::array<NamedPrecision, 5> precisions{{
    {"exact", Precision::exact},
    {"nearest", Precision::nearest},
    {"half_up", Precision::half_up},
    {"half_even", Precision::half_even},
    {"truncated", Precision::truncated},
}};

}  // namespace

Precision parse_precision(std::string_view name) {
  std::string known;
  for (const NamedPrecision& entry : precisions) {
    if (entry.name == name) return entry.precision;
    known += known.empty() ? "" : ", ";
    known += entry.name;
  }
  throw CodeError(Fault{ErrorCode::unknown_name, {text::excerpt(name), known}});
}

std::string_view name_of(Precision precision) noexcept {
  return precisions[static_cast<std::size_t>(precision)].name;
}

Figure::Figure(std::string_view text) : Figure(text, UnitSystem()) {}

Figure::Figure(std::string_view text, const UnitSystem& units) {
  if (!read_plain(text, units)) read_text(text, units);
  is_exact_count_ = is_printed_count();
}

bool Figure::is_printed_count() const noexcept {
  return value_ && qualifier_ == Qualifier::none &&
         detail::is_whole_count(places_, scale_word_, unit_);
}

Figure Figure::with_last_place(const Rational& last_place) const {
  const auto fits = [&](const Rational& value) { return (value / last_place).is_integer(); };
  // Masked digits may be anything, so their places must be kept as well.
  const bool is_kept =
      last_place.sign() > 0 && (value_ ? fits(*value_) : fits(lowest_) && fits(last_place_));
  if (!is_kept) {
    throw ParseError(Fault{ErrorCode::last_place_mismatch,
                           {text::excerpt(text_), text::excerpt(last_place.to_string())}});
  }
  Figure result = *this;
  result.last_place_ = last_place;
  result.is_exact_count_ = false;
  result.sides_.reset();
  return result;
}

Figure Figure::with_unit(const Unit& unit) const {
  if (!is_bare_) {
    throw UnitError(Fault{ErrorCode::mixed_units,
                          {text::excerpt(text_), "=", unit.symbol(), unit_.dimension().to_string(),
                           unit.dimension().to_string()}});
  }
  Figure result = *this;
  const Rational& factor = unit.factor();
  for (Rational* place : {&result.lowest_, &result.last_place_, &result.last_nonzero_place_}) {
    *place *= factor;
  }
  for (std::optional<Rational>* end : {&result.value_, &result.highest_}) {
    if (*end) **end *= factor;
  }
  result.unit_ = unit;
  result.is_bare_ = false;
  result.is_exact_count_ = result.is_printed_count() && last_place_ == Rational(1);
  return result;
}

Rational Figure::parse_last_place(std::string_view text) {
  const Figure figure(text);
  const bool is_place =
      figure.value_ && figure.value_->sign() > 0 && figure.qualifier_ == Qualifier::none;
  if (!is_place) {
    throw ParseError(Fault{ErrorCode::malformed_figure, {text::excerpt(text)}, {.column = 1}});
  }
  return *figure.value_;
}

std::size_t Figure::hash() const noexcept {
  constexpr std::size_t odd = 0x9E3779B97F4A7C15U;
  return (std::hash<std::string>{}(text_) ^ last_place_.hash()) * odd + (is_exact_count_ ? 1U : 0U);
}

std::ostream& operator<<(std::ostream& stream, const Figure& figure) {
  return stream << figure.text();
}

}  // namespace edustat
