// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/explanation.hpp"

#include "bulletin/csv.hpp"
#include "bulletin/encoding.hpp"
#include "error/fault_list.hpp"
#include "bulletin/file.hpp"
#include "bulletin/head.hpp"

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

/// A day as 2016-12-31, or nothing: an order of days is an order of their texts.
std::string read_day(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  bool fits = text.empty() || text.size() == form.size();
  for (std::size_t i = 0; fits && i < text.size(); ++i) {
    fits = form[i] == '-' ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
  }
  if (!fits) {
    throw ParseError(Fault{ErrorCode::bad_value, {"date", std::string(text), "2016-12-31"}});
  }
  return std::string(text);
}

class Reader {
 public:
  Reader(const detail::Head& head, std::string_view source, detail::FaultList& faults)
      : head_(head), source_(source), faults_(faults) {}

  Explanation read(const detail::Row& row) {
    Explanation result;
    result.place = Place{.source = std::string(source_), .line = row.line};
    cell(row, Part::relation, [&](std::string_view text) { result.relation = text; });
    cell(row, Part::scope, [&](std::string_view text) { result.scope = Scope::parse(text); });
    cell(row, Part::period, [&](std::string_view text) { result.period = Period::parse(text); });
    cell(row, Part::text, [&](std::string_view text) { result.text = text; });
    cell(row, Part::who, [&](std::string_view text) { result.who = text; });
    cell(row, Part::date, [&](std::string_view text) { result.date = read_day(text); });
    cell(row, Part::valid_until,
         [&](std::string_view text) { result.valid_until = read_day(text); });
    return result;
  }

 private:
  /// Hands over the text of a cell that is not blank; a fault gets the place of the cell.
  template <typename Take>
  void cell(const detail::Row& row, Part part, Take take) {
    const detail::Field* field = head_.find(row, static_cast<std::size_t>(part));
    const std::string_view text = field ? detail::trim(field->text) : std::string_view{};
    if (text.empty()) {
      if (columns[static_cast<std::size_t>(part)].need == detail::Need::required) {
        faults_.add(
            {ErrorCode::empty_text, {}, Place{.source = std::string(source_), .line = row.line}});
      }
      return;
    }
    try {
      take(text);
    } catch (const Error& error) {
      for (Fault fault : error.faults()) {
        fault.place =
            Place{.source = std::string(source_), .line = field->line, .column = field->column};
        faults_.add(std::move(fault));
      }
    }
  }

  const detail::Head& head_;
  std::string_view source_;
  detail::FaultList& faults_;
};

}  // namespace

std::vector<Explanation> read_explanations(const std::filesystem::path& path) {
  return parse_explanations(detail::read_file(path, most_bytes), path.string());
}

std::vector<Explanation> parse_explanations(std::string_view text, std::string_view name) {
  const std::string source(name);
  detail::require_size(text.size(), most_bytes, source);
  const std::string plain = detail::to_utf8(text, std::nullopt, name);
  detail::FaultList faults;
  detail::CsvReader rows(plain);
  detail::Row row;
  if (!rows.read(row)) row = {};
  const detail::Head head(row, source, columns, faults);
  Reader reader(head, source, faults);
  std::vector<Explanation> explanations;
  while (rows.read(row)) {
    if (row.is_blank()) continue;
    if (row.count != head.width()) {
      faults.add_structural({ErrorCode::wrong_field_count,
                             {std::to_string(row.count), std::to_string(head.width())},
                             Place{.source = source, .line = row.line}});
      continue;
    }
    explanations.push_back(reader.read(row));
  }
  faults.throw_if_any();
  return explanations;
}

}  // namespace edustat
