// SPDX-License-Identifier: Apache-2.0
#include "bulletin/fact_reader.hpp"

#include "bulletin/cell.hpp"

namespace edustat::detail {

std::optional<Fact> FactReader::read() {
  Fact fact{.figure = Gap::missing};
  read_cell(Column::item, [&](std::string_view text) {
    if (text.empty()) throw ParseError(Fault{ErrorCode::empty_text});
    fact.item = text;
  });
  read_cell(Column::category,
            [&](std::string_view text) { fact.categories = read_categories(text); });
  read_cell(Column::scope, [&](std::string_view text) { fact.scope = Scope::parse(text); });
  read_cell(Column::period, [&](std::string_view text) {
    if (!text.empty()) fact.period = Period::parse(text);
  });
  std::optional<Value> value = read_value();
  read_cell(Column::precision, [&](std::string_view text) {
    if (!text.empty()) fact.precision = read_precision(text);
  });
  read_text(Column::vintage, fact.vintage);
  read_text(Column::source, fact.source);
  read_text(Column::note, fact.note);
  if (rows_.has_fault() || !value) return std::nullopt;
  fact.figure = *std::move(value);
  fact.place = rows_.place();
  return fact;
}

/// The figure with its declared last place.
std::optional<FactReader::Value> FactReader::read_value() {
  std::optional<Value> value;
  read_cell(Column::figure, [&](std::string_view text) { value = read_figure(text, format_); });
  read_cell(Column::unit_in_last_place, [&](std::string_view text) {
    if (text.empty()) return;
    const Rational last_place = Figure::parse_last_place(text);
    const Figure* figure = value ? std::get_if<Figure>(&*value) : nullptr;
    if (figure != nullptr) value = figure->with_last_place(last_place);
  });
  return value;
}

void FactReader::read_text(Column column, std::string& text) {
  read_cell(column, [&](std::string_view cell) { text = cell; });
}

template <typename Read>
void FactReader::read_cell(Column column, Read read) {
  rows_.cell(static_cast<std::size_t>(column), read);
}

}  // namespace edustat::detail
