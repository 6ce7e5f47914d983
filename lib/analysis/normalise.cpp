// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/normalise.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/normalise_column.hpp"

#include <array>
#include <cmath>
#include <string>

namespace edustat {
namespace {

constexpr std::array<std::string_view, 8> normalisation_names{
    "none", "min_max", "z_score", "rank", "vector", "sum", "goalposts", "target"};

void require_finite_option(std::string_view option, double value) {
  if (!std::isfinite(value)) {
    detail::refuse_option(option, detail::text_of(value), "a finite number");
  }
}

void require_scale(const NormaliseOptions& options) {
  require_finite_option("scale", options.scale.low);
  require_finite_option("scale", options.scale.high);
  require_finite_option("the length of the scale", options.scale.high - options.scale.low);
  require_finite_option("mean", options.mean);
  require_finite_option("deviation", options.deviation);
  if (!(options.scale.low < options.scale.high)) {
    detail::refuse_option(
        "scale", detail::text_of(options.scale.low) + " to " + detail::text_of(options.scale.high),
        "a lower and a higher score");
  }
  if (!(options.deviation > 0)) {
    detail::refuse_option("deviation", detail::text_of(options.deviation), "above 0");
  }
}

std::string of_column(std::string_view what, std::size_t column) {
  return std::string(what) + " of column " + std::to_string(column + 1);
}

/// A list is given for the method that reads it, and for no other.
void require_used(std::string_view list, std::size_t given, std::size_t columns,
                  const NormaliseOptions& options, Normalisation reader) {
  if (options.method == reader) {
    detail::require_count(list, given, columns);
  } else if (given != 0) {
    detail::refuse_option("the normalisation with " + std::string(list),
                          std::string(name_of(options.method)), std::string(name_of(reader)));
  }
}

void require_lists(const NormaliseOptions& options, std::size_t columns) {
  if (!options.directions.empty()) {
    detail::require_count("directions", options.directions.size(), columns);
  }
  require_used("goalposts", options.goalposts.size(), columns, options, Normalisation::goalposts);
  require_used("targets", options.targets.size(), columns, options, Normalisation::target);
  for (std::size_t column = 0; column < options.goalposts.size(); ++column) {
    const NormaliseOptions::Goalposts& posts = options.goalposts[column];
    if (!(posts.low < posts.high) || !std::isfinite(posts.high - posts.low)) {
      detail::refuse_option(of_column("goalposts", column),
                            detail::text_of(posts.low) + " and " + detail::text_of(posts.high),
                            "two finite values, the lower first");
    }
  }
  for (std::size_t column = 0; column < options.targets.size(); ++column) {
    require_finite_option(of_column("the target", column), options.targets[column]);
  }
}

}  // namespace

Matrix normalise(const MatrixView& table, const NormaliseOptions& options) {
  require_scale(options);
  require_lists(options, table.columns);
  Matrix scores(table.rows, table.columns);
  for (std::size_t column = 0; column < table.columns; ++column) {
    detail::normalise_column(table, column, options, scores);
  }
  return scores;
}

std::string_view name_of(Direction direction) noexcept {
  constexpr std::array<std::string_view, 2> names{"benefit", "cost"};
  return names[static_cast<std::size_t>(direction)];
}

std::string_view name_of(Normalisation method) noexcept {
  return normalisation_names[static_cast<std::size_t>(method)];
}

std::string_view name_of(ZeroRange rule) noexcept {
  constexpr std::array<std::string_view, 3> names{"refuse", "gap", "middle"};
  return names[static_cast<std::size_t>(rule)];
}

std::string_view name_of(Beyond rule) noexcept {
  constexpr std::array<std::string_view, 2> names{"cap", "keep"};
  return names[static_cast<std::size_t>(rule)];
}

std::string_view name_of(Divisor divisor) noexcept {
  constexpr std::array<std::string_view, 2> names{"sample", "population"};
  return names[static_cast<std::size_t>(divisor)];
}

}  // namespace edustat
