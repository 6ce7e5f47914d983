// SPDX-License-Identifier: Apache-2.0
#include "error/fault_list.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace edustat::detail {

void FaultList::add(Fault fault) {
  ++count_;
  if (faults_.size() < most_faults) faults_.push_back(std::move(fault));
}

void FaultList::add_structural(Fault fault) {
  is_structural_ = true;
  add(std::move(fault));
}

void FaultList::throw_if_any() const {
  if (faults_.empty()) return;
  std::vector<Fault> faults = faults_;
  std::stable_sort(faults.begin(), faults.end(), [](const Fault& left, const Fault& right) {
    return std::tie(left.place.line, left.place.column) <
           std::tie(right.place.line, right.place.column);
  });
  if (count_ > faults.size()) {
    faults.push_back(Fault{ErrorCode::more_faults,
                           {std::to_string(count_ - faults.size())},
                           Place{.source = faults.front().place.source}});
  }
  if (is_structural_) throw StructureError(std::move(faults));
  throw ParseError(std::move(faults));
}

}  // namespace edustat::detail
