// SPDX-License-Identifier: Apache-2.0
#include "panel/ratio_kernel.hpp"

#include "panel/instructions.hpp"

#include <array>
#include <bit>

// One body, compiled once per instruction set and chosen at run time. Comparisons become masks and
// products are taken modulo 2^64, so that compilers find vectors by themselves.
namespace edustat::detail {
namespace {

using Word = std::uint64_t;

/// All bits where the condition holds.
[[gnu::always_inline]] inline Word mask(bool condition) noexcept {
  return Word{0} - static_cast<Word>(condition);
}

[[gnu::always_inline]] inline bool is_below_zero(Word value) noexcept {
  return static_cast<std::int64_t>(value) < 0;
}

/// The nearest double of a whole number, from its two halves: few instruction sets convert 64 bits
/// side by side. 2^52 + low and 2^84 + 2^63 + high * 2^32 are exact, so is their difference with
/// the constants, and the sum is rounded once.
[[gnu::always_inline]] inline double nearest_double(Word value) noexcept {
  constexpr double offsets = 0x1p84 + 0x1p63 + 0x1p52;
  const double low = std::bit_cast<double>((value & 0xFFFFFFFFU) | 0x4330000000000000U);
  const double high = std::bit_cast<double>((value >> 32U) ^ 0x4530000080000000U);
  return (high - offsets) + low;
}

/// True where the fraction, `rest` / `bottom` above `floor`, rounds to the number above.
template <Rounding rounding>
[[gnu::always_inline]] inline Word above(Word floor, Word rest, Word bottom) noexcept {
  const Word negative = mask(is_below_zero(floor));
  const auto twice = static_cast<std::int64_t>(rest + rest);
  const auto whole = static_cast<std::int64_t>(bottom);
  if constexpr (rounding == Rounding::half_up) {
    return mask(twice > whole) | (mask(twice == whole) & ~negative);
  } else if constexpr (rounding == Rounding::half_even) {
    return mask(twice > whole) | (mask(twice == whole) & (Word{0} - (floor & 1U)));
  } else if constexpr (rounding == Rounding::half_down) {
    return mask(twice > whole) | (mask(twice == whole) & negative);
  } else if constexpr (rounding == Rounding::up) {
    return mask(rest != 0) & ~negative;
  } else if constexpr (rounding == Rounding::down) {
    return mask(rest != 0) & negative;
  } else if constexpr (rounding == Rounding::ceiling) {
    return mask(rest != 0);
  } else {
    return 0;
  }
}

/// An estimate in double is off by less than 7/8 of the denominator where the quotient is below
/// 2^50: three roundings of at most 2^-53 each and half a unit. The remainder modulo 2^64 is then
/// the true one, and shows by its sign whether the estimate is the floor or one above it.
template <Rounding rounding>
[[gnu::always_inline]] inline RatioRemarks round_rows(const RatioBlock& block) noexcept {
  constexpr double to_whole = 0x1.8p52;  // its last place is 1
  constexpr double limit = static_cast<double>(ratio_quotient_limit);
  const auto factor = static_cast<Word>(block.factor);
  const std::int64_t* top = block.top;
  const std::int64_t* bottom = block.bottom;
  std::int64_t* rounded = block.rounded;
  const std::size_t size = block.size;  // a store to `rounded` could change the member
  Word large = 0;
  Word low = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto divisor = static_cast<Word>(bottom[i]);
    const Word sign = mask(is_below_zero(divisor));
    const Word zero = mask(divisor == 0);
    low |= sign | zero;
    const Word d = ((divisor ^ sign) - sign) - zero;
    const Word n = ((static_cast<Word>(top[i]) * factor) ^ sign) - sign;
    const double quotient = nearest_double(n) / nearest_double(d);
    large |= mask(quotient >= limit) | mask(quotient <= -limit);
    Word whole = std::bit_cast<Word>(quotient + to_whole) - std::bit_cast<Word>(to_whole);
    Word rest = n - whole * d;
    const Word over = mask(is_below_zero(rest));
    whole += over;
    rest += d & over;
    rounded[i] = static_cast<std::int64_t>(whole - above<rounding>(whole, rest, d));
  }
  return {large != 0, low != 0};
}

[[gnu::always_inline]] inline RatioRemarks round_block(const RatioBlock& block,
                                                       Rounding rounding) noexcept {
  switch (rounding) {
    case Rounding::half_up:
      return round_rows<Rounding::half_up>(block);
    case Rounding::half_even:
      return round_rows<Rounding::half_even>(block);
    case Rounding::half_down:
      return round_rows<Rounding::half_down>(block);
    case Rounding::up:
      return round_rows<Rounding::up>(block);
    case Rounding::down:
      return round_rows<Rounding::down>(block);
    case Rounding::ceiling:
      return round_rows<Rounding::ceiling>(block);
    case Rounding::floor:
      return round_rows<Rounding::floor>(block);
  }
  return {};
}

[[gnu::always_inline]] inline void add_rows(std::int64_t* sums, const std::int64_t* values,
                                            std::int64_t factor, std::size_t size) noexcept {
  const auto wrapped = [](Word value) { return static_cast<std::int64_t>(value); };
  if (factor == 1 || factor == -1) {
    const Word sign = mask(factor < 0);
    for (std::size_t i = 0; i < size; ++i) {
      sums[i] =
          wrapped(static_cast<Word>(sums[i]) + ((static_cast<Word>(values[i]) ^ sign) - sign));
    }
    return;
  }
  for (std::size_t i = 0; i < size; ++i) {
    sums[i] = wrapped(static_cast<Word>(sums[i]) +
                      static_cast<Word>(values[i]) * static_cast<Word>(factor));
  }
}

[[gnu::always_inline]] inline void multiply_rows(std::int64_t* products, const std::int64_t* values,
                                                 std::size_t size) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    products[i] =
        static_cast<std::int64_t>(static_cast<Word>(products[i]) * static_cast<Word>(values[i]));
  }
}

