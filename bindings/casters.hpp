// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/catalogue/formula.hpp"
#include "edustat/catalogue/item.hpp"
#include "edustat/error/error.hpp"
#include "edustat/number/decimal.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"
#include "edustat/place/period.hpp"
#include "edustat/place/scope.hpp"
#include "edustat/quantity/dimension.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/observation.hpp"
#include "edustat/quantity/render.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace edustat::python {

namespace py = pybind11;

/// The UTF-8 of a `str`, borrowed for the length of a call.
struct Text {
  std::string_view view{};
  operator std::string_view() const noexcept {
    return view;
  }  // NOLINT(google-explicit-constructor)
  explicit operator std::string() const { return std::string(view); }
};

/// The text of a figure; a float or a truth value in its place is refused with a sentence.
struct FigureText {
  std::string_view view{};
};

/// A whole number that counts something other than figures: an exponent, months, a fact.
struct Count {
  int value = 0;
};

/// What random numbers begin with: any whole number of 64 bits.
struct Seed {
  std::uint64_t value = 0;
};

/// A `float`, where one is asked for by name.
struct Float {
  double value = 0;
};

/// A number, or its text by the grammar of Rational::parse.
struct WrittenRational {
  Rational value{};
};

/// A number with its places, or its text by the grammar of Decimal::parse.
struct WrittenDecimal {
  std::optional<Decimal> value{};
};

/// A figure, or the text or number that is read as one.
struct WrittenFigure {
  std::optional<Figure> value{};
};

/// A unit, or its word in the built-in system.
using WrittenUnit = std::variant<Unit, Text>;

/// A scope, or its text.
using WrittenScope = std::variant<Scope, Text>;

/// A period, or its text.
using WrittenPeriod = std::variant<Text, Period>;

/// A day as `2016-12-31`.
struct Day {
  std::string text{};
};

/// @name Conversions, for the casters below
/// @{
/// The UTF-8 of a `str`, borrowed. @throws ParseError for a lone surrogate, which UTF-8 has not
[[nodiscard]] std::string_view utf8_of(py::handle text);
/// A new `str`.
[[nodiscard]] py::str str_of(std::string_view text);
/// The number in an `int`, `Fraction` or `Decimal`; nothing for anything that is no number.
/// @throws TypeError for a float, a bool and numbers of other types
[[nodiscard]] std::optional<Rational> rational_of(py::handle number);
/// The number and its places in a `Decimal` or `int`; nothing for anything that is no number.
/// @throws TypeError as rational_of does, and for a Fraction, which has no places
[[nodiscard]] std::optional<Decimal> decimal_of(py::handle number);
/// The whole number in an `int`; nothing for anything that is no number. @throws TypeError,
/// LimitError
[[nodiscard]] std::optional<int> count_of(py::handle number);
/// The same for a seed. @throws TypeError, LimitError outside 0 to 2^64 - 1
[[nodiscard]] std::optional<std::uint64_t> seed_of(py::handle number);
/// The figure in a Figure, `str`, `int`, `Decimal` or decimal `Fraction`; nothing for anything
/// else. A Decimal keeps its places: 63.820 has three, 1E+3 is kept to thousands.
/// @throws TypeError as rational_of does, ParseError, UnitError, LimitError
[[nodiscard]] std::optional<Figure> figure_of(py::handle value);
/// @throws UnitError
[[nodiscard]] Unit unit_of(const WrittenUnit& unit);
/// @throws TypeError for a float or a truth value
void refuse_inexact(py::handle value);
/// The path in a `str` or `os.PathLike`; nothing for anything else.
[[nodiscard]] std::optional<std::filesystem::path> path_of(py::handle value);
/// @throws ParseError
[[nodiscard]] Scope scope_of(const WrittenScope& scope);
/// @throws ParseError
[[nodiscard]] Period period_of(const WrittenPeriod& period);
/// The ISO text of a `datetime.date`; nothing for anything else.
[[nodiscard]] std::optional<std::string> day_of(py::handle value);
/// A list of what a span shows.
template <typename Value>
[[nodiscard]] std::vector<Value> list_of(std::span<const Value> values) {
  return {values.begin(), values.end()};
}

