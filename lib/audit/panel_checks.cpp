// SPDX-License-Identifier: Apache-2.0
#include "audit/panel_checks.hpp"

#include "edustat/error/error.hpp"

#include "audit/audit_rules.hpp"
#include "audit/written_out.hpp"
#include "bulletin/keyed_facts.hpp"
#include "catalogue/catalogue_item.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <variant>

namespace edustat {
namespace {

using Categories = std::vector<Reference::Category>;
using SeriesNumbers = detail::SeriesBinding;

/// Relations that a rule implies for some categories, each once.
class CheckMaker {
 public:
  CheckMaker(const Totals& totals, const Catalogue& catalogue, const SeriesNumbers& binding)
      : totals_(totals), catalogue_(catalogue), binding_(binding) {
    subjects_.insert(Categories());
    for (const auto& [key, number] : binding.numbers()) subjects_.insert(key.second);
  }

  void add_indicators() {
    for (const auto& [key, number] : by_series()) {
      const Catalogue::Item item = catalogue_.find(key->first);
      const auto* const* indicator = std::get_if<const Indicator*>(&item);
      if (indicator) add_indicator(**indicator, key->second);
    }
  }

  void add_rules() {
    for (const Rule& rule : catalogue_.relations()) {
      std::set<std::string> seen;
      std::vector<std::string> absent;
      for (const Categories& categories : subjects_) add_rule(rule, categories, seen, absent);
      if (seen.empty()) leave_out(rule.full_id(), absent);
    }
  }

  /// Categories against their total and subsets against their wholes, by the rules for the facts of
  /// a bulletin: each series stands for the fact that it has in every cell.
  void add_parts() {
    std::vector<Fact> facts;
    std::vector<const SeriesNumbers::Key*> keys;
    for (const auto& [key, number] : by_series()) {
      if (std::holds_alternative<const Indicator*>(catalogue_.find(key->first))) continue;
      facts.push_back({.item = key->first, .categories = key->second, .figure = Figure("1")});
      keys.push_back(key);
    }
    const Bulletin bulletin(std::move(facts));
    const KeyedFacts keyed(bulletin, catalogue_);
    for (const auto make : {category_tasks, subset_tasks}) {
      for (Task& task : make(keyed)) add_task(std::move(task), keys);
    }
  }

  /// 累计数不减少.
  void add_cumulative() {
    for (const auto& [key, number] : by_series()) {
      // As the series is: flows made of it are none.
      if (totals_.series()[number].time != TimeRule::cumulative) continue;
      const Catalogue::Item item = catalogue_.find(key->first);
      Reference now{.item = key->first, .categories = key->second};
      Reference before = now;
      before.shift_periods = -1;
      PanelAudit::Check shown{.kind = Finding::Kind::cumulative,
                              .rule = key->first,
                              .severity = Severity::soft,
                              .label = label_of(item),
                              .categories = key->second};
      shown.label.zh += "：累计数不减少";
      shown.label.en += ": a cumulative figure does not fall";
      add(std::move(shown), Relation(now.to_string() + " >= " + before.to_string()));
    }
  }

  std::vector<PanelCheck> take_checks() { return std::move(checks_); }
  std::vector<Fault> take_left_out() { return std::move(left_out_); }

 private:
  [[nodiscard]] WritingOut here() const noexcept { return {catalogue_, binding_}; }

  /// Bound series in the order of the totals.
  [[nodiscard]] std::vector<std::pair<const SeriesNumbers::Key*, std::size_t>> by_series() const {
    std::vector<std::pair<const SeriesNumbers::Key*, std::size_t>> result;
    for (const auto& [key, number] : binding_.numbers()) result.emplace_back(&key, number);
    std::sort(result.begin(), result.end(),
              [](const auto& left, const auto& right) { return left.second < right.second; });
    return result;
  }

  void leave_out(const std::string& id, const std::vector<std::string>& absent) {
    std::string names;
    for (const std::string& one : absent) names += (names.empty() ? "" : ", ") + one;
    left_out_.push_back(Fault{ErrorCode::missing_series, {id, names}});
  }

