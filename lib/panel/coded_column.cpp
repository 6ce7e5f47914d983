// SPDX-License-Identifier: Apache-2.0
#include "panel/coded_column.hpp"

#include "edustat/error/error.hpp"

#include "panel/chunk_reader.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <unordered_map>
#include <utility>

namespace edustat::detail {
namespace {

using Codes = std::vector<std::int32_t>;

/// Rows that are worth another thread's while.
constexpr std::size_t rows_of_piece = 4 * zone_rows;

KeyCodes owned(Codes codes) {
  auto kept = std::make_shared<const Codes>(std::move(codes));
  const std::int32_t* const first = kept->data();
  return {first, KeyCodes::Width::four, std::move(kept)};
}

bool has_nulls(const Chunk& chunk) {
  if (chunk.validity == nullptr) return false;
  for (std::size_t i = 0; i < chunk.rows; ++i) {
    if (!chunk.is_valid(i)) return true;
  }
  return false;
}

/// The words of a dictionary.
std::shared_ptr<const Vocabulary> words_of(const Field& field, const Chunk& dictionary) {
  auto words = std::make_shared<Vocabulary>();
  for (std::size_t i = 0; i < dictionary.rows; ++i) {
    words->push_back(dictionary.is_valid(i) ? std::optional(word_of(field.type, dictionary, i))
                                            : std::nullopt);
  }
  return words;
}

/// Reads one column, batch by batch.
class CodeReader {
 public:
  CodeReader(const Table& table, std::size_t number, KeyCodes::Width least, Crew& crew)
      : table_(table), number_(number), field_(table.fields()[number]), least_(least), crew_(crew) {
    column_.name = field_.name;
  }

  CodedColumn read() {
    const ColumnType type = field_.is_dictionary ? field_.index_type : field_.type;
    if (field_.is_dictionary) {
      for (const Table::Batch& batch : table_.batches()) read_dictionary(batch.chunks[number_]);
    } else if (is_whole(type)) {
      read_numbers();
    } else if (type == ColumnType::text || type == ColumnType::large_text ||
               type == ColumnType::date32 || type == ColumnType::date64) {
      read_texts();
    } else {
      throw StructureError(
          Fault{ErrorCode::wrong_column_type, {field_.name, std::string(name_of(type))}});
    }
    return std::move(column_);
  }

 private:
  void read_dictionary(const Chunk& chunk) {
    if (!dictionary_ || dictionary_ != chunk.dictionary) {
      dictionary_ = chunk.dictionary;
      words_ = words_of(field_, *dictionary_);
    }
    const auto null = static_cast<std::int32_t>(words_->size());
    column_.parts.push_back({codes_of(field_.index_type, chunk, 0, null), words_});
  }

  /// The numbers less `base`; a null becomes `null`.
  KeyCodes codes_of(ColumnType type, const Chunk& chunk, std::int64_t base, std::int64_t null) {
    const bool is_plain = base == 0 && !has_nulls(chunk);
    if (is_plain && type == ColumnType::int32) {
      return {
          static_cast<const std::int32_t*>(chunk.values) + chunk.offset, KeyCodes::Width::four, {}};
    }
    if (is_plain && type == ColumnType::int16 && least_ == KeyCodes::Width::two) {
      return {
          static_cast<const std::int16_t*>(chunk.values) + chunk.offset, KeyCodes::Width::two, {}};
    }
    Codes codes(chunk.rows);
    for (std::size_t i = 0; i < chunk.rows; ++i) {
      codes[i] =
          static_cast<std::int32_t>(chunk.is_valid(i) ? whole_at(type, chunk, i) - base : null);
    }
    return owned(std::move(codes));
  }

  void read_numbers() {
    // One without sign may be beyond int64.
    if (field_.type == ColumnType::uint64) return read_texts();
    const auto batches = table_.batches();
    std::vector<Chunk> pieces;
    for (const Table::Batch& batch : batches) {
      for (std::size_t row = 0; row < batch.rows; row += rows_of_piece) {
        Chunk& piece = pieces.emplace_back(batch.chunks[number_]);
        piece.offset += row;
        piece.rows = std::min(rows_of_piece, batch.rows - row);
      }
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> ends(pieces.size());
    crew_.run_pieces(pieces.size(),
                     [&](std::size_t i, unsigned) { ends[i] = ends_of(field_.type, pieces[i]); });
    std::int64_t low = std::numeric_limits<std::int64_t>::max();
    std::int64_t high = std::numeric_limits<std::int64_t>::min();
    for (const auto& [piece_low, piece_high] : ends) {
      low = std::min(low, piece_low);
      high = std::max(high, piece_high);
    }
    if (low > high) low = high = 0;
    const auto distance = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    if (distance >= static_cast<std::uint64_t>(CodedColumn::longest)) return read_texts();
    const bool fits = low > std::numeric_limits<std::int32_t>::min() &&
                      high < std::numeric_limits<std::int32_t>::max();
    if (!fits) return read_texts();
    column_.low = low;
    column_.high = high;
    for (const Table::Batch& batch : batches) {
      column_.has_nulls |= has_nulls(batch.chunks[number_]);
      column_.parts.push_back({codes_of(field_.type, batch.chunks[number_], 0, high + 1), {}});
    }
  }

  void read_texts() {
    auto words = std::make_shared<Vocabulary>();
    std::unordered_map<std::string, std::int32_t> numbers;
    std::int32_t null = no_meaning;
    std::string word;
    for (const Table::Batch& batch : table_.batches()) {
      const Chunk& chunk = batch.chunks[number_];
      Codes codes(chunk.rows);
      for (std::size_t i = 0; i < chunk.rows; ++i) {
        const auto next = static_cast<std::int32_t>(words->size());
        if (!chunk.is_valid(i)) {
          if (null == no_meaning) {
            null = next;
            words->emplace_back();
          }
          codes[i] = null;
          continue;
        }
        word = word_of(field_.type, chunk, i);
        const auto [found, is_new] = numbers.try_emplace(word, next);
        if (is_new) words->push_back(word);
        codes[i] = found->second;
      }
      column_.parts.push_back({owned(std::move(codes)), words});
    }
  }

  const Table& table_;
  std::size_t number_;
  const Field& field_;
  KeyCodes::Width least_;
  Crew& crew_;
  CodedColumn column_;
  std::shared_ptr<const Chunk> dictionary_;
  std::shared_ptr<const Vocabulary> words_;
};

}  // namespace

CodedColumn read_codes(const Table& table, std::size_t column, KeyCodes::Width least, Crew& crew) {
  return CodeReader(table, column, least, crew).read();
}

Meaning Meanings::of(const CodedColumn::Part& part) {
  for (const auto& [words, meaning] : known_) {
    if (words == part.words) return meaning;
  }
  auto numbers = std::make_shared<std::vector<std::int32_t>>();
  for (const auto& word : *part.words) {
    numbers->push_back(word ? of_word_(*word) : no_meaning);
  }
  numbers->push_back(no_meaning);
  known_.emplace_back(part.words, Meaning{0, std::move(numbers)});
  return known_.back().second;
}

std::string word_at(const CodedColumn& column, std::size_t batch, std::size_t row) {
  const CodedColumn::Part& part = column.parts[batch];
  const std::int64_t code = part.codes.at(row);
  if (!part.words) return code > column.high ? std::string() : std::to_string(code);
  const auto known = static_cast<std::size_t>(code);
  return known < part.words->size() ? (*part.words)[known].value_or("") : std::string();
}

}  // namespace edustat::detail
