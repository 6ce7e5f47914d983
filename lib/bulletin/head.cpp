// SPDX-License-Identifier: Apache-2.0
#include "bulletin/head.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace edustat::detail {
namespace {

std::optional<std::size_t> number_of(std::string_view word,
                                     std::span<const ColumnNames> columns) noexcept {
  if (word.empty()) return std::nullopt;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ColumnNames& names = columns[i];
    if (word == names.id || word == names.chinese || word == names.other_chinese) return i;
  }
  return std::nullopt;
}

std::u32string characters_of(std::string_view text) {
  std::u32string result;
  for (std::size_t offset = 0; offset < text.size();) result += text::decode(text, offset);
  return result;
}

/// How many characters must be put in, left out or replaced to make one word of the other.
std::size_t distance(std::u32string_view left, std::u32string_view right) {
  std::vector<std::size_t> costs(right.size() + 1);
  for (std::size_t i = 0; i < costs.size(); ++i) costs[i] = i;
  for (std::size_t row = 0; row < left.size(); ++row) {
    std::size_t diagonal = std::exchange(costs[0], row + 1);
    for (std::size_t i = 0; i < right.size(); ++i) {
      const std::size_t replaced = diagonal + (left[row] == right[i] ? 0U : 1U);
      diagonal = costs[i + 1];
      costs[i + 1] = std::min({replaced, diagonal + 1, costs[i] + 1});
    }
  }
  return costs.back();
}

/// Every column as `period 时期`, those that look most like `word` first.
std::string known_columns(std::string_view word, std::span<const ColumnNames> columns) {
  constexpr std::size_t longest_word = 40;
  const std::u32string wanted = characters_of(word).substr(0, longest_word);
  std::vector<std::pair<std::size_t, const ColumnNames*>> ranked;
  for (const ColumnNames& names : columns) {
    ranked.emplace_back(std::numeric_limits<std::size_t>::max(), &names);
    for (const std::string_view name : {names.id, names.chinese, names.other_chinese}) {
      if (name.empty()) continue;
      ranked.back().first = std::min(ranked.back().first, distance(wanted, characters_of(name)));
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::string result;
  for (const auto& [cost, names] : ranked) {
    if (!result.empty()) result += ", ";
    result += std::string(names->id) + " " + std::string(names->chinese);
  }
  return result;
}

/// What separates the columns of a file that uses no comma; empty where nothing does.
std::string_view other_separator(std::string_view line) noexcept {
  if (line.find('\t') != std::string_view::npos) return "Tab";
  for (const std::string_view sign : {";", "，", "；", "|"}) {
    if (line.find(sign) != std::string_view::npos) return sign;
  }
  return {};
}

Place place_of(const Field& field, std::string_view source) {
  return Place{.source = std::string(source), .line = field.line, .column = field.column};
}

}  // namespace

Head::Head(const Row& row, std::string_view source, std::span<const ColumnNames> columns,
           FaultList& faults)
    : positions_(columns.size()), width_(row.count) {
  const std::string_view separator =
      row.count == 1 ? other_separator(row.fields.front().text) : std::string_view{};
  if (!separator.empty()) {
    faults.add_structural(Fault{ErrorCode::wrong_separator,
                                {std::string(separator)},
                                place_of(row.fields.front(), source)});
    faults.throw_if_any();
  }
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    place(row.fields[i], i, source, columns, faults);
  }
  for (std::size_t number = 0; number < columns.size(); ++number) {
    if (columns[number].need == Need::optional || positions_[number]) continue;
    faults.add_structural(Fault{ErrorCode::missing_column,
                                {std::string(columns[number].id)},
                                Place{.source = std::string(source), .line = row.line}});
  }
}

void Head::place(const Field& field, std::size_t position, std::string_view source,
                 std::span<const ColumnNames> columns, FaultList& faults) {
  const std::string_view word = trim(field.text);
  const auto refuse = [&](ErrorCode code, std::vector<std::string> arguments) {
    faults.add_structural(Fault{code, std::move(arguments), place_of(field, source)});
  };
  if (field.is_malformed) return refuse(ErrorCode::malformed_csv, {text::excerpt(field.text)});
  const std::optional<std::size_t> number = number_of(word, columns);
  if (!number) {
    return refuse(ErrorCode::unknown_column, {text::excerpt(word), known_columns(word, columns)});
  }
  if (positions_[*number]) return refuse(ErrorCode::duplicate_column, {text::excerpt(word)});
  positions_[*number] = position;
}

const Field* Head::find(const Row& row, std::size_t column) const noexcept {
  const std::optional<std::size_t> position = positions_[column];
  return position && *position < row.fields.size() ? &row.fields[*position] : nullptr;
}

}  // namespace edustat::detail
