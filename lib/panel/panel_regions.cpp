// SPDX-License-Identifier: Apache-2.0
#include "panel/panel_reader.hpp"

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

namespace edustat {
namespace {

using detail::CodedColumn;
using detail::Meaning;
using detail::no_meaning;

/// What the whole numbers of a column mean, and that a null among them means nothing.
Meaning numbered(const RegionTree& tree, const CodedColumn& column) {
  if (column.high < column.low) return {};
  static_assert(RegionTree::no_region == no_meaning);
  const RegionTree::Numbered all = tree.numbered(column.low, column.high);
  if (!column.has_nulls) return {all.first, all.regions};
  const auto skipped = static_cast<std::ptrdiff_t>(column.low - all.first);
  const auto count = static_cast<std::ptrdiff_t>(column.high - column.low + 1);
  const auto first = all.regions->begin() + skipped;
  auto numbers = std::make_shared<std::vector<std::int32_t>>(first, first + count);
  numbers->push_back(no_meaning);
  return {column.low, std::move(numbers)};
}

/// Numbers of reporting units by their codes, behind those of the regions.
class UnitNumbers {
 public:
  explicit UnitNumbers(std::size_t regions) : count_(regions) {}
  [[nodiscard]] std::int32_t of(std::string_view code) {
    const auto next = static_cast<std::int32_t>(count_);
    const auto [found, is_new] = numbers_.try_emplace(std::string(code), next);
    if (is_new) ++count_;
    return found->second;
  }
  /// All numbers are below.
  [[nodiscard]] std::size_t count() const noexcept { return count_; }

 private:
  std::size_t count_;
  std::unordered_map<std::string, std::int32_t> numbers_{};
};

/// The units of codes that are whole numbers.
std::shared_ptr<const std::vector<std::int32_t>> units_of(const Meaning& whole,
                                                          UnitNumbers& units) {
  auto found = std::make_shared<std::vector<std::int32_t>>(whole.numbers->size(), 0);
  for (std::size_t i = 0; i < found->size(); ++i) {
    if ((*whole.numbers)[i] == no_meaning) continue;
    (*found)[i] = units.of(std::to_string(whole.first + static_cast<std::int64_t>(i)));
  }
  return found;
}

}  // namespace

void PanelReader::read_regions() {
  const std::size_t number = table_.column(options_.region);
  region_column_ = detail::read_codes(table_, number, detail::KeyCodes::Width::four, crew_);
  const RegionTree& tree = panel_->tree;
  const Meaning whole = numbered(tree, region_column_);
  detail::Meanings meanings([&](std::string_view code) {
    const std::optional<RegionNumber> region = tree.find(code);
    return region ? static_cast<std::int32_t>(*region) : no_meaning;
  });
  std::size_t first_row = 0;
  for (std::size_t i = 0; i < region_column_.parts.size(); ++i) {
    const CodedColumn::Part& part = region_column_.parts[i];
    detail::FactBatch& batch = panel_->batches.emplace_back();
    batch.rows = table_.batches()[i].rows;
    batch.first_row = first_row;
    first_row += batch.rows;
    batch.regions = part.codes;
    batch.region_of = part.words ? meanings.of(part) : whole;
  }
  panel_->units = tree.size();
  if (tree.options().basis) read_units(whole);
}

/// On a comparable basis several codes mean one region, and each is a unit of its own.
void PanelReader::read_units(const Meaning& whole) {
  UnitNumbers units(panel_->units);
  const auto of_whole = whole.numbers ? units_of(whole, units) : nullptr;
  detail::Meanings meanings([&](std::string_view code) { return units.of(code); });
  for (std::size_t i = 0; i < panel_->batches.size(); ++i) {
    const CodedColumn::Part& part = region_column_.parts[i];
    panel_->batches[i].unit_of = part.words ? meanings.of(part).numbers : of_whole;
  }
  panel_->units = units.count();
}

}  // namespace edustat
