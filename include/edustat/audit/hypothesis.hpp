// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/slip.hpp"
#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/interval.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace edustat {

/// A fact that may be printed wrongly, and what the rest of the bulletin lets it be.
struct Suspect {
  std::size_t fact = 0;                       ///< number in the bulletin, from 0
  Interval allowed = Interval::everything();  ///< in base units
  std::vector<std::size_t> besides{};         ///< facts that must be wrong as well, rising
};

/// One slip in one fact that would mend the bulletin; where other facts must be wrong as well,
/// together with another value of each.
struct Hypothesis {
  std::size_t fact = 0;                       ///< number in the bulletin, from 0
  Slip slip;                                  ///< what went wrong
  Interval allowed = Interval::everything();  ///< what the rest lets the fact be
  std::vector<std::size_t> others{};   ///< facts that the slip involves: another denominator, rates
  std::vector<std::size_t> besides{};  ///< facts that must be wrong as well; mostly none
};

/// The facts each of which could alone be at fault: without its print the hard relations that hang
/// together with it contradict one another no longer, as far as narrowing intervals can tell.
///
/// Relations that share no fact are looked at apart. Nothing where they agree, or where no single
/// fact stands in all that are contradicted: sets of facts are the joint audit's question. Over the
/// real numbers, with outer bounds.
/// @throws CodeError, UnitError as audit()
[[nodiscard]] std::vector<Suspect> suspects(const Bulletin& bulletin, const Catalogue& catalogue,
                                            const SlipOptions& options = {});

/// Every single slip that would mend each of the suspects, the likeliest first over all of them:
/// those of slips(), and for rates another denominator that the bulletin prints for the same
/// region, or the plain mean of the rates of its parts.
///
/// The suspects may come from suspects(), from Finding::allowed or from a joint audit. Equal
/// weights in the order of the suspects.
/// @throws CodeError, UnitError as audit(); StructureError (missing_input) for a fact that has no
/// figure
[[nodiscard]] std::vector<Hypothesis> hypotheses(const Bulletin& bulletin,
                                                 const Catalogue& catalogue,
                                                 std::span<const Suspect> suspects,
                                                 const SlipOptions& options = {});

}  // namespace edustat
