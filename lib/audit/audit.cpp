// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/audit.hpp"

#include "audit/audit_rules.hpp"
#include "audit/between_rules.hpp"
#include "audit/judge.hpp"
#include "audit/stored_explanation.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace edustat {
namespace {

void note_vintages(const KeyedFacts& facts, const Task& task, std::vector<Note>& notes) {
  std::set<std::string> vintages;
  for (const std::size_t fact : task.facts) {
    const std::string& vintage = facts.bulletin().facts()[fact].vintage;
    if (!vintage.empty()) vintages.insert(vintage);
  }
  if (vintages.size() > 1) {
    notes.push_back({Note::Code::mixed_vintages, {vintages.begin(), vintages.end()}});
  }
}

class Auditor {
 public:
  Auditor(const KeyedFacts& facts, Precision precision) : facts_(facts), asked_(precision) {
    for (const KeyedFacts::Entry& entry : facts.entries()) {
      for (const std::size_t fact : entry.facts) entries_.emplace_back(fact, &entry);
    }
    std::sort(entries_.begin(), entries_.end());
  }

  Finding judge(Task task) const {
    std::vector<Printed> printed;
    for (const std::size_t fact : task.facts) {
      printed.push_back(
          {&*facts_.figure(fact), facts_.precision(fact, entry_of(fact).item, asked_)});
    }
    ReadPrint reading = read_print(task.relation, printed);
    Judgement judgement = edustat::judge(task.relation, reading.intervals, reading.masks);
    std::vector<Finding::Input> inputs;
    auto subject = std::make_shared<Finding::Subject>();
    for (std::size_t i = 0; i < printed.size(); ++i) {
      const KeyedFacts::Entry& entry = entry_of(task.facts[i]);
      const Fact& fact = facts_.bulletin().facts()[task.facts[i]];
      inputs.emplace_back(task.relation.references()[i].to_string(), *printed[i].figure,
                          printed[i].precision, std::move(reading.intervals[i]));
      subject->origins.push_back({label_of(facts_.catalogue(), entry.item, entry.key.categories),
                                  fact.scope, fact.place, task.facts[i]});
      if (facts_.took_unit(task.facts[i])) {
        reading.notes.push_back({Note::Code::bare_number, {printed[i].figure->text()}});
      }
    }
    const Key& key = entry_of(task.facts.front()).key;
    subject->scope = key.scope;
    subject->period = key.period;
    subject->kind = task.kind;
    subject->rule = std::move(task.rule);
    subject->severity = task.severity;
    subject->label = std::move(task.label);
    subject->note = std::move(task.note);
    note_vintages(facts_, task, reading.notes);
    std::move(task.notes.begin(), task.notes.end(), std::back_inserter(reading.notes));
    return Judge::find(std::move(task.relation), std::move(inputs), asked_, std::move(judgement),
                       std::move(reading.notes), std::move(subject));
  }

 private:
  const KeyedFacts::Entry& entry_of(std::size_t fact) const { return *entries_[fact].second; }

  const KeyedFacts& facts_;
  Precision asked_;
  std::vector<std::pair<std::size_t, const KeyedFacts::Entry*>> entries_;
};

std::vector<Task> all_tasks(const KeyedFacts& facts) {
  std::vector<Task> tasks;
  for (const auto make : {restatement_tasks, indicator_tasks, rule_tasks, category_tasks,
                          subset_tasks, region_tasks, between_tasks}) {
    std::vector<Task> some = make(facts);
    std::move(some.begin(), some.end(), std::back_inserter(tasks));
  }
  std::stable_sort(tasks.begin(), tasks.end(), [](const Task& left, const Task& right) {
    return *std::min_element(left.facts.begin(), left.facts.end()) <
           *std::min_element(right.facts.begin(), right.facts.end());
  });
  return tasks;
}

}  // namespace

Verdict Audit::verdict() const noexcept {
  const auto any = [this](Verdict verdict) {
    return std::any_of(findings.begin(), findings.end(),
                       [verdict](const Finding& one) { return one.verdict() == verdict; });
  };
  if (any(Verdict::impossible)) return Verdict::impossible;
  return any(Verdict::cannot_tell) ? Verdict::cannot_tell : Verdict::consistent;
}

Audit audit(const Bulletin& bulletin, const Catalogue& catalogue, const AuditOptions& options) {
  const std::string day = detail::day_of(options.as_of, options.explanations);
  const KeyedFacts facts(bulletin, catalogue);
  const Auditor auditor(facts, options.precision);
  Audit result{.precision = options.precision};
  std::vector<bool> related(bulletin.facts().size());
  for (Task& task : all_tasks(facts)) {
    for (const std::size_t fact : task.facts) related[fact] = true;
    Finding finding = auditor.judge(std::move(task));
    const bool is_open =
        finding.verdict() != Verdict::consistent && finding.subject().severity == Severity::soft;
    const Explanation* stored =
        is_open ? detail::explanation_for(options.explanations, finding.subject(), day) : nullptr;
    if (stored) {
      result.explained.push_back(Judge::explained(std::move(finding), *stored));
    } else {
      result.findings.push_back(std::move(finding));
    }
  }
  for (std::size_t i = 0; i < related.size(); ++i) {
    if (facts.figure(i) && facts.figure(i)->is_masked()) result.masked.push_back(i);
    if (!related[i]) result.unrelated.push_back(i);
  }
  return result;
}

}  // namespace edustat
