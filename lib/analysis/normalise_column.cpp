// SPDX-License-Identifier: Apache-2.0
#include "analysis/normalise_column.hpp"

#include "edustat/error/error.hpp"

#include "analysis/column_sums.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace edustat::detail {
namespace {

/// The known cells of a column, and how their scores are made.
class ScoredColumn {
 public:
  ScoredColumn(const MatrixView& table, std::size_t column, const NormaliseOptions& options,
               std::string_view operation)
      : table_(table), column_(column), options_(options), operation_(operation) {
    is_cost_ = direction_of(options.directions, column) == Direction::cost;
    for (std::size_t row = 0; row < table.rows; ++row) {
      const double value = table.at(row, column);
      if (is_gap(value)) continue;
      if (std::isinf(value)) refuse_cell(operation, table, row, column, "a finite number");
      rows_.push_back(row);
      values_.push_back(value);
    }
  }

  void write(Matrix& scores) {
    if (values_.empty()) return;
    const std::vector<double> scored = score();
    for (std::size_t i = 0; i < scored.size(); ++i) {
      if (!is_flat_) require_size(operation_, scored[i]);
      scores.set(rows_[i], column_, scored[i]);
    }
  }

 private:
  std::vector<double> score() {
    switch (options_.method) {
      case Normalisation::none:
        return as_they_are();
      case Normalisation::min_max:
        return between(lowest(), highest());
      case Normalisation::z_score:
        return standard_scores();
      case Normalisation::rank:
        return ranks();
      case Normalisation::vector:
        return by_length();
      case Normalisation::sum:
        return by_sum();
      case Normalisation::goalposts: {
        const NormaliseOptions::Goalposts& posts = options_.goalposts[column_];
        return between(posts.low, posts.high);
      }
      case Normalisation::target:
        return to_target(options_.targets[column_]);
    }
    return {};
  }

  [[nodiscard]] double lowest() const { return *std::min_element(values_.begin(), values_.end()); }
  [[nodiscard]] double highest() const { return *std::max_element(values_.begin(), values_.end()); }

  std::vector<double> as_they_are() {
    if (is_cost_) refuse_option("the direction without normalisation", "cost", "benefit");
    return values_;
  }

  /// The same score for every known cell, or an error, as the options say.
  std::vector<double> without_range(double middle) {
    if (options_.zero_range == ZeroRange::refuse) {
      throw StructureError(
          Fault{ErrorCode::zero_range,
                {std::string(operation_), std::to_string(column_ + 1), text_of(values_.front())}});
    }
    is_flat_ = true;
    const double score = options_.zero_range == ZeroRange::gap ? gap_cell : middle;
    return std::vector(values_.size(), score);
  }

  std::vector<double> between(double low, double high) {
    const NormaliseOptions::Scale& scale = options_.scale;
    if (low == high) return without_range(scale.low + (scale.high - scale.low) / 2);
    // Halves where a range of doubles near the largest overflows.
    const double part = std::isfinite(high - low) ? 1 : 0.5;
    const double range = high * part - low * part;
    const bool is_capped =
        options_.method != Normalisation::min_max && options_.beyond == Beyond::cap;
    std::vector<double> scores;
    for (const double value : values_) {
      double share = (is_cost_ ? high * part - value * part : value * part - low * part) / range;
      if (is_capped) share = std::clamp(share, 0.0, 1.0);
      // From the nearer end, so that both ends are met exactly.
      scores.push_back(share < 0.5 ? scale.low + share * (scale.high - scale.low)
                                   : scale.high - (1 - share) * (scale.high - scale.low));
    }
    return scores;
  }

  std::vector<double> to_target(double target) {
    const double worst = is_cost_ ? highest() : lowest();
    const bool is_refused = options_.zero_range == ZeroRange::refuse && lowest() != highest();
    if (worst == target && !is_refused) return without_range(options_.scale.high);
    if (worst == target || (worst < target) == is_cost_) {
      refuse_option("the target of column " + std::to_string(column_ + 1), text_of(target),
                    "a value better than that of the worst unit, " + text_of(worst));
    }
    return between(std::min(worst, target), std::max(worst, target));
  }

