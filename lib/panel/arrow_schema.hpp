// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include "panel/arrow_abi.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// How a column of a stream is brought into a Chunk.
enum class Encoding : std::uint8_t {
  plain,       ///< as it lies
  timestamps,  ///< multiplied or divided to milliseconds
  views,       ///< texts of the view type, gathered
  runs,        ///< run-end encoded, unfolded
  dictionary,  ///< indices as they lie, and their values
  skipped      ///< not read
};

/// What a schema says of one column, or of the values inside it.
struct ColumnLayout {
  Encoding encoding = Encoding::plain;
  ColumnType type = ColumnType::null;            ///< of the decoded values
  int precision = 0;                             ///< digits of a decimal
  int scale = 0;                                 ///< places of a decimal
  std::int64_t multiplier = 1;                   ///< of a timestamp
  std::int64_t divisor = 1;                      ///< of a timestamp
  ColumnType index_type = ColumnType::null;      ///< of indices or run ends
  std::shared_ptr<const ColumnLayout> values{};  ///< of a dictionary or of runs

  /// The column as a table knows it.
  [[nodiscard]] Field field(std::string name) const;
};

/// A column of a stream.
struct NamedLayout {
  std::string name{};
  ColumnLayout layout{};
};

/// @throws StructureError (malformed_table): `column: what`
[[noreturn]] void refuse_table(std::string_view column, std::string_view what);

/// The columns of a stream.
/// @throws StructureError (malformed_table)
[[nodiscard]] std::vector<NamedLayout> read_schema(const ArrowSchema& schema);

/// Bytes of an element, or of an offset of texts; 0 for booleans, which are bits, and for types
/// without elements.
[[nodiscard]] std::size_t width_of(ColumnType type) noexcept;

/// The letters of the specification for a plain type; dates in milliseconds are `tdm`.
[[nodiscard]] std::string format_of(const Field& field);

}  // namespace edustat::detail
