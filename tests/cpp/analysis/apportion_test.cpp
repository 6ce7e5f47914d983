// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/apportion.hpp"

#include "edustat/error/error.hpp"

#include "tests/cpp/support/refused.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace edustat {
namespace {

using test::refused;
using Weights = std::vector<Rational>;
using Counts = std::vector<int>;

constexpr Apportionment methods[] = {Apportionment::largest_remainder,
                                     Apportionment::quota,
                                     Apportionment::dhondt,
                                     Apportionment::sainte_lague,
                                     Apportionment::huntington_hill,
                                     Apportionment::adams,
                                     Apportionment::dean};

TEST(Apportion, EveryMethodGivesWhatIsThere) {
  const Weights weights{5117, 4400, 0, Rational(1) / Rational(3), 160};
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
    EXPECT_EQ(apportion(Weights{11, 11, 11}, 4, method), (Counts{2, 1, 1})) << name_of(method);
  }
}

TEST(Apportion, EqualClaimsAreRefusedOnRequest) {
  for (const Apportionment method : methods) {
    EXPECT_EQ(refused<StructureError>([&] {
                return apportion(Weights{11, 11, 11}, 4, method, EqualClaims::refused);
              }),
              "parts 1, 2, 3 have equal claims, but 1 places are left: settle it, or let the "
              "earlier come first");
    EXPECT_EQ(apportion(Weights{11, 11, 11}, 6, method, EqualClaims::refused), (Counts{2, 2, 2}));
  }
}

TEST(Apportion, LargestWeightsComeFirstWhereEachIsDueOne) {
  // Two places, and no divisor at 0: the largest two weights get them.
  for (const Apportionment method :
       {Apportionment::huntington_hill, Apportionment::adams, Apportionment::dean}) {
    EXPECT_EQ(apportion(Weights{1, 5, 3}, 2, method), (Counts{0, 1, 1})) << name_of(method);
  }
}

TEST(Apportion, RefusesWhatHasNoProportion) {
  EXPECT_EQ(refused<StructureError>([] { return apportion(Weights{}, 1); }),
            "there are no figures, at least one is expected");
  EXPECT_EQ(refused<StructureError>([] {
              return apportion(Weights{0, 0}, 1);
            }),
            "the weights add up to 0, so there are no shares");
  EXPECT_EQ(refused<StructureError>([] {
              return apportion(Weights{1, -2}, 1);
            }),
            "weight 2 is -2, below 0, and has no share");
  EXPECT_EQ(refused<LimitError>([] { return apportion(Weights{1}, -1); }),
            "cannot divide -1 places: 0 to 1000000 are expected");
  EXPECT_EQ(refused<LimitError>([] { return apportion(Weights{1}, 1'000'001); }),
            "cannot divide 1000001 places: 0 to 1000000 are expected");
}

TEST(IsWithinQuota, ComparesWithTheQuotaRoundedDownAndUp) {
  EXPECT_TRUE(is_within_quota(Weights{1, 1, 2}, Counts{1, 0, 1}));
  EXPECT_FALSE(is_within_quota(Weights{1, 1, 2}, Counts{0, 0, 2}));
  // A quota that is whole allows nothing else.
  EXPECT_FALSE(is_within_quota(Weights{1, 1}, Counts{3, 1}));
  EXPECT_EQ(refused<StructureError>([] {
              return is_within_quota(Weights{1, 1}, Counts{1});
            }),
            "2 figures stand against 1, as many are expected");
}

}  // namespace
}  // namespace edustat
