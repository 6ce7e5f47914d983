// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"
#include "edustat/number/rounding.hpp"
#include "edustat/quantity/unit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// A name in both languages.
struct Label {
  std::string zh{};  ///< Chinese
  std::string en{};  ///< English
  /// The name in one language.
  [[nodiscard]] const std::string& in(Language language) const noexcept {
    return language == Language::zh ? zh : en;
  }
  /// Equal in both languages.
  friend bool operator==(const Label&, const Label&) = default;
};

/// How a measure adds over disjoint regions.
enum class RegionRule : std::uint8_t {
  sum,  ///< over disjoint regions, the own level of a city included
  none  ///< recomputed from its parts, or not at all
};

/// How a measure behaves in time.
enum class TimeRule : std::uint8_t {
  flow,        ///< 时期数: adds over periods
  stock,       ///< 时点数: the last one counts
  cumulative,  ///< 累计: the last one counts within its origin
  plan,        ///< a level with a version
  cohort,      ///< persons counted once by an event
  standard,    ///< set by a rule; exact in any unit
  ratio,       ///< never adds
  rank         ///< never adds
};

/// Since when a cumulative measure is counted.
enum class Origin : std::uint8_t { none, programme, year, school_year, loan_round };

/// One code of a code list.
struct Code {
  std::string id{};                    ///< `disabled`
  Label label{};                       ///< in both languages
  std::vector<std::string> aliases{};  ///< as bulletins write it
};

/// The categories of a dimension, such as kinds of training or stages.
struct CodeList {
  /// Whether the codes add up to the total.
  enum class Rule : std::uint8_t {
    partition,  ///< 分项: all codes together are the total
    subset      ///< 其中, 含: each at most the total, may overlap
  };
  std::string id{};             ///< `training_kind`
  std::string catalogue{};      ///< id of the catalogue that declares it
  Label label{};                ///< in both languages
  Rule rule = Rule::partition;  ///< whether codes add up
  std::vector<Code> codes{};    ///< in official order
};

/// `partition` or `subset`, as catalogues write it.
[[nodiscard]] std::string_view name_of(CodeList::Rule rule) noexcept;

/// What is recorded.
struct Measure {
  std::string id{};                    ///< unique in its catalogue
  std::string catalogue{};             ///< id of the catalogue that declares it
  Label label{};                       ///< in both languages
  std::vector<std::string> aliases{};  ///< as bulletins write it
  Unit unit{};                         ///< as declared; `counts` replaces its counting kind
  std::string counts{};  ///< the thing counted, `desk_set`, where the unit word is a classifier
  RegionRule regions = RegionRule::none;  ///< over regions
  TimeRule time = TimeRule::flow;         ///< over time
  Origin origin = Origin::none;           ///< of a cumulative measure
  std::vector<std::string> dimensions{};  ///< ids of its code lists
  std::string subset_of{};  ///< full id of the measure of which this is a part (其中, 含), or empty
  std::optional<int> places{};  ///< shown places
  Label note{};                 ///< what a careful user would get wrong
  std::string source{};         ///< where the definition comes from
  Place place{};                ///< where it is declared

  /// `catalogue.id`
  [[nodiscard]] std::string full_id() const { return catalogue + '.' + id; }
};

/// What is computed from measures by a formula.
struct Indicator {
  std::string id{};                    ///< unique in its catalogue
  std::string catalogue{};             ///< id of the catalogue that declares it
  Label label{};                       ///< in both languages
  std::vector<std::string> aliases{};  ///< as bulletins write it
  Unit unit{};                         ///< as declared, `counts` applied
  Formula
      formula;  ///< the only definition; references carry full ids, sums over codes are written out
  std::string formula_text{};             ///< the formula as the catalogue writes it
  std::vector<std::string> dimensions{};  ///< read once per code of these lists
  std::optional<int> places{};            ///< shown places
  Rounding rounding = Rounding::half_up;  ///< shown rounding
  Label note{};                           ///< what a careful user would get wrong
  std::string source{};                   ///< where the definition comes from
  Place place{};                          ///< where it is declared

  /// `catalogue.id`
  [[nodiscard]] std::string full_id() const { return catalogue + '.' + id; }
};

/// How binding a relation is.
enum class Severity : std::uint8_t {
  hard,  ///< 逻辑校验: must hold
  soft   ///< 经验校验: fix or explain
};

/// A relation that a catalogue declares.
struct Rule {
  std::string id{};                    ///< unique in its catalogue
  std::string catalogue{};             ///< id of the catalogue that declares it
  Label label{};                       ///< in both languages
  Relation statement;                  ///< references carry full ids
  Severity severity = Severity::hard;  ///< hard or soft
  Label note{};                        ///< what a finding should say
  std::string source{};                ///< where it comes from
  Place place{};                       ///< where it is declared

  /// `catalogue.id`
  [[nodiscard]] std::string full_id() const { return catalogue + '.' + id; }
};

/// `flow` and so on, as catalogues write it.
[[nodiscard]] std::string_view name_of(TimeRule rule) noexcept;
/// `sum` or `none`.
[[nodiscard]] std::string_view name_of(RegionRule rule) noexcept;
/// `programme` and so on; empty for none.
[[nodiscard]] std::string_view name_of(Origin origin) noexcept;
/// `hard` or `soft`.
[[nodiscard]] std::string_view name_of(Severity severity) noexcept;

}  // namespace edustat
