// SPDX-License-Identifier: Apache-2.0
#include "place/region_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace edustat::detail {
namespace {

/// The whole number that a code is written with, without leading zeros.
std::optional<std::int64_t> number_of(std::string_view code) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  const bool is_whole = error == std::errc() && end == code.data() + code.size();
  if (!is_whole) return {};
  const std::string_view digits = code.substr(number < 0 ? 1 : 0);
  const bool is_plain = number == 0 ? code == "0" : digits.front() != '0';
  if (!is_plain) return {};
  return number;
}

}  // namespace

RegionNumbers::RegionNumbers(const std::unordered_map<std::string_view, std::uint32_t>& codes) {
  for (const auto& [code, region] : codes) {
    if (const auto number = number_of(code)) by_number_.emplace_back(*number, region);
  }
  if (by_number_.empty()) return;
  std::sort(by_number_.begin(), by_number_.end());
  const std::int64_t low = by_number_.front().first;
  const std::int64_t high = by_number_.back().first;
  const auto distance = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
  if (distance / numbers_of_region < by_number_.size()) all_ = new_table(low, high);
}

RegionTree::Numbered RegionNumbers::between(std::int64_t low, std::int64_t high) const {
  const bool holds_all = all_.regions && low >= all_.first && high <= all_.last();
  return holds_all ? all_ : new_table(low, high);
}

RegionTree::Numbered RegionNumbers::new_table(std::int64_t low, std::int64_t high) const {
  auto regions = std::make_shared<std::vector<std::int32_t>>(
      static_cast<std::size_t>(high - low + 1), RegionTree::no_region);
  const auto is_below = [](const auto& one, std::int64_t number) { return one.first < number; };
  auto next = std::lower_bound(by_number_.begin(), by_number_.end(), low, is_below);
  for (; next != by_number_.end() && next->first <= high; ++next) {
    (*regions)[static_cast<std::size_t>(next->first - low)] =
        static_cast<std::int32_t>(next->second);
  }
  return {low, std::move(regions)};
}

}  // namespace edustat::detail
