// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/unit.hpp"
#include "edustat/quantity/unit_system.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// One slip between a true value and its print.
struct Slip {
  /// What went wrong.
  enum class Kind : std::uint8_t {
    rounding,           ///< shortened by another rule, or to another place than it shows
    scale_word,         ///< 万, 亿 dropped, added or exchanged: 元 for 万元
    unit,               ///< 亩 for 平方米, % for ‰, 人 for 人次
    transposed,         ///< two neighbouring digits exchanged
    mistyped,           ///< one digit for another
    dropped,            ///< a digit is missing
    doubled,            ///< a digit stands twice
    decimal_point,      ///< the point stands elsewhere or is missing
    sign,               ///< the sign is lost or added
    other_denominator,  ///< a rate over another denominator than its formula's
    mean_of_rates       ///< a mean of rates in place of the rate of sums
  };

  Kind kind = Kind::rounding;                  ///< what went wrong
  Figure figure;                               ///< what should have been printed
  Precision precision = Precision::nearest;    ///< the rule by which `interval` reads it
  Interval interval = Interval::everything();  ///< of the corrected figure, in base units
  Rational weight{};                           ///< share of its kind among its alternatives
  std::vector<std::string> arguments{};        ///< print, correction, and what else is named

  /// What happened, with the reason of the weight.
  [[nodiscard]] std::string explain(Language language) const;
};

/// `rounding` and so on.
[[nodiscard]] std::string_view name_of(Slip::Kind kind) noexcept;
/// 取舍规则不同, rounded by another rule; and so on.
[[nodiscard]] std::string_view words_of(Slip::Kind kind, Language language) noexcept;
/// How often a kind is expected, in shares of 1000, before anything is known of the figure.
///
/// Digits by the shares of mistyped, transposed and doubled digits among the errors of writing
/// numbers; the others by judgement.
/// @source J. Verhoeff, Error Detecting Decimal Codes (1969), for the order of mistyped before
/// transposed before doubled; docs/decisions/0020-slips-in-order.md
[[nodiscard]] int share_of(Slip::Kind kind) noexcept;

/// How slips are looked for.
struct SlipOptions {
  Precision precision = Precision::nearest;  ///< for figures whose precision nothing else declares
  std::size_t most = 20;                     ///< as many are returned at most
  UnitSystem units{};                        ///< the unit words of the prints
};

/// Every single slip that would mend a figure: its correction could stand for some value of
/// `allowed`, which `printed` could not. The likeliest first.
///
/// Ranked by weight: the share of the kind, divided by the number of prints to which the kind could
/// lead; half of it where the correction only meets an edge of `allowed`. Equal weights in the
/// order of the kinds, then of the texts. Nothing when the print needs no mending, unless it is
/// printed in another unit than `unit`: then that alone. Digits are changed in prints with one run
/// of the digits 0 to 9; masked figures and figures with a qualifier are not mended.
[[nodiscard]] std::vector<Slip> slips(const Figure& printed, const Interval& allowed,
                                      const Unit& unit, const SlipOptions& options = {});

}  // namespace edustat
