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

void require_lists(const NormaliseOptions& options, std::size_t columns) {
  if (!options.directions.empty()) {
    detail::require_count("directions", options.directions.size(), columns);
  }
  if (options.method == Normalisation::goalposts) {
    detail::require_count("goalposts", options.goalposts.size(), columns);
  }
  if (options.method == Normalisation::target) {
    detail::require_count("targets", options.targets.size(), columns);
  }
  for (const NormaliseOptions::Goalposts& posts : options.goalposts) {
    if (!(posts.low < posts.high) || !std::isfinite(posts.high - posts.low)) {
      detail::refuse_option("goalposts",
                            detail::text_of(posts.low) + " and " + detail::text_of(posts.high),
                            "two finite values, the lower first");
    }
  }
  for (const double target : options.targets) require_finite_option("target", target);
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
