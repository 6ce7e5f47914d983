// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/rank.hpp"

#include "edustat/number/decimal.hpp"

#include "number/int128.hpp"
#include "panel/block_leaves.hpp"
#include "panel/crew.hpp"
#include "panel/indicators_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <variant>

namespace edustat {
namespace {

using detail::int128;
using Rows = std::vector<std::uint32_t>;

/// A whole number in 64 bits over another, above 0.
struct SmallFraction {
  std::int64_t top;
  std::int64_t bottom;
  double nearly;  ///< within 2^-51 of the fraction

  friend std::strong_ordering operator<=>(const SmallFraction& left, const SmallFraction& right) {
    constexpr double margin = 0x1p-50;
    const double difference = left.nearly - right.nearly;
    const double most = std::max(std::abs(left.nearly), std::abs(right.nearly)) * margin;
    if (difference > most) return std::strong_ordering::greater;
    if (difference < -most) return std::strong_ordering::less;
    return int128{left.top} * right.bottom <=> int128{right.top} * left.bottom;
  }
  friend bool operator==(const SmallFraction& left, const SmallFraction& right) {
    return (left <=> right) == 0;
  }
};

/// The values of one column in one period, in the narrowest form that holds them all; only rows
/// with a value are asked for.
class RankedValues {
 public:
  RankedValues(const Indicators& indicators, std::size_t column, std::size_t period,
               RankOptions::By by, std::span<const std::uint32_t> rows)
      : indicators_(indicators), data_(indicators.data()), column_(column), period_(period) {
    if (by == RankOptions::By::rounded) {
      read_rounded(rows);
    } else {
      read_exact(rows);
    }
  }

  /// Calls body with the values by row.
  template <typename Body>
  void visit(const Body& body) const {
    if (!fractions_.empty()) return body(fractions_);
    if (!numbers_.empty()) return body(numbers_);
    body(wholes_);
  }

 private:
  void read_rounded(std::span<const std::uint32_t> rows) {
    if (!data_.has_beyond[column_]) {
      wholes_ = indicators_.values(period_, column_);
      return;
    }
    numbers_.resize(size());
    for (const std::uint32_t row : rows) {
      numbers_[row] = indicators_.rounded(period_, column_, row)->value();
    }
  }

  void read_exact(std::span<const std::uint32_t> rows) {
    const detail::FormulaColumn& formula = data_.formulas[column_];
    detail::BlockLeaves leaves(data_.boundaries, data_.leaves, data_.partial);
    leaves.move_to({period_, 0, size()}, formula.formula().leaves);
    detail::BlockMemory memory;
    if (formula.small_fractions(leaves, memory)) return take(memory, rows);
    numbers_.resize(size());
    for (const std::uint32_t row : rows) {
      if (auto value = formula.exact(leaves, row)) {
        numbers_[row] = *std::move(value);
        continue;
      }
      const Observation read = indicators_.at(period_, column_, row);
      numbers_[row] = std::get<Quantity>(read).base_value();
    }
  }

  void take(const detail::BlockMemory& memory, std::span<const std::uint32_t> rows) {
    fractions_.resize(size());
    for (const std::uint32_t row : rows) {
      const std::int64_t sign = memory.bottom[row] < 0 ? -1 : 1;
      const std::int64_t top = memory.top[row] * sign;
      const std::int64_t bottom = memory.bottom[row] * sign;
      fractions_[row] = {top, bottom, static_cast<double>(top) / static_cast<double>(bottom)};
    }
  }

  [[nodiscard]] std::size_t size() const { return data_.totals().rows().size(); }

  const Indicators& indicators_;
  const Indicators::Data& data_;
  std::size_t column_;
  std::size_t period_;
  std::vector<SmallFraction> fractions_{};
  std::vector<Rational> numbers_{};
  std::span<const std::int64_t> wholes_{};
};

/// Rows of regions, those that are ranked together side by side: level, then what is above.
struct Groups {
  Rows rows{};
  Rows group{};  ///< number of the group, by place in `rows`
};

Groups groups_of(const Totals& totals, std::span<const std::int32_t> parents,
                 RankOptions::Among among) {
  const auto rows = totals.rows();
  std::vector<std::pair<std::pair<std::size_t, std::int32_t>, std::uint32_t>> keyed;
  std::size_t level = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (row != 0 && rows[row].level != rows[row - 1].level) ++level;
    if (rows[row].kind != Totals::Row::Kind::region) continue;
    const std::int32_t above = among == RankOptions::Among::parent ? parents[row] : 0;
    keyed.push_back({{level, above}, static_cast<std::uint32_t>(row)});
  }
  std::sort(keyed.begin(), keyed.end());
  Groups result;
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    if (i != 0 && keyed[i].first != keyed[i - 1].first) ++group;
    result.rows.push_back(keyed[i].second);
    result.group.push_back(group);
  }
  return result;
}

/// Those that have a value.
Groups known_of(const Groups& all, std::span<const CellStatus> statuses) {
  Groups result{Rows(all.rows.size()), Rows(all.rows.size())};
  std::size_t count = 0;
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    const CellStatus status = statuses[all.rows[i]];
    const bool is_known = status == CellStatus::complete || status == CellStatus::partial;
    result.rows[count] = all.rows[i];
    result.group[count] = all.group[i];
    count += static_cast<std::size_t>(is_known);
  }
  result.rows.resize(count);
  result.group.resize(count);
  return result;
}

