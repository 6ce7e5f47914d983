// SPDX-License-Identifier: Apache-2.0
#include "catalogue/formula_resolver.hpp"

#include "catalogue/behind.hpp"
#include "catalogue/formula_text.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::size_t longest_sum = 65'536;

/// Where the character with this number stands in a file.
Place place_in_text(const PlacedText& text, std::uint32_t column) {
  std::size_t offset = 0;
  for (std::uint32_t i = 1; i < column && offset < text.text.size(); ++i) {
    static_cast<void>(text::decode(text.text, offset));
  }
  return behind(text.place, text::place_in(text.text, offset, {}));
}

std::uint32_t column_of(std::span<const Node> nodes, std::size_t reference) {
  for (const Node& node : nodes) {
    const bool is_leaf =
        node.operation == Node::Operation::reference || node.operation == Node::Operation::sum;
    if (is_leaf && node.index == static_cast<std::int32_t>(reference)) return node.column;
  }
  return 1;
}

const Code* find_code(const CodeList& list, std::string_view name) {
  const auto is_called = [name](const Code& code) {
    return code.id == name || code.label.zh == name || code.label.en == name ||
           std::find(code.aliases.begin(), code.aliases.end(), name) != code.aliases.end();
  };
  const auto by_id = std::find_if(list.codes.begin(), list.codes.end(),
                                  [name](const Code& code) { return code.id == name; });
  const auto found = by_id != list.codes.end()
                         ? by_id
                         : std::find_if(list.codes.begin(), list.codes.end(), is_called);
  return found == list.codes.end() ? nullptr : &*found;
}

const std::vector<std::string>& dimensions_of(const Catalogue::Item& item) {
  return std::visit(
      [](const auto* entry) -> const std::vector<std::string>& { return entry->dimensions; }, item);
}

const Unit& unit_of(const Catalogue::Item& item) {
  return std::visit([](const auto* entry) -> const Unit& { return entry->unit; }, item);
}

/// A number that need not be a decimal.
std::string number_text(const Rational& value) {
  if (value.is_decimal()) return constant_text(value);
  return constant_text(value.numerator()) + " / " + constant_text(value.denominator());
}

}  // namespace

const CodeList* find_code_list(const std::vector<CodeList>& lists, std::string_view name) {
  for (const CodeList& list : lists) {
    if (list.id == name) return &list;
  }
  for (const CodeList& list : lists) {
    if (list.label.zh == name || list.label.en == name) return &list;
  }
  return nullptr;
}

std::optional<Formula> FormulaResolver::formula(const PlacedText& text) const {
  try {
    const Formula written(text.text, text.place);
    const auto texts = leaves(written.nodes(), written.references(), text);
    if (!texts) return {};
    return Formula(formula_text(written, *texts, Sums::written_out));
  } catch (const Error& error) {
    faults_->add(error, text.place);
  }
  return {};
}

std::optional<Relation> FormulaResolver::relation(const PlacedText& text) const {
  try {
    const Relation written(text.text, text.place);
    const std::span<const Node> left = written.left();
    const std::span<const Node> right = written.right();
    const std::span<const Rational> constants = written.constants();
    const std::span<const Node> both(left.data(), left.size() + right.size());
    const auto texts = leaves(both, written.references(), text);
    if (!texts) return {};
    const auto side = [&](std::span<const Node> nodes, std::span<const Node> other) {
      const auto limit = limit_text(nodes, other, constants, written.references());
      return limit ? *limit : formula_text(nodes, constants, *texts, Sums::written_out);
    };
    std::string resolved = side(left, right) + ' ';
    resolved += symbol_of(written.comparison());
    resolved += ' ' + side(right, left);
    return Relation(resolved);
  } catch (const Error& error) {
    faults_->add(error, text.place);
  }
  return {};
}

std::optional<Catalogue::Item> FormulaResolver::item(std::string_view name,
                                                     const Place& place) const {
  const std::vector<NameIndex::Entry>& entries = names_->entries(name);
  std::vector<NameIndex::Entry> own;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(own),
               [&](const auto& entry) { return catalogue_of(entry.item) == own_; });
  const std::vector<Catalogue::Item> meanings = first_meanings(own.empty() ? entries : own);
  if (meanings.size() == 1) return meanings.front();
  Fault fault = meanings.empty() ? unknown_item(name, *names_) : ambiguous_item(name, meanings);
  faults_->add(fault.code, std::move(fault.arguments), place);
  return {};
}

