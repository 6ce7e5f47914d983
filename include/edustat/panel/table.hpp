// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The Arrow C stream interface: a C structure that any producer or consumer of tables can hand
// over.
struct ArrowArrayStream;

namespace edustat {

/// How the values of a column lie in memory.
enum class ColumnType : std::uint8_t {
  null,        ///< no values at all
  boolean,     ///< a bit a row, least significant first
  int8,        ///< signed, as the others up to int64
  int16,       ///< signed
  int32,       ///< signed
  int64,       ///< signed
  uint8,       ///< unsigned, as the others up to uint64
  uint16,      ///< unsigned
  uint32,      ///< unsigned
  uint64,      ///< unsigned
  float32,     ///< never exact by itself: read only with its places stated
  float64,     ///< never exact by itself: read only with its places stated
  decimal32,   ///< whole number of 32 bits, Field::scale places
  decimal64,   ///< whole number of 64 bits, Field::scale places
  decimal128,  ///< whole number of 128 bits, little endian, Field::scale places
  decimal256,  ///< whole number of 256 bits, little endian, Field::scale places
  text,        ///< UTF-8 with offsets of 32 bits
  large_text,  ///< UTF-8 with offsets of 64 bits
  date32,      ///< int32, days since 1970-01-01
  date64,      ///< int64, milliseconds since 1970-01-01; dates, and timestamps of any unit, which
               ///< are brought to milliseconds
  other        ///< nested or unknown to us: the column is kept in name only
};

/// `int64`, `decimal128` and so on.
[[nodiscard]] std::string_view name_of(ColumnType type) noexcept;

/// Name and type of a column.
struct Field {
  std::string name{};                        ///< as the producer calls it
  ColumnType type = ColumnType::null;        ///< of the values; of the decoded ones in a dictionary
  int scale = 0;                             ///< places of a decimal
  int precision = 0;                         ///< digits of a decimal
  bool is_dictionary = false;                ///< rows are indices into Chunk::dictionary
  ColumnType index_type = ColumnType::null;  ///< of the indices of a dictionary
};

/// The rows of one column in one batch: borrowed memory in Arrow's layout.
struct Chunk {
  std::size_t rows = 0;    ///< how many
  std::size_t offset = 0;  ///< the first row, counted in elements from the start of the buffers
  const std::uint8_t* validity = nullptr;  ///< bit offset + i for row i; null: every row is valid
  const void* values = nullptr;            ///< elements, bits of booleans, or offsets of texts
  const char* text = nullptr;              ///< bytes of texts
  std::size_t text_bytes = 0;              ///< how many of them
  std::shared_ptr<const Chunk> dictionary{};  ///< the decoded values that the indices mean

  /// True when row `i` has a value.
  [[nodiscard]] bool is_valid(std::size_t i) const noexcept {
    const std::size_t bit = offset + i;
    return validity == nullptr || ((validity[bit / 8] >> (bit % 8)) & 1U) != 0;
  }
};

/// A table of columns in batches of rows, in Arrow's layout and without copies of the data.
///
/// Immutable; copies share the memory, which lives as long as one of them. Every chunk is checked
/// when the table is made: offsets lie inside their buffers and rise, indices lie inside their
/// dictionaries, texts are UTF-8; so a reader need not check again.
class Table {
 public:
  /// Chunks by column, all of `rows` rows.
  struct Batch {
    std::size_t rows = 0;         ///< of every chunk
    std::vector<Chunk> chunks{};  ///< one a field
  };

  /// An empty table without columns.
  Table();
  /// A table of memory that `owner` keeps alive.
  /// @throws StructureError (malformed_table, duplicate_column, unequal_columns)
  Table(std::vector<Field> fields, std::vector<Batch> batches, std::shared_ptr<const void> owner);

  /// Takes over a stream of another library and reads all its batches; the stream is released.
  ///
  /// Decoded are run-end encoded and view columns; timestamps are brought to milliseconds, rounded
  /// down. A nested column, one of an unknown type, or a timestamp in a zone other than UTC, whose
  /// day cannot be told without a table of zones, becomes ColumnType::other and is refused by
  /// column() only when it is asked for. What a producer says of its sizes is believed where
  /// nothing contradicts it: the interface has no other word for them.
  /// @throws StructureError (malformed_table) where the producer breaks the interface or reports
  /// an error; (duplicate_column)
  [[nodiscard]] static Table from_stream(ArrowArrayStream& stream);
  /// Writes the table into an empty stream structure; its consumer releases it. No copy is made:
  /// the arrays share the memory of the table and may outlive it.
  /// @throws StructureError (wrong_column_type) if a column is ColumnType::other, whose values were
  /// not kept
  void to_stream(ArrowArrayStream& stream) const;

  /// Names and types.
  [[nodiscard]] std::span<const Field> fields() const noexcept;
  /// All batches, in order; empty ones are left out.
  [[nodiscard]] std::span<const Batch> batches() const noexcept;
  /// Rows of all batches.
  [[nodiscard]] std::size_t rows() const noexcept;
  /// The number of the field with this name.
  /// @throws StructureError (unknown_column, with the known names; wrong_column_type if it is
  /// ColumnType::other)
  [[nodiscard]] std::size_t column(std::string_view name) const;
  /// Row `row` of column `column` as a text for messages, at most 64 bytes; empty where it is not
  /// valid.
  [[nodiscard]] std::string text_at(std::size_t column, std::size_t row) const;

 private:
  struct Data;
  explicit Table(std::shared_ptr<const Data> data) noexcept;
  std::shared_ptr<const Data> data_;
};

}  // namespace edustat
