// SPDX-License-Identifier: Apache-2.0
#include "lib/panel/ratio_kernel.hpp"

#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"

#include "number/int128.hpp"
#include "number/round_fraction.hpp"
#include "number/wide.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace edustat::detail {
namespace {

constexpr std::array modes{Rounding::half_up, Rounding::half_even, Rounding::half_down,
                           Rounding::up,      Rounding::down,      Rounding::ceiling,
                           Rounding::floor};

std::int64_t whole(const Rational& value) {
  return value.small()->numerator;
}

/// Numerators and denominators, 1024 a block.
struct Cells {
  std::vector<std::int64_t> top{};
  std::vector<std::int64_t> bottom{};
  std::int64_t factor = 1;

  void add(std::int64_t n, std::int64_t d) {
    top.push_back(n);
    bottom.push_back(d);
  }
};

/// Every kernel and mode gives what exact fractions give.
void expect_exact(const Cells& cells) {
  std::vector<std::int64_t> rounded(cells.top.size());
  for (const Rounding mode : modes) {
    for (const RatioKernel& kernel : ratio_kernels()) {
      const RatioRemarks remarks = kernel.round(
          {cells.top.data(), cells.factor, cells.bottom.data(), rounded.data(), rounded.size()},
          mode);
      ASSERT_FALSE(remarks.has_large_quotient);
      for (std::size_t i = 0; i < rounded.size(); ++i) {
        const Rational exact = Rational(cells.top[i]) * cells.factor / cells.bottom[i];
        ASSERT_EQ(rounded[i], whole(round_to_integer(exact, mode)))
            << cells.top[i] << " * " << cells.factor << " / " << cells.bottom[i] << ' '
            << name_of(mode) << ' ' << kernel.name;
      }
    }
  }
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  /// A number of up to so many bits, of any size with the same chance.
  std::int64_t of_bits(unsigned most) {
    const unsigned bits = static_cast<unsigned>(engine_() % (most + 1));
    if (bits == 0) return 0;
    return static_cast<std::int64_t>(engine_() >> (64U - bits));
  }
  std::int64_t signed_of_bits(unsigned most) {
    return engine_() % 2 == 0 ? of_bits(most) : -of_bits(most);
  }
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }

 private:
  std::mt19937_64 engine_;
};

TEST(RatioKernel, RoundsRandomFractionsExactly) {
  Random random(20161231);
  for (int block = 0; block < 24; ++block) {
    Cells cells;
    while (cells.top.size() < 1023) {
      const std::int64_t d = random.signed_of_bits(61);
      const std::int64_t n = random.signed_of_bits(63);
      const auto limit = static_cast<std::uint64_t>(ratio_quotient_limit);
      if (d == 0 || magnitude(d) >= ratio_bottom_limit) continue;
      if (magnitude(n) / magnitude(d) + 1 >= limit) continue;
      cells.add(n, d);
    }
    expect_exact(cells);
  }
}

TEST(RatioKernel, RoundsTiesAndTheirNeighboursExactly) {
  Random random(4096);
  for (int block = 0; block < 24; ++block) {
    Cells cells;
    while (cells.top.size() < 1020) {
      const std::int64_t half = random.of_bits(60);
      if (half == 0 || half >= (std::int64_t{1} << 60)) continue;
      const auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max() / half);
      const auto quotient = static_cast<std::int64_t>(
          random.below(std::min<std::uint64_t>(most / 2, ratio_quotient_limit - 2)));
      const std::int64_t tie =
          half * (2 * quotient) + (quotient * 2 < static_cast<std::int64_t>(most) ? half : 0);
      for (const std::int64_t near : {-1, 0, 1}) {
        cells.add(tie + near, 2 * half);
        cells.add(-tie + near, 2 * half);
        cells.add(tie + near, -2 * half);
      }
    }
    expect_exact(cells);
  }
}

TEST(RatioKernel, RoundsWithAFactor) {
  Random random(7);
  for (const std::int64_t factor :
       {std::int64_t{10'000}, std::int64_t{1'000'003}, std::int64_t{1} << 33}) {
    Cells cells;
    cells.factor = factor;
    while (cells.top.size() < 4096) {
      const std::int64_t n = random.signed_of_bits(63) / factor;
      const std::int64_t d = random.signed_of_bits(40);
      if (d == 0 || magnitude(n) * static_cast<std::uint64_t>(factor) / magnitude(d) + 1 >=
                        ratio_quotient_limit)
        continue;
      cells.add(n, d);
    }
    expect_exact(cells);
  }
}

TEST(RatioKernel, RoundsAtTheLimits) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr auto bottom = static_cast<std::int64_t>(ratio_bottom_limit) - 1;
  constexpr auto quotient = static_cast<std::int64_t>(ratio_quotient_limit) - 2;
  Cells cells;
  for (const std::int64_t d :
       {bottom, bottom - 1, bottom / 2, bottom / 2 + 1, std::int64_t{8193}}) {
    for (const std::int64_t n :
         {most, most - 1, -most, most / 2, bottom / 2, bottom / 2 + 1, std::int64_t{0}}) {
      if (n / d < quotient && n / d > -quotient) cells.add(n, d);
      if (n / d < quotient && n / d > -quotient) cells.add(n, -d);
    }
  }
  for (const std::int64_t d :
       {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}, std::int64_t{8190}}) {
    for (const std::int64_t rest : {std::int64_t{0}, d / 2, d - 1})
      cells.add(quotient * d + rest, d);
    for (const std::int64_t rest : {std::int64_t{0}, d / 2, d - 1})
      cells.add(-quotient * d - rest, d);
  }
  expect_exact(cells);
}