std::optional<std::vector<std::string>> FormulaResolver::leaves(
    std::span<const Node> nodes, std::span<const Reference> references,
    const PlacedText& text) const {
  std::vector<std::string> texts;
  bool is_complete = true;
  for (std::size_t i = 0; i < references.size(); ++i) {
    std::optional<std::string> one = leaf(references[i], place_in_text(text, column_of(nodes, i)));
    is_complete = is_complete && one.has_value();
    texts.push_back(std::move(one).value_or(""));
  }
  if (!is_complete) return {};
  return texts;
}

std::optional<std::string> FormulaResolver::leaf(const Reference& reference,
                                                 const Place& place) const {
  const std::optional<Catalogue::Item> meant = item(reference.item, place);
  if (!meant) return {};
  Reference resolved = reference;
  resolved.item = full_id_of(*meant);
  if (!resolve_categories(resolved, *meant, place)) return {};
  return written_out(resolved, place);
}

bool FormulaResolver::resolve_categories(Reference& reference, const Catalogue::Item& item,
                                         const Place& place) const {
  const std::vector<std::string>& dimensions = dimensions_of(item);
  for (Reference::Category& category : reference.categories) {
    const CodeList* list = find_code_list(*code_lists_, category.dimension);
    const bool is_declared = list != nullptr && std::find(dimensions.begin(), dimensions.end(),
                                                          list->id) != dimensions.end();
    const bool is_any = category.code == "*";
    const Code* code = is_declared && !is_any ? find_code(*list, category.code) : nullptr;
    if (!is_declared || (!is_any && code == nullptr)) {
      faults_->add(ErrorCode::unknown_category,
                   {category.dimension + '=' + category.code, reference.item}, place);
      return false;
    }
    if (is_any && list->rule == CodeList::Rule::subset) {
      faults_->add(ErrorCode::bad_value, {"sum", category.dimension, "partition"}, place);
      return false;
    }
    category.dimension = list->id;
    if (code != nullptr) category.code = code->id;
  }
  auto& categories = reference.categories;
  std::sort(categories.begin(), categories.end());
  const auto same = std::adjacent_find(
      categories.begin(), categories.end(),
      [](const auto& left, const auto& right) { return left.dimension == right.dimension; });
  if (same == categories.end()) return true;
  faults_->add(ErrorCode::repeated_dimension, {same->dimension}, place);
  return false;
}

/// The reference, or the sum of it over the codes for which `*` stands.
std::string FormulaResolver::written_out(const Reference& reference, const Place& place) const {
  const auto any = std::find_if(reference.categories.begin(), reference.categories.end(),
                                [](const auto& category) { return category.code == "*"; });
  if (any == reference.categories.end()) return reference.to_string();
  const auto index = static_cast<std::size_t>(any - reference.categories.begin());
  std::string sum;
  for (const Code& code : find_code_list(*code_lists_, any->dimension)->codes) {
    Reference one = reference;
    one.categories[index].code = code.id;
    if (!sum.empty()) sum += " + ";
    sum += written_out(one, place);
    if (sum.size() <= longest_sum) continue;
    throw LimitError(Fault{ErrorCode::formula_too_long,
                           {std::to_string(sum.size()), std::to_string(longest_sum)},
                           place});
  }
  return sum;
}

/// The text of a number to which one item alone is compared: it is in the unit of the item.
std::optional<std::string> FormulaResolver::limit_text(
    std::span<const Node> limit, std::span<const Node> limited, std::span<const Rational> constants,
    std::span<const Reference> references) const {
  const bool is_alone =
      limited.size() == 1 && limited.front().operation == Node::Operation::reference;
  const bool is_number = limit.front().operation == Node::Operation::constant;
  const bool is_negated = limit.size() == 2 && limit.back().operation == Node::Operation::negate;
  if (!is_alone || !is_number || (limit.size() != 1 && !is_negated)) return {};
  const Reference& reference = references[static_cast<std::size_t>(limited.front().index)];
  const std::optional<Catalogue::Item> meant = item(reference.item, {});
  if (!meant || unit_of(*meant).dimension().is_ratio()) return {};
  const Rational& value = constants[static_cast<std::size_t>(limit.front().index)];
  return (is_negated ? "-" : "") + number_text(value * unit_of(*meant).factor());
}

}  // namespace edustat::detail
