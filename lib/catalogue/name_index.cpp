// SPDX-License-Identifier: Apache-2.0
#include "catalogue/name_index.hpp"

#include "catalogue/catalogue_item.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::size_t most_suggestions = 5;
constexpr std::size_t longest_suggested = 64;

/// Full-width letters, digits and brackets as ASCII; spaces at the ends are no part of a name.
std::string folded(std::string_view name) {
  std::string result;
  for (std::size_t offset = 0; offset < name.size();) {
    const char32_t character = text::decode(name, offset);
    const bool is_wide = character >= 0xFF01U && character <= 0xFF5EU;
    text::append(result, is_wide ? character - 0xFEE0U : character == 0x3000U ? U' ' : character);
  }
  const std::size_t begin = std::min(result.find_first_not_of(' '), result.size());
  return result.substr(begin, result.find_last_not_of(' ') + 1 - begin);
}

std::u32string characters(std::string_view name) {
  std::u32string result;
  for (std::size_t offset = 0; offset < name.size();) {
    result.push_back(text::decode(name, offset));
  }
  return result;
}

/// How many characters must be added, taken out, exchanged or swapped with their neighbour.
std::size_t edits_between(const std::u32string& left, const std::u32string& right) {
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  std::vector<std::size_t> next(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < left.size(); ++i) {
    next[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t exchange = row[j] + (left[i] == right[j] ? 0 : 1);
      next[j + 1] = std::min({next[j] + 1, row[j + 1] + 1, exchange});
      const bool is_swap = i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j];
      if (is_swap) next[j + 1] = std::min(next[j + 1], before[j - 1] + 1);
    }
    std::swap(before, row);
    std::swap(row, next);
  }
  return row.back();
}

}  // namespace

void NameIndex::add(const Catalogue::Item& item) {
  std::visit(
      [&](const auto* entry) {
        add(entry->full_id(), Role::full_id, item);
        add(entry->id, Role::id, item);
        add(entry->label.zh, Role::label, item);
        for (const std::string& alias : entry->aliases) add(alias, Role::alias, item);
        add(entry->label.en, Role::label_en, item);
      },
      item);
}

void NameIndex::add(std::string_view name, Role role, const Catalogue::Item& item) {
  if (name.empty()) return;
  std::vector<Entry>& entries = names_[folded(name)];
  const auto is_same = [&](const Entry& entry) { return entry.item == item; };
  if (std::none_of(entries.begin(), entries.end(), is_same)) entries.push_back({role, item});
}

const std::vector<NameIndex::Entry>& NameIndex::entries(std::string_view name) const {
  static const std::vector<Entry> none;
  const auto exact = names_.find(name);
  if (exact != names_.end()) return exact->second;
  if (text::find_invalid(name) != name.size()) return none;
  const auto alike = names_.find(folded(name));
  return alike == names_.end() ? none : alike->second;
}

std::vector<std::string> NameIndex::similar(std::string_view name) const {
  if (name.size() > longest_suggested || text::find_invalid(name) != name.size()) return {};
  const std::u32string wanted = characters(folded(name));
  const std::size_t most = std::min<std::size_t>(2, wanted.size() / 2);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& [known, entries] : names_) {
    if (known.size() > longest_suggested + 8) continue;
    const std::size_t edits = edits_between(wanted, characters(known));
    if (edits <= most) near.emplace_back(edits, known);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> result;
  for (auto& [edits, known] : near) {
    if (result.size() < most_suggestions) result.push_back(std::move(known));
  }
  return result;
}

Fault unknown_item(std::string_view name, const NameIndex& index) {
  std::string near;
  for (const std::string& similar : index.similar(name)) {
    near += (near.empty() ? "" : ", ") + similar;
  }
  if (near.empty()) return Fault{ErrorCode::unknown_item, {text::excerpt(name)}};
  return Fault{ErrorCode::unknown_item_near, {text::excerpt(name), std::move(near)}};
}

Fault ambiguous_item(std::string_view name, const std::vector<Catalogue::Item>& meanings) {
  std::string ids;
  for (const Catalogue::Item& meaning : meanings) {
    ids += (ids.empty() ? "" : ", ") + full_id_of(meaning);
  }
  return Fault{ErrorCode::ambiguous_item, {std::string(name), std::move(ids)}};
}

std::vector<Catalogue::Item> first_meanings(const std::vector<NameIndex::Entry>& entries) {
  std::vector<Catalogue::Item> result;
  if (entries.empty()) return result;
  const auto first =
      std::min_element(entries.begin(), entries.end(),
                       [](const auto& left, const auto& right) { return left.role < right.role; });
  for (const NameIndex::Entry& entry : entries) {
    if (entry.role == first->role) result.push_back(entry.item);
  }
  return result;
}

}  // namespace edustat::detail
