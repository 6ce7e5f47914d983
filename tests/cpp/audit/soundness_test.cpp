// SPDX-License-Identifier: Apache-2.0
// Random true data, printed by each rule, is never called impossible.
#include "edustat/audit/audit.hpp"

#include "tests/cpp/support/runs.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

/// Prints true values as a bureau does, with whole-number arithmetic of its own.
class Press {
 public:
  Press(std::mt19937_64& random, Precision rule) : random_(random), rule_(rule) {}

  /// `176.4万平方米`, with a scale word and places chosen at random.
  std::string measured(const Rational& value, const char* unit) {
    static constexpr std::array<std::pair<const char*, int>, 3> scales{
        {{"", 0}, {"万", 4}, {"亿", 8}}};
    const auto& [word, power] = scales[random_() % scales.size()];
    const int places = static_cast<int>(random_() % 5);
    return digits(value / Rational::power_of_ten(power), places) + word + unit;
  }
  /// `12993人`, or `1.3万人`.
  std::string counted(const Rational& value, const char* unit) {
    return random_() % 3 == 0 ? measured(value, unit) : value.to_string() + unit;
  }
  /// `63.82%`
  std::string rate(const Rational& value) {
    return digits(value * 100, static_cast<int>(random_() % 4)) + "%";
  }

 private:
  std::string digits(const Rational& value, int places) {
    const Rational scaled = value * Rational::power_of_ten(places);
    const Rational cut = scaled.floor();
    const Rational rest = scaled - cut;
    const Rational half = Rational(1) / 2;
    const bool is_odd = !(cut / 2).is_integer();
    const bool tie_up = rule_ == Precision::half_up || (rule_ == Precision::half_even && is_odd) ||
                        (rule_ == Precision::nearest && random_() % 2 == 0);
    const bool up = rule_ != Precision::truncated && (rest > half || (rest == half && tie_up));
    std::string text = (up ? cut + 1 : cut).to_string();
    if (places == 0) return text;
    const auto size = static_cast<std::size_t>(places);
    if (text.size() <= size) text.insert(0, size + 1 - text.size(), '0');
    return text.insert(text.size() - size, ".");
  }

  std::mt19937_64& random_;
  Precision rule_;
};

class TrueBulletin {
 public:
  TrueBulletin(std::mt19937_64& random, Precision rule) : random_(random), press_(random, rule) {}

  Bulletin print() {
    const Rational planned = area(1);
    const Rational started = part_of(planned);
    const Rational completed = part_of(started);
    add_construction(whole, planned, started, completed);
    const Rational group_started = part_of(started);
    const Rational group_planned = group_started + part_of(planned - started);
    add_construction(group, group_planned, group_started, part_of(min(completed, group_started)));
    add_training();
    add_loans();
    add_aid();
    return Bulletin(std::move(facts_));
  }

 private:
  static constexpr const char* whole = "邯郸市";
  static constexpr const char* group = "邯郸市>7个扶贫县";

  Rational area(unsigned least) { return Rational(least + random_() % 300'000'000) / 100; }
  Rational part_of(const Rational& value) {
    return (value * Rational(random_() % 1001) / 1000 * 100).floor() / 100;
  }
  Rational count_of(const Rational& value) { return part_of(value).floor(); }
  static Rational min(const Rational& left, const Rational& right) {
    return left < right ? left : right;
  }

  void add(const char* item, const char* scope, std::string figure,
           std::vector<Reference::Category> categories = {}) {
    facts_.push_back({.item = item,
                      .categories = std::move(categories),
                      .scope = Scope::parse(scope),
                      .figure = Figure(figure)});
  }

  void add_construction(const char* scope, const Rational& planned, const Rational& started,
                        const Rational& completed) {
    add("school_improvement.planned_area", scope, press_.measured(planned, "平方米"));
    add("school_improvement.started_area", scope, press_.measured(started, "平方米"));
    add("school_improvement.completed_area", scope, press_.measured(completed, "平方米"));
    if (random_() % 4 == 0)
      add("school_improvement.started_area", scope, press_.measured(started, "平方米"));
    if (planned.is_zero()) return;
    add("school_improvement.start_rate", scope, press_.rate(started / planned));
    add("school_improvement.completion_rate", scope, press_.rate(completed / planned));
    if (started.is_zero()) return;
    add("school_improvement.completion_rate_of_started", scope, press_.rate(completed / started));
  }

