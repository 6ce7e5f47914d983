// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace edustat {

namespace detail {
struct SampleData;
}

/// A column of numbers, borrowed: whole numbers, doubles or exact numbers, and the rows without
/// one.
///
/// A double stands for the number that it is, so 0.1 is not a tenth; give decimals as Rational
/// where a threshold is met exactly.
struct Numbers {
  /// The cells; what stands in a row of `gaps` is not read.
  std::variant<std::span<const std::int64_t>, std::span<const double>, std::span<const Rational>>
      cells{};
  /// Rows without a value, from 0, ascending.
  std::vector<std::size_t> gaps{};
  /// Name of the column in messages.
  std::string name = "values";
  /// What keeps the cells alive, where somebody has to; a sample then holds it too.
  std::shared_ptr<const void> owner{};

  /// The number of rows.
  [[nodiscard]] std::size_t size() const noexcept;
};

/// What is done with a row that has no value.
enum class GapRule : std::uint8_t {
  refuse,    ///< it is an error
  leave_out  ///< the row does not count, in no sum and no mean; left_out() names it
};

/// Units, such as the schools of a county, each with a value and a weight: what measures of
/// dispersion are taken of.
///
/// Columns are borrowed: the cells have to live as long as the sample. Neither the unit of
/// the values nor that of the weights matters to any measure here.
class Sample {
 public:
  /// Each unit counts once.
  /// @throws StructureError (absent_value, with the row), ParseError (not_finite)
  [[nodiscard]] static Sample of(const Numbers& values, GapRule gaps = GapRule::refuse);
  /// Each unit counts by its weight; a unit of weight 0 does not count.
  /// @throws StructureError (unequal_columns, absent_value, negative_value of a weight),
  /// ParseError (not_finite)
  [[nodiscard]] static Sample weighted(const Numbers& values, const Numbers& weights,
                                       GapRule gaps = GapRule::refuse);
  /// The value of a unit is amount / denominator and its weight is the denominator, so that the
  /// mean is the ratio of sums: books and pupils give books per pupil. A denominator of 0 gives no
  /// value, which is a gap.
  /// @throws StructureError as weighted(), and zero_denominator with the row
  [[nodiscard]] static Sample per(const Numbers& amounts, const Numbers& denominators,
                                  GapRule gaps = GapRule::refuse);

  /// The number of units that count, those of weight 0 among them.
  [[nodiscard]] std::size_t size() const noexcept;
  /// The rows that were left out, from 0.
  [[nodiscard]] std::span<const std::size_t> left_out() const noexcept;
  /// The weighted mean, exactly. @throws StructureError (undefined_dispersion) for weights of 0
  [[nodiscard]] Rational mean() const;
  /// The value of a unit, exactly; units are counted without those that are left out.
  [[nodiscard]] Rational value(std::size_t unit) const;
  /// Its weight, exactly.
  [[nodiscard]] Rational weight(std::size_t unit) const;

  /// For the library itself.
  [[nodiscard]] const detail::SampleData& data() const noexcept { return *data_; }

 private:
  explicit Sample(std::shared_ptr<const detail::SampleData> data) noexcept;
  std::shared_ptr<const detail::SampleData> data_;
};

/// `refuse` or `leave_out`.
[[nodiscard]] std::string_view name_of(GapRule rule) noexcept;

}  // namespace edustat
