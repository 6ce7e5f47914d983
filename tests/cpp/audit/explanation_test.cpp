// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/explanation.hpp"

#include "edustat/audit/audit.hpp"

#include "tests/cpp/catalogue/refusal.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace edustat {
namespace {

std::string all_refused(std::string_view text) {
  std::string codes;
  for (const Fault& fault : faults_of([&] { (void)parse_explanations(text, "why.csv"); })) {
    codes += (codes.empty() ? "" : " ") + to_string(fault.place) + ':' +
             std::string(name_of(fault.code));
  }
  return codes;
}

TEST(Explanations, AreReadByTheirHead) {
  const std::vector<Explanation> read = parse_explanations(
      "\n说明,关系,范围,时期,说明人,日期,有效期至\n"
      "\"分母为调整后规划，见\"\"通知\"\"\",a.b,邯郸市>魏县,2016,王,2016-12-01,2017-12-31\n",
      "why.csv");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].text, "分母为调整后规划，见\"通知\"");
  EXPECT_EQ(read[0].relation, "a.b");
  EXPECT_EQ(read[0].scope, Scope::parse("邯郸市>魏县"));
  EXPECT_EQ(read[0].period, Period::parse("2016"));
  EXPECT_EQ(read[0].valid_until, "2017-12-31");
  EXPECT_EQ(read[0].place.line, 3U);
}

TEST(Explanations, RefuseQuotesThatDoNotPair) {
  EXPECT_EQ(all_refused("relation,text\na.b,\"late\na.c,early\n"), "why.csv:2:5:malformed_csv");
  EXPECT_EQ(all_refused("relation,text\na.b,\"la\"te\n"), "why.csv:2:5:malformed_csv");
}

TEST(Explanations, RefuseCharactersThatNobodySees) {
  EXPECT_EQ(all_refused("relation,text\na.b,late\u202E\n"), "why.csv:2:5:forbidden_character");
  EXPECT_EQ(all_refused("relation,text\na\u200B.b,late\n"), "why.csv:2:1:forbidden_character");
}

TEST(Explanations, ReportEveryFaultAtOnce) {
  EXPECT_EQ(all_refused("relation,text,date\n,late,2016-13-01\na.b,,2016-02-30\na.b\n"),
            "why.csv:2:1:empty_text why.csv:2:7:bad_value why.csv:3:5:empty_text "
            "why.csv:3:6:bad_value why.csv:4:1:wrong_field_count");
}

TEST(Explanations, SayOnceThatAColumnIsMissing) {
  EXPECT_EQ(all_refused("relation\na.b\na.c\n"), "why.csv:1:missing_column");
}

TEST(Audit, RefusesADayThatIsNoDay) {
  const Bulletin none({});
  const Catalogue catalogue = Catalogue::builtin("education");
  const auto audited = [&](const AuditOptions& options) {
    return refusal([&] { (void)audit(none, catalogue, options); });
  };
  EXPECT_EQ(audited({.as_of = "2016-1-1"}), ": bad_value(as_of; 2016-1-1; 2016-12-31)");
  EXPECT_EQ(audited({.as_of = "2016-02-29"}), "accepted");
  EXPECT_EQ(audited({.explanations = {{.relation = "a.b", .valid_until = "明天"}}}),
            ": bad_value(valid_until; 明天; 2016-12-31)");
}

}  // namespace
}  // namespace edustat
