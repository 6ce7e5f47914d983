// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <z3++.h>

namespace edustat::reconcile_detail {

/// Ends what a context of Z3 is doing when the time is up. What is asked of it afterwards is
/// refused with a z3::exception, or answered by unknown.
class TimeLimit {
 public:
  TimeLimit(z3::context& context, std::chrono::milliseconds time);
  TimeLimit(const TimeLimit&) = delete;
  TimeLimit& operator=(const TimeLimit&) = delete;
  ~TimeLimit();

  [[nodiscard]] bool is_over() const { return std::chrono::steady_clock::now() >= end_; }

 private:
  void watch();

  z3::context& context_;
  std::chrono::steady_clock::time_point end_;
  std::mutex mutex_{};
  std::condition_variable changed_{};
  bool is_done_ = false;
  std::thread watch_;
};

}  // namespace edustat::reconcile_detail
