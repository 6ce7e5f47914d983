// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/interval.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// What several bulletins of the same items say of one another.
struct SeriesAudit {
  /// A fact of one of the bulletins.
  struct Source {
    std::size_t bulletin = 0;  ///< number, from 0
    std::size_t fact = 0;      ///< number in its bulletin, from 0
    /// The same fact.
    friend bool operator==(const Source&, const Source&) = default;
  };
  /// What is remarked.
  enum class Kind : std::uint8_t {
    growth,       ///< growth, increase and the two levels that they relate
    formula,      ///< an indicator whose inputs stand in several bulletins or periods
    cumulative,   ///< a cumulative figure against the one before it in its origin
    restatement,  ///< the same statistic in a later bulletin, with the same value
    revision,     ///< the same statistic in a later bulletin, with another value
    plan_change   ///< a plan with another value in a later bulletin
  };
  /// One relation across bulletins.
  struct Remark {
    Kind kind = Kind::formula;              ///< what is remarked
    Verdict verdict = Verdict::consistent;  ///< of the relation; consistent for what is only noted
    std::string rule{};                     ///< id of the item that implies it
    std::string relation{};                 ///< as it was judged
    Label label{};                          ///< in words
    std::vector<Source> facts{};            ///< by reference index
    std::vector<Interval> intervals{};      ///< what the prints of the facts can stand for
    std::vector<std::string> vintages{};    ///< of the facts, where given
  };
  /// A fact that the others know better than its print.
  struct Narrowed {
    Source source{};                             ///< which
    Interval printed = Interval::everything();   ///< what its print can stand for
    Interval interval = Interval::everything();  ///< what all bulletins together let it be
  };

  std::vector<Remark> remarks{};     ///< in the order of their first facts
  std::vector<Narrowed> narrowed{};  ///< in the order of the bulletins
  std::vector<Source> undated{};     ///< facts without period: they meet no other bulletin

  /// impossible if any remark is, else cannot_tell if any is, else consistent.
  [[nodiscard]] Verdict verdict() const noexcept;
};

/// `growth` and so on.
[[nodiscard]] std::string_view name_of(SeriesAudit::Kind kind) noexcept;

/// Judges what relates bulletins of different dates: cumulative figures that fall within their
/// origin, revisions, changes of plan, formulas that reach into other periods (`x@-1y`, `prev(x)`),
/// and the levels that a growth and an increase imply; and narrows every figure by all of them.
///
/// The bulletins stand in the order in which they were published. A fact of another period is taken
/// from the subject's own bulletin, else from the latest earlier one, else from the earliest later
/// one. A cumulative figure of a loan round, or without origin, is not compared with another. What
/// one bulletin says by itself is audit()'s question, but it helps to narrow; relations that hang
/// together with a contradiction do not.
/// @throws CodeError, UnitError as audit()
[[nodiscard]] SeriesAudit audit_series(std::span<const Bulletin> bulletins,
                                       const Catalogue& catalogue,
                                       Precision precision = Precision::nearest);

}  // namespace edustat
