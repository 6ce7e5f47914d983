// SPDX-License-Identifier: Apache-2.0
#include "panel/totals_facts.hpp"

#include "catalogue/catalogue_item.hpp"
#include "catalogue/operand_text.hpp"
#include "panel/compiled_formula.hpp"
#include "panel/leaf_source.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace edustat::detail {

Observation TotalsFacts::look_up(const Reference& reference) const {
  const Catalogue::Item item = sources_.catalogue.find(reference.item);
  const Shift own{reference.shift_periods, reference.shift_months};
  std::vector<Reference::Category> categories =
      categories_of(item, reference, position_.categories);
  const std::size_t parents =
      position_.parents + (reference.relative == Reference::Relative::parent ? 1 : 0);
  const auto series = sources_.binding.find(full_id_of(item), categories);
  const auto* const* indicator = std::get_if<const Indicator*>(&item);
  if (indicator && !series) {
    return TotalsFacts(sources_, {position_.period, position_.row, std::move(categories), parents,
                                  position_.shift + own})
        .read(**indicator);
  }
  if (!series) return Gap::missing;
  return read_series(*series, Leaf{*series, parents, position_.shift, own});
}

Observation TotalsFacts::read_series(std::size_t series, const Leaf& leaf) const {
  const Totals& totals = sources_.boundaries.totals();
  const LeafSource source(sources_.boundaries, leaf, position_.period);
  const LeafSource::Cell cell = source.cell(position_.row, sources_.partial);
  if (!has_value(cell.strength)) return gap_of(cell.strength);
  Rational sum;
  if (source.kind() == LeafSource::Kind::found) sum = totals.sum(cell.period, series, cell.row);
  const Rational& factor = sources_.binding.factor(series);
  const Series& declared = totals.series()[series];
  const Rational base = sum * Rational::power_of_ten(declared.places) * factor;
  return Quantity(base / declared.unit.factor(), declared.unit);
}

Observation TotalsFacts::read(const Indicator& indicator) const {
  Observation result = evaluate(indicator, *this);
  const bool is_known = std::holds_alternative<Quantity>(result);
  if (is_known && !has_base_above_zero(indicator.formula)) return Gap::undefined;
  return result;
}

bool TotalsFacts::has_base_above_zero(const Formula& formula) const {
  const std::vector<Formula> bases = bases_of_growth(formula, sources_.catalogue);
  return std::all_of(bases.begin(), bases.end(), [&](const Formula& base) {
    const Observation value = evaluate(base, *this, Unit());
    const Quantity* quantity = std::get_if<Quantity>(&value);
    return quantity != nullptr && quantity->value().sign() > 0;
  });
}

std::vector<Formula> bases_of_growth(const Formula& formula, const Catalogue& catalogue) {
  const std::span<const Node> nodes = formula.nodes();
  const auto references = formula.references();
  const Steps steps{nodes, formula.constants(), references};
  std::vector<Formula> bases;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool divides = nodes[i].operation == Node::Operation::divide ||
                         (nodes[i].operation == Node::Operation::power && nodes[i].index < 0);
    if (!divides) continue;
    std::size_t count = 0;
    bool are_past = true;
    for (std::size_t step = first_step(nodes, i - 1); step < i; ++step) {
      const bool is_leaf = nodes[step].operation == Node::Operation::reference ||
                           nodes[step].operation == Node::Operation::sum;
      if (!is_leaf) continue;
      ++count;
      are_past =
          are_past && is_past(references[static_cast<std::size_t>(nodes[step].index)], catalogue);
    }
    if (count > 0 && are_past) bases.emplace_back(operand_text(steps, i - 1));
  }
  return bases;
}

}  // namespace edustat::detail
