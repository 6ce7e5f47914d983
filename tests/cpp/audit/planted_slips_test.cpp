// SPDX-License-Identifier: Apache-2.0
// A slip planted in a true bulletin is found again among the first hypotheses.
#include "edustat/audit/audit.hpp"
#include "edustat/audit/hypothesis.hpp"

#include "tests/cpp/audit/printed_city.hpp"
#include "tests/cpp/support/runs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <utility>

namespace edustat {
namespace {

using test::PrintedCity;

/// Ten kinds; a mean of rates needs no print of its own and is tested apart.
constexpr std::array planted_kinds{Slip::Kind::rounding, Slip::Kind::scale_word,
                                   Slip::Kind::unit,     Slip::Kind::transposed,
                                   Slip::Kind::mistyped, Slip::Kind::dropped,
                                   Slip::Kind::doubled,  Slip::Kind::decimal_point,
                                   Slip::Kind::sign,     Slip::Kind::other_denominator};

/// Makes slips by whole-text editing of its own, not by the code under test.
class Clumsy {
 public:
  explicit Clumsy(std::mt19937_64& random) : random_(random) {}

  /// The print with a slip of the kind; nothing where the print has no room for it.
  std::optional<std::string> slip(Slip::Kind kind, const PrintedCity::Line& line,
                                  const Bulletin& bulletin) {
    const Figure& figure = std::get<Figure>(line.fact.figure);
    std::string text = figure.text();
    const std::size_t end = text.find_first_not_of("0123456789.");
    std::string digits = text.substr(0, end);
    const std::string tail = text.substr(end);
    const std::size_t at = random_() % digits.size();
    const bool is_point = digits[at] == '.';
    switch (kind) {
      case Slip::Kind::rounding:
        return cut(line, figure, tail);
      case Slip::Kind::scale_word:
        return other_scale(digits, tail);
      case Slip::Kind::unit:
        return other_unit(text);
      case Slip::Kind::transposed:
        if (at + 1 == digits.size() || is_point || digits[at + 1] == '.') return std::nullopt;
        std::swap(digits[at], digits[at + 1]);
        break;
      case Slip::Kind::mistyped:
        if (is_point) return std::nullopt;
        digits[at] =
            static_cast<char>('0' + (digits[at] - '0' + 1 + static_cast<int>(random_() % 9)) % 10);
        break;
      case Slip::Kind::dropped:
        if (is_point) return std::nullopt;
        digits.erase(at, 1);
        break;
      case Slip::Kind::doubled:
        if (is_point) return std::nullopt;
        digits.insert(at, 1, digits[at]);
        break;
      case Slip::Kind::decimal_point:
        return moved(digits, tail);
      case Slip::Kind::sign:
        return "-" + text;
      case Slip::Kind::other_denominator:
        return over_started(line, bulletin);
      default:
        return std::nullopt;
    }
    if (digits.empty() || digits.front() == '.' || digits.back() == '.') return std::nullopt;
    if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
    return digits + tail;
  }

 private:
  /// Cut where it should be rounded.
  static std::optional<std::string> cut(const PrintedCity::Line& line, const Figure& figure,
                                        const std::string& tail) {
    if (figure.is_exact_count()) return std::nullopt;
    const Rational worth = figure.last_place() * Rational::power_of_ten(figure.places());
    return round_to(line.truth / worth, DecimalPlaces(figure.places()), Rounding::down)
               .to_string() +
           tail;
  }
  std::optional<std::string> other_scale(const std::string& digits, const std::string& tail) {
    if (tail == "%") return std::nullopt;
    for (const std::string word : {"万", "亿"}) {
      if (!tail.starts_with(word)) continue;
      const std::string unit = tail.substr(word.size());
      return digits + (random_() % 2 == 0 ? "" : word == "万" ? "亿" : "万") + unit;
    }
    return digits + "万" + tail;
  }
  std::optional<std::string> other_unit(std::string text) {
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>{"平方米", "亩"}, {"%", "‰"}}) {
      const std::size_t at = text.find(from);
      if (at != std::string::npos) return text.replace(at, from.size(), to);
    }
    return std::nullopt;
  }
  std::optional<std::string> moved(std::string digits, const std::string& tail) {
    const std::size_t point = digits.find('.');
    if (point == std::string::npos) return std::nullopt;
    digits.erase(point, 1);
    const std::size_t place = random_() % 2 == 0 ? point + 1 : point - 1;
    if (place == 0 || place > digits.size()) return std::nullopt;
    if (digits[0] == '0') return std::nullopt;
    if (place < digits.size()) digits.insert(place, 1, '.');
    return digits + tail;
  }
  static std::optional<std::string> over_started(const PrintedCity::Line& line,
                                                 const Bulletin& bulletin) {
    if (line.fact.item != "school_improvement.completion_rate") return std::nullopt;
    for (const Fact& fact : bulletin.facts()) {
      if (fact.item == "school_improvement.completion_rate_of_started" &&
          fact.scope == line.fact.scope) {
        return std::get<Figure>(fact.figure).text();
      }
    }
    return std::nullopt;
  }

  std::mt19937_64& random_;
};

struct Score {
  std::size_t planted = 0;
  std::size_t impossible = 0;
  std::size_t first = 0;
  std::size_t among_three = 0;
};

