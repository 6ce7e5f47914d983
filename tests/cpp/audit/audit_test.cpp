// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/audit.hpp"

#include "edustat/bulletin/evaluation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace edustat {
namespace {

Bulletin bulletin_of(std::string_view rows) {
  return Bulletin::parse_csv("item,category,scope,period,figure,precision\n" + std::string(rows),
                             "facts.csv", {});
}

Catalogue education() {
  return Catalogue::builtin("education");
}

std::size_t count(const Audit& audit, Verdict verdict) {
  return static_cast<std::size_t>(
      std::count_if(audit.findings.begin(), audit.findings.end(),
                    [&](const Finding& one) { return one.verdict() == verdict; }));
}

const Finding* find(const Audit& audit, Finding::Kind kind) {
  const auto found = std::find_if(audit.findings.begin(), audit.findings.end(),
                                  [&](const Finding& one) { return one.subject().kind == kind; });
  return found == audit.findings.end() ? nullptr : &*found;
}

TEST(Audit, JudgesAnIndicatorAgainstItsFormula) {
  const Bulletin bulletin = bulletin_of(
      "school_improvement.planned_area,,邯郸市,2016-11,176.4万平方米,\n"
      "school_improvement.started_area,,邯郸市,2016-11,112万平方米,\n"
      "school_improvement.start_rate,,邯郸市,2016-11,63.82%,\n");
  const Audit result = audit(bulletin, education());
  EXPECT_EQ(result.verdict(), Verdict::impossible);
  const Finding* finding = find(result, Finding::Kind::indicator);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict(), Verdict::impossible);
  EXPECT_EQ(finding->subject().rule, "school_improvement.start_rate");
  EXPECT_EQ(audit(bulletin, education(), {.precision = Precision::truncated}).verdict(),
            Verdict::consistent);
}

TEST(Audit, ARelationThatNamesACodeIsNotReadForOthers) {
  const Catalogue catalogue = Catalogue::parse(
      "format = 1\nid = \"t\"\nedition = \"1\"\nlabel = { zh = \"试\", en = \"test\" }\n"
      "source = \"test\"\n[dimension.kind]\nlabel = { zh = \"类别\", en = \"kind\" }\n"
      "rule = \"subset\"\n[dimension.kind.code.one]\nlabel = { zh = \"一类\", en = \"one\" }\n"
      "[dimension.kind.code.two]\nlabel = { zh = \"二类\", en = \"two\" }\n"
      "[measure.x]\nlabel = { zh = \"数\", en = \"x\" }\nunit = \"人次\"\nregions = \"sum\"\n"
      "time = \"flow\"\ndimensions = [\"kind\"]\nsource = \"test\"\n"
      "[relation.most]\nstatement = \"x[kind=one] * 2 >= x\"\nseverity = \"hard\"\n"
      "label = { zh = \"过半\", en = \"most\" }\nsource = \"test\"\n",
      "t.toml");
  const Audit result = audit(bulletin_of("x,,市,2016,9人次,\nx,kind=one,市,2016,7人次,\n"
                                         "x,kind=two,市,2016,15人次,\n"),
                             catalogue);
  EXPECT_EQ(std::count_if(result.findings.begin(), result.findings.end(),
                          [](const Finding& one) { return one.subject().rule == "t.most"; }),
            1);
}

TEST(Audit, JudgesAGroupAgainstTheWhole) {
  const Audit result =
      audit(bulletin_of("student_loans.borrowers,,邯郸市,2016,8021人,\n"
                        "student_loans.borrowers,,邯郸市>7个扶贫县,2016,12993人,\n"),
            education());
  const Finding* finding = find(result, Finding::Kind::region);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict(), Verdict::impossible);
}

TEST(Audit, AddsAGroupAndTheRest) {
  const Audit result = audit(bulletin_of("student_loans.borrowers,,邯郸市,2016,100人,\n"
                                         "student_loans.borrowers,,邯郸市>7个扶贫县,2016,60人,\n"
                                         "student_loans.borrowers,,邯郸市>!7个扶贫县,2016,41人,\n"),
                             education());
  const Finding* finding = find(result, Finding::Kind::complement);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict(), Verdict::impossible);
  EXPECT_EQ(count(result, Verdict::consistent), 2U);
}

TEST(Audit, AddsCategoriesOnlyWhenAllArePrinted) {
  const Audit result = audit(
      bulletin_of("vocational_training.trained,,邯郸市,2016,100人次,\n"
                  "vocational_training.trained,training_kind=disabled,邯郸市,2016,60人次,\n"
                  "vocational_training.trained,training_kind=new_farmers,邯郸市,2016,50人次,\n"),
      education());
  const Finding* finding = find(result, Finding::Kind::partition);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->relation().comparison(), Comparison::at_most);
  EXPECT_EQ(finding->verdict(), Verdict::impossible);
  EXPECT_EQ(finding->notes().back().code, Note::Code::absent_parts);
}

