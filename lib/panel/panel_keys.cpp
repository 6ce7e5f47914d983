// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "catalogue/catalogue_item.hpp"
#include "panel/panel_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace edustat {
namespace {

using detail::CodedColumn;
using detail::Crew;
using detail::KeyCodes;
using detail::Meaning;
using detail::no_meaning;
using detail::RowFaults;
using detail::Vocabulary;
using detail::zone_rows;

/// Which codes occur, by vocabulary; whole numbers are counted from `first`.
class Present {
 public:
  Present(const CodedColumn& column, const std::vector<std::size_t>& rows, Crew& crew) {
    std::vector<std::pair<std::size_t, std::size_t>> pieces;
    for (std::size_t part = 0; part < column.parts.size(); ++part) {
      const Vocabulary* words = column.parts[part].words.get();
      const std::size_t codes = words == nullptr
                                    ? static_cast<std::size_t>(column.high - column.low + 2)
                                    : words->size() + 1;
      seen_[words].assign(codes, 0);
      for (std::size_t row = 0; row < rows[part]; row += zone_rows) pieces.emplace_back(part, row);
    }
    std::vector<std::map<const Vocabulary*, std::vector<std::uint8_t>>> own(crew.size(), seen_);
    crew.run_pieces(pieces.size(), [&](std::size_t i, unsigned member) {
      const auto& [part, row] = pieces[i];
      const KeyCodes& codes = column.parts[part].codes;
      const Vocabulary* words = column.parts[part].words.get();
      std::uint8_t* seen = own[member][words].data();
      const std::size_t last = std::min(row + zone_rows, rows[part]);
      const std::int64_t first = words == nullptr ? column.low : 0;
      if (codes.width == KeyCodes::Width::two) {
        const auto* values = static_cast<const std::int16_t*>(codes.codes);
        for (std::size_t k = row; k < last; ++k) seen[values[k] - first] = 1;
      } else {
        const auto* values = static_cast<const std::int32_t*>(codes.codes);
        for (std::size_t k = row; k < last; ++k) seen[values[k] - first] = 1;
      }
    });
    for (const auto& one : own) {
      for (auto& [words, seen] : seen_) {
        const auto& mine = one.at(words);
        for (std::size_t i = 0; i < seen.size(); ++i) seen[i] |= mine[i];
      }
    }
  }
  [[nodiscard]] const std::vector<std::uint8_t>& of(const Vocabulary* words) const {
    return seen_.at(words);
  }

 private:
  std::map<const Vocabulary*, std::vector<std::uint8_t>> seen_;
};

/// The period that a whole number means: so many periods after the first, a year, or a month.
std::optional<Period> period_of(std::int64_t number, const std::optional<Period>& first) {
  constexpr std::int64_t furthest = 12 * 9999;
  try {
    if (first) {
      const std::int64_t months = number * first->months();
      if (number < -furthest || months < -furthest || months > furthest) return {};
      return first->shifted_by_months(static_cast<int>(months));
    }
    if (number >= 1000 && number <= 9999) return Period::parse(std::to_string(number));
    if (number >= 100'001 && number <= 999'912) {
      const std::string month = std::to_string(number % 100);
      return Period::parse(std::to_string(number / 100) + (month.size() < 2 ? "-0" : "-") + month);
    }
  } catch (const Error&) {
    return {};
  }
  return {};
}

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

}  // namespace

void PanelReader::read_regions() {
  const std::size_t number = table_.column(options_.region);
  region_column_ = detail::read_codes(table_, number, KeyCodes::Width::four, crew_);
  const RegionTree& tree = panel_->tree;
  panel_->units = tree.size();
  std::unordered_map<std::string, std::int32_t> units;
  const bool has_units = tree.options().basis.has_value();
  const auto unit_of = [&](std::string_view code) {
    const auto next = static_cast<std::int32_t>(panel_->units);
    const auto [found, is_new] = units.try_emplace(std::string(code), next);
    if (is_new) ++panel_->units;
    return found->second;
  };
  const auto region_of = [&](std::string_view code) {
    const std::optional<RegionNumber> region = tree.find(code);
    return region ? static_cast<std::int32_t>(*region) : no_meaning;
  };
  const Meaning whole = numbered(tree, region_column_);
  std::shared_ptr<std::vector<std::int32_t>> whole_units;
  if (has_units && whole.numbers) {
    whole_units = std::make_shared<std::vector<std::int32_t>>(whole.numbers->size(), 0);
    for (std::size_t i = 0; i < whole_units->size(); ++i) {
      if ((*whole.numbers)[i] == no_meaning) continue;
      (*whole_units)[i] = unit_of(std::to_string(whole.first + static_cast<std::int64_t>(i)));
    }
  }
  detail::Meanings meanings(region_of);
  detail::Meanings unit_meanings(unit_of);
  std::size_t first_row = 0;
  for (std::size_t i = 0; i < region_column_.parts.size(); ++i) {
    const CodedColumn::Part& part = region_column_.parts[i];
    detail::FactBatch& batch = panel_->batches.emplace_back();
    batch.rows = table_.batches()[i].rows;
    batch.first_row = first_row;
    first_row += batch.rows;
    batch.regions = part.codes;
    batch.region_of = part.words ? meanings.of(part) : whole;
    if (has_units) batch.unit_of = part.words ? unit_meanings.of(part).numbers : whole_units;
  }
}

