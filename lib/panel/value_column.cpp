// SPDX-License-Identifier: Apache-2.0
#include "panel/value_column.hpp"

#include "edustat/number/decimal.hpp"
#include "edustat/quantity/numeral.hpp"

#include "number/wide.hpp"
#include "panel/chunk_reader.hpp"
#include "panel/float_reader.hpp"
#include "panel/scan_kernel.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>

namespace edustat::detail {
namespace {

/// A cell that was read: a number of the column's scale, or why there is none.
using CellValue = std::variant<int128, Gap>;

/// Memory of a column that had to be copied.
struct Copied {
  std::vector<std::int64_t> narrow;
  std::vector<int128> wide;
  std::vector<std::uint8_t> validity;
  std::vector<Gap> reasons;
};

/// Collects the cells of one batch; moves to 128 bits when a number asks for it.
class Copy {
 public:
  explicit Copy(std::size_t rows) {
    memory_->narrow.reserve(rows);
    memory_->validity.assign((rows + 7) / 8, 0);
  }

  void add(CellValue cell) {
    const std::size_t row = count_++;
    if (const Gap* gap = std::get_if<Gap>(&cell)) {
      if (*gap != Gap::missing && memory_->reasons.empty()) {
        memory_->reasons.assign(row, Gap::missing);
      }
      if (*gap != Gap::missing || !memory_->reasons.empty()) memory_->reasons.push_back(*gap);
      has_gaps_ = true;
      return add_number(0);
    }
    if (!memory_->reasons.empty()) memory_->reasons.push_back(Gap::missing);
    memory_->validity[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
    const int128 number = std::get<int128>(cell);
    magnitude_ += magnitude(number);
    add_number(number);
  }

  [[nodiscard]] Values finish() {
    Values values;
    values.values = memory_->wide.empty() ? memory_->narrow.data() : nullptr;
    values.wide = memory_->wide.empty() ? nullptr : memory_->wide.data();
    if (has_gaps_) values.validity = memory_->validity.data();
    if (!memory_->reasons.empty()) values.reasons = memory_->reasons.data();
    values.magnitude = magnitude_;
    values.owner = memory_;
    return values;
  }

 private:
  void add_number(int128 number) {
    if (memory_->wide.empty() && fits_int64(number)) {
      memory_->narrow.push_back(static_cast<std::int64_t>(number));
      return;
    }
    if (memory_->wide.empty()) {
      memory_->wide.assign(memory_->narrow.begin(), memory_->narrow.end());
      memory_->narrow.clear();
    }
    memory_->wide.push_back(number);
  }

  std::shared_ptr<Copied> memory_ = std::make_shared<Copied>();
  std::size_t count_ = 0;
  uint128 magnitude_ = 0;
  bool has_gaps_ = false;
};

/// What a text means: a number, or a declared mark.
using Meant = std::variant<Rational, Gap>;

class ValueReader {
 public:
  ValueReader(const Table& table, std::size_t number, const Column& column, RowFaults& faults,
              Crew& crew)
      : table_(table),
        number_(number),
        field_(table.fields()[number]),
        column_(column),
        faults_(faults),
        crew_(crew) {}

  ValueColumn read() {
    const ColumnType type = field_.type;
    const bool is_float = type == ColumnType::float32 || type == ColumnType::float64;
    if (is_float && !column_.places) {
      throw StructureError(Fault{ErrorCode::float_without_places, {field_.name}});
    }
    const bool is_known =
        is_float || is_whole(type) || is_decimal(type) || is_text(type) || type == ColumnType::null;
    if (!is_known) {
      throw StructureError(
          Fault{ErrorCode::wrong_column_type, {field_.name, std::string(name_of(type))}});
    }
    if (is_text(type)) read_meanings();
    if (is_decimal(type)) result_.scale = field_.scale;
    if (is_float) result_.scale = std::max(0, *column_.places);
    result_.places = column_.places.value_or(result_.scale);
    const bool is_narrow = type == ColumnType::int64 || type == ColumnType::decimal64;
    if (is_narrow && !field_.is_dictionary) {
      borrow();
    } else {
      copy();
    }
    return std::move(result_);
  }