/// Ranks rows that are already in order.
template <typename Values>
void give_ranks(std::span<const std::uint32_t> order, const Values& values, RankOptions::Ties ties,
                std::vector<std::uint32_t>& ranks) {
  std::uint32_t distinct = 0;
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    ++distinct;
    const std::size_t rank = ties == RankOptions::Ties::lowest    ? first + 1
                             : ties == RankOptions::Ties::highest ? last
                                                                  : distinct;
    for (; first < last; ++first) ranks[order[first]] = static_cast<std::uint32_t>(rank);
  }
}

/// Most rows that are ranked by counting: each is compared with each, without a branch.
constexpr std::size_t most_counted = 32;

/// Ranks a few whole numbers as they lie; equal ones share a rank.
void count_ranks(std::span<const std::uint32_t> group, std::span<const std::int64_t> values,
                 const RankOptions& options, std::vector<std::uint32_t>& ranks) {
  // The complement of a whole number turns the order around.
  const std::int64_t turn = options.order == RankOptions::Order::highest_first ? 0 : -1;
  std::array<std::int64_t, most_counted> own;
  for (std::size_t i = 0; i < group.size(); ++i) own[i] = values[group[i]] ^ turn;
  const bool counts_equal = options.ties == RankOptions::Ties::highest;
  for (std::size_t i = 0; i < group.size(); ++i) {
    std::uint32_t above = 0;
    std::uint32_t equal = 0;
    for (std::size_t k = 0; k < group.size(); ++k) {
      above += static_cast<std::uint32_t>(own[k] > own[i]);
      equal += static_cast<std::uint32_t>(own[k] == own[i]);
    }
    ranks[group[i]] = above + (counts_equal ? equal : 1);
  }
}

/// Ranks by putting the rows in order.
template <typename Values>
void sort_ranks(std::span<std::uint32_t> group, const Values& values, const RankOptions& options,
                std::vector<std::uint32_t>& ranks) {
  const bool is_descending = options.order == RankOptions::Order::highest_first;
  std::sort(group.begin(), group.end(), [&](std::uint32_t left, std::uint32_t right) {
    return is_descending ? values[left] > values[right] : values[left] < values[right];
  });
  give_ranks(group, values, options.ties, ranks);
}

std::vector<std::uint32_t> rank_period(const Indicators& indicators, std::size_t column,
                                       std::size_t period, const RankOptions& options,
                                       const Groups& groups) {
  Groups ranked = known_of(groups, indicators.statuses(period, column));
  std::vector<std::uint32_t> ranks(indicators.totals().rows().size());
  if (ranked.rows.empty()) return ranks;
  const bool is_countable = options.ties != RankOptions::Ties::dense;
  const RankedValues all(indicators, column, period, options.by, ranked.rows);
  all.visit([&](const auto& values) {
    constexpr bool are_whole =
        std::is_same_v<std::decay_t<decltype(values)>, std::span<const std::int64_t>>;
    for (std::size_t first = 0; first < ranked.rows.size();) {
      std::size_t last = first;
      while (last < ranked.rows.size() && ranked.group[last] == ranked.group[first]) ++last;
      const std::span<std::uint32_t> group = std::span(ranked.rows).subspan(first, last - first);
      first = last;
      if constexpr (are_whole) {
        if (is_countable && group.size() <= most_counted) {
          count_ranks(group, values, options, ranks);
          continue;
        }
      }
      sort_ranks(group, values, options, ranks);
    }
  });
  return ranks;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> rank(const Indicators& indicators, std::size_t column,
                                             const RankOptions& options) {
  const Totals& totals = indicators.totals();
  const std::size_t periods = totals.periods().size();
  // Periods of one edition of the tree have one list of parents, and so the same groups.
  std::map<const std::int32_t*, Groups> groups;
  for (std::size_t period = 0; period < periods; ++period) {
    const auto parents = totals.parents(period);
    const auto [found, is_new] = groups.try_emplace(parents.data());
    if (is_new) found->second = groups_of(totals, parents, options.among);
  }
  std::vector<std::vector<std::uint32_t>> ranks(periods);
  detail::Crew crew(options.work, periods);
  crew.run_pieces(periods, [&](std::size_t period, unsigned) {
    const Groups& of_period = groups.at(totals.parents(period).data());
    ranks[period] = rank_period(indicators, column, period, options, of_period);
  });
  return ranks;
}

std::string_view name_of(RankOptions::Order order) noexcept {
  constexpr std::array<std::string_view, 2> names{"highest_first", "lowest_first"};
  return names[static_cast<std::size_t>(order)];
}

std::string_view name_of(RankOptions::Ties ties) noexcept {
  constexpr std::array<std::string_view, 3> names{"lowest", "highest", "dense"};
  return names[static_cast<std::size_t>(ties)];
}

std::string_view name_of(RankOptions::By by) noexcept {
  constexpr std::array<std::string_view, 2> names{"exact", "rounded"};
  return names[static_cast<std::size_t>(by)];
}

std::string_view name_of(RankOptions::Among among) noexcept {
  constexpr std::array<std::string_view, 2> names{"parent", "level"};
  return names[static_cast<std::size_t>(among)];
}

}  // namespace edustat
