// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/audit/hypothesis.hpp"
#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/bound.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/catalogue/formula.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace edustat {

/// One number of a joint question: printed, or hidden behind relations.
struct Unknown {
  std::string name{};                        ///< as relations refer to it
  Interval print = Interval::everything();   ///< what its print lets it be
  Interval domain = Interval::everything();  ///< what it can be whatever is printed: at least 0
  bool is_whole = false;                     ///< counts heads or sets
  bool is_fixed = false;                     ///< its print is beyond doubt
  Rational weight = Rational(1);             ///< how much speaks against its being wrong; above 0
};

/// How long and how far the joint audit looks.
struct ReconcileOptions {
  Precision precision = Precision::nearest;      ///< for figures that declare nothing else
  std::chrono::milliseconds time_limit{10'000};  ///< for everything; then cannot_tell
  std::size_t most_conflicts = 100;              ///< of each group of relations that hang together
  std::set<std::size_t> fixed{};                 ///< facts that are beyond doubt, by number

  /// How much speaks against a fact being wrong, by number; above 0, and 1 for all others.
  std::map<std::size_t, Rational> weights{};
};

/// Prints that cannot all be true, no one of which can be left out.
struct Conflict {
  std::vector<std::size_t> numbers{};    ///< of the unknowns or facts, rising
  std::vector<std::size_t> relations{};  ///< enough to contradict them, rising
};

/// What a print of a least set would have to be.
struct Allowed {
  std::size_t number = 0;              ///< of the unknown
  std::vector<std::size_t> besides{};  ///< the others of its set in its group of relations, rising
  Bound bound{};                       ///< while no print of the set is believed
};

/// What relations say of numbers together.
struct Joint {
  Verdict verdict = Verdict::cannot_tell;  ///< whether all prints can be true at once
  std::vector<Conflict> conflicts{};       ///< the smallest first

  /// The least sets of prints that must be wrong for the others to be possible, by total weight;
  /// all of them, where conflicts are complete.
  std::vector<std::vector<std::size_t>> least{};

  /// What the rest lets each print of the least sets be, in their order; of the first 50.
  std::vector<Allowed> allowed{};

  /// By number: what the others let it be. Its own print counts where all can be true at once;
  /// absent where the others contradict one another without it.
  std::vector<std::optional<Bound>> intervals{};

  bool is_complete = true;  ///< false when a limit left conflicts or intervals unknown
};

/// Asks whether numbers can satisfy relations all at once, over the real numbers and the whole
/// ones.
///
/// Linear relations and ratios in one relation are decided exactly, others as far as the time
/// allows. A quotient by 0 says nothing.
/// @throws StructureError (missing_input, needs_panel) for relations that name no unknown,
/// (doubtful_weight) for a weight that is not above 0
[[nodiscard]] Joint reconcile(std::span<const Unknown> unknowns,
                              std::span<const Relation> relations,
                              const ReconcileOptions& options = {});

/// The joint verdict on a bulletin.
struct Reconciliation {
  /// What one statistic can be.
  struct Known {
    std::string item{};                             ///< full id
    std::vector<Reference::Category> categories{};  ///< in the order of their dimensions
    Scope scope{};                                  ///< of what
    std::optional<Period> period{};                 ///< for when
    std::optional<std::size_t> fact{};              ///< number of its fact; absent: not printed

    /// What its print lets it be, whole where it counts; absent: not printed.
    std::optional<Interval> print{};
    std::optional<Bound> bound{};  ///< in base units; absent where the rest contradicts itself

    /// True when the rest rules out more of the print than an end of it, or all.
    [[nodiscard]] bool is_narrowed() const;
  };
  /// A relation of a conflict.
  struct Reason {
    std::string rule{};                ///< id of what implies it
    Label label{};                     ///< in words
    std::string relation{};            ///< as it must hold
    std::vector<std::size_t> facts{};  ///< its printed inputs
  };
  /// Prints that cannot all be true.
  struct Contradiction {
    std::vector<std::size_t> facts{};  ///< by number, rising
    std::vector<Reason> reasons{};     ///< enough to contradict them
  };
  Verdict verdict = Verdict::cannot_tell;         ///< on all prints together
  std::vector<Contradiction> conflicts{};         ///< the smallest first
  std::vector<std::vector<std::size_t>> least{};  ///< least sets of wrong prints
  std::vector<Known> intervals{};                 ///< printed ones first, by fact
  std::vector<Hypothesis> hypotheses{};           ///< slips that would mend it, the likeliest first
  bool is_complete = true;                        ///< false when a limit was met
  Precision precision = Precision::nearest;       ///< as asked
};

/// Judges all prints of a bulletin together with all hard relations that the catalogue implies, the
/// inputs that are not printed among them: two rates over one hidden plan pin it.
///
/// Part of the target edustat::reconcile, which needs Z3. @throws as audit(), and StructureError
/// (no_such_fact, doubtful_weight) for fixed facts and weights that the bulletin does not have
[[nodiscard]] Reconciliation reconcile(const Bulletin& bulletin, const Catalogue& catalogue,
                                       const ReconcileOptions& options = {});

}  // namespace edustat
