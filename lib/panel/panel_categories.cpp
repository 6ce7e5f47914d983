// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "catalogue/catalogue_item.hpp"
#include "panel/panel_reader.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace edustat {

using detail::CodedColumn;
using detail::KeyCodes;
using detail::Meaning;
using detail::RowFaults;

/// The id of a code of a dimension; the word itself where there is no catalogue.
std::string PanelReader::code_of(const std::string& dimension, std::string_view word) const {
  if (!options_.catalogue) return std::string(word);
  const CodeList& list = options_.catalogue->code_list(dimension);
  if (const Code* code = find_code(list, word)) return code->id;
  throw CodeError(Fault{ErrorCode::unknown_category,
                        {dimension + '=' + std::string(word), options_.catalogue->id()}});
}

std::int32_t PanelReader::combination_of(const std::vector<Reference::Category>& categories) {
  const auto found =
      std::find(panel_->combinations.begin(), panel_->combinations.end(), categories);
  if (found == panel_->combinations.end()) {
    panel_->combinations.push_back(categories);
    return static_cast<std::int32_t>(panel_->combinations.size() - 1);
  }
  return static_cast<std::int32_t>(found - panel_->combinations.begin());
}

/// What words mean together, one for each dimension.
std::int32_t PanelReader::combination_of(const std::vector<std::string>& words,
                                         std::size_t table_row, RowFaults& faults) {
  std::vector<Reference::Category> categories;
  for (std::size_t k = 0; k < words.size(); ++k) {
    // An empty code is the total over that dimension.
    if (words[k].empty()) continue;
    const auto& [dimension, column] = options_.categories[k];
    try {
      categories.push_back({dimension, code_of(dimension, words[k])});
    } catch (const CodeError& error) {
      faults.add(error.code(), error.faults().front().arguments, column, table_row);
    }
  }
  std::sort(categories.begin(), categories.end());
  return combination_of(categories);
}

/// Slots of a long table: its categories make a slot of their own for every period.
void PanelReader::read_categories(std::vector<Meaning> periods, CodedColumn column) {
  panel_->combinations.clear();
  std::vector<CodedColumn> columns;
  for (const auto& [dimension, name] : options_.categories) {
    columns.push_back(
        detail::read_codes(table_, table_.column(name), KeyCodes::Width::four, crew_));
  }
  const auto slots = static_cast<std::int32_t>(panel_->periods.size());
  // Equal words mean one combination, and in a batch equal codes do: asked once.
  std::map<std::vector<std::string>, std::int32_t> known_words;
  RowFaults faults;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    detail::FactBatch& batch = panel_->batches[i];
    auto codes = std::make_shared<std::vector<std::int32_t>>(batch.rows);
    std::map<std::vector<std::int64_t>, std::int32_t> known;
    std::vector<std::int64_t> key(columns.size());
    for (std::size_t row = 0; row < batch.rows; ++row) {
      for (std::size_t k = 0; k < columns.size(); ++k) key[k] = columns[k].parts[i].codes.at(row);
      const auto [place, is_new] = known.try_emplace(key, 0);
      if (is_new) {
        std::vector<std::string> words;
        for (const CodedColumn& one : columns) words.push_back(detail::word_at(one, i, row));
        const auto [meant, is_new_word] = known_words.try_emplace(words, 0);
        if (is_new_word) meant->second = combination_of(words, batch.first_row + row, faults);
        place->second = meant->second;
      }
      (*codes)[row] = place->second * slots + periods[i].of(column.parts[i].codes.at(row));
    }
    batch.slots = {codes->data(), KeyCodes::Width::four, codes};
  }
  faults.raise<CodeError>();
  auto same = std::make_shared<std::vector<std::int32_t>>(panel_->slots());
  std::iota(same->begin(), same->end(), 0);
  for (detail::FactBatch& batch : panel_->batches) batch.slot_of = {0, same};
}

}  // namespace edustat
