// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/catalogue/formula.hpp"

#include "audit/judge.hpp"
#include "quantity/plain_print.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace edustat {

/// Judges rows of plain prints in 64-bit fractions: the same verdicts as judge(), without its cost.
///
/// Takes only what it can decide exactly and leaves the rest to the general reading: relations in
/// which every input occurs once and which have no powers, prints above zero with a unit, products
/// and quotients of ranges that are not below zero, and ends that fit into 64 bits.
class ColumnKernel {
 public:
  ColumnKernel(const Relation& relation, Precision precision);

  /// The verdict on one row, texts by reference index; nothing when the row is not so plain.
  [[nodiscard]] std::optional<Verdict> judge(std::span<const std::string_view> texts);

 private:
  /// One end of a range, above or at zero denominators excluded: numerator / denominator.
  struct Ratio {
    std::int64_t numerator;
    std::int64_t denominator;
    bool is_closed;
  };
  struct Range {
    Ratio low;
    Ratio high;
  };

  [[nodiscard]] std::optional<Range> range_of(const detail::PlainPrint& print) const;
  [[nodiscard]] std::optional<Range> fold_side(std::span<const Node> nodes);
  [[nodiscard]] bool has_known_units();

  const Relation& relation_;
  Precision precision_;
  bool is_simple_;
  UnitSystem units_;
  std::vector<detail::PlainPrint> prints_;
  std::vector<Range> ranges_;
  std::vector<Range> constants_;
  std::vector<Range> stack_;
  std::vector<Unit> compared_units_;
};

}  // namespace edustat
