// SPDX-License-Identifier: Apache-2.0
#include "panel/compiled_formula.hpp"

#include "catalogue/catalogue_item.hpp"
#include "catalogue/fold.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <variant>

namespace edustat::detail {
namespace {

/// Beyond this a formula is read cell by cell instead.
constexpr std::size_t most_terms = 256;

/// Where the formula that is read stands, seen from the cell.
struct Subject {
  std::vector<Reference::Category> categories{};
  std::size_t parents = 0;
  Shift shift{};
};

/// A part of a formula.
struct Part {
  bool is_fraction = true;  ///< false once there were too many terms
  Polynomial top = Polynomial::constant(0);
  Polynomial bottom = Polynomial::constant(1);
  std::vector<LeafNumber> leaves{};
  std::vector<LeafNumber> levels{};  ///< cumulative values that no difference made a flow
  bool has_references = false;
  bool is_past = true;  ///< all its references are
};

void merge_leaves(std::vector<LeafNumber>& into, const std::vector<LeafNumber>& from) {
  std::vector<LeafNumber> both;
  std::set_union(into.begin(), into.end(), from.begin(), from.end(), std::back_inserter(both));
  into = std::move(both);
}

Shift shift_of(const Reference& reference) {
  return {reference.shift_periods, reference.shift_months};
}

Polynomial power_of(const Polynomial& base, int exponent) {
  Polynomial result = Polynomial::constant(1);
  for (int i = 0; i < exponent && result.terms().size() <= most_terms; ++i) result = result * base;
  return result;
}

}  // namespace

/// Reads a formula as a fraction of polynomials, and notes what its divisors must be.
class FractionReading {
 public:
  using Value = Part;

  FractionReading(FormulaCompiler& compiler, const Indicator& whole)
      : compiler_(compiler), whole_(whole) {}

  Part read(const Indicator& indicator, const Subject& subject) {
    const Formula* const outer_formula = std::exchange(formula_, &indicator.formula);
    const Subject* const outer_subject = std::exchange(subject_, &subject);
    Part result = fold(indicator.formula.nodes(), *this);
    formula_ = outer_formula;
    subject_ = outer_subject;
    return result;
  }

  Part constant(std::size_t index) {
    Part part;
    part.top = Polynomial::constant(formula_->constants()[index]);
    return part;
  }

  Part reference(std::size_t index) {
    const Reference& reference = formula_->references()[index];
    const Catalogue::Item item = compiler_.catalogue_.find(reference.item);
    Subject inner;
    inner.categories = categories_of(item, reference, subject_->categories);
    inner.parents = subject_->parents;
    if (reference.relative == Reference::Relative::parent) ++inner.parents;
    const Shift own = shift_of(reference);
    const auto series = compiler_.binding_.find(full_id_of(item), inner.categories);
    const auto* const* indicator = std::get_if<const Indicator*>(&item);
    if (indicator && !series) return read_indicator(**indicator, reference, std::move(inner));
    if (!series) {
      note_absent(reference, inner);
      return constant_one();
    }
    Part part;
    const LeafNumber number =
        compiler_.number_of(Leaf{*series, inner.parents, subject_->shift, own});
    part.top = Polynomial::leaf(number, compiler_.binding_.factor(*series));
    part.leaves = {number};
    if (compiler_.totals_.series()[*series].time == TimeRule::cumulative) part.levels = {number};
    part.has_references = true;
    part.is_past = own.is_back();
    return part;
  }
  Part sum(std::size_t index) { return reference(index); }

  Part add(Part left, Part right) {
    return combine(std::move(left), std::move(right), [](Part& into, const Part& other) {
      if (into.bottom == other.bottom) {
        into.top = into.top + other.top;
      } else {
        into.top = into.top * other.bottom + other.top * into.bottom;
        into.bottom = into.bottom * other.bottom;
      }
    });
  }
  Part subtract(Part left, Part right) {
    std::vector<LeafNumber> levels = levels_of_difference(left, right);
    Part result = add(std::move(left), negate(std::move(right)));
    result.levels = std::move(levels);
    return result;
  }
  Part multiply(Part left, Part right) {
    return combine(std::move(left), std::move(right), [](Part& into, const Part& other) {
      into.top = into.top * other.top;
      into.bottom = into.bottom * other.bottom;
    });
  }
  Part divide(Part left, Part right) {
    note_divisor(right);
    last_divisor_ = right;
    std::swap(right.top, right.bottom);
    return multiply(std::move(left), std::move(right));
  }
  Part negate(Part value) const {
    value.top = value.top.scaled(-1);
    return value;
  }
  Part power(Part value, int exponent) {
    if (exponent < 0) {
      note_divisor(value);
      std::swap(value.top, value.bottom);
    }
    value.top = power_of(value.top, std::abs(exponent));
    value.bottom = power_of(value.bottom, std::abs(exponent));
    limit(value);
    return value;
  }

