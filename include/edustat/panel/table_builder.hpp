// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace edustat {

/// A whole number of 128 bits, in two's complement, without the places of its column.
struct Decimal128 {
  std::uint64_t low = 0;  ///< the lower bits
  std::int64_t high = 0;  ///< the upper bits with the sign
};

/// Puts a table of one batch together from columns that it takes over.
///
/// The validity of a column is a bit a row, least significant first, 1 for a value; none at all
/// means that every row has one.
/// @code
/// TableBuilder builder;
/// builder.add_text("region", {"A", "B"}).add_int64("pupils", {120, 80}, {});
/// const Table table = std::move(builder).build();  // 2 rows
/// @endcode
class TableBuilder {
 public:
  /// Adds texts; UTF-8.
  TableBuilder& add_text(std::string name, const std::vector<std::string>& values);
  /// Adds rows that are indices into `values`; -1 is a row without value.
  TableBuilder& add_dictionary(std::string name, std::vector<std::int32_t> indices,
                               const std::vector<std::string>& values);
  /// Adds whole numbers of 32 bits.
  /// @throws StructureError (malformed_table) if the validity is too short
  TableBuilder& add_int32(std::string name, std::vector<std::int32_t> values,
                          std::vector<std::uint8_t> validity);
  /// Adds whole numbers of 64 bits.
  /// @throws StructureError (malformed_table) if the validity is too short
  TableBuilder& add_int64(std::string name, std::vector<std::int64_t> values,
                          std::vector<std::uint8_t> validity);
  /// Adds decimals of `precision` digits, `scale` of them behind the point. Does not look whether
  /// the values keep to the precision.
  /// @throws StructureError (malformed_table) if the validity is too short, `precision` lies
  /// outside [1, 38] or `scale` outside [-127, 127]
  TableBuilder& add_decimal128(std::string name, int precision, int scale,
                               std::vector<Decimal128> values, std::vector<std::uint8_t> validity);

  /// The table; the builder is empty afterwards.
  /// @throws StructureError (unequal_columns, duplicate_column; malformed_table if a text is not
  /// UTF-8 or an index lies outside its values)
  [[nodiscard]] Table build() &&;

 private:
  std::vector<Field> fields_{};
  std::vector<Chunk> chunks_{};
  std::vector<std::shared_ptr<const void>> memory_{};

  template <typename T>
  const T* keep(std::vector<T> values);
  template <typename T>
  TableBuilder& add_values(Field field, std::vector<T> values, std::vector<std::uint8_t> validity);
  Chunk texts(const std::vector<std::string>& values, ColumnType& type);
};

}  // namespace edustat