  void add_training() {
    static constexpr std::array kinds{"migrant_entrepreneurship",
                                      "new_farmers",
                                      "labour_transfer",
                                      "practical_skills",
                                      "disabled",
                                      "sme_employees",
                                      "graduate_reemployment",
                                      "migrant_certificates"};
    Rational total;
    Rational group_total;
    for (const char* kind : kinds) {
      const Rational heads(random_() % 20'000);
      const Rational group_heads = count_of(heads);
      total += heads;
      group_total += group_heads;
      const std::vector<Reference::Category> category{{"training_kind", kind}};
      add("vocational_training.trained", whole, press_.counted(heads, "人次"), category);
      if (random_() % 4 != 0) {
        add("vocational_training.trained", group,
            press_.counted(group_heads, random_() % 2 ? "人次" : "人"), category);
      }
    }
    add("vocational_training.trained", whole, press_.counted(total, "人次"));
    add("vocational_training.trained", group, press_.counted(group_total, "人次"));
  }

  void add_loans() {
    const Rational borrowers(1 + random_() % 20'000);
    const Rational funds = borrowers * Rational(1000 + random_() % 7000);
    add("student_loans.borrowers", whole, press_.counted(borrowers, "人"));
    add("student_loans.loans_issued", whole, press_.measured(funds, "元"));
    add("student_loans.loan_per_borrower", whole, press_.measured(funds / borrowers, "元"));
    const Rational some = count_of(borrowers);
    add("student_loans.borrowers", group, press_.counted(some, "人"));
    add("student_loans.borrowers", "邯郸市>!7个扶贫县", press_.counted(borrowers - some, "人"));
  }

  void add_aid() {
    const Rational heads(random_() % 1000);
    add("student_aid.new_undergraduates_aided", whole, press_.counted(heads, "人"));
    add("student_aid.new_undergraduate_standard", whole, "4000元");
    add("student_aid.new_undergraduate_funds", whole, press_.measured(heads * 4000, "元"));
  }

  std::mt19937_64& random_;
  Press press_;
  std::vector<Fact> facts_;
};

/// How many bulletins a run prints for one rule; a million in all when EDUSTAT_LONG is set.
std::size_t bulletins_per_rule() {
  return test::runs(500, 250'000);
}

class Soundness : public testing::TestWithParam<Precision> {};

TEST_P(Soundness, NeverCallsTrueDataImpossible) {
  constexpr std::uint64_t seed = 20161130;
  RecordProperty("seed", std::to_string(seed));
  std::mt19937_64 random(seed);
  const Catalogue catalogue = Catalogue::builtin("education");
  std::size_t consistent = 0;
  for (std::size_t i = 0; i < bulletins_per_rule(); ++i) {
    const Bulletin bulletin = TrueBulletin(random, GetParam()).print();
    const Audit result =
        audit(bulletin, catalogue, {.precision = GetParam(), .as_of = "2016-12-31"});
    for (const Finding& finding : result.findings) {
      if (finding.verdict() == Verdict::consistent) ++consistent;
      if (finding.subject().severity == Severity::soft) continue;
      ASSERT_NE(finding.verdict(), Verdict::impossible)
          << "seed " << seed << ", bulletin " << i << "\n"
          << finding.explain(Language::en);
    }
  }
  // The audit is not merely silent: most relations of true data are proven consistent.
  EXPECT_GT(consistent, bulletins_per_rule() * 20);
}

INSTANTIATE_TEST_SUITE_P(EachRule, Soundness,
                         testing::Values(Precision::nearest, Precision::half_up,
                                         Precision::half_even, Precision::truncated),
                         [](const auto& rule) { return std::string(name_of(rule.param)); });

}  // namespace
}  // namespace edustat
