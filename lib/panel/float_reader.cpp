// SPDX-License-Identifier: Apache-2.0
#include "panel/float_reader.hpp"

#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"

#include "number/wide.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace edustat::detail {
namespace {

// Whole numbers below, and powers of ten up to, which a double is exact: their quotient is then the
// double nearest to the decimal.
constexpr double exact_whole = 9007199254740992.0;  // 2^53
constexpr int exact_power = 22;

}  // namespace

double float_at(ColumnType type, const Chunk& chunk, std::size_t row) {
  const std::size_t place = chunk.offset + row;
  if (type == ColumnType::float64) return static_cast<const double*>(chunk.values)[place];
  return static_cast<double>(static_cast<const float*>(chunk.values)[place]);
}

bool is_nan(double value) noexcept {
  return std::isnan(value);
}

std::optional<int128> decimal_of(ColumnType type, double value, int places) {
  if (places >= 0 && places <= exact_power) {
    const double power = std::pow(10.0, places);
    const double whole = std::nearbyint(value * power);
    if (std::fabs(whole) <= exact_whole) {
      const double nearest = type == ColumnType::float32
                                 ? static_cast<double>(static_cast<float>(whole / power))
                                 : whole / power;
      if (nearest != value) return {};
      return static_cast<std::int64_t>(whole);
    }
  }
  try {
    const Rational exact = Rational::from_double(value, DecimalPlaces(places));
    return to_int128(exact * Rational::power_of_ten(std::max(0, places)));
  } catch (const ParseError&) {
    return {};
  }
}

}  // namespace edustat::detail
