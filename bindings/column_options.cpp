// SPDX-License-Identifier: Apache-2.0
#include "column_options.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <string_view>

namespace edustat::python {
namespace {

[[noreturn]] void refuse_left_out(const char* what, const std::string& column) {
  throw CodeError(Fault{ErrorCode::score_option_refused,
                        {std::string(what) + " of column '" + column + "'", "left out",
                         "an entry for every column"}});
}

}  // namespace

bool are_numbers(const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] != std::to_string(i + 1)) return false;
  }
  return true;
}

std::vector<std::optional<py::object>> entries_of(const ByColumn& given,
                                                  const std::vector<std::string>& columns,
                                                  const char* what) {
  std::vector<std::optional<py::object>> entries;
  if (!py::hasattr(given.given, "items")) {
    if (PyUnicode_Check(given.given.ptr()) || !py::hasattr(given.given, "__iter__")) {
      throw py::type_error(std::string(what) + ": a list or a mapping by column is expected");
    }
    for (const py::handle entry : given.given) {
      entries.emplace_back(py::reinterpret_borrow<py::object>(entry));
    }
    return entries;
  }
  py::dict by_name;
  const std::vector<std::string_view> known(columns.begin(), columns.end());
  for (const auto& [name, entry] : py::dict(given.given)) {
    const py::str text(name);
    const std::string_view wanted = utf8_of(text);
    if (std::find(known.begin(), known.end(), wanted) == known.end()) refuse_name(wanted, known);
    by_name[text] = entry;
  }
  for (const std::string& column : columns) {
    const py::str name = str_of(column);
    if (by_name.contains(name)) {
      entries.emplace_back(py::object(by_name[name]));
    } else {
      entries.emplace_back(std::nullopt);
    }
  }
  return entries;
}

std::vector<Direction> directions_of(const ByColumn& given,
                                     const std::vector<std::string>& columns) {
  std::vector<Direction> directions;
  if (given.given.is_none()) return directions;
  for (const auto& entry : entries_of(given, columns, "directions")) {
    directions.push_back(!entry || entry->is_none() ? Direction::benefit
                                                    : word_of<Direction>(*entry, "directions"));
  }
  return directions;
}

std::vector<double> numbers_of(const ByColumn& given, const std::vector<std::string>& columns,
                               const char* what) {
  std::vector<double> numbers;
  if (given.given.is_none()) return numbers;
  if (py::isinstance<Weights>(given.given)) {
    const Weights& weights = py::cast<const Weights&>(given.given);
    const bool has_order_only = are_numbers(weights.names) &&
                                !std::is_permutation(weights.names.begin(), weights.names.end(),
                                                     columns.begin(), columns.end());
    if (has_order_only || weights.names == columns) return weights.values;
    return numbers_of({given.given.attr("to_dict")()}, columns, what);
  }
  const auto entries = entries_of(given, columns, what);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i]) refuse_left_out(what, columns[i]);
    numbers.push_back(measured_number(*entries[i]));
  }
  return numbers;
}

std::vector<double> weights_or_ones(const ByColumn& given,
                                    const std::vector<std::string>& columns) {
  if (given.given.is_none()) return std::vector<double>(columns.size(), 1);
  if (py::isinstance<Weights>(given.given)) return numbers_of(given, columns, "weights");
  std::vector<double> weights;
  for (const auto& entry : entries_of(given, columns, "weights")) {
    weights.push_back(entry ? measured_number(*entry) : 1);
  }
  return weights;
}

std::vector<NormaliseOptions::Goalposts> goalposts_of(const ByColumn& given,
                                                      const std::vector<std::string>& columns) {
  std::vector<NormaliseOptions::Goalposts> all;
  if (given.given.is_none()) return all;
  const auto entries = entries_of(given, columns, "goalposts");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string of_column = i < columns.size() ? " of column '" + columns[i] + "'" : "";
    if (!entries[i]) refuse_left_out("goalposts", columns[i]);
    const auto [low, high] = pair_of_numbers(*entries[i], "goalposts" + of_column);
    all.push_back({low, high});
  }
  return all;
}

std::array<double, 2> pair_of_numbers(py::handle source, const std::string& what) {
  if (!py::isinstance<py::sequence>(source) || PyUnicode_Check(source.ptr()) ||
      py::len(source) != 2) {
    throw py::type_error(what + ": a pair of numbers is expected\n" + what + "：应为一对数");
  }
  const auto pair = py::reinterpret_borrow<py::sequence>(source);
  return {measured_number(py::object(pair[0])), measured_number(py::object(pair[1]))};
}

NormaliseOptions normalise_options(const std::vector<std::string>& columns,
                                   const NormaliseWords& words) {
  const auto [low, high] = pair_of_numbers(words.scale, "scale");
  return {words.method,
          directions_of(words.directions, columns),
          goalposts_of(words.goalposts, columns),
          numbers_of(words.targets, columns, "targets"),
          {low, high},
          measured_number(words.mean),
          measured_number(words.deviation),
          words.divisor,
          words.beyond,
          words.zero_range};
}

}  // namespace edustat::python
