// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "panel/arrow_abi.hpp"
#include "table_input.hpp"

#include <cerrno>

namespace edustat::python {
namespace {

/// What a capsule holds, taken out of it.
template <typename Structure>
Structure taken_from(const py::object& capsule, const char* name) {
  auto* inside = static_cast<Structure*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (inside == nullptr) throw py::error_already_set();
  if (inside->release == nullptr) {
    throw StructureError(
        Fault{ErrorCode::malformed_table, {std::string(name) + " was read before"}});
  }
  Structure taken = *inside;
  inside->release = nullptr;
  return taken;
}

Table read_stream(ArrowArrayStream stream) {
  const py::gil_scoped_release released;
  return Table::from_stream(stream);
}

/// A stream of one batch: what `__arrow_c_array__` gives, each part handed over once.
struct OneBatch {
  ArrowSchema schema{};
  ArrowArray array{};

  OneBatch() = default;
  OneBatch(const OneBatch&) = delete;
  OneBatch& operator=(const OneBatch&) = delete;
  ~OneBatch() {
    if (schema.release != nullptr) schema.release(&schema);
    if (array.release != nullptr) array.release(&array);
  }
};

template <typename Part>
void hand_over(Part& part, Part* out) {
  *out = part;
  part.release = nullptr;
}

OneBatch& batch_in(ArrowArrayStream* stream) {
  return *static_cast<OneBatch*>(stream->private_data);
}

int give_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  if (batch_in(stream).schema.release == nullptr) return EINVAL;
  hand_over(batch_in(stream).schema, out);
  return 0;
}

int give_array(ArrowArrayStream* stream, ArrowArray* out) {
  hand_over(batch_in(stream).array, out);  // the second time it is the released one: the end
  return 0;
}

const char* give_no_error(ArrowArrayStream*) {
  return nullptr;
}

void release(ArrowArrayStream* stream) {
  delete &batch_in(stream);
  stream->release = nullptr;
}

Table read_array(const py::object& pair) {
  const py::tuple parts(pair);
  if (parts.size() != 2) throw py::type_error("__arrow_c_array__ gives a schema and an array");
  auto batch = std::make_unique<OneBatch>();
  batch->schema = taken_from<ArrowSchema>(parts[0], "arrow_schema");
  batch->array = taken_from<ArrowArray>(parts[1], "arrow_array");
  return read_stream({&give_schema, &give_array, &give_no_error, &release, batch.release()});
}

/// The answer of a method; nothing where a package that it needs is missing.
std::optional<py::object> answer_of(py::handle source, const char* method) {
  try {
    return source.attr(method)();
  } catch (py::error_already_set& error) {
    if (!error.matches(PyExc_ImportError) || !py::hasattr(source, "items")) throw;
    return std::nullopt;
  }
}

}  // namespace

std::optional<Table> arrow_table_of(py::handle source) {
  if (py::hasattr(source, "__arrow_c_stream__")) {
    const auto capsule = answer_of(source, "__arrow_c_stream__");
    if (!capsule) return std::nullopt;
    return read_stream(taken_from<ArrowArrayStream>(*capsule, "arrow_array_stream"));
  }
  if (!py::hasattr(source, "__arrow_c_array__")) return std::nullopt;
  const auto pair = answer_of(source, "__arrow_c_array__");
  if (!pair) return std::nullopt;
  return read_array(*pair);
}

}  // namespace edustat::python
