// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace edustat::detail {

/// Rows that are looked at together, column by column: as many as pay for going to the next column,
/// and so few that their indices stay near.
inline constexpr std::size_t block_rows = 32768;
/// Series whose sums fit on one line of 64 bytes, beside the count of rows.
inline constexpr std::size_t line_series = 7;
/// Numbers on a line.
inline constexpr std::size_t line_width = 8;

/// The cells that region codes mean: each by its code, and the same as spans of codes of one cell.
struct CodeCells {
  const std::uint32_t* cells;        ///< by code
  const std::uint32_t* span_begins;  ///< codes from 0, ascending; last, how many codes there are
  const std::uint32_t* span_cells;
  std::size_t spans;
};

/// The keys of a block and what they mean.
struct KeyBlock {
  const void* periods;            ///< int16 or int32 codes
  const std::int32_t* regions;    ///< codes
  std::int64_t first_period;      ///< the code whose meaning comes first
  std::int64_t first_region;      ///< the code whose meaning comes first
  const std::uint64_t* plane_of;  ///< by period code: where its plane begins
  /// By period code: which of `cells_of` serves it; null where one serves all.
  const std::uint16_t* edition_of;
  const CodeCells* cells_of;  ///< by edition; spans are looked at where runs are sought
  bool has_one_plane;         ///< known without a look at the periods
};

/// The values of one column in a block.
struct ValueBlock {
  const std::int64_t* values;
  const std::uint8_t* validity;  ///< bit first_bit + i for row i; null: all valid
  std::size_t first_bit;
};

/// How the keys of rows follow each other.
struct KeyOrder {
  std::uint64_t low = 0;   ///< the lowest
  std::uint64_t high = 0;  ///< the highest
  std::uint64_t bits = 0;  ///< the or of all
  bool rises = true;       ///< each is above the one before it
};

/// What a cell without other reasons can be, as bytes.
struct StatusWords {
  std::uint8_t complete;
  std::uint8_t partial;
  std::uint8_t missing;
  std::uint8_t not_applicable;
};

/// What the kernels of one instruction set do. All give the same bytes.
///
/// Sums wrap modulo 2^64, and whatever lies under an empty row may be added first and taken away
/// again: the result is exact as long as the true sum fits.
struct ScanKernel {
  /// Cell numbers of rows: plane + cell. Two functions, for periods of 16 and 32 bits.
  void (*indices16)(const KeyBlock& keys, std::size_t rows, std::uint64_t* indices);
  void (*indices32)(const KeyBlock& keys, std::size_t rows, std::uint64_t* indices);
  /// Where runs of rows of one cell start, and their cells; gives how many. Both arrays have room
  /// for rows + 1; `starts` ends with `rows`.
  std::size_t (*runs16)(const KeyBlock& keys, std::size_t rows, std::uint32_t* starts,
                        std::uint64_t* cells);
  std::size_t (*runs32)(const KeyBlock& keys, std::size_t rows, std::uint32_t* starts,
                        std::uint64_t* cells);
  /// sums[cell] += values of each run; unknown[cell] += its rows without a value.
  void (*add_runs)(const ValueBlock& block, const std::uint32_t* starts, const std::uint64_t* cells,
                   std::size_t runs, std::int64_t* sums, std::uint32_t* unknown);
  /// sums[index] += value of each row; unknown[index] += 1 where there is none.
  void (*add_rows)(const ValueBlock& block, const std::uint64_t* indices, std::size_t rows,
                   std::int64_t* sums, std::uint32_t* unknown);
  /// Both for several columns: lines[index][k] += value k of each row, and the last number counts
  /// rows; by number of columns.
  void (*add_lines[line_series + 1])(const ValueBlock* blocks, const std::uint64_t* indices,
                                     std::size_t rows, std::int64_t* lines, std::uint32_t* unknown);
  /// The or of all absolute values, and of what lies under empty rows: below a power of two that
  /// bounds them.
  std::uint64_t (*magnitudes)(const std::int64_t* values, std::size_t rows);
  /// unknown[i] = rows[i] - unknown[i]: what is known.
  void (*know)(const std::int64_t* rows, std::uint32_t* unknown, std::size_t cells);
  /// The word for what is known of what is due; false where more is known than is due.
  bool (*status)(const std::uint32_t* known, const std::uint32_t* due, std::size_t cells,
                 const StatusWords& words, std::uint8_t* statuses);
  /// How keys below 2^63 follow each other, at least one.
  KeyOrder (*order)(const std::uint64_t* keys, std::size_t rows);
};

/// Every kernel that this machine can run, the fastest first.
[[nodiscard]] std::vector<const ScanKernel*> scan_kernels();
/// The fastest.
[[nodiscard]] const ScanKernel& scan_kernel();

}  // namespace edustat::detail
