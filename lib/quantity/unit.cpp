// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/unit.hpp"

#include "error/utf8.hpp"
#include "quantity/scale_word.hpp"

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <utility>

namespace edustat {

/// An atom of a compound unit and its power.
struct Unit::Part {
  Unit atom;
  int power;
};

struct Unit::Data {
  std::string symbol{};
  std::string symbol_en{};
  Dimension dimension{};
  Rational factor{1};
  std::vector<Part> parts{};  // none for an atom
  Unit unscaled{};            // 元 for 万元; the bare unit when there is no scale word
};

namespace {

[[noreturn]] void refuse(std::string_view symbol) {
  throw UnitError(Fault{ErrorCode::malformed_unit, {text::excerpt(symbol)}});
}

void require_plain_symbol(const std::string& symbol) {
  if (text::find_invalid(symbol) != symbol.size()) refuse(symbol);
  for (std::size_t offset = 0; offset < symbol.size();) {
    const char32_t character = text::decode(symbol, offset);
    if (text::is_forbidden(character) || character < U' ') refuse(symbol);
  }
}

void append_atom(std::string& side, const std::string& symbol, int power) {
  if (!side.empty()) side += "·";
  side += symbol;
  if (power != 1) side.append("^").append(std::to_string(power));
}

std::string joined(const std::string& above, const std::string& below) {
  return below.empty() ? above : above + "/" + below;
}

}  // namespace

Unit::Unit(std::string symbol, std::string symbol_en, Dimension dimension, Rational factor) {
  require_plain_symbol(symbol);
  require_plain_symbol(symbol_en);
  if (factor.sign() <= 0) {
    throw UnitError(
        Fault{ErrorCode::bad_factor, {text::excerpt(symbol), text::excerpt(factor.to_string())}});
  }
  if (symbol.empty() && !(dimension.is_ratio() && factor == Rational(1))) refuse(symbol);
  Data data;
  data.symbol_en = symbol_en.empty() ? symbol : std::move(symbol_en);
  data.symbol = std::move(symbol);
  data.dimension = dimension;
  data.factor = std::move(factor);
  data_ = std::make_shared<const Data>(std::move(data));
}

Unit::Unit(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

Unit Unit::borrowed() const noexcept {
  // No control block: copies of built-in units count no references.
  return Unit(std::shared_ptr<const Data>(std::shared_ptr<const Data>(), data_.get()));
}

const std::string& Unit::symbol() const noexcept {
  return symbol(Language::zh);
}

const std::string& Unit::symbol(Language language) const noexcept {
  static const std::string none;
  if (!data_) return none;
  return language == Language::zh ? data_->symbol : data_->symbol_en;
}

const Dimension& Unit::dimension() const noexcept {
  static const Dimension ratio;
  return data_ ? data_->dimension : ratio;
}

const Rational& Unit::factor() const noexcept {
  static const Rational one = 1;
  return data_ ? data_->factor : one;
}

std::vector<Unit::Part> Unit::parts() const {
  if (!data_) return {};
  if (!data_->parts.empty()) return data_->parts;
  if (*this == Unit()) return {};
  return {Part{*this, 1}};
}

Unit Unit::from_parts(std::vector<Part> parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1 && parts.front().power == 1) return parts.front().atom;
  Data data;
  std::string below;
  std::string below_en;
  for (const Part& part : parts) {
    const Unit& atom = part.atom;
    const int power = std::abs(part.power);
    append_atom(part.power > 0 ? data.symbol : below, atom.symbol(Language::zh), power);
    append_atom(part.power > 0 ? data.symbol_en : below_en, atom.symbol(Language::en), power);
    data.dimension = data.dimension * atom.dimension().pow(part.power);
    data.factor *= atom.factor().pow(part.power);
  }
  data.symbol = joined(data.symbol, below);
  data.symbol_en = joined(data.symbol_en, below_en);
  data.parts = std::move(parts);
  return Unit(std::make_shared<const Data>(std::move(data)));
}

Unit Unit::combined(const Unit& other, int power) const {
  std::vector<Part> result = parts();
  for (const Part& part : other.parts()) {
    const auto same = std::find_if(result.begin(), result.end(),
                                   [&](const Part& own) { return own.atom == part.atom; });
    if (same == result.end()) {
      result.push_back(Part{part.atom, part.power * power});
    } else if ((same->power += part.power * power) == 0) {
      result.erase(same);
    }
  }
  return from_parts(std::move(result));
}

Unit Unit::operator*(const Unit& other) const {
  return combined(other, 1);
}

Unit Unit::operator/(const Unit& other) const {
  return combined(other, -1);
}

Unit Unit::pow(int exponent) const {
  static_cast<void>(dimension().pow(exponent));  // refuses powers beyond the limit
  return exponent == 0 ? Unit() : Unit().combined(*this, exponent);
}

Unit Unit::with_scale(std::string_view scale_word) const {
  const detail::ScaleWord* scale = detail::scale_word_at(scale_word);
  std::vector<Part> all = parts();
  if (scale == nullptr || scale->word != scale_word || all.empty() || all.front().power != 1 ||
      all.front().atom.data_->unscaled.data_) {
    refuse(std::string(scale_word) + symbol());
  }
  const Unit plain = all.front().atom;
  Data data;
  data.symbol = std::string(scale->word) + plain.symbol();
  data.symbol_en = std::string(scale->english) + " " + plain.symbol(Language::en);
  data.dimension = plain.dimension();
  data.factor = plain.factor() * Rational::power_of_ten(scale->exponent);
  data.unscaled = plain;
  all.front().atom = Unit(std::make_shared<const Data>(std::move(data)));
  return from_parts(std::move(all));
}

Unit Unit::without_scale() const {
  if (!data_) return *this;
  if (data_->unscaled.data_) return data_->unscaled;
  if (data_->parts.empty() || !data_->parts.front().atom.data_->unscaled.data_ ||
      data_->parts.front().power != 1) {
    return *this;
  }
  std::vector<Part> plain = data_->parts;
  plain.front().atom = plain.front().atom.data_->unscaled;
  return from_parts(std::move(plain));
}

bool operator==(const Unit& left, const Unit& right) noexcept {
  return left.data_ == right.data_ ||
         (left.factor() == right.factor() && left.dimension() == right.dimension());
}

std::size_t Unit::hash() const noexcept {
  return dimension().hash() * 31 + factor().hash();
}

std::ostream& operator<<(std::ostream& stream, const Unit& unit) {
  return stream << unit.symbol();
}

}  // namespace edustat
