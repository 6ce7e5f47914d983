// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/table_builder.hpp"

#include "panel/arrow_schema.hpp"

#include <limits>
#include <type_traits>
#include <utility>

namespace edustat {
namespace {

// Elements of a column lie as Arrow wants them.
static_assert(sizeof(Decimal128) == 16 && std::is_trivially_copyable_v<Decimal128>);

template <typename Offset>
std::vector<Offset> offsets_of(const std::vector<std::string>& values) {
  std::vector<Offset> offsets{0};
  offsets.reserve(values.size() + 1);
  for (const std::string& value : values) {
    offsets.push_back(static_cast<Offset>(static_cast<std::size_t>(offsets.back()) + value.size()));
  }
  return offsets;
}

Field plain_field(std::string name, ColumnType type) {
  Field field;
  field.name = std::move(name);
  field.type = type;
  return field;
}

}  // namespace

template <typename T>
const T* TableBuilder::keep(std::vector<T> values) {
  auto kept = std::make_shared<const std::vector<T>>(std::move(values));
  const T* const first = kept->data();
  memory_.push_back(std::move(kept));
  return first;
}

template <typename T>
TableBuilder& TableBuilder::add_values(Field field, std::vector<T> values,
                                       std::vector<std::uint8_t> validity) {
  Chunk chunk;
  chunk.rows = values.size();
  if (!validity.empty()) {
    if (validity.size() < (chunk.rows + 7) / 8) {
      detail::refuse_table(field.name, "there are fewer bits of validity than rows");
    }
    chunk.validity = keep(std::move(validity));
  }
  chunk.values = keep(std::move(values));
  fields_.push_back(std::move(field));
  chunks_.push_back(std::move(chunk));
  return *this;
}

Chunk TableBuilder::texts(const std::vector<std::string>& values, ColumnType& type) {
  std::string bytes;
  for (const std::string& value : values) bytes += value;
  Chunk chunk;
  chunk.rows = values.size();
  chunk.text_bytes = bytes.size();
  if (bytes.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
    type = ColumnType::text;
    chunk.values = keep(offsets_of<std::int32_t>(values));
  } else {
    type = ColumnType::large_text;
    chunk.values = keep(offsets_of<std::int64_t>(values));
  }
  auto kept = std::make_shared<const std::string>(std::move(bytes));
  chunk.text = kept->data();
  memory_.push_back(std::move(kept));
  return chunk;
}

TableBuilder& TableBuilder::add_text(std::string name, const std::vector<std::string>& values) {
  Field field = plain_field(std::move(name), ColumnType::text);
  chunks_.push_back(texts(values, field.type));
  fields_.push_back(std::move(field));
  return *this;
}

TableBuilder& TableBuilder::add_dictionary(std::string name, std::vector<std::int32_t> indices,
                                           const std::vector<std::string>& values) {
  constexpr std::int32_t no_value = -1;
  Field field = plain_field(std::move(name), ColumnType::text);
  field.is_dictionary = true;
  field.index_type = ColumnType::int32;
  std::vector<std::uint8_t> validity((indices.size() + 7) / 8, 0);
  bool has_missing = false;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (indices[i] != no_value) {
      validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] | (1U << (i % 8)));
      continue;
    }
    has_missing = true;
    indices[i] = 0;
  }
  if (!has_missing) validity.clear();
  auto dictionary = std::make_shared<const Chunk>(texts(values, field.type));
  add_values(std::move(field), std::move(indices), std::move(validity));
  chunks_.back().dictionary = std::move(dictionary);
  return *this;
}

TableBuilder& TableBuilder::add_int32(std::string name, std::vector<std::int32_t> values,
                                      std::vector<std::uint8_t> validity) {
  return add_values(plain_field(std::move(name), ColumnType::int32), std::move(values),
                    std::move(validity));
}

TableBuilder& TableBuilder::add_int64(std::string name, std::vector<std::int64_t> values,
                                      std::vector<std::uint8_t> validity) {
  return add_values(plain_field(std::move(name), ColumnType::int64), std::move(values),
                    std::move(validity));
}

TableBuilder& TableBuilder::add_decimal128(std::string name, int precision, int scale,
                                           std::vector<Decimal128> values,
                                           std::vector<std::uint8_t> validity) {
  constexpr int most_digits = 38;
  constexpr int most_scale = 127;
  if (precision < 1 || precision > most_digits || scale < -most_scale || scale > most_scale) {
    detail::refuse_table(name, "a decimal type has impossible digits");
  }
  Field field = plain_field(std::move(name), ColumnType::decimal128);
  field.precision = precision;
  field.scale = scale;
  return add_values(std::move(field), std::move(values), std::move(validity));
}

Table TableBuilder::build() && {
  auto memory =
      std::make_shared<const std::vector<std::shared_ptr<const void>>>(std::exchange(memory_, {}));
  std::vector<Table::Batch> batches;
  const std::size_t rows = chunks_.empty() ? 0 : chunks_.front().rows;
  batches.push_back({rows, std::exchange(chunks_, {})});
  return Table(std::exchange(fields_, {}), std::move(batches), std::move(memory));
}

}  // namespace edustat
