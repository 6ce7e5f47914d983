// SPDX-License-Identifier: Apache-2.0
#include "bulletin/fact_reader.hpp"

#include "bulletin/cell.hpp"
#include "error/utf8.hpp"

#include <algorithm>

namespace edustat::detail {
namespace {

/// A mark in the middle of a file is no mark of its encoding.
void require_visible(std::string_view text) {
  text::require_plain(text, {});
  if (text.starts_with("\xEF\xBB\xBF")) {
    throw ParseError(Fault{ErrorCode::forbidden_character, {"U+FEFF"}});
  }
}

}  // namespace

std::optional<Fact> FactReader::read(const Row& row) {
  has_fault_ = false;
  if (!is_well_formed(row)) return std::nullopt;
  Fact fact{.figure = Gap::missing};
  read_cell(row, Column::item, [&](std::string_view text) {
    if (text.empty()) throw ParseError(Fault{ErrorCode::empty_text});
    fact.item = text;
  });
  read_cell(row, Column::category,
            [&](std::string_view text) { fact.categories = read_categories(text); });
  read_cell(row, Column::scope, [&](std::string_view text) { fact.scope = Scope::parse(text); });
  read_cell(row, Column::period, [&](std::string_view text) {
    if (!text.empty()) fact.period = Period::parse(text);
  });
  std::optional<Value> value = read_value(row);
  read_cell(row, Column::precision, [&](std::string_view text) {
    if (!text.empty()) fact.precision = read_precision(text);
  });
  read_text(row, Column::vintage, fact.vintage);
  read_text(row, Column::source, fact.source);
  read_text(row, Column::note, fact.note);
  if (has_fault_ || !value) return std::nullopt;
  fact.figure = *std::move(value);
  fact.place = Place{.source = std::string(source_), .line = row.line};
  return fact;
}

/// Where quotes are wrong the count of fields says nothing, so it is not reported then.
bool FactReader::is_well_formed(const Row& row) {
  bool is_malformed = false;
  for (const Field& field : row.fields) {
    if (!field.is_malformed) continue;
    is_malformed = true;
    faults_.add_structural(Fault{ErrorCode::malformed_csv,
                                 {text::excerpt(field.text)},
                                 Place{std::string(source_), field.line, field.column, {}, {}}});
  }
  if (is_malformed || row.count == head_.width()) return !is_malformed;
  const std::size_t last = std::min(head_.width(), row.fields.size() - 1);
  const Field& at = row.count > head_.width() ? row.fields[last] : row.fields.front();
  faults_.add_structural(Fault{ErrorCode::wrong_field_count,
                               {std::to_string(row.count), std::to_string(head_.width())},
                               Place{std::string(source_), at.line, at.column, {}, {}}});
  return false;
}

/// The figure with its declared last place.
std::optional<FactReader::Value> FactReader::read_value(const Row& row) {
  std::optional<Value> value;
  read_cell(row, Column::figure,
            [&](std::string_view text) { value = read_figure(text, format_); });
  read_cell(row, Column::unit_in_last_place, [&](std::string_view text) {
    if (text.empty()) return;
    const Rational last_place = Figure::parse_last_place(text);
    const Figure* figure = value ? std::get_if<Figure>(&*value) : nullptr;
    if (figure != nullptr) value = figure->with_last_place(last_place);
  });
  return value;
}

void FactReader::read_text(const Row& row, Column column, std::string& text) {
  read_cell(row, column, [&](std::string_view cell) { text = cell; });
}

/// Gives the cell without spaces at its ends to `read`, and gathers what that throws.
template <typename Read>
void FactReader::read_cell(const Row& row, Column column, Read read) {
  const Field* field = head_.find(row, static_cast<std::size_t>(column));
  if (field == nullptr) return;
  try {
    require_visible(field->text);
    read(trim(field->text));
  } catch (const Error& error) {
    has_fault_ = true;
    for (Fault fault : error.faults()) {
      fault.place = Place{std::string(source_), field->line, field->column, {}, {}};
      faults_.add(std::move(fault));
    }
  }
}

}  // namespace edustat::detail
