// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <stop_token>

namespace edustat {

/// How long work is watched and stopped, and how many threads it may use.
///
/// The answer never depends on any of this: the same bytes for any number of threads.
struct Work {
  unsigned threads = 0;  ///< at most so many; 0: as many as the machine runs at once
  /// Called with the share that is done, from 0 to 1, on the calling thread, between pieces of
  /// work of about a millisecond.
  std::function<void(double)> progress{};
  std::stop_token stop{};  ///< polled at the same points; a stopped call throws Cancelled
};

}  // namespace edustat
