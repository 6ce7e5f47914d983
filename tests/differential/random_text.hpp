// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "random_source.hpp"

#include <string>

/// Texts of numbers, made from digits alone so that nothing under test takes part.
namespace edustat::differential {

/// So many digits, the first one not 0.
std::string digits(RandomSource& random, int count);

/// A whole number above 0: small ones, the borders of 31, 63 and 64 bits, powers of ten, and up to
/// 100 digits.
std::string magnitude(RandomSource& random);

/// A whole number, 0 and negative ones among them.
std::string whole(RandomSource& random);

/// A whole number, a fraction that need not be in lowest terms, or a decimal.
std::string number(RandomSource& random);

/// A number of at most four digits in each part, which 0 and the ends of intervals often are.
std::string small_number(RandomSource& random);

/// A decimal with so many digits behind the point, 5 and 0 more often than others at its end.
std::string decimal(RandomSource& random, int places);

/// Text of the number grammar in all its forms, once in eight times with one character changed.
std::string number_text(RandomSource& random);

/// A figure as bulletins print it: sign, separators, masks, scale word, qualifier, unit; or a
/// ratio.
std::string figure_text(RandomSource& random);

}  // namespace edustat::differential
