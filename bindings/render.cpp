// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/render.hpp"

#include "bindings.hpp"
#include "casters.hpp"

namespace edustat::python {

void bind_render(py::module_& module) {
  using namespace py::literals;

  module.def(
      "render",
      [](const Quantity& quantity, Language lang, std::optional<DecimalPlaces> places,
         Rounding rounding, RenderStyle::Scale scale) {
        return render(quantity, RenderStyle{lang, places, rounding, scale});
      },
      "quantity"_a, py::kw_only(), "lang"_a = "zh", "places"_a = py::none(),
      "rounding"_a = "half_up", "scale"_a = "automatic",
      R"(Writes 176.4万平方米, 1,764,000 m², 63.49% or 4.31 percentage points.

places stand in front of the scale word; scale: automatic, none, wan, yi.
Raises: CodeError for another name.)");
  module.def(
      "render",
      [](const Interval& interval, const WrittenUnit& unit, Language lang,
         std::optional<DecimalPlaces> places, Rounding rounding, RenderStyle::Scale scale) {
        return render(interval, unit_of(unit), RenderStyle{lang, places, rounding, scale});
      },
      "interval"_a, "unit"_a, py::kw_only(), "lang"_a = "zh", "places"_a = py::none(),
      "rounding"_a = "half_up", "scale"_a = "automatic",
      "Writes both ends, [63.19%, 63.79%], with enough places to tell them apart.");
}

}  // namespace edustat::python
