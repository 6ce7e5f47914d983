// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"

#include <span>
#include <string>
#include <string_view>

/// Formulas written back as text, so that parsing it gives the same steps.
namespace edustat::detail {

/// A name as a formula writes it: in single quotes where it is not a plain name.
[[nodiscard]] std::string quoted(std::string_view name);
/// A reference under another name for its item: `prev('竣工率(占开工)'[stage=higher])`.
[[nodiscard]] std::string reference_text(const Reference& reference, std::string_view item);
/// A whole or decimal number with all its digits. `value` must be a decimal, as constants are.
[[nodiscard]] std::string constant_text(const Rational& value);
/// How sum() is written.
enum class Sums {
  as_calls,    ///< `sum(x[kind=*])`: the leaf stands in the call
  written_out  ///< the leaf is the sum itself, `x[kind=a] + x[kind=b]`
};
/// The steps with the fewest brackets; `leaves` has the text of each reference, also of sums.
[[nodiscard]] std::string formula_text(std::span<const Node> nodes,
                                       std::span<const Rational> constants,
                                       std::span<const std::string> leaves,
                                       Sums sums = Sums::as_calls);
/// The same of a whole formula, root_rate() among them.
[[nodiscard]] std::string formula_text(const Formula& formula, std::span<const std::string> leaves,
                                       Sums sums);

}  // namespace edustat::detail
