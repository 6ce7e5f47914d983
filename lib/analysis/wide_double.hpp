// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace edustat::detail {

/// An unevaluated sum of two doubles, the second at most half a unit in the last place of the
/// first: about 106 bits.
struct WideDouble {
  double high = 0;
  double low = 0;

  [[nodiscard]] double value() const noexcept { return high + low; }
};

/// The sum and what its rounding lost, exactly.
/// @source D. E. Knuth, The Art of Computer Programming, volume 2, 4.2.2, theorem B
[[nodiscard]] inline WideDouble two_sum(double a, double b) noexcept {
  const double sum = a + b;
  const double part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}

/// The upper 26 bits, so that products of two such halves are exact.
/// @source T. J. Dekker, A floating-point technique for extending the available precision,
/// Numerische Mathematik 18 (1971), 224-242
[[nodiscard]] inline double upper_half(double value) noexcept {
  constexpr double splitter = 134217729;  // 2^27 + 1
  const double spread = splitter * value;
  return spread - (spread - value);
}

/// The product and what its rounding lost, exactly while nothing overflows or underflows.
/// @source as upper_half()
[[nodiscard]] inline WideDouble two_product(double a, double b) noexcept {
  const double product = a * b;
  const double a_high = upper_half(a);
  const double a_low = a - a_high;
  const double b_high = upper_half(b);
  const double b_low = b - b_high;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

/// Sums doubles with what each addition lost, as if in about 106 bits.
class WideSum {
 public:
  void add(double value) noexcept {
    const WideDouble sum = two_sum(total_.high, value);
    total_.high = sum.high;
    total_.low += sum.low;
  }
  void add(const WideDouble& value) noexcept {
    add(value.high);
    total_.low += value.low;
  }
  /// Adds a * b.
  void add_product(double a, double b) noexcept { add(two_product(a, b)); }
  [[nodiscard]] WideDouble total() const noexcept { return two_sum(total_.high, total_.low); }

 private:
  WideDouble total_{};
};

/// The sum of parts, in their order.
[[nodiscard]] inline WideDouble sum_of(std::span<const WideDouble> parts) noexcept {
  WideSum sum;
  for (const WideDouble& part : parts) sum.add(part);
  return sum.total();
}

/// a / b with about 100 bits.
[[nodiscard]] inline WideDouble divide(const WideDouble& a, const WideDouble& b) noexcept {
  const double first = a.high / b.high;
  const WideDouble product = two_product(first, b.high);
  const double rest = ((a.high - product.high) - product.low) + (a.low - first * b.low);
  return two_sum(first, rest / b.high);
}

}  // namespace edustat::detail
