// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/dispersion.hpp"

#include "edustat/analysis/coefficient_of_variation.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "float_column.hpp"
#include "measured_column.hpp"

#include <pybind11/typing.h>

#include <algorithm>

namespace edustat::python {

template <>
inline constexpr auto last_of<GapRule> = GapRule::leave_out;
template <>
inline constexpr auto last_of<TheilMeasure> = TheilMeasure::l;

namespace {

using namespace py::literals;
using Other = std::optional<MeasuredColumn>;

/// What all measures say of their arguments.
std::string described(std::string_view sentence, std::string_view raises = "") {
  return std::string(sentence) +
         "\n\nvalues: NumPy array, Arrow column, series, or sequence of exact numbers or floats; "
         "None and NaN are gaps.\nweights: as long; per: the same, but a value is then an amount "
         "divided by it.\ngaps: refuse, or leave_out.\nRaises: StructureError" +
         std::string(raises) + ".";
}

/// Calls with the sample and without the interpreter lock.
template <typename Call>
auto of_sample(MeasuredColumn values, Other weights, Other per, GapRule gaps, const Call& call) {
  const Sample sample = sample_of(std::move(values), std::move(weights), std::move(per), gaps);
  const py::gil_scoped_release released;
  return call(sample);
}

/// A measure without parameters.
template <typename Result>
void bind_measure(py::module_& module, const char* name, Result (*measure)(const Sample&),
                  const std::string& doc) {
  module.def(
      name,
      [measure](MeasuredColumn values, Other weights, Other per, GapRule gaps) {
        return of_sample(std::move(values), std::move(weights), std::move(per), gaps, measure);
      },
      "values"_a, "weights"_a = py::none(), py::kw_only(), "per"_a = py::none(),
      "gaps"_a = "refuse", doc.c_str());
}

/// A measure with one parameter.
void bind_measure(py::module_& module, const char* name, const char* parameter,
                  double (*measure)(const Sample&, double), const std::string& doc) {
  module.def(
      name,
      [measure](MeasuredColumn values, Parameter degree, Other weights, Other per, GapRule gaps) {
        return of_sample(std::move(values), std::move(weights), std::move(per), gaps,
                         [&](const Sample& sample) { return measure(sample, degree.value); });
      },
      "values"_a, py::arg(parameter), "weights"_a = py::none(), py::kw_only(), "per"_a = py::none(),
      "gaps"_a = "refuse", doc.c_str());
}

void bind_coefficient(py::module_& module) {
  using Coefficient = CoefficientOfVariation;
  py::class_<Coefficient> type(module, "CoefficientOfVariation",
                               "差异系数: standard deviation over mean, with what each unit adds.");
  type.def_property_readonly("value", &Coefficient::value,
                             "The coefficient; a threshold is met or not by compare().")
      .def_property_readonly("mean", &Coefficient::mean, "The mean, exactly.")
      .def_property_readonly(
          "contributions",
          [](const Coefficient& self) {
            return view_of(self.contributions(), std::make_shared<const Coefficient>(self));
          },
          "The share of each unit in the square of the coefficient, as a memoryview of floats.")
      .def_property_readonly(
          "left_out", [](const Coefficient& self) { return list_of(self.sample().left_out()); },
          "Rows that do not count, from 0.")
      .def("squared", &Coefficient::squared, py::call_guard<py::gil_scoped_release>(),
           "The square, exactly.")
      .def(
          "compare",
          [](const Coefficient& self, const WrittenRational& threshold) {
            const auto order = self.compare(threshold.value);
            return order < 0 ? -1 : order > 0 ? 1 : 0;
          },
          "threshold"_a, "-1, 0 or 1: below, at or above the threshold, exactly (全数值比较).")
      .def("rounded", &Coefficient::rounded, "places"_a,
           "Rounded once, half up, from the exact value (for 修约值比较).\n\nRaises: LimitError.")
      .def(
          "distance",
          [](const Coefficient& self, const WrittenRational& threshold) {
            return self.distance(threshold.value);
          },
          "threshold"_a, "Threshold minus coefficient, below 0 where it is passed.")
      .def("__float__", &Coefficient::value)
      .def("__len__", [](const Coefficient& self) { return self.sample().size(); })
      .def("__repr__", [](const Coefficient& self) {
        return "<CoefficientOfVariation " + std::string(py::repr(py::float_(self.value()))) +
               " of " + std::to_string(self.sample().size()) + " units>";
      });
  bind_copies(type);
  module.def(
      "coefficient_of_variation",
      [](MeasuredColumn values, Other weights, Other per, GapRule gaps) {
        return of_sample(std::move(values), std::move(weights), std::move(per), gaps,
                         [](const Sample& sample) { return Coefficient(sample); });
      },
      "values"_a, "weights"_a = py::none(), py::kw_only(), "per"_a = py::none(),
      "gaps"_a = "refuse",
      described("差异系数: between schools give amounts, and the pupils as per.").c_str());
}

std::pair<py::memoryview, py::memoryview> lorenz_columns(MeasuredColumn values, Other weights,
                                                         Other per, GapRule gaps) {
  const LorenzCurve curve =
      of_sample(std::move(values), std::move(weights), std::move(per), gaps, &lorenz);
  return {view_of(curve.weights, curve.owner), view_of(curve.amounts, curve.owner)};
}

/// The number of the group of each row that counts, in the order in which labels first appear.
std::vector<std::size_t> group_numbers(const py::iterable& labels, const Sample& sample,
                                       py::list& names) {
  std::vector<std::size_t> numbers;
  py::dict known;
  std::size_t row = 0;
  for (const py::handle label : labels) {
    const auto left_out = sample.left_out();
    if (std::binary_search(left_out.begin(), left_out.end(), row++)) continue;
    if (!known.contains(label)) {
      known[label] = names.size();
      names.append(label);
    }
    numbers.push_back(py::cast<std::size_t>(known[label]));
  }
  return numbers;
}

void bind_decomposition(py::module_& module) {
  using Group = TheilDecomposition::Group;
  py::class_<TheilDecomposition> type(module, "TheilDecomposition",
                                      "Theil's measure as within groups plus between groups.");
  py::class_<Group> group(type, "Group", "One group.");
  group.def_readonly("weight_share", &Group::weight_share, "Its share of the weight.")
      .def_readonly("amount_share", &Group::amount_share, "Its share of the total.")
      .def_readonly("theil", &Group::theil, "The measure in the group.")
      .def_readonly("contribution", &Group::contribution, "To what lies within groups.")
      .def("__repr__", [](const Group& self) {
        return "<Group: theil " + std::string(py::repr(py::float_(self.theil))) + ">";
      });
  bind_copies(group);
  type.def_readonly("total", &TheilDecomposition::total, "Within and between together.")
      .def_readonly("within", &TheilDecomposition::within, "Inside the groups.")
      .def_readonly("between", &TheilDecomposition::between, "Between the means of the groups.")
      .def_readonly("groups", &TheilDecomposition::groups,
                    "In the order in which their labels first appear.")
      .def("__repr__", [](const TheilDecomposition& self) {
        return "<TheilDecomposition: within " + std::string(py::repr(py::float_(self.within))) +
               ", between " + std::string(py::repr(py::float_(self.between))) + ">";
      });
  bind_copies(type);
  module.def(
      "theil_decomposition",
      [](MeasuredColumn values, const py::typing::Iterable<py::object>& groups, Other weights,
         Other per, TheilMeasure measure, GapRule gaps) {
        const Sample sample =
            sample_of(std::move(values), std::move(weights), std::move(per), gaps);
        py::list names;
        return theil_decomposition(sample, group_numbers(groups, sample, names), measure);
      },
      "values"_a, "groups"_a, "weights"_a = py::none(), py::kw_only(), "per"_a = py::none(),
      "measure"_a = "t", "gaps"_a = "refuse",
      described("Theil's T or L within and between groups; groups: a label for each row.").c_str());
}

}  // namespace

void bind_dispersion(py::module_& module) {
  bind_float_column(module);
  bind_coefficient(module);
  bind_measure<double>(module, "gini", &gini, described("The Gini coefficient."));
  bind_measure<Rational>(module, "exact_gini", &exact_gini,
                         described("The Gini coefficient, exactly."));
  bind_measure<double>(module, "theil_t", &theil_t, described("Theil's T; 0 ln 0 is 0."));
  bind_measure<double>(
      module, "theil_l", &theil_l,
      described("Theil's L, the mean logarithmic deviation; infinite where a value is 0."));
  bind_measure(module, "atkinson", "epsilon", &atkinson,
               described("Atkinson's index, epsilon from 0 to 64.", ", LimitError"));
  bind_measure(module, "generalised_entropy", "alpha", &generalised_entropy,
               described("The generalised entropy index, alpha from -64 to 64.", ", LimitError"));
  module.def(
      "ratio_of_shares",
      [](MeasuredColumn values, const WrittenRational& top, const WrittenRational& bottom,
         Other weights, Other per, GapRule gaps) {
        return of_sample(
            std::move(values), std::move(weights), std::move(per), gaps,
            [&](const Sample& sample) { return ratio_of_shares(sample, top.value, bottom.value); });
      },
      "values"_a, "top"_a = "1/5", "bottom"_a = "1/5", "weights"_a = py::none(), py::kw_only(),
      "per"_a = py::none(), "gaps"_a = "refuse",
      described("What the top share of the weight holds over what the bottom share holds.")
          .c_str());
  module.def("lorenz", &lorenz_columns, "values"_a, "weights"_a = py::none(), py::kw_only(),
             "per"_a = py::none(), "gaps"_a = "refuse",
             described("The Lorenz curve from (0, 0) to (1, 1): two memoryviews of floats, shares "
                       "of the weight and of the total.")
                 .c_str());
  bind_decomposition(module);
}

}  // namespace edustat::python
