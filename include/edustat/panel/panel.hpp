// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/error/error.hpp"
#include "edustat/panel/column.hpp"
#include "edustat/panel/progress.hpp"
#include "edustat/panel/table.hpp"
#include "edustat/place/period.hpp"
#include "edustat/place/region_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {

/// Two facts of the same region, period, categories and measure.
enum class Duplicates : std::uint8_t {
  refuse,  ///< an error lists their rows
  add      ///< their sum is the fact: order lines, contracts
};

/// Rows whose region is not in the tree, or does not exist in that period.
enum class UnknownRegions : std::uint8_t {
  refuse,    ///< an error lists them
  set_aside  ///< left out of every sum, and listed by Panel::set_aside()
};

/// How a table is read as a panel.
struct PanelOptions {
  std::string region = "region";  ///< column of the region codes
  std::string period = "period";  ///< column of the periods
  /// Measure columns; empty: every other column that holds numbers, under its own name.
  std::vector<Column> columns{};
  /// Dimension and the column of its codes, for a long table with a row for each category.
  std::vector<std::pair<std::string, std::string>> categories{};
  std::optional<Catalogue> catalogue{};  ///< what measures and categories mean
  /// Whole numbers in the period column count periods from this one, from 0; absent: they are
  /// years (2016) or months (201611).
  std::optional<Period> first_period{};
  InnerFacts inner = InnerFacts::refuse;            ///< for columns that do not say
  Duplicates duplicates = Duplicates::refuse;       ///< what happens with them
  UnknownRegions unknown = UnknownRegions::refuse;  ///< what happens with them
  std::string hierarchy{};                          ///< of the tree; empty for the main one
  Work work{};                                      ///< threads, progress, stopping
};

/// Facts by region, period, category and measure, read from a table without copies where its
/// columns are whole numbers of 64 bits, and its keys whole numbers or dictionary codes.
///
/// Every key is checked when the panel is made, and everything that is wrong is reported at once,
/// with its rows. A null value is missing; a row that is not there is missing as well.
class Panel {
 public:
  /// Reads a table.
  /// @throws StructureError (columns that are not there or repeated, a float column without
  /// places, repeated keys, facts of inner nodes), CodeError (unknown regions, measures and
  /// categories), ParseError (periods, numbers in text, floats that are no decimals), UnitError,
  /// LimitError, Cancelled
  [[nodiscard]] static Panel from_table(const Table& table, const RegionTree& tree,
                                        const PanelOptions& options = {});

  /// The regions.
  [[nodiscard]] const RegionTree& tree() const noexcept;
  /// Series in the order of the columns, each with all categories that occur.
  [[nodiscard]] std::span<const Series> series() const noexcept;
  /// The periods that occur, from the earliest.
  [[nodiscard]] std::span<const Period> periods() const noexcept;
  /// Rows of the table.
  [[nodiscard]] std::size_t rows() const noexcept;
  /// Rows that were set aside, each with its reason; the line of a place is the row, from 1.
  [[nodiscard]] std::span<const Fault> set_aside() const noexcept;

  /// The hierarchy of the tree in which the regions stand.
  [[nodiscard]] const std::string& hierarchy() const noexcept;

  /// What copies share; known to the library alone.
  struct Data;
  /// From inside the library.
  explicit Panel(std::shared_ptr<const Data> data) noexcept;
  /// For the library.
  [[nodiscard]] const Data& data() const noexcept { return *data_; }

 private:
  std::shared_ptr<const Data> data_;
};

/// `refuse` or `add`.
[[nodiscard]] std::string_view name_of(Duplicates duplicates) noexcept;

/// `refuse` or `set_aside`.
[[nodiscard]] std::string_view name_of(UnknownRegions unknown) noexcept;

}  // namespace edustat
