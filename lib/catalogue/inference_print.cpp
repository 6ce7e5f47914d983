// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/inference.hpp"

#include "catalogue/operand_text.hpp"

#include <algorithm>
#include <forward_list>
#include <initializer_list>
#include <utility>

namespace edustat {
namespace {

using Operation = Node::Operation;

/// Heads, sets, schools: nothing that is read off a scale, and not a plain ratio.
bool is_pure_count(const Dimension& dimension) {
  return dimension.counting_power() > 0 && dimension.measuring_part().is_ratio();
}

/// What one step comes out in. Dimensions are held by those who gave them, or by the reader.
struct Value {
  const Dimension* dimension = nullptr;  // null: open, takes what it meets
  std::uint32_t size = 1;                // steps of the operand that ends here
  bool is_constant = false;
  bool is_rate_difference = false;
};

class PrintReader {
 public:
  PrintReader(const Relation& relation, std::span<const Dimension* const> dimensions)
      : relation_(relation),
        dimensions_(dimensions),
        nodes_(relation.left().data(), relation.left().size() + relation.right().size()) {
    values_.reserve(nodes_.size());
  }

  PrintedUnits read() {
    for (std::size_t step = 0; step < nodes_.size(); ++step) values_.push_back(value_of(step));
    const std::size_t left = relation_.left().size() - 1;
    const std::size_t right = nodes_.size() - 1;
    static_cast<void>(meet(left, right, symbol_of(relation_.comparison()), Meeting::comparison));
    const auto is_open = [](const Dimension* one) { return one == nullptr; };
    if (std::any_of(dimensions_.begin(), dimensions_.end(), is_open)) imply(left, right);
    return std::move(result_);
  }

 private:
  enum class Meeting { comparison, sum };

  Value value_of(std::size_t step) {
    const Node& node = nodes_[step];
    switch (node.operation) {
      case Operation::constant:
        return {.is_constant = true};
      case Operation::reference:
      case Operation::sum:
        return {.dimension = dimensions_[static_cast<std::size_t>(node.index)]};
      case Operation::negate:
      case Operation::power:
        return one_operand(step);
      case Operation::multiply:
      case Operation::divide:
        return product(step);
      default:
        return sum_of(step);
    }
  }

  Value one_operand(std::size_t step) {
    Value value = values_[step - 1];
    ++value.size;
    if (nodes_[step].operation == Operation::negate) return value;
    value.is_rate_difference = false;
    if (value.dimension != nullptr && !value.dimension->is_ratio()) {
      value.dimension = keep(value.dimension->pow(nodes_[step].index));
    }
    return value;
  }

  Value product(std::size_t step) {
    const Value& right = values_[step - 1];
    const Value& left = values_[left_of(step)];
    const bool is_quotient = nodes_[step].operation == Operation::divide;
    Value value{.size = left.size + right.size + 1};
    value.is_constant = left.is_constant && right.is_constant;
    if (right.is_constant) {
      value.dimension = left.dimension;
    } else if (left.is_constant && !is_quotient) {
      value.dimension = right.dimension;
    } else if (right.dimension != nullptr && (left.dimension != nullptr || left.is_constant)) {
      const Dimension* base = left.is_constant ? &ratio_ : left.dimension;
      value.dimension =
          is_quotient ? quotient_of(base, right.dimension) : product_of(base, right.dimension);
    }
    return value;
  }

  Value sum_of(std::size_t step) {
    const std::size_t left = left_of(step);
    const std::size_t right = step - 1;
    const Value& first = values_[left];
    const Value& second = values_[right];
    Value value{.size = first.size + second.size + 1};
    value.is_constant = first.is_constant && second.is_constant;
    value.dimension = meet(left, right, detail::sign_of(nodes_[step].operation), Meeting::sum);
    const bool are_rates = first.dimension != nullptr && second.dimension != nullptr &&
                           first.dimension->is_ratio() && second.dimension->is_ratio();
    value.is_rate_difference =
        are_rates && (nodes_[step].operation == Operation::subtract ||
                      (first.is_rate_difference && second.is_rate_difference));
    return value;
  }

  /// The dimension in which two operands meet; remarks what is odd, refuses what cannot be.
  const Dimension* meet(std::size_t left, std::size_t right, std::string_view sign,
                        Meeting meeting) {
    const Dimension* first = values_[left].dimension;
    const Dimension* second = values_[right].dimension;
    if (first == nullptr) return second;
    if (second == nullptr || first == second || *first == *second) return first;
    if (meet_as_points(left, right, meeting)) return &ratio_;
    if (meet_in_other_words(left, right)) return first;
    detail::refuse_mixed(steps(), left, sign, right, *first, *second);
  }

  /// A rate and 百分点; a difference of two rates is printed in 百分点 as a matter of course.
  bool meet_as_points(std::size_t left, std::size_t right, Meeting meeting) {
    const Dimension& points = detail::percentage_points();
    const bool is_left_points = *values_[left].dimension == points;
    const Value& rate = values_[is_left_points ? right : left];
    const Value& point = values_[is_left_points ? left : right];
    if (!rate.dimension->is_ratio() || !(*point.dimension == points)) return false;
    if (meeting == Meeting::comparison && rate.is_rate_difference) return true;
    remark(UnitRemark::Code::points_with_rates,
           {detail::operand_text(steps(), left), detail::operand_text(steps(), right)});
    return true;
  }

