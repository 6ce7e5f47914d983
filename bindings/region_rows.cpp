// SPDX-License-Identifier: Apache-2.0
#include "region_rows.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace edustat::python {
namespace {

constexpr std::array<std::string_view, 9> field_names{"code",        "name",      "level",
                                                      "parent",      "hierarchy", "valid_from",
                                                      "valid_until", "own_level", "successor"};

[[noreturn]] void refuse(std::string_view column, std::size_t line, std::string_view expected,
                         py::handle value) {
  throw py::type_error("column '" + std::string(column) + "', row " + std::to_string(line) + ": " +
                       std::string(expected) + " or None is expected, not " +
                       std::string(py::repr(value)));
}

/// Sets one cell of a row; `line` counts the rows from 1.
class RowWriter {
 public:
  explicit RowWriter(std::size_t line) { row_.place.line = line; }

  void set(std::string_view name, py::handle value) {
    if (value.is_none()) return;
    if (name == "valid_from") {
      row_.first_month = period(name, value).first_month();
    } else if (name == "valid_until") {
      row_.last_month = period(name, value).last_month();
    } else if (name == "own_level") {
      if (!PyBool_Check(value.ptr())) refuse(name, row_.place.line, "a bool", value);
      row_.kind = value.ptr() == Py_True ? RegionKind::own_level : RegionKind::region;
    } else {
      if (!PyUnicode_Check(value.ptr())) refuse(name, row_.place.line, "a str", value);
      text(name) = utf8_of(value);
    }
  }
  RegionRow take() { return std::move(row_); }

 private:
  [[nodiscard]] Period period(std::string_view name, py::handle value) const {
    if (py::isinstance<Period>(value)) return py::cast<Period>(value);
    if (PyUnicode_Check(value.ptr())) return Period::parse(utf8_of(value));
    refuse(name, row_.place.line, "a Period, a str", value);
  }

  std::string& text(std::string_view name) {
    if (name == "code") return row_.code;
    if (name == "name") return row_.name;
    if (name == "level") return row_.level;
    if (name == "parent") return row_.parent;
    return name == "hierarchy" ? row_.hierarchy : row_.successor;
  }

  RegionRow row_{};
};

std::string known_names() {
  std::string list;
  for (const std::string_view name : field_names) {
    list.append(list.empty() ? "" : ", ").append(name);
  }
  return list;
}

py::object month_text(const std::optional<int>& month) {
  if (!month) return py::none();
  return str_of(Period::of_months(*month, *month).to_string());
}

}  // namespace

std::vector<RegionRow> rows_of(const RegionColumns& columns) {
  const std::array<py::object, field_names.size()> given{
      columns.code,        columns.name,      columns.level,
      columns.parent,      columns.hierarchy, columns.valid_from,
      columns.valid_until, columns.own_level, columns.successor};
  std::vector<RowWriter> writers;
  for (std::size_t k = 0; k < field_names.size(); ++k) {
    if (given[k].is_none()) continue;
    std::size_t count = 0;
    for (const py::handle value : given[k]) {
      if (k == 0) writers.emplace_back(count + 1);
      if (count < writers.size()) writers[count].set(field_names[k], value);
      ++count;
    }
    if (count != writers.size()) {
      throw StructureError(Fault{
          ErrorCode::unequal_columns,
          {std::string(field_names[k]), std::to_string(count), std::to_string(writers.size())}});
    }
  }
  std::vector<RegionRow> rows;
  rows.reserve(writers.size());
  for (RowWriter& writer : writers) rows.push_back(writer.take());
  return rows;
}

std::vector<RegionRow> rows_of(const py::iterable& rows) {
  std::vector<RegionRow> result;
  for (const py::handle row : rows) {
    RowWriter writer(result.size() + 1);
    py::dict cells;
    if (!py::hasattr(row, "items")) refuse("rows", result.size() + 1, "a mapping", row);
    const py::object items = row.attr("items")();
    if (PyDict_MergeFromSeq2(cells.ptr(), items.ptr(), 1) != 0) throw py::error_already_set();
    for (const auto& [key, value] : cells) {
      const std::string name = py::str(key);
      if (std::find(field_names.begin(), field_names.end(), name) == field_names.end()) {
        throw StructureError(Fault{
            ErrorCode::unknown_column, {name, known_names()}, Place{.line = result.size() + 1}});
      }
      writer.set(name, value);
    }
    result.push_back(writer.take());
  }
  return result;
}

