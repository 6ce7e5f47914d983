// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/time_limit.hpp"

namespace edustat::reconcile_detail {

TimeLimit::TimeLimit(z3::context& context, std::chrono::milliseconds time)
    : context_(context),
      end_(std::chrono::steady_clock::now() + time),
      watch_([this] { watch(); }) {}

TimeLimit::~TimeLimit() {
  {
    const std::lock_guard lock(mutex_);
    is_done_ = true;
  }
  changed_.notify_one();
  watch_.join();
}

void TimeLimit::watch() {
  std::unique_lock lock(mutex_);
  changed_.wait_until(lock, end_, [this] { return is_done_; });
  // Again and again: an interruption between two questions does not stop the next.
  while (!is_done_) {
    Z3_interrupt(context_);
    changed_.wait_for(lock, std::chrono::milliseconds(5), [this] { return is_done_; });
  }
}

}  // namespace edustat::reconcile_detail
