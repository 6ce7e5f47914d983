// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/hypothesis.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <algorithm>

namespace edustat::python {
namespace {

using namespace py::literals;

std::size_t fact_number(Count fact) {
  if (fact.value < 0) throw py::index_error("a bulletin has no such fact");
  return static_cast<std::size_t>(fact.value);
}

std::vector<Suspect> find_suspects(const Bulletin& bulletin, const Catalogue& catalogue,
                                   Precision precision) {
  const py::gil_scoped_release released;
  return suspects(bulletin, catalogue, {.precision = precision});
}

std::vector<Hypothesis> find_hypotheses(const Bulletin& bulletin, const Catalogue& catalogue,
                                        const std::optional<std::vector<Suspect>>& suspected,
                                        Precision precision, Count most) {
  const SlipOptions options{precision, static_cast<std::size_t>(std::max(most.value, 0)),
                            catalogue.units()};
  const py::gil_scoped_release released;
  const auto asked = suspected ? *suspected : suspects(bulletin, catalogue, options);
  return hypotheses(bulletin, catalogue, asked, options);
}

void bind_suspect(py::module_& module) {
  py::class_<Suspect> suspect(module, "Suspect",
                              "A fact that may be printed wrongly, and what the rest lets it be.");
  suspect
      .def(py::init([](Count fact, Interval allowed, const std::vector<Count>& besides) {
             Suspect made{fact_number(fact), std::move(allowed), {}};
             for (const Count other : besides) made.besides.push_back(fact_number(other));
             return made;
           }),
           "fact"_a, "allowed"_a, "besides"_a = py::tuple())
      .def_readonly("fact", &Suspect::fact, "Number in the bulletin, from 0.")
      .def_readonly("allowed", &Suspect::allowed,
                    "What the rest of the bulletin lets it be.\n\nUnit: base unit.")
      .def_property_readonly(
          "besides",
          [](const Suspect& self) -> py::typing::Tuple<py::int_, py::ellipsis> {
            return py::tuple(py::cast(self.besides));
          },
          "Numbers of facts that must be wrong as well.");
  bind_fields(suspect, "Suspect", [](const Suspect& self) {
    return py::make_tuple(self.fact, self.allowed, py::tuple(py::cast(self.besides)));
  });
}

}  // namespace

void bind_hypothesis(py::module_& module) {
  bind_suspect(module);
  py::class_<Hypothesis> hypothesis(module, "Hypothesis",
                                    "One slip in one fact that would mend the bulletin.");
  hypothesis.def_readonly("fact", &Hypothesis::fact, "Number in the bulletin, from 0.")
      .def_readonly("slip", &Hypothesis::slip, "What went wrong.")
      .def_readonly("allowed", &Hypothesis::allowed,
                    "What the rest lets the fact be.\n\nUnit: base unit.")
      .def_readonly("others", &Hypothesis::others,
                    "Numbers of facts that the slip involves, such as another denominator.")
      .def_readonly("besides", &Hypothesis::besides,
                    "Numbers of facts that must be wrong as well; mostly none.")
      .def("__repr__", [](const Hypothesis& self) {
        return "<Hypothesis fact " + std::to_string(self.fact) + ": " +
               std::string(written(self.slip.kind)) + " " + self.slip.figure.text() + ">";
      });
  bind_copies(hypothesis);
  module.def("suspects", &find_suspects, "bulletin"_a, "catalogue"_a, "precision"_a = "nearest",
             R"(The facts each of which could alone be at fault, with what the rest lets it be.

Raises: CodeError, UnitError.)");
  module.def("hypotheses", &find_hypotheses, "bulletin"_a, "catalogue"_a, "suspects"_a = py::none(),
             py::kw_only(), "precision"_a = "nearest", "most"_a = 20,
             R"(Every single slip that would mend each suspect, the likeliest first over all.

suspects: by default those of `suspects`.
Raises: CodeError, UnitError, StructureError for a fact without figure.)");
}

}  // namespace edustat::python
