// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/region_tree.hpp"

#include "error/fault_list.hpp"
#include "place/region_basis.hpp"
#include "place/region_data.hpp"
#include "place/region_history.hpp"
#include "place/region_table.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace edustat {

bool operator==(const RegionRow& left, const RegionRow& right) {
  const auto fields = [](const RegionRow& row) {
    return std::tie(row.code, row.name, row.level, row.parent, row.hierarchy, row.first_month,
                    row.last_month, row.kind, row.successor);
  };
  return fields(left) == fields(right);
}

RegionTree::RegionTree(std::vector<RegionRow> rows, RegionTreeOptions options) {
  detail::FaultList faults;
  auto data = std::make_shared<Data>();
  data->table = detail::read_regions(std::move(rows), options, faults);
  data->history = detail::follow(data->table, options.roots, faults);
  faults.throw_if_any();
  if (options.basis) detail::place_on_basis(data->table, data->history, *options.basis);
  data->options = std::move(options);
  const std::size_t places = data->history.parents.size() * data->history.editions.size();
  data->children = std::make_unique<detail::ChildIndex[]>(places);
  data->units = std::make_unique<detail::UnitCounts[]>(places);
  data->names = std::make_unique<detail::RegionNameIndex>();
  data->numbers = std::make_unique<detail::RegionNumberIndex>();
  data_ = std::move(data);
  groups_ = std::make_shared<const std::vector<Group>>();
}

std::size_t RegionTree::size() const noexcept {
  return data_->table.regions.size();
}

const RegionTree::Region& RegionTree::region(RegionNumber number) const noexcept {
  return data_->table.regions[number];
}

std::optional<RegionNumber> RegionTree::find(std::string_view code) const {
  const auto it = data_->table.numbers.find(code);
  if (it == data_->table.numbers.end()) return std::nullopt;
  return it->second;
}

RegionNumber RegionTree::number(std::string_view code) const {
  const std::optional<RegionNumber> found = find(code);
  if (!found) throw CodeError(Fault{ErrorCode::unknown_region, {std::string(code)}});
  return *found;
}

RegionTree::Numbered RegionTree::numbered(std::int64_t low, std::int64_t high) const {
  detail::RegionNumberIndex& index = *data_->numbers;
  std::call_once(index.once, [&] { index.numbers = detail::RegionNumbers(data_->table.numbers); });
  return index.numbers.between(low, high);
}

std::vector<RegionNumber> RegionTree::named(std::string_view name) const {
  detail::RegionNameIndex& index = *data_->names;
  std::call_once(index.once, [&] {
    const detail::RegionTable& table = data_->table;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (table.row_regions[i] == detail::none) continue;
      index.regions[table.rows[i].name].push_back(table.row_regions[i]);
    }
    for (auto& [word, numbers] : index.regions) {
      std::sort(numbers.begin(), numbers.end());
      numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    }
  });
  const auto it = index.regions.find(name);
  return it == index.regions.end() ? std::vector<RegionNumber>{} : it->second;
}

namespace {

/// The last row that began by then, otherwise the first.
const RegionRow& row_at(const detail::RegionTable& table, RegionNumber number, int month) noexcept {
  std::size_t k = table.naming_begins[number + 1] - 1;
  while (k > table.naming_begins[number] &&
         detail::first_of(table.rows[table.naming_rows[k]]) > month) {
    --k;
  }
  return table.rows[table.naming_rows[k]];
}

}  // namespace

std::string_view RegionTree::name_at(RegionNumber number, int month) const noexcept {
  return row_at(data_->table, number, month).name;
}

std::string_view RegionTree::code_at(RegionNumber number, int month) const noexcept {
  return row_at(data_->table, number, month).code;
}

std::optional<RegionNumber> RegionTree::successor(RegionNumber number) const noexcept {
  const std::uint32_t found = detail::successor_of(data_->table, number, for_ever);
  if (found == detail::none) return std::nullopt;
  return found;
}

std::span<const std::string> RegionTree::levels() const noexcept {
  return data_->table.levels;
}

std::size_t RegionTree::level_number(std::string_view level) const {
  const std::vector<std::string>& levels = data_->table.levels;
  const auto it = std::find(levels.begin(), levels.end(), level);
  if (it != levels.end()) return static_cast<std::size_t>(it - levels.begin());
  std::string known;
  for (const std::string& word : levels) known += (known.empty() ? "" : ", ") + word;
  throw CodeError(Fault{ErrorCode::unknown_name, {std::string(level), known}});
}

std::span<const std::string> RegionTree::hierarchies() const noexcept {
  return data_->table.hierarchies;
}

std::span<const RegionTree::Edition> RegionTree::editions() const noexcept {
  return data_->history.editions;
}

std::size_t RegionTree::edition_at(int month) const noexcept {
  return detail::edition_of(data_->history, month);
}

std::size_t RegionTree::latest_edition() const noexcept {
  const auto& editions = data_->history.parents.front();
  std::size_t last = editions.size();
  while (last > 1 && std::all_of(editions[last - 1].begin(), editions[last - 1].end(),
                                 [](std::int32_t parent) { return parent == absent; })) {
    --last;
  }
  return last - 1;
}

std::span<const RegionRow> RegionTree::rows() const noexcept {
  return data_->table.rows;
}

const RegionTreeOptions& RegionTree::options() const noexcept {
  return data_->options;
}

std::span<const RegionTree::Group> RegionTree::groups() const noexcept {
  return *groups_;
}

bool operator==(const RegionTree& left, const RegionTree& right) {
  const bool is_shared = left.data_ == right.data_;
  return (is_shared || (left.data_->table.rows == right.data_->table.rows &&
                        left.data_->options == right.data_->options)) &&
         *left.groups_ == *right.groups_;
}

std::string_view name_of(Roots roots) noexcept {
  constexpr std::array<std::string_view, 2> names{"one", "several"};
  return names[static_cast<std::size_t>(roots)];
}

}  // namespace edustat
