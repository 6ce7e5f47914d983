// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/decimal.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/panel/progress.hpp"
#include "edustat/panel/totals.hpp"
#include "edustat/quantity/observation.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// How a catalogue is evaluated on totals.
struct EvaluateOptions {
  std::vector<std::string>
      indicators{};                ///< ids, labels or aliases; empty: all that the series allow
  Partial partial = Partial::gap;  ///< what a partial total counts as
  Work work{};                     ///< threads, progress, stopping
};

/// Indicators of a catalogue on totals: by period and indicator, one value a row.
///
/// Values are rounded once, from the exact fraction, to the places of the indicator, and held as
/// whole numbers of 10 to the minus `places` units.
class Indicators {
 public:
  /// One indicator, for one category where it is read by category.
  struct Column {
    std::string indicator{};                        ///< full id
    std::vector<Reference::Category> categories{};  ///< for which it is read
    Label label{};                                  ///< in both languages
    Unit unit{};                                    ///< of the values
    int places = 0;                                 ///< of the values
    Rounding rounding = Rounding::half_up;          ///< by which they were rounded
    std::string formula{};                          ///< as the catalogue writes it
    /// `start_rate`, or `training_share[training_kind=disabled]`
    [[nodiscard]] std::string name() const;
  };

  /// The totals from which everything was computed.
  [[nodiscard]] const Totals& totals() const noexcept;
  /// In the order of the catalogue.
  [[nodiscard]] std::span<const Column> columns() const noexcept;
  /// The number of the column of an indicator. @throws CodeError (unknown_item)
  [[nodiscard]] std::size_t column(std::string_view indicator,
                                   std::span<const Reference::Category> categories = {}) const;
  /// Indicators of the catalogue that were left out, each with the references that no series
  /// answers.
  [[nodiscard]] std::span<const Fault> left_out() const noexcept;

  /// By row: the rounded value; 0 where there is none, and where it needs more than 64 bits.
  [[nodiscard]] std::span<const std::int64_t> values(std::size_t period,
                                                     std::size_t column) const noexcept;
  /// By row.
  [[nodiscard]] std::span<const CellStatus> statuses(std::size_t period,
                                                     std::size_t column) const noexcept;
  /// k of n of the input of which the smallest share is known; 0 of 0 where an input is in no
  /// period of the totals.
  [[nodiscard]] Coverage coverage(std::size_t period, std::size_t column, std::size_t row) const;
  /// The rounded value, whatever its size; nothing where there is none.
  [[nodiscard]] std::optional<Decimal> rounded(std::size_t period, std::size_t column,
                                               std::size_t row) const;
  /// The value reading of the same formula in this cell: exact, in the unit of the column. For an
  /// average growth, which is a root, the rounded value.
  [[nodiscard]] Observation at(std::size_t period, std::size_t column, std::size_t row) const;

  /// What copies share; known to the library alone.
  struct Data;
  /// From inside the library.
  explicit Indicators(std::shared_ptr<const Data> data) noexcept;
  /// For the library.
  [[nodiscard]] const Data& data() const noexcept { return *data_; }

 private:
  std::shared_ptr<const Data> data_;
};

/// Every indicator of a catalogue that the series of the totals allow, for every row and period.
///
/// An input that is a gap makes a gap, the strongest reason first: suppressed, missing, not
/// applicable, not comparable, undefined. A shift leads to exactly the period that is meant, or to
/// missing; across a change of the row's boundary it is not comparable. A divisor made of earlier
/// values alone is a base of growth, and undefined where it is not above 0. Before the first period
/// of its origin a cumulative figure is 0. parent(x) of a root is not applicable, and missing where
/// the level above was not asked for. A plan or a standard answers for every period in its own, the
/// shortest first.
///
/// Indicators are read for each code of their dimensions that occurs, besides the whole. One that
/// the series do not allow is in left_out(), as is growth of a cumulative figure over an earlier
/// value within its count (use new_this_period).
/// @throws CodeError (an asked indicator that is not known, a series whose name means several
/// measures), StructureError (an asked indicator that would be left out; two series of one measure
/// and category), UnitError (a series whose unit does not convert to that of its measure),
/// Cancelled
[[nodiscard]] Indicators evaluate(const Totals& totals, const Catalogue& catalogue,
                                  const EvaluateOptions& options = {});

}  // namespace edustat
