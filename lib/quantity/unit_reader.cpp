// SPDX-License-Identifier: Apache-2.0
#include "quantity/unit_reader.hpp"

#include "error/utf8.hpp"
#include "quantity/scale_word.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace edustat::detail {
namespace {

// Middle dots as bulletins write them: U+00B7, U+30FB, U+22C5.
constexpr std::array<std::string_view, 3> dots{"·", "・", "⋅"};

/// Length of a full-width form (U+FF01 to U+FF5E, U+3000) at `offset`, else 0.
std::size_t wide_length(std::string_view text, std::size_t offset) noexcept {
  if (text.size() - offset < 3) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  if (byte(0) == 0xE3U) return byte(1) == 0x80U && byte(2) == 0x80U ? 3 : 0;
  if (byte(0) != 0xEFU) return 0;
  const bool is_low_half = byte(1) == 0xBCU && byte(2) >= 0x81U && byte(2) <= 0xBFU;
  const bool is_high_half = byte(1) == 0xBDU && byte(2) >= 0x80U && byte(2) <= 0x9EU;
  return is_low_half || is_high_half ? 3 : 0;
}

char narrowed(std::string_view wide) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(wide[i]) & 0xFFU; };
  if (byte(0) == 0xE3U) return ' ';
  // U+FF01 is 0x21: the low six bits of the last byte, and the second byte tells the block of 64.
  return static_cast<char>((byte(1) == 0xBCU ? 0x20U : 0x60U) + (byte(2) & 0x3FU));
}

}  // namespace

std::string fold_width(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t wide = wide_length(text, i);
    result.push_back(wide == 0 ? text[i] : narrowed(text.substr(i, wide)));
    i += std::max<std::size_t>(wide, 1);
  }
  return result;
}

std::size_t unfolded_length(std::string_view text, std::size_t folded) noexcept {
  std::size_t length = 0;
  for (; folded > 0; --folded) length += std::max<std::size_t>(wide_length(text, length), 1);
  return length;
}

const WordIndex::Entry* UnitReader::word() const noexcept {
  return longer(builtin_.longest(rest()), own_.longest(rest()));
}

bool UnitReader::skip_dot() {
  for (const std::string_view dot : dots) {
    if (rest().substr(0, dot.size()) == dot) {
      position_ += dot.size();
      return true;
    }
  }
  return false;
}

bool UnitReader::skip_slash() {
  const std::size_t slash = text_.find_first_not_of(' ', position_);
  if (slash == std::string_view::npos || text_[slash] != '/') return false;
  position_ = std::min(text_.find_first_not_of(' ', slash + 1), text_.size());
  return true;
}

int UnitReader::power() {
  const std::string_view text = rest();
  if (text.empty() || text[0] != '^') return 1;
  std::size_t used = text.substr(1, 1) == "-" ? 2 : 1;
  const std::size_t first = used;
  int value = 0;
  // Two digits reach the limit of 64; a third is never part of a unit.
  for (; used < text.size() && used < first + 2; ++used) {
    if (text[used] < '0' || text[used] > '9') break;
    value = value * 10 + (text[used] - '0');
  }
  if (used == first) return 1;
  position_ += used;
  return first == 2 ? -value : value;
}

std::optional<Unit> UnitReader::factor(LeadingScale scale) {
  const std::size_t start = position_;
  const WordIndex::Entry* found = word();
  const ScaleWord* scale_word = nullptr;
  if (found == nullptr && scale == LeadingScale::allowed) {
    scale_word = scale_word_at(rest());
    if (scale_word == nullptr) return std::nullopt;
    position_ += scale_word->word.size();
    found = word();
  }
  const bool is_number = scale_word != nullptr && found != nullptr && found->unit == Unit();
  if (found == nullptr || is_number) {  // 万倍 is a number, not a unit
    position_ = start;
    return std::nullopt;
  }
  position_ += found->word.size();
  const Unit unit = scale_word == nullptr ? found->unit : found->unit.with_scale(scale_word->word);
  const int exponent = power();
  return exponent == 1 ? unit : unit.pow(exponent);
}

std::optional<Unit> UnitReader::product(LeadingScale scale) {
  std::optional<Unit> result = factor(scale);
  while (result) {
    const std::size_t end = position_;
    if (!skip_dot()) break;
    const std::optional<Unit> next = factor(LeadingScale::refused);
    if (!next) {
      position_ = end;
      break;
    }
    result = *result * *next;
  }
  return result;
}

std::optional<Unit> UnitReader::read(LeadingScale scale) {
  std::optional<Unit> result = product(scale);
  while (true) {
    const std::size_t end = position_;
    if (!skip_slash()) break;
    const std::optional<Unit> divisor = product(LeadingScale::allowed);
    if (!divisor) {
      position_ = end;
      break;
    }
    result = result.value_or(Unit()) / *divisor;
  }
  return result;
}

std::string_view UnitReader::stopped_at() const noexcept {
  const auto is_joint = [&](std::size_t offset, std::string_view& joint) {
    for (const std::string_view candidate : {std::string_view("/"), dots[0], dots[1], dots[2]}) {
      joint = candidate;
      if (text_.substr(offset, candidate.size()) == candidate) return true;
    }
    return false;
  };
  std::size_t begin = 0;
  std::string_view joint;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (!is_joint(i, joint)) continue;
    if (i > position_) return text_.substr(begin, i - begin);
    begin = i + joint.size();
  }
  return text_.substr(begin);
}

}  // namespace edustat::detail
