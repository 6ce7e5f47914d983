// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace edustat::reconcile_detail {
namespace {

using Numbers = std::vector<std::size_t>;

/// Numbers a, b, c, … with these prints; "" is none.
struct Asked {
  Asked(std::initializer_list<const char*> prints, std::initializer_list<const char*> texts) {
    for (const char* print : prints) {
      numbers.push_back(unknowns.size());
      unknowns.emplace_back();
      unknowns.back().name = std::string(1, static_cast<char>('a' + numbers.back()));
      if (*print != '\0') unknowns.back().print = Interval::parse(print);
    }
    for (const char* text : texts) relations.emplace_back(text);
    for (const Relation& relation : relations) {
      Link link{&relation, {}, links.size()};
      for (const Reference& reference : relation.references()) {
        link.numbers.push_back(static_cast<std::size_t>(reference.item[0] - 'a'));
      }
      all.push_back(links.size());
      links.push_back(std::move(link));
    }
  }
  [[nodiscard]] Rows rows() const { return Rows(unknowns, numbers, links); }

  std::vector<Unknown> unknowns{};
  std::vector<Relation> relations{};
  std::vector<Link> links{};
  Numbers numbers{};
  Numbers all{};
};

TEST(Rows, SayWhatContradictsItself) {
  const Asked asked({"[1, 1]", "[1, 1]", "[3, 3]", "[5, 5]"}, {"c == a + b", "d >= a"});
  Rows rows = asked.rows();
  rows.hold({0, 1, 2, 3}, asked.all);
  EXPECT_EQ(rows.is_possible(), false);
  EXPECT_EQ(rows.core().prints, (std::set<std::size_t>{0, 1, 2}));
  EXPECT_EQ(rows.core().links, (std::set<std::size_t>{0}));
}

TEST(Rows, WhatIsLeftOutSaysNothing) {
  const Asked asked({"[1, 1]", "[1, 1]", "[3, 3]"}, {"c == a + b", "a <= b"});
  Rows rows = asked.rows();
  rows.hold({0, 1}, asked.all);
  EXPECT_EQ(rows.is_possible(), true);
  rows.hold({0, 1, 2}, {1});
  EXPECT_EQ(rows.is_possible(), true);
  rows.hold({0, 1, 2}, asked.all);
  EXPECT_EQ(rows.is_possible(), false);
}

TEST(Rows, OpenEndsCount) {
  const Asked asked({"[0, 6)", "[6, 7]"}, {"a >= b"});
  Rows rows = asked.rows();
  rows.hold({0, 1}, asked.all);
  EXPECT_EQ(rows.is_possible(), false);
}

TEST(Rows, DoNotSayThatNothingOfNothingIsOutOfAPrint) {
  // a == b / c with b and c at 0: any rate can be printed, an open end among them.
  Asked asked({"(1, 2)", "[0, 0]", "[0, 0]"}, {"a == b / c"});
  asked.unknowns[2].domain = Interval::at_least(Rational(0));
  Rows rows = asked.rows();
  rows.hold({0, 1, 2}, asked.all);
  EXPECT_EQ(rows.is_possible(), true);
}

TEST(Rows, LearnThatADivisorIsPositive) {
  // c could be negative for all its domain says, but c >= b >= 10.
  const Asked asked({"[2, 3]", "[10, 20]", ""}, {"a == b / c", "c >= b"});
  Rows rows = asked.rows();
  rows.hold({0, 1}, asked.all);
  EXPECT_EQ(rows.is_possible(), false);
  EXPECT_EQ(rows.core().prints, (std::set<std::size_t>{0, 1}));
  EXPECT_EQ(rows.core().links, (std::set<std::size_t>{0, 1}));
  rows.hold({0, 1}, {0});
  EXPECT_EQ(rows.is_possible(), std::nullopt);  // it may be negative: not for rows to say
}

TEST(Rows, LeaveProductsAndHalvesToOthers) {
  const Asked product({"", "", "[6, 6]"}, {"c == a * b"});
  Rows rows = product.rows();
  rows.hold({2}, product.all);
  EXPECT_EQ(rows.is_possible(), std::nullopt);
  Asked halves({"", "[7, 7]"}, {"a + a == b"});
  halves.unknowns[0].is_whole = true;
  Rows whole = halves.rows();
  whole.hold({1}, halves.all);
  EXPECT_EQ(whole.is_possible(), std::nullopt);
}

TEST(Rows, ProveTheirEnds) {
  const Asked asked({"[0, 6)", "", ""}, {"b < a", "c >= b"});
  Rows rows = asked.rows();
  rows.hold({0}, asked.all);
  const auto most = rows.extreme(1, Side::upper);
  ASSERT_TRUE(most && most->is_proven && most->value);
  EXPECT_EQ(most->value->bound(), (Interval::Bound{Rational(6), End::open}));
  const auto endless = rows.extreme(2, Side::upper);
  ASSERT_TRUE(endless && endless->is_proven);
  EXPECT_FALSE(endless->value);
}

}  // namespace
}  // namespace edustat::reconcile_detail
