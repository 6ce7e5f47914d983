// SPDX-License-Identifier: Apache-2.0
#include "casters.hpp"

#include <pybind11/gil_safe_call_once.h>

#include <cstdint>
#include <limits>

namespace edustat::python {
namespace {

/// A class of the standard library, imported once.
template <std::size_t Number>
const py::object& imported(const char* module, const char* name) {
  PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> storage;
  return storage
      .call_once_and_store_result(
          [&] { return py::object(py::module_::import(module).attr(name)); })
      .get_stored();
}

const py::object& fraction_class() {
  return imported<0>("fractions", "Fraction");
}
const py::object& decimal_class() {
  return imported<1>("decimal", "Decimal");
}

bool is_a(py::handle value, const py::object& type) {
  if (reinterpret_cast<PyObject*>(Py_TYPE(value.ptr())) == type.ptr()) return true;
  const int is = PyObject_IsInstance(value.ptr(), type.ptr());
  if (is < 0) throw py::error_already_set();
  return is == 1;
}

[[noreturn]] void refuse(const Fault& fault) {
  throw py::type_error(fault.message(Language::en) + "\n" + fault.message(Language::zh));
}

[[noreturn]] void refuse(ErrorCode code, py::handle value) {
  refuse(Fault{code, {std::string(py::repr(value))}});
}

/// @throws TypeError when `value` is a number, though none of the types that hold a figure
void refuse_other_numbers(py::handle value) {
  refuse_inexact(value);
  if (!PyNumber_Check(value.ptr()) || py::detail::get_type_info(Py_TYPE(value.ptr()))) return;
  refuse(ErrorCode::number_type_refused, value);
}

py::object steal(PyObject* object) {
  if (object == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(object);
}

bool is_int(py::handle value) {
  return PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr());
}

std::optional<std::int64_t> small_of(py::handle integer) {
  int overflow = 0;
  const long long value = PyLong_AsLongLongAndOverflow(integer.ptr(), &overflow);
  if (value == -1 && PyErr_Occurred()) throw py::error_already_set();
  return overflow == 0 ? std::optional<std::int64_t>(value) : std::nullopt;
}

std::string hex_of(py::handle integer) {
  std::string text = py::str(steal(PyNumber_ToBase(integer.ptr(), 16)));
  return text.erase(text.find("0x"), 2);
}

py::object int_of(const std::string& hex) {
  return steal(PyLong_FromString(hex.c_str(), nullptr, 16));
}

Rational quotient_of(py::handle numerator, py::handle denominator) {
  const auto above = small_of(numerator);
  const auto below = small_of(denominator);
  if (above && below) return Rational(*above) / Rational(*below);
  return Rational::from_hex({hex_of(numerator), hex_of(denominator)});
}

Rational integer_of(py::handle integer) {
  if (const auto small = small_of(integer)) return Rational(*small);
  return Rational::from_hex({hex_of(integer), "1"});
}

/// The text of a finite Decimal, ASCII.
std::string text_of_decimal(py::handle decimal) {
  std::string text = py::str(decimal);
  if (!py::cast<bool>(decimal.attr("is_finite")())) {
    throw ParseError(Fault{ErrorCode::not_finite, {text}});
  }
  return text;
}

/// All digits of a number that has an end.
std::string decimal_text(const Rational& value) {
  int places = 0;
  Rational scaled = value;
  while (!scaled.is_integer()) {
    scaled *= 10;
    ++places;
  }
  return Decimal(value, DecimalPlaces(places)).to_string();
}

}  // namespace

std::string_view utf8_of(py::handle text) {
  Py_ssize_t size = 0;
  if (const char* bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size)) {
    return {bytes, static_cast<std::size_t>(size)};
  }
  const py::error_already_set error;
  if (!error.matches(PyExc_UnicodeEncodeError)) throw error;
  const auto column = py::cast<std::size_t>(error.value().attr("start")) + 1;
  throw ParseError(Fault{ErrorCode::invalid_utf8, {"ED"}, {.column = column}});
}

py::str str_of(std::string_view text) {
  return {text.data(), text.size()};
}

std::optional<Rational> rational_of(py::handle number) {
  if (is_int(number)) return integer_of(number);
  if (is_a(number, fraction_class())) {
    return quotient_of(number.attr("numerator"), number.attr("denominator"));
  }
  if (is_a(number, decimal_class())) return Rational::parse(text_of_decimal(number));
  refuse_other_numbers(number);
  return std::nullopt;
}

