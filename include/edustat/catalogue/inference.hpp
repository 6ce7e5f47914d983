// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/quantity/dimension.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace edustat {

/// What a formula comes out in.
struct Inference {
  /// What is known besides the dimension.
  enum class Form : std::uint8_t {
    plain,           ///< nothing
    constant,        ///< a number without items: a ratio
    zero,            ///< the number 0, which fits every dimension
    rate_difference  ///< one rate minus another: a ratio, and as well a number of percentage points
  };
  Dimension dimension{};    ///< of the result
  Form form = Form::plain;  ///< see Form

  /// True when an item of this dimension may be declared by the formula.
  [[nodiscard]] bool fits(const Dimension& declared) const noexcept;
};

/// The dimension of a formula of a catalogue, by the rules of quantities: what is added must be of
/// one kind, counting kinds (人, 人次) included; a constant is a ratio.
///
/// `dimensions` has that of each reference, by index.
/// @throws UnitError (mixed_units) naming both operands, LimitError beyond 4 kinds
[[nodiscard]] Inference infer(const Formula& formula, std::span<const Dimension* const> dimensions);

/// Refuses a relation of a catalogue whose sides do not compare. A number compares with a ratio and
/// with a quotient of two counts (人次/人).
/// @throws UnitError (mixed_units) naming both operands, LimitError beyond 4 kinds
void require_comparable(const Relation& relation, std::span<const Dimension* const> dimensions);

/// Something that printed figures do with their units and quantities may not.
struct UnitRemark {
  /// What they do.
  enum class Code : std::uint8_t {
    mixed_counting_kinds,  ///< 人 and 人次 added, 所 taken from 个; arguments: the two dimensions
    quotient_in_numerator_unit,  ///< 生均3.1平方米, 410人 x 4000元: a `per` is not printed;
                                 ///< arguments: the two dimensions
    bare_number_took_unit,       ///< a number without unit; arguments: its name, the dimension
    points_with_rates            ///< % and 百分点 meet; arguments: the two operands
  };
  Code code;                             ///< what is remarked
  std::vector<std::string> arguments{};  ///< the first case of it
  /// Equal in code and arguments.
  friend bool operator==(const UnitRemark&, const UnitRemark&) = default;
};

/// How the units of the printed figures in a relation fit.
struct PrintedUnits {
  std::vector<UnitRemark> remarks{};  ///< each code once, in the order in which they were met
  /// What each reference without unit must be of, by index, where the relation tells; empty when
  /// every figure has a unit.
  std::vector<std::optional<Dimension>> implied{};
};

/// Compares the units of printed figures as an auditor does: the numbers count, and what
/// quantities would refuse is remarked. Figures whose measuring kinds differ (area against money)
/// or which count differently often (% against 人) are refused all the same.
///
/// `dimensions` has that of each reference, by index; null for a number without unit, which takes
/// what its relation implies.
/// @throws UnitError (mixed_units) naming both operands, LimitError beyond 4 kinds
[[nodiscard]] PrintedUnits infer_print(const Relation& relation,
                                       std::span<const Dimension* const> dimensions);

}  // namespace edustat