  /// The divisor of a root, the last one read, is a base of growth whatever its references.
  void note_base_of_root() { note_condition(last_divisor_, Condition::Kind::above_zero); }

  std::vector<Condition> conditions{};
  std::vector<std::string> absent{};
  std::vector<Fault> faults{};
  bool is_fraction = true;

 private:
  static Part constant_one() {
    Part part;
    part.top = Polynomial::constant(1);
    return part;
  }

  template <typename Operation>
  static Part combine(Part left, Part right, const Operation& operation) {
    merge_leaves(left.leaves, right.leaves);
    merge_leaves(left.levels, right.levels);
    left.is_past = left.is_past && right.is_past;
    left.has_references = left.has_references || right.has_references;
    left.is_fraction = left.is_fraction && right.is_fraction;
    if (left.is_fraction) {
      const auto terms = [](const Part& part) {
        return part.top.terms().size() + part.bottom.terms().size();
      };
      left.is_fraction = terms(left) * terms(right) <= most_terms * most_terms;
    }
    if (left.is_fraction) operation(left, right);
    limit(left);
    return left;
  }
  /// What was counted at one time less what was counted at another is a flow.
  std::vector<LeafNumber> levels_of_difference(const Part& left, const Part& right) const {
    const auto series_of = [&](LeafNumber leaf) { return compiler_.leaves()[leaf].series; };
    const auto occurs_in = [&](const std::vector<LeafNumber>& others, LeafNumber leaf) {
      return std::any_of(others.begin(), others.end(),
                         [&](LeafNumber other) { return series_of(other) == series_of(leaf); });
    };
    std::vector<LeafNumber> result;
    for (const LeafNumber leaf : left.levels) {
      if (!occurs_in(right.levels, leaf)) result.push_back(leaf);
    }
    for (const LeafNumber leaf : right.levels) {
      if (!occurs_in(left.levels, leaf)) result.push_back(leaf);
    }
    std::sort(result.begin(), result.end());
    return result;
  }
  static void limit(Part& part) {
    part.is_fraction =
        part.is_fraction && part.top.terms().size() + part.bottom.terms().size() <= most_terms;
  }

  Part read_indicator(const Indicator& indicator, const Reference& reference, Subject inner) {
    if (indicator.formula.root() != 0) {
      faults.push_back(
          Fault{ErrorCode::root_in_formula, {whole_.full_id(), indicator.full_id()}, whole_.place});
      return constant_one();
    }
    inner.shift = subject_->shift + shift_of(reference);
    Part part = read(indicator, inner);
    part.is_past = part.has_references && (shift_of(reference).is_back() || part.is_past);
    return part;
  }

  void note_absent(const Reference& reference, const Subject& inner) {
    Reference named;
    named.item = reference.item;
    named.categories = inner.categories;
    const std::string text = named.to_string();
    if (std::find(absent.begin(), absent.end(), text) == absent.end()) absent.push_back(text);
  }

  void note_divisor(const Part& divisor) {
    if (!divisor.has_references || !divisor.is_past) {
      return note_condition(divisor, Condition::Kind::not_zero);
    }
    note_condition(divisor, Condition::Kind::above_zero);
    for (const LeafNumber number : divisor.levels) {
      const Leaf& leaf = compiler_.leaves()[number];
      const Shift from_here{leaf.subject.periods + leaf.own.periods - subject_->shift.periods,
                            leaf.subject.months + leaf.own.months - subject_->shift.months};
      if (from_here.is_whole_years()) continue;
      const Series& series = compiler_.totals_.series()[leaf.series];
      faults.push_back(
          Fault{ErrorCode::growth_of_cumulative, {whole_.full_id(), series.name()}, whole_.place});
      return;
    }
  }

