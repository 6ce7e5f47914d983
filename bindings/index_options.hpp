// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/composite.hpp"

#include "column_options.hpp"

#include <string>
#include <vector>

namespace edustat::python {

/// What the options of an index say.
struct IndexGiven {
  IndexStructure structure;
  CompositeOptions options;
};

/// The same as Python gives it.
struct IndexWords {
  const py::object& structure;
  const ByColumn& weights;
  NormaliseWords normalised;
  const py::object& aggregation;
  const py::object& availability;
  RankOptions::Ties ties;
};

/// The tree and the options for a table whose columns stand in the order of its indicators: others
/// are refused.
/// @throws TypeError, CodeError, StructureError
[[nodiscard]] IndexGiven index_given(const std::vector<std::string>& columns,
                                     const IndexWords& words);

inline constexpr const char* index_options_text =
    R"(structure: a nested mapping such as {"index": {"places": ["rooms", "beds"], "staff": ["teachers"]}};
without one all columns stand below the index. The columns of the table are its indicators in its
order.
weights: Weights, which go by their names, or numbers by name for any node, against the others of
the same parent; without a structure also in the order of the columns; 1 where a mapping names none.
normalisation, directions, goalposts, targets, scale, mean, deviation, divisor, beyond, zero_range:
as in normalise().
aggregation: arithmetic, geometric, harmonic, weighted_product or topsis; or a list, one for each
level from the groups of indicators up.
availability: the least share of a group that must be known; at 1 a gap makes a gap, below 1 the
weights of what is known are used. A gap is never 0; a group whose known nodes all weigh 0 is one.
ties: lowest, highest or dense.
Raises: StructureError, CodeError, LimitError, TypeError.)";

/// Defines a function run(tables..., IndexGiven, extra...) with the options of an index by keyword,
/// behind those of `extra`.
template <typename... Tables, typename Run, typename... Named>
void define_with_index_options(py::module_& module, const char* name, const Run& run,
                               const char* text, const Named&... named) {
  using namespace py::literals;
  module.def(
      name,
      [run](const Tables&... tables, const py::object& structure, const ByColumn& weights,
            Normalisation normalisation, const ByColumn& directions, const ByColumn& goalposts,
            const ByColumn& targets, const py::object& scale, const py::object& mean,
            const py::object& deviation, Divisor divisor, Beyond beyond, ZeroRange zero_range,
            const py::object& aggregation, const py::object& availability, RankOptions::Ties ties) {
        const std::vector<std::string>* columns = nullptr;
        const auto take_columns = [&columns](const auto& one) {
          if constexpr (requires { one.columns; }) {
            if (columns == nullptr) columns = &one.columns;
          }
        };
        (take_columns(tables), ...);
        const IndexWords words{structure,
                               weights,
                               {normalisation, directions, goalposts, targets, scale, mean,
                                deviation, divisor, beyond, zero_range},
                               aggregation,
                               availability,
                               ties};
        return run(tables..., index_given(*columns, words));
      },
      named..., py::kw_only(), "structure"_a = py::none(), "weights"_a = py::none(),
      "normalisation"_a = "min_max", "directions"_a = py::none(), "goalposts"_a = py::none(),
      "targets"_a = py::none(), "scale"_a = py::make_tuple(0, 1), "mean"_a = 0, "deviation"_a = 1,
      "divisor"_a = "sample", "beyond"_a = "cap", "zero_range"_a = "refuse",
      "aggregation"_a = "arithmetic", "availability"_a = 1, "ties"_a = "lowest", text);
}

}  // namespace edustat::python
