// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/progress.hpp"

#include <atomic>
#include <cstddef>
#include <functional>

namespace edustat::detail {

/// How many threads the machine runs at once, at least 1. Asked once, since the answer is a file.
[[nodiscard]] unsigned processors() noexcept;

/// The threads of one call: they share its steps, report to its caller, and stop together.
///
/// The calling thread is one of them, so that progress is reported, and an interrupt seen, without
/// another thread. An exception in one stops all and is thrown again in the caller.
class Crew {
 public:
  /// For work of about `steps` steps of a millisecond.
  Crew(const Work& work, std::size_t steps);

  /// How many threads run at the most.
  [[nodiscard]] unsigned size() const noexcept { return size_; }
  /// Runs body(member) for every member below `members`, at the same time, member 0 on the calling
  /// thread. @throws Cancelled, or what a body throws
  void run(unsigned members, const std::function<void(unsigned)>& body);
  /// Runs body(piece, member) for every piece below `pieces`, each on the next free thread, with a
  /// step() after each.
  void run_pieces(std::size_t pieces, const std::function<void(std::size_t, unsigned)>& body);
  /// Says that a step is done. @throws Cancelled where the call is stopped
  void step(unsigned member);

 private:
  const Work& work_;
  std::size_t steps_;
  unsigned size_;
  std::atomic<std::size_t> done_{0};
  std::atomic<bool> is_stopped_{false};
};

}  // namespace edustat::detail
