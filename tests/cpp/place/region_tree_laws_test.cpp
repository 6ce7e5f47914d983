// SPDX-License-Identifier: Apache-2.0
// Random trees against a model that looks every row up again for every question.
#include "edustat/place/region_tree.hpp"

#include "tests/cpp/place/region_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

constexpr int months = 24;

/// Provinces, cities, counties and schools; counties and schools move between months 0 and 24, and
/// open, close and merge.
class RandomRegions {
 public:
  explicit RandomRegions(std::uint32_t seed) : random_(seed) {}

  std::vector<RegionRow> make() {
    rows_.push_back({"n", "nation", "nation", ""});
    for (int i = 0; i < 2; ++i) rows_.push_back({code("p", i), "p", "province", "n"});
    for (int i = 0; i < 4; ++i) {
      rows_.push_back({code("c", i), "c", "city", code("p", below(2))});
    }
    for (int i = 0; i < 8; ++i) add_moving(code("d", i), "county", "c", 4);
    for (int i = 0; i < 20; ++i) add_leaf(code("s", i));
    std::shuffle(rows_.begin(), rows_.end(), random_);
    return rows_;
  }

 private:
  static std::string code(const char* letter, int number) {
    return letter + std::to_string(number);
  }
  int below(int bound) { return static_cast<int>(random_() % static_cast<std::uint32_t>(bound)); }

  /// Exists at all times, in one or two places.
  void add_moving(const std::string& name, const char* level, const char* parent, int parents) {
    const int moved = 1 + below(months - 1);
    RegionRow before{name, level, level, code(parent, below(parents))};
    RegionRow after{name, level, level, code(parent, below(parents))};
    before.last_month = moved - 1;
    after.first_month = moved;
    rows_.push_back(before);
    rows_.push_back(after);
  }

  /// A school may open, close and become a part of one that is always there.
  void add_leaf(const std::string& name) {
    if (below(2) == 0) return add_moving(name, "school", "d", 8);
    RegionRow row{name, "school", "school", code("d", below(8))};
    if (below(2) == 0) row.first_month = below(months / 2);
    if (below(2) == 0) row.last_month = months / 2 + below(months / 2);
    if (row.last_month && below(2) == 0) {
      const std::string other = "t" + name;
      rows_.push_back({other, "school", "school", code("d", below(8))});
      row.successor = other;
    }
    rows_.push_back(row);
  }

  std::mt19937 random_;
  std::vector<RegionRow> rows_;
};

/// The same questions, answered from the rows alone.
struct Model {
  std::vector<RegionRow> rows;

  [[nodiscard]] const RegionRow* row(const std::string& code, int month) const {
    for (const RegionRow& row : rows) {
      if (row.code == code && row.first_month.value_or(-1) <= month &&
          month <= row.last_month.value_or(months)) {
        return &row;
      }
    }
    return nullptr;
  }
  [[nodiscard]] std::set<std::string> codes() const {
    std::set<std::string> all;
    for (const RegionRow& row : rows) all.insert(row.code);
    return all;
  }
  [[nodiscard]] std::vector<std::string> line(const std::string& code, int month) const {
    std::vector<std::string> up;
    for (const RegionRow* it = row(code, month); it != nullptr; it = row(it->parent, month)) {
      up.push_back(it->code);
    }
    return up;
  }
  [[nodiscard]] bool contains(const std::string& whole, const std::string& part, int month) const {
    const std::vector<std::string> up = line(part, month);
    return std::find(up.begin(), up.end(), whole) != up.end();
  }
  [[nodiscard]] bool is_leaf(const std::string& code, int month) const {
    return row(code, month) != nullptr &&
           std::none_of(rows.begin(), rows.end(), [&](const RegionRow& other) {
             return other.parent == code && other.first_month.value_or(-1) <= month &&
                    month <= other.last_month.value_or(months);
           });
  }
  [[nodiscard]] std::optional<std::string> successor(const std::string& code) const {
    for (const RegionRow& row : rows) {
      if (row.code == code && !row.successor.empty()) return row.successor;
    }
    return std::nullopt;
  }
  [[nodiscard]] bool same_boundary(const std::string& code, int before, int after) const {
    if (row(code, before) == nullptr || row(code, after) == nullptr) return false;
    for (const std::string& leaf : codes()) {
      if (row(leaf, before) == nullptr) continue;
      if (!is_leaf(leaf, before) && !is_leaf(leaf, after)) continue;
      std::string then = leaf;
      if (row(leaf, after) == nullptr) {
        if (!successor(leaf)) continue;
        then = *successor(leaf);
      }
      if (contains(code, leaf, before) != contains(code, then, after)) return false;
    }
    return true;
  }
};

class RegionTreeLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(RegionTreeLaws, AgreeWithTheRowsInEveryMonth) {
  const Model model{RandomRegions(GetParam()).make()};
  const RegionTree tree(model.rows);
  ASSERT_EQ(tree.size(), model.codes().size());
  for (int month = -1; month <= months; ++month) {
    const std::size_t edition = tree.edition_at(month);
    const auto counts = tree.leaf_counts(edition);
    const auto cities = tree.ancestors_at(edition, tree.level_number("city"));
    std::vector<std::string> leaf_codes;
    for (const std::string& code : model.codes()) {
      if (model.is_leaf(code, month)) leaf_codes.push_back(code);
    }
    for (const std::string& code : model.codes()) {
      const RegionNumber number = tree.number(code);
      const RegionRow* row = model.row(code, month);
      const std::int32_t parent = tree.parents(edition)[number];
      ASSERT_EQ(parent == RegionTree::absent, row == nullptr) << code << ' ' << month;
      if (row == nullptr) continue;
      ASSERT_EQ(parent < 0 ? "" : tree.region(static_cast<RegionNumber>(parent)).code, row->parent);
      const auto leaves = static_cast<std::uint32_t>(std::count_if(
          leaf_codes.begin(), leaf_codes.end(),
          [&](const std::string& other) { return model.contains(code, other, month); }));
      ASSERT_EQ(counts[number], leaves) << code << ' ' << month;
      ASSERT_EQ(tree.leaves(number, edition).size(), leaves);
      std::string city;
      for (const std::string& above : model.line(code, month)) {
        if (above.front() == 'c') city = above;
      }
      const std::int32_t found = cities[number];
      ASSERT_EQ(found < 0 ? "" : tree.region(static_cast<RegionNumber>(found)).code, city);
    }
  }
}

