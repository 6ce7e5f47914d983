// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/catalogue/bound.hpp"
#include "edustat/catalogue/formula.hpp"
#include "edustat/quantity/figure.hpp"

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace edustat {

/// The verdict on a relation over intervals, with what each side can be.
struct Judgement {
  Verdict verdict = Verdict::cannot_tell;
  Tightness tightness = Tightness::outer;
  Bound left{};
  Bound right{};
};

/// Whether digits of an input are masked: then an overlap decides nothing.
enum class MaskedInputs : bool { none, some };

/// Judges the relation over the real numbers (docs/decisions/0001-judge-by-intervals.md).
[[nodiscard]] Judgement judge(const Relation& relation, std::span<const Interval> inputs,
                              MaskedInputs masks);

/// What each input of a relation can be once its kind is known, with what the units oblige to note.
struct ReadPrint {
  std::vector<Interval> intervals{};
  std::vector<Note> notes{};
  MaskedInputs masks = MaskedInputs::none;
};

/// One figure and the rule by which it is read.
struct Printed {
  const Figure* figure;
  Precision precision;
};

/// Reads printed figures, by reference index, for a relation. @throws UnitError
[[nodiscard]] ReadPrint read_print(const Relation& relation, std::span<const Printed> figures);

/// Makes findings.
class Judge {
 public:
  /// The finding on a relation whose inputs were read and judged.
  [[nodiscard]] static Finding find(Relation relation, std::vector<Finding::Input> inputs,
                                    Precision precision, Judgement judgement,
                                    std::vector<Note> notes,
                                    std::shared_ptr<const Finding::Subject> subject = {});
  /// The same finding with a stored explanation.
  [[nodiscard]] static Finding explained(Finding finding, Explanation explanation);
};

}  // namespace edustat
