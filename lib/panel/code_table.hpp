// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panel/scan_kernel.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace edustat::detail {

/// The cells that the codes of the region column mean in one edition of the tree.
class CodeTable {
 public:
  /// By code, at least one.
  explicit CodeTable(std::vector<std::uint32_t> cells) : cells_(std::move(cells)) {
    for (std::uint32_t code = 0; code < cells_.size(); ++code) {
      if (code != 0 && cells_[code] == cells_[code - 1]) continue;
      span_begins_.push_back(code);
      span_cells_.push_back(cells_[code]);
    }
    span_begins_.push_back(static_cast<std::uint32_t>(cells_.size()));
  }
  [[nodiscard]] CodeCells view() const noexcept {
    return {cells_.data(), span_begins_.data(), span_cells_.data(), span_cells_.size()};
  }

 private:
  std::vector<std::uint32_t> cells_;
  std::vector<std::uint32_t> span_begins_;
  std::vector<std::uint32_t> span_cells_;
};

}  // namespace edustat::detail
