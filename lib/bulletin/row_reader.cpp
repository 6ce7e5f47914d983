// SPDX-License-Identifier: Apache-2.0
#include "bulletin/row_reader.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <utility>

namespace edustat::detail {
namespace {

/// The first row that is not blank; without fields when there is none.
Row first_row(CsvReader& rows) {
  Row row;
  do {
    row = {};
  } while (rows.read(row) && row.is_blank());
  return row;
}

}  // namespace

RowReader::RowReader(std::string_view text, std::string_view source,
                     std::span<const ColumnNames> columns, FaultList& faults)
    : rows_(text),
      source_(source),
      faults_(faults),
      row_(first_row(rows_)),
      head_(row_, source, columns, faults) {}

bool RowReader::next() {
  while (rows_.read(row_)) {
    has_fault_ = false;
    if (!row_.is_blank() && is_well_formed()) return true;
  }
  return false;
}

Place RowReader::place() const {
  return Place{.source = std::string(source_), .line = row_.line};
}

/// Where quotes are wrong the count of fields says nothing, so it is not reported then.
bool RowReader::is_well_formed() {
  bool is_malformed = false;
  for (const Field& field : row_.fields) {
    if (!field.is_malformed) continue;
    is_malformed = true;
    faults_.add_structural(
        Fault{ErrorCode::malformed_csv, {text::excerpt(field.text)}, place_of(field)});
  }
  if (is_malformed || row_.count == head_.width()) return !is_malformed;
  const std::size_t last = std::min(head_.width(), row_.fields.size() - 1);
  const Field& at = row_.count > head_.width() ? row_.fields[last] : row_.fields.front();
  faults_.add_structural(Fault{ErrorCode::wrong_field_count,
                               {std::to_string(row_.count), std::to_string(head_.width())},
                               place_of(at)});
  return false;
}

std::string_view RowReader::visible_text(const Field& field) {
  text::require_plain(field.text, {});
  // A mark in the middle of a file is no mark of its encoding.
  if (field.text.starts_with("\xEF\xBB\xBF")) {
    throw ParseError(Fault{ErrorCode::forbidden_character, {"U+FEFF"}});
  }
  return trim(field.text);
}

void RowReader::add(const Error& error, const Field& field) {
  has_fault_ = true;
  for (Fault fault : error.faults()) {
    fault.place = place_of(field);
    faults_.add(std::move(fault));
  }
}

Place RowReader::place_of(const Field& field) const {
  return Place{.source = std::string(source_), .line = field.line, .column = field.column};
}

}  // namespace edustat::detail
