// SPDX-License-Identifier: Apache-2.0
// A city and its seven poor counties with random true figures, printed as bulletins print them.
#pragma once

#include "edustat/bulletin/bulletin.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace edustat::test {

/// What a city would truly be, and its print: every figure rounded half up to as many places as
/// such bulletins use.
class PrintedCity {
 public:
  struct Line {
    Fact fact;
    Rational truth;  ///< in base units
  };

  /// How much is printed.
  enum class Detail : std::uint8_t {
    full,   ///< 63 figures: the city, the group, and the rest; totals to the last head
    sparse  ///< 42 figures: the city and the group; totals of training in 万 with one place
  };

  explicit PrintedCity(std::mt19937_64& random, Detail detail = Detail::full)
      : random_(random), detail_(detail), printed_(detail == Detail::full ? 3 : 2) {
    const Parts planned = split(area(5'000'000));
    const Parts started = part_of(planned);
    const Parts completed = part_of(started);
    for (std::size_t i = 0; i < printed_; ++i) {
      add_construction(scopes[i], planned[i], started[i], completed[i]);
    }
    const Parts value = split(area(900'000'000));
    const Parts bought = part_of(value);
    for (std::size_t i = 0; i < printed_; ++i) {
      add("school_improvement.procurement_planned", scopes[i], value[i], 8, 2, "元");
      add("school_improvement.procurement_completed", scopes[i], bought[i], 8, 2, "元");
      add("school_improvement.procurement_rate", scopes[i], bought[i] / value[i], -2, 2, "%");
    }
    add_loans();
    add_training();
  }

  const std::vector<Line>& lines() const { return lines_; }

  Bulletin print() const {
    std::vector<Fact> facts;
    for (const Line& line : lines_) facts.push_back(line.fact);
    return Bulletin(std::move(facts));
  }

  /// The digits of a value in units of a power of ten.
  static std::string digits(const Rational& value, int power, int places) {
    return round_to(value / Rational::power_of_ten(power), DecimalPlaces(places), Rounding::half_up)
        .to_string();
  }

 private:
  using Parts = std::array<Rational, 3>;  // city, group, rest

  static constexpr std::array scopes{"邯郸市", "邯郸市>7个扶贫县", "邯郸市>!7个扶贫县"};

  Rational area(std::uint64_t most) { return Rational(most / 5 + random_() % most); }
  Rational share() { return Rational(200 + random_() % 700) / Rational(1000); }
  Parts split(const Rational& whole) {
    const Rational group = (whole * share()).floor();
    return {whole, group, whole - group};
  }
  Parts part_of(const Parts& whole) {
    const Rational group = (whole[1] * share()).floor();
    const Rational rest = (whole[2] * share()).floor();
    return {group + rest, group, rest};
  }

  void add(const char* item, const char* scope, const Rational& truth, int power, int places,
           const char* unit, std::vector<Reference::Category> categories = {}) {
    const char* word = power == 4 ? "万" : power == 8 ? "亿" : "";
    lines_.push_back({Fact{.item = item,
                           .categories = std::move(categories),
                           .scope = Scope::parse(scope),
                           .figure = Figure(digits(truth, power, places) + word + unit)},
                      truth});
  }

  void add_construction(const char* scope, const Rational& planned, const Rational& started,
                        const Rational& completed) {
    const int places = static_cast<int>(1 + random_() % 2);
    add("school_improvement.planned_area", scope, planned, 4, places, "平方米");
    add("school_improvement.started_area", scope, started, 4, places, "平方米");
    add("school_improvement.completed_area", scope, completed, 4, places, "平方米");
    add("school_improvement.start_rate", scope, started / planned, -2, 2, "%");
    add("school_improvement.completion_rate", scope, completed / planned, -2, 2, "%");
    add("school_improvement.completion_rate_of_started", scope, completed / started, -2, 2, "%");
  }

  void add_loans() {
    const Parts borrowers = split(Rational(2000 + random_() % 20'000));
    Parts funds{};
    for (std::size_t i = 1; i < 3; ++i) funds[i] = borrowers[i] * Rational(4000 + random_() % 4000);
    funds[0] = funds[1] + funds[2];
    for (std::size_t i = 0; i < printed_; ++i) {
      add("student_loans.borrowers", scopes[i], borrowers[i], 0, 0, "人");
      add("student_loans.loans_issued", scopes[i], funds[i], 4, 1, "元");
      add("student_loans.loan_per_borrower", scopes[i], funds[i] / borrowers[i], 0, 0, "元");
    }
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
    Parts total{};
    for (const char* kind : kinds) {
      const Parts heads = split(Rational(100 + random_() % 20'000));
      for (std::size_t i = 0; i < printed_; ++i) {
        total[i] += heads[i];
        add("vocational_training.trained", scopes[i], heads[i], 0, 0, "人次",
            {{"training_kind", kind}});
      }
    }
    for (std::size_t i = 0; i < printed_; ++i) {
      const bool is_full = detail_ == Detail::full;
      add("vocational_training.trained", scopes[i], total[i], is_full ? 0 : 4, is_full ? 0 : 1,
          "人次");
    }
  }

  std::mt19937_64& random_;
  Detail detail_;
  std::size_t printed_;
  std::vector<Line> lines_{};
};

}  // namespace edustat::test
