// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace edustat::detail {

/// What is wrong with rows of a table: the first hundred in full, the rest by number.
class RowFaults {
 public:
  /// The source of a place is the column, its line the row, from 1.
  void add(ErrorCode code, std::vector<std::string> arguments, const std::string& column,
           std::size_t row) {
    ++count_;
    if (faults_.size() < most) {
      faults_.push_back({code, std::move(arguments), {.source = column, .line = row + 1}});
    }
  }
  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  /// True when another fault would only be counted.
  [[nodiscard]] bool is_full() const noexcept { return faults_.size() == most; }
  /// @throws Kind where there is any
  template <typename Kind>
  void raise() {
    if (empty()) return;
    if (count_ > faults_.size()) {
      faults_.push_back({ErrorCode::more_faults, {std::to_string(count_ - faults_.size())}, {}});
    }
    throw Kind(std::move(faults_));
  }

 private:
  static constexpr std::size_t most = 100;
  std::vector<Fault> faults_;
  std::size_t count_ = 0;
};

}  // namespace edustat::detail
