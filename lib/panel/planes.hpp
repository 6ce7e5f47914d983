// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/code_table.hpp"
#include "panel/panel_data.hpp"
#include "panel/roll_up_state.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace edustat::detail {

/// Which series of the state the columns of a panel go to.
class Targets {
 public:
  /// Makes the series that are new, and room for what the panel adds.
  /// @throws StructureError (different_series), LimitError
  Targets(const Panel::Data& panel, RollUp::State& state);

  /// The number of the series of a column and a combination of categories.
  [[nodiscard]] std::size_t series(std::size_t column, std::size_t combination) const {
    return numbers_[column * combinations_ + combination];
  }
  /// Columns whose sums are proven to fit into 64 bits, and that add over regions.
  [[nodiscard]] std::span<const std::size_t> fast() const noexcept { return fast_; }
  /// All others.
  [[nodiscard]] std::span<const std::size_t> slow() const noexcept { return slow_; }

 private:
  std::size_t combinations_;
  std::vector<std::size_t> numbers_;
  std::vector<std::size_t> fast_;
  std::vector<std::size_t> slow_;
};

/// Sums of the fast columns of one panel: a plane for each slot, in it an array for each column and
/// one that counts rows, in each a number for each cell.
class Planes {
 public:
  /// `copies` planes more than slots, for threads that may not share one. What they hold is unset.
  Planes(std::size_t slots, std::size_t copies, std::size_t columns, std::size_t stride);

  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
  [[nodiscard]] std::size_t stride() const noexcept { return stride_; }
  /// Numbers from plane to plane.
  [[nodiscard]] std::size_t plane_size() const noexcept { return (columns_ + 1) * stride_; }
  [[nodiscard]] std::int64_t* sums() const noexcept { return sums_.get(); }
  /// Rows without a value, of the same shape.
  [[nodiscard]] std::uint32_t* unknown() const noexcept { return unknown_.get(); }
  /// Sets everything in a plane to 0.
  void clear(std::size_t plane) const;
  /// Adds a plane into that of its slot.
  void fold_in(std::size_t copy, std::size_t slot) const;
  /// The sums of one column in one slot; they keep the memory.
  [[nodiscard]] Cells cells(std::size_t slot, std::size_t column) const;

 private:
  std::size_t columns_;
  std::size_t stride_;
  std::shared_ptr<std::int64_t[]> sums_;
  std::shared_ptr<std::uint32_t[]> unknown_;
};

/// Which cell a code of the region column means, by edition of the tree.
class CellTables {
 public:
  /// The tables of one meaning of codes.
  struct Tables {
    std::vector<CodeTable> by_edition;
    std::vector<CodeCells> views;
  };
  /// Takes from `before`, which may be null, what it has for the same meanings.
  CellTables(const Panel::Data& panel, const Layout& layout, const CellTables* before);
  [[nodiscard]] const Tables& of(const FactBatch& batch) const {
    return *tables_.at(batch.region_of.numbers);
  }

 private:
  using Numbers = decltype(Meaning::numbers);

  std::map<Numbers, std::shared_ptr<const Tables>> tables_;
};

}  // namespace edustat::detail
