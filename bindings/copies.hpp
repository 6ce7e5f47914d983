// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <functional>
#include <string>

namespace edustat::python {

namespace py = pybind11;

/// What `__reduce__` gives.
using Reduced = py::typing::Tuple<py::object, py::ellipsis>;

/// The other side of `==`: `object` in a signature, and not implemented for other classes.
template <typename Value>
struct SameClass {
  const Value* value = nullptr;
};

/// `==` by `equal(self, other)`, by default that of C++.
template <typename Class, typename Equal = std::equal_to<>>
void bind_equality(Class& type, Equal equal = {}) {
  using Value = typename Class::type;
  type.def(
      "__eq__",
      [equal](const Value& self, const SameClass<Value>& other) {
        return static_cast<bool>(equal(self, *other.value));
      },
      py::arg("other"), py::is_operator());
}

/// Copies of an immutable value are the value itself.
template <typename Class>
void bind_copies(Class& type) {
  type.def("__copy__", [](py::object self) { return self; });
  type.def(
      "__deepcopy__", [](py::object self, const py::object&) { return self; }, py::arg("memo"));
}

/// Pickles a value by calling `make(*fields(value))`, under every protocol. `make` is the class, or
/// the name of one of its factories.
template <typename Class, typename Fields>
void bind_pickle(Class& type, Fields fields, const char* factory = nullptr) {
  using Value = typename Class::type;
  type.def("__reduce__", [fields, factory](py::object self) -> Reduced {
    const py::object type_object = py::type::of(self);
    const py::tuple values = fields(py::cast<const Value&>(self));
    if (factory == nullptr) return py::tuple(py::make_tuple(type_object, values));
    const py::object call = py::module_::import("operator").attr("methodcaller");
    return py::tuple(py::make_tuple(call(factory, *values), py::make_tuple(type_object)));
  });
}

/// Equality, hash, copies, pickle and a repr that evaluates back, for a value that is no more than
/// the arguments of its constructor; `fields` gives them, each hashable.
template <typename Class, typename Fields>
void bind_fields(Class& type, const char* name, Fields fields) {
  using Value = typename Class::type;
  bind_equality(type, [fields](const Value& self, const Value& other) {
    return fields(self).equal(fields(other));
  });
  type.def("__hash__", [fields](const Value& self) { return py::hash(fields(self)); });
  type.def("__repr__", [fields, name](const Value& self) {
    const py::tuple values = fields(self);
    std::string list;
    for (const py::handle value : values) {
      list.append(list.empty() ? "" : ", ").append(std::string(py::repr(value)));
    }
    return std::string(name) + "(" + list + ")";
  });
  bind_pickle(type, fields);
  bind_copies(type);
}

/// The same for a value that is made with keywords; the class defines its own hash.
template <typename Class, typename Fields>
void bind_named_fields(Class& type, const char* name, Fields fields) {
  using Value = typename Class::type;
  bind_equality(type, [fields](const Value& self, const Value& other) {
    return fields(self).equal(fields(other));
  });
  type.def("__repr__", [fields, name](const Value& self) {
    std::string list;
    for (const auto& [key, value] : fields(self)) {
      list += py::str(list.empty() ? "{}={!r}" : ", {}={!r}").format(key, value);
    }
    return std::string(name) + "(" + list + ")";
  });
  type.def("__reduce__", [fields](py::object self) -> Reduced {
    const py::object partial = py::module_::import("functools").attr("partial");
    const py::dict values = fields(py::cast<const Value&>(self));
    return py::tuple(py::make_tuple(partial(py::type::of(self), **values), py::tuple()));
  });
  bind_copies(type);
}

}  // namespace edustat::python

namespace pybind11::detail {

template <typename Value>
struct type_caster<edustat::python::SameClass<Value>> {
  PYBIND11_TYPE_CASTER(edustat::python::SameClass<Value>, const_name("object"));
  bool load(handle source, bool) {
    make_caster<Value> caster;
    if (!isinstance<Value>(source) || !caster.load(source, false)) return false;
    value.value = &cast_op<const Value&>(caster);
    return true;
  }
};

}  // namespace pybind11::detail
