// SPDX-License-Identifier: Apache-2.0
#include "bulletin/csv.hpp"

#include <algorithm>
#include <array>

namespace edustat::detail {
namespace {

constexpr std::string_view line_ends = "\r\n";

bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::string_view trim(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 6> spaces{" ",  "\t",       "\r",
                                                   "\n", "\xC2\xA0", "\xE3\x80\x80"};
  const auto begins = [&](std::string_view space) { return text.starts_with(space); };
  const auto ends = [&](std::string_view space) { return text.ends_with(space); };
  for (auto space = spaces.begin();
       (space = std::find_if(spaces.begin(), spaces.end(), begins)) != spaces.end();) {
    text.remove_prefix(space->size());
  }
  for (auto space = spaces.begin();
       (space = std::find_if(spaces.begin(), spaces.end(), ends)) != spaces.end();) {
    text.remove_suffix(space->size());
  }
  return text;
}

bool Row::is_blank() const noexcept {
  if (count > fields.size()) return false;
  return std::all_of(fields.begin(), fields.end(), [](const Field& field) {
    return !field.is_malformed && trim(field.text).empty();
  });
}

bool CsvReader::read(Row& row) {
  if (next_ == text_.size()) return false;
  row.count = 0;
  row.line = line_;
  Field spare;
  do {
    if (row.count != 0) advance_to(next_ + 1);
    const bool is_kept = row.count < most_fields;
    if (is_kept && row.count == row.fields.size()) row.fields.emplace_back();
    Field& field = is_kept ? row.fields[row.count] : spare;
    ++row.count;
    read_field(field);
  } while (next_ < text_.size() && text_[next_] == ',');
  row.fields.resize(std::min(row.count, most_fields));
  skip_line_end();
  return true;
}

/// Stops at the comma or line end behind the field, or at the end of the text.
void CsvReader::read_field(Field& field) {
  field.text.clear();
  field.line = line_;
  field.column = column_;
  field.is_malformed = false;
  if (next_ < text_.size() && text_[next_] == '"') {
    read_quoted(field);
  } else {
    read_plain(field);
  }
}

void CsvReader::read_quoted(Field& field) {
  std::size_t begin = next_ + 1;
  while (true) {
    const std::size_t quote = std::min(text_.find('"', begin), text_.size());
    field.text += text_.substr(begin, quote - begin);
    if (quote == text_.size()) {
      field.is_malformed = true;
      advance_to(quote);
      return;
    }
    begin = quote + 2;
    if (begin > text_.size() || text_[quote + 1] != '"') {
      advance_to(quote + 1);
      break;
    }
    field.text += '"';
  }
  if (next_ < text_.size() && text_[next_] != ',' && !is_at_line_end()) {
    read_plain(field);
    field.is_malformed = true;
  }
}

void CsvReader::read_plain(Field& field) {
  const std::size_t end = std::min(text_.find_first_of(",\r\n", next_), text_.size());
  const std::string_view plain = text_.substr(next_, end - next_);
  field.text += plain;
  field.is_malformed = plain.find('"') != std::string_view::npos;
  advance_to(end);
}

bool CsvReader::is_at_line_end() const noexcept {
  return next_ < text_.size() && line_ends.find(text_[next_]) != std::string_view::npos;
}

void CsvReader::skip_line_end() noexcept {
  if (!is_at_line_end()) return;
  const bool is_pair = text_.substr(next_).starts_with(line_ends);
  advance_to(next_ + (is_pair ? 2 : 1));
}

/// Keeps count of lines and characters.
void CsvReader::advance_to(std::size_t offset) noexcept {
  for (; next_ < offset; ++next_) {
    const char byte = text_[next_];
    const bool is_pair = byte == '\r' && next_ + 1 < text_.size() && text_[next_ + 1] == '\n';
    if ((byte == '\n' || byte == '\r') && !is_pair) {
      ++line_;
      column_ = 1;
    } else if (!is_continuation(byte)) {
      ++column_;
    }
  }
}

}  // namespace edustat::detail