/// `fractions.Fraction`
[[nodiscard]] py::object fraction_of(const Rational& value);
/// `decimal.Decimal` with all digits of the text form.
[[nodiscard]] py::object decimal_object_of(const Decimal& value);
/// @throws CodeError naming the known names
[[noreturn]] void refuse_name(std::string_view name, std::span<const std::string_view> known);
/// @}

/// The last enumerator of an enumeration that Python writes; its names are those of the library.
/// Nothing for what is no such enumeration.
template <typename Enum>
inline constexpr std::nullptr_t last_of{};
template <typename Enum>
inline constexpr bool has_names =
    !std::is_same_v<std::remove_cv_t<decltype(last_of<Enum>)>, std::nullptr_t>;

template <>
inline constexpr auto last_of<Language> = Language::en;
template <>
inline constexpr auto last_of<RenderStyle::Scale> = RenderStyle::Scale::yi;
template <>
inline constexpr auto last_of<Kind::Nature> = Kind::Nature::point;
template <>
inline constexpr auto last_of<Note::Code> = Note::Code::absent_parts;
template <>
inline constexpr auto last_of<Period::Kind> = Period::Kind::instant;
template <>
inline constexpr auto last_of<Gap> = Gap::undefined;

/// The name of an enumerator, from the library.
template <typename Enum>
[[nodiscard]] std::string_view written(Enum value) {
  if constexpr (requires { name_of(value); }) {
    return name_of(value);
  } else if constexpr (std::is_same_v<Enum, Comparison>) {
    return symbol_of(value);
  } else {
    return name_of(value, Language::en);
  }
}

/// The enumerator with a name. @throws CodeError naming the known names
template <typename Enum>
[[nodiscard]] Enum read(std::string_view name) {
  if constexpr (std::is_same_v<Enum, Precision>) {
    return parse_precision(name);
  } else if constexpr (std::is_same_v<Enum, Rounding>) {
    return parse_rounding(name);
  } else {
    std::vector<std::string_view> known;
    for (int i = 0; i <= static_cast<int>(last_of<Enum>); ++i) {
      known.push_back(written(static_cast<Enum>(i)));
      if (known.back() == name) return static_cast<Enum>(i);
    }
    refuse_name(name, known);
  }
}

/// An enumeration is a `str` in Python.
template <typename Enum>
struct NameCaster {
  PYBIND11_TYPE_CASTER(Enum, py::detail::const_name("str"));
  bool load(py::handle source, bool) {
    if (!PyUnicode_Check(source.ptr())) return false;
    value = read<Enum>(utf8_of(source));
    return true;
  }
  static py::handle cast(Enum value, py::return_value_policy, py::handle) {
    PyObject* text = str_of(written(value)).release().ptr();
    PyUnicode_InternInPlace(&text);
    return text;
  }
};

}  // namespace edustat::python

