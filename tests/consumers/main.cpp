// SPDX-License-Identifier: Apache-2.0
// A program of someone who has the archive and the headers, and nothing else.

#include <edustat/number/rational.hpp>
#include <edustat/number/rounding.hpp>

#include <iostream>
#include <string>

int main() {
  using edustat::DecimalPlaces;
  using edustat::Rational;
  using edustat::Rounding;

  const Rational rate = Rational(112) / Rational::parse("176.4") * 100;
  const std::string printed =
      edustat::round_to(rate, DecimalPlaces{2}, Rounding::half_up).to_string();
  std::cout << "112 / 176.4 = " << printed << "%\n";
  // Beyond 64 bits the archive computes with a library whose headers are not in reach here.
  const std::string large = Rational(10).pow(40).to_string();
  const bool as_worked_by_hand = printed == "63.49" && large == "1" + std::string(40, '0');
  return as_worked_by_hand ? 0 : 1;
}
