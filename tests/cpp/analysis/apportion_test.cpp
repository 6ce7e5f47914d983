// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/apportion.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace edustat {
namespace {

using test::refused;
using GivenWeights = std::vector<Rational>;
using Counts = std::vector<int>;

constexpr Apportionment methods[] = {Apportionment::largest_remainder,
                                     Apportionment::quota,
                                     Apportionment::dhondt,
                                     Apportionment::sainte_lague,
                                     Apportionment::huntington_hill,
                                     Apportionment::adams,
                                     Apportionment::dean};

TEST(Apportion, EveryMethodGivesWhatIsThere) {
  const GivenWeights weights{5117, 4400, 0, Rational(1) / Rational(3), 160};
  for (const Apportionment method : methods) {
    for (const int total : {0, 1, 3, 100, 9999}) {
      const Counts counts = apportion(weights, total, method);
      EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0), total) << name_of(method);
      EXPECT_EQ(counts[2], 0) << name_of(method);
    }
  }
}

TEST(Apportion, EqualClaimsGoToTheEarlierPart) {
  for (const Apportionment method : methods) {
    EXPECT_EQ(apportion(GivenWeights{11, 11, 11}, 4, method), (Counts{2, 1, 1})) << name_of(method);
  }
}

TEST(Apportion, EqualClaimsAreRefusedOnRequest) {
  for (const Apportionment method : methods) {
    EXPECT_EQ(refused<StructureError>([&] {
                return apportion(GivenWeights{11, 11, 11}, 4, method, EqualClaims::refused);
              }),
              "parts 1, 2, 3 have equal claims, but 1 places are left: settle it, or let the "
              "earlier come first");
    EXPECT_EQ(apportion(GivenWeights{11, 11, 11}, 6, method, EqualClaims::refused),
              (Counts{2, 2, 2}));
  }
}

/// What the parts get where those come first that `order` names first.
Counts apportioned_in(const std::vector<std::size_t>& order, const GivenWeights& weights, int total,
                      Apportionment method) {
  GivenWeights ordered;
  for (const std::size_t part : order) ordered.push_back(weights[part]);
  const Counts given = apportion(ordered, total, method);
  Counts counts(weights.size());
  for (std::size_t i = 0; i < order.size(); ++i) counts[order[i]] = given[i];
  return counts;
}

bool depends_on_order(const GivenWeights& weights, int total, Apportionment method) {
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const Counts counts = apportioned_in(order, weights, total, method);
  while (std::next_permutation(order.begin(), order.end())) {
    if (apportioned_in(order, weights, total, method) != counts) return true;
  }
  return false;
}

bool is_refused(const GivenWeights& weights, int total, Apportionment method) {
  return refused<StructureError>([&] {
           return apportion(weights, total, method, EqualClaims::refused);
         }) != "nothing was refused";
}

TEST(Apportion, RefusesExactlyWhatDependsOnTheOrder) {
  int refusals = 0;
  for (const Apportionment method : methods) {
    for (const Rational first : {1, 4, 6, 9, 10}) {
      for (const Rational second : {1, 2, 3, 9}) {
        for (const Rational third : {1, 2, 4, 5}) {
          for (int total = 1; total < 12; ++total) {
            for (const GivenWeights& weights :
                 {GivenWeights{first, second, third}, GivenWeights{first, second, third, 1}}) {
              const bool is_open = depends_on_order(weights, total, method);
              ASSERT_EQ(is_refused(weights, total, method), is_open)
                  << name_of(method) << ' ' << first << ' ' << second << ' ' << third << ' '
                  << total;
              refusals += is_open ? 1 : 0;
            }
          }
        }
      }
    }
  }
  EXPECT_GT(refusals, 1000);
}

TEST(Apportion, NamesEqualClaimsThatAnotherPartOvertook) {
  // The second part gets a place before the third; then the first one, barred so far, comes again.
  EXPECT_EQ(
      refused<StructureError>([] {
        return apportion(GivenWeights{9, 1, 1}, 9, Apportionment::quota, EqualClaims::refused);
      }),
      "parts 2, 3 have equal claims, but 1 places are left: settle it, or let the earlier "
      "come first");
}

TEST(Apportion, LargestWeightsComeFirstWhereEachIsDueOne) {
  // Two places, and no divisor at 0: the largest two weights get them.
  for (const Apportionment method :
       {Apportionment::huntington_hill, Apportionment::adams, Apportionment::dean}) {
    EXPECT_EQ(apportion(GivenWeights{1, 5, 3}, 2, method), (Counts{0, 1, 1})) << name_of(method);
  }
}

TEST(Apportion, RefusesWhatHasNoProportion) {
  EXPECT_EQ(refused<StructureError>([] { return apportion(GivenWeights{}, 1); }),
            "there are no figures, at least one is expected");
  EXPECT_EQ(refused<StructureError>([] {
              return apportion(GivenWeights{0, 0}, 1);
            }),
            "the weights add up to 0, so there are no shares");
  EXPECT_EQ(refused<StructureError>([] {
              return apportion(GivenWeights{1, -2}, 1);
            }),
            "weight 2 is -2, below 0, and has no share");
  EXPECT_EQ(refused<LimitError>([] { return apportion(GivenWeights{1}, -1); }),
            "cannot divide -1 places: 0 to 1000000 are expected");
  EXPECT_EQ(refused<LimitError>([] { return apportion(GivenWeights{1}, 1'000'001); }),
            "cannot divide 1000001 places: 0 to 1000000 are expected");
}

TEST(IsWithinQuota, ComparesWithTheQuotaRoundedDownAndUp) {
  EXPECT_TRUE(is_within_quota(GivenWeights{1, 1, 2}, Counts{1, 0, 1}));
  EXPECT_FALSE(is_within_quota(GivenWeights{1, 1, 2}, Counts{0, 0, 2}));
  // A quota that is whole allows nothing else.
  EXPECT_FALSE(is_within_quota(GivenWeights{1, 1}, Counts{3, 1}));
  // Without places every quota is 0, even of weights that add up to 0.
  EXPECT_TRUE(is_within_quota(GivenWeights{0, 0}, Counts{0, 0}));
  EXPECT_FALSE(is_within_quota(GivenWeights{0, 0}, Counts{1, -1}));
  EXPECT_EQ(refused<StructureError>([] {
              return is_within_quota(GivenWeights{0, 0}, Counts{1, 0});
            }),
            "the weights add up to 0, so there are no shares");
  EXPECT_EQ(refused<StructureError>([] {
              return is_within_quota(GivenWeights{1, 1}, Counts{1});
            }),
            "2 figures stand against 1, as many are expected");
}

}  // namespace
}  // namespace edustat
