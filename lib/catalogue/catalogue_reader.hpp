// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"

#include "catalogue/catalogue_data.hpp"
#include "catalogue/declaration.hpp"
#include "catalogue/faults.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace edustat {

/// Builds a catalogue from its text: what it extends, its units, its names, its formulas, in this
/// order. Goes on after a fault, so that all faults of a file are reported at once.
class CatalogueReader {
 public:
  [[nodiscard]] static Catalogue read(std::string_view text, std::string_view name);
  [[nodiscard]] static Catalogue read_builtin(std::string_view id);

 private:
  using Positions = std::unordered_map<std::string, std::size_t>;
  /// Where a second declaration stands, and whether it may differ from the first.
  struct Merging {
    const Place& place;
    bool replaces;
  };

  CatalogueReader(detail::Declaration declaration, detail::Faults& faults);
  [[nodiscard]] std::shared_ptr<Catalogue::Data> build();

  // catalogue_reader.cpp: units and dimensions of the items of the file
  void define_units();
  void define(const DefinedUnit& unit, const Place& place);
  void define(const detail::UnitDeclaration& declared);
  void look_up_words();
  template <typename Item>
  void look_up_words(Item& item, const detail::ItemWords& words);
  [[nodiscard]] Unit counted(const Unit& unit, const detail::PlacedText& counts);

  // catalogue_merge.cpp: what it extends and what it declares
  void extend();
  void extend(const Catalogue& catalogue, const Place& place);
  void merge_code_lists();
  void merge_items();
  void merge_rule(Rule rule, bool replaces);
  void merge(CodeList list, const Place& declared, const Merging& merging);
  template <typename Item>
  bool merge(std::vector<Item>& items, Positions& positions, Item item, const Merging& merging);

  // catalogue_formulas.cpp: what refers to items
  void resolve_subsets();
  void resolve_formulas();
  void resolve_rules();
  void check_replaced();
  void check_unit(const Indicator& indicator, const Place& place);
  void check_sides(const Relation& relation, const Place& place);
  void check_roots();
  void check_cycles();
  [[nodiscard]] bool dimensions_of(std::span<const Reference> references,
                                   std::vector<const Dimension*>& dimensions) const;

  detail::Declaration declaration_;
  detail::Faults* faults_;
  std::shared_ptr<Catalogue::Data> data_;
  Positions code_list_positions_;
  Positions measure_positions_;
  Positions indicator_positions_;
  Positions rule_positions_;
  std::unordered_set<std::string> without_unit_;  // full ids of items whose unit has a fault
  bool has_replaced_ = false;
};

}  // namespace edustat
