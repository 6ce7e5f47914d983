// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bulletin/csv.hpp"
#include "error/fault_list.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// Whether a file may leave a column out.
enum class Need : unsigned char { required, optional };

/// The head words of a column; the Chinese ones may stand in its place.
struct ColumnNames {
  std::string_view id;
  std::string_view chinese;
  std::string_view other_chinese;
  Need need;
};

/// Which column stands where.
class Head {
 public:
  /// Reads the first row of a file with these columns; what is wrong with it goes to `faults`.
  Head(const Row& row, std::string_view source, std::span<const ColumnNames> columns,
       FaultList& faults);

  /// The field of a column by its number, nothing where the file has no such column.
  [[nodiscard]] const Field* find(const Row& row, std::size_t column) const noexcept;
  /// How many fields each row has.
  [[nodiscard]] std::size_t width() const noexcept { return width_; }

 private:
  void place(const Field& field, std::size_t position, std::string_view source,
             std::span<const ColumnNames> columns, FaultList& faults);

  std::vector<std::optional<std::size_t>> positions_;
  std::size_t width_;
};

}  // namespace edustat::detail
