// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/totals.hpp"
#include "edustat/place/region_tree.hpp"

#include "panel/layout.hpp"
#include "panel/totals_builder.hpp"
#include "panel/totals_data.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {

/// Totals cell by cell, for tests that do not read a table.
class BuiltTotals {
 public:
  BuiltTotals(const RegionTree& tree, std::vector<Period> periods, std::vector<Series> series,
              const std::vector<std::string>& levels = {},
              const std::vector<std::string>& groups = {})
      : base_(tree, std::make_shared<detail::Layout>(tree, levels, groups, "")),
        periods_(periods),
        series_(series),
        builder_(base_, std::move(periods), std::move(series)) {}

  [[nodiscard]] std::size_t rows() const { return base_.layout->rows().size(); }

  /// A known value, whole numbers of the last place.
  BuiltTotals& put(std::string_view period, std::string_view measure, std::string_view code,
                   detail::int128 value, CellStatus status = CellStatus::complete) {
    for (std::size_t i = 0; i < series_.size(); ++i) {
      if (series_[i].name() == measure || series_[i].measure == measure) {
        put(number(period), i, base_.layout->row(code), value, status);
      }
    }
    return *this;
  }
  void put(std::size_t period, std::size_t series, std::size_t row, detail::int128 value,
           CellStatus status) {
    builder_.put(period, series, row, {value, {}, status});
  }

  [[nodiscard]] Totals build() && { return Totals(std::move(builder_).build()); }

 private:
  [[nodiscard]] std::size_t number(std::string_view period) const {
    const Period wanted = Period::parse(period);
    std::size_t i = 0;
    while (periods_[i] != wanted) ++i;
    return i;
  }

  Totals::Data base_;
  std::vector<Period> periods_;
  std::vector<Series> series_;
  detail::TotalsBuilder builder_;
};

/// `2016-01`, `2016-02` and so on.
inline std::vector<Period> periods_of(std::initializer_list<std::string_view> texts) {
  std::vector<Period> periods;
  for (const std::string_view text : texts) periods.push_back(Period::parse(text));
  return periods;
}

/// One province of two cities with two counties each; county 130203 moves from city 1302 to 1303
/// with the year 2017.
inline RegionTree moving_tree() {
  const int january = Period::parse("2017-01").first_month();
  std::vector<RegionRow> rows{
      {"13", "P", "province", ""},        {"1302", "A", "city", "13"},
      {"1303", "B", "city", "13"},        {"130201", "a1", "county", "1302"},
      {"130202", "a2", "county", "1302"}, {"130301", "b1", "county", "1303"},
      {"130302", "b2", "county", "1303"}};
  RegionRow before{"130203", "m", "county", "1302"};
  before.last_month = january - 1;
  RegionRow after{"130203", "m", "county", "1303"};
  after.first_month = january;
  rows.push_back(before);
  rows.push_back(after);
  return RegionTree(rows);
}

/// The same without the county that moves.
inline RegionTree still_tree() {
  return RegionTree({{"13", "P", "province", ""},
                     {"1302", "A", "city", "13"},
                     {"1303", "B", "city", "13"},
                     {"130201", "a1", "county", "1302"},
                     {"130202", "a2", "county", "1302"},
                     {"130301", "b1", "county", "1303"},
                     {"130302", "b2", "county", "1303"}});
}

}  // namespace edustat
