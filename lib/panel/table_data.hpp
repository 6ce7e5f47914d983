// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/table.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace edustat {

/// What a table shares with its copies.
struct Table::Data {
  std::vector<Field> fields{};
  std::vector<Batch> batches{};
  std::size_t rows = 0;
  std::shared_ptr<const void> owner{};
};

}  // namespace edustat
