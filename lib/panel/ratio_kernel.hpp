// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rounding.hpp"

#include "panel/strength.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace edustat::detail {

/// Fractions of one block, rounded to whole numbers side by side.
struct RatioBlock {
  const std::int64_t* top;     ///< numerators before the factor
  std::int64_t factor;         ///< of every numerator, above 0; the product is above -2^63
  const std::int64_t* bottom;  ///< denominators, less than 2^61 in size
  std::int64_t* rounded;       ///< where the results go, apart from both
  std::size_t size;            ///< rows
};

/// What is left to do in a block.
struct RatioRemarks {
  /// Some quotient is 2^50 or more in size: such rows hold nothing and must be divided again.
  bool has_large_quotient = false;
  /// Some denominator is 0 (its row was divided by 1) or below.
  bool has_low_bottom = false;
};

/// The loops over rows, compiled for one instruction set. Every one gives the same bytes.
struct RatioKernel {
  std::string_view name;  ///< of the instruction set
  /// Rounds every fraction, exactly.
  RatioRemarks (*round)(const RatioBlock& block, Rounding rounding) noexcept;
  /// sums[i] += factor * values[i], modulo 2^64.
  void (*add)(std::int64_t* sums, const std::int64_t* values, std::int64_t factor,
              std::size_t size) noexcept;
  /// products[i] *= values[i], modulo 2^64.
  void (*multiply)(std::int64_t* products, const std::int64_t* values, std::size_t size) noexcept;
  /// Marks rows whose denominator is 0 or below `least` as undefined, where nothing stronger is.
  void (*mark_low)(const std::int64_t* bottom, std::int64_t least, Strength* strengths,
                   std::size_t size) noexcept;
  /// Sets the values of rows without one to 0.
  void (*clear)(std::int64_t* values, const Strength* strengths, std::size_t size) noexcept;
  /// The status of every strength.
  void (*status)(const Strength* strengths, CellStatus* statuses, std::size_t size) noexcept;
  /// A bound of the absolute values: at least the largest, less than twice as much.
  std::uint64_t (*largest)(const std::int64_t* values, std::size_t size) noexcept;
};

/// The kernels that this machine can run, the fastest first, the one for every machine last.
[[nodiscard]] std::span<const RatioKernel> ratio_kernels() noexcept;

/// Below this every denominator of a block must be in size.
inline constexpr std::uint64_t ratio_bottom_limit = std::uint64_t{1} << 61U;
/// From this on a quotient must be divided again.
inline constexpr std::uint64_t ratio_quotient_limit = std::uint64_t{1} << 50U;

}  // namespace edustat::detail
