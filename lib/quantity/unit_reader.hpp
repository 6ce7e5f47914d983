// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "quantity/word_index.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace edustat::detail {

/// The text with each full-width character (％, ／, ａ, （) replaced by its ASCII one.
[[nodiscard]] std::string fold_width(std::string_view text);
/// How many bytes of `text` became the first `folded` bytes of its folded form.
[[nodiscard]] std::size_t unfolded_length(std::string_view text, std::size_t folded) noexcept;

/// Whether scale words (万, 亿) may stand in front of the unit.
enum class LeadingScale : std::uint8_t { refused, allowed };

/// Reads a unit at the start of a folded text, as far as it goes:
///
///     unit    = product { "/" product } | { "/" product }
///     product = factor { "·" factor }
///     factor  = [ scale word ] word [ "^" [ "-" ] digits ]
class UnitReader {
 public:
  /// Reads with the words of `builtin` and `own`, the longer word wins.
  UnitReader(std::string_view text, const WordIndex& builtin, const WordIndex& own) noexcept
      : text_(text), builtin_(builtin), own_(own) {}

  /// The unit, nothing when none stands here.
  [[nodiscard]] std::optional<Unit> read(LeadingScale scale);
  /// Bytes read so far.
  [[nodiscard]] std::size_t position() const noexcept { return position_; }
  /// The word in which reading stopped, without its neighbours in a compound unit.
  [[nodiscard]] std::string_view stopped_at() const noexcept;

 private:
  [[nodiscard]] std::string_view rest() const noexcept { return text_.substr(position_); }
  [[nodiscard]] const WordIndex::Entry* word() const noexcept;
  [[nodiscard]] std::optional<Unit> product(LeadingScale scale);
  [[nodiscard]] std::optional<Unit> factor(LeadingScale scale);
  [[nodiscard]] int power();
  bool skip_dot();
  bool skip_slash();

  std::string_view text_;
  const WordIndex& builtin_;
  const WordIndex& own_;
  std::size_t position_ = 0;
};

}  // namespace edustat::detail
