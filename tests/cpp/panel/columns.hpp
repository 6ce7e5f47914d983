// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/number/rational.hpp"
#include "edustat/panel/panel.hpp"
#include "edustat/panel/table.hpp"
#include "edustat/place/region_tree.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace edustat::test {

/// A table made of lists, for tests: texts, and whole numbers with gaps.
class Columns {
 public:
  using Numbers = std::vector<std::optional<std::int64_t>>;

  Columns& text(std::string name, std::vector<std::optional<std::string>> values) {
    auto& memory = add(std::move(name), ColumnType::large_text, values.size());
    memory.offsets.push_back(0);
    for (const auto& value : values) {
      memory.valid(value.has_value());
      memory.bytes += value.value_or("");
      memory.offsets.push_back(static_cast<std::int64_t>(memory.bytes.size()));
    }
    chunks_.back().values = memory.offsets.data();
    chunks_.back().text = memory.bytes.data();
    chunks_.back().text_bytes = memory.bytes.size();
    chunks_.back().validity = memory.validity.data();
    return *this;
  }
  Columns& numbers(std::string name, const Numbers& values) {
    auto& memory = add(std::move(name), ColumnType::int64, values.size());
    for (const auto& value : values) {
      memory.valid(value.has_value());
      // What lies under a gap must never count.
      memory.numbers.push_back(value.value_or(0x5555555555555555));
    }
    chunks_.back().values = memory.numbers.data();
    chunks_.back().validity = memory.validity.data();
    return *this;
  }
  /// The floats nearest to decimals; `nan` is one as well.
  Columns& floats(std::string name, const std::vector<std::string>& decimals) {
    auto& memory = add(std::move(name), ColumnType::float64, decimals.size());
    for (const std::string& text : decimals) {
      memory.floats.push_back(text == "nan" ? std::nan("") : Rational::parse(text).to_double());
    }
    chunks_.back().values = memory.floats.data();
    return *this;
  }
  Columns& codes(std::string name, std::vector<std::int32_t> values) {
    auto& memory = add(std::move(name), ColumnType::int32, values.size());
    memory.codes = std::move(values);
    chunks_.back().values = memory.codes.data();
    return *this;
  }
  /// In batches of `rows`; all in one by default.
  [[nodiscard]] Table table(std::size_t rows = 0) const {
    const std::size_t all = chunks_.front().rows;
    if (rows == 0) rows = all;
    std::vector<Table::Batch> batches;
    for (std::size_t first = 0; first < all; first += rows) {
      Table::Batch& batch = batches.emplace_back();
      batch.rows = std::min(rows, all - first);
      batch.chunks = chunks_;
      for (Chunk& chunk : batch.chunks) {
        chunk.offset = first;
        chunk.rows = batch.rows;
      }
    }
    return {fields_, std::move(batches), memory_};
  }

 private:
  struct Memory {
    std::vector<std::int64_t> numbers{};
    std::vector<std::int64_t> offsets{};
    std::vector<std::int32_t> codes{};
    std::vector<decltype(std::nan(""))> floats{};
    std::string bytes{};
    std::vector<std::uint8_t> validity{};
    std::size_t rows = 0;
    void valid(bool is_valid) {
      if (rows % 8 == 0) validity.push_back(0);
      if (is_valid) validity.back() |= static_cast<std::uint8_t>(1U << (rows % 8));
      ++rows;
    }
  };
  Memory& add(std::string name, ColumnType type, std::size_t rows) {
    fields_.push_back({std::move(name), type});
    chunks_.emplace_back().rows = rows;
    memory_->push_back(std::make_unique<Memory>());
    return *memory_->back();
  }

  std::vector<Field> fields_{};
  std::vector<Chunk> chunks_{};
  std::shared_ptr<std::vector<std::unique_ptr<Memory>>> memory_ =
      std::make_shared<std::vector<std::unique_ptr<Memory>>>();
};

/// A row of a tree.
inline RegionRow region(std::string code, std::string level, std::string parent) {
  RegionRow row;
  row.name = code;
  row.code = std::move(code);
  row.level = std::move(level);
  row.parent = std::move(parent);
  return row;
}

/// Province P with cities X (counties a, b) and Y (counties c, d).
inline RegionTree two_cities() {
  return RegionTree({region("P", "province", ""), region("X", "city", "P"),
                     region("a", "county", "X"), region("b", "county", "X"),
                     region("Y", "city", "P"), region("c", "county", "Y"),
                     region("d", "county", "Y")});
}

}  // namespace edustat::test
