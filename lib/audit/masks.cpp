// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/masks.hpp"

#include "audit/mask_text.hpp"
#include "audit/propagation.hpp"
#include "audit/slip_prints.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace edustat {
namespace {

/// Ten thousand fillings are listed or tried, no more.
constexpr std::size_t most_masks = 4;

std::size_t fillings_of(std::size_t count) {
  std::size_t result = 1;
  for (std::size_t i = 0; i < count; ++i) result *= 10;
  return result;
}

std::string digits_of(std::size_t number, std::size_t count) {
  std::string digits = std::to_string(number);
  digits.insert(0, count - digits.size(), '0');
  return digits;
}

class Filler {
 public:
  Filler(const Bulletin& bulletin, const Catalogue& catalogue, const MaskOptions& options)
      : facts_(bulletin, catalogue),
        options_(options),
        relations_(Propagation(facts_, options.precision, implied_tasks(facts_)).consistent_part()),
        narrowed_(relations_.narrowed(relations_.printed()).value_or(relations_.printed())) {
    for (const KeyedFacts::Entry& entry : facts_.entries()) {
      for (const std::size_t fact : entry.facts) {
        const auto& figure = facts_.figure(fact);
        if (!figure || !figure->is_masked()) continue;
        precisions_[fact] = facts_.precision(fact, entry.item, options.precision);
      }
    }
  }

  Masks fill() {
    Masks result;
    for (const auto& [fact, precision] : precisions_) result.masked.push_back(fill_fact(fact));
    result.patterns = detail::patterns_of(options_.text);
    for (std::size_t length = 1; length <= most_masks; ++length) {
      substitute(length, result);
    }
    return result;
  }

 private:
  std::string print_of(std::size_t fact) const {
    return detail::with_plain_masks(facts_.figure(fact)->text());
  }

  /// What a print of a masked figure stands for once its masks are digits.
  std::optional<Interval> interval_of(std::size_t fact, const std::string& print) const {
    const auto figure = detail::reprinted(print, *facts_.figure(fact), facts_.catalogue().units());
    if (!figure) return std::nullopt;
    return figure->interval(precisions_.at(fact));
  }

  Masks::Masked fill_fact(std::size_t fact) const {
    const Figure& figure = *facts_.figure(fact);
    Masks::Masked result{.fact = fact, .figure = figure, .allowed = narrowed_.at(fact)};
    const std::string print = print_of(fact);
    const auto count = static_cast<std::size_t>(std::count(print.begin(), print.end(), 'x'));
    if (count == 0 || count > most_masks) return result;
    result.fillings = fillings_of(count);
    std::set<std::size_t> excluding;
    const auto singly = singly_allowed(fact);
    for (std::size_t number = 0; number < result.fillings; ++number) {
      const std::string text = detail::filled(print, digits_of(number, count));
      const auto interval = interval_of(fact, text);
      if (!interval) continue;
      for (std::size_t i = 0; i < singly.size(); ++i) {
        if (!singly[i].allowed.intersect(*interval)) excluding.insert(i);
      }
      if (!interval->intersect(result.allowed)) continue;
      const auto filled = detail::reprinted(text, figure, facts_.catalogue().units());
      result.prints.push_back(text);
      result.values.push_back(*filled->value());
    }
    for (const std::size_t i : excluding) result.reasons.push_back(singly[i]);
    return result;
  }

  /// What each relation of a fact lets it be, whatever its own print.
  std::vector<Masks::Reason> singly_allowed(std::size_t fact) const {
    std::vector<Masks::Reason> reasons;
    for (const std::size_t number : relations_.tasks_of(fact)) {
      const Task& task = relations_.tasks()[number];
      const auto allowed = relations_.allowed(number, fact, narrowed_);
      if (!allowed) continue;
      reasons.push_back({.kind = task.kind,
                         .rule = task.rule,
                         .relation = task.relation.text(),
                         .label = task.label,
                         .facts = task.facts,
                         .allowed = *allowed});
    }
    return reasons;
  }

  void substitute(std::size_t length, Masks& result) const {
    std::vector<std::size_t> facts;
    for (const auto& [fact, precision] : precisions_) {
      const auto runs = detail::runs_of_masks(print_of(fact));
      if (std::find(runs.begin(), runs.end(), length) != runs.end()) facts.push_back(fact);
    }
    std::size_t in_text = 0;
    for (const Masks::Pattern& pattern : result.patterns) {
      const auto runs = detail::runs_of_masks(pattern.text);
      const auto fitting = std::count(runs.begin(), runs.end(), length);
      in_text += static_cast<std::size_t>(fitting) * pattern.count;
    }
    if (facts.empty() && in_text == 0) return;
    for (std::size_t number = 0; number < fillings_of(length); ++number) {
      const std::string digits = digits_of(number, length);
      const auto is_bad = [&](const Masks::Pattern& pattern) {
        return !detail::is_sensible(pattern, digits);
      };
      if (std::any_of(result.patterns.begin(), result.patterns.end(), is_bad)) continue;
      if (is_possible(facts, digits)) result.common.push_back({digits, facts.size(), in_text});
    }
  }

  bool is_possible(const std::vector<std::size_t>& facts, const std::string& digits) const {
    FactIntervals intervals = narrowed_;
    for (const std::size_t fact : facts) {
      const auto interval = interval_of(fact, detail::substituted(print_of(fact), digits));
      const auto common = interval ? interval->intersect(intervals.at(fact)) : std::nullopt;
      if (!common) return false;
      intervals.at(fact) = *common;
    }
    return relations_.narrowed(std::move(intervals)).has_value();
  }

  KeyedFacts facts_;
  const MaskOptions& options_;
  Propagation relations_;
  FactIntervals narrowed_;
  std::map<std::size_t, Precision> precisions_{};
};

}  // namespace

Masks masks(const Bulletin& bulletin, const Catalogue& catalogue, const MaskOptions& options) {
  return Filler(bulletin, catalogue, options).fill();
}

std::string Masks::explain(Language language) const {
  const bool is_chinese = language == Language::zh;
  std::string text;
  for (const Masked& one : masked) {
    text += one.figure.text();
    text += is_chinese ? "：可能的填法 " : ": fillings that fit ";
    text += std::to_string(one.prints.size()) + "/" + std::to_string(one.fillings);
    if (!one.prints.empty()) {
      text += ", " + one.prints.front();
      if (!one.is_forced()) text += " … " + one.prints.back();
    }
    for (const Reason& reason : one.reasons) {
      text += "\n  " + reason.label.in(language) + ": " + reason.relation + ": " +
              reason.allowed.to_string();
    }
    text += '\n';
  }
  text += is_chinese ? "若同长的遮盖处为同一数字，则可为："
                     : "if the same digits are masked everywhere: ";
  for (std::size_t i = 0; i < common.size(); ++i) {
    text += (i == 0 ? "" : ", ") + common[i].digits;
  }
  if (common.empty()) text += is_chinese ? "无" : "none";
  return text + '\n';
}

}  // namespace edustat
