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
struct Names<InnerFacts> {
  static constexpr std::array<std::string_view, 3> all{"refuse", "total", "own"};
};
template <>
struct Names<Duplicates> {
  static constexpr std::array<std::string_view, 2> all{"refuse", "add"};
};
template <>
struct Names<UnknownRegions> {
  static constexpr std::array<std::string_view, 2> all{"refuse", "set_aside"};
};
template <>
struct Names<CellStatus> {
  static constexpr std::array<std::string_view, 7> all{"complete",       "partial",    "missing",
                                                       "not_applicable", "suppressed", "undefined",
                                                       "not_comparable"};
};
template <>
struct Names<Partial> {
  static constexpr std::array<std::string_view, 2> all{"gap", "known_part"};
};
template <>
struct Names<Totals::Row::Kind> {
  static constexpr std::array<std::string_view, 3> all{"region", "group", "complement"};
};
template <>
struct Names<RankOptions::Order> {
  static constexpr std::array<std::string_view, 2> all{"highest_first", "lowest_first"};
};
template <>
struct Names<RankOptions::Ties> {
  static constexpr std::array<std::string_view, 3> all{"lowest", "highest", "dense"};
};
template <>
struct Names<RankOptions::By> {
  static constexpr std::array<std::string_view, 2> all{"exact", "rounded"};
};
template <>
struct Names<RankOptions::Among> {
  static constexpr std::array<std::string_view, 2> all{"parent", "level"};
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

/// A list of what a span shows.
template <typename Value>
[[nodiscard]] std::vector<Value> list_of(std::span<const Value> values) {
  return {values.begin(), values.end()};
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
