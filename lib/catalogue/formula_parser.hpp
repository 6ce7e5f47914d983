// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"

#include "catalogue/formula_cursor.hpp"
#include "catalogue/numbering.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// Reads the text of a formula or a relation, once from left to right, into postfix steps.
///
/// docs/catalogue.md has the grammar; each member that reads a part of it carries its name.
class FormulaParser {
 public:
  /// `origin` is where the text begins, or null for a text of its own.
  FormulaParser(std::string_view text, const Place* origin);

  [[nodiscard]] Formula read_formula();
  void read_relation(Relation& relation);

 private:
  using Operation = Node::Operation;

  // formula_parser.cpp: operators and numbers
  [[nodiscard]] bool take_root();
  void root();
  void expression();
  void term();
  void factor();
  void power();
  void operand();
  void number();
  [[nodiscard]] std::int32_t exponent();
  [[nodiscard]] std::int32_t small_number(std::int32_t limit);
  [[nodiscard]] bool take_comparison(Comparison& comparison);
  [[nodiscard]] bool is_comparison() const noexcept;

  // formula_reference.cpp: names and what belongs to them
  void named_operand();
  void sum(std::size_t column);
  [[nodiscard]] Reference reference();
  [[nodiscard]] Reference plain_reference(std::string_view first);
  void suffixes(Reference& reference);
  void categories(Reference& reference);
  void shift(Reference& reference);
  [[nodiscard]] std::string_view name();
  [[nodiscard]] std::string_view word();
  [[nodiscard]] std::string_view quoted_name();
  [[nodiscard]] std::string_view item_name();
  [[nodiscard]] std::string code();

  [[nodiscard]] std::int32_t constant_number(Rational value);
  [[nodiscard]] std::int32_t reference_number(std::string_view item);
  [[nodiscard]] std::int32_t reference_number(Reference reference);

  void push(Operation operation, std::int32_t index, std::size_t column) {
    formula_.nodes_.push_back(Node{operation, index, static_cast<std::uint32_t>(column)});
  }
  void enter();
  void leave() noexcept { --depth_; }
  void expect(char32_t sign);
  [[noreturn]] void fail(ErrorCode code, std::string expected = {}) const;
  [[nodiscard]] Place place_at(std::size_t offset) const;
  void require_readable() const;

  const Place* origin_;
  Formula formula_;
  detail::FormulaCursor cursor_;
  std::string scratch_;  // a name whose writing was folded
  struct HashOfItem {
    std::size_t operator()(const Reference& reference) const noexcept {
      return std::hash<std::string_view>{}(reference.item);
    }
  };
  detail::Numbering<Reference, HashOfItem> known_references_;
  detail::Numbering<Rational, std::hash<Rational>> known_constants_;
  int depth_ = 0;
  bool inside_sum_ = false;
};

}  // namespace edustat
