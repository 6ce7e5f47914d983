// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/reconcile.hpp"

#include "audit/reconcile/linear.hpp"
#include "audit/reconcile/simplex.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace edustat::reconcile_detail {

/// A relation with the number of each of its references.
struct Link {
  const Relation* relation;
  std::vector<std::size_t> numbers;  ///< by reference index
  std::size_t index;                 ///< of the relation, as the caller counts
};

/// What relations say in linear rows, of which prints and relations can be left out.
///
/// No answer rests on the simplex method alone: what is possible is a point that was put into every
/// row, what is not is a sum of rows and ends that was added up.
class Rows {
 public:
  Rows(std::span<const Unknown> unknowns, const std::vector<std::size_t>& numbers,
       const std::vector<Link>& links);

  /// From now on these prints and relations, by place, are meant, and the fixed prints.
  void hold(const std::vector<std::size_t>& prints, const std::vector<std::size_t>& links);

  /// Whether they can all be true; nothing where rows do not say.
  [[nodiscard]] std::optional<bool> is_possible();
  /// Some of what is held.
  struct Core {
    std::set<std::size_t> prints{};
    std::set<std::size_t> links{};
  };
  /// After is_possible said no: what already contradicts itself.
  [[nodiscard]] const Core& core() const noexcept { return core_; }

  /// How far a number goes.
  struct Extreme {
    std::optional<Near> value{};  ///< absent: as far as one likes
    bool is_proven = false;  ///< also for the relations, and that it is come near to or reached
  };
  /// Nothing where no point satisfies the rows.
  [[nodiscard]] std::optional<Extreme> extreme(std::size_t number, Side side);

  /// True for a number of a relation that is not linear whatever is printed.
  [[nodiscard]] bool is_in_product(std::size_t number) const { return products_.contains(number); }
  /// True for a rate that stands in one relation only, which without its print says nothing.
  [[nodiscard]] bool is_eliminated(std::size_t number) const {
    return eliminated_.contains(number);
  }
  /// Whether the held relations are linear, and rates that were eliminated.
  [[nodiscard]] bool is_linear() const;
  /// True for a printed rate whose divisor is never negative.
  [[nodiscard]] bool is_plain_rate(std::size_t place) const { return links_[place].is_plain_rate; }

 private:
  struct Row {
    LinearRow row{};
    std::size_t link;
    std::set<std::size_t> needed{};      ///< prints under which it holds
    std::optional<LinearRatio> ratio{};  ///< of a rate: 0 / 0 lies between open ends as well
    Reach reach{};                       ///< as things are held
  };
  struct Said {
    std::optional<std::set<std::size_t>> linear_with{};  ///< prints; absent: never
    bool is_plain_rate = false;
    bool has_more = false;  ///< than rows say
    bool is_held = false;
    std::optional<std::size_t> bottom{};  ///< of another rate: its row
    Near above{};                         ///< what that must exceed for the divisor to be above 0
    Core sign{};                          ///< why it does
  };
  struct Number {
    std::size_t number;
    Reach domain{};
    Reach both{};  ///< with its print
    bool is_whole = false;
    bool is_held = false;
  };

  void add(std::size_t place, const Link& link);
  [[nodiscard]] bool add_row(std::size_t place, const Link& link, const LinearValueOf& value);
  void add_rate(std::size_t place, std::size_t rate, const LinearRatio& ratio);
  [[nodiscard]] LinearSum alone(std::size_t number) const;
  [[nodiscard]] bool is_never_negative(const LinearSum& sum) const;
  void hold_rows();
  [[nodiscard]] bool learn_sign(Said& link);
  [[nodiscard]] const Reach& reach(std::size_t member) const;
  [[nodiscard]] Reach reach_of(const Row& row) const;
  [[nodiscard]] Near sum_of(const LinearSum& sum) const;
  [[nodiscard]] bool is_inside(const Row& row) const;
  [[nodiscard]] bool are_held(const std::set<std::size_t>& prints) const;
  [[nodiscard]] bool is_all_said() const;
  [[nodiscard]] bool is_met() const;
  [[nodiscard]] bool is_endless(std::size_t place, Side side) const;
  using EndOf = std::function<std::optional<Near>(std::size_t member, Side side)>;
  [[nodiscard]] std::optional<Near> proof_sum(const EndOf& end_of) const;
  [[nodiscard]] bool is_defined(const LinearRatio& ratio) const;
  [[nodiscard]] bool is_end(std::size_t member, const Near& end) const;
  [[nodiscard]] bool may_be_nothing(std::size_t member) const;
  void blame(Core& core) const;

  std::span<const Unknown> unknowns_;
  std::map<std::size_t, std::size_t> places_{};
  std::vector<Number> numbers_{};  ///< by place
  std::vector<Row> rows_{};
  std::map<std::size_t, std::size_t> uses_{};  ///< relations of a number
  std::set<std::size_t> products_{};
  std::set<std::size_t> eliminated_{};
  std::vector<Said> links_;  ///< by place
  std::optional<Simplex> simplex_{};
  Core core_{};
};

}  // namespace edustat::reconcile_detail
