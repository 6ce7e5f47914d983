// SPDX-License-Identifier: Apache-2.0
#include "edustat/analysis/score_sheet.hpp"

#include "analysis/column_sums.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace edustat {
namespace {

/// What a table of scores borrows.
struct SheetMemory {
  std::string names{};
  std::vector<std::int32_t> ends{0};
  std::vector<std::vector<double>> columns{};
  std::vector<std::vector<std::uint8_t>> validities{};
};

void require_names(const ScoreSheet& sheet) {
  detail::require_count("units", sheet.units.size(), sheet.values.rows());
  detail::require_count("column names", sheet.columns.size(), sheet.values.columns());
}

/// The head of the names: `unit`, or that with `_` behind it where a column has it already.
std::string head_of_units(const ScoreSheet& sheet) {
  std::string head = "unit";
  while (std::find(sheet.columns.begin(), sheet.columns.end(), head) != sheet.columns.end()) {
    head += "_";
  }
  return head;
}

/// Bits of the cells that are no gaps.
std::vector<std::uint8_t> validity_of(const std::vector<double>& cells) {
  std::vector<std::uint8_t> bits((cells.size() + 7) / 8);
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (!is_gap(cells[row])) bits[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
  }
  return bits;
}

std::string shown_number(double value) {
  if (is_gap(value)) return "—";
  std::array<char, 40> text{};
  const bool is_whole = value == std::floor(value) && std::abs(value) < 1e15;
  const auto end = is_whole ? std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::fixed, 0)
                            : std::to_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::general, 6);
  return {text.data(), end.ptr};
}

/// Columns of a terminal: Chinese characters take two.
std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    constexpr unsigned first_wide = 0xE3;
    if ((code & 0xC0U) != 0x80U) width += code >= first_wide ? 2 : 1;
  }
  return width;
}

/// Heads and cells as texts, the first column being the units.
std::vector<std::vector<std::string>> text_cells(const ScoreSheet& sheet, std::size_t rows) {
  require_names(sheet);
  std::vector<std::vector<std::string>> cells(1, {head_of_units(sheet)});
  cells[0].insert(cells[0].end(), sheet.columns.begin(), sheet.columns.end());
  for (std::size_t row = 0; row < std::min(rows, sheet.units.size()); ++row) {
    std::vector<std::string>& line = cells.emplace_back();
    line.push_back(sheet.units[row]);
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
      line.push_back(shown_number(sheet.values.at(row, column)));
    }
  }
  return cells;
}

/// `... 31 more rows`, or nothing.
std::string rest_of(const ScoreSheet& sheet, std::size_t rows) {
  if (sheet.units.size() <= rows) return {};
  return "... " + std::to_string(sheet.units.size() - rows) + " more rows";
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char character : text) {
    switch (character) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      default:
        safe += character;
    }
  }
  return safe;
}

}  // namespace

Table to_table(const ScoreSheet& sheet) {
  require_names(sheet);
  const auto memory = std::make_shared<SheetMemory>();
  for (const std::string& unit : sheet.units) {
    memory->names += unit;
    memory->ends.push_back(static_cast<std::int32_t>(memory->names.size()));
  }
  std::vector<Field> fields(1);
  fields[0].name = head_of_units(sheet);
  fields[0].type = ColumnType::text;
  Table::Batch batch;
  batch.rows = sheet.units.size();
  Chunk units;
  units.rows = batch.rows;
  units.values = memory->ends.data();
  units.text = memory->names.data();
  units.text_bytes = memory->names.size();
  batch.chunks.push_back(units);
  for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
    Field& field = fields.emplace_back();
    field.name = sheet.columns[column];
    field.type = ColumnType::float64;
    memory->columns.push_back(sheet.values.column(column));
    memory->validities.push_back(validity_of(memory->columns.back()));
    Chunk& cells = batch.chunks.emplace_back();
    cells.rows = batch.rows;
    cells.validity = memory->validities.back().data();
    cells.values = memory->columns.back().data();
  }
  return Table(std::move(fields), {std::move(batch)}, memory);
}

std::string to_string(const ScoreSheet& sheet, std::size_t rows) {
  const std::vector<std::vector<std::string>> cells = text_cells(sheet, rows);
  std::vector<std::size_t> widths(cells.front().size());
  for (const std::vector<std::string>& line : cells) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], width_of(line[i]));
    }
  }
  std::string text;
  for (const std::vector<std::string>& line : cells) {
    if (!text.empty()) text += '\n';
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string spaces(widths[i] - width_of(line[i]), ' ');
      // Names to the left, numbers to the right; no spaces at the end of a line.
      if (i == 0) {
        text += line[i] + (line.size() > 1 ? spaces : "");
      } else {
        text += "  " + spaces + line[i];
      }
    }
  }
  const std::string rest = rest_of(sheet, rows);
  return rest.empty() ? text : text + "\n" + rest;
}

std::string to_html(const ScoreSheet& sheet, std::size_t rows) {
  std::string html = "<table>";
  bool is_head = true;
  for (const std::vector<std::string>& line : text_cells(sheet, rows)) {
    html += "<tr>";
    for (const std::string& cell : line) {
      const std::string_view tag = is_head ? "th" : "td";
      html.append("<").append(tag).append(">").append(escaped(cell));
      html.append("</").append(tag).append(">");
    }
    html += "</tr>";
    is_head = false;
  }
  html += "</table>";
  const std::string rest = rest_of(sheet, rows);
  return rest.empty() ? html : html + "<p>" + rest + "</p>";
}

}  // namespace edustat