[[gnu::always_inline]] inline Word largest_of(const std::int64_t* values,
                                              std::size_t size) noexcept {
  // The bits of all magnitudes together: at most twice the largest, without unsigned comparisons.
  Word bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto value = static_cast<Word>(values[i]);
    const Word sign = mask(is_below_zero(value));
    bits |= (value ^ sign) - sign;
  }
  return bits;
}

[[gnu::always_inline]] inline void mark_low_rows(const std::int64_t* bottom, std::int64_t least,
                                                 Strength* strengths, std::size_t size) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    const bool is_low = (bottom[i] == 0) | (bottom[i] < least);
    const Strength low = is_low ? of_undefined : of_complete;
    strengths[i] = strengths[i] < low ? low : strengths[i];
  }
}

[[gnu::always_inline]] inline void clear_rows(std::int64_t* values, const Strength* strengths,
                                              std::size_t size) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    values[i] = strengths[i] <= of_partial ? values[i] : 0;
  }
}

[[gnu::always_inline]] inline void status_rows(const Strength* strengths, CellStatus* statuses,
                                               std::size_t size) noexcept {
  for (std::size_t i = 0; i < size; ++i) statuses[i] = status_of(strengths[i]);
}

RatioRemarks round_anywhere(const RatioBlock& block, Rounding rounding) noexcept {
  return round_block(block, rounding);
}
void add_anywhere(std::int64_t* sums, const std::int64_t* values, std::int64_t factor,
                  std::size_t size) noexcept {
  add_rows(sums, values, factor, size);
}
void multiply_anywhere(std::int64_t* products, const std::int64_t* values,
                       std::size_t size) noexcept {
  multiply_rows(products, values, size);
}
Word largest_anywhere(const std::int64_t* values, std::size_t size) noexcept {
  return largest_of(values, size);
}

void mark_low_anywhere(const std::int64_t* bottom, std::int64_t least, Strength* strengths,
                       std::size_t size) noexcept {
  mark_low_rows(bottom, least, strengths, size);
}
void clear_anywhere(std::int64_t* values, const Strength* strengths, std::size_t size) noexcept {
  clear_rows(values, strengths, size);
}
void status_anywhere(const Strength* strengths, CellStatus* statuses, std::size_t size) noexcept {
  status_rows(strengths, statuses, size);
}

#if defined(__x86_64__)

