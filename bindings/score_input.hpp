// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/ahp.hpp"
#include "edustat/analysis/composite.hpp"
#include "edustat/analysis/matrix.hpp"
#include "edustat/analysis/normalise.hpp"
#include "edustat/analysis/score_sheet.hpp"

#include "casters.hpp"
#include "copies.hpp"
#include "measured_column.hpp"
#include "panel_casters.hpp"
#include "table_output.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace edustat::python {

/// Measured values in rows and columns with their names, borrowed where they lie as doubles do.
struct MeasuredTable {
  std::vector<std::string> units{};  ///< empty where they have no names
  std::vector<std::string> columns{};
  MatrixView view{};
  std::shared_ptr<const void> owner{};
};

/// Measured numbers by the names of columns, or in their order; empty for None.
struct ByColumn {
  py::object given = py::none();
};

/// Weights with the names of their indicators.
struct Weights {
  std::vector<std::string> names;
  std::vector<double> values;
};

/// A table of whatever has rows and columns of numbers: a two-dimensional NumPy array, a pandas
/// frame, anything that speaks Arrow, a mapping of names to columns, or a list of rows.
/// @throws TypeError for anything else and for truth values
[[nodiscard]] MeasuredTable measured_table(py::handle source);
/// A list with None for gaps.
[[nodiscard]] std::vector<std::optional<double>> known_of(const std::vector<double>& values);
/// A list with None for rows without rank.
[[nodiscard]] std::vector<std::optional<std::uint32_t>> known_ranks_of(
    const std::vector<std::uint32_t>& ranks);
/// The names of units, or their numbers from 1 where they have none.
[[nodiscard]] std::vector<std::string> names_of_rows(const std::vector<std::string>& units,
                                                     std::size_t rows);
/// Columns of equal length.
[[nodiscard]] ScoreSheet sheet_of(std::vector<std::string> units,
                                  const std::vector<std::string>& names,
                                  const std::vector<std::vector<double>>& columns);
/// Ranks as numbers, gaps for none.
[[nodiscard]] std::vector<double> numbers_of_ranks(const std::vector<std::uint32_t>& ranks);

/// Text, HTML and frames of what `sheet` makes of an object.
template <typename Class, typename Make>
void bind_sheet(Class& type, const Make& sheet) {
  using Value = typename Class::type;
  type.def("__str__", [sheet](const Value& self) { return to_string(sheet(self)); });
  type.def(
      "_repr_html_", [sheet](const Value& self) { return to_html(sheet(self)); },
      "What a notebook shows.");
  type.def(
      "to_table", [sheet](const Value& self) { return to_table(sheet(self)); },
      "A Table with the column `unit` in front.\n\nRaises: StructureError.");
  bind_frames(type, [sheet](const Value& self) { return to_table(sheet(self)); });
  bind_copies(type);
}

template <>
inline constexpr auto last_of<Direction> = Direction::cost;
template <>
inline constexpr auto last_of<Normalisation> = Normalisation::target;
template <>
inline constexpr auto last_of<ZeroRange> = ZeroRange::middle;
template <>
inline constexpr auto last_of<Beyond> = Beyond::keep;
template <>
inline constexpr auto last_of<Divisor> = Divisor::population;
template <>
inline constexpr auto last_of<RandomIndex> = RandomIndex::donegan_dodd_1991;
template <>
inline constexpr auto last_of<Inconsistent> = Inconsistent::report;
template <>
inline constexpr auto last_of<Aggregation> = Aggregation::topsis;

}  // namespace edustat::python

namespace pybind11::detail {

template <>
struct type_caster<edustat::python::MeasuredTable> {
  PYBIND11_TYPE_CASTER(edustat::python::MeasuredTable, const_name("object"));
  bool load(handle source, bool) {
    value = edustat::python::measured_table(source);
    return true;
  }
};
template <>
struct type_caster<edustat::python::ByColumn> {
  PYBIND11_TYPE_CASTER(edustat::python::ByColumn, const_name("object"));
  bool load(handle source, bool) {
    value.given = reinterpret_borrow<object>(source);
    return true;
  }
};

}  // namespace pybind11::detail
