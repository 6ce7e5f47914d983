// SPDX-License-Identifier: Apache-2.0
#include "audit/context_slips.hpp"

#include "edustat/number/rounding.hpp"

#include "audit/slip_prints.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace edustat {
namespace {

using Entry = KeyedFacts::Entry;

/// A quotient of two items, or nothing.
bool is_quotient(const Formula& formula) {
  const auto nodes = formula.nodes();
  return formula.root() == 0 && nodes.size() == 3 &&
         nodes[0].operation == Node::Operation::reference &&
         nodes[1].operation == Node::Operation::reference &&
         nodes[2].operation == Node::Operation::divide;
}

/// The print of the middle of a range with the places of another print.
std::optional<Figure> print_of_middle(const Interval& range, const Figure& printed,
                                      const UnitSystem& units) {
  const auto parts = detail::parts_of(printed);
  if (!parts || !range.is_bounded()) return std::nullopt;
  const Rational middle = (*range.low().value + *range.high().value) / Rational(2);
  const DecimalPlaces places(printed.places());
  const Rational worth = printed.last_place() * Rational::power_of_ten(printed.places());
  detail::PrintParts other = *parts;
  if (middle.sign() >= 0) other.sign.clear();
  const std::string digits = round_to(middle / worth, places, Rounding::half_up).to_string();
  return detail::reprinted(other.with_digits(digits), printed, units);
}

class RateSlips {
 public:
  RateSlips(const KeyedFacts& facts, const Suspect& suspect, const SlipOptions& options)
      : facts_(facts), suspect_(suspect), options_(options) {
    for (const Entry& entry : facts.entries()) {
      if (std::find(entry.facts.begin(), entry.facts.end(), suspect.fact) != entry.facts.end()) {
        rate_ = &entry;
      }
    }
    if (!rate_) return;
    const auto* indicator = std::get_if<const Indicator*>(&rate_->item);
    if (indicator && is_quotient((*indicator)->formula)) formula_ = &(*indicator)->formula;
  }

  std::vector<Hypothesis> find() {
    if (!formula_ || !facts_.figure(suspect_.fact)) return {};
    corrected_ = print_of_middle(suspect_.allowed, *facts_.figure(suspect_.fact),
                                 facts_.catalogue().units());
    if (!corrected_) return {};
    add_other_denominators();
    add_mean();
    return std::move(found_);
  }

 private:
  std::optional<std::size_t> fact_of(std::size_t reference) const {
    const Reference& asked = formula_->references()[reference];
    if (asked.needs_panel()) return std::nullopt;
    const Entry* entry = facts_.find(key_of(facts_.catalogue(), asked, rate_->key));
    return entry ? facts_.speaker(*entry) : std::nullopt;
  }

  Interval interval_of(std::size_t fact, const Entry& entry) const {
    return facts_.figure(fact)->interval(facts_.precision(fact, entry.item, options_.precision));
  }

  void add_other_denominators() {
    const auto above = fact_of(static_cast<std::size_t>(formula_->nodes()[0].index));
    const auto below = fact_of(static_cast<std::size_t>(formula_->nodes()[1].index));
    if (!above || !below) return;
    const Entry* numerator = entry_of(*above);
    const Interval top = interval_of(*above, *numerator);
    std::vector<std::pair<std::size_t, Interval>> others;
    for (const Entry& entry : facts_.entries()) {
      if (entry.key.scope != rate_->key.scope || &entry == numerator) continue;
      if (!std::holds_alternative<const Measure*>(entry.item)) continue;
      for (const std::size_t fact : entry.facts) {
        const auto& figure = facts_.figure(fact);
        const bool is_other =
            figure && fact != *below && !figure->is_masked() &&
            figure->unit().dimension() == facts_.figure(*below)->unit().dimension();
        if (is_other) others.emplace_back(fact, interval_of(fact, entry));
      }
    }
    for (const auto& [fact, bottom] : others) {
      const auto rate = divide(top, bottom);
      if (rate) add(Slip::Kind::other_denominator, *rate, others.size(), {fact});
    }
  }

  void add_mean() {
    std::optional<Interval> sum;
    std::vector<std::size_t> parts;
    for (const Entry& entry : facts_.entries()) {
      const bool is_part =
          entry.key.item == rate_->key.item && entry.key.categories == rate_->key.categories &&
          entry.key.period == rate_->key.period && entry.key.scope != rate_->key.scope &&
          rate_->key.scope.contains(entry.key.scope);
      const auto fact = is_part ? facts_.speaker(entry) : std::nullopt;
      if (!fact) continue;
      const Interval rate = interval_of(*fact, entry);
      sum = sum ? *sum + rate : rate;
      parts.push_back(*fact);
    }
    if (parts.size() < 2) return;
    const Interval share = Interval::exactly(Rational(1) / Rational(parts.size()));
    add(Slip::Kind::mean_of_rates, *sum * share, 1, std::move(parts));
  }

  const Entry* entry_of(std::size_t fact) const {
    for (const Entry& entry : facts_.entries()) {
      if (std::find(entry.facts.begin(), entry.facts.end(), fact) != entry.facts.end()) {
        return &entry;
      }
    }
    return nullptr;
  }

  void add(Slip::Kind kind, const Interval& explained, std::size_t alternatives,
           std::vector<std::size_t> others) {
    const Figure& printed = *facts_.figure(suspect_.fact);
    const Precision rule = facts_.precision(suspect_.fact, rate_->item, options_.precision);
    if (!printed.interval(rule).intersect(explained)) return;
    Slip slip{.kind = kind,
              .figure = *corrected_,
              .precision = rule,
              .interval = corrected_->interval(rule),
              .weight = Rational(share_of(kind)) / Rational(1000) / Rational(alternatives),
              .arguments = {printed.text(), corrected_->text()}};
    for (const std::size_t fact : others) slip.arguments.push_back(facts_.figure(fact)->text());
    found_.push_back({suspect_.fact, std::move(slip), suspect_.allowed, std::move(others)});
  }

  const KeyedFacts& facts_;
  const Suspect& suspect_;
  const SlipOptions& options_;
  const Entry* rate_ = nullptr;
  const Formula* formula_ = nullptr;
  std::optional<Figure> corrected_{};
  std::vector<Hypothesis> found_{};
};

}  // namespace

std::vector<Hypothesis> context_slips(const KeyedFacts& facts, const Suspect& suspect,
                                      const SlipOptions& options) {
  return RateSlips(facts, suspect, options).find();
}

}  // namespace edustat
