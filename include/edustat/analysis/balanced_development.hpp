// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/analysis/coefficient_of_variation.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/decimal.hpp"
#include "edustat/number/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// The stage of compulsory education that is assessed.
enum class Stage : std::uint8_t {
  primary,  ///< 小学
  junior    ///< 初中
};

/// Which supervision is meant.
enum class BalanceRegime : std::uint8_t {
  basic,  ///< 基本均衡: the mean of eight coefficients of variation is held against a limit
  high_quality  ///< 优质均衡: each of seven is, and each school against seven limits
};

/// A school of the county's table.
struct School {
  std::string name{};         ///< or code, for the user
  std::string kind{};         ///< in the user's words: what BalanceRules::left_out names
  Rational primary_pupils{};  ///< at the reference date
  Rational junior_pupils{};   ///< junior secondary
  Rational senior_pupils{};   ///< senior secondary, which share the rooms of a complete school
  /// Amounts by id of the measure in the catalogue: of the whole school where BalanceRules::split
  /// names the measure, else of the assessed stage alone. An absent measure is a gap, not 0.
  std::map<std::string, Rational, std::less<>> amounts{};
};

/// What the supervision leaves to regulations, with where it stands.
struct BalanceRules {
  Stage stage = Stage::primary;                 ///< which schools, pupils and limits
  BalanceRegime regime = BalanceRegime::basic;  ///< which indicators and thresholds
  /// Kinds of school that do not count; which they are differs by regime and province, so none by
  /// default.
  std::vector<std::string> left_out{};
  /// Where left_out comes from, for the record.
  std::string source{};
  /// Shares of a pupil of each stage in what a school of several stages has in common: nine-year
  /// schools 1:1.1, complete secondary schools 1:1.2, twelve-year schools 1:1.1:1.32.
  /// @source split_source
  Rational primary_share = 1;
  /// As primary_share.
  Rational junior_share = Rational(11) / 10;
  /// As primary_share.
  Rational senior_share = Rational(33) / 25;
  /// Measures of the whole school, split by the shares: the five conditions for which the ratios
  /// are stated. Teachers are reported by stage. Of multimedia_rooms, which high-quality balance
  /// adds, no ratio is stated: give the rooms of the stage, or name the measure here with the
  /// source. That the ratios hold for the three of the five that high-quality balance keeps is an
  /// assumption.
  /// @source split_source
  std::vector<std::string> split{"teaching_area", "sports_area", "equipment_value", "computers",
                                 "books"};
  /// Where split and the shares come from, for the record: notes on computing the coefficient of
  /// variation for basic balance.
  std::string split_source = "差异系数测算说明（义务教育基本均衡）";
  /// What a school has to have of every limit of high-quality balance, as a share of it.
  /// @source 教督〔2017〕6号
  Rational tolerated = Rational(17) / 20;
  /// How many of the limits a school may miss, down to that share: it meets six of seven.
  /// @source 教督〔2017〕6号
  int may_miss = 1;
  /// Places of the rounded verdict (修约值比较).
  int places = 2;
};

/// The regulation of the supervision, in which indicators, thresholds and limits stand.
[[nodiscard]] std::string_view regulation_of(BalanceRegime regime) noexcept;

/// The most that a coefficient, or the mean of all, may be: basic 0.65 and 0.55 for the mean, high
/// quality 0.50 and 0.45 for each indicator. That the coefficient of high quality weighs by pupils
/// too is an assumption.
/// @source regulation_of(regime)
[[nodiscard]] Rational threshold_of(BalanceRegime regime, Stage stage);

/// What would bring a coefficient to its threshold: every school below a floor raised to it, and
/// nothing else changed.
struct Lift {
  Rational floor{};                    ///< in the unit of the indicator, to its places, rounded up
  Rational amount{};                   ///< what has to be added in all, in the unit of the measure
  std::vector<std::size_t> schools{};  ///< which have to be raised, by number in the assessment
};

/// One indicator of the assessment.
struct BalanceIndicator {
  std::string id{};                      ///< in the catalogue
  Label label{};                         ///< in both languages
  Unit unit{};                           ///< of the values
  std::vector<Rational> amounts{};       ///< of each school, what falls on the stage
  std::vector<Rational> values{};        ///< of each school, exactly, in `unit`
  CoefficientOfVariation variation;      ///< 差异系数 with the contribution of each school
  Rational threshold{};                  ///< for this coefficient, or for the mean of all
  Decimal rounded{0, DecimalPlaces(0)};  ///< the coefficient to BalanceRules::places
  bool is_met = false;                   ///< exact value at most the threshold
  bool is_met_rounded = false;           ///< rounded value at most the threshold
  std::optional<Rational> limit{};       ///< for each school, where the regime sets one
  /// Of each school: what it lacks to the limit, in the unit of the measure; 0 where it has it.
  std::vector<Rational> shortfalls{};
  /// The fewest schools that together make half of the square of the coefficient, the largest
  /// contribution first.
  std::vector<std::size_t> drivers{};
  /// What would bring this coefficient to the threshold; nothing where it is met.
  std::optional<Lift> lift{};
};

/// A school against the limits of high-quality balance.
struct SchoolVerdict {
  int met = 0;           ///< limits that it meets
  int missed_badly = 0;  ///< limits of which it has less than BalanceRules::tolerated
  bool passes = false;   ///< misses at most BalanceRules::may_miss, and none badly
};

/// A county's schools of one stage, assessed.
struct BalanceAssessment {
  BalanceRules rules{};                        ///< as asked
  std::vector<std::size_t> schools{};          ///< rows of the table that count
  std::vector<std::size_t> left_out{};         ///< rows left out by kind
  std::vector<std::size_t> without_pupils{};   ///< rows without pupils of the stage
  std::vector<BalanceIndicator> indicators{};  ///< in the order of the catalogue
  std::vector<SchoolVerdict> verdicts{};       ///< of each school; empty without limits
  double mean = 0;  ///< 综合差异系数: the plain mean of the coefficients
  Decimal rounded_mean{0, DecimalPlaces(0)};  ///< to BalanceRules::places, from the exact value
  bool is_met = false;          ///< exactly: the mean in basic, each coefficient in high_quality
  bool is_met_rounded = false;  ///< the same by rounded values
};

/// Assesses the balanced development of compulsory education between the schools of a county.
///
/// The indicators and limits are those of the catalogue `balanced_development`; what the
/// regulations leave open are `rules`. High-quality balance demands that each school passes
/// besides: see verdicts, which are not part of is_met.
/// @throws StructureError (absent_value with the school; negative_value; undefined_dispersion;
/// bad_value for shares of 0 or less), CodeError (unknown_item, for an amount or a measure to split
/// that is none of the catalogue), LimitError for places outside [0, 12]
/// @source 教督〔2012〕3号, 教督〔2017〕6号
[[nodiscard]] BalanceAssessment balanced_development(std::span<const School> schools,
                                                     const BalanceRules& rules);

/// `primary` or `junior`.
[[nodiscard]] std::string_view name_of(Stage stage) noexcept;
/// `basic` or `high_quality`.
[[nodiscard]] std::string_view name_of(BalanceRegime regime) noexcept;

}  // namespace edustat