TEST(RatioKernel, RemarksALargeQuotient) {
  const std::vector<std::int64_t> top{5, std::int64_t{1} << 51};
  const std::vector<std::int64_t> bottom{3, 1};
  std::vector<std::int64_t> rounded(2);
  for (const RatioKernel& kernel : ratio_kernels()) {
    const auto remarks =
        kernel.round({top.data(), 1, bottom.data(), rounded.data(), 2}, Rounding::half_up);
    EXPECT_TRUE(remarks.has_large_quotient) << kernel.name;
    EXPECT_FALSE(remarks.has_low_bottom) << kernel.name;
    EXPECT_EQ(rounded[0], 2) << kernel.name;
  }
}

TEST(RatioKernel, RemarksZeroAndNegativeDenominators) {
  for (const std::int64_t low : {0, -4}) {
    const std::vector<std::int64_t> top{8, 10, 12};
    const std::vector<std::int64_t> bottom{4, low, 5};
    std::vector<std::int64_t> rounded(3);
    for (const RatioKernel& kernel : ratio_kernels()) {
      const auto remarks =
          kernel.round({top.data(), 1, bottom.data(), rounded.data(), 3}, Rounding::half_up);
      EXPECT_TRUE(remarks.has_low_bottom) << kernel.name;
      EXPECT_EQ(rounded[0], 2) << kernel.name;
      EXPECT_EQ(rounded[2], 2) << kernel.name;
    }
  }
}

TEST(RatioKernel, AddsAndMultipliesModulo64Bits) {
  Random random(99);
  std::vector<std::int64_t> left(1001);
  std::vector<std::int64_t> right(1001);
  for (std::size_t i = 0; i < left.size(); ++i) {
    left[i] = random.signed_of_bits(31);
    right[i] = random.signed_of_bits(31);
  }
  for (const RatioKernel& kernel : ratio_kernels()) {
    for (const std::int64_t factor : {1, -1, 25, -7}) {
      std::vector<std::int64_t> sums = left;
      kernel.add(sums.data(), right.data(), factor, sums.size());
      for (std::size_t i = 0; i < sums.size(); ++i) {
        ASSERT_EQ(sums[i], left[i] + factor * right[i]) << kernel.name;
      }
    }
    std::vector<std::int64_t> products = left;
    kernel.multiply(products.data(), right.data(), products.size());
    for (std::size_t i = 0; i < products.size(); ++i) {
      ASSERT_EQ(products[i], left[i] * right[i]) << kernel.name;
    }
  }
}

TEST(RatioKernel, BoundsTheLargestValue) {
  for (const RatioKernel& kernel : ratio_kernels()) {
    for (const std::int64_t most : {0, 1, 1000, -4097}) {
      std::vector<std::int64_t> values(77, most / 3);
      values[40] = most;
      const std::uint64_t bound = kernel.largest(values.data(), values.size());
      EXPECT_GE(bound, magnitude(most)) << kernel.name;
      EXPECT_LE(bound, 2 * magnitude(most)) << kernel.name;
    }
  }
}

TEST(RatioKernel, TheLastOneRunsEverywhere) {
  EXPECT_EQ(ratio_kernels().back().name, "baseline");
}

int128 wide(std::int64_t high, std::uint64_t low) {
  return static_cast<int128>((static_cast<uint128>(high) << 64U) | low);
}

TEST(RoundFraction, RoundsRandomFractionsOf128BitsExactly) {
  Random random(128);
  for (int i = 0; i < 60'000; ++i) {
    const int128 top = wide(random.signed_of_bits(static_cast<unsigned>(random.below(63))),
                            static_cast<std::uint64_t>(random.signed_of_bits(63)));
    const int128 bottom = i % 3 == 0 ? wide(random.signed_of_bits(62), random.below(1000) + 1)
                                     : int128{random.signed_of_bits(63)};
    if (bottom == 0) continue;
    const Rounding mode = modes[static_cast<std::size_t>(i) % modes.size()];
    const Rational exact = to_rational(top) / to_rational(bottom);
    ASSERT_EQ(to_rational(round_fraction(top, bottom, mode)), round_to_integer(exact, mode))
        << exact << ' ' << name_of(mode);
  }
}

TEST(RoundFraction, RoundsNear2To127) {
  const int128 most = wide(std::numeric_limits<std::int64_t>::max(), ~std::uint64_t{0});
  for (const Rounding mode : modes) {
    for (const int128 top : {most, most - 1, -most, -most + 1}) {
      for (const int128 bottom :
           {int128{1}, int128{-1}, int128{2}, int128{3}, most, most - 1, most / 2, -most}) {
        const Rational exact = to_rational(top) / to_rational(bottom);
        EXPECT_EQ(to_rational(round_fraction(top, bottom, mode)), round_to_integer(exact, mode))
            << exact << ' ' << name_of(mode);
      }
    }
  }
}

}  // namespace
}  // namespace edustat::detail
