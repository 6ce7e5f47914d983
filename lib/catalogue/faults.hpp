// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace edustat::detail {

/// Throws a fault as the class of error that its code belongs to.
[[noreturn]] void raise(std::vector<Fault> faults);

/// The faults met so far while a file is read.
class Faults {
 public:
  /// Takes note of one.
  void add(ErrorCode code, std::vector<std::string> arguments, Place place) {
    faults_.push_back(Fault{code, std::move(arguments), std::move(place)});
  }
  /// Takes note of one that has no place yet.
  void add(Fault fault, const Place& place) {
    fault.place = place;
    faults_.push_back(std::move(fault));
  }
  /// Takes note of all faults of an error; those without a place stand at `place`.
  void add(const Error& error, const Place& place);
  /// How many there are.
  [[nodiscard]] std::size_t size() const noexcept { return faults_.size(); }
  /// Throws all of them, in the order of their places, if there are any.
  void raise_any() const;

 private:
  std::vector<Fault> faults_;
};

}  // namespace edustat::detail
