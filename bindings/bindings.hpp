// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>

namespace edustat::python {

namespace py = pybind11;

/// @name One function per file of the library, in floor order
/// @{
void bind_error(py::module_& module);
void bind_rational(py::module_& module);
void bind_rounding(py::module_& module);
void bind_interval(py::module_& module);
void bind_dimension(py::module_& module);
void bind_unit(py::module_& module);
void bind_unit_system(py::module_& module);
void bind_numeral(py::module_& module);
void bind_figure(py::module_& module);
void bind_quantity(py::module_& module);
void bind_render(py::module_& module);
void bind_period(py::module_& module);
void bind_region_tree(py::module_& module);
void bind_scope(py::module_& module);
void bind_formula(py::module_& module);
void bind_item(py::module_& module);
void bind_catalogue(py::module_& module);
void bind_table(py::module_& module);
void bind_panel(py::module_& module);
void bind_totals(py::module_& module);
void bind_roll_up(py::module_& module);
void bind_apportion(py::module_& module);
void bind_balance(py::module_& module);
void bind_dispersion(py::module_& module);
void bind_balanced_development(py::module_& module);
void bind_normalise(py::module_& module);
void bind_weights(py::module_& module);
void bind_ahp(py::module_& module);
void bind_topsis(py::module_& module);
void bind_composite(py::module_& module);
void bind_sensitivity(py::module_& module);
void bind_bulletin(py::module_& module);
void bind_reader(py::module_& module);
void bind_evaluation(py::module_& module);
void bind_indicators(py::module_& module);
void bind_explanation(py::module_& module);
void bind_finding(py::module_& module);
void bind_check(py::module_& module);
void bind_audit(py::module_& module);
void bind_slip(py::module_& module);
void bind_hypothesis(py::module_& module);
void bind_masks(py::module_& module);
void bind_audit_series(py::module_& module);
void bind_panel_audit(py::module_& module);
/// @}

}  // namespace edustat::python
