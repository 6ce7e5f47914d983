// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/formula.hpp"

#include "catalogue/formula_parser.hpp"
#include "catalogue/formula_text.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace edustat {

std::string Reference::to_string() const {
  return detail::reference_text(*this, item);
}

Formula::Formula(std::string_view text) : Formula(FormulaParser(text, nullptr).read_formula()) {}

Formula::Formula(std::string_view text, const Place& origin)
    : Formula(FormulaParser(text, &origin).read_formula()) {}

Relation::Relation(std::string_view text) {
  FormulaParser(text, nullptr).read_relation(*this);
}

Relation::Relation(std::string_view text, const Place& origin) {
  FormulaParser(text, &origin).read_relation(*this);
}

Relation::Relation(const Reference& name, const Formula& formula) : left_size_(1) {
  if (formula.root_ != 0) {
    std::vector<std::string> leaves;
    for (const Reference& reference : formula.references_) leaves.push_back(reference.to_string());
    *this = Relation("(1 + " + name.to_string() + ")^" + std::to_string(formula.root_) +
                     " == " + detail::formula_text(formula.nodes_, formula.constants_, leaves));
    return;
  }
  const std::string begin = name.to_string() + " == ";
  both_.text_ = begin + formula.text_;
  both_.nodes_.reserve(formula.nodes_.size() + 1);
  both_.nodes_.push_back(Node{Node::Operation::reference, 0, 1});
  both_.constants_ = formula.constants_;
  both_.references_.push_back(name);
  std::vector<std::int32_t> numbers;
  for (const Reference& reference : formula.references_) {
    const bool is_name = reference == name;
    numbers.push_back(is_name ? 0 : static_cast<std::int32_t>(both_.references_.size()));
    if (!is_name) both_.references_.push_back(reference);
  }
  const auto shift = static_cast<std::uint32_t>(text::column_of(begin, begin.size()) - 1);
  for (Node node : formula.nodes_) {
    if (node.operation == Node::Operation::reference || node.operation == Node::Operation::sum) {
      node.index = numbers[static_cast<std::size_t>(node.index)];
    }
    node.column += shift;
    both_.nodes_.push_back(node);
  }
}

std::string_view symbol_of(Comparison comparison) noexcept {
  switch (comparison) {
    case Comparison::equal:
      return "==";
    case Comparison::at_most:
      return "<=";
    case Comparison::at_least:
      return ">=";
    case Comparison::less:
      return "<";
    case Comparison::greater:
      return ">";
  }
  return "==";
}

std::ostream& operator<<(std::ostream& stream, const Formula& formula) {
  return stream << formula.text();
}

std::ostream& operator<<(std::ostream& stream, const Relation& relation) {
  return stream << relation.text();
}

}  // namespace edustat
