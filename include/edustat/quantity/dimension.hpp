// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// What a unit measures: `area`, `money`, `person`, `person_time`, `desk_set`.
///
/// The name is held inline (at most 30 bytes of `a-z0-9_`), so kinds compare by value across
/// modules.
class Kind {
 public:
  /// How a kind behaves in the audit of a print.
  enum class Nature : std::uint8_t {
    measuring,  ///< read off a scale; a whole number is still rounded (area, money, data)
    counting,   ///< heads, sets, schools; a whole number without scale word is exact
    point       ///< a difference of two rates (百分点)
  };
  /// @throws UnitError (malformed_unit) for an empty or too long name or other characters
  Kind(std::string_view name, Nature nature);
  /// The name.
  [[nodiscard]] std::string_view name() const noexcept { return {name_.data(), length_}; }
  /// Measuring, counting or point.
  [[nodiscard]] Nature nature() const noexcept { return nature_; }
  /// Equal in name.
  friend bool operator==(const Kind& left, const Kind& right) noexcept {
    return left.name() == right.name();
  }
  /// Ordered by name.
  friend auto operator<=>(const Kind& left, const Kind& right) noexcept {
    return left.name() <=> right.name();
  }

 private:
  friend class Dimension;
  Kind() noexcept = default;
  std::array<char, 30> name_{};
  std::uint8_t length_ = 0;
  Nature nature_ = Nature::measuring;
};

/// `measuring`, `counting` or `point`.
[[nodiscard]] std::string_view name_of(Kind::Nature nature) noexcept;

/// A product of kinds with whole powers, `area / person`; the empty product is a ratio.
class Dimension {
 public:
  /// One kind and its power, never 0.
  struct Factor {
    /// What is counted or measured.
    Kind kind;
    /// Its power, not 0.
    std::int8_t power;
    /// Equal in kind and power.
    friend bool operator==(const Factor&, const Factor&) = default;
  };
  /// The dimension of a ratio: no kind at all.
  Dimension() noexcept = default;
  /// The dimension of one kind.
  explicit Dimension(const Kind& kind);
  /// The factors in the order of the names of their kinds.
  [[nodiscard]] std::vector<Factor> factors() const;
  /// True for a plain ratio.
  [[nodiscard]] bool is_ratio() const noexcept { return size_ == 0; }
  /// True for one counting kind to the power 1.
  [[nodiscard]] bool is_count() const noexcept;
  /// The measuring kinds alone: two figures whose measuring parts differ are never comparable.
  [[nodiscard]] Dimension measuring_part() const;
  /// The sum of the powers of counting kinds.
  [[nodiscard]] int counting_power() const noexcept;
  /// Without the counting kinds of negative power: what 3.1平方米 is when it stands for 平方米/生.
  [[nodiscard]] Dimension without_divisor_counts() const;

  [[nodiscard]] Dimension operator*(
      const Dimension& other) const;  ///< @throws LimitError beyond 4 kinds
  [[nodiscard]] Dimension operator/(
      const Dimension& other) const;  ///< @throws LimitError beyond 4 kinds
  [[nodiscard]] Dimension pow(
      int exponent) const;  ///< @throws LimitError for a power outside [-64, 64]
  /// Equal when every kind has the same power.
  friend bool operator==(const Dimension& left, const Dimension& right) noexcept;
  /// Equal dimensions hash alike.
  [[nodiscard]] std::size_t hash() const noexcept;
  /// `area/person`, `money/person·time`, `ratio` for a plain ratio.
  [[nodiscard]] std::string to_string() const;

 private:
  struct Slot {
    Kind kind;
    std::int8_t power = 0;
  };
  void multiply(const Kind& kind, int power);
  std::array<Slot, 4> slots_{};
  std::uint8_t size_ = 0;
};

}  // namespace edustat
