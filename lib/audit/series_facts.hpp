// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/series.hpp"

#include "audit/audit_rules.hpp"
#include "bulletin/keyed_facts.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace edustat {

/// The facts of several bulletins under one numbering.
class SeriesFacts {
 public:
  SeriesFacts(std::span<const Bulletin> bulletins, const Catalogue& catalogue);

  [[nodiscard]] const KeyedFacts& keyed() const noexcept { return keyed_; }
  [[nodiscard]] const Fact& fact(std::size_t number) const { return all_.facts()[number]; }
  [[nodiscard]] SeriesAudit::Source source(std::size_t number) const;
  /// The fact that speaks for a key in the bulletin of `subject`, else in the nearest one.
  [[nodiscard]] std::optional<std::size_t> speaker(const Key& key, std::size_t subject) const;
  /// The fact of a reference; `asked` is its subject.
  [[nodiscard]] std::optional<std::size_t> find(const Reference& reference, const Key& key,
                                                std::size_t subject) const;
  /// What a catalogue implies for each bulletin by itself.
  [[nodiscard]] std::vector<Task> own_tasks(std::span<const Bulletin> bulletins) const;
  /// True when facts of several bulletins or periods meet.
  [[nodiscard]] bool is_across(const std::vector<std::size_t>& facts) const;

 private:
  static Bulletin joined(std::span<const Bulletin> bulletins);
  std::vector<std::size_t> begins_{};
  Bulletin all_;
  KeyedFacts keyed_;
};

/// @name What relates bulletins
/// @{
[[nodiscard]] std::vector<Task> growth_tasks(const SeriesFacts& facts);
[[nodiscard]] std::vector<Task> shifted_tasks(const SeriesFacts& facts);
/// Hard relations that the catalogue declares.
[[nodiscard]] std::vector<Task> declared_tasks(const SeriesFacts& facts);
[[nodiscard]] std::vector<Task> falling_tasks(const SeriesFacts& facts);
/// Every later print of a statistic or of a plan against the one before.
[[nodiscard]] std::vector<Task> repeated_tasks(const SeriesFacts& facts);
/// @}

}  // namespace edustat
