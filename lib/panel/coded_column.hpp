// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include "panel/crew.hpp"
#include "panel/panel_data.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// Words of a key column by code; nothing for a null among them.
using Vocabulary = std::vector<std::optional<std::string>>;

/// A key column as codes: whole numbers as they stand, dictionaries by their indices, and other
/// texts by the order in which they occur.
struct CodedColumn {
  /// One batch.
  struct Part {
    KeyCodes codes{};
    /// What the codes mean; null where they are whole numbers that mean themselves.
    std::shared_ptr<const Vocabulary> words{};
  };
  std::string name{};
  std::vector<Part> parts{};
  std::int64_t low = 0;    ///< of whole numbers
  std::int64_t high = -1;  ///< of whole numbers; a null is high + 1
  bool has_nulls = false;  ///< among whole numbers
  /// Largest distance of whole numbers that a table of meanings spans.
  static constexpr std::int64_t longest = std::int64_t{1} << 26;
};

/// Reads the codes of a column, without a copy where it has whole numbers of 32 bits or a
/// dictionary with such indices, and no nulls; of 16 bits as well where `least` allows.
/// @throws StructureError (wrong_column_type), LimitError (codes that lie too far apart)
[[nodiscard]] CodedColumn read_codes(const Table& table, std::size_t column, KeyCodes::Width least,
                                     Crew& crew);

/// Asks for the meaning of each word once; words that stand in several batches share the answer.
class Meanings {
 public:
  using OfWord = std::function<std::int32_t(std::string_view)>;
  explicit Meanings(OfWord of_word) : of_word_(std::move(of_word)) {}
  [[nodiscard]] Meaning of(const CodedColumn::Part& part);

 private:
  OfWord of_word_;
  std::vector<std::pair<std::shared_ptr<const Vocabulary>, Meaning>> known_;
};

/// The code in a row as a text, for messages.
[[nodiscard]] std::string word_at(const CodedColumn& column, std::size_t batch, std::size_t row);

}  // namespace edustat::detail
