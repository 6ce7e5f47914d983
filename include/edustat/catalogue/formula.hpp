// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/number/rational.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// A leaf of a formula: an item, and where it is taken relative to the fact that is computed.
struct Reference {
  /// One code of one code list; `*` stands for every code and occurs inside sum() only.
  struct Category {
    std::string dimension;  ///< id of the code list
    std::string code;       ///< id of the code, or `*`
    /// Equal in dimension and code.
    friend bool operator==(const Category&, const Category&) = default;
    /// Ordered by dimension, then by code.
    friend auto operator<=>(const Category&, const Category&) = default;
  };
  /// Whose value is meant.
  enum class Relative : std::uint8_t {
    same,    ///< same scope
    parent,  ///< parent(x): the containing region
    total    ///< total(x): the same item without its category
  };

  std::string item{};  ///< `started_area`, `school_improvement.started_area`, or a label in Chinese
  std::vector<Category> categories{};  ///< in the order of their dimensions
  Relative relative = Relative::same;  ///< same scope unless parent() or total() is written
  int shift_periods = 0;               ///< prev(x) is -1
  int shift_months = 0;                ///< x@-1y is -12, x@+3m is 3

  /// True when the value stands in another period or region than the fact: needs a panel.
  [[nodiscard]] bool needs_panel() const noexcept {
    return relative == Relative::parent || shift_periods != 0 || shift_months != 0;
  }
  /// As written in a formula: `trained[training_kind=disabled]@-1y`.
  [[nodiscard]] std::string to_string() const;
  /// Equal in every part.
  friend bool operator==(const Reference&, const Reference&) = default;
};

/// One step of a formula in postfix order.
struct Node {
  /// What the step does; operands are the results of the steps before it.
  enum class Operation : std::uint8_t {
    constant,   ///< pushes constant number `index`
    reference,  ///< pushes reference number `index`
    sum,        ///< pushes the sum of reference number `index` over its `*` categories
    add,
    subtract,
    multiply,
    divide,
    negate,
    power  ///< to the whole power `index`
  };
  Operation operation;       ///< what to do
  std::int32_t index = 0;    ///< constant, reference or exponent
  std::uint32_t column = 0;  ///< where the step is written, from 1
  /// Equal in every part.
  friend bool operator==(const Node& left, const Node& right) noexcept {
    return left.operation == right.operation && left.index == right.index;
  }
};

/// A rational expression over items: `started_area / planned_area`, `(a - b) / b`, `(1 +
/// growth)^5`.
///
/// Operators + - * / and ^ with a whole number from -64 to 64 (also − × ÷ · （ ）), exact constants
/// (`0.5`, `12%`, never a float), references (see Reference), `sum(x[kind=*])`, `prev(x)`,
/// `parent(x)`, `total(x)`. Names are letters of any script, digits and `_`; a name with other
/// characters stands in single quotes. The grammar is in docs/catalogue.md. Equality is of the
/// parsed tree, not of the writing.
///
/// `root_rate(after, before, n)`, the average growth (after / before)^(1/n) - 1 of each of n steps,
/// stands alone, because it is a root: the steps are those of `after / before`, and root() is n.
class Formula {
 public:
  /// @throws ParseError with the column, LimitError beyond 64 KiB, depth 200 or power 64
  explicit Formula(std::string_view text);
  /// Reads a formula that stands at `origin` in a file: errors carry that place.
  Formula(std::string_view text, const Place& origin);

  /// As written.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// The steps in postfix order.
  [[nodiscard]] std::span<const Node> nodes() const noexcept { return nodes_; }
  /// The constants by index.
  [[nodiscard]] std::span<const Rational> constants() const noexcept { return constants_; }
  /// The references by index, each once.
  [[nodiscard]] std::span<const Reference> references() const noexcept { return references_; }
  /// n of `root_rate(after, before, n)`, from 1 to 64: then the value is not that of the steps but
  /// its root of this degree minus 1. 0 for every other formula.
  [[nodiscard]] int root() const noexcept { return root_; }

  /// Equal as trees, not as texts.
  friend bool operator==(const Formula& left, const Formula& right) noexcept {
    return left.nodes_ == right.nodes_ && left.constants_ == right.constants_ &&
           left.references_ == right.references_ && left.root_ == right.root_;
  }

 private:
  friend class FormulaParser;
  friend class Relation;
  friend class Catalogue;
  Formula() = default;
  std::string text_;
  std::vector<Node> nodes_;
  std::vector<Rational> constants_;
  std::vector<Reference> references_;
  int root_ = 0;
};

/// How the two sides of a relation compare.
enum class Comparison : std::uint8_t {
  equal,     ///< `==`, also `=` `＝`
  at_most,   ///< `<=`, also `≤`
  at_least,  ///< `>=`, also `≥`
  less,      ///< `<`, also `＜`
  greater    ///< `>`, also `＞`
};

/// `==`, `<=`, `>=`, `<` or `>`.
[[nodiscard]] std::string_view symbol_of(Comparison comparison) noexcept;

/// Two formulas that must compare as stated: `completed_area <= started_area`.
class Relation {
 public:
  /// @throws ParseError with the column (not_a_relation without comparison), LimitError
  explicit Relation(std::string_view text);
  /// Reads a relation that stands at `origin` in a file.
  Relation(std::string_view text, const Place& origin);
  /// The relation that an indicator implies: `name == formula`, and `(1 + name)^n == after /
  /// before` for root_rate.
  Relation(const Reference& name, const Formula& formula);

  /// As written.
  [[nodiscard]] const std::string& text() const noexcept { return both_.text_; }
  /// How the sides compare.
  [[nodiscard]] Comparison comparison() const noexcept { return comparison_; }
  /// Steps of the left side.
  [[nodiscard]] std::span<const Node> left() const noexcept {
    return both_.nodes().first(left_size_);
  }
  /// Steps of the right side.
  [[nodiscard]] std::span<const Node> right() const noexcept {
    return both_.nodes().subspan(left_size_);
  }
  /// The constants of both sides by index.
  [[nodiscard]] std::span<const Rational> constants() const noexcept { return both_.constants(); }
  /// The references of both sides by index, each once.
  [[nodiscard]] std::span<const Reference> references() const noexcept {
    return both_.references();
  }

  /// Equal in both sides and the comparison.
  friend bool operator==(const Relation& left, const Relation& right) noexcept = default;

 private:
  friend class FormulaParser;
  friend class Catalogue;
  Formula both_;
  std::size_t left_size_ = 0;
  Comparison comparison_ = Comparison::equal;
};

/// Prints the text.
std::ostream& operator<<(std::ostream& stream, const Formula& formula);
/// Prints the text.
std::ostream& operator<<(std::ostream& stream, const Relation& relation);

}  // namespace edustat