  void add_indicator(const Indicator& indicator, const Categories& categories) {
    const Reference printed{.item = indicator.full_id(), .categories = categories};
    PanelAudit::Check shown{.kind = Finding::Kind::indicator,
                            .rule = indicator.full_id(),
                            .label = indicator.label,
                            .note = indicator.note,
                            .categories = categories};
    const Formula& formula = indicator.formula;
    std::vector<std::string> absent;
    const auto text = written_out(here(), formula.nodes(), formula.constants(),
                                  formula.references(), categories, absent);
    if (!text) return leave_out(printed.to_string(), absent);
    const std::string name = printed.to_string();
    add(std::move(shown),
        formula.root() == 0
            ? Relation(name + " == " + *text)
            : Relation("(1 + " + name + ")^" + std::to_string(formula.root()) + " == " + *text));
  }

  void add_rule(const Rule& rule, const Categories& categories, std::set<std::string>& seen,
                std::vector<std::string>& absent) {
    const Relation& statement = rule.statement;
    if (!is_read_for(statement, categories)) return;
    std::vector<std::string> missing;
    const auto side = [&](std::span<const Node> nodes) {
      return written_out(here(), nodes, statement.constants(), statement.references(), categories,
                         missing);
    };
    const auto left = side(statement.left());
    const auto right = side(statement.right());
    if (!left || !right) {
      if (categories.empty()) absent = std::move(missing);
      return;
    }
    Relation relation(*left + ' ' + std::string(symbol_of(statement.comparison())) + ' ' + *right);
    if (!seen.insert(relation.text()).second) return;
    add({.kind = Finding::Kind::rule,
         .rule = rule.full_id(),
         .severity = rule.severity,
         .label = rule.label,
         .note = rule.note,
         .categories = categories},
        std::move(relation));
  }

  void add_task(Task task, const std::vector<const SeriesNumbers::Key*>& keys) {
    std::vector<Reference> inputs;
    for (const std::size_t fact : task.facts) {
      inputs.push_back({.item = keys[fact]->first, .categories = keys[fact]->second});
    }
    PanelAudit::Check shown{.kind = task.kind,
                            .rule = std::move(task.rule),
                            .severity = task.severity,
                            .label = std::move(task.label),
                            .note = std::move(task.note),
                            .categories = task.kind == Finding::Kind::subset
                                              ? inputs.front().categories
                                              : inputs.back().categories};
    add(std::move(shown), std::move(task.relation), std::move(inputs), std::move(task.notes));
  }

  void add(PanelAudit::Check shown, Relation relation) {
    std::vector<Reference> inputs(relation.references().begin(), relation.references().end());
    add(std::move(shown), std::move(relation), std::move(inputs), {});
  }

  void add(PanelAudit::Check shown, Relation relation, std::vector<Reference> inputs,
           std::vector<Note> notes) {
    std::vector<detail::Leaf> leaves;
    std::vector<Label> labels;
    for (const Reference& input : inputs) {
      const std::size_t parents = input.relative == Reference::Relative::parent ? 1 : 0;
      leaves.push_back({binding_.find(input.item, input.categories).value(),
                        parents,
                        {},
                        {input.shift_periods, input.shift_months}});
      labels.push_back(label_of(catalogue_, catalogue_.find(input.item), input.categories));
    }
    shown.statement = relation.text();
    checks_.push_back({std::move(shown), std::move(relation), std::move(inputs), std::move(leaves),
                       std::move(labels), std::move(notes)});
  }

  const Totals& totals_;
  const Catalogue& catalogue_;
  const SeriesNumbers& binding_;
  std::set<Categories> subjects_;
  std::vector<PanelCheck> checks_;
  std::vector<Fault> left_out_;
};

}  // namespace

std::vector<PanelCheck> panel_checks(const Totals& totals, const Catalogue& catalogue,
                                     const detail::SeriesBinding& binding,
                                     std::vector<Fault>& left_out) {
  CheckMaker maker(totals, catalogue, binding);
  maker.add_indicators();
  maker.add_rules();
  maker.add_parts();
  maker.add_cumulative();
  left_out = maker.take_left_out();
  return maker.take_checks();
}

}  // namespace edustat
