// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/ends.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <z3++.h>

namespace edustat::reconcile_detail {
namespace {

/// The least or the greatest value of a number.
struct Edge {
  std::size_t number;
  Side side;
  std::optional<Rational> value{};  ///< to be proven; absent: there is none, or it is not known
  Interval::Bound bound{};
  Tightness tightness = Tightness::outer;
};

class Ends {
 public:
  Ends(System& system, const std::vector<std::size_t>& numbers,
       const std::vector<std::size_t>& prints)
      : system_(system), prints_(prints), is_exact_(system.rows(prints).is_linear()) {
    for (const std::size_t number : numbers) {
      edges_.push_back({number, Side::lower});
      edges_.push_back({number, Side::upper});
    }
  }

  std::vector<Bound> find() {
    propose();
    prove();
    settle(finite());
    std::vector<Bound> bounds;
    for (std::size_t i = 0; i < edges_.size(); i += 2) {
      const Edge& low = edges_[i];
      const Edge& high = edges_[i + 1];
      const bool is_tight = low.tightness == Tightness::tight && high.tightness == Tightness::tight;
      bounds.push_back(
          {Interval(low.bound, high.bound), is_tight ? Tightness::tight : Tightness::outer});
    }
    return bounds;
  }

 private:
  void propose() {
    Rows& rows = system_.rows(prints_);
    for (Edge& edge : edges_) {
      if (system_.is_late()) return;
      const std::optional<Rows::Extreme> extreme = rows.extreme(edge.number, edge.side);
      if (!extreme) return;
      if (extreme->is_proven) {
        edge.tightness = Tightness::tight;
        if (extreme->value) edge.bound = extreme->value->bound();
      } else if (extreme->value) {
        edge.value = extreme->value->value;
      } else {
        // Rows can say less than the relations: then what looks endless may end.
        optimize(edge);
      }
    }
  }

  /// What Z3 finds, who knows more than rows: whole numbers, and quotients by negative numbers.
  void optimize(Edge& edge) {
    edge.value.reset();
    z3::optimize optimizer = system_.optimizer(prints_);
    const z3::expr value = system_.value(edge.number);
    const z3::optimize::handle goal =
        edge.side == Side::upper ? optimizer.maximize(value) : optimizer.minimize(value);
    if (system_.is_late() || optimizer.check() != z3::sat) return;
    z3::context& context = system_.context();
    const Z3_ast_vector triple =
        edge.side == Side::upper ? Z3_optimize_get_upper_as_vector(context, optimizer, goal.h())
                                 : Z3_optimize_get_lower_as_vector(context, optimizer, goal.h());
    const z3::expr_vector end(context, triple);  // times infinity, value, times epsilon
    if (end[0].is_numeral() && end[0].get_decimal_string(1) == "0") {
      edge.value = Rational::parse(Z3_get_numeral_string(context, end[1]));
    } else if (is_exact_) {
      edge.tightness = Tightness::tight;
    }
  }

  /// Forgets the ends beyond which something lies after all.
  void prove() {
    const std::vector<Edge*> edges = finite();
    if (edges.empty() || !is_any_beyond(edges)) return;
    for (Edge* edge : edges) {
      if (is_any_beyond({edge})) edge->value.reset();
    }
  }

  bool is_any_beyond(const std::vector<Edge*>& edges) {
    z3::expr_vector claims(system_.context());
    for (const Edge* edge : edges) {
      const z3::expr value = system_.value(edge->number);
      const z3::expr end = system_.real(*edge->value);
      claims.push_back(edge->side == Side::upper ? value > end : value < end);
    }
    return system_.is_possible_with(z3::mk_or(claims), prints_, System::Part::linear)
        .value_or(true);
  }

  std::vector<Edge*> finite() {
    std::vector<Edge*> edges;
    for (Edge& edge : edges_) {
      if (edge.value) edges.push_back(&edge);
    }
    return edges;
  }

  /// Whether ends are reached, or only come near to. What reaches one may reach others as well.
  void settle(std::vector<Edge*> open) {
    while (!open.empty()) {
      Edge& edge = *open.back();
      open.pop_back();
      const std::optional<bool> is_reached = is_met(edge, whole_part());
      if (!is_reached) {
        edge.bound = {edge.value, End::closed};  // not decided: it stays in, which is outer
      } else if (*is_reached) {
        reach(edge);
        std::erase_if(open, [&](Edge* other) {
          const bool is_met_too = system_.is_found_at(other->number, *other->value);
          if (is_met_too) reach(*other);
          return is_met_too;
        });
      } else {
        leave_out(edge);
      }
    }
  }

  [[nodiscard]] System::Part whole_part() const {
    return is_exact_ ? System::Part::linear : System::Part::whole;
  }

  std::optional<bool> is_met(const Edge& edge, System::Part part) {
    return system_.is_possible_with(system_.value(edge.number) == system_.real(*edge.value),
                                    prints_, part);
  }

  static void reach(Edge& edge) {
    edge.bound = {edge.value, End::closed};
    edge.tightness = Tightness::tight;
  }

  /// An end that is not reached: something comes near to it, or Z3 knows a nearer one.
  void leave_out(Edge& edge) {
    edge.bound = {edge.value, End::open};
    if (!is_exact_) return;
    if (is_met(edge, System::Part::closed).value_or(false)) {
      // Real numbers come as near as one likes; whole ones do not.
      edge.tightness = system_.has_whole_numbers() ? Tightness::outer : Tightness::tight;
      return;
    }
    Edge nearer = edge;
    optimize(nearer);
    if (!nearer.value || is_any_beyond({&nearer})) return;
    edge.value = nearer.value;
    edge.bound = {edge.value, End::open};
    if (is_met(edge, System::Part::linear).value_or(false)) reach(edge);
  }

  System& system_;
  const std::vector<std::size_t>& prints_;
  bool is_exact_;
  std::vector<Edge> edges_{};
};

}  // namespace

std::vector<Bound> bounds_of(System& system, const std::vector<std::size_t>& numbers,
                             const std::vector<std::size_t>& prints) {
  return Ends(system, numbers, prints).find();
}

}  // namespace edustat::reconcile_detail