std::vector<Meaning> PanelReader::read_periods(const CodedColumn& column) {
  std::vector<std::size_t> rows;
  for (const detail::FactBatch& batch : panel_->batches) rows.push_back(batch.rows);
  const Present present(column, rows, crew_);
  std::map<const Vocabulary*, std::vector<std::optional<Period>>> found;
  std::set<Period> periods;
  bool has_faults = false;
  for (const CodedColumn::Part& part : column.parts) {
    const auto [place, is_new] = found.try_emplace(part.words.get());
    if (!is_new) continue;
    const std::vector<std::uint8_t>& seen = present.of(part.words.get());
    for (std::size_t code = 0; code < seen.size(); ++code) {
      std::optional<Period> period;
      if (seen[code] != 0 && !part.words) {
        const auto number = static_cast<std::int64_t>(code) + column.low;
        if (number <= column.high) period = period_of(number, options_.first_period);
      } else if (seen[code] != 0 && code < part.words->size() && (*part.words)[code]) {
        try {
          period = Period::parse(*(*part.words)[code]);
        } catch (const Error&) {
          period.reset();
        }
      }
      if (period) periods.insert(*period);
      has_faults = has_faults || (seen[code] != 0 && !period);
      place->second.push_back(period);
    }
  }
  panel_->periods.assign(periods.begin(), periods.end());
  std::map<const Vocabulary*, Meaning> meanings;
  for (const auto& [words, list] : found) {
    auto numbers = std::make_shared<std::vector<std::int32_t>>();
    for (const auto& period : list) {
      const auto place = period ? periods.find(*period) : periods.end();
      numbers->push_back(period ? static_cast<std::int32_t>(std::distance(periods.begin(), place))
                                : no_meaning);
    }
    meanings[words] = {words == nullptr ? column.low : 0, std::move(numbers)};
  }
  std::vector<Meaning> by_batch;
  RowFaults faults;
  for (std::size_t i = 0; i < column.parts.size(); ++i) {
    by_batch.push_back(meanings[column.parts[i].words.get()]);
    for (std::size_t row = 0; has_faults && row < rows[i]; ++row) {
      if (by_batch[i].of(column.parts[i].codes.at(row)) != no_meaning) continue;
      faults.add(ErrorCode::malformed_period, {detail::word_at(column, i, row)}, column.name,
                 panel_->batches[i].first_row + row);
    }
  }
  faults.raise<ParseError>();
  return by_batch;
}

void PanelReader::read_slots() {
  CodedColumn column =
      detail::read_codes(table_, table_.column(options_.period), KeyCodes::Width::two, crew_);
  std::vector<Meaning> periods = read_periods(column);
  for (const Period& period : panel_->periods) {
    editions_.push_back(panel_->tree.edition_at(period.last_month()));
  }
  if (!options_.categories.empty()) return read_categories(std::move(periods), std::move(column));
  for (std::size_t i = 0; i < periods.size(); ++i) {
    panel_->batches[i].slots = column.parts[i].codes;
    panel_->batches[i].slot_of = periods[i];
  }
}

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

/// Slots of a long table: its categories make a slot of their own for every period.
void PanelReader::read_categories(std::vector<Meaning> periods, CodedColumn column) {
  panel_->combinations.clear();
  std::vector<CodedColumn> columns;
  std::vector<std::string> dimensions;
  for (const auto& [dimension, name] : options_.categories) {
    columns.push_back(
        detail::read_codes(table_, table_.column(name), KeyCodes::Width::four, crew_));
    dimensions.push_back(dimension);
  }
  const auto slots = static_cast<std::int32_t>(panel_->periods.size());
  // Equal words of one part of every column mean one combination: asked once.
  std::map<std::vector<std::string>, std::int32_t> known;
  RowFaults faults;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    detail::FactBatch& batch = panel_->batches[i];
    auto codes = std::make_shared<std::vector<std::int32_t>>(batch.rows);
    std::map<std::vector<std::int64_t>, std::int32_t> known_codes;
    std::vector<std::int64_t> key(columns.size());
    for (std::size_t row = 0; row < batch.rows; ++row) {
      for (std::size_t k = 0; k < columns.size(); ++k) key[k] = columns[k].parts[i].codes.at(row);
      const auto [place, is_new] = known_codes.try_emplace(key, 0);
      if (is_new) {
        std::vector<std::string> words;
        for (const CodedColumn& one : columns) words.push_back(detail::word_at(one, i, row));
        const auto [meant, is_new_word] = known.try_emplace(words, 0);
        if (is_new_word) {
          std::vector<Reference::Category> categories;
          for (std::size_t k = 0; k < words.size(); ++k) {
            try {
              // An empty code is the total over that dimension.
              if (!words[k].empty()) {
                categories.push_back({dimensions[k], code_of(dimensions[k], words[k])});
              }
            } catch (const CodeError& error) {
              faults.add(error.code(), error.faults().front().arguments, columns[k].name,
                         batch.first_row + row);
            }
          }
          std::sort(categories.begin(), categories.end());
          meant->second = combination_of(categories);
        }
        place->second = meant->second;
      }
      (*codes)[row] = place->second * slots + periods[i].of(column.parts[i].codes.at(row));
    }
    batch.slots = {codes->data(), KeyCodes::Width::four, codes};
  }
  faults.raise<CodeError>();
  auto same = std::make_shared<std::vector<std::int32_t>>(panel_->slots());
  for (std::size_t i = 0; i < same->size(); ++i) (*same)[i] = static_cast<std::int32_t>(i);
  for (detail::FactBatch& batch : panel_->batches) batch.slot_of = {0, same};
}

}  // namespace edustat
