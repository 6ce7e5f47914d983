// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/region_columns.hpp"

#include "edustat/error/error.hpp"
#include "edustat/place/period.hpp"

#include "panel/chunk_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {
namespace {

/// What the cells of a column say.
enum class Content : std::uint8_t { words, times, truths };

bool is_readable(ColumnType type, Content content) {
  if (detail::is_text(type) || type == ColumnType::null) return true;
  if (content == Content::truths) return type == ColumnType::boolean;
  const bool is_date = type == ColumnType::date32 || type == ColumnType::date64;
  return content == Content::times && (is_date || detail::is_whole(type));
}

bool bit_at(const Chunk& chunk, std::size_t row) {
  const std::size_t bit = chunk.offset + row;
  return ((static_cast<const std::uint8_t*>(chunk.values)[bit / 8] >> (bit % 8)) & 1U) != 0;
}

std::optional<bool> truth_of(std::string_view word) {
  constexpr std::array<std::string_view, 6> yes{"true", "True", "TRUE", "1", "yes", "是"};
  constexpr std::array<std::string_view, 7> no{"false", "False", "FALSE", "0", "no", "否", ""};
  if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), word) != no.end()) return false;
  return std::nullopt;
}

/// True for a fault that does not follow from a cell of another row that could not be read.
bool stands_alone(const Fault& fault) {
  constexpr std::array codes{ErrorCode::region_without_code, ErrorCode::region_without_name,
                             ErrorCode::region_without_level, ErrorCode::unknown_parent,
                             ErrorCode::unknown_successor};
  return std::find(codes.begin(), codes.end(), fault.code) != codes.end();
}

/// Reads the rows of a table of regions, column by column.
class RegionReader {
 public:
  explicit RegionReader(const Table& table) : table_(table), rows_(table.rows()) {
    for (std::size_t row = 0; row < rows_.size(); ++row) rows_[row].place.line = row + 1;
  }

  void read_words(const std::string& name, std::string RegionRow::*member) {
    read(name, Content::words, [member](RegionRow& row, std::string word, const Place&) {
      row.*member = std::move(word);
    });
  }
  void read_times(const std::string& name, std::optional<int> RegionRow::*member,
                  int (Period::*month)() const noexcept) {
    read(name, Content::times, [=, this](RegionRow& row, const std::string& word, Place place) {
      if (word.empty()) return;
      try {
        row.*member = (Period::parse(word).*month)();
      } catch (const Error& error) {
        faults_.push_back({error.code(), error.faults().front().arguments, std::move(place)});
      }
    });
  }
  void read_truths(const std::string& name) {
    read(name, Content::truths, [this](RegionRow& row, const std::string& word, Place place) {
      const std::optional<bool> truth = truth_of(word);
      if (!truth) faults_.push_back({ErrorCode::truth_expected, {word}, std::move(place)});
      if (truth.value_or(false)) row.kind = RegionKind::own_level;
    });
  }
  /// The column of that name is read only where the table has it.
  [[nodiscard]] bool has(std::string_view name) const {
    const auto fields = table_.fields();
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field& field) { return field.name == name; });
  }

  [[nodiscard]] RegionTree tree(RegionTreeOptions options) {
    if (!column_faults_.empty()) throw StructureError(std::move(column_faults_));
    if (faults_.empty()) return RegionTree(std::move(rows_), std::move(options));
    add_faults_of_tree(std::move(options));
    std::stable_sort(faults_.begin(), faults_.end(), [](const Fault& left, const Fault& right) {
      return left.place.line < right.place.line;
    });
    throw StructureError(std::move(faults_));
  }

 private:
  template <typename Put>
  void read(const std::string& name, Content content, const Put& put) {
    const std::optional<std::size_t> column = readable(name, content);
    if (!column) return;
    const Field& field = table_.fields()[*column];
    std::size_t row = 0;
    for (const Table::Batch& batch : table_.batches()) {
      for (std::size_t i = 0; i < batch.rows; ++i, ++row) {
        std::optional<std::string> word = word_in(field, batch.chunks[*column], i);
        if (word) put(rows_[row], *std::move(word), Place{.source = name, .line = row + 1});
      }
    }
  }

  std::optional<std::size_t> readable(const std::string& name, Content content) {
    try {
      const std::size_t column = table_.column(name);
      const ColumnType type = table_.fields()[column].type;
      if (is_readable(type, content)) return column;
      const bool is_word = content == Content::words;
      column_faults_.push_back({is_word ? ErrorCode::text_expected : ErrorCode::wrong_column_type,
                                {name, std::string(name_of(type))},
                                {}});
    } catch (const StructureError& error) {
      for (const Fault& fault : error.faults()) column_faults_.push_back(fault);
    }
    return std::nullopt;
  }

  static std::optional<std::string> word_in(const Field& field, const Chunk& chunk,
                                            std::size_t row) {
    if (field.type == ColumnType::null || !chunk.is_valid(row)) return std::nullopt;
    const Chunk* values = &chunk;
    if (field.is_dictionary) {
      row = static_cast<std::size_t>(detail::whole_at(field.index_type, chunk, row));
      values = chunk.dictionary.get();
      if (!values->is_valid(row)) return std::nullopt;
    }
    if (field.type == ColumnType::boolean) return bit_at(*values, row) ? "true" : "false";
    return detail::word_of(field.type, *values, row);
  }

  /// What is wrong beside the cells; a row whose cells cannot be read may be an own level, which
  /// needs no word for it.
  void add_faults_of_tree(RegionTreeOptions options) {
    std::set<std::size_t> lines;
    for (const Fault& fault : faults_) lines.insert(fault.place.line);
    try {
      const RegionTree tree(std::move(rows_), std::move(options));
    } catch (const StructureError& error) {
      for (const Fault& fault : error.faults()) {
        const bool may_follow =
            fault.code == ErrorCode::region_without_level && lines.count(fault.place.line) != 0;
        if (stands_alone(fault) && !may_follow) faults_.push_back(fault);
      }
    }
  }

  const Table& table_;
  std::vector<RegionRow> rows_;
  std::vector<Fault> column_faults_{};
  std::vector<Fault> faults_{};
};

}  // namespace

RegionTree region_tree_of(const Table& table, const RegionColumnNames& names,
                          RegionTreeOptions options) {
  RegionReader reader(table);
  reader.read_words(names.code, &RegionRow::code);
  reader.read_words(names.name, &RegionRow::name);
  reader.read_words(names.level, &RegionRow::level);
  reader.read_words(names.parent, &RegionRow::parent);
  const auto optional = [&](const std::optional<std::string>& given, const std::string& own,
                            const auto& read) {
    if (given || reader.has(own)) read(given.value_or(own));
  };
  optional(names.hierarchy, "hierarchy",
           [&](const std::string& name) { reader.read_words(name, &RegionRow::hierarchy); });
  optional(names.valid_from, "valid_from", [&](const std::string& name) {
    reader.read_times(name, &RegionRow::first_month, &Period::first_month);
  });
  optional(names.valid_until, "valid_until", [&](const std::string& name) {
    reader.read_times(name, &RegionRow::last_month, &Period::last_month);
  });
  optional(names.own_level, "own_level",
           [&](const std::string& name) { reader.read_truths(name); });
  optional(names.successor, "successor",
           [&](const std::string& name) { reader.read_words(name, &RegionRow::successor); });
  return reader.tree(std::move(options));
}

}  // namespace edustat
