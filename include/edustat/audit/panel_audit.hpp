// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/explanation.hpp"
#include "edustat/audit/finding.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/panel/progress.hpp"
#include "edustat/panel/table.hpp"
#include "edustat/panel/totals.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace edustat {

/// How totals are audited.
struct PanelAuditOptions {
  Partial partial = Partial::gap;  ///< what a partial total counts as
  std::vector<Explanation>
      explanations{};   ///< of soft findings; their scope is the name or code of a row
  std::string as_of{};  ///< the day on which explanations must be valid, `2016-12-31`; empty: today
  Work work{};          ///< threads, progress, stopping
};

/// Every relation that a catalogue implies, judged on every row and period of totals.
///
/// Exact series are compared as they stand. A series of shortened values is read by its precision:
/// a sum of n values that were each rounded to u is known to n * u / 2 on either side.
class PanelAudit {
 public:
  /// One relation, for one choice of categories.
  struct Check {
    Finding::Kind kind = Finding::Kind::rule;       ///< why it must hold
    std::string rule{};                             ///< id of what implies it
    Severity severity = Severity::hard;             ///< must hold, or fix and explain
    Label label{};                                  ///< in words
    Label note{};                                   ///< what the catalogue says of it
    std::vector<Reference::Category> categories{};  ///< for which it is read
    std::string statement{};      ///< the relation, indicators without a series written out
    std::size_t consistent = 0;   ///< cells; of a printed total only where something is unknown
    std::size_t impossible = 0;   ///< cells, explained ones among them
    std::size_t cannot_tell = 0;  ///< cells, explained ones among them
    std::size_t gaps = 0;         ///< cells with an input that is not known
  };
  /// A cell in which a relation is not consistent.
  struct Cell {
    std::uint32_t check = 0;                     ///< number
    std::uint32_t period = 0;                    ///< number in the totals
    std::uint32_t row = 0;                       ///< number in the totals
    Verdict verdict = Verdict::cannot_tell;      ///< impossible or cannot_tell
    std::optional<std::uint32_t> explanation{};  ///< number among those given, for a soft finding
  };

  /// What was audited.
  [[nodiscard]] const Totals& totals() const noexcept;
  /// Printed indicators, declared relations, categories, subsets, cumulative figures, printed
  /// totals, in this order.
  [[nodiscard]] std::span<const Check> checks() const noexcept;
  /// By check, then period, then row.
  [[nodiscard]] std::span<const Cell> cells() const noexcept;
  /// Relations that were not judged, each with the references that no series answers.
  [[nodiscard]] std::span<const Fault> left_out() const noexcept;
  /// The whole story of a cell, by its number in cells(). An input's origin is the number of its
  /// series.
  [[nodiscard]] Finding finding(std::size_t cell) const;
  /// The stored explanation of a cell, or null.
  [[nodiscard]] const Explanation* explanation(std::size_t cell) const noexcept;
  /// impossible if any cell without explanation is, else cannot_tell if any is, else consistent.
  [[nodiscard]] Verdict verdict() const noexcept;

  /// What copies share; known to the library alone.
  struct Data;
  /// From inside the library.
  explicit PanelAudit(std::shared_ptr<const Data> data) noexcept;

 private:
  std::shared_ptr<const Data> data_;
};

/// Judges every relation that the catalogue implies on every row and period: printed indicators
/// against their formulas, declared relations with their shifts and parents, categories against
/// their total, subsets against their wholes, cumulative figures against the period before, and
/// totals that inner regions reported against what rolls up to them.
///
/// A relation is read for every combination of categories that occurs. Cells with an unknown input
/// are counted, not judged. The verdict of a cell is that of check() on its figures, but never
/// cannot_tell where the figures themselves satisfy the relation.
/// @throws UnitError, StructureError, CodeError as evaluate() does; ParseError (bad_value) for an
/// `as_of` or `valid_until` that is no day; Cancelled
[[nodiscard]] PanelAudit audit(const Totals& totals, const Catalogue& catalogue,
                               const PanelAuditOptions& options = {});

/// The cells of an audit as a table, a row each.
///
/// Columns: level, code, name, parent, period as for totals; kind, rule, a column for each
/// dimension of the categories, label (Chinese), label_en, severity, verdict, statement, left and
/// right (what both sides can be, in base units: a number such as 3191/5000, or an interval),
/// explanation.
/// @throws StructureError (duplicate_column) for a dimension with the name of another column
[[nodiscard]] Table to_table(const PanelAudit& audit);

}  // namespace edustat
