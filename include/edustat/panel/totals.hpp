// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"
#include "edustat/panel/column.hpp"
#include "edustat/place/period.hpp"
#include "edustat/place/region_tree.hpp"
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

/// What stands behind a cell of a total or of an indicator.
enum class CellStatus : std::uint8_t {
  complete,        ///< 完整: everything that is due is known
  partial,         ///< 不完整: a part is known; the value is that of the known part
  missing,         ///< 缺报: nothing is known
  not_applicable,  ///< 不适用
  suppressed,      ///< 不公布
  undefined,       ///< 无意义: a divisor is 0, or a base of growth is not above 0
  not_comparable   ///< 口径不可比: a boundary or plan changed between the two periods
};

/// `complete` and so on, or the Chinese word.
[[nodiscard]] std::string_view name_of(CellStatus status, Language language) noexcept;

/// What a partial total counts as.
enum class Partial : std::uint8_t {
  gap,        ///< as missing: a sum without some of its parts is not published
  known_part  ///< as the sum of what is known, marked partial; on request only
};

/// How many reporting units of a total are known, of how many that are due.
struct Coverage {
  std::uint32_t known = 0;  ///< k
  std::uint32_t due = 0;    ///< n, without those to which the measure does not apply
  /// Equal in both.
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// Sums of a panel by region, period and series: what RollUp::finish() gives.
///
/// Values are whole numbers of 10 to the minus Series::places units. By period and series they lie
/// side by side, one a region, so that a lag is another row and a parent one gather. Immutable;
/// copies share the memory.
class Totals {
 public:
  /// A row of the result: a region of an asked level, a group, or the rest of what contains it.
  struct Row {
    /// What the row is.
    enum class Kind : std::uint8_t { region, group, complement };
    std::string code{};        ///< of a region; the name of a group, `!` in front for the rest
    std::string name{};        ///< latest name
    std::string level{};       ///< of a region; empty for groups
    Kind kind = Kind::region;  ///< what it is
    std::optional<RegionNumber> region{};  ///< in the tree; nothing for groups
  };
  /// No row above: a root, or a level that was not asked for.
  static constexpr std::int32_t no_parent = -1;

  /// Rows: levels from top to bottom, each in the official order, then groups.
  [[nodiscard]] std::span<const Row> rows() const noexcept;
  /// Periods, from the earliest.
  [[nodiscard]] std::span<const Period> periods() const noexcept;
  /// Series in the order of the columns.
  [[nodiscard]] std::span<const Series> series() const noexcept;
  /// The tree that was rolled up.
  [[nodiscard]] const RegionTree& tree() const noexcept;

  /// The number of a row by its code. @throws CodeError (unknown_region)
  [[nodiscard]] std::size_t row(std::string_view code) const;
  /// The number of a period, or nothing.
  [[nodiscard]] std::optional<std::size_t> period(const Period& period) const noexcept;
  /// The number of the series of a measure and its categories, or nothing.
  [[nodiscard]] std::optional<std::size_t> find_series(
      std::string_view measure,
      std::span<const Reference::Category> categories = {}) const noexcept;

  /// By row: the nearest row above it in the tree of that period, or no_parent. The parent of a
  /// group is the row of the region that contains it.
  [[nodiscard]] std::span<const std::int32_t> parents(std::size_t period) const noexcept;
  /// True when no reporting unit of the row changed sides between two periods.
  [[nodiscard]] bool is_comparable(std::size_t row, std::size_t period,
                                   std::size_t base) const noexcept;

  /// True when sums of this series need 128 bits: then sums() is empty and at() serves.
  [[nodiscard]] bool is_wide(std::size_t series) const noexcept;
  /// By row: the sum of what is known; 0 where nothing is.
  [[nodiscard]] std::span<const std::int64_t> sums(std::size_t period,
                                                   std::size_t series) const noexcept;
  /// By row.
  [[nodiscard]] std::span<const CellStatus> statuses(std::size_t period,
                                                     std::size_t series) const noexcept;
  /// An upper bound of the absolute sums of a series, over all rows and periods; nothing for a wide
  /// one.
  [[nodiscard]] std::optional<std::int64_t> largest(std::size_t series) const noexcept;
  /// k of n.
  [[nodiscard]] Coverage coverage(std::size_t period, std::size_t series,
                                  std::size_t row) const noexcept;
  /// The sum of what is known, exactly, in the unit of the series; 0 where nothing is.
  [[nodiscard]] Rational sum(std::size_t period, std::size_t series, std::size_t row) const;
  /// The total with its unit, or why there is none.
  [[nodiscard]] Observation at(std::size_t period, std::size_t series, std::size_t row,
                               Partial partial = Partial::gap) const;

  /// A printed total of an inner node beside what rolls up to it.
  struct Difference {
    std::size_t period = 0;              ///< number
    std::size_t series = 0;              ///< number
    RegionNumber region = 0;             ///< in the tree
    Rational reported{};                 ///< the fact of the inner node, in the unit of the series
    std::optional<Rational> computed{};  ///< the roll-up of what is known below it; nothing where
                                         ///< nothing is, or its level was not asked for
    Coverage coverage{};                 ///< of the roll-up
  };
  /// Every total that was reported for an inner node and is not what rolls up to it, or cannot be
  /// compared because something below is not known.
  [[nodiscard]] std::span<const Difference> differences() const noexcept;

  /// Months into quarters, years and so on, each series by its own time rule: flows and cohorts
  /// add, a month that is not known makes the sum partial; stocks, cumulative figures, plans and
  /// standards take the last period. Ratios and ranks have no value.
  /// @throws StructureError (periods_do_not_divide)
  [[nodiscard]] Totals by_period(Period::Kind kind) const;
  /// Cumulative series as flows: differences within their origin, the first period of an origin as
  /// it stands. A period whose predecessor is not known is missing.
  [[nodiscard]] Totals as_flows() const;

  /// What copies share; known to the library alone.
  struct Data;
  /// From inside the library.
  explicit Totals(std::shared_ptr<const Data> data) noexcept;

 private:
  std::shared_ptr<const Data> data_;
};

/// `gap` or `known_part`.
[[nodiscard]] std::string_view name_of(Partial partial) noexcept;

/// `region`, `group` or `complement`.
[[nodiscard]] std::string_view name_of(Totals::Row::Kind kind) noexcept;

}  // namespace edustat
