// SPDX-License-Identifier: Apache-2.0
#include "panel/crew.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace edustat::detail {

unsigned processors() noexcept {
  static const unsigned count = std::max(1U, std::thread::hardware_concurrency());
  return count;
}

Crew::Crew(const Work& work, std::size_t steps)
    : work_(work),
      steps_(std::max<std::size_t>(steps, 1)),
      size_(work.threads == 0 ? processors() : work.threads) {}

void Crew::run(unsigned members, const std::function<void(unsigned)>& body) {
  std::exception_ptr first;
  std::mutex guard;
  const auto attempt = [&](unsigned member) {
    try {
      body(member);
    } catch (...) {
      is_stopped_ = true;
      const std::lock_guard lock(guard);
      if (!first) first = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned member = 1; member < members; ++member) others.emplace_back(attempt, member);
    attempt(0);
  }
  if (first) std::rethrow_exception(first);
}

void Crew::run_pieces(std::size_t pieces, const std::function<void(std::size_t, unsigned)>& body) {
  std::atomic<std::size_t> next{0};
  const auto members = static_cast<unsigned>(std::min<std::size_t>(size_, pieces));
  run(members, [&](unsigned member) {
    for (std::size_t piece = next++; piece < pieces; piece = next++) {
      body(piece, member);
      step(member);
    }
  });
}

void Crew::step(unsigned member) {
  const std::size_t done = ++done_;
  if (member == 0) {
    if (work_.progress) {
      work_.progress(std::min(1.0, static_cast<double>(done) / static_cast<double>(steps_)));
    }
    if (work_.stop.stop_requested()) is_stopped_ = true;
  }
  if (is_stopped_) throw Cancelled();
}

}  // namespace edustat::detail