 private:
  /// Whole numbers of 64 bits, as they lie; their magnitudes are left to bound_magnitudes().
  void borrow() {
    result_.is_borrowed = true;
    for (const Table::Batch& batch : table_.batches()) {
      const Chunk& chunk = batch.chunks[number_];
      Values& part = result_.parts.emplace_back();
      part.values = static_cast<const std::int64_t*>(chunk.values) + chunk.offset;
      part.validity = chunk.validity;
      part.offset = chunk.offset;
    }
  }

  void copy() {
    std::size_t first_row = 0;
    for (const Table::Batch& batch : table_.batches()) {
      const Chunk& chunk = batch.chunks[number_];
      Copy copied(chunk.rows);
      for (std::size_t i = 0; i < chunk.rows; ++i) copied.add(cell(chunk, i, first_row + i));
      result_.parts.push_back(copied.finish());
      first_row += chunk.rows;
      crew_.step(0);
    }
  }

  CellValue cell(const Chunk& chunk, std::size_t row, std::size_t table_row) {
    if (!chunk.is_valid(row)) return Gap::missing;
    if (field_.is_dictionary) {
      const auto index = static_cast<std::size_t>(whole_at(field_.index_type, chunk, row));
      return chunk.dictionary->is_valid(index) ? plain_cell(*chunk.dictionary, index, table_row)
                                               : CellValue(Gap::missing);
    }
    return plain_cell(chunk, row, table_row);
  }

  CellValue plain_cell(const Chunk& chunk, std::size_t row, std::size_t table_row) {
    if (field_.type == ColumnType::null) return Gap::missing;
    if (field_.type == ColumnType::uint64) {
      return static_cast<int128>(static_cast<std::uint64_t>(whole_at(field_.type, chunk, row)));
    }
    if (is_whole(field_.type)) return int128{whole_at(field_.type, chunk, row)};
    if (is_decimal(field_.type)) {
      if (const auto number = decimal_at(field_.type, chunk, row)) return *number;
      faults_.add(ErrorCode::number_too_large, {table_.text_at(number_, table_row), "2^127 - 1"},
                  field_.name, table_row);
      return Gap::missing;
    }
    if (is_text(field_.type)) return text_cell(text_at(field_.type, chunk, row), table_row);
    return float_cell(float_at(field_.type, chunk, row), table_row);
  }

  CellValue float_cell(double value, std::size_t table_row) {
    if (is_nan(value)) return Gap::missing;
    if (const auto number = decimal_of(field_.type, value, result_.places)) return *number;
    faults_.add(ErrorCode::not_exact_decimal,
                {table_.text_at(number_, table_row), std::to_string(result_.places)}, field_.name,
                table_row);
    return Gap::missing;
  }

  CellValue text_cell(std::string_view text, std::size_t table_row) {
    const auto found = meanings_.find(std::string(text));
    if (found == meanings_.end()) return Gap::missing;  // a fault, told by read_meanings
    if (const Gap* gap = std::get_if<Gap>(&found->second)) return *gap;
    const Rational scaled =
        std::get<Rational>(found->second) * Rational::power_of_ten(result_.scale);
    if (const auto number = to_int128(scaled)) return *number;
    faults_.add(ErrorCode::number_too_large, {std::string(text), "2^127 - 1"}, field_.name,
                table_row);
    return Gap::missing;
  }