py::typing::Dict<py::str, py::typing::List<py::object>> columns_of(const RegionTree& tree) {
  std::array<py::list, field_names.size()> columns;
  const auto text = [](const std::string& value) { return str_of(value); };
  for (const RegionRow& row : tree.rows()) {
    columns[0].append(text(row.code));
    columns[1].append(text(row.name));
    columns[2].append(text(row.level));
    columns[3].append(text(row.parent));
    columns[4].append(text(row.hierarchy));
    columns[5].append(month_text(row.first_month));
    columns[6].append(month_text(row.last_month));
    columns[7].append(py::bool_(row.kind == RegionKind::own_level));
    columns[8].append(text(row.successor));
  }
  py::typing::Dict<py::str, py::list> result;
  for (std::size_t k = 0; k < field_names.size(); ++k) result[str_of(field_names[k])] = columns[k];
  return result;
}

RegionTree from_gbt2260(const std::vector<std::string>& codes,
                        const std::vector<std::string>& names_of_codes) {
  if (codes.size() != names_of_codes.size()) {
    throw StructureError(
        Fault{ErrorCode::unequal_columns,
              {"names", std::to_string(names_of_codes.size()), std::to_string(codes.size())}});
  }
  std::vector<std::pair<std::string, std::string>> pairs;
  pairs.reserve(codes.size());
  for (std::size_t i = 0; i < codes.size(); ++i) pairs.emplace_back(codes[i], names_of_codes[i]);
  return RegionTree::from_gbt2260(pairs);
}

std::vector<NamedGroup> groups_of(const RegionTree& tree) {
  std::vector<NamedGroup> groups;
  for (const RegionTree::Group& group : tree.groups()) {
    groups.emplace_back(group.name, codes_of(tree, group.members), group.within);
  }
  return groups;
}

RegionTree with_groups(RegionTree tree, const std::vector<NamedGroup>& groups) {
  for (const auto& [name, members, within] : groups) tree = tree.with_group(name, members, within);
  return tree;
}

std::size_t edition_in(const RegionTree& tree, const AnyPeriod& period) {
  return period ? tree.edition_at(period_of(*period).last_month()) : tree.latest_edition();
}

std::vector<std::string> codes_of(const RegionTree& tree,
                                  const std::vector<RegionNumber>& numbers) {
  std::vector<std::string> codes;
  codes.reserve(numbers.size());
  for (const RegionNumber number : numbers) codes.push_back(tree.region(number).code);
  return codes;
}

std::optional<std::string> code_of(const RegionTree& tree, std::optional<RegionNumber> number) {
  if (!number) return std::nullopt;
  return tree.region(*number).code;
}

std::optional<std::string> code_in(const RegionTree& tree, std::string_view code,
                                   std::span<const std::int32_t> table, const AnyPeriod& period) {
  const std::int32_t found = table[tree.number(code)];
  if (found == RegionTree::absent) {
    const std::string when = period ? period_of(*period).to_string() : "the latest edition";
    throw CodeError(Fault{ErrorCode::absent_region, {std::string(code), when}});
  }
  if (found < 0) return std::nullopt;
  return tree.region(static_cast<RegionNumber>(found)).code;
}

std::string summary_of(const RegionTree& tree) {
  std::string levels;
  for (const std::string& level : tree.levels()) levels += (levels.empty() ? "" : " > ") + level;
  return "<RegionTree: " + std::to_string(tree.size()) + " regions, " + levels + ", " +
         std::to_string(tree.edition_count()) + " editions, " +
         std::to_string(tree.groups().size()) + " groups>";
}

}  // namespace edustat::python