TEST_P(RegionTreeLaws, HaveTheFewestEditions) {
  const RegionTree tree(RandomRegions(GetParam()).make());
  int next = RegionTree::from_ever;
  for (std::size_t e = 0; e < tree.edition_count(); ++e) {
    ASSERT_EQ(tree.editions()[e].first_month, next);
    next = tree.editions()[e].last_month + (e + 1 < tree.edition_count() ? 1 : 0);
    if (e == 0) continue;
    const auto left = tree.parents(e - 1);
    const auto right = tree.parents(e);
    ASSERT_EQ(std::equal(left.begin(), left.end(), right.begin()), false);
  }
  ASSERT_EQ(next, RegionTree::for_ever);
}

TEST_P(RegionTreeLaws, AgreeOnBoundaries) {
  const Model model{RandomRegions(GetParam()).make()};
  const RegionTree tree(model.rows);
  for (const auto& [before, after] : {std::pair(-1, months), std::pair(6, 18), std::pair(11, 12)}) {
    const auto same = tree.same_boundaries(tree.edition_at(after), tree.edition_at(before));
    for (const std::string& code : model.codes()) {
      const bool expected = model.same_boundary(code, before, after);
      ASSERT_EQ(same[tree.number(code)] != 0, expected) << code << ' ' << before << ' ' << after;
    }
  }
}

/// Whatever was due in a month is due on every basis, below the region that stands there then.
TEST_P(RegionTreeLaws, LoseNothingOnAComparableBasis) {
  const RegionTree tree(RandomRegions(GetParam()).make());
  for (const int basis_month : {-1, 5, 12, months}) {
    const RegionTree basis = tree.on_basis_of(basis_month);
    const std::size_t then = tree.edition_at(basis_month);
    for (std::size_t e = 0; e < tree.edition_count(); ++e) {
      const int month = tree.editions()[e].last_month;
      const std::size_t edition = basis.edition_at(month);
      ASSERT_EQ(basis.leaf_counts(edition)[basis.number("n")],
                tree.leaf_counts(e)[tree.number("n")]);
      const auto same = basis.same_boundaries(0, edition);
      for (RegionNumber r = 0; r < basis.size(); ++r) {
        const bool is_in_both = basis.parents(0)[r] != RegionTree::absent &&
                                basis.parents(edition)[r] != RegionTree::absent;
        ASSERT_EQ(same[r] != 0, is_in_both);
      }
    }
    for (RegionNumber r = 0; r < tree.size(); ++r) {
      const std::int32_t parent = tree.parents(then)[r];
      if (parent < 0) continue;
      const std::size_t edition = basis.edition_at(basis_month);
      const std::int32_t placed = basis.parents(edition)[basis.number(tree.region(r).code)];
      ASSERT_EQ(basis.region(static_cast<RegionNumber>(placed)).code,
                tree.region(static_cast<RegionNumber>(parent)).code);
    }
  }
}

TEST_P(RegionTreeLaws, DoNotDependOnTheOrderOfRows) {
  const std::vector<RegionRow> rows = RandomRegions(GetParam()).make();
  std::vector<RegionRow> sorted = rows;
  std::sort(sorted.begin(), sorted.end(), [](const RegionRow& left, const RegionRow& right) {
    return std::pair(left.code, left.first_month) < std::pair(right.code, right.first_month);
  });
  const RegionTree one(rows);
  const RegionTree two(sorted);
  ASSERT_EQ(one.edition_count(), two.edition_count());
  for (std::size_t e = 0; e < one.edition_count(); ++e) {
    const auto counts = one.leaf_counts(e);
    const auto others = two.leaf_counts(e);
    for (RegionNumber r = 0; r < one.size(); ++r) {
      ASSERT_EQ(counts[r], others[two.number(one.region(r).code)]);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RegionTreeLaws, testing::Range(1U, 31U));

TEST(RegionTreeSize, OfHalfAMillionSchoolsIsNoQuadraticWork) {
  std::vector<RegionRow> rows{{"n", "nation", "nation", ""}};
  for (int i = 0; i < 30; ++i) {
    rows.push_back({"p" + std::to_string(i), "p", "province", "n"});
  }
  for (int i = 0; i < 3'000; ++i) {
    rows.push_back({"c" + std::to_string(i), "c", "county", "p" + std::to_string(i % 30)});
  }
  for (int i = 0; i < 500'000; ++i) {
    rows.push_back({"s" + std::to_string(i), "school", "school", "c" + std::to_string(i % 3'000)});
    if (i % 7 == 0) rows.back().first_month = i % 12;
  }
  const auto begin = std::chrono::steady_clock::now();
  const RegionTree tree(std::move(rows));
  const auto seconds = std::chrono::steady_clock::now() - begin;
  EXPECT_EQ(tree.edition_count(), 13U);
  EXPECT_EQ(tree.leaf_counts(12)[0], 500'000U);
  RecordProperty(
      "milliseconds",
      static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(seconds).count()));
}

}  // namespace
}  // namespace edustat
