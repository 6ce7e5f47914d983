// SPDX-License-Identifier: Apache-2.0
#include "audit/series_facts.hpp"

#include "audit/propagation.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace edustat {

Bulletin SeriesFacts::joined(std::span<const Bulletin> bulletins) {
  std::vector<Fact> facts;
  for (const Bulletin& bulletin : bulletins) {
    facts.insert(facts.end(), bulletin.facts().begin(), bulletin.facts().end());
  }
  return Bulletin(std::move(facts));
}

SeriesFacts::SeriesFacts(std::span<const Bulletin> bulletins, const Catalogue& catalogue)
    : all_(joined(bulletins)), keyed_(all_, catalogue) {
  std::size_t begin = 0;
  for (const Bulletin& bulletin : bulletins) {
    begins_.push_back(begin);
    begin += bulletin.facts().size();
  }
}

SeriesAudit::Source SeriesFacts::source(std::size_t number) const {
  const auto after = std::upper_bound(begins_.begin(), begins_.end(), number);
  return {static_cast<std::size_t>(std::distance(begins_.begin(), after)) - 1,
          number - *std::prev(after)};
}

std::optional<std::size_t> SeriesFacts::speaker(const Key& key, std::size_t subject) const {
  const KeyedFacts::Entry* entry = key.period ? keyed_.find(key) : nullptr;
  if (!entry) return std::nullopt;
  const std::size_t own = source(subject).bulletin;
  std::optional<std::size_t> earlier;
  std::optional<std::size_t> later;
  for (const std::size_t fact : entry->facts) {
    if (!keyed_.figure(fact)) continue;
    const std::size_t bulletin = source(fact).bulletin;
    if (bulletin == own) return fact;
    if (bulletin < own) earlier = fact;
    if (bulletin > own && !later) later = fact;
  }
  return earlier ? earlier : later;
}

std::optional<std::size_t> SeriesFacts::find(const Reference& reference, const Key& key,
                                             std::size_t subject) const {
  if (reference.relative == Reference::Relative::parent || !key.period) return std::nullopt;
  Key asked = key_of(keyed_.catalogue(), reference, key);
  Period period = *key.period;
  for (int i = 0; i < std::abs(reference.shift_periods); ++i) {
    period = reference.shift_periods < 0 ? period.previous() : period.next();
  }
  if (reference.shift_months != 0) period = period.shifted_by_months(reference.shift_months);
  asked.period = period;
  return speaker(asked, subject);
}

std::vector<Task> SeriesFacts::own_tasks(std::span<const Bulletin> bulletins) const {
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < bulletins.size(); ++i) {
    for (Task& task : implied_tasks(KeyedFacts(bulletins[i], keyed_.catalogue()))) {
      for (std::size_t& fact : task.facts) fact += begins_[i];
      tasks.push_back(std::move(task));
    }
  }
  return tasks;
}

bool SeriesFacts::is_across(const std::vector<std::size_t>& facts) const {
  return std::any_of(facts.begin(), facts.end(), [&](std::size_t other) {
    return source(other).bulletin != source(facts.front()).bulletin ||
           fact(other).period != fact(facts.front()).period;
  });
}

}  // namespace edustat