TEST(Audit, JudgesASubsetAgainstItsWhole) {
  const Audit result =
      audit(bulletin_of("fee_exemption.exempt_senior_high,,邯郸市,2016,2999名,\n"
                        "fee_exemption.exempt_senior_high_disabled,,邯郸市,2016,71名,\n"),
            education());
  const Finding* finding = find(result, Finding::Kind::subset);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict(), Verdict::consistent);
}

TEST(Audit, ComparesRestatements) {
  const Audit result = audit(bulletin_of("student_aid.aid_funds,,,,310万元,\n"
                                         "student_aid.aid_funds,,,,310.6万元,\n"),
                             education());
  const Finding* finding = find(result, Finding::Kind::restatement);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->verdict(), Verdict::impossible);
}

TEST(Audit, TakesAStandardAsExact) {
  const Bulletin bulletin = bulletin_of(
      "student_aid.new_undergraduate_standard,,,,4000元,\n"
      "student_aid.new_undergraduates_aided,,,,410人,\n"
      "student_aid.new_undergraduate_funds,,,,1640001元,exact\n");
  EXPECT_EQ(audit(bulletin, education()).verdict(), Verdict::impossible);
}

TEST(Audit, HonoursThePrecisionThatAFactDeclares) {
  const Bulletin bulletin = bulletin_of(
      "school_improvement.planned_area,,,,176.4万平方米,truncated\n"
      "school_improvement.started_area,,,,112万平方米,truncated\n"
      "school_improvement.start_rate,,,,63.82%,truncated\n");
  EXPECT_EQ(audit(bulletin, education()).verdict(), Verdict::consistent);
}

TEST(Audit, ListsMaskedAndUnrelatedFacts) {
  const Audit result = audit(bulletin_of("school_improvement.books,,邯郸市,,6xx万册,\n"
                                         "school_improvement.books,,邯郸市>7个扶贫县,,387.5万册,\n"
                                         "student_aid.aid_funds,,邯郸市,,2.7亿元,\n"),
                             education());
  EXPECT_EQ(result.masked, (std::vector<std::size_t>{0}));
  EXPECT_EQ(result.unrelated, (std::vector<std::size_t>{2}));
  EXPECT_EQ(result.verdict(), Verdict::cannot_tell);
}

TEST(Audit, ReportsUnknownItemsWithTheirLines) {
  try {
    (void)audit(bulletin_of("school_improvement.no_such,,,,1人,\nnothing,,,,2人,\n"), education());
    FAIL() << "accepted";
  } catch (const CodeError& error) {
    ASSERT_EQ(error.faults().size(), 2U);
    EXPECT_EQ(error.faults()[0].place.line, 2U);
    EXPECT_EQ(error.faults()[1].place.line, 3U);
  }
}

TEST(Audit, RefusesAFigureOfAnotherDimension) {
  EXPECT_THROW(
      (void)audit(bulletin_of("school_improvement.planned_area,,,,176.4万元,\n"), education()),
      UnitError);
}

TEST(Audit, GivesABareNumberTheUnitOfItsItem) {
  const Bulletin bulletin = bulletin_of(
      "school_improvement.planned_area,,,,91.8万,\n"
      "school_improvement.started_area,,,,57.3万,\n"
      "school_improvement.start_rate,,,,62.43,\n");
  const Audit result = audit(bulletin, education());
  EXPECT_EQ(result.verdict(), Verdict::consistent);
  EXPECT_EQ(find(result, Finding::Kind::indicator)->notes().front().code, Note::Code::bare_number);
}

TEST(Evaluation, ComputesEveryIndicatorThatTheFactsAllow) {
  const Bulletin bulletin = bulletin_of(
      "school_improvement.planned_area,,邯郸市,2016-11,176.4万平方米,\n"
      "school_improvement.started_area,,邯郸市,2016-11,112万平方米,\n"
      "school_improvement.start_rate,,邯郸市,2016-11,63.82%,\n");
  const std::vector<Computed> computed = evaluate(bulletin, education());
  ASSERT_EQ(computed.size(), 1U);
  EXPECT_EQ(computed[0].indicator, "school_improvement.start_rate");
  EXPECT_EQ(std::get<Quantity>(computed[0].value).base_value(), Rational::parse("40/63"));
  EXPECT_EQ(computed[0].rounded->to_string(), "63.49");
  EXPECT_EQ(computed[0].printed->text(), "63.82%");
  ASSERT_EQ(computed[0].inputs.size(), 2U);
  EXPECT_EQ(computed[0].inputs[0].text, "112万平方米");
}

TEST(Evaluation, LeavesAMaskedInputWithoutValue) {
  const std::vector<Computed> computed =
      evaluate(bulletin_of("school_improvement.planned_area,,,,1xx万平方米,\nschool_improvement."
                           "started_area,,,,57.3万平方米,\n"),
               education());
  ASSERT_EQ(computed.size(), 1U);
  EXPECT_EQ(std::get<Gap>(computed[0].value), Gap::suppressed);
  EXPECT_EQ(computed[0].rounded.has_value(), false);
}

}  // namespace
}  // namespace edustat
