// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::test {

/// The fields of one row by the name of their column.
using CsvRow = std::map<std::string, std::string, std::less<>>;

/// The records of RFC 4180 text: fields in quotes may hold commas, line ends and doubled quotes.
inline std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> records;
  std::vector<std::string> record(1);
  bool is_quoted = false;
  const auto end_record = [&] {
    records.push_back(std::move(record));
    record.assign(1, "");
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char character = text[i];
    if (is_quoted) {
      if (character != '"') {
        record.back() += character;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        record.back() += text[++i];
      } else {
        is_quoted = false;
      }
    } else if (character == '"') {
      is_quoted = true;
    } else if (character == ',') {
      record.emplace_back();
    } else if (character == '\n') {
      end_record();
    } else if (character != '\r') {
      record.back() += character;
    }
  }
  if (record.size() > 1 || !record.front().empty()) end_record();
  return records;
}

/// The rows of a CSV file with a head.
inline std::vector<CsvRow> read_csv(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  const auto records = parse_csv(text);
  std::vector<CsvRow> rows;
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].size() != records[0].size()) {
      throw std::runtime_error(path.string() + ": record " + std::to_string(i + 1) +
                               " has another number of fields than the head");
    }
    CsvRow& row = rows.emplace_back();
    for (std::size_t k = 0; k < records[i].size(); ++k) row[records[0][k]] = records[i][k];
  }
  return rows;
}

}  // namespace edustat::test