  bool meet_in_other_words(std::size_t left, std::size_t right) {
    const std::vector<const Dimension*> firsts = readings(left);
    const std::vector<const Dimension*> seconds = readings(right);
    for (const Dimension* first : firsts) {
      for (const Dimension* second : seconds) {
        const bool are_equal = *first == *second;
        if (!are_equal && (!(first->measuring_part() == second->measuring_part()) ||
                           first->counting_power() != second->counting_power())) {
          continue;
        }
        if (!are_equal) {
          remark(UnitRemark::Code::mixed_counting_kinds, {first->to_string(), second->to_string()});
        }
        if (first != firsts.front() || second != seconds.front()) {
          remark(UnitRemark::Code::quotient_in_numerator_unit,
                 {firsts.front()->to_string(), seconds.front()->to_string()});
        }
        return true;
      }
    }
    return false;
  }

  /// The dimension of an operand, then those in which it is printed when a `per` is left out: a
  /// quotient by heads in the unit of its numerator, heads times an amount in that of the amount.
  std::vector<const Dimension*> readings(std::size_t step) const {
    const Operation operation = nodes_[step].operation;
    if (operation == Operation::negate) return readings(step - 1);
    if (operation == Operation::add || operation == Operation::subtract) {
      const std::size_t left = left_of(step);
      return readings(values_[left].dimension != nullptr ? left : step - 1);
    }
    std::vector<const Dimension*> result{values_[step].dimension};
    const bool is_quotient = operation == Operation::divide;
    if (!is_quotient && operation != Operation::multiply) return result;
    const Value& left = values_[left_of(step)];
    const Value& right = values_[step - 1];
    if (right.is_constant) return readings(left_of(step));
    if (left.is_constant) return is_quotient ? result : readings(step - 1);
    if (!left.dimension->is_ratio() && is_pure_count(*right.dimension)) {
      result.push_back(left.dimension);
    }
    if (!is_quotient && !right.dimension->is_ratio() && is_pure_count(*left.dimension)) {
      result.push_back(right.dimension);
    }
    return result;
  }

  /// Tells the open operands what they must be of, from the comparison down to the references.
  void imply(std::size_t left, std::size_t right) {
    result_.implied.resize(dimensions_.size());
    std::vector<const Dimension*> wanted(nodes_.size());
    wanted[left] = values_[right].dimension;
    wanted[right] = values_[left].dimension;
    for (std::size_t step = nodes_.size(); step-- > 0;) {
      const Dimension* own = values_[step].dimension;
      if (own == nullptr) own = wanted[step];
      if (own != nullptr) hand_down(step, *own, wanted);
    }
  }

  void hand_down(std::size_t step, const Dimension& own, std::vector<const Dimension*>& wanted) {
    switch (nodes_[step].operation) {
      case Operation::constant:
        return;
      case Operation::reference:
      case Operation::sum:
        return take(step, own);
      case Operation::negate:
        wanted[step - 1] = &own;
        return;
      case Operation::power:
        if (own.is_ratio()) wanted[step - 1] = &own;
        return;
      case Operation::add:
      case Operation::subtract:
        wanted[step - 1] = &own;
        wanted[left_of(step)] = &own;
        return;
      default:
        hand_to_factors(step, own, wanted);
    }
  }

  void hand_to_factors(std::size_t step, const Dimension& own,
                       std::vector<const Dimension*>& wanted) {
    const bool is_quotient = nodes_[step].operation == Operation::divide;
    const std::size_t left = left_of(step);
    const std::size_t right = step - 1;
    const Dimension* first = known(left);
    const Dimension* second = known(right);
    if (first == nullptr && second != nullptr) {
      wanted[left] = is_quotient ? product_of(&own, second) : quotient_of(&own, second);
    } else if (second == nullptr && first != nullptr) {
      wanted[right] = is_quotient ? quotient_of(first, &own) : quotient_of(&own, first);
    }
  }

  /// The dimension of a factor, null when it is open.
  const Dimension* known(std::size_t step) const {
    return values_[step].is_constant ? &ratio_ : values_[step].dimension;
  }

  void take(std::size_t step, const Dimension& own) {
    const auto index = static_cast<std::size_t>(nodes_[step].index);
    if (dimensions_[index] != nullptr || result_.implied[index]) return;
    result_.implied[index] = own;
    if (own.is_ratio()) return;
    remark(UnitRemark::Code::bare_number_took_unit,
           {relation_.references()[index].to_string(), own.to_string()});
  }

  void remark(UnitRemark::Code code, std::vector<std::string> arguments) {
    const auto is_same = [code](const UnitRemark& one) { return one.code == code; };
    if (std::any_of(result_.remarks.begin(), result_.remarks.end(), is_same)) return;
    result_.remarks.push_back({code, std::move(arguments)});
  }

  const Dimension* product_of(const Dimension* left, const Dimension* right) {
    if (left->is_ratio()) return right;
    return right->is_ratio() ? left : keep(*left * *right);
  }
  const Dimension* quotient_of(const Dimension* left, const Dimension* right) {
    if (right->is_ratio()) return left;
    return left == right || *left == *right ? &ratio_ : keep(*left / *right);
  }
  const Dimension* keep(const Dimension& dimension) {
    made_.push_front(dimension);
    return &made_.front();
  }

  [[nodiscard]] std::size_t left_of(std::size_t step) const {
    return step - 1 - values_[step - 1].size;
  }
  [[nodiscard]] detail::Steps steps() const {
    return {nodes_, relation_.constants(), relation_.references()};
  }

  const Relation& relation_;
  std::span<const Dimension* const> dimensions_;
  std::span<const Node> nodes_;
  std::vector<Value> values_;
  std::forward_list<Dimension> made_;
  Dimension ratio_;
  PrintedUnits result_;
};

}  // namespace

PrintedUnits infer_print(const Relation& relation, std::span<const Dimension* const> dimensions) {
  return PrintReader(relation, dimensions).read();
}

}  // namespace edustat
