// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "place/region_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace edustat::detail {

/// Faults of rows; of each row the first is told, what follows from it is not.
class RegionFaults {
 public:
  RegionFaults(const RegionTable& table, FaultList& faults)
      : table_(table), faults_(faults), is_told_(table.is_faulty) {}

  /// Tells a fault of a row.
  void add(ErrorCode code, std::vector<std::string> arguments, std::uint32_t row);
  /// Takes a fault of a row for told.
  void pass(std::uint32_t row) { is_told_[row] = 1; }

 private:
  const RegionTable& table_;
  FaultList& faults_;
  std::vector<std::uint8_t> is_told_;
};

/// Placements below a parent that is not of a higher level. Without any there is no circle.
[[nodiscard]] std::vector<Placement> wrong_levels(const RegionTable& table);
/// Faults: cyclic_regions, once for every circle. `rows` are those that place the regions.
void tell_circles(const RegionTable& table, const std::vector<std::int32_t>& parents,
                  const std::vector<std::uint32_t>& rows, RegionFaults& faults);
/// Faults: level_order, for what is part of no circle that was told.
void tell_wrong_levels(const RegionTable& table, RegionFaults& faults);

}  // namespace edustat::detail
