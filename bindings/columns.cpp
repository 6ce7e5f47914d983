// SPDX-License-Identifier: Apache-2.0
#include "columns.hpp"

#include "casters.hpp"

#include <deque>

namespace edustat::python {
namespace {

/// The same error, its faults at `place` as far as they do not say where they stand.
template <typename Kind>
[[noreturn]] void rethrow_at(const Kind& error, const Place& place) {
  std::vector<Fault> faults = error.faults();
  for (Fault& fault : faults) {
    if (fault.place.source.empty()) fault.place.source = place.source;
    if (fault.place.line == 0) fault.place.line = place.line;
  }
  throw Kind(std::move(faults));
}

/// Columns as Python gives them and as the library reads them. Texts are borrowed from Python,
/// except those that had to be made.
struct Columns {
  std::vector<std::pair<std::string, py::tuple>> objects{};
  std::vector<std::vector<std::string_view>> texts{};
  std::deque<std::string> made{};
  bool are_texts = true;  ///< false when a figure is more than its text, such as a declared place
};

py::tuple tuple_of(py::handle column) {
  PyObject* tuple = PySequence_Tuple(column.ptr());
  if (tuple == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::tuple>(tuple);
}

void read_cell(Columns& columns, py::handle cell, const Place& place) {
  if (PyUnicode_Check(cell.ptr())) {
    columns.texts.back().push_back(utf8_of(cell));
    return;
  }
  const Figure figure = named_figure(cell, place);
  columns.made.push_back(figure.text());
  columns.texts.back().push_back(columns.made.back());
  columns.are_texts = columns.are_texts && Figure(figure.text()) == figure;
}

Columns read(const py::dict& mapping) {
  Columns columns;
  for (const auto& [name, column] : mapping) {
    if (PyUnicode_Check(column.ptr())) throw py::type_error("a column is a sequence, not a str");
    columns.objects.emplace_back(std::string(utf8_of(name)), tuple_of(column));
    const auto& [key, cells] = columns.objects.back();
    columns.texts.emplace_back().reserve(cells.size());
    std::size_t row = 0;
    for (const py::handle cell : cells) read_cell(columns, cell, {.source = key, .line = ++row});
  }
  return columns;
}

Finding find(const Relation& relation, Precision precision,
             const std::vector<std::pair<std::string, py::tuple>>& columns, std::size_t row) {
  std::vector<NamedFigure> figures;
  figures.reserve(columns.size());
  for (const auto& [name, cells] : columns) {
    const Place place{.source = name, .line = row + 1};
    figures.emplace_back(name, named_figure(py::handle(cells[row]), place));
  }
  return check(relation, std::move(figures), precision);
}

std::vector<Verdict> judge_texts(const Relation& relation, const Columns& columns,
                                 Precision precision) {
  std::vector<FigureColumn> texts;
  for (std::size_t i = 0; i < columns.texts.size(); ++i) {
    texts.push_back({columns.objects[i].first, columns.texts[i]});
  }
  const py::gil_scoped_release released;
  return check_columns(relation, texts, precision);
}

/// Row by row, for figures that are more than their text.
std::vector<Verdict> judge_figures(const Relation& relation, const Columns& columns,
                                   Precision precision) {
  const std::vector<std::string_view> none;
  std::vector<FigureColumn> shape;
  for (const auto& [name, cells] : columns.objects) shape.push_back({name, none});
  std::vector<Verdict> verdicts = check_columns(relation, shape, precision);
  for (std::size_t row = 0; row < columns.texts.front().size(); ++row) {
    try {
      verdicts.push_back(find(relation, precision, columns.objects, row).verdict());
    } catch (const UnitError& error) {
      rethrow_at(error, {.source = relation.text(), .line = row + 1});
    }
  }
  return verdicts;
}

/// @throws StructureError (unequal_columns)
void check_lengths(const Columns& columns) {
  const std::size_t rows = columns.texts.empty() ? 0 : columns.texts.front().size();
  for (std::size_t i = 0; i < columns.texts.size(); ++i) {
    const std::size_t found = columns.texts[i].size();
    if (found == rows) continue;
    throw StructureError(
        Fault{ErrorCode::unequal_columns,
              {columns.objects[i].first, std::to_string(found), std::to_string(rows)}});
  }
}

}  // namespace

Figure named_figure(py::handle value, const Place& place) {
  try {
    if (std::optional<Figure> figure = figure_of(value)) return std::move(*figure);
  } catch (const ParseError& error) {
    rethrow_at(error, place);
  } catch (const UnitError& error) {
    rethrow_at(error, place);
  } catch (const LimitError& error) {
    rethrow_at(error, place);
  } catch (const py::type_error& error) {
    throw py::type_error(to_string(place) + ": " + error.what());
  }
  const Fault fault{ErrorCode::figure_expected, {std::string(py::repr(value))}, place};
  throw py::type_error(fault.message(Language::en) + "\n" + fault.message(Language::zh));
}

Findings check_rows(const Relation& relation, const NamedColumns& mapping, Precision precision) {
  Columns columns = read(mapping.value);
  std::vector<Verdict> verdicts;
  if (columns.are_texts) {
    verdicts = judge_texts(relation, columns, precision);
  } else {
    check_lengths(columns);
    verdicts = judge_figures(relation, columns, precision);
  }
  return {relation, precision, std::move(columns.objects), std::move(verdicts)};
}

Finding finding_at(const Findings& findings, int row) {
  const auto rows = static_cast<py::ssize_t>(findings.verdicts.size());
  const py::ssize_t index = row < 0 ? row + rows : row;
  if (index < 0 || index >= rows) throw py::index_error("there is no such row");
  return find(findings.relation, findings.precision, findings.columns,
              static_cast<std::size_t>(index));
}

}  // namespace edustat::python
