// SPDX-License-Identifier: Apache-2.0
#include "analysis/mean_difference.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

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

/// Calls `take(deviations, weights, count)` for every `step`-th block of units.
template <typename Take>
void for_blocks(const SampleData& data, std::size_t step, const Take& take) {
  const Deviation deviation(data);
  SampleBlock amount_block;
  SampleBlock weight_block;
  SampleBlock deviations;
  for (std::size_t begin = 0; begin < data.size(); begin += step * sample_block_rows) {
    const std::size_t count = std::min(sample_block_rows, data.size() - begin);
    const double* amounts = data.amounts.load(begin, count, amount_block);
    const double* weights = data.weights.load(begin, count, weight_block);
    deviation.take(begin, count, amounts, weights, deviations.data());
    for (std::size_t i = 0; data.is_per && i < count; ++i) deviations[i] /= weights[i];
    take(deviations.data(), weights, count);
  }
}

/// A whole number that orders like a double.
std::uint64_t order_of(double value) noexcept {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  // All bits where there is a sign, else the sign alone.
  const auto flipped = static_cast<std::uint64_t>(static_cast<std::int64_t>(bits) >> 63U);
  return bits ^ (flipped | std::uint64_t{1} << 63U);
}

/// Which of many groups of neighbouring values a value belongs to. The leading bits choose a part,
/// and a part has as many groups as a sample of the values needs there.
class Groups {
 public:
  explicit Groups(const SampleData& data) : parts_(std::size_t{1} << part_bits) {
    constexpr std::uint32_t step = 8;
    for_blocks(data, step, [&](const double* deviations, const double*, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) ++parts_[order_of(deviations[i]) >> rest_bits].groups;
    });
    for (Part& part : parts_) {
      part.first = count_;
      // A part that the sample missed has one.
      part.groups = part.groups / (units_per_group / step) + 1;
      count_ += part.groups;
    }
  }
  [[nodiscard]] std::size_t count() const noexcept { return count_; }
  [[nodiscard]] std::size_t of(double value) const noexcept {
    const std::uint64_t order = order_of(value);
    const Part& part = parts_[order >> rest_bits];
    const std::uint64_t rest = (order >> (rest_bits - 32)) & 0xFFFFFFFF;
    return part.first + (rest * part.groups >> 32U);
  }

 private:
  // Sign, exponent and two bits of the fraction.
  static constexpr int part_bits = 14;
  static constexpr int rest_bits = 64 - part_bits;
  // A group and its parts stay in the nearest memory of the processor.
  static constexpr std::uint32_t units_per_group = 512;
  struct Part {
    std::uint32_t first = 0;
    std::uint32_t groups = 0;
  };
  std::vector<Part> parts_;
  std::uint32_t count_ = 0;
};

/// Puts what `each(take)` gives, twice the same, into the order of its groups, and calls
/// `finish(begin, count)` for each group that has any.
template <typename Unit, typename Each, typename GroupOf, typename Finish>
void by_group(Unit* ordered, std::vector<std::uint32_t>& begins, const Each& each,
              const GroupOf& group_of, const Finish& finish) {
  // The next place of a group stands one behind it, so that in the end it is where the next begins.
  each([&](const Unit& unit) { ++begins[group_of(unit.deviation) + 2]; });
  for (std::size_t i = 2; i < begins.size(); ++i) begins[i] += begins[i - 1];
  each([&](const Unit& unit) { ordered[begins[group_of(unit.deviation) + 1]++] = unit; });
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
  explicit Differences(const WideDouble& weight) {
    balance_.add(-weight.high);
    balance_.add(-weight.low);
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
        ordered_.data(), begins_,
        [=](const auto& take) {
          for (std::size_t i = 0; i < size; ++i) take(units[i]);
        },
        [=](double value) { return static_cast<std::size_t>((value - low) * factor); },
        [&](Unit* part, std::size_t count) { add_part(part, count); });
  }
  [[nodiscard]] double sum() const noexcept { return sum_.total().value(); }

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
double sum_of_differences(const SampleData& data) {
  constexpr std::size_t one_group = 2048;
  // Memory that is written before it is read.
  const std::unique_ptr<Unit[]> ordered(new Unit[data.size()]);
  Differences<Unit> differences(data.weight);
  const auto each = [&](const auto& take) {
    for_blocks(data, 1, [&](const double* deviations, const double* weights, std::size_t size) {
      for (std::size_t i = 0; i < size; ++i) take(Unit{deviations[i], weights[i]});
    });
  };
  if (data.size() <= one_group) {
    Unit* next = ordered.get();
    each([&](const Unit& unit) { *next++ = unit; });
    differences.add(ordered.get(), data.size());
    return differences.sum();
  }
  const Groups groups(data);
  std::vector<std::uint32_t> begins(groups.count() + 2);
  by_group(
      ordered.get(), begins, each, [&](double value) { return groups.of(value); },
      [&](const Unit* units, std::size_t size) { differences.add(units, size); });
  return differences.sum();
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
