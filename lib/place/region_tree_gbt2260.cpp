// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "error/fault_list.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace edustat {
namespace {

/// @source GB/T 2260-2007: two digits each for province, city and county; 00 for the whole
constexpr std::size_t code_length = 6;
constexpr std::string_view nation = "000000";

bool is_code(std::string_view text) noexcept {
  return text.size() == code_length && std::all_of(text.begin(), text.end(), [](char character) {
           return character >= '0' && character <= '9';
         });
}

std::string padded(std::string_view digits) {
  std::string code(digits);
  code.resize(code_length, '0');
  return code;
}

std::string level_of(const std::string& code) {
  if (code == nation) return "nation";
  if (code == padded(std::string_view(code).substr(0, 2))) return "province";
  return code == padded(std::string_view(code).substr(0, 4)) ? "city" : "county";
}

}  // namespace

RegionTree RegionTree::from_gbt2260(
    std::span<const std::pair<std::string, std::string>> codes_and_names) {
  std::unordered_set<std::string> known;
  for (const auto& [code, name] : codes_and_names) known.insert(code);
  const auto nearest = [&](const std::string& code) -> std::string {
    const std::string_view digits = code;
    for (const std::size_t length : {std::size_t{4}, std::size_t{2}, std::size_t{0}}) {
      const std::string above = padded(digits.substr(0, length));
      if (above != code && (length == 2 || known.contains(above))) return above;
    }
    return {};
  };
  detail::FaultList faults;
  std::vector<RegionRow> rows;
  for (std::size_t i = 0; i < codes_and_names.size(); ++i) {
    const auto& [code, name] = codes_and_names[i];
    const Place place{.line = i + 1};
    if (!is_code(code)) {
      faults.add_structural({ErrorCode::malformed_region_code, {code}, place});
      continue;
    }
    rows.push_back(RegionRow{code, name, level_of(code), nearest(code)});
    rows.back().place = place;
  }
  faults.throw_if_any();
  RegionTreeOptions options;
  for (const std::string_view level : {"nation", "province", "city", "county"}) {
    const bool is_used = std::any_of(rows.begin(), rows.end(),
                                     [&](const RegionRow& row) { return row.level == level; });
    if (is_used) options.levels.emplace_back(level);
  }
  if (!known.contains(std::string(nation))) options.roots = Roots::several;
  return RegionTree(std::move(rows), std::move(options));
}

}  // namespace edustat
