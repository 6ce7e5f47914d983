// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace edustat::detail {

/// Rows that are looked at together: their indices stay in the nearest cache.
inline constexpr std::size_t block_rows = 16384;
/// Series whose sums fit on one line of 64 bytes, beside the count of rows.
inline constexpr std::size_t line_series = 7;
/// Numbers on a line.
inline constexpr std::size_t line_width = 8;

/// The keys of a block and what they mean.
struct KeyBlock {
  const void* periods;            ///< int16 or int32 codes
  const std::int32_t* regions;    ///< codes
  std::int64_t first_period;      ///< the code whose meaning comes first
  std::int64_t first_region;      ///< the code whose meaning comes first
  const std::uint64_t* plane_of;  ///< by period code: where its plane begins
  /// By period code: which of `cells_of` serves it; null where one serves all.
  const std::uint16_t* edition_of;
  const std::uint32_t* const* cells_of;  ///< by edition: cell by region code
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
/// Sums wrap modulo 2^64, so whatever lies under an empty row is added first and taken away again:
/// the result is exact as long as the true sum fits.
struct ScanKernel {
  /// Cell numbers of rows: plane + cell. Two functions, for periods of 16 and 32 bits.
  void (*indices16)(const KeyBlock& keys, std::size_t rows, std::uint64_t* indices);
  void (*indices32)(const KeyBlock& keys, std::size_t rows, std::uint64_t* indices);
  /// Where a new cell begins: `starts` has room for rows + 1 and ends with `rows`; gives how many.
  std::size_t (*runs)(const std::uint64_t* indices, std::size_t rows, std::uint32_t* starts);
  /// sums[index] += values of each run.
  void (*add_runs)(const std::int64_t* values, const std::uint64_t* indices,
                   const std::uint32_t* starts, std::size_t runs, std::int64_t* sums);
  /// sums[index] += value of each row.
  void (*add_rows)(const std::int64_t* values, const std::uint64_t* indices, std::size_t rows,
                   std::int64_t* sums);
  /// lines[index][k] += value k of each row, and the last number counts rows; by number of series.
  void (*add_lines[line_series + 1])(const std::int64_t* const* values,
                                     const std::uint64_t* indices, std::size_t rows,
                                     std::int64_t* lines);
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