  void note_condition(const Part& divisor, Condition::Kind kind) {
    if (!divisor.is_fraction) return;
    const auto top = primitive(divisor.top);
    const auto bottom = primitive(divisor.bottom);
    if (!top || !bottom) {
      is_fraction = false;
      return;
    }
    const bool is_constant = top->whole.terms.size() == 1 && top->whole.terms[0].leaves.empty();
    if (is_constant && kind == Condition::Kind::not_zero) return;
    Condition condition{kind, top->whole, {}, top->factor.sign() * bottom->factor.sign()};
    const bool is_whole = bottom->whole.terms.size() == 1 && bottom->whole.terms[0].leaves.empty();
    if (kind == Condition::Kind::above_zero && !is_whole) condition.bottom = bottom->whole;
    const bool is_known =
        std::find(conditions.begin(), conditions.end(), condition) != conditions.end();
    if (!is_known) conditions.push_back(std::move(condition));
  }

  FormulaCompiler& compiler_;
  const Indicator& whole_;
  const Formula* formula_ = nullptr;
  const Subject* subject_ = nullptr;
  Part last_divisor_{};
};

namespace {

/// Brings both sides to whole numbers, and drops what follows from the bottom not being 0.
std::optional<Fraction> fraction_of(const Part& part, std::vector<Condition> conditions,
                                    const Rational& scale) {
  if (!part.is_fraction) return std::nullopt;
  const auto top = primitive(part.top);
  const auto bottom = primitive(part.bottom);
  if (!top || !bottom) return std::nullopt;
  Fraction result;
  result.top = top->whole;
  result.bottom = bottom->whole;
  if (bottom->whole.terms.empty())
    result.factor = 1;  // a divisor that is always 0
  else
    result.factor = top->factor / bottom->factor * scale;
  if (result.factor.sign() < 0) {
    result.factor = -result.factor;
    for (WholePolynomial::Term& term : result.top.terms) term.coefficient = -term.coefficient;
  }
  for (Condition& condition : conditions) {
    const bool is_bottom = condition.top == result.bottom && condition.bottom.terms.empty();
    if (is_bottom && condition.kind == Condition::Kind::not_zero) continue;
    if (is_bottom && condition.sign > 0) {
      result.is_bottom_above_zero = true;
      continue;
    }
    result.conditions.push_back(std::move(condition));
  }
  return result;
}

}  // namespace

LeafNumber FormulaCompiler::number_of(const Leaf& leaf) {
  const auto found = std::find(leaves_.begin(), leaves_.end(), leaf);
  if (found != leaves_.end()) return static_cast<LeafNumber>(found - leaves_.begin());
  leaves_.push_back(leaf);
  return static_cast<LeafNumber>(leaves_.size() - 1);
}

Compilation FormulaCompiler::compile(const Indicator& indicator,
                                     const std::vector<Reference::Category>& categories) {
  FractionReading reading(*this, indicator);
  const Subject subject{categories};
  const Part part = reading.read(indicator, subject);
  if (indicator.formula.root() != 0) reading.note_base_of_root();
  Compilation result;
  result.absent = std::move(reading.absent);
  result.faults = std::move(reading.faults);
  result.formula.leaves = part.leaves;
  result.formula.root = indicator.formula.root();
  if (!reading.is_fraction) return result;
  const Rational scale =
      result.formula.root != 0
          ? Rational(1)
          : Rational::power_of_ten(indicator.places.value_or(2)) / indicator.unit.factor();
  result.formula.fraction = fraction_of(part, std::move(reading.conditions), scale);
  return result;
}

bool is_past(const Reference& reference, const Catalogue& catalogue) {
  if (shift_of(reference).is_back()) return true;
  const Catalogue::Item item = catalogue.find(reference.item);
  const auto* const* indicator = std::get_if<const Indicator*>(&item);
  if (!indicator) return false;
  const auto inner = (*indicator)->formula.references();
  return !inner.empty() && std::all_of(inner.begin(), inner.end(), [&](const Reference& one) {
    return is_past(one, catalogue);
  });
}

}  // namespace edustat::detail
