// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/panel.hpp"

#include "number/int128.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace edustat {

namespace detail {

/// What is said of a code that means nothing.
inline constexpr std::int32_t no_meaning = -1;

/// The codes of one key column in one batch: the table's own memory where it has a fitting type.
struct KeyCodes {
  const void* codes = nullptr;  ///< int16 or int32
  enum class Width : std::uint8_t { two, four } width = Width::four;
  std::shared_ptr<const void> owner{};  ///< of copied codes

  /// The codes from a row on.
  [[nodiscard]] const void* from(std::size_t row) const noexcept {
    return static_cast<const char*>(codes) + row * (width == Width::two ? 2 : 4);
  }
  [[nodiscard]] std::int64_t at(std::size_t row) const noexcept {
    return width == Width::two ? static_cast<const std::int16_t*>(codes)[row]
                               : static_cast<const std::int32_t*>(codes)[row];
  }
};

/// What codes mean: meaning[code - first], or no_meaning.
struct Meaning {
  std::int64_t first = 0;
  std::shared_ptr<const std::vector<std::int32_t>> numbers{};

  [[nodiscard]] std::int32_t of(std::int64_t code) const noexcept {
    const auto index = static_cast<std::uint64_t>(code - first);
    return index < numbers->size() ? (*numbers)[index] : no_meaning;
  }
};

/// The values of one column in one batch.
struct Values {
  const std::int64_t* values = nullptr;    ///< null where the column is wide
  const int128* wide = nullptr;            ///< values that need 128 bits
  const std::uint8_t* validity = nullptr;  ///< bit offset + i for row i; null: all valid
  std::size_t offset = 0;                  ///< of the first bit
  /// Why a row that is not valid has no value, by row; null: every one is missing.
  const Gap* reasons = nullptr;
  uint128 magnitude = 0;  ///< not below the sum of the absolute values
  std::shared_ptr<const void> owner{};

  [[nodiscard]] bool is_valid(std::size_t row) const noexcept {
    const std::size_t bit = offset + row;
    return validity == nullptr || ((validity[bit / 8] >> (bit % 8)) & 1U) != 0;
  }
};

/// Rows of which the slots are summed up together.
inline constexpr std::size_t zone_rows = 65536;

/// One batch of facts. A row belongs to a region, a period and a combination of categories.
struct FactBatch {
  std::size_t rows = 0;
  std::size_t first_row = 0;  ///< in the whole table, from 0
  KeyCodes regions{};         ///< always four bytes wide
  Meaning region_of{};        ///< region numbers
  /// By region code, as `region_of`: the reporting unit, where several codes mean one region, as on
  /// a comparable basis; null where the region is the unit.
  std::shared_ptr<const std::vector<std::int32_t>> unit_of{};
  KeyCodes slots{};                         ///< of period and combination
  Meaning slot_of{};                        ///< combination * periods + period
  std::vector<Values> values{};             ///< by column
  std::vector<std::uint32_t> inner_rows{};  ///< rows that stand at inner nodes
  /// Of every zone_rows rows the lowest and highest slot.
  std::vector<std::pair<std::int32_t, std::int32_t>> zones{};
};

}  // namespace detail

struct Panel::Data {
  Table table{};  ///< keeps the memory
  RegionTree tree;
  std::string hierarchy{};
  std::vector<Series> columns{};  ///< by column of the batches
  /// Combinations of categories of a long table; one empty one otherwise.
  std::vector<std::vector<Reference::Category>> combinations{{}};
  std::vector<Series> series{};  ///< column by column, each with all combinations
  std::vector<Period> periods{};
  std::vector<detail::FactBatch> batches{};
  std::vector<Fault> set_aside{};
  std::size_t rows = 0;
  std::size_t units = 0;  ///< numbers of reporting units are below

  explicit Data(RegionTree tree_in) : tree(std::move(tree_in)) {}
  [[nodiscard]] std::size_t slots() const noexcept { return combinations.size() * periods.size(); }
};

}  // namespace edustat
