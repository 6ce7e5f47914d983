// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/explanation.hpp"
#include "edustat/catalogue/bound.hpp"
#include "edustat/catalogue/formula.hpp"
#include "edustat/catalogue/item.hpp"
#include "edustat/error/error.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/place/period.hpp"
#include "edustat/place/scope.hpp"
#include "edustat/quantity/figure.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// What the audit says of a relation. 矛盾 is never an error or a fraud: the denominator, the
/// version of the plan or the definition may be another than assumed.
enum class Verdict : std::uint8_t {
  consistent,  ///< 相符: some true values could have been printed so
  impossible,  ///< 矛盾: no true values could have been printed so
  cannot_tell  ///< 无法判定: a bound is outer or endless, or digits are masked
};

/// `consistent`, `impossible`, `cannot_tell`.
[[nodiscard]] std::string_view name_of(Verdict verdict) noexcept;
/// 相符, 矛盾, 无法判定; consistent, impossible, cannot tell.
[[nodiscard]] std::string_view words_of(Verdict verdict, Language language) noexcept;

/// Something that a reader of a finding should know.
struct Note {
  /// What is noted.
  enum class Code : std::uint8_t {
    mixed_kinds,  ///< 人 was added to 人次, or 所 taken from 个: the numbers alone were judged
    quotient_as_numerator,  ///< 生均3.1平方米: a quotient printed in the unit of its numerator
    bare_number,            ///< a number without unit took the one that its relation implies
    points_with_rates,      ///< 百分点 were added to a rate
    approximate,            ///< 约, 近, 余, 多, 以上, 不足 widened a figure
    masked,                 ///< digits are masked
    undefined,              ///< a divisor is exactly 0
    mixed_vintages,         ///< 快报 and 年报 figures meet
    absent_parts,           ///< parts of the whole are not printed; an absent part is not 0
  };
  Code code;                             ///< what is noted
  std::vector<std::string> arguments{};  ///< the figures or names concerned
  /// The sentence in the asked language.
  [[nodiscard]] std::string message(Language language) const;
  /// Equal in code and arguments.
  friend bool operator==(const Note&, const Note&) = default;
};

/// `mixed_kinds` and so on.
[[nodiscard]] std::string_view name_of(Note::Code code) noexcept;
/// Prints the sentence in Chinese.
std::ostream& operator<<(std::ostream& stream, const Note& note);

/// The verdict on one relation, with everything that is needed to check it by hand.
class Finding {
 public:
  /// One input of the relation, in the order of Relation::references().
  struct Input {
    /// All four.
    Input(std::string name_in, Figure figure_in, Precision precision_in, Interval interval_in)
        : name(std::move(name_in)),
          figure(std::move(figure_in)),
          precision(precision_in),
          interval(std::move(interval_in)) {}

    std::string name;     ///< as in the relation
    Figure figure;        ///< as printed
    Precision precision;  ///< the rule by which it was read
    Interval interval;    ///< what the true value can be, in base units
  };
  /// What judges the relation: a call of check(), or a rule of the audit of a bulletin.
  enum class Kind : std::uint8_t {
    asked,         ///< check() was called with it
    indicator,     ///< a printed indicator against its formula
    rule,          ///< a relation that the catalogue declares
    partition,     ///< categories against their total
    subset,        ///< 其中, 含: a part against its whole
    region,        ///< a part of the region against the whole
    complement,    ///< a group and the rest against the whole
    restatement,   ///< the same statistic printed twice
    cumulative,    ///< a cumulative figure against the period before
    between_parts  ///< the rate of a whole against those of parts that cover it
  };
  /// Where an input of an audited bulletin comes from.
  struct Origin {
    Label label{};         ///< of the item and its category
    Scope scope{};         ///< of what
    Place place{};         ///< in the facts file
    std::size_t fact = 0;  ///< number of the fact in the bulletin, from 0
  };
  /// What the audit of a bulletin adds to a verdict.
  struct Subject {
    Kind kind = Kind::asked;  ///< why the relation must hold
    std::string rule{};       ///< `school_improvement.start_rate`, the id of what implies it
    Severity severity = Severity::hard;        ///< must hold, or fix and explain
    Label label{};                             ///< in words
    Label note{};                              ///< what the catalogue says of it
    Scope scope{};                             ///< of the first input
    std::optional<Period> period{};            ///< of the inputs
    std::vector<Origin> origins{};             ///< by input
    std::optional<Explanation> explanation{};  ///< a stored explanation, for soft findings
  };

  /// The verdict.
  [[nodiscard]] Verdict verdict() const noexcept { return verdict_; }
  /// The relation.
  [[nodiscard]] const Relation& relation() const noexcept { return relation_; }
  /// The precision that was asked for.
  [[nodiscard]] Precision precision() const noexcept { return precision_; }
  /// The inputs by reference index.
  [[nodiscard]] std::span<const Input> inputs() const noexcept { return inputs_; }
  /// What the left side can be, in base units.
  [[nodiscard]] const Bound& left() const noexcept { return left_; }
  /// What the right side can be, in base units.
  [[nodiscard]] const Bound& right() const noexcept { return right_; }
  /// What the computed side can be: the right one, or the left one where only the right is a single
  /// figure.
  [[nodiscard]] const Bound& computed() const noexcept;
  /// Tight when the verdict rests on tight bounds.
  [[nodiscard]] Tightness tightness() const noexcept { return tightness_; }
  /// What input number `index` would have to be for the relation to hold, given the others.
  [[nodiscard]] Bound allowed(std::size_t index) const;
  /// What a reader should know.
  [[nodiscard]] std::span<const Note> notes() const noexcept { return notes_; }
  /// What the audit of a bulletin adds; of kind `asked` for check().
  [[nodiscard]] const Subject& subject() const noexcept;
  /// The whole story in one language: verdict, figures with their ranges, computed range, what each
  /// figure would have to be, notes.
  [[nodiscard]] std::string explain(Language language) const;

 private:
  friend class Judge;
  Finding(Relation relation, std::vector<Input> inputs, Precision precision)
      : relation_(std::move(relation)), inputs_(std::move(inputs)), precision_(precision) {}

  Relation relation_;
  std::vector<Input> inputs_;
  Bound left_{};
  Bound right_{};
  std::vector<Note> notes_{};
  std::shared_ptr<const Subject> subject_{};
  Precision precision_;
  Verdict verdict_ = Verdict::cannot_tell;
  Tightness tightness_ = Tightness::outer;
};

/// `indicator` and so on.
[[nodiscard]] std::string_view name_of(Finding::Kind kind) noexcept;

}  // namespace edustat
