// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/sample.hpp"
#include "edustat/panel/table.hpp"

#include <pybind11/pybind11.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace edustat::python {

namespace py = pybind11;

/// A column of numbers for a measure of dispersion: a NumPy array (borrowed where it is of int64 or
/// float64), an Arrow column, a series of pandas or polars, or a sequence of int, float, Fraction,
/// Decimal, NumPy's numbers and None. None, an Arrow null, a masked value of NumPy and a float NaN
/// are gaps.
struct MeasuredColumn {
  Numbers numbers{};
};

/// Whether a text such as `1/3` is a number.
enum class TextCells : std::uint8_t { refused, parsed };

/// @throws TypeError for anything else, with the row; StructureError (wrong_column_type)
[[nodiscard]] Numbers numbers_of(py::handle source);
/// The same numbers as doubles, each rounded once; gaps are gap_cell.
[[nodiscard]] std::vector<double> doubles_of(py::handle source);
/// The same of a column of a table in Arrow's layout.
[[nodiscard]] std::vector<double> doubles_of(const Table& table, std::size_t column);
/// The double nearest to a number or its text, gap_cell for None. @throws TypeError for a truth
/// value and anything else
[[nodiscard]] double measured_number(py::handle source);

/// The sample that the arguments of a Python function mean. @throws TypeError for both `weights`
/// and `per`
[[nodiscard]] Sample sample_of(MeasuredColumn values, std::optional<MeasuredColumn> weights,
                               std::optional<MeasuredColumn> per, GapRule gaps);

/// A number that is no figure, such as an exponent: exact or float.
struct Parameter {
  double value = 0;
};

}  // namespace edustat::python

namespace pybind11::detail {

template <>
struct type_caster<edustat::python::MeasuredColumn> {
  PYBIND11_TYPE_CASTER(
      edustat::python::MeasuredColumn,
      const_name("collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | "
                 "None]"));
  bool load(handle source, bool) {
    if (source.is_none()) return false;
    value.numbers = edustat::python::numbers_of(source);
    return true;
  }
};

template <>
struct type_caster<edustat::python::Parameter> {
  PYBIND11_TYPE_CASTER(edustat::python::Parameter,
                       const_name("int | float | fractions.Fraction | decimal.Decimal"));
  bool load(handle source, bool);
};

}  // namespace pybind11::detail
