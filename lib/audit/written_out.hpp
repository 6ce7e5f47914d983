// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"

#include "panel/series_binding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace edustat {

/// Where relations are written out.
struct WritingOut {
  const Catalogue& catalogue;
  const detail::SeriesBinding& binding;
};

/// One side of a relation as text, read for categories: every reference names the series behind it,
/// and an indicator without a series stands there as its formula. Nothing where some reference has
/// no series, which `absent` then names.
[[nodiscard]] std::optional<std::string> written_out(
    const WritingOut& where, std::span<const Node> nodes, std::span<const Rational> constants,
    std::span<const Reference> references, const std::vector<Reference::Category>& categories,
    std::vector<std::string>& absent);

}  // namespace edustat
