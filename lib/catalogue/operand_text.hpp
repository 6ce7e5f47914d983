// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/quantity/dimension.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace edustat::detail {

/// A formula or a relation as its steps.
struct Steps {
  std::span<const Node> nodes;
  std::span<const Rational> constants;
  std::span<const Reference> references;
};

/// Index behind the first step of the operand whose last step is `last`, counted back.
[[nodiscard]] std::size_t first_step(std::span<const Node> nodes, std::size_t last) noexcept;

/// The operand that ends at step `last`, written out.
[[nodiscard]] std::string operand_text(const Steps& steps, std::size_t last);

/// Refuses two operands, each given by its last step.
[[noreturn]] void refuse_mixed(const Steps& steps, std::size_t left, std::string_view sign,
                               std::size_t right, const Dimension& left_dimension,
                               const Dimension& right_dimension);

/// `+`, `-`, `*` or `/`.
[[nodiscard]] std::string_view sign_of(Node::Operation operation) noexcept;

/// The dimension of 百分点.
[[nodiscard]] const Dimension& percentage_points();

}  // namespace edustat::detail