  std::vector<double> standard_scores() {
    const double mean = mean_of(values_);
    const double count = static_cast<double>(values_.size());
    const double divisor = options_.divisor == Divisor::sample ? count - 1 : count;
    if (lowest() == highest()) return without_range(options_.mean);
    const double unit = deviation_of(values_, mean, divisor);
    std::vector<double> scores;
    for (const double value : values_) {
      const double distance = is_cost_ ? mean - value : value - mean;
      scores.push_back(options_.mean + options_.deviation * (distance / unit));
    }
    return scores;
  }

  std::vector<double> ranks() {
    std::vector<double> better = values_;
    if (is_cost_) {
      for (double& value : better) value = -value;
    }
    return middle_ranks(better);
  }

  std::vector<double> by_length() {
    const double largest = std::max(std::abs(lowest()), std::abs(highest()));
    if (largest == 0) return without_range(0);
    LongSum squares;
    for (const double value : values_) squares.add((value / largest) * (value / largest));
    const double length = std::sqrt(squares.value());
    std::vector<double> scores;
    for (const double value : values_) {
      const double share = value / largest / length;
      scores.push_back(is_cost_ ? 1 - share : share);
    }
    return scores;
  }

  std::vector<double> by_sum() {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (is_cost_ ? values_[i] <= 0 : values_[i] < 0) {
        refuse_cell(operation_, table_, rows_[i], column_,
                    is_cost_ ? "a number above 0" : "a number not below 0");
      }
    }
    if (!is_cost_ && highest() == 0) return without_range(0);
    // Over the smallest, so that 1/x does not overflow.
    const double smallest = lowest();
    std::vector<double> parts = values_;
    if (is_cost_) {
      for (double& part : parts) part = smallest / part;
    }
    // Over a power of two, so that the sum does not overflow either.
    const int exponent = exponent_of_largest(parts);
    LongSum sum;
    for (double& part : parts) {
      part = std::ldexp(part, -exponent);
      sum.add(part);
    }
    for (double& part : parts) part /= sum.value();
    return parts;
  }

  const MatrixView& table_;
  std::size_t column_;
  const NormaliseOptions& options_;
  std::string_view operation_;
  bool is_cost_ = false;
  bool is_flat_ = false;  ///< without differences: gaps may be wanted
  std::vector<std::size_t> rows_{};
  std::vector<double> values_{};
};

}  // namespace

void normalise_column(const MatrixView& table, std::size_t column, const NormaliseOptions& options,
                      Matrix& scores, std::string_view operation) {
  ScoredColumn(table, column, options, operation).write(scores);
}

double least_size(const NormaliseOptions& options) {
  switch (options.method) {
    case Normalisation::z_score:
      return std::max(std::abs(options.mean), options.deviation);
    case Normalisation::min_max:
    case Normalisation::goalposts:
    case Normalisation::target: {
      const NormaliseOptions::Scale& scale = options.scale;
      return scale.low < 0 ? std::max(std::abs(scale.low), std::abs(scale.high)) : 0;
    }
    case Normalisation::none:
    case Normalisation::rank:
    case Normalisation::vector:
    case Normalisation::sum:
      break;
  }
  return 0;
}

Direction direction_of(const std::vector<Direction>& directions, std::size_t column) {
  return directions.empty() ? Direction::benefit : directions[column];
}

double mean_of(const std::vector<double>& values) {
  LongSum sum;
  for (const double value : values) sum.add(value);
  return sum.value() / static_cast<double>(values.size());
}

double deviation_of(const std::vector<double>& values, double mean, double divisor) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value - mean));
  if (largest == 0 || std::isinf(largest)) return largest;
  // Times a power of two, so that no square overflows or is lost; the largest has a reciprocal.
  constexpr int least = -1000;
  const int exponent = std::max(std::ilogb(largest), least);
  const double factor = std::ldexp(1.0, -exponent);
  LongSum squares;
  for (const double value : values) {
    const double distance = (value - mean) * factor;
    squares.add(distance * distance);
  }
  return std::ldexp(std::sqrt(squares.value() / divisor), exponent);
}

std::vector<double> middle_ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t left, std::size_t right) { return values[left] < values[right]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    const double middle = static_cast<double>(first + last + 1) / 2;
    for (; first < last; ++first) ranks[order[first]] = middle;
  }
  return ranks;
}

}  // namespace edustat::detail
