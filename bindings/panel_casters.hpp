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
struct Last<InnerFacts> {
  static constexpr InnerFacts value = InnerFacts::own;
};
template <>
struct Last<Duplicates> {
  static constexpr Duplicates value = Duplicates::add;
};
template <>
struct Last<UnknownRegions> {
  static constexpr UnknownRegions value = UnknownRegions::set_aside;
};
template <>
struct Last<CellStatus> {
  static constexpr CellStatus value = CellStatus::not_comparable;
};
template <>
struct Last<Partial> {
  static constexpr Partial value = Partial::known_part;
};
template <>
struct Last<Totals::Row::Kind> {
  static constexpr Totals::Row::Kind value = Totals::Row::Kind::complement;
};
template <>
struct Last<RankOptions::Order> {
  static constexpr RankOptions::Order value = RankOptions::Order::lowest_first;
};
template <>
struct Last<RankOptions::Ties> {
  static constexpr RankOptions::Ties value = RankOptions::Ties::dense;
};
template <>
struct Last<RankOptions::By> {
  static constexpr RankOptions::By value = RankOptions::By::rounded;
};
template <>
struct Last<RankOptions::Among> {
  static constexpr RankOptions::Among value = RankOptions::Among::level;
};

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

namespace pybind11::detail {

template <>
struct type_caster<edustat::InnerFacts> : edustat::python::NameCaster<edustat::InnerFacts> {};
template <>
struct type_caster<edustat::Duplicates> : edustat::python::NameCaster<edustat::Duplicates> {};
template <>
struct type_caster<edustat::UnknownRegions> : edustat::python::NameCaster<edustat::UnknownRegions> {
};
template <>
struct type_caster<edustat::CellStatus> : edustat::python::NameCaster<edustat::CellStatus> {};
template <>
struct type_caster<edustat::Partial> : edustat::python::NameCaster<edustat::Partial> {};
template <>
struct type_caster<edustat::Totals::Row::Kind>
    : edustat::python::NameCaster<edustat::Totals::Row::Kind> {};
template <>
struct type_caster<edustat::RankOptions::Order>
    : edustat::python::NameCaster<edustat::RankOptions::Order> {};
template <>
struct type_caster<edustat::RankOptions::Ties>
    : edustat::python::NameCaster<edustat::RankOptions::Ties> {};
template <>
struct type_caster<edustat::RankOptions::By>
    : edustat::python::NameCaster<edustat::RankOptions::By> {};
template <>
struct type_caster<edustat::RankOptions::Among>
    : edustat::python::NameCaster<edustat::RankOptions::Among> {};

}  // namespace pybind11::detail
