// SPDX-License-Identifier: Apache-2.0
#include "bindings.hpp"

PYBIND11_MODULE(_edustat, module) {
  using namespace edustat::python;

  module.doc() = "The compiled part of edustat: exact figures of education bulletins.";
  module.attr("__version__") = EDUSTAT_VERSION;
  bind_error(module);
  bind_rational(module);
  bind_rounding(module);
  bind_interval(module);
  bind_dimension(module);
  bind_unit(module);
  bind_unit_system(module);
  bind_numeral(module);
  bind_figure(module);
  bind_quantity(module);
  bind_render(module);
  bind_period(module);
  bind_region_tree(module);
  bind_scope(module);
  bind_formula(module);
  bind_item(module);
  bind_catalogue(module);
  bind_table(module);
  bind_panel(module);
  bind_totals(module);
  bind_roll_up(module);
  bind_apportion(module);
  bind_balance(module);
  bind_dispersion(module);
  bind_balanced_development(module);
  bind_normalise(module);
  bind_weights(module);
  bind_ahp(module);
  bind_topsis(module);
  bind_composite(module);
  bind_sensitivity(module);
  bind_bulletin(module);
  bind_reader(module);
  bind_evaluation(module);
  bind_indicators(module);
  bind_explanation(module);
  bind_finding(module);
  bind_check(module);
  bind_audit(module);
  bind_slip(module);
  bind_hypothesis(module);
  bind_masks(module);
  bind_audit_series(module);
  bind_panel_audit(module);
}
