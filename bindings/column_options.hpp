// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "score_input.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace edustat::python {

/// An enumerator by its word. @throws TypeError for what is no text, CodeError
template <typename Enum>
[[nodiscard]] Enum word_of(py::handle source, const std::string& what) {
  if (!PyUnicode_Check(source.ptr())) {
    throw py::type_error(what + ": a word is expected, not " + std::string(py::repr(source)) +
                         "\n" + what + "：应为文字，不是 " + std::string(py::repr(source)));
  }
  return py::cast<Enum>(source);
}
/// True for names that only count the columns of a table without names: 1, 2, 3 ...
[[nodiscard]] bool are_numbers(const std::vector<std::string>& names);
/// The entry of every column; nothing where a mapping leaves it out. @throws TypeError, CodeError
[[nodiscard]] std::vector<std::optional<py::object>> entries_of(
    const ByColumn& given, const std::vector<std::string>& columns, const char* what);
[[nodiscard]] std::vector<Direction> directions_of(const ByColumn& given,
                                                   const std::vector<std::string>& columns);
/// A number for each column; empty for None. Weights go by their names, and in their order where
/// these only count. @throws CodeError for an unknown name and for one that is left out
[[nodiscard]] std::vector<double> numbers_of(const ByColumn& given,
                                             const std::vector<std::string>& columns,
                                             const char* what);
/// The same, 1 where a mapping leaves a column out.
[[nodiscard]] std::vector<double> weights_or_ones(const ByColumn& given,
                                                  const std::vector<std::string>& columns);
/// Goalposts, a pair for each column.
[[nodiscard]] std::vector<NormaliseOptions::Goalposts> goalposts_of(
    const ByColumn& given, const std::vector<std::string>& columns);
/// Two numbers. @throws TypeError
[[nodiscard]] std::array<double, 2> pair_of_numbers(py::handle source, const std::string& what);

/// How a table is normalised, as Python gives it.
struct NormaliseWords {
  Normalisation method;
  const ByColumn& directions;
  const ByColumn& goalposts;
  const ByColumn& targets;
  const py::object& scale;
  const py::object& mean;
  const py::object& deviation;
  Divisor divisor;
  Beyond beyond;
  ZeroRange zero_range;
};

/// The options for the columns of a table. @throws TypeError, CodeError
[[nodiscard]] NormaliseOptions normalise_options(const std::vector<std::string>& columns,
                                                 const NormaliseWords& words);

}  // namespace edustat::python
