// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/panel.hpp"
#include "edustat/panel/rank.hpp"
#include "edustat/panel/totals.hpp"

#include "casters.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::python {

template <>
inline constexpr auto last_of<InnerFacts> = InnerFacts::own;
template <>
inline constexpr auto last_of<Duplicates> = Duplicates::add;
template <>
inline constexpr auto last_of<UnknownRegions> = UnknownRegions::set_aside;
template <>
inline constexpr auto last_of<CellStatus> = CellStatus::not_comparable;
template <>
inline constexpr auto last_of<Partial> = Partial::known_part;
template <>
inline constexpr auto last_of<Totals::Row::Kind> = Totals::Row::Kind::complement;
template <>
inline constexpr auto last_of<RankOptions::Order> = RankOptions::Order::lowest_first;
template <>
inline constexpr auto last_of<RankOptions::Ties> = RankOptions::Ties::dense;
template <>
inline constexpr auto last_of<RankOptions::By> = RankOptions::By::rounded;
template <>
inline constexpr auto last_of<RankOptions::Among> = RankOptions::Among::level;

/// Codes by dimension, as Python writes them.
using CodeByDimension = std::map<std::string, std::string>;

/// In the order of the dimensions.
[[nodiscard]] inline std::vector<Reference::Category> categories_of(const CodeByDimension& codes) {
  std::vector<Reference::Category> categories;
  for (const auto& [dimension, code] : codes) categories.push_back({dimension, code});
  return categories;
}

/// The other way.
[[nodiscard]] inline CodeByDimension codes_of(const std::vector<Reference::Category>& categories) {
  CodeByDimension codes;
  for (const auto& [dimension, code] : categories) codes.emplace(dimension, code);
  return codes;
}

}  // namespace edustat::python
