// SPDX-License-Identifier: Apache-2.0
#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"

#include "cases.hpp"
#include "field.hpp"
#include "random_text.hpp"

#include <array>
#include <compare>

namespace edustat::differential {
namespace {

constexpr std::array modes{Rounding::half_up, Rounding::half_even, Rounding::half_down,
                           Rounding::up,      Rounding::down,      Rounding::ceiling,
                           Rounding::floor};

Rational put_number(RandomSource& random, std::string& line) {
  const std::string text = number(random);
  put(line, text);
  return Rational::parse(text);
}

Rounding put_mode(RandomSource& random, std::string& line) {
  const Rounding mode = random.pick(modes);
  put(line, name_of(mode));
  return mode;
}

template <typename Function>
void with_one(RandomSource& random, std::string& line, Function function) {
  const Rational value = put_number(random, line);
  put_result(line, [&] { return function(value); });
}

/// The second operand is once in sixteen times the first itself.
template <typename Function>
void with_two(RandomSource& random, std::string& line, Function function) {
  const Rational left = put_number(random, line);
  if (random.once_in(16)) {
    put(line, line.substr(line.rfind('\t') + 1));
    put_result(line, [&] { return function(left, left); });
    return;
  }
  const Rational right = put_number(random, line);
  put_result(line, [&] { return function(left, right); });
}

void add(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Rational& a, const Rational& b) { return a + b; });
}

void subtract(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Rational& a, const Rational& b) { return a - b; });
}

void multiply(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Rational& a, const Rational& b) { return a * b; });
}

void divide(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Rational& a, const Rational& b) { return a / b; });
}

/// The sign of the comparison, and whether equality and hash agree with it.
void compare(RandomSource& random, std::string& line) {
  with_two(random, line, [](const Rational& a, const Rational& b) {
    const auto order = a <=> b;
    std::string sign = std::is_lt(order) ? "<" : std::is_gt(order) ? ">" : "=";
    if ((a == b) != std::is_eq(order)) sign += " but not ==";
    if (a == b && a.hash() != b.hash()) sign += " but not hash";
    return sign;
  });
}

/// Five operations in a row, as a formula has them.
void chain(RandomSource& random, std::string& line) {
  const Rational a = put_number(random, line);
  const Rational b = put_number(random, line);
  const Rational c = put_number(random, line);
  put_result(line, [&] { return (a - b) / c * (a + c) - -b; });
}

void power(RandomSource& random, std::string& line) {
  const bool is_small = random.once_in(2);
  const std::string text = is_small ? small_number(random) : number(random);
  const int exponent = is_small ? random.between(-66, 66) : random.between(-4, 4);
  put(line, text);
  put(line, std::to_string(exponent));
  put_result(line, [&] { return Rational::parse(text).pow(exponent); });
}

void whole_below(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Rational& a) { return a.floor(); });
}

void whole_above(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Rational& a) { return a.ceiling(); });
}

void absolute(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Rational& a) { return a.abs(); });
}

void reciprocal(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Rational& a) { return a.reciprocal(); });
}

void parts(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Rational& a) {
    return a.numerator().to_string() + ' ' + a.denominator().to_string() + ' ' +
           (a.is_integer()   ? "whole"
            : a.is_decimal() ? "decimal"
                             : "fraction");
  });
}

void hexadecimal(RandomSource& random, std::string& line) {
  with_one(random, line, [](const Rational& a) {
    const Rational::Hex hex = a.to_hex();
    return hex.numerator + ' ' + hex.denominator + ' ' + Rational::from_hex(hex).to_string();
  });
}

void parse(RandomSource& random, std::string& line) {
  const std::string text = number_text(random);
  put(line, text);
  put_result(line, [&] { return Rational::parse(text); });
}

void parse_decimal(RandomSource& random, std::string& line) {
  const std::string text = number_text(random);
  put(line, text);
  put_result(line, [&] {
    const Decimal value = Decimal::parse(text);
    return std::to_string(value.places().count()) + ' ' + value.to_string();
  });
}

void round_whole(RandomSource& random, std::string& line) {
  const std::string text = random.once_in(2) ? decimal(random, 1) : number(random);
  put(line, text);
  const Rounding mode = put_mode(random, line);
  put_result(line, [&] { return round_to_integer(Rational::parse(text), mode); });
}

/// Half the values end one place behind the last that is kept, where the ties are.
void round_places(RandomSource& random, std::string& line) {
  const int places = random.once_in(8) ? random.between(-40, 40) : random.between(-3, 6);
  const bool is_near = places >= 0 && random.once_in(2);
  const std::string text = is_near ? decimal(random, places + 1) : number(random);
  put(line, text);
  put(line, std::to_string(places));
  const Rounding mode = put_mode(random, line);
  put_result(line, [&] { return round_to(Rational::parse(text), DecimalPlaces(places), mode); });
}

/// Steps as 0.5, 20 and 1e3; once in fifty times one that is not above zero.
void round_step(RandomSource& random, std::string& line) {
  std::string step = random.once_in(50) ? "-1" : digits(random, random.between(1, 3));
  if (random.once_in(50)) step = "0";
  const std::size_t form = random.below(4);
  if (form == 0) step += 'e' + std::to_string(random.between(-3, 3));
  if (form == 1) step += '.' + digits(random, random.between(1, 2));
  const std::string text = random.once_in(2) ? decimal(random, 2) : number(random);
  put(line, text);
  put(line, step);
  const Rounding mode = put_mode(random, line);
  put_result(line,
             [&] { return round_to_step(Rational::parse(text), Decimal::parse(step), mode); });
}

constexpr std::array<Operation, 18> operations{{
    {"add", 8, add},
    {"subtract", 8, subtract},
    {"multiply", 8, multiply},
    {"divide", 8, divide},
    {"compare", 6, compare},
    {"chain", 4, chain},
    {"power", 3, power},
    {"floor", 2, whole_below},
    {"ceiling", 2, whole_above},
    {"abs", 1, absolute},
    {"reciprocal", 2, reciprocal},
    {"parts", 2, parts},
    {"hex", 2, hexadecimal},
    {"parse", 6, parse},
    {"decimal", 6, parse_decimal},
    {"round_to_integer", 4, round_whole},
    {"round_to", 14, round_places},
    {"round_to_step", 8, round_step},
}};

}  // namespace

std::span<const Operation> number_operations() {
  return operations;
}

}  // namespace edustat::differential
