// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/planes.hpp"
#include "panel/scan_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace edustat::detail {

/// Mean rows of a run from which on runs are added at once.
inline constexpr std::size_t rows_of_run = 6;

/// Which rows a block has.
struct BlockNumber {
  std::size_t batch;
  std::size_t first_row;  ///< in the batch
  std::size_t rows;       ///< at most block_rows
};

/// Rows of one batch with the cell of each.
struct Block {
  const FactBatch& batch;
  std::size_t first_row;  ///< in the batch
  std::size_t rows;
  const std::uint32_t* starts;   ///< of runs of one cell
  const std::uint64_t* cells;    ///< by run
  std::size_t runs;              ///< 0: not looked for
  const std::uint64_t* indices;  ///< of the cell, by row; null where rows are in runs
  const ScanKernel& kernel;

  [[nodiscard]] ValueBlock values(std::size_t column) const;

  /// Adds the values of a column, and counts rows without one.
  void add(std::size_t column, std::int64_t* sums, std::uint32_t* unknown) const;
  /// Counts rows.
  void count(std::int64_t* counts) const;
};

/// Finds the cells of rows, block by block.
class BlockReader {
 public:
  /// `planes`: where the plane of each slot begins.
  BlockReader(const Panel::Data& panel, const CellTables& tables, const Layout& layout,
              const std::vector<std::uint64_t>& planes);
  /// With runs, and with an index for each row where runs are short. The block lives until the next
  /// is read.
  [[nodiscard]] Block read(const BlockNumber& number);
  /// With an index for each row alone.
  [[nodiscard]] Block read_rows(const BlockNumber& number);

 private:
  KeyBlock enter(const BlockNumber& number);

  const Panel::Data& panel_;
  const CellTables& tables_;
  const std::vector<std::uint64_t>& planes_;
  std::vector<std::uint16_t> edition_of_slot_;
  bool has_editions_;
  std::size_t batch_;
  std::vector<std::uint64_t> plane_of_code_;
  std::vector<std::uint16_t> edition_of_code_;
  const CodeCells* cells_of_ = nullptr;
  // Not cleared, as most are never touched where runs are long.
  std::unique_ptr<std::uint32_t[]> starts_;
  std::unique_ptr<std::uint64_t[]> run_cells_;
  std::unique_ptr<std::uint64_t[]> indices_;
  const ScanKernel& kernel_;
};

/// Sums of at most line_series columns, side by side on a line for each cell.
class Lines {
 public:
  /// `cells`: of all planes.
  Lines(std::span<const std::size_t> columns, std::size_t cells);
  [[nodiscard]] std::size_t columns() const noexcept { return columns_.size(); }
  /// Adds a block whose indices count cells of all planes.
  void add(const Block& block) const;
  /// Writes one slot into planes, from column number `first` on; the first group brings the count
  /// of rows.
  void copy_to(const Planes& planes, std::size_t slot, std::size_t first) const;

 private:
  std::vector<std::size_t> columns_;
  std::shared_ptr<std::int64_t[]> lines_;
  std::shared_ptr<std::uint32_t[]> unknown_;
};

}  // namespace edustat::detail
