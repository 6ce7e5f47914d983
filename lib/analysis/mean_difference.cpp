// SPDX-License-Identifier: Apache-2.0
#include "analysis/mean_difference.hpp"

#include "edustat/error/error.hpp"

#include "analysis/pieces.hpp"
#include "analysis/value_groups.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace edustat::detail {
namespace {

/// A value less the mean, and its weight.
struct Weighed {
  double deviation;
  double weight;
};

/// The same where each unit counts once.
struct Counted {
  Counted() = default;
  Counted(double value, double /*one*/) noexcept : deviation(value) {}
  double deviation;
  static constexpr double weight = 1;
};

/// Puts units into the order of their groups, of which `begins` has room for two more, and calls
/// `finish(units, count)` for each group that has any.
template <typename Unit, typename GroupOf, typename Finish>
void by_group(std::span<const Unit> units, Unit* ordered, std::vector<std::uint32_t>& begins,
              const GroupOf& group_of, const Finish& finish) {
  // The next place of a group stands one behind it, so that in the end it is where the next begins.
  for (const Unit& unit : units) ++begins[group_of(unit.deviation) + 2];
  for (std::size_t i = 2; i < begins.size(); ++i) begins[i] += begins[i - 1];
  for (const Unit& unit : units) ordered[begins[group_of(unit.deviation) + 1]++] = unit;
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    if (begins[i] < begins[i + 1]) finish(ordered + begins[i], begins[i + 1] - begins[i]);
  }
}

/// All pairs of a few units.
template <typename Unit>
double pairs_of(const Unit* units, std::size_t size) noexcept {
  double sum = 0;
  for (std::size_t i = 1; i < size; ++i) {
    double part = 0;
    for (std::size_t j = 0; j < i; ++j) {
      part += units[j].weight * std::abs(units[i].deviation - units[j].deviation);
    }
    sum += units[i].weight * part;
  }
  return sum;
}

/// The sum while groups come by ascending value.
template <typename Unit>
class Differences {
 public:
  /// Of units among others of a weight, with so much of it before them.
  Differences(const WideDouble& weight, const WideDouble& before) {
    balance_.add({-weight.high, -weight.low});
    balance_.add({2 * before.high, 2 * before.low});
  }
  /// The units of a group, which is split between its extremes.
  void add(const Unit* units, std::size_t size) {
    constexpr std::size_t units_per_part = 8;
    double low = units[0].deviation;
    double high = low;
    for (std::size_t i = 1; i < size; ++i) {
      low = units[i].deviation < low ? units[i].deviation : low;
      high = high < units[i].deviation ? units[i].deviation : high;
    }
    const double parts = static_cast<double>(size / units_per_part);
    const double factor = high > low ? parts / (high - low) : 0;
    begins_.assign(size / units_per_part + 3, 0);
    if (ordered_.size() < size) ordered_.resize(size);
    by_group(
        std::span(units, size), ordered_.data(), begins_,
        [=](double value) { return static_cast<std::size_t>((value - low) * factor); },
        [&](Unit* part, std::size_t count) { add_part(part, count); });
  }
  [[nodiscard]] WideDouble sum() const noexcept { return sum_.total(); }

 private:
  void add_part(Unit* units, std::size_t size) {
    constexpr std::size_t few = 32;
    if (size > few) return add_sorted(units, size);
    double weight = 0;
    double amount = 0;
    for (std::size_t i = 0; i < size; ++i) {
      weight += units[i].weight;
      amount += units[i].weight * units[i].deviation;
    }
    add_between(weight, amount);
    sum_.add(pairs_of(units, size));
  }
  /// Where many values lie close together each unit is a group of its own.
  void add_sorted(Unit* units, std::size_t size) {
    const auto is_below = [](const Unit& left, const Unit& right) {
      return left.deviation < right.deviation;
    };
    if (!std::is_sorted(units, units + size, is_below)) std::sort(units, units + size, is_below);
    for (std::size_t i = 0; i < size; ++i) {
      add_between(units[i].weight, units[i].weight * units[i].deviation);
    }
  }
  /// The differences to the units before and after.
  void add_between(double weight, double amount) noexcept {
    balance_.add(weight);
    sum_.add(amount * balance_.total().value());
    balance_.add(weight);
  }

  WideSum sum_;
  WideSum balance_;  // the weight of the units before, less that of those after
  std::vector<std::uint32_t> begins_;
  std::vector<Unit> ordered_;
};

template <typename Unit>
double sum_in_one(const SampleData& data) {
  std::vector<Unit> units;
  for_deviations(data, {0, data.size()},
                 [&](const double* deviations, const double* weights, std::size_t size) {
                   for (std::size_t i = 0; i < size; ++i)
                     units.push_back({deviations[i], weights[i]});
                 });
  Differences<Unit> differences(data.weight, {});
  differences.add(units.data(), units.size());
  return differences.sum().value();
}

template <typename Unit>
double sum_of_differences(const SampleData& data) {
  constexpr std::size_t one_group = 2048;
  if (data.size() <= one_group) return sum_in_one<Unit>(data);
  const GroupedUnits<Unit> grouped(data);
  std::vector<WideDouble> before = by_pieces(data.size(), [&](std::size_t begin, std::size_t end) {
    WideSum weight;
    grouped.for_groups(begin, end, [&](const Unit* units, std::size_t size) {
      for (std::size_t i = 0; i < size; ++i) weight.add(units[i].weight);
    });
    return weight.total();
  });
  WideSum so_far;
  for (WideDouble& weight : before) {
    const WideDouble own = std::exchange(weight, so_far.total());
    so_far.add(own);
  }
  const auto parts = by_pieces(data.size(), [&](std::size_t begin, std::size_t end) {
    Differences<Unit> differences(data.weight, before[begin / piece_units]);
    grouped.for_groups(begin, end,
                       [&](const Unit* units, std::size_t size) { differences.add(units, size); });
    return differences.sum();
  });
  return sum_of(parts).value();
}

}  // namespace

double difference_sum(const SampleData& data) {
  constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
  if (data.size() > most) {
    throw LimitError(
        Fault{ErrorCode::number_too_large, {std::to_string(data.size()), std::to_string(most)}});
  }
  return data.weights.form == SampleColumn::Form::ones ? sum_of_differences<Counted>(data)
                                                       : sum_of_differences<Weighed>(data);
}

}  // namespace edustat::detail
