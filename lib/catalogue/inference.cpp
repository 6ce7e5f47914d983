// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/inference.hpp"

#include "catalogue/operand_text.hpp"

#include <utility>

namespace edustat {
namespace {

using Form = Inference::Form;

/// A quotient of counts such as 人次/人: a number of times.
bool is_counts_per_count(const Dimension& dimension) {
  return dimension.measuring_part().is_ratio() && dimension.counting_power() == 0 &&
         !(dimension == detail::percentage_points());
}

/// Reads a formula as a dimension; walks the steps itself, because a refusal names them.
class Strict {
 public:
  Strict(const detail::Steps& steps, std::span<const Dimension* const> dimensions)
      : steps_(steps), dimensions_(dimensions) {}

  /// The steps from `first` to `last`.
  Inference read(std::size_t first, std::size_t last) {
    stack_.clear();
    for (std::size_t step = first; step <= last; ++step) read_step(step);
    return std::move(stack_.back());
  }

 private:
  void read_step(std::size_t step) {
    using enum Node::Operation;
    const Node& node = steps_.nodes[step];
    const auto index = static_cast<std::size_t>(node.index);
    switch (node.operation) {
      case constant:
        stack_.push_back({{}, steps_.constants[index].is_zero() ? Form::zero : Form::constant});
        break;
      case reference:
      case sum:
        stack_.push_back({*dimensions_[index], Form::plain});
        break;
      case negate:
        break;
      case power:
        stack_.back().dimension = stack_.back().dimension.pow(node.index);
        keep_constant(stack_.back());
        break;
      default:
        read_pair(step);
    }
  }

  void read_pair(std::size_t step) {
    const Inference right = std::move(stack_.back());
    stack_.pop_back();
    Inference& left = stack_.back();
    switch (steps_.nodes[step].operation) {
      case Node::Operation::multiply:
        left = product(left, right, left.dimension * right.dimension);
        break;
      case Node::Operation::divide:
        left = product(left, right, left.dimension / right.dimension);
        break;
      default:
        left = sum_of(left, right, step);
    }
  }

  static void keep_constant(Inference& inference) {
    if (inference.form != Form::constant) inference.form = Form::plain;
  }

  static Inference product(const Inference& left, const Inference& right, Dimension dimension) {
    const auto is_number = [](const Inference& one) {
      return one.form == Form::constant || one.form == Form::zero;
    };
    const bool is_constant = is_number(left) && is_number(right);
    return {std::move(dimension), is_constant ? Form::constant : Form::plain};
  }

  Inference sum_of(const Inference& left, const Inference& right, std::size_t step) const {
    const Node::Operation operation = steps_.nodes[step].operation;
    if (left.form == Form::zero) return right;
    if (right.form == Form::zero) return left;
    if (!(left.dimension == right.dimension)) {
      detail::refuse_mixed(steps_, detail::first_step(steps_.nodes, step - 1) - 1,
                           detail::sign_of(operation), step - 1, left.dimension, right.dimension);
    }
    Inference result{left.dimension, left.form == right.form ? left.form : Form::plain};
    const bool are_rates =
        left.form != Form::constant && right.form != Form::constant && left.dimension.is_ratio();
    if (operation == Node::Operation::subtract && are_rates) result.form = Form::rate_difference;
    return result;
  }

  detail::Steps steps_;
  std::span<const Dimension* const> dimensions_;
  std::vector<Inference> stack_;
};

bool compares(const Inference& left, const Inference& right) {
  if (left.fits(right.dimension) || right.fits(left.dimension)) return true;
  if (left.form == Form::constant) return is_counts_per_count(right.dimension);
  return right.form == Form::constant && is_counts_per_count(left.dimension);
}

}  // namespace

bool Inference::fits(const Dimension& declared) const noexcept {
  if (form == Form::zero || dimension == declared) return true;
  return form == Form::rate_difference && declared == detail::percentage_points();
}

Inference infer(const Formula& formula, std::span<const Dimension* const> dimensions) {
  Strict strict({formula.nodes(), formula.constants(), formula.references()}, dimensions);
  return strict.read(0, formula.nodes().size() - 1);
}

void require_comparable(const Relation& relation, std::span<const Dimension* const> dimensions) {
  const std::size_t size = relation.left().size();
  const std::span<const Node> both(relation.left().data(), size + relation.right().size());
  const detail::Steps steps{both, relation.constants(), relation.references()};
  Strict strict(steps, dimensions);
  const Inference left = strict.read(0, size - 1);
  const Inference right = strict.read(size, both.size() - 1);
  if (compares(left, right)) return;
  detail::refuse_mixed(steps, size - 1, symbol_of(relation.comparison()), both.size() - 1,
                       left.dimension, right.dimension);
}

}  // namespace edustat