/// True when the hypothesis names the fact and gives back the figure that was printed before.
bool is_right(const Hypothesis& hypothesis, std::size_t fact, Slip::Kind planted,
              const Figure& before) {
  if (hypothesis.fact != fact) return false;
  if (planted == Slip::Kind::rounding && hypothesis.slip.kind == planted) return true;
  return hypothesis.slip.figure.value() == before.value();
}

/// What the hypotheses know of the bulletin.
enum class Knowledge : std::uint8_t {
  all_relations,  ///< suspects(): intervals narrowed by every relation
  one_relation    ///< Finding::allowed of the first impossible finding
};

/// A rate outside those of its parts convicts no figure in particular.
bool is_alarm(const Finding& finding) {
  return finding.verdict() == Verdict::impossible && finding.subject().severity == Severity::hard &&
         finding.subject().kind != Finding::Kind::between_parts;
}

std::vector<Suspect> suspects_of(const Finding& finding) {
  std::vector<Suspect> found;
  for (std::size_t i = 0; i < finding.inputs().size(); ++i) {
    if (const auto allowed = finding.allowed(i).interval) {
      found.push_back({finding.subject().origins[i].fact, *allowed});
    }
  }
  return found;
}

/// What is planted where, and what is known when it is looked for.
struct Setting {
  const char* name;
  PrintedCity::Detail detail;
  Knowledge knowledge;
};

Score plant(Slip::Kind kind, std::size_t count, const Setting& setting, std::mt19937_64& random,
            const Catalogue& catalogue) {
  Score score;
  Clumsy clumsy(random);
  while (score.planted < count) {
    const PrintedCity city(random, setting.detail);
    const Bulletin bulletin = city.print();
    const std::size_t fact = random() % city.lines().size();
    const PrintedCity::Line& line = city.lines()[fact];
    const Figure& before = std::get<Figure>(line.fact.figure);
    const auto text = clumsy.slip(kind, line, bulletin);
    if (!text || *text == before.text()) continue;
    ++score.planted;
    std::vector<Fact> facts(bulletin.facts().begin(), bulletin.facts().end());
    facts[fact].figure = Figure(*text);
    const Bulletin wrong(std::move(facts));
    const Audit result = audit(wrong, catalogue, {.as_of = "2016-12-31"});
    const auto alarm = std::find_if(result.findings.begin(), result.findings.end(), is_alarm);
    if (alarm == result.findings.end()) continue;
    ++score.impossible;
    const auto found =
        hypotheses(wrong, catalogue,
                   setting.knowledge == Knowledge::one_relation ? suspects_of(*alarm)
                                                                : suspects(wrong, catalogue));
    for (std::size_t i = 0; i < found.size() && i < 3; ++i) {
      if (!is_right(found[i], fact, kind, before)) continue;
      score.first += i == 0 ? 1 : 0;
      ++score.among_three;
      break;
    }
  }
  return score;
}

std::size_t slips_per_kind() {
  return test::runs(40, 2'000);
}

/// Prints the table by kind, and gives the sum.
Score table_of(const Setting& setting) {
  constexpr std::uint64_t seed = 20161130;
  std::mt19937_64 random(seed);
  const Catalogue catalogue = Catalogue::builtin("education");
  Score all;
  std::cout << setting.name << ", seed " << seed
            << "\nkind               planted impossible first among three\n";
  for (const Slip::Kind kind : planted_kinds) {
    const Score score = plant(kind, slips_per_kind(), setting, random, catalogue);
    all.impossible += score.impossible;
    all.first += score.first;
    all.among_three += score.among_three;
    std::cout << std::left << std::setw(18) << name_of(kind) << std::right << std::setw(8)
              << score.planted << std::setw(11) << score.impossible << std::setw(6) << score.first
              << std::setw(12) << score.among_three << '\n';
  }
  std::cout << "all: " << all.among_three << " of " << all.impossible << " among three, "
            << all.first << " first\n";
  return all;
}

TEST(PlantedSlips, AreAmongTheFirstThreeHypothesesInNineOfTen) {
  const Score all =
      table_of({"63 figures, all relations", PrintedCity::Detail::full, Knowledge::all_relations});
  EXPECT_GE(all.among_three * 10, all.impossible * 9);
}

TEST(PlantedSlips, AreFoundLessOftenInSparseBulletins) {
  const Score all = table_of(
      {"42 figures, all relations", PrintedCity::Detail::sparse, Knowledge::all_relations});
  EXPECT_GE(all.among_three * 10, all.impossible * 7);
}

TEST(PlantedSlips, AreFoundLessOftenByOneRelation) {
  const Score all =
      table_of({"63 figures, one relation", PrintedCity::Detail::full, Knowledge::one_relation});
  EXPECT_GE(all.among_three * 10, all.impossible * 5);
}

TEST(PlantedSlips, AreInBulletinsOfSixtyFiguresOrSo) {
  std::mt19937_64 random(1);
  EXPECT_EQ(PrintedCity(random).lines().size(), 63U);
}

TEST(PlantedSlips, TrueBulletinsHaveNoSuspects) {
  std::mt19937_64 random(2);
  const Catalogue catalogue = Catalogue::builtin("education");
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(suspects(PrintedCity(random).print(), catalogue).empty()) << i;
  }
}

}  // namespace
}  // namespace edustat
