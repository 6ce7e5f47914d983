// SPDX-License-Identifier: Apache-2.0
#include "catalogue/formula_text.hpp"

#include "catalogue/formula_cursor.hpp"
#include "catalogue/operand_text.hpp"

#include <cstdlib>
#include <utility>
#include <vector>

namespace edustat::detail {
namespace {

constexpr int months_of_a_year = 12;

bool is_word(std::string_view text, bool may_begin_with_digit) {
  FormulaCursor cursor(text);
  if (!begins_name(cursor.current()) && !(may_begin_with_digit && is_digit(cursor.current()))) {
    return false;
  }
  while (continues_name(cursor.current()) && !cursor.is_folded()) cursor.advance();
  return cursor.offset() == text.size();
}

std::string in_quotes(std::string_view name) {
  std::string result = "'";
  for (const char character : name) {
    if (character == '\'') result += '\'';
    result += character;
  }
  return result + '\'';
}

std::string shift_text(int count, char unit) {
  std::string result = "@";
  result += count < 0 ? '-' : '+';
  return result + std::to_string(std::abs(count)) + unit;
}

/// How tightly the outermost operator of a text binds.
enum class Binding { sum, product, negation, power, leaf };

struct Written {
  std::string text;
  Binding binding = Binding::leaf;
};

std::string bracketed(Written part, Binding least) {
  if (part.binding >= least) return std::move(part.text);
  return '(' + part.text + ')';
}

class Writer {
 public:
  Writer(std::span<const Rational> constants, std::span<const std::string> leaves, Sums sums)
      : constants_(constants), leaves_(leaves), sums_(sums) {}

  void write(const Node& node) {
    using enum Node::Operation;
    const auto index = static_cast<std::size_t>(node.index);
    switch (node.operation) {
      case constant:
        return push(constant_text(constants_[index]), Binding::leaf);
      case reference:
        return push(leaves_[index], Binding::leaf);
      case sum:
        return push((sums_ == Sums::as_calls ? "sum(" : "(") + leaves_[index] + ')', Binding::leaf);
      case add:
        return join(" + ", Binding::sum, Binding::product);
      case subtract:
        return join(" - ", Binding::sum, Binding::product);
      case multiply:
        return join(" * ", Binding::product, Binding::negation);
      case divide:
        return join(" / ", Binding::product, Binding::negation);
      case negate:
        return push('-' + bracketed(pop(), Binding::negation), Binding::negation);
      case power:
        return push(bracketed(pop(), Binding::leaf) + '^' + std::to_string(node.index),
                    Binding::power);
    }
  }
  [[nodiscard]] std::string result() { return pop().text; }

 private:
  void push(std::string text, Binding binding) {
    stack_.push_back(Written{std::move(text), binding});
  }
  Written pop() {
    Written top = std::move(stack_.back());
    stack_.pop_back();
    return top;
  }
  void join(std::string_view sign, Binding binding, Binding least_right) {
    const std::string right = bracketed(pop(), least_right);
    std::string text = bracketed(pop(), binding);
    text += sign;
    text += right;
    push(std::move(text), binding);
  }

  std::span<const Rational> constants_;
  std::span<const std::string> leaves_;
  Sums sums_;
  std::vector<Written> stack_;
};

}  // namespace

std::string quoted(std::string_view name) {
  const std::size_t point = name.find('.');
  const bool is_plain =
      point == std::string_view::npos
          ? is_word(name, false)
          : is_word(name.substr(0, point), false) && is_word(name.substr(point + 1), false);
  return is_plain ? std::string(name) : in_quotes(name);
}

std::string reference_text(const Reference& reference, std::string_view item) {
  std::string result = quoted(item);
  for (std::size_t i = 0; i < reference.categories.size(); ++i) {
    const Reference::Category& category = reference.categories[i];
    result += i == 0 ? "[" : ", ";
    result +=
        is_word(category.dimension, false) ? category.dimension : in_quotes(category.dimension);
    result += '=';
    const bool is_plain = category.code == "*" || is_word(category.code, true);
    result += is_plain ? category.code : in_quotes(category.code);
  }
  if (!reference.categories.empty()) result += ']';
  if (const int months = reference.shift_months; months != 0) {
    const bool is_years = months % months_of_a_year == 0;
    result += is_years ? shift_text(months / months_of_a_year, 'y') : shift_text(months, 'm');
  }
  const bool is_previous = reference.shift_periods == -1;
  if (reference.shift_periods != 0 && !is_previous) {
    result += shift_text(reference.shift_periods, 'p');
  }
  if (reference.relative == Reference::Relative::parent) result = "parent(" + result + ')';
  if (reference.relative == Reference::Relative::total) result = "total(" + result + ')';
  return is_previous ? "prev(" + result + ')' : result;
}

std::string constant_text(const Rational& value) {
  std::size_t places = 0;
  Rational whole = value;
  for (; !whole.is_integer(); ++places) whole *= Rational(10);
  std::string digits = whole.to_string();
  if (places == 0) return digits;
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, ".");
  return digits;
}

std::string formula_text(std::span<const Node> nodes, std::span<const Rational> constants,
                         std::span<const std::string> leaves, Sums sums) {
  Writer writer(constants, leaves, sums);
  for (const Node& node : nodes) writer.write(node);
  return writer.result();
}

std::string formula_text(const Formula& formula, std::span<const std::string> leaves, Sums sums) {
  const std::span<const Node> nodes = formula.nodes();
  if (formula.root() == 0) return formula_text(nodes, formula.constants(), leaves, sums);
  const std::size_t before = first_step(nodes, nodes.size() - 2);
  const auto side = [&](std::span<const Node> steps) {
    return formula_text(steps, formula.constants(), leaves, sums);
  };
  return "root_rate(" + side(nodes.first(before)) + ", " +
         side(nodes.subspan(before, nodes.size() - 1 - before)) + ", " +
         std::to_string(formula.root()) + ")";
}

}  // namespace edustat::detail
