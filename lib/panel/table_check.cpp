// SPDX-License-Identifier: Apache-2.0
#include "panel/table_check.hpp"

#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"

#include "error/utf8.hpp"
#include "number/wide.hpp"
#include "panel/chunk_reader.hpp"
#include "panel/float_reader.hpp"

#include <cstddef>
#include <set>
#include <sstream>
#include <utility>

namespace edustat::detail {
namespace {

[[noreturn]] void fail(const std::string& column, std::string_view what) {
  throw StructureError(Fault{ErrorCode::malformed_table, {column + ": " + std::string(what)}});
}

void check_texts(const Field& field, const Chunk& chunk) {
  const ColumnType offsets = field.type == ColumnType::text ? ColumnType::int32 : ColumnType::int64;
  std::int64_t begin = whole_at(offsets, chunk, 0);
  bool is_within = begin >= 0;
  for (std::size_t i = 0; i < chunk.rows; ++i) {
    const std::int64_t end = whole_at(offsets, chunk, i + 1);
    is_within = is_within && end >= begin && static_cast<std::size_t>(end) <= chunk.text_bytes;
    if (!is_within) fail(field.name, "offsets of texts do not rise within their bytes");
    begin = end;
    const std::string_view text = text_at(field.type, chunk, i);
    if (chunk.is_valid(i) && text::find_invalid(text) != text.size()) {
      fail(field.name, "a text is not UTF-8");
    }
  }
}

void check_chunk(const Field& field, const Chunk& chunk, const Chunk* dictionary) {
  if (chunk.rows == 0 || field.type == ColumnType::other) return;
  if (dictionary == nullptr && field.type == ColumnType::null) return;
  if (chunk.values == nullptr) fail(field.name, "there are rows but no values");
  if (dictionary == nullptr) {
    if (is_text(field.type)) check_texts(field, chunk);
    return;
  }
  for (std::size_t i = 0; i < chunk.rows; ++i) {
    if (!chunk.is_valid(i)) continue;
    const std::int64_t index = whole_at(field.index_type, chunk, i);
    if (index < 0 || static_cast<std::size_t>(index) >= dictionary->rows) {
      fail(field.name, "an index lies outside its dictionary");
    }
  }
}

}  // namespace

void check_batch(const std::vector<Field>& fields, const Table::Batch& batch) {
  if (batch.chunks.size() != fields.size()) fail("*", "a batch has another number of columns");
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const Chunk& chunk = batch.chunks[i];
    if (chunk.rows != batch.rows) {
      throw StructureError(
          Fault{ErrorCode::unequal_columns,
                {fields[i].name, std::to_string(chunk.rows), std::to_string(batch.rows)}});
    }
    if (!fields[i].is_dictionary) {
      check_chunk(fields[i], chunk, nullptr);
      continue;
    }
    if (!chunk.dictionary) fail(fields[i].name, "a dictionary is missing");
    check_chunk(fields[i], *chunk.dictionary, nullptr);
    check_chunk(fields[i], chunk, chunk.dictionary.get());
  }
}

void check_names(const std::vector<Field>& fields) {
  std::set<std::string> names;
  for (const Field& field : fields) {
    if (!names.insert(field.name).second) {
      throw StructureError(Fault{ErrorCode::duplicate_column, {field.name}});
    }
  }
}

std::string shown(const Field& field, const Chunk& chunk, std::size_t row) {
  if (!chunk.is_valid(row)) return {};
  if (field.is_dictionary) {
    Field plain = field;
    plain.is_dictionary = false;
    return shown(plain, *chunk.dictionary,
                 static_cast<std::size_t>(whole_at(field.index_type, chunk, row)));
  }
  if (is_decimal(field.type)) {
    const auto number = decimal_at(field.type, chunk, row);
    if (!number) return "beyond 128 bits";
    return (to_rational(*number) * Rational::power_of_ten(-field.scale)).to_string();
  }
  if (field.type == ColumnType::float32 || field.type == ColumnType::float64) {
    std::ostringstream text;
    text.precision(17);
    text << float_at(field.type, chunk, row);
    return text.str();
  }
  const bool has_word = is_whole(field.type) || is_text(field.type) ||
                        field.type == ColumnType::date32 || field.type == ColumnType::date64;
  return has_word ? word_of(field.type, chunk, row) : std::string();
}

}  // namespace edustat::detail
