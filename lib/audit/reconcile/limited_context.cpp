// SPDX-License-Identifier: Apache-2.0
#include "audit/reconcile/limited_context.hpp"

namespace edustat::reconcile_detail {

LimitedContext::LimitedContext(std::chrono::milliseconds time)
    : end_(std::chrono::steady_clock::now() + time) {}

LimitedContext::~LimitedContext() {
  if (!watch_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    is_done_ = true;
  }
  changed_.notify_one();
  watch_.join();
}

z3::context& LimitedContext::context() {
  if (!context_) {
    context_.emplace();
    watch_ = std::thread([this] { watch(); });
  }
  return *context_;
}

void LimitedContext::watch() {
  std::unique_lock lock(mutex_);
  changed_.wait_until(lock, end_, [this] { return is_done_; });
  // Again and again: an interruption between two questions does not stop the next.
  while (!is_done_) {
    Z3_interrupt(*context_);
    changed_.wait_for(lock, std::chrono::milliseconds(5), [this] { return is_done_; });
  }
}

}  // namespace edustat::reconcile_detail
