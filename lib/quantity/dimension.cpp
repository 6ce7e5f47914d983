// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/dimension.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>

namespace edustat {
namespace {

constexpr int largest_power = 64;

bool fits_kind_name(char character) noexcept {
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
         character == '_';
}

/// `area`, `area^2`; kinds of one side are joined with `·`.
void append_kind(std::string& text, const Kind& kind, int power) {
  if (!text.empty()) text += "·";
  text += kind.name();
  if (power != 1) text.append("^").append(std::to_string(power));
}

}  // namespace

std::string_view name_of(Kind::Nature nature) noexcept {
  constexpr std::array<std::string_view, 3> names{"measuring", "counting", "point"};
  return names[static_cast<std::size_t>(nature)];
}

Kind::Kind(std::string_view name, Nature nature) : nature_(nature) {
  if (name.empty() || name.size() > name_.size() ||
      !std::all_of(name.begin(), name.end(), fits_kind_name)) {
    throw UnitError(Fault{ErrorCode::malformed_unit, {text::excerpt(name)}});
  }
  std::copy(name.begin(), name.end(), name_.begin());
  length_ = static_cast<std::uint8_t>(name.size());
}

Dimension::Dimension(const Kind& kind) : size_(1) {
  slots_[0] = Slot{kind, 1};
}

void Dimension::multiply(const Kind& kind, int power) {
  const auto end = slots_.begin() + size_;
  const auto place =
      std::find_if(slots_.begin(), end, [&](const Slot& slot) { return !(slot.kind < kind); });
  const bool is_known = place != end && place->kind == kind;
  const int total = is_known ? place->power + power : power;
  if (std::abs(total) > largest_power) {
    throw LimitError(Fault{ErrorCode::power_out_of_range,
                           {std::to_string(total), std::to_string(largest_power)}});
  }
  if (is_known && total != 0) {
    place->power = static_cast<std::int8_t>(total);
  } else if (is_known) {
    std::move(place + 1, end, place);
    slots_[--size_] = Slot{};
  } else if (total != 0) {
    if (size_ == slots_.size()) {
      throw LimitError(Fault{ErrorCode::too_many_kinds,
                             {std::to_string(size_ + 1), std::to_string(slots_.size())}});
    }
    std::move_backward(place, end, end + 1);
    *place = Slot{kind, static_cast<std::int8_t>(total)};
    ++size_;
  }
}

std::vector<Dimension::Factor> Dimension::factors() const {
  std::vector<Factor> result;
  result.reserve(size_);
  for (std::size_t i = 0; i < size_; ++i) {
    result.push_back(Factor{slots_[i].kind, slots_[i].power});
  }
  return result;
}

bool Dimension::is_count() const noexcept {
  return size_ == 1 && slots_[0].power == 1 && slots_[0].kind.nature() == Kind::Nature::counting;
}

Dimension Dimension::measuring_part() const {
  Dimension result;
  for (std::size_t i = 0; i < size_; ++i) {
    if (slots_[i].kind.nature() == Kind::Nature::measuring) {
      result.slots_[result.size_++] = slots_[i];
    }
  }
  return result;
}

int Dimension::counting_power() const noexcept {
  int total = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    if (slots_[i].kind.nature() == Kind::Nature::counting) total += slots_[i].power;
  }
  return total;
}

Dimension Dimension::without_divisor_counts() const {
  Dimension result;
  for (std::size_t i = 0; i < size_; ++i) {
    if (slots_[i].power > 0 || slots_[i].kind.nature() != Kind::Nature::counting) {
      result.slots_[result.size_++] = slots_[i];
    }
  }
  return result;
}

Dimension Dimension::operator*(const Dimension& other) const {
  Dimension result = *this;
  for (std::size_t i = 0; i < other.size_; ++i) {
    result.multiply(other.slots_[i].kind, other.slots_[i].power);
  }
  return result;
}

Dimension Dimension::operator/(const Dimension& other) const {
  Dimension result = *this;
  for (std::size_t i = 0; i < other.size_; ++i) {
    result.multiply(other.slots_[i].kind, -other.slots_[i].power);
  }
  return result;
}

Dimension Dimension::pow(int exponent) const {
  if (exponent < -largest_power || exponent > largest_power) {
    throw LimitError(Fault{ErrorCode::power_out_of_range,
                           {std::to_string(exponent), std::to_string(largest_power)}});
  }
  Dimension result;
  for (std::size_t i = 0; i < size_; ++i) {
    result.multiply(slots_[i].kind, slots_[i].power * exponent);
  }
  return result;
}

bool operator==(const Dimension& left, const Dimension& right) noexcept {
  if (left.size_ != right.size_) return false;
  for (std::size_t i = 0; i < left.size_; ++i) {
    if (left.slots_[i].power != right.slots_[i].power ||
        !(left.slots_[i].kind == right.slots_[i].kind)) {
      return false;
    }
  }
  return true;
}

std::size_t Dimension::hash() const noexcept {
  std::size_t result = size_;
  for (std::size_t i = 0; i < size_; ++i) {
    result = result * 31 + std::hash<std::string_view>{}(slots_[i].kind.name());
    result = result * 31 + static_cast<std::size_t>(slots_[i].power);
  }
  return result;
}

std::string Dimension::to_string() const {
  std::string above;
  std::string below;
  for (std::size_t i = 0; i < size_; ++i) {
    const auto power = static_cast<int>(slots_[i].power);
    append_kind(power > 0 ? above : below, slots_[i].kind, std::abs(power));
  }
  if (below.empty()) return above.empty() ? "ratio" : above;
  return (above.empty() ? "1" : above) + "/" + below;
}

}  // namespace edustat