namespace pybind11::detail {

template <typename Enum>
struct type_caster_enum_type_enabled<Enum, enable_if_t<edustat::python::has_names<Enum>>>
    : std::false_type {};
template <typename Enum>
struct type_caster<Enum, enable_if_t<edustat::python::has_names<Enum>>>
    : edustat::python::NameCaster<Enum> {};

template <>
struct type_caster<edustat::python::Text> {
  PYBIND11_TYPE_CASTER(edustat::python::Text, const_name("str"));
  bool load(handle source, bool) {
    if (!PyUnicode_Check(source.ptr())) return false;
    value.view = edustat::python::utf8_of(source);
    return true;
  }
};

template <>
struct type_caster<edustat::python::FigureText> {
  PYBIND11_TYPE_CASTER(edustat::python::FigureText, const_name("str"));
  bool load(handle source, bool) {
    edustat::python::refuse_inexact(source);
    if (!PyUnicode_Check(source.ptr())) return false;
    value.view = edustat::python::utf8_of(source);
    return true;
  }
};

/// Only in: a path, as `os.fspath` gives it.
template <>
struct type_caster<std::filesystem::path> {
  PYBIND11_TYPE_CASTER(std::filesystem::path, const_name("str | os.PathLike[str]"));
  bool load(handle source, bool) {
    std::optional<std::filesystem::path> path = edustat::python::path_of(source);
    if (path) value = std::move(*path);
    return path.has_value();
  }
};

template <>
struct type_caster<edustat::Rational> {
  PYBIND11_TYPE_CASTER(edustat::Rational,
                       io_name("int | fractions.Fraction | decimal.Decimal", "fractions.Fraction"));
  bool load(handle source, bool) {
    std::optional<edustat::Rational> number = edustat::python::rational_of(source);
    if (number) value = std::move(*number);
    return number.has_value();
  }
  static handle cast(const edustat::Rational& value, return_value_policy, handle) {
    return edustat::python::fraction_of(value).release();
  }
};

template <>
struct type_caster<edustat::python::Float> {
  PYBIND11_TYPE_CASTER(edustat::python::Float, const_name("float"));
  bool load(handle source, bool) {
    if (PyFloat_Check(source.ptr())) value.value = PyFloat_AS_DOUBLE(source.ptr());
    return PyFloat_Check(source.ptr());
  }
};

template <>
struct type_caster<edustat::python::WrittenRational> {
  PYBIND11_TYPE_CASTER(edustat::python::WrittenRational,
                       const_name("int | fractions.Fraction | decimal.Decimal | str"));
  bool load(handle source, bool) {
    if (PyUnicode_Check(source.ptr())) {
      value.value = edustat::Rational::parse(edustat::python::utf8_of(source));
      return true;
    }
    std::optional<edustat::Rational> number = edustat::python::rational_of(source);
    if (number) value.value = std::move(*number);
    return number.has_value();
  }
};

template <>
struct type_caster<edustat::python::WrittenFigure> {
  PYBIND11_TYPE_CASTER(edustat::python::WrittenFigure,
                       const_name("Figure | str | int | fractions.Fraction | decimal.Decimal"));
  bool load(handle source, bool) {
    value.value = edustat::python::figure_of(source);
    return value.value.has_value();
  }
};

template <>
struct type_caster<edustat::python::Day> {
  PYBIND11_TYPE_CASTER(edustat::python::Day, const_name("datetime.date | str"));
  bool load(handle source, bool) {
    if (PyUnicode_Check(source.ptr())) {
      value.text = edustat::python::utf8_of(source);
      return true;
    }
    std::optional<std::string> day = edustat::python::day_of(source);
    if (day) value.text = std::move(*day);
    return day.has_value();
  }
};

template <>
struct type_caster<edustat::python::WrittenDecimal> {
  PYBIND11_TYPE_CASTER(edustat::python::WrittenDecimal, const_name("int | decimal.Decimal | str"));
  bool load(handle source, bool) {
    if (PyUnicode_Check(source.ptr())) {
      value.value = edustat::Decimal::parse(edustat::python::utf8_of(source));
    } else {
      value.value = edustat::python::decimal_of(source);
    }
    return value.value.has_value();
  }
};

/// Only out: a rounded number with its digits.
template <>
struct type_caster<edustat::Decimal> {
  static constexpr auto name = const_name("decimal.Decimal");
  template <typename>
  using cast_op_type = edustat::Decimal;
  static handle cast(const edustat::Decimal& value, return_value_policy, handle) {
    return edustat::python::decimal_object_of(value).release();
  }
};

template <>
struct type_caster<edustat::python::Count> {
  PYBIND11_TYPE_CASTER(edustat::python::Count, const_name("int"));
  bool load(handle source, bool) {
    const std::optional<int> count = edustat::python::count_of(source);
    if (count) value.value = *count;
    return count.has_value();
  }
};

template <>
struct type_caster<edustat::python::Seed> {
  PYBIND11_TYPE_CASTER(edustat::python::Seed, const_name("int"));
  bool load(handle source, bool) {
    const std::optional<std::uint64_t> seed = edustat::python::seed_of(source);
    if (seed) value.value = *seed;
    return seed.has_value();
  }
};

/// Only in: a count of decimal places.
template <>
struct type_caster<edustat::DecimalPlaces> {
  static constexpr auto name = const_name("int");
  template <typename>
  using cast_op_type = edustat::DecimalPlaces;
  operator edustat::DecimalPlaces() const { return value_; }  // NOLINT(google-explicit-constructor)
  bool load(handle source, bool) {
    const std::optional<int> count = edustat::python::count_of(source);
    if (count) value_ = edustat::DecimalPlaces(*count);
    return count.has_value();
  }

 private:
  edustat::DecimalPlaces value_{0};
};

template <>
struct type_caster<edustat::Precision> : edustat::python::NameCaster<edustat::Precision> {};
template <>
struct type_caster<edustat::Rounding> : edustat::python::NameCaster<edustat::Rounding> {};

}  // namespace pybind11::detail