  /// Every different text once, and the places that all of them need.
  void read_meanings() {
    std::size_t table_row = 0;
    for (const Table::Batch& batch : table_.batches()) {
      const Chunk& chunk = batch.chunks[number_];
      for (std::size_t i = 0; i < chunk.rows; ++i, ++table_row) {
        if (!chunk.is_valid(i)) continue;
        const std::optional<std::string_view> text = text_of(chunk, i);
        if (!text || meanings_.contains(std::string(*text))) continue;
        if (const auto meant = meaning_of(*text, table_row)) {
          meanings_.emplace(*text, *meant);
        }
      }
    }
  }

  [[nodiscard]] std::optional<std::string_view> text_of(const Chunk& chunk, std::size_t row) const {
    if (!field_.is_dictionary) return text_at(field_.type, chunk, row);
    const auto index = static_cast<std::size_t>(whole_at(field_.index_type, chunk, row));
    if (!chunk.dictionary->is_valid(index)) return {};
    return text_at(field_.type, *chunk.dictionary, index);
  }

  std::optional<Meant> meaning_of(std::string_view text, std::size_t table_row) {
    const auto mark = column_.marks.find(std::string(text));
    if (mark != column_.marks.end()) return mark->second;
    try {
      const Rational value = parse_number(text);
      while (!(value * Rational::power_of_ten(result_.scale)).is_integer()) {
        if (++result_.scale > most_places)
          throw ParseError(Fault{ErrorCode::malformed_number, {std::string(text)}});
      }
      return value;
    } catch (const Error& error) {
      const bool is_blank = text.find_first_not_of(" \t") == std::string_view::npos;
      faults_.add(is_blank ? ErrorCode::undeclared_blank : error.code(),
                  is_blank ? std::vector<std::string>{} : error.faults().front().arguments,
                  field_.name, table_row);
    }
    return {};
  }

  static constexpr int most_places = 30;

  const Table& table_;
  std::size_t number_;
  const Field& field_;
  const Column& column_;
  RowFaults& faults_;
  Crew& crew_;
  ValueColumn result_;
  std::unordered_map<std::string, Meant> meanings_;
};

/// What lies under empty rows is looked at only where it would matter.
void tighten(Values& part, std::size_t rows) {
  constexpr std::int64_t enough = std::numeric_limits<std::int64_t>::max();
  if (part.validity == nullptr || part.magnitude <= enough) return;
  part.magnitude = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    if (part.is_valid(i)) part.magnitude += magnitude(part.values[i]);
  }
}

}  // namespace

bool holds_numbers(const Field& field) noexcept {
  return is_whole(field.type) || is_decimal(field.type);
}

ValueColumn read_values(const Table& table, std::size_t number, const Column& column,
                        RowFaults& faults, Crew& crew) {
  return ValueReader(table, number, column, faults, crew).read();
}

void bound_magnitudes(const Table& table, std::span<ValueColumn> columns, Crew& crew) {
  struct Piece {
    Values* part;
    std::size_t first;
    std::size_t rows;
    uint128 magnitude = 0;
  };
  const auto batches = table.batches();
  std::vector<Piece> pieces;
  for (ValueColumn& column : columns) {
    for (std::size_t i = 0; column.is_borrowed && i < batches.size(); ++i) {
      for (std::size_t row = 0; row < batches[i].rows; row += zone_rows) {
        pieces.push_back({&column.parts[i], row, std::min(zone_rows, batches[i].rows - row)});
      }
    }
  }
  // All columns in one go, so that threads start once.
  crew.run_pieces(pieces.size(), [&](std::size_t i, unsigned) {
    Piece& piece = pieces[i];
    const std::uint64_t seen =
        scan_kernel().magnitudes(piece.part->values + piece.first, piece.rows);
    piece.magnitude = uint128{seen} * piece.rows + piece.rows;
  });
  for (const Piece& piece : pieces) piece.part->magnitude += piece.magnitude;
  for (ValueColumn& column : columns) {
    for (std::size_t i = 0; column.is_borrowed && i < batches.size(); ++i) {
      tighten(column.parts[i], batches[i].rows);
    }
  }
}

}  // namespace edustat::detail
