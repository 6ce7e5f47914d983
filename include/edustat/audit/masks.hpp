// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/number/rational.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// What the masked digits of a bulletin can be. An inference: the facts stay as they are printed.
struct Masks {
  /// A relation that rules out some digits.
  struct Reason {
    Finding::Kind kind = Finding::Kind::rule;   ///< why it must hold
    std::string rule{};                         ///< id of what implies it
    std::string relation{};                     ///< as it was judged
    Label label{};                              ///< in words
    std::vector<std::size_t> facts{};           ///< by reference index, numbers from 0
    Interval allowed = Interval::everything();  ///< what it alone lets the masked figure be
  };
  /// One masked figure.
  struct Masked {
    std::size_t fact = 0;                       ///< number in the bulletin, from 0
    Figure figure;                              ///< as printed
    Interval allowed = Interval::everything();  ///< what all relations together let it be
    std::size_t fillings = 0;                   ///< how many there are
    std::vector<std::string> prints{};          ///< fillings that fit, rising
    std::vector<Rational> values{};             ///< their values in base units
    std::vector<Reason> reasons{};              ///< relations that rule out some filling

    /// True when one filling alone fits.
    [[nodiscard]] bool is_forced() const noexcept { return prints.size() == 1; }
  };
  /// Masked digits in the text, of figures or not: `20xx`.
  struct Pattern {
    std::string text{};     ///< as printed, every mask as `x`
    std::size_t count = 0;  ///< how often it stands in the text
    std::string range{};    ///< `20xx-2018`, when a year bounds it; empty otherwise
  };
  /// The same digits for every run of masks of one length.
  struct Substitution {
    std::string digits{};     ///< `16`
    std::size_t figures = 0;  ///< masked figures that it fills
    std::size_t in_text = 0;  ///< runs in the text that it fills
  };

  std::vector<Masked> masked{};        ///< in the order of the bulletin
  std::vector<Pattern> patterns{};     ///< in the order of the text
  std::vector<Substitution> common{};  ///< all that survive, rising, shorter first

  /// In words, with the relations that force what is forced.
  [[nodiscard]] std::string explain(Language language) const;
};

/// How masks are filled.
struct MaskOptions {
  Precision precision = Precision::nearest;  ///< for figures whose precision nothing else declares
  std::string text{};  ///< the whole text of the bulletin: its masks count for the substitution
};

/// What the relations of a bulletin let its masked digits be, one figure by one and, as an
/// assumption of its own, when the same digits stand for every run of masks of the same length.
///
/// A figure with more than four masked digits gets its interval and no list; runs of more than four
/// are not substituted. `某` has no digits to fill. Patterns of the text that are no facts
/// constrain nothing, but a range of years does not end before it begins: `20xx-2018`. What is
/// ruled out is impossible over the real numbers; what is listed is not proven possible.
/// @throws CodeError, UnitError as audit()
[[nodiscard]] Masks masks(const Bulletin& bulletin, const Catalogue& catalogue,
                          const MaskOptions& options = {});

}  // namespace edustat
