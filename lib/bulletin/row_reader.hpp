// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include "bulletin/csv.hpp"
#include "bulletin/head.hpp"
#include "error/fault_list.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace edustat::detail {

/// Reads a CSV file with a head, row by row and cell by cell; what is wrong goes to the faults, and
/// reading goes on behind it. Blank rows say nothing.
class RowReader {
 public:
  /// Reads the head. Everything given must outlive the reader.
  RowReader(std::string_view text, std::string_view source, std::span<const ColumnNames> columns,
            FaultList& faults);

  /// Steps to the next row with as many fields as the head; false at the end.
  [[nodiscard]] bool next();
  /// Gives a cell of this row, without the spaces at its ends, to `read`, and gathers what that
  /// throws. Does nothing where the file has no such column.
  template <typename Read>
  void cell(std::size_t column, Read read) {
    const Field* field = head_.find(row_, column);
    if (field == nullptr) return;
    try {
      read(visible_text(*field));
    } catch (const Error& error) {
      add(error, *field);
    }
  }

  /// True when a cell of this row had a fault.
  [[nodiscard]] bool has_fault() const noexcept { return has_fault_; }
  /// The line at which this row begins.
  [[nodiscard]] Place place() const;

 private:
  [[nodiscard]] bool is_well_formed();
  /// @throws ParseError for characters that nobody sees
  [[nodiscard]] static std::string_view visible_text(const Field& field);
  void add(const Error& error, const Field& field);
  [[nodiscard]] Place place_of(const Field& field) const;

  CsvReader rows_;
  std::string_view source_;
  FaultList& faults_;
  Row row_;
  Head head_;
  bool has_fault_ = false;
};

}  // namespace edustat::detail