std::optional<Decimal> decimal_of(py::handle number) {
  if (is_int(number)) return Decimal(integer_of(number), DecimalPlaces(0));
  if (is_a(number, decimal_class())) return Decimal::parse(text_of_decimal(number));
  refuse_other_numbers(number);
  return std::nullopt;
}

std::optional<Figure> figure_of(py::handle value) {
  if (PyUnicode_Check(value.ptr())) return Figure(utf8_of(value));
  if (py::isinstance<Figure>(value)) return py::cast<const Figure&>(value);
  if (is_a(value, fraction_class())) {
    const Rational number = *rational_of(value);
    return Figure(number.is_decimal() ? decimal_text(number) : number.to_string());
  }
  const std::optional<Decimal> number = decimal_of(value);
  if (!number) return std::nullopt;
  const Figure figure(number->to_string());
  if (number->places().count() >= 0) return figure;
  return figure.with_last_place(Rational::power_of_ten(-number->places().count()));
}

Unit unit_of(const WrittenUnit& unit) {
  if (const Text* word = std::get_if<Text>(&unit)) return Unit::parse(*word);
  return std::get<Unit>(unit);
}

void refuse_inexact(py::handle value) {
  if (PyBool_Check(value.ptr())) refuse(ErrorCode::bool_refused, value);
  if (PyFloat_Check(value.ptr())) refuse(ErrorCode::float_refused, value);
}

std::optional<std::filesystem::path> path_of(py::handle value) {
  if (!PyUnicode_Check(value.ptr()) && !py::hasattr(value, "__fspath__")) return std::nullopt;
  PyObject* encoded = nullptr;
  if (PyUnicode_FSConverter(value.ptr(), &encoded) == 0) throw py::error_already_set();
  return std::filesystem::path(std::string(py::bytes(steal(encoded))));
}

Scope scope_of(const WrittenScope& scope) {
  if (const Text* text = std::get_if<Text>(&scope)) return Scope::parse(*text);
  return std::get<Scope>(scope);
}

Period period_of(const WrittenPeriod& period) {
  if (const Text* text = std::get_if<Text>(&period)) return Period::parse(*text);
  return std::get<Period>(period);
}

std::optional<std::string> day_of(py::handle value) {
  const py::object& date = imported<2>("datetime", "date");
  if (!is_a(value, date)) return std::nullopt;
  return py::cast<std::string>(date.attr("isoformat")(value));
}

std::optional<int> count_of(py::handle number) {
  if (!is_int(number)) {
    if (PyBool_Check(number.ptr()) || PyNumber_Check(number.ptr())) {
      refuse(ErrorCode::count_expected, number);
    }
    return std::nullopt;
  }
  const auto small = small_of(number);
  using Limits = std::numeric_limits<int>;
  if (small && *small >= Limits::min() && *small <= Limits::max()) return static_cast<int>(*small);
  throw LimitError(Fault{ErrorCode::number_too_large,
                         {integer_of(number).to_string(), std::to_string(Limits::max())}});
}

std::optional<std::uint64_t> seed_of(py::handle number) {
  if (!is_int(number)) return count_of(number);
  const std::uint64_t seed = PyLong_AsUnsignedLongLong(number.ptr());
  if (PyErr_Occurred() == nullptr) return seed;
  PyErr_Clear();
  throw LimitError(
      Fault{ErrorCode::score_option_refused,
            {"seed", integer_of(number).to_string(),
             "a number from 0 to " + std::to_string(std::numeric_limits<std::uint64_t>::max())}});
}

py::object fraction_of(const Rational& value) {
  if (const auto small = value.small()) {
    return fraction_class()(small->numerator, small->denominator);
  }
  const Rational::Hex hex = value.to_hex();
  return fraction_class()(int_of(hex.numerator), int_of(hex.denominator));
}

py::object decimal_object_of(const Decimal& value) {
  return decimal_class()(value.to_string());
}

void refuse_name(std::string_view name, std::span<const std::string_view> known) {
  std::string list;
  for (const std::string_view word : known) list.append(list.empty() ? "" : ", ").append(word);
  throw CodeError(Fault{ErrorCode::unknown_name, {std::string(name), list}});
}

}  // namespace edustat::python
