// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "panel/panel_reader.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace edustat {
namespace {

using detail::CodedColumn;
using detail::Crew;
using detail::KeyCodes;
using detail::Meaning;
using detail::no_meaning;
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

/// The period of a code that occurs; nothing for one that means none.
std::optional<Period> period_of(const CodedColumn& column, const Vocabulary* words,
                                std::size_t code, const std::optional<Period>& first) {
  if (words == nullptr) {
    const auto number = static_cast<std::int64_t>(code) + column.low;
    return number <= column.high ? period_of(number, first) : std::nullopt;
  }
  if (code >= words->size() || !(*words)[code]) return {};
  try {
    return Period::parse(*(*words)[code]);
  } catch (const Error&) {
    return {};
  }
}

/// By vocabulary: the period of every code that occurs.
using CodePeriods = std::map<const Vocabulary*, std::vector<std::optional<Period>>>;

CodePeriods periods_of(const CodedColumn& column, const Present& present,
                       const std::optional<Period>& first) {
  CodePeriods found;
  for (const CodedColumn::Part& part : column.parts) {
    const Vocabulary* words = part.words.get();
    const auto [place, is_new] = found.try_emplace(words);
    if (!is_new) continue;
    const std::vector<std::uint8_t>& seen = present.of(words);
    for (std::size_t code = 0; code < seen.size(); ++code) {
      place->second.push_back(seen[code] != 0 ? period_of(column, words, code, first)
                                              : std::nullopt);
    }
  }
  return found;
}

}  // namespace

std::vector<Meaning> PanelReader::read_periods(const CodedColumn& column) {
  std::vector<std::size_t> rows;
  for (const detail::FactBatch& batch : panel_->batches) rows.push_back(batch.rows);
  const Present present(column, rows, crew_);
  const CodePeriods found = periods_of(column, present, options_.first_period);
  std::set<Period> periods;
  for (const auto& [words, list] : found) {
    for (const auto& period : list) {
      if (period) periods.insert(*period);
    }
  }
  panel_->periods.assign(periods.begin(), periods.end());
  std::map<const Vocabulary*, Meaning> meanings;
  bool has_faults = false;
  for (const auto& [words, list] : found) {
    const std::vector<std::uint8_t>& seen = present.of(words);
    auto numbers = std::make_shared<std::vector<std::int32_t>>(list.size(), no_meaning);
    for (std::size_t code = 0; code < list.size(); ++code) {
      has_faults = has_faults || (seen[code] != 0 && !list[code]);
      if (!list[code]) continue;
      const auto place = std::distance(periods.begin(), periods.find(*list[code]));
      (*numbers)[code] = static_cast<std::int32_t>(place);
    }
    meanings[words] = {words == nullptr ? column.low : 0, std::move(numbers)};
  }
  std::vector<Meaning> by_batch;
  for (const CodedColumn::Part& part : column.parts) by_batch.push_back(meanings[part.words.get()]);
  if (has_faults) refuse_periods(column, by_batch);
  return by_batch;
}

/// Rows whose period means nothing.
void PanelReader::refuse_periods(const CodedColumn& column, const std::vector<Meaning>& periods) {
  detail::RowFaults faults;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const detail::FactBatch& batch = panel_->batches[i];
    for (std::size_t row = 0; row < batch.rows; ++row) {
      if (periods[i].of(column.parts[i].codes.at(row)) != no_meaning) continue;
      faults.add(ErrorCode::malformed_period, {detail::word_at(column, i, row)}, column.name,
                 batch.first_row + row);
    }
  }
  faults.raise<ParseError>();
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

}  // namespace edustat
