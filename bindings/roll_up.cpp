// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/roll_up.hpp"

#include "bindings.hpp"
#include "casters.hpp"
#include "copies.hpp"
#include "panel_casters.hpp"
#include "work.hpp"

#include <utility>
#include <variant>

namespace edustat::python {
namespace {

using namespace py::literals;

/// Names of groups of the tree, or groups by name with the codes of their members.
using Groups =
    std::variant<std::vector<std::string>, std::map<std::string, std::vector<std::string>>>;
using Levels = std::optional<std::vector<std::string>>;

/// A roll-up, and whether a thread is at work on it without the interpreter lock.
struct Sums {
  RollUp value;
  bool is_in_use = false;
};

/// Takes a roll-up for one call. @throws RuntimeError where another thread has it
class Use {
 public:
  explicit Use(Sums& sums) : sums_(sums) {
    if (sums.is_in_use) throw std::runtime_error("this RollUp is in use by another thread");
    sums.is_in_use = true;
  }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  ~Use() { sums_.is_in_use = false; }

 private:
  Sums& sums_;
};

/// A tree with the groups that are new, and the names of all that were asked for.
struct Asked {
  RegionTree tree;
  RollUpOptions options{};
};

Asked asked(RegionTree tree, const Levels& levels, const std::optional<Groups>& groups) {
  Asked asked{std::move(tree)};
  asked.options.levels = levels.value_or(std::vector<std::string>());
  if (!groups) return asked;
  if (const auto* names = std::get_if<0>(&*groups)) {
    asked.options.groups = *names;
    return asked;
  }
  for (const auto& [name, members] : std::get<1>(*groups)) {
    asked.tree = asked.tree.with_group(name, members);
    asked.options.groups.push_back(name);
  }
  return asked;
}

void bind_building(py::class_<Sums>& sums) {
  sums.def(py::init([](const RegionTree& tree, const Levels& levels,
                       const std::optional<Groups>& groups, Text hierarchy) {
             const Asked all = asked(tree, levels, groups);
             return Sums{RollUp(all.tree, all.options, hierarchy)};
           }),
           "tree"_a, py::kw_only(), "levels"_a = py::none(), "groups"_a = py::none(),
           "hierarchy"_a = "",
           R"(Sums for levels (None for all) and groups of a tree.

groups: names of groups of the tree, `!name` for the rest of what contains one; or a mapping of
names to codes, which are added to the tree.
Raises: CodeError, StructureError.)")
      .def(
          "add",
          [](Sums& self, const Panel& panel, Count threads, Progress progress) -> Sums& {
            const Use use(self);
            Watch watch(threads, std::move(progress));
            watch.run([&] { return &self.value.add(panel, watch.work()); });
            return self;
          },
          "panel"_a, py::kw_only(), "threads"_a = 0, "progress"_a = py::none(),
          R"(Adds the facts of a panel over the same tree; an interrupted call has added nothing.

Raises: StructureError, LimitError, KeyboardInterrupt.)")
      .def(
          "merge",
          [](Sums& self, Sums& other) -> Sums& {
            const Use use(self);
            const Use use_other(other);
            const py::gil_scoped_release released;
            self.value.merge(other.value);
            return self;
          },
          "other"_a,
          "Adds the sums of another roll-up of the same levels and groups.\n\n"
          "Raises: StructureError.")
      .def(
          "finish",
          [](Sums& self, Count threads, Progress progress) {
            const Use use(self);
            Watch watch(threads, std::move(progress));
            return watch.run([&] { return self.value.finish(watch.work()); });
          },
          py::kw_only(), "threads"_a = 0, "progress"_a = py::none(),
          R"(The totals so far.

Raises: StructureError where more is known than is due, KeyboardInterrupt.)");
}

py::bytes bytes_of(Sums& sums) {
  const Use use(sums);
  const std::string bytes = [&] {
    const py::gil_scoped_release released;
    return sums.value.to_bytes();
  }();
  return {bytes.data(), bytes.size()};
}

void bind_copying(py::class_<Sums>& sums) {
  sums.def("to_bytes", &bytes_of, "The sums as versioned bytes, without the tree.")
      .def_static(
          "from_bytes",
          [](const py::bytes& bytes, const RegionTree& tree) {
            return Sums{RollUp::from_bytes(std::string_view(bytes), tree)};
          },
          "bytes"_a, "tree"_a, "Reads to_bytes() back.\n\nRaises: ParseError, StructureError.")
      .def_property_readonly(
          "tree", [](const Sums& self) { return self.value.tree(); }, "With its groups.")
      .def("__repr__",
           [](const Sums& self) {
             return "<RollUp over " + std::to_string(self.value.tree().size()) + " regions>";
           })
      .def("__reduce__",
           [](py::object self) -> Reduced {
             auto& own = py::cast<Sums&>(self);
             const py::object call = py::module_::import("operator").attr("methodcaller");
             return py::tuple(py::make_tuple(call("from_bytes", bytes_of(own), own.value.tree()),
                                             py::make_tuple(py::type::of(self))));
           })
      .def("__copy__", [](const Sums& self) { return Sums{self.value}; })
      .def(
          "__deepcopy__", [](const Sums& self, const py::object&) { return Sums{self.value}; },
          "memo"_a);
  sums.attr("__hash__") = py::none();
}

Totals roll_up_panel(const Panel& panel, const Levels& levels, const std::optional<Groups>& groups,
                     Count threads, Progress progress) {
  Watch watch(threads, std::move(progress));
  Asked all = asked(panel.tree(), levels, groups);
  if (!groups || std::holds_alternative<std::vector<std::string>>(*groups)) {
    all.options.work = watch.work();
    return watch.run([&] { return roll_up(panel, all.options); });
  }
  return watch.run([&] {
    return RollUp(all.tree, all.options, panel.hierarchy())
        .add(panel, watch.work(0, 0.9))
        .finish(watch.work(0.9, 1));
  });
}

}  // namespace

void bind_roll_up(py::module_& module) {
  py::class_<Sums> sums(module, "RollUp",
                        R"(The mergeable sum that builds every level from the facts.

Sums are exact, so the answer is the same for any order of rows, any batches, any threads and any
machines whose parts are merged. It changes, and belongs to one thread at a time.)");
  bind_building(sums);
  bind_copying(sums);
  module.def("roll_up", &roll_up_panel, "panel"_a, py::kw_only(), "levels"_a = py::none(),
             "groups"_a = py::none(), "threads"_a = 0, "progress"_a = py::none(),
             R"(The totals of a panel at levels (None for all) and groups.

groups: names of groups of the tree, `!name` for the rest of what contains one; or a mapping of
names to codes, which are added to the tree.
Raises: CodeError, StructureError, LimitError, KeyboardInterrupt.)");
}

}  // namespace edustat::python
