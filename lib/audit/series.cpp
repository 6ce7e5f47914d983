// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/series.hpp"

#include "audit/judge.hpp"
#include "audit/propagation.hpp"
#include "audit/series_facts.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>
#include <variant>

namespace edustat {
namespace {

class SeriesAuditor {
 public:
  SeriesAuditor(std::span<const Bulletin> bulletins, const Catalogue& catalogue,
                Precision precision)
      : facts_(bulletins, catalogue),
        precision_(precision),
        own_(facts_.own_tasks(bulletins)),
        prints_(facts_.keyed(), precision, {}) {}

  SeriesAudit run() {
    for (Task& task : growth_tasks(facts_)) add(SeriesAudit::Kind::growth, std::move(task));
    for (Task& task : shifted_tasks(facts_)) add(SeriesAudit::Kind::formula, std::move(task));
    for (Task& task : declared_tasks(facts_)) add(SeriesAudit::Kind::formula, std::move(task));
    for (Task& task : falling_tasks(facts_)) add(SeriesAudit::Kind::cumulative, std::move(task));
    for (Task& task : repeated_tasks(facts_)) add_repeated(std::move(task));
    std::stable_sort(
        result_.remarks.begin(), result_.remarks.end(),
        [](const auto& left, const auto& right) { return order_of(left) < order_of(right); });
    narrow();
    for (std::size_t i = 0; i < facts_.keyed().bulletin().facts().size(); ++i) {
      if (!facts_.fact(i).period) result_.undated.push_back(facts_.source(i));
    }
    return std::move(result_);
  }

 private:
  static std::pair<std::size_t, std::size_t> order_of(const SeriesAudit::Remark& remark) {
    const SeriesAudit::Source& first = remark.facts.front();
    return {first.bulletin, first.fact};
  }

  /// Judged by the prints, whatever else is known of them.
  Judgement judge_prints(const Task& task, std::vector<Interval>& intervals) const {
    MaskedInputs masked = MaskedInputs::none;
    for (const std::size_t fact : task.facts) {
      intervals.push_back(prints_.printed().at(fact));
      if (facts_.keyed().figure(fact)->is_masked()) masked = MaskedInputs::some;
    }
    return judge(task.relation, intervals, masked);
  }

  void remark(SeriesAudit::Kind kind, const Task& task, Verdict verdict,
              std::vector<Interval> intervals) {
    SeriesAudit::Remark remark{.kind = kind,
                               .verdict = verdict,
                               .rule = task.rule,
                               .relation = task.relation.text(),
                               .label = task.label,
                               .intervals = std::move(intervals)};
    std::set<std::string> vintages;
    for (const std::size_t fact : task.facts) {
      remark.facts.push_back(facts_.source(fact));
      if (!facts_.fact(fact).vintage.empty()) vintages.insert(facts_.fact(fact).vintage);
    }
    remark.vintages.assign(vintages.begin(), vintages.end());
    result_.remarks.push_back(std::move(remark));
  }

  void add(SeriesAudit::Kind kind, Task task) {
    std::vector<Interval> intervals;
    const Judgement judgement = judge_prints(task, intervals);
    remark(kind, task, judgement.verdict, std::move(intervals));
    own_.push_back(std::move(task));
  }

  /// Another value in a later bulletin is a revision or a change of plan, and no contradiction.
  void add_repeated(Task task) {
    const Catalogue::Item found = facts_.keyed().catalogue().find(task.rule);
    const Measure* measure = measure_of(found);
    const bool is_plan = measure && measure->time == TimeRule::plan;
    std::vector<Interval> intervals;
    const Judgement judgement = judge_prints(task, intervals);
    if (judgement.verdict != Verdict::impossible) {
      remark(SeriesAudit::Kind::restatement, task, judgement.verdict, std::move(intervals));
      own_.push_back(std::move(task));
      return;
    }
    remark(is_plan ? SeriesAudit::Kind::plan_change : SeriesAudit::Kind::revision, task,
           Verdict::consistent, std::move(intervals));
  }

  void narrow() {
    const Propagation relations =
        Propagation(facts_.keyed(), precision_, std::move(own_)).consistent_part();
    const auto narrowed = relations.narrowed(relations.printed());
    if (!narrowed) return;
    for (const auto& [fact, interval] : *narrowed) {
      const Interval& printed = prints_.printed().at(fact);
      if (interval != printed) result_.narrowed.push_back({facts_.source(fact), printed, interval});
    }
  }

  SeriesFacts facts_;
  Precision precision_;
  std::vector<Task> own_;
  Propagation prints_;
  SeriesAudit result_{};
};

}  // namespace

std::string_view name_of(SeriesAudit::Kind kind) noexcept {
  constexpr std::array<std::string_view, 6> names{"growth",      "formula",  "cumulative",
                                                  "restatement", "revision", "plan_change"};
  return names[static_cast<std::size_t>(kind)];
}

Verdict SeriesAudit::verdict() const noexcept {
  Verdict worst = Verdict::consistent;
  for (const Remark& remark : remarks) {
    if (remark.verdict == Verdict::impossible) return Verdict::impossible;
    if (remark.verdict == Verdict::cannot_tell) worst = Verdict::cannot_tell;
  }
  return worst;
}

SeriesAudit audit_series(std::span<const Bulletin> bulletins, const Catalogue& catalogue,
                         Precision precision) {
  return SeriesAuditor(bulletins, catalogue, precision).run();
}

}  // namespace edustat
