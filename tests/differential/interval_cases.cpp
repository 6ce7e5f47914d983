// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/interval.hpp"
#include "edustat/quantity/figure.hpp"

#include "cases.hpp"
#include "field.hpp"
#include "random_text.hpp"

#include <array>
#include <optional>
#include <string>

namespace edustat::differential {
namespace {

constexpr std::array precisions{Precision::exact, Precision::nearest, Precision::half_up,
                                Precision::half_even, Precision::truncated};

/// Mostly small ends, so that 0, equal ends and signs meet often; once in four times any numbers.
std::string end_text(RandomSource& random, bool is_wild) {
  return is_wild ? number(random) : small_number(random);
}

/// Ends in any order and of any kind: the other side knows which are refused.
std::string interval_text(RandomSource& random) {
  const bool is_wild = random.once_in(4);
  const bool has_low = !random.once_in(8);
  const bool has_high = !random.once_in(8);
  std::string low = has_low ? end_text(random, is_wild) : "-inf";
  std::string high = has_high ? end_text(random, is_wild) : "inf";
  if (has_low && has_high) {
    if (random.once_in(8)) high = low;
    if (Rational::parse(high) < Rational::parse(low) && !random.once_in(32)) low.swap(high);
  }
  const bool is_point = low == high && !random.once_in(8);
  std::string text = has_low && (is_point || random.once_in(2)) ? "[" : "(";
  text += low + ", " + high;
  text += has_high && (is_point || random.once_in(2)) ? ']' : ')';
  return text;
}

template <typename Function>
void with_one(RandomSource& random, std::string& line, Function function) {
  const std::string text = interval_text(random);
  put(line, text);
  put_result(line, [&] { return function(Interval::parse(text)); });
}

template <typename Function>
void with_two(RandomSource& random, std::string& line, Function function) {
  const std::string left = interval_text(random);
  const std::string right = interval_text(random);
  put(line, left);
  put(line, right);
  put_result(line, [&] { return function(Interval::parse(left), Interval::parse(right)); });
}

void read(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Interval& a) { return a; });
}

void negate(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Interval& a) { return -a; });
}

void add(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Interval& a, const Interval& b) { return a + b; });
}

void subtract(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Interval& a, const Interval& b) { return a - b; });
}

void multiply(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Interval& a, const Interval& b) { return a * b; });
}

void quotient(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Interval& a, const Interval& b) { return divide(a, b); });
}

void intersect(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Interval& a, const Interval& b) { return a.intersect(b); });
}

void hull(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Interval& a, const Interval& b) { return a.hull(b); });
}

/// Whether the first can be less than, and at most, the second.
void order(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Interval& a, const Interval& b) {
    return std::string(a.can_be_less(b) ? "less" : "not less") +
           (a.can_be_at_most(b) ? ", at most" : ", not at most");
  });
}

void contains(RandomSource& random, std::string& line) {
  const std::string text = small_number(random);
  put(line, text);
  with_one(random, line, [&](const Interval& a) {
    return std::string(a.contains(Rational::parse(text)) ? "inside" : "outside");
  });
}

void power(RandomSource& random, std::string& line) {
  const int exponent = random.once_in(16) ? random.between(-66, 66) : random.between(-6, 6);
  put(line, std::to_string(exponent));
  with_one(random, line, [&](const Interval& a) { return a.pow(exponent); });
}

/// A declared last place is once in four times no whole part of the print.
void figure(RandomSource& random, std::string& line) {
  const std::string text = figure_text(random);
  const bool is_declared = random.once_in(8);
  const std::string place =
      is_declared ? (random.once_in(2) ? "1/" : "") + ('1' + std::string(random.below(5), '0'))
                  : std::string();
  const Precision precision = random.pick(precisions);
  put(line, text);
  put(line, place);
  put(line, name_of(precision));
  put_result(line, [&] {
    const Figure printed(text);
    const Figure kept = is_declared ? printed.with_last_place(Rational::parse(place)) : printed;
    return (kept.value() ? kept.value()->to_string() : "masked") + ' ' +
           kept.last_place().to_string() + ' ' + kept.interval(precision).to_string();
  });
}

constexpr std::array<Operation, 12> operations{{
    {"interval", 1, read},
    {"interval_negate", 1, negate},
    {"interval_add", 3, add},
    {"interval_subtract", 3, subtract},
    {"interval_multiply", 6, multiply},
    {"interval_divide", 6, quotient},
    {"interval_power", 4, power},
    {"interval_intersect", 1, intersect},
    {"interval_hull", 1, hull},
    {"interval_order", 2, order},
    {"interval_contains", 2, contains},
    {"figure", 12, figure},
}};

}  // namespace

std::span<const Operation> interval_operations() {
  return operations;
}

}  // namespace edustat::differential
