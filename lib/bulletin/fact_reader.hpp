// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/bulletin.hpp"

#include "bulletin/head.hpp"
#include "bulletin/row_reader.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace edustat::detail {

/// The columns of a facts file.
enum class Column : unsigned char {
  item,
  category,
  scope,
  period,
  figure,
  precision,
  unit_in_last_place,
  vintage,
  source,
  note
};

/// In the order of Column.
inline constexpr std::array<ColumnNames, 10> fact_columns{{
    {"item", "指标", "项目", Need::required},
    {"category", "类别", {}, Need::optional},
    {"scope", "范围", {}, Need::optional},
    {"period", "时期", {}, Need::optional},
    {"figure", "数值", "数据", Need::required},
    {"precision", "精度", {}, Need::optional},
    {"unit_in_last_place", "末位单位", {}, Need::optional},
    {"vintage", "版本", {}, Need::optional},
    {"source", "来源", {}, Need::optional},
    {"note", "备注", {}, Need::optional},
}};

/// Makes facts of the rows of one file; what is wrong with a cell goes to the faults of the rows,
/// and the other cells of its row are read all the same.
class FactReader {
 public:
  /// Everything given must outlive the reader.
  FactReader(RowReader& rows, const Bulletin::Format& format) noexcept
      : rows_(rows), format_(format) {}

  /// The fact of the row at which `rows` stands, nothing when it has a fault.
  [[nodiscard]] std::optional<Fact> read();

 private:
  using Value = std::variant<Figure, Gap>;
  [[nodiscard]] std::optional<Value> read_value();
  void read_text(Column column, std::string& text);
  template <typename Read>
  void read_cell(Column column, Read read);

  RowReader& rows_;
  const Bulletin::Format& format_;
};

}  // namespace edustat::detail