[[gnu::target("avx2,bmi,bmi2,fma")]] RatioRemarks round_avx2(const RatioBlock& block,
                                                             Rounding rounding) noexcept {
  return round_block(block, rounding);
}
[[gnu::target("avx2,bmi,bmi2,fma")]] void add_avx2(std::int64_t* sums, const std::int64_t* values,
                                                   std::int64_t factor, std::size_t size) noexcept {
  add_rows(sums, values, factor, size);
}
[[gnu::target("avx2,bmi,bmi2,fma")]] void multiply_avx2(std::int64_t* products,
                                                        const std::int64_t* values,
                                                        std::size_t size) noexcept {
  multiply_rows(products, values, size);
}
[[gnu::target("avx2,bmi,bmi2,fma")]] Word largest_avx2(const std::int64_t* values,
                                                       std::size_t size) noexcept {
  return largest_of(values, size);
}

[[gnu::target("avx2,bmi,bmi2,fma")]] void mark_low_avx2(const std::int64_t* bottom,
                                                        std::int64_t least, Strength* strengths,
                                                        std::size_t size) noexcept {
  mark_low_rows(bottom, least, strengths, size);
}
[[gnu::target("avx2,bmi,bmi2,fma")]] void clear_avx2(std::int64_t* values,
                                                     const Strength* strengths,
                                                     std::size_t size) noexcept {
  clear_rows(values, strengths, size);
}
[[gnu::target("avx2,bmi,bmi2,fma")]] void status_avx2(const Strength* strengths,
                                                      CellStatus* statuses,
                                                      std::size_t size) noexcept {
  status_rows(strengths, statuses, size);
}

[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] RatioRemarks round_avx512(
    const RatioBlock& block, Rounding rounding) noexcept {
  return round_block(block, rounding);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void add_avx512(std::int64_t* sums,
                                                                      const std::int64_t* values,
                                                                      std::int64_t factor,
                                                                      std::size_t size) noexcept {
  add_rows(sums, values, factor, size);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void multiply_avx512(
    std::int64_t* products, const std::int64_t* values, std::size_t size) noexcept {
  multiply_rows(products, values, size);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] Word largest_avx512(
    const std::int64_t* values, std::size_t size) noexcept {
  return largest_of(values, size);
}

[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void mark_low_avx512(
    const std::int64_t* bottom, std::int64_t least, Strength* strengths,
    std::size_t size) noexcept {
  mark_low_rows(bottom, least, strengths, size);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void clear_avx512(std::int64_t* values,
                                                                        const Strength* strengths,
                                                                        std::size_t size) noexcept {
  clear_rows(values, strengths, size);
}
[[gnu::target("avx512f,avx512dq,avx512vl,avx512bw")]] void status_avx512(
    const Strength* strengths, CellStatus* statuses, std::size_t size) noexcept {
  status_rows(strengths, statuses, size);
}

/// From the fastest to the one that always runs.
constexpr std::array kernels{
    RatioKernel{"avx512", &round_avx512, &add_avx512, &multiply_avx512, &mark_low_avx512,
                &clear_avx512, &status_avx512, &largest_avx512},
    RatioKernel{"avx2", &round_avx2, &add_avx2, &multiply_avx2, &mark_low_avx2, &clear_avx2,
                &status_avx2, &largest_avx2},
    RatioKernel{"baseline", &round_anywhere, &add_anywhere, &multiply_anywhere, &mark_low_anywhere,
                &clear_anywhere, &status_anywhere, &largest_anywhere}};

std::size_t first_that_runs() noexcept {
  if (runs_avx512()) return 0;
  return runs_avx2() && __builtin_cpu_supports("fma") ? 1 : 2;
}

#else

constexpr std::array kernels{RatioKernel{"baseline", &round_anywhere, &add_anywhere,
                                         &multiply_anywhere, &mark_low_anywhere, &clear_anywhere,
                                         &status_anywhere, &largest_anywhere}};

std::size_t first_that_runs() noexcept {
  return 0;
}

#endif

}  // namespace

std::span<const RatioKernel> ratio_kernels() noexcept {
  return std::span(kernels).subspan(first_that_runs());
}

}  // namespace edustat::detail
