// SPDX-License-Identifier: Apache-2.0
#include "catalogue/operand_text.hpp"

#include "edustat/error/error.hpp"

#include "catalogue/formula_text.hpp"
#include "error/utf8.hpp"

#include <vector>

namespace edustat::detail {
namespace {

std::size_t operands_of(Node::Operation operation) noexcept {
  using enum Node::Operation;
  switch (operation) {
    case constant:
    case reference:
    case sum:
      return 0;
    case negate:
    case power:
      return 1;
    case add:
    case subtract:
    case multiply:
    case divide:
      return 2;
  }
  return 0;
}

}  // namespace

std::size_t first_step(std::span<const Node> nodes, std::size_t last) noexcept {
  std::size_t missing = 1;
  std::size_t step = last + 1;
  while (missing > 0) {
    --step;
    missing += operands_of(nodes[step].operation);
    --missing;
  }
  return step;
}

std::string operand_text(const Steps& steps, std::size_t last) {
  const std::size_t first = first_step(steps.nodes, last);
  std::vector<std::string> leaves;
  for (const Reference& reference : steps.references) leaves.push_back(reference.to_string());
  return formula_text(steps.nodes.subspan(first, last + 1 - first), steps.constants, leaves);
}

void refuse_mixed(const Steps& steps, std::size_t left, std::string_view sign, std::size_t right,
                  const Dimension& left_dimension, const Dimension& right_dimension) {
  throw UnitError(Fault{ErrorCode::mixed_units,
                        {text::excerpt(operand_text(steps, left)), std::string(sign),
                         text::excerpt(operand_text(steps, right)), left_dimension.to_string(),
                         right_dimension.to_string()}});
}

std::string_view sign_of(Node::Operation operation) noexcept {
  using enum Node::Operation;
  switch (operation) {
    case add:
      return "+";
    case subtract:
      return "-";
    case multiply:
      return "*";
    case divide:
      return "/";
    default:
      return "";
  }
}

const Dimension& percentage_points() {
  static const Dimension points(Kind("percentage_point", Kind::Nature::point));
  return points;
}

}  // namespace edustat::detail
