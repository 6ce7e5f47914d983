// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"

#include <exception>

namespace edustat::python {
namespace {

using namespace py::literals;

constexpr const char* state_name = "_faults";

py::tuple faults_of(py::handle error) {
  return py::getattr(error, state_name, py::tuple());
}

/// The first fault, nothing for an error that Python code raised with a sentence only.
std::optional<Fault> first_fault(py::handle error) {
  const py::tuple faults = faults_of(error);
  return faults.empty() ? std::nullopt : std::optional(py::cast<Fault>(faults[0]));
}

std::string message_of(py::handle error, Language language) {
  std::string text;
  for (const py::handle fault : faults_of(error)) {
    text.append(text.empty() ? "" : "\n").append(py::cast<const Fault&>(fault).message(language));
  }
  return text.empty() ? std::string(py::str(error)) : text;
}

/// Sets the Python error of class `name` with everything that `error` carries.
void set_error(const Error& error, const char* name) {
  const py::object type = py::module_::import("edustat._edustat").attr(name);
  const py::object value = type(error.message(Language::en));
  value.attr(state_name) = py::tuple(py::cast(error.faults()));
  PyErr_SetObject(type.ptr(), value.ptr());
}

void translate(std::exception_ptr pointer) {
  try {
    if (pointer) std::rethrow_exception(pointer);
  } catch (const ParseError& error) {
    set_error(error, "ParseError");
  } catch (const UnitError& error) {
    set_error(error, "UnitError");
  } catch (const ZeroError& error) {
    set_error(error, "ZeroError");
  } catch (const CodeError& error) {
    set_error(error, "CodeError");
  } catch (const StructureError& error) {
    set_error(error, "StructureError");
  } catch (const FileError& error) {
    set_error(error, "FileError");
  } catch (const LimitError& error) {
    set_error(error, "LimitError");
  } catch (const DependencyError& error) {
    set_error(error, "DependencyError");
  } catch (const Error& error) {
    set_error(error, "Error");
  }
}

/// A class of errors with its parents; its attributes come from Error.
py::object add_class(py::module_& module, const char* name, const py::tuple& parents,
                     const char* doc) {
  const std::string full = py::cast<std::string>(module.attr("__name__")) + "." + name;
  PyObject* type = PyErr_NewExceptionWithDoc(full.c_str(), doc, parents.ptr(), nullptr);
  if (type == nullptr) throw py::error_already_set();
  module.attr(name) = py::reinterpret_steal<py::object>(type);
  return module.attr(name);
}

template <typename Function>
void add_property(py::object& type, const char* name, Function function, const char* doc) {
  const py::object property = py::reinterpret_borrow<py::object>((PyObject*)&PyProperty_Type);
  type.attr(name) =
      property(py::cpp_function(function, py::is_method(type)), py::none(), py::none(), doc);
}

void add_attributes(py::object& error) {
  add_property(
      error, "faults",
      [](py::handle self) { return py::typing::Tuple<Fault, py::ellipsis>(faults_of(self)); },
      "All faults that were found, in the order in which they stand in the source.");
  add_property(
      error, "code",
      [](py::handle self) {
        const auto fault = first_fault(self);
        return std::string(fault ? name_of(fault->code) : "");
      },
      "What went wrong first, such as `unknown_unit`.");
  add_property(
      error, "arguments",
      [](py::handle self) {
        const auto fault = first_fault(self);
        return fault ? fault->arguments : std::vector<std::string>();
      },
      "The values that the first fault concerns.");
  add_property(
      error, "place",
      [](py::handle self) {
        const auto fault = first_fault(self);
        return fault ? fault->place : Place();
      },
      "Where the first fault stands; its parts are empty or 0 where that is not known.");
  error.attr("message") = py::cpp_function(
      &message_of, py::name("message"), py::is_method(error), "lang"_a = Language::zh,
      "Every fault on a line of its own, in Chinese (`zh`) or English (`en`).");
}

/// A line or column. @throws LimitError below 0
std::size_t counted(Count number) {
  if (number.value >= 0) return static_cast<std::size_t>(number.value);
  throw LimitError(Fault{ErrorCode::count_expected, {std::to_string(number.value)}});
}

void bind_place(py::module_& module) {
  py::class_<Place> place(module, "Place", "Where in a text, file or workbook something stands.");
  place
      .def(py::init([](Text source, Count line, Count column, Text sheet, Text cell) {
             return Place{std::string(source), counted(line), counted(column), std::string(sheet),
                          std::string(cell)};
           }),
           "source"_a = "", "line"_a = 0, "column"_a = 0, "sheet"_a = "", "cell"_a = "")
      .def_readonly("source", &Place::source, "File or text; empty for a text without a name.")
      .def_readonly("line", &Place::line, "Line, from 1; 0 when not known.")
      .def_readonly("column", &Place::column, "Character in the line, from 1; 0 when not known.")
      .def_readonly("sheet", &Place::sheet, "Worksheet, for workbooks only.")
      .def_readonly("cell", &Place::cell, "Cell such as `B7`, for workbooks only.")
      .def("__str__", py::overload_cast<const Place&>(&to_string));
  bind_fields(place, "Place", [](const Place& self) {
    return py::make_tuple(self.source, self.line, self.column, self.sheet, self.cell);
  });
}

ErrorCode code_of(std::string_view name) {
  for (auto code = ErrorCode::empty_text; code <= ErrorCode::cyclic_nodes;
       code = static_cast<ErrorCode>(static_cast<int>(code) + 1)) {
    if (name_of(code) == name) return code;
  }
  throw CodeError(Fault{ErrorCode::unknown_name, {std::string(name), "..."}});
}

void bind_fault(py::module_& module) {
  py::class_<Fault> fault(module, "Fault", "One fault: its code, its values and its place.");
  fault
      .def(py::init([](Text code, std::vector<std::string> arguments, const Place& place) {
             return Fault{code_of(code), std::move(arguments), place};
           }),
           "code"_a, "arguments"_a = std::vector<std::string>(), "place"_a = Place())
      .def_property_readonly(
          "code", [](const Fault& self) { return name_of(self.code); }, "What went wrong.")
      .def_readonly("arguments", &Fault::arguments, "The values that it concerns.")
      .def_readonly("place", &Fault::place, "Where it stands.")
      .def("message", &Fault::message, "lang"_a = Language::zh,
           "The sentence in Chinese (`zh`) or English (`en`), with the place in front.")
      .def("__str__", [](const Fault& self) { return self.message(Language::en); });
  bind_fields(fault, "Fault", [](const Fault& self) {
    return py::make_tuple(name_of(self.code), py::tuple(py::cast(self.arguments)), self.place);
  });
}

}  // namespace

void bind_error(py::module_& module) {
  bind_place(module);
  bind_fault(module);
  py::object error = add_class(module, "Error", py::make_tuple(py::handle(PyExc_Exception)),
                               "The base of everything that the library raises.");
  add_attributes(error);
  const auto add = [&](const char* name, PyObject* second, const char* doc) {
    add_class(module, name, py::make_tuple(error, py::handle(second)), doc);
  };
  add("ParseError", PyExc_ValueError, "A text is not in the stated grammar.");
  add("UnitError", PyExc_TypeError, "Dimensions differ, or a unit is unknown.");
  add("ZeroError", PyExc_ZeroDivisionError, "A bare number was divided by zero.");
  add("CodeError", PyExc_LookupError, "No item, region, period, category or catalogue has it.");
  add("StructureError", PyExc_ValueError, "A table, tree or catalogue is not well formed.");
  add("FileError", PyExc_OSError, "A file cannot be read or written.");
  add("LimitError", PyExc_ValueError, "A stated limit is passed.");
  add("DependencyError", PyExc_ImportError, "An optional part is not installed.");
  py::register_exception_translator(&translate);
}

}  // namespace edustat::python
