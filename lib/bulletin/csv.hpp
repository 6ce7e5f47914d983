// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// One field of a row, without its quotes.
struct Field {
  std::string text{};
  std::size_t line = 0;    ///< where it begins, from 1
  std::size_t column = 0;  ///< character in that line, from 1
  bool is_malformed = false;
};

/// One row, in one or, where quoted fields hold line ends, several lines.
struct Row {
  std::vector<Field> fields{};  ///< at most CsvReader::most_fields of them
  std::size_t count = 0;        ///< how many there are
  std::size_t line = 0;         ///< where it begins, from 1

  /// True when no field holds anything but spaces.
  [[nodiscard]] bool is_blank() const noexcept;
};

/// Reads comma-separated values: fields in quotes may hold commas, line ends and `""`.
///
/// Lines end with CRLF, LF or CR. Never throws for what the text says: a field whose quotes do not
/// pair, or enclose only a part of it, is marked as malformed, and reading goes on behind it.
/// @source RFC 4180, section 2
class CsvReader {
 public:
  /// Fields beyond these are counted and not kept.
  static constexpr std::size_t most_fields = 64;

  /// Reads valid UTF-8, which must outlive the reader.
  explicit CsvReader(std::string_view text) : text_(text) {}

  /// The next row, false at the end. `row` may be used again.
  [[nodiscard]] bool read(Row& row);

 private:
  void read_field(Field& field);
  void read_quoted(Field& field);
  void read_plain(Field& field);
  [[nodiscard]] bool is_at_line_end() const noexcept;
  void skip_line_end() noexcept;
  void advance_to(std::size_t offset) noexcept;

  std::string_view text_;
  std::size_t next_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

/// The text without spaces, tabs and ideographic spaces at its ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace edustat::detail
