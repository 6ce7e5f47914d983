// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/ahp.hpp"

#include "bindings.hpp"
#include "score_input.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

/// An AHP with the names of its items.
struct NamedAhp {
  std::vector<std::string> names;
  Ahp result;
};

NamedAhp ahp_of(const MeasuredTable& judgements, RandomIndex random_index,
                Inconsistent inconsistent) {
  return {judgements.columns, ahp(judgements.view, {random_index, inconsistent})};
}

}  // namespace

void bind_ahp(py::module_& module) {
  py::class_<NamedAhp> type(module, "Ahp", "Weights from pairwise judgements.");
  type.def_property_readonly(
          "weights",
          [](const NamedAhp& self) {
            return Weights{self.names, self.result.weights};
          },
          "The principal eigenvector; the sum is 1.")
      .def_property_readonly(
          "principal_eigenvalue",
          [](const NamedAhp& self) { return self.result.principal_eigenvalue; },
          "n for consistent judgements, else more.")
      .def_property_readonly(
          "consistency_index", [](const NamedAhp& self) { return self.result.consistency_index; },
          "(principal eigenvalue - n) / (n - 1).")
      .def_property_readonly(
          "random_index", [](const NamedAhp& self) { return self.result.random_index; },
          "Of n items; None for one or two.")
      .def_property_readonly(
          "consistency_ratio", [](const NamedAhp& self) { return self.result.consistency_ratio; },
          "Index over random index; 0 for one or two items.")
      .def_property_readonly(
          "random_index_table", [](const NamedAhp& self) { return self.result.table; },
          "saaty_1980, saaty_2005 or donegan_dodd_1991.")
      .def_property_readonly(
          "is_consistent", [](const NamedAhp& self) { return self.result.is_consistent(); },
          "Whether the ratio is below 0.1.")
      .def("__repr__", [](const NamedAhp& self) {
        return "<Ahp of " + std::to_string(self.names.size()) + " items, consistency ratio " +
               std::string(py::str(py::float_(self.result.consistency_ratio))) + ">";
      });
  bind_sheet(type, [](const NamedAhp& self) {
    return sheet_of(self.names, {"weight"}, {self.result.weights});
  });
  module.def("ahp", &ahp_of, "judgements"_a, py::kw_only(), "random_index"_a = "saaty_1980",
             "inconsistent"_a = "refuse",
             R"(层次分析法: weights from a reciprocal matrix of judgements.

judgements: rows of numbers, fractions or texts such as "1/3", or a frame with named columns.
random_index: saaty_1980 (0.58, 0.90, 1.12), saaty_2005 or donegan_dodd_1991.
inconsistent: refuse or report judgements whose consistency ratio is 0.1 or more.
Raises: StructureError, LimitError.)");
}

}  // namespace edustat::python
