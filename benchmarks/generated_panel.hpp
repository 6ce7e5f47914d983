// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/panel.hpp"
#include "edustat/panel/table.hpp"
#include "edustat/place/region_tree.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace edustat::benchmarks {

/// How generated columns are handed over as a table.
struct TableShape {
  std::size_t measures = 10;   ///< beyond ten, the ten are repeated in memory of their own
  std::size_t batch_rows = 0;  ///< of every batch but the last; 0: one batch
};

/// A table of generated columns, and the memory that any engine must read at least once.
struct GeneratedTable {
  Table table{};
  std::vector<std::span<const std::byte>> memory{};
  /// Bytes of all columns.
  [[nodiscard]] std::size_t bytes() const noexcept;
};

/// The columns of a folder: school, month and the measures with two places.
[[nodiscard]] GeneratedTable read_table(const std::filesystem::path& folder,
                                        const TableShape& shape);

/// The tree of a folder: nation, province, city, county and, where they are not counties, schools.
/// Schools are called 0, 1 and so on, as in the column.
[[nodiscard]] RegionTree read_tree(const std::filesystem::path& folder);

/// How these tables are read as panels.
[[nodiscard]] PanelOptions panel_options(const Catalogue& catalogue, unsigned threads);

}  // namespace edustat::benchmarks
