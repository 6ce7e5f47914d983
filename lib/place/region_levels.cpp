// SPDX-License-Identifier: Apache-2.0
#include "place/region_levels.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace edustat::detail {
namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

}  // namespace

std::uint32_t RegionLevels::number(std::string_view word) {
  if (word.empty()) return none;
  const auto [it, is_new] = numbers_.emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.push_back(word);
  return it->second;
}

void RegionLevels::add(std::uint32_t upper, std::uint32_t lower, std::uint32_t row) {
  if (upper == none || lower == none || upper == lower) return;
  const std::uint64_t key = (static_cast<std::uint64_t>(upper) << 32U) | lower;
  const Edge edge{upper, lower, row};
  if (edges_.emplace(key, edge).second) ordered_edges_.push_back(edge);
}

std::vector<std::uint32_t> RegionLevels::order(RegionTable& table,
                                               const std::vector<std::string>& stated,
                                               FaultList& faults) {
  return stated.empty() ? derived(table.rows, faults) : as_stated(table, stated, faults);
}

std::vector<std::uint32_t> RegionLevels::as_stated(RegionTable& table,
                                                   const std::vector<std::string>& stated,
                                                   FaultList& faults) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  for (const std::string& word : stated) {
    places.emplace(word, static_cast<std::uint32_t>(places.size()));
  }
  sorted_ = stated;
  std::vector<std::uint32_t> result(words_.size(), 0);
  std::vector<std::uint8_t> is_unlisted(words_.size(), 0);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto it = places.find(words_[i]);
    is_unlisted[i] = it == places.end() ? 1 : 0;
    if (it != places.end()) result[i] = it->second;
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const RegionRow& row = table.rows[i];
    const std::uint32_t word = number(row.level);
    if (word == none || is_unlisted[word] == 0) continue;
    table.is_faulty[i] = 1;
    faults.add_structural(
        {ErrorCode::unlisted_level, {row.code, row.level, listed(stated)}, row.place});
  }
  return result;
}

std::vector<std::uint32_t> RegionLevels::derived(const std::vector<RegionRow>& rows,
                                                 FaultList& faults) {
  const std::size_t count = words_.size();
  std::vector<std::vector<std::uint32_t>> below(count);
  std::vector<std::uint32_t> above(count, 0);
  for (const Edge& edge : ordered_edges_) {
    below[edge.upper].push_back(edge.lower);
    ++above[edge.lower];
  }
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (above[i] == 0) ready.push(i);
  }
  std::vector<std::uint32_t> result(count, none);
  const auto take = [&](std::uint32_t word) {
    result[word] = static_cast<std::uint32_t>(sorted_.size());
    sorted_.emplace_back(words_[word]);
  };
  while (!ready.empty()) {
    const std::uint32_t word = ready.top();
    ready.pop();
    take(word);
    for (const std::uint32_t lower : below[word]) {
      if (--above[lower] == 0) ready.push(lower);
    }
  }
  if (sorted_.size() == count) return result;
  is_ordered_ = false;
  faults.add_structural(circle(rows, above));
  for (std::uint32_t i = 0; i < count; ++i) {
    if (result[i] == none) take(i);
  }
  return result;
}

/// Every word that waits has one above it that waits, too; going up from any of them must come
/// round.
Fault RegionLevels::circle(const std::vector<RegionRow>& rows,
                           const std::vector<std::uint32_t>& waiting) const {
  std::vector<const Edge*> up(words_.size(), nullptr);
  for (const Edge& edge : ordered_edges_) {
    if (waiting[edge.upper] != 0 && waiting[edge.lower] != 0) up[edge.lower] = &edge;
  }
  const auto begin =
      std::find_if(up.begin(), up.end(), [](const Edge* edge) { return edge != nullptr; });
  std::vector<std::uint8_t> is_met(words_.size(), 0);
  auto word = static_cast<std::uint32_t>(begin - up.begin());
  for (; is_met[word] == 0; word = up[word]->upper) is_met[word] = 1;
  std::string chain;
  const std::uint32_t last = word;
  do {
    chain.append(words_[word]).append(" ").append(rows[up[word]->row].code).append(" < ");
    word = up[word]->upper;
  } while (word != last);
  chain.append(words_[last]);
  return {ErrorCode::cyclic_levels, {chain}, rows[up[last]->row].place};
}

namespace {

void fault(const RegionTable& table, FaultList& faults, ErrorCode code,
           std::vector<std::string> arguments, std::uint32_t row) {
  faults.add_structural({code, std::move(arguments), table.rows[row].place});
}

/// The level that the rows of a region agree on.
std::uint32_t level_of(std::uint32_t region, RegionTable& table, RegionLevels& levels,
                       FaultList& faults) {
  const std::size_t begin = table.naming_begins[region];
  const std::size_t end = table.naming_begins[region + 1];
  std::uint32_t level = none;
  std::string_view first_word;
  for (std::size_t k = begin; k < end; ++k) {
    const std::uint32_t i = table.naming_rows[k];
    const RegionRow& row = table.rows[i];
    const std::uint32_t word = levels.number(row.level);
    if (word == none) continue;
    if (level == none) first_word = row.level;
    if (level != none && word != level) {
      fault(table, faults, ErrorCode::level_changes, {row.code, std::string(first_word), row.level},
            i);
      for (std::size_t other = begin; other < end; ++other) {
        table.is_faulty[table.naming_rows[other]] = 1;
      }
    }
    level = word;
  }
  return level;
}

/// An own level without a word stands directly below its parent.
void place_own_level(const Placement& it, const std::vector<std::uint32_t>& words,
                     RegionTable& table, FaultList& faults) {
  const RegionRow& row = table.rows[it.row];
  std::size_t level = table.levels.size();
  if (it.parent != RegionTree::no_parent) {
    const auto parent = static_cast<std::uint32_t>(it.parent);
    if (words[parent] != none) level = table.regions[parent].level + 1;
  }
  if (level < table.levels.size()) {
    table.regions[it.region].level = level;
  } else if (row.kind == RegionKind::own_level) {
    fault(table, faults, ErrorCode::region_without_level, {row.code}, it.row);
  }
}

}  // namespace

void read_levels(RegionTable& table, const std::vector<std::string>& stated, FaultList& faults) {
  RegionLevels levels;
  std::vector<std::uint32_t> words(table.regions.size(), none);
  for (std::uint32_t region = 0; region < table.regions.size(); ++region) {
    words[region] = level_of(region, table, levels, faults);
  }
  for (const std::vector<Placement>& placed : table.placements) {
    for (const Placement& it : placed) {
      if (it.parent == RegionTree::no_parent) continue;
      levels.add(words[static_cast<std::uint32_t>(it.parent)], words[it.region], it.row);
    }
  }
  const std::vector<std::uint32_t> order = levels.order(table, stated, faults);
  table.levels = levels.words();
  table.are_levels_ordered = levels.is_ordered();
  for (std::size_t region = 0; region < words.size(); ++region) {
    if (words[region] != none) table.regions[region].level = order[words[region]];
  }
  for (const std::vector<Placement>& placed : table.placements) {
    for (const Placement& it : placed) {
      if (words[it.region] == none) place_own_level(it, words, table, faults);
    }
  }
}

}  // namespace edustat::detail
