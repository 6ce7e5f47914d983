// SPDX-License-Identifier: Apache-2.0
#include "index_options.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>

namespace edustat::python {
namespace {

constexpr const char* structure_expected =
    "a structure is a nested mapping of names, with lists of the names of indicators at its ends";

std::string node_name(py::handle name) {
  if (!PyUnicode_Check(name.ptr())) throw py::type_error(structure_expected);
  return std::string(utf8_of(name));
}

/// The nodes of a nested mapping, those above before those below.
void add_nodes(py::handle below, const std::string& parent, std::vector<IndexNode>& nodes) {
  const auto children = py::reinterpret_borrow<py::object>(below);
  if (py::hasattr(below, "items")) {
    for (const py::handle item : children.attr("items")()) {
      const py::tuple pair = py::reinterpret_borrow<py::object>(item);
      nodes.push_back({node_name(pair[0]), parent});
      const std::string name = nodes.back().name;
      add_nodes(pair[1], name, nodes);
    }
    return;
  }
  if (PyUnicode_Check(below.ptr()) || !py::hasattr(below, "__iter__")) {
    throw py::type_error(structure_expected);
  }
  for (const py::handle name : children) nodes.push_back({node_name(name), parent});
}

std::vector<std::string> names_of(const std::vector<IndexNode>& nodes) {
  std::vector<std::string> all;
  for (const IndexNode& node : nodes) all.push_back(node.name);
  return all;
}

/// Writes the given weights into their nodes. @throws CodeError for an unknown name
void give_weights(const ByColumn& weights, std::vector<IndexNode>& nodes) {
  if (weights.given.is_none()) return;
  const bool has_names = py::isinstance<Weights>(weights.given);
  if (!has_names && !py::hasattr(weights.given, "items")) {
    throw py::type_error("weights of a structure are given by name, in a mapping");
  }
  const ByColumn by_name{has_names ? weights.given.attr("to_dict")() : weights.given};
  const auto entries = entries_of(by_name, names_of(nodes), "weights");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (entries[i]) nodes[i].weight = measured_number(*entries[i]);
  }
}

/// The indicators must be the columns, in the same order.
void require_columns(const IndexStructure& structure, const std::vector<std::string>& columns) {
  std::vector<std::string> expected;
  for (const std::size_t node : structure.indicators()) {
    expected.push_back(structure.nodes()[node].name);
  }
  if (expected == columns) return;
  const std::vector<std::string_view> known(columns.begin(), columns.end());
  for (const std::string& name : expected) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
      refuse_name(name, known);
    }
  }
  const auto [one, other] =
      std::mismatch(columns.begin(), columns.end(), expected.begin(), expected.end());
  throw StructureError(Fault{ErrorCode::score_option_refused,
                             {"a column of the table", one == columns.end() ? "" : *one,
                              other == expected.end() ? "no more columns" : *other}});
}

IndexStructure structure_of(const std::vector<std::string>& columns, const IndexWords& words) {
  if (words.structure.is_none()) {
    return IndexStructure::flat(columns, weights_or_ones(words.weights, columns));
  }
  std::vector<IndexNode> nodes;
  add_nodes(words.structure, "", nodes);
  give_weights(words.weights, nodes);
  IndexStructure structure(std::move(nodes));
  require_columns(structure, columns);
  return structure;
}

std::vector<Aggregation> aggregations_of(const py::object& given) {
  if (PyUnicode_Check(given.ptr()) || !py::hasattr(given, "__iter__")) {
    return {word_of<Aggregation>(given, "aggregation")};
  }
  std::vector<Aggregation> ways;
  for (const py::handle way : given) ways.push_back(word_of<Aggregation>(way, "aggregation"));
  return ways;
}

}  // namespace

IndexGiven index_given(const std::vector<std::string>& columns, const IndexWords& words) {
  IndexStructure structure = structure_of(columns, words);
  return {std::move(structure),
          {normalise_options(columns, words.normalised), aggregations_of(words.aggregation),
           measured_number(words.availability), words.ties}};
}

}  // namespace edustat::python
