// SPDX-License-Identifier: Apache-2.0
#include "analysis/index_scores.hpp"

#include "edustat/analysis/topsis.hpp"
#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"
#include "analysis/normalise_column.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>

namespace edustat::detail {

/// One group of one unit, term by term.
struct GroupTerms {
  LongSum terms{};
  double sizes = 0;
  double weights = 0;
  std::size_t known = 0;
  bool has_zero = false;

  void add(Aggregation way, double score, double size, double weight) {
    ++known;
    if (weight == 0) return;
    weights += weight;
    sizes += weight * size;
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
  /// False for what overflowed, and for a product or a mean above 0 that is lost below a double.
  [[nodiscard]] bool is_in_range(Aggregation way, double value) const {
    if (weights == 0) return true;
    const bool is_lost =
        way != Aggregation::arithmetic && !has_zero && value < std::numeric_limits<double>::min();
    return std::isfinite(value) && !is_lost;
  }
};

namespace {

std::string name_of_group(Aggregation way, const IndexNode& node) {
  return std::string(name_of(way)) + " of '" + node.name + "'";
}

void refuse_below_zero(const std::string& operation, double score, std::size_t unit,
                       const std::string& column) {
  throw StructureError(
      Fault{ErrorCode::score_cell_refused,
            {operation, text_of(score), std::to_string(unit + 1), column, "scores not below 0"}});
}

/// The number of the column of an indicator, the name of a node above.
std::string place_of(const IndexStructure& structure, std::size_t node) {
  const std::vector<std::size_t>& indicators = structure.indicators();
  const auto found = std::find(indicators.begin(), indicators.end(), node);
  if (found == indicators.end()) return "'" + structure.nodes()[node].name + "'";
  return std::to_string(found - indicators.begin() + 1);
}

}  // namespace

IndexScores::IndexScores(const IndexStructure& structure, const CompositeOptions& options,
                         const Matrix& normalised)
    : structure_(structure),
      options_(options),
      units_(normalised.rows()),
      heights_(structure.nodes().size()),
      scores_(structure.nodes().size()),
      sizes_(structure.nodes().size()) {
  require_count("columns", normalised.columns(), structure.indicators().size());
  if (!(options.availability >= 0 && options.availability <= 1)) {
    refuse_option("availability", text_of(options.availability), "a share from 0 to 1");
  }
  set_indicators(normalised);
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

void IndexScores::set_indicators(const Matrix& normalised) {
  const double least = least_size(options_.normalise);
  const std::span<const double> cells = normalised.cells();
  can_cancel_ =
      least > 0 || std::any_of(cells.begin(), cells.end(), [](double cell) { return cell < 0; });
  for (std::size_t column = 0; column < normalised.columns(); ++column) {
    const std::size_t node = structure_.indicators()[column];
    scores_[node] = normalised.column(column);
    if (!can_cancel_) continue;
    for (const double score : scores_[node]) {
      sizes_[node].push_back(std::max(std::abs(score), least));
    }
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

std::vector<double> IndexScores::weights_below(std::size_t node,
                                               const std::vector<double>& weights) const {
  std::vector<double> of_group;
  for (const std::size_t child : structure_.below(node)) of_group.push_back(weights[child]);
  return of_group;
}

GroupTerms IndexScores::terms_of(std::size_t node, std::size_t unit,
                                 const std::vector<double>& weights) const {
  const Aggregation way = way_of(node);
  const std::vector<std::size_t>& group = structure_.below(node);
  GroupTerms terms;
  for (std::size_t place = 0; place < group.size(); ++place) {
    const std::size_t child = group[place];
    const double score = scores_[child][unit];
    if (is_gap(score)) continue;
    if (way != Aggregation::arithmetic && score < 0) {
      refuse_below_zero(name_of_group(way, structure_.nodes()[node]), score, unit,
                        place_of(structure_, child));
    }
    terms.add(way, score, can_cancel_ ? sizes_[child][unit] : 0, weights[place]);
  }
  return terms;
}

void IndexScores::aggregate_group(std::size_t node, const std::vector<double>& weights) {
  const Aggregation way = way_of(node);
  std::vector<double> of_group = weights_below(node, weights);
  if (way != Aggregation::weighted_product) {
    // Proportions alone matter, and by a power of two they stay exactly what they are.
    const int exponent = exponent_of_largest(of_group);
    for (double& weight : of_group) weight = std::ldexp(weight, -exponent);
  }
  std::vector<double>& scores = scores_[node];
  scores.assign(units_, gap_cell);
  if (can_cancel_) sizes_[node].assign(units_, gap_cell);
  for (std::size_t unit = 0; unit < units_; ++unit) {
    const GroupTerms terms = terms_of(node, unit, of_group);
    // Divided as the caller divides: 7 of 25 is the double 0.28.
    const double share = static_cast<double>(terms.known) / static_cast<double>(of_group.size());
    if (terms.known == 0 || share < options_.availability) continue;
    scores[unit] = terms.value(way);
    if (!terms.is_in_range(way, scores[unit])) {
      refuse_size(name_of_group(way, structure_.nodes()[node]));
    }
    if (!can_cancel_) continue;
    sizes_[node][unit] =
        way == Aggregation::arithmetic ? terms.sizes / terms.weights : scores[unit];
  }
}

void IndexScores::aggregate_by_topsis(std::size_t node, const std::vector<double>& weights) {
  const std::vector<std::size_t>& group = structure_.below(node);
  const std::vector<double> of_group = weights_below(node, weights);
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
  if (!rows.empty()) {
    const Matrix known(rows);
    const Topsis result = topsis(known.view(), of_group, {{}, Normalisation::none});
    for (std::size_t i = 0; i < units.size(); ++i) scores_[node][units[i]] = result.scores[i];
  }
  if (can_cancel_) sizes_[node] = scores_[node];
}

std::vector<double> weights_of(const IndexStructure& structure) {
  std::vector<double> weights;
  for (const IndexNode& node : structure.nodes()) weights.push_back(node.weight);
  return weights;
}

}  // namespace edustat::detail
