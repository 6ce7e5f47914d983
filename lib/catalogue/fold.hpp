// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"

#include <span>
#include <utility>
#include <vector>

namespace edustat {

/// Reads a formula in one of its meanings: an algebra says what constants, references and operators
/// are.
///
/// `Algebra` has a type `Value` and the members constant(i), reference(i), sum(i), add, subtract,
/// multiply, divide, negate and power(value, n); operands are passed as rvalues.
template <typename Algebra>
typename Algebra::Value fold(std::span<const Node> nodes, Algebra& algebra) {
  using Value = typename Algebra::Value;
  std::vector<Value> stack;
  stack.reserve(nodes.size());
  const auto pop = [&stack] {
    Value top = std::move(stack.back());
    stack.pop_back();
    return top;
  };
  const auto binary = [&](auto operation) {
    Value right = pop();
    Value left = pop();
    stack.push_back(operation(std::move(left), std::move(right)));
  };
  for (const Node& node : nodes) {
    const auto index = static_cast<std::size_t>(node.index);
    switch (node.operation) {
      case Node::Operation::constant:
        stack.push_back(algebra.constant(index));
        break;
      case Node::Operation::reference:
        stack.push_back(algebra.reference(index));
        break;
      case Node::Operation::sum:
        stack.push_back(algebra.sum(index));
        break;
      case Node::Operation::add:
        binary([&](Value l, Value r) { return algebra.add(std::move(l), std::move(r)); });
        break;
      case Node::Operation::subtract:
        binary([&](Value l, Value r) { return algebra.subtract(std::move(l), std::move(r)); });
        break;
      case Node::Operation::multiply:
        binary([&](Value l, Value r) { return algebra.multiply(std::move(l), std::move(r)); });
        break;
      case Node::Operation::divide:
        binary([&](Value l, Value r) { return algebra.divide(std::move(l), std::move(r)); });
        break;
      case Node::Operation::negate:
        stack.push_back(algebra.negate(pop()));
        break;
      case Node::Operation::power:
        stack.push_back(algebra.power(pop(), node.index));
        break;
    }
  }
  return pop();
}

}  // namespace edustat
