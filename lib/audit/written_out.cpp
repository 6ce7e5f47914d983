// SPDX-License-Identifier: Apache-2.0
#include "audit/written_out.hpp"

#include "catalogue/catalogue_item.hpp"
#include "catalogue/formula_text.hpp"

#include <algorithm>
#include <variant>

namespace edustat {
namespace {

/// A reference of an inner formula, seen from where the outer one stands; nothing where no single
/// reference says so: the parent of a parent.
std::optional<Reference> seen_through(const Reference& inner, const Reference& outer) {
  Reference result = inner;
  result.shift_periods += outer.shift_periods;
  result.shift_months += outer.shift_months;
  if (outer.relative != Reference::Relative::parent) return result;
  if (inner.relative == Reference::Relative::parent) return std::nullopt;
  result.relative = Reference::Relative::parent;
  return result;
}

std::optional<std::string> leaf_text(const WritingOut& where, const Reference& reference,
                                     const std::vector<Reference::Category>& categories,
                                     std::vector<std::string>& absent);

std::optional<std::string> formula_of(const WritingOut& where, const Indicator& indicator,
                                      const Reference& outer,
                                      const std::vector<Reference::Category>& categories,
                                      std::vector<std::string>& absent) {
  const Formula& formula = indicator.formula;
  std::vector<Reference> references;
  for (const Reference& inner : formula.references()) {
    std::optional<Reference> seen = seen_through(inner, outer);
    if (!seen || formula.root() != 0) {
      absent.push_back(outer.to_string());
      return std::nullopt;
    }
    references.push_back(*std::move(seen));
  }
  const auto text =
      written_out(where, formula.nodes(), formula.constants(), references, categories, absent);
  if (!text) return std::nullopt;
  return "(" + *text + ")";
}

std::optional<std::string> leaf_text(const WritingOut& where, const Reference& reference,
                                     const std::vector<Reference::Category>& categories,
                                     std::vector<std::string>& absent) {
  const Catalogue::Item item = where.catalogue.find(reference.item);
  Reference named = reference;
  named.item = full_id_of(item);
  named.categories = detail::categories_of(item, reference, categories);
  if (named.relative == Reference::Relative::total) named.relative = Reference::Relative::same;
  if (where.binding.find(named.item, named.categories)) return named.to_string();
  const auto* const* indicator = std::get_if<const Indicator*>(&item);
  if (indicator) return formula_of(where, **indicator, reference, named.categories, absent);
  const std::string text = named.to_string();
  if (std::find(absent.begin(), absent.end(), text) == absent.end()) absent.push_back(text);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> written_out(const WritingOut& where, std::span<const Node> nodes,
                                       std::span<const Rational> constants,
                                       std::span<const Reference> references,
                                       const std::vector<Reference::Category>& categories,
                                       std::vector<std::string>& absent) {
  std::vector<std::string> leaves(references.size());
  bool has_all = true;
  for (const Node& node : nodes) {
    if (node.operation != Node::Operation::reference) continue;
    const auto index = static_cast<std::size_t>(node.index);
    const auto text = leaf_text(where, references[index], categories, absent);
    has_all = has_all && text.has_value();
    leaves[index] = text.value_or(std::string());
  }
  if (!has_all) return std::nullopt;
  return detail::formula_text(nodes, constants, leaves);
}

}  // namespace edustat
