// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/quantity/observation.hpp"

#include "catalogue/catalogue_item.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace edustat {

/// What a fact is keyed by.
struct Key {
  std::string item;                             ///< full id
  std::vector<Reference::Category> categories;  ///< codes by id, in the order of their dimensions
  Scope scope;
  std::optional<Period> period;
  friend bool operator==(const Key&, const Key&) = default;
  friend std::strong_ordering operator<=>(const Key&, const Key&) = default;
};

/// The facts of a bulletin, bound to the items of a catalogue.
class KeyedFacts {
 public:
  /// One statistic: all facts that print it.
  struct Entry {
    Key key;
    Catalogue::Item item;
    std::vector<std::size_t> facts;  ///< numbers of the facts, in the order of the text
  };

  /// @throws CodeError, UnitError with all faults and their places
  KeyedFacts(const Bulletin& bulletin, const Catalogue& catalogue);

  /// In the order of their first fact.
  std::span<const Entry> entries() const { return entries_; }
  /// The statistic with this key; for a plan or a standard also the one whose period contains the
  /// asked one.
  const Entry* find(const Key& key) const;
  /// The figure of a fact, a bare number taken in the unit of its item; nothing for a gap.
  const std::optional<Figure>& figure(std::size_t fact) const { return figures_[fact]; }
  /// True when the figure of this fact took the unit of its item.
  bool took_unit(std::size_t fact) const { return took_unit_[fact]; }
  /// The fact by which a statistic enters formulas: the first that has a figure, unmasked if any
  /// is.
  std::optional<std::size_t> speaker(const Entry& entry) const;
  /// The precision of a fact: its own, that of its item, or the asked one.
  Precision precision(std::size_t fact, const Catalogue::Item& item, Precision asked) const;
  /// What a statistic is, in the unit of its item.
  Observation observation(const Entry& entry) const;

  const Bulletin& bulletin() const { return bulletin_; }
  const Catalogue& catalogue() const { return catalogue_; }

 private:
  void add(std::size_t number, const Fact& fact);

  const Bulletin& bulletin_;
  const Catalogue& catalogue_;
  std::vector<Entry> entries_;
  std::map<Key, std::size_t> by_key_;
  std::vector<std::optional<Figure>> figures_;
  std::vector<bool> took_unit_;
};

/// The label of an item with its category: 培训总量（残疾人培训）.
Label label_of(const Catalogue& catalogue, const Catalogue::Item& item,
               const std::vector<Reference::Category>& categories);

/// The key that a reference means when a formula is read for `subject`: the scope and period of the
/// subject, its categories where the item has their dimensions and the reference names none, and
/// none for total(x).
Key key_of(const Catalogue& catalogue, const Reference& reference, const Key& subject);

}  // namespace edustat
