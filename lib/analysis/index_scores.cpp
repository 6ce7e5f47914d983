// SPDX-License-Identifier: Apache-2.0
#include "analysis/index_scores.hpp"

#include "edustat/analysis/topsis.hpp"
#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace edustat::detail {
namespace {

/// One group of one unit, term by term.
struct GroupTerms {
  LongSum terms{};
  double weights = 0;
  std::size_t known = 0;
  bool has_zero = false;

  void add(Aggregation way, double score, double weight) {
    ++known;
    if (weight == 0) return;
    weights += weight;
    if (way == Aggregation::arithmetic) {
      terms.add(weight * score);
    } else if (score == 0) {
      has_zero = true;
    } else {
      terms.add(way == Aggregation::harmonic ? weight / score : weight * std::log(score));
    }
  }
  [[nodiscard]] double value(Aggregation way) const {
    if (weights == 0) return gap_cell;
    if (has_zero) return 0;
    switch (way) {
      case Aggregation::arithmetic:
        return terms.value() / weights;
      case Aggregation::harmonic:
        return weights / terms.value();
      case Aggregation::weighted_product:
        return std::exp(terms.value());
      case Aggregation::geometric:
      case Aggregation::topsis:
        break;
    }
    return std::exp(terms.value() / weights);
  }
};

void refuse_below_zero(const IndexNode& node, std::size_t unit, Aggregation way, double score) {
  throw StructureError(Fault{ErrorCode::score_cell_refused,
                             {std::string(name_of(way)) + " of '" + node.name + "'", text_of(score),
                              std::to_string(unit + 1), "1", "scores not below 0"}});
}

}  // namespace

IndexScores::IndexScores(const IndexStructure& structure, const CompositeOptions& options,
                         const Matrix& normalised)
    : structure_(structure),
      options_(options),
      units_(normalised.rows()),
      heights_(structure.nodes().size()),
      scores_(structure.nodes().size()) {
  require_count("columns", normalised.columns(), structure.indicators().size());
  if (!(options.availability >= 0 && options.availability <= 1)) {
    refuse_option("availability", text_of(options.availability), "a share from 0 to 1");
  }
  for (std::size_t column = 0; column < normalised.columns(); ++column) {
    scores_[structure.indicators()[column]] = normalised.column(column);
  }
  for (const std::size_t node : structure.aggregates()) {
    for (const std::size_t child : structure.below(node)) {
      heights_[node] = std::max(heights_[node], heights_[child] + 1);
    }
  }
  const std::size_t levels = heights_[structure.aggregates().back()];
  if (options.aggregation.size() != 1) {
    require_count("aggregations", options.aggregation.size(), levels);
  }
}

void IndexScores::aggregate(const std::vector<double>& weights) {
  for (const std::size_t node : structure_.aggregates()) {
    if (way_of(node) == Aggregation::topsis) {
      aggregate_by_topsis(node, weights);
    } else {
      aggregate_group(node, weights);
    }
  }
}

std::vector<std::uint32_t> IndexScores::known_below(std::size_t node) const {
  std::vector<std::uint32_t> counts(units_);
  if (structure_.below(node).empty()) {
    for (std::size_t unit = 0; unit < units_; ++unit) {
      counts[unit] = is_gap(scores_[node][unit]) ? 0 : 1;
    }
    return counts;
  }
  for (const std::size_t child : structure_.below(node)) {
    const std::vector<std::uint32_t> part = known_below(child);
    for (std::size_t unit = 0; unit < units_; ++unit) counts[unit] += part[unit];
  }
  return counts;
}

Aggregation IndexScores::way_of(std::size_t node) const {
  return options_.aggregation.size() == 1 ? options_.aggregation.front()
                                          : options_.aggregation[heights_[node] - 1];
}

void IndexScores::aggregate_group(std::size_t node, const std::vector<double>& weights) {
  const Aggregation way = way_of(node);
  const std::vector<std::size_t>& group = structure_.below(node);
  const double least = options_.availability * static_cast<double>(group.size());
  std::vector<double>& scores = scores_[node];
  scores.assign(units_, gap_cell);
  for (std::size_t unit = 0; unit < units_; ++unit) {
    GroupTerms terms;
    for (const std::size_t child : group) {
      const double score = scores_[child][unit];
      if (is_gap(score)) continue;
      if (way != Aggregation::arithmetic && score < 0) {
        refuse_below_zero(structure_.nodes()[node], unit, way, score);
      }
      terms.add(way, score, weights[child]);
    }
    const bool is_enough = terms.known > 0 && static_cast<double>(terms.known) >= least;
    if (is_enough) scores[unit] = terms.value(way);
  }
}

void IndexScores::aggregate_by_topsis(std::size_t node, const std::vector<double>& weights) {
  const std::vector<std::size_t>& group = structure_.below(node);
  std::vector<double> of_group;
  for (const std::size_t child : group) of_group.push_back(weights[child]);
  std::vector<std::size_t> units;
  std::vector<std::vector<double>> rows;
  for (std::size_t unit = 0; unit < units_; ++unit) {
    std::vector<double> row;
    for (const std::size_t child : group) row.push_back(scores_[child][unit]);
    if (std::any_of(row.begin(), row.end(), is_gap)) continue;
    units.push_back(unit);
    rows.push_back(std::move(row));
  }
  scores_[node].assign(units_, gap_cell);
  if (rows.empty()) return;
  const Matrix known(rows);
  const Topsis result = topsis(known.view(), of_group, {{}, Normalisation::none});
  for (std::size_t i = 0; i < units.size(); ++i) scores_[node][units[i]] = result.scores[i];
}

std::vector<double> weights_of(const IndexStructure& structure) {
  std::vector<double> weights;
  for (const IndexNode& node : structure.nodes()) weights.push_back(node.weight);
  return weights;
}

}  // namespace edustat::detail
