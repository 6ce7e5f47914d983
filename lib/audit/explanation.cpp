// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/explanation.hpp"

#include "audit/day.hpp"
#include "bulletin/encoding.hpp"
#include "bulletin/file.hpp"
#include "bulletin/head.hpp"
#include "bulletin/row_reader.hpp"
#include "error/fault_list.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace edustat {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} * 1024 * 1024;

enum class Part : unsigned char { relation, scope, period, text, who, date, valid_until };

/// In the order of Part.
constexpr std::array<detail::ColumnNames, 7> columns{{
    {"relation", "关系", {}, detail::Need::required},
    {"scope", "范围", {}, detail::Need::optional},
    {"period", "时期", {}, detail::Need::optional},
    {"text", "说明", {}, detail::Need::required},
    {"who", "说明人", {}, detail::Need::optional},
    {"date", "日期", {}, detail::Need::optional},
    {"valid_until", "有效期至", {}, detail::Need::optional},
}};

std::string read_day(std::string_view text, std::string_view key) {
  detail::require_day(text, key);
  return std::string(text);
}

Explanation read_row(detail::RowReader& rows) {
  Explanation result{.place = rows.place()};
  const auto cell = [&](Part part, auto take) {
    const auto column = static_cast<std::size_t>(part);
    rows.cell(column, [&](std::string_view text) {
      if (!text.empty()) return take(text);
      const bool is_needed = columns[column].need == detail::Need::required;
      if (is_needed) throw ParseError(Fault{ErrorCode::empty_text});
    });
  };
  cell(Part::relation, [&](std::string_view text) { result.relation = text; });
  cell(Part::scope, [&](std::string_view text) { result.scope = Scope::parse(text); });
  cell(Part::period, [&](std::string_view text) { result.period = Period::parse(text); });
  cell(Part::text, [&](std::string_view text) { result.text = text; });
  cell(Part::who, [&](std::string_view text) { result.who = text; });
  cell(Part::date, [&](std::string_view text) { result.date = read_day(text, "date"); });
  cell(Part::valid_until,
       [&](std::string_view text) { result.valid_until = read_day(text, "valid_until"); });
  return result;
}

}  // namespace

std::vector<Explanation> read_explanations(const std::filesystem::path& path) {
  return parse_explanations(detail::read_file(path, most_bytes), path.string());
}

std::vector<Explanation> parse_explanations(std::string_view text, std::string_view name) {
  const std::string source(name);
  detail::require_size(text.size(), most_bytes, source);
  const std::string plain = detail::to_utf8(text, std::nullopt, name);
  detail::FaultList faults;
  detail::RowReader rows(plain, source, columns, faults);
  std::vector<Explanation> explanations;
  while (rows.next()) explanations.push_back(read_row(rows));
  faults.throw_if_any();
  return explanations;
}

}  // namespace edustat
