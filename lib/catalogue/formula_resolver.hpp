// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"

#include "catalogue/declaration.hpp"
#include "catalogue/faults.hpp"
#include "catalogue/name_index.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// Finds out what the names in the formulas of one catalogue mean, and writes the formulas again
/// with full ids, ids of codes, and sums over codes written out.
class FormulaResolver {
 public:
  /// `own` is the id of the catalogue whose formulas are read: its items are asked first.
  FormulaResolver(const NameIndex& names, const std::vector<CodeList>& code_lists,
                  std::string_view own, Faults& faults)
      : names_(&names), code_lists_(&code_lists), own_(own), faults_(&faults) {}

  /// Nothing when there was a fault.
  [[nodiscard]] std::optional<Formula> formula(const PlacedText& text) const;
  [[nodiscard]] std::optional<Relation> relation(const PlacedText& text) const;
  /// The item that a name means here, or the fault.
  [[nodiscard]] std::optional<Catalogue::Item> item(std::string_view name,
                                                    const Place& place) const;

 private:
  [[nodiscard]] std::optional<std::vector<std::string>> leaves(
      std::span<const Node> nodes, std::span<const Reference> references,
      const PlacedText& text) const;
  [[nodiscard]] std::optional<std::string> leaf(const Reference& reference,
                                                const Place& place) const;
  [[nodiscard]] bool resolve_categories(Reference& reference, const Catalogue::Item& item,
                                        const Place& place) const;
  [[nodiscard]] std::string written_out(const Reference& reference, const Place& place) const;
  [[nodiscard]] std::optional<std::string> limit_text(std::span<const Node> limit,
                                                      std::span<const Node> limited,
                                                      std::span<const Rational> constants,
                                                      std::span<const Reference> references) const;

  const NameIndex* names_;
  const std::vector<CodeList>* code_lists_;
  std::string own_;
  Faults* faults_;
};

}  // namespace edustat::detail
