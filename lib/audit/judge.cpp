// SPDX-License-Identifier: Apache-2.0
#include "audit/judge.hpp"

#include <algorithm>
#include <utility>

namespace edustat {
namespace {

/// True when some pair of values of the two ranges compares as asked.
bool can_hold(const Interval& left, Comparison comparison, const Interval& right) {
  switch (comparison) {
    case Comparison::equal:
      return left.intersect(right).has_value();
    case Comparison::at_most:
      return left.can_be_at_most(right);
    case Comparison::at_least:
      return right.can_be_at_most(left);
    case Comparison::less:
      return left.can_be_less(right);
    case Comparison::greater:
      return right.can_be_less(left);
  }
  return true;
}

/// True when an input whose value is not certain stands on both sides, so that the sides do not
/// vary independently.
bool shares_input(const Relation& relation, std::span<const Interval> inputs) {
  const auto stands_in = [](std::span<const Node> nodes, std::size_t input) {
    return std::any_of(nodes.begin(), nodes.end(), [input](const Node& node) {
      return node.operation == Node::Operation::reference &&
             static_cast<std::size_t>(node.index) == input;
    });
  };
  const std::size_t leaves = (relation.left().size() + 1) / 2 + (relation.right().size() + 1) / 2;
  if (leaves == inputs.size()) return false;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!inputs[i].is_exact() && stands_in(relation.left(), i) && stands_in(relation.right(), i)) {
      return true;
    }
  }
  return false;
}

/// left - right as one formula: the sides meet where it is 0.
Bound difference_of(const Relation& relation, std::span<const Interval> inputs) {
  std::vector<Node> nodes(relation.left().begin(), relation.left().end());
  nodes.insert(nodes.end(), relation.right().begin(), relation.right().end());
  nodes.push_back({Node::Operation::subtract});
  return bound(nodes, relation.constants(), inputs);
}

bool is_endless(const Bound& side, std::span<const Interval> inputs) {
  return !side.interval->is_bounded() ||
         std::any_of(inputs.begin(), inputs.end(),
                     [](const Interval& input) { return !input.is_bounded(); });
}

}  // namespace

Judgement judge(const Relation& relation, std::span<const Interval> inputs, MaskedInputs masks) {
  Judgement result;
  result.left = bound(relation.left(), relation.constants(), inputs);
  result.right = bound(relation.right(), relation.constants(), inputs);
  if (!result.left.interval || !result.right.interval) return result;
  const bool both_tight =
      result.left.tightness == Tightness::tight && result.right.tightness == Tightness::tight;
  result.tightness = both_tight ? Tightness::tight : Tightness::outer;
  bool possible = can_hold(*result.left.interval, relation.comparison(), *result.right.interval);
  if (possible && shares_input(relation, inputs)) {
    const Bound difference = difference_of(relation, inputs);
    result.tightness = difference.tightness;
    possible = !difference.interval ||
               can_hold(*difference.interval, relation.comparison(), Interval::exactly(0));
  }
  if (!possible) {
    result.verdict = Verdict::impossible;
  } else if (result.tightness == Tightness::tight && masks == MaskedInputs::none &&
             !is_endless(result.left, inputs) && !is_endless(result.right, inputs)) {
    result.verdict = Verdict::consistent;
  }
  return result;
}

Finding Judge::find(Relation relation, std::vector<Finding::Input> inputs, Precision precision,
                    Judgement judgement, std::vector<Note> notes,
                    std::shared_ptr<const Finding::Subject> subject) {
  Finding finding(std::move(relation), std::move(inputs), precision);
  finding.verdict_ = judgement.verdict;
  finding.tightness_ = judgement.tightness;
  finding.left_ = std::move(judgement.left);
  finding.right_ = std::move(judgement.right);
  finding.notes_ = std::move(notes);
  finding.subject_ = std::move(subject);
  if (!finding.left_.interval || !finding.right_.interval) {
    finding.notes_.push_back({Note::Code::undefined, {finding.relation_.text()}});
  }
  return finding;
}

Finding Judge::explained(Finding finding, Explanation explanation) {
  auto subject = std::make_shared<Finding::Subject>(finding.subject());
  subject->explanation = std::move(explanation);
  finding.subject_ = std::move(subject);
  return finding;
}

}  // namespace edustat
