// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <z3++.h>

namespace edustat::reconcile_detail {

/// A context of Z3 that ends what it is doing when the time is up. What is asked of it afterwards
/// is refused with a z3::exception, or answered by unknown.
///
/// Rows mostly answer alone: the context, and the thread that watches it, are made when they are
/// first asked for, because making them takes longer than most answers.
class LimitedContext {
 public:
  explicit LimitedContext(std::chrono::milliseconds time);
  LimitedContext(const LimitedContext&) = delete;
  LimitedContext& operator=(const LimitedContext&) = delete;
  ~LimitedContext();

  [[nodiscard]] z3::context& context();
  [[nodiscard]] bool is_over() const { return std::chrono::steady_clock::now() >= end_; }

 private:
  void watch();

  std::chrono::steady_clock::time_point end_;
  std::optional<z3::context> context_{};
  std::mutex mutex_{};
  std::condition_variable changed_{};
  bool is_done_ = false;
  std::thread watch_{};
};

}  // namespace edustat::reconcile_detail
