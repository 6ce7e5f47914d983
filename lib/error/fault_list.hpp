// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <cstddef>
#include <vector>

namespace edustat::detail {

/// The faults of one table or file. The first most_faults that are found are kept, the others are
/// counted.
class FaultList {
 public:
  /// How many faults an error lists.
  static constexpr std::size_t most_faults = 1000;

  /// A cell that is not in its grammar.
  void add(Fault fault);
  /// Something that makes the table no table: its head, its rows.
  void add_structural(Fault fault);
  /// Throws the faults in the order in which they stand in the file.
  /// @throws StructureError when any fault is structural, ParseError when there are others
  void throw_if_any() const;

 private:
  std::vector<Fault> faults_;
  std::size_t count_ = 0;
  bool is_structural_ = false;
};

}  // namespace edustat::detail
