// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/table.hpp"

#include "edustat/error/error.hpp"

#include "panel/chunk_reader.hpp"
#include "panel/table_check.hpp"
#include "panel/table_data.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace edustat {
namespace {

constexpr std::array type_names{
    "null",       "boolean",    "int8",   "int16",      "int32",   "int64",     "uint8",
    "uint16",     "uint32",     "uint64", "float32",    "float64", "decimal32", "decimal64",
    "decimal128", "decimal256", "text",   "large_text", "date32",  "date64",    "other",
};

}  // namespace

std::string_view name_of(ColumnType type) noexcept {
  return type_names[static_cast<std::size_t>(type)];
}

Table::Table() : data_(std::make_shared<const Data>()) {}

Table::Table(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

Table::Table(std::vector<Field> fields, std::vector<Batch> batches,
             std::shared_ptr<const void> owner) {
  auto data = std::make_shared<Data>();
  data->fields = std::move(fields);
  data->owner = std::move(owner);
  for (Batch& batch : batches) {
    detail::check_batch(data->fields, batch);
    data->rows += batch.rows;
    if (batch.rows != 0) data->batches.push_back(std::move(batch));
  }
  detail::check_names(data->fields);
  data_ = std::move(data);
}

std::span<const Field> Table::fields() const noexcept {
  return data_->fields;
}

std::span<const Table::Batch> Table::batches() const noexcept {
  return data_->batches;
}

std::size_t Table::rows() const noexcept {
  return data_->rows;
}

std::size_t Table::column(std::string_view name) const {
  const auto& fields = data_->fields;
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [name](const Field& field) { return field.name == name; });
  if (found != fields.end()) {
    if (found->type != ColumnType::other) return static_cast<std::size_t>(found - fields.begin());
    throw StructureError(Fault{ErrorCode::wrong_column_type,
                               {found->name, std::string(name_of(ColumnType::other))}});
  }
  std::string known;
  for (const Field& field : fields) known += (known.empty() ? "" : ", ") + field.name;
  throw StructureError(Fault{ErrorCode::unknown_column, {std::string(name), known}});
}

std::string Table::text_at(std::size_t column, std::size_t row) const {
  constexpr std::size_t most_bytes = 64;
  for (const Batch& batch : data_->batches) {
    if (row >= batch.rows) {
      row -= batch.rows;
      continue;
    }
    const Chunk& chunk = batch.chunks[column];
    const std::string text = detail::shown(data_->fields[column], chunk, row);
    return text.size() <= most_bytes ? text : text.substr(0, most_bytes);
  }
  return {};
}

}  // namespace edustat
