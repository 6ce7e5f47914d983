// SPDX-License-Identifier: Apache-2.0
#include "work.hpp"

#include <algorithm>
#include <utility>

namespace edustat::python {
namespace {

using Clock = std::chrono::steady_clock;

/// Seldom enough to cost nothing, often enough for a person who waits.
constexpr std::chrono::milliseconds between_looks{50};

}  // namespace

Watch::Watch(Count threads, Progress progress)
    : threads_(static_cast<unsigned>(threads.value)),
      progress_(std::move(progress)),
      next_look_(Clock::now()) {
  if (threads.value >= 0) return;
  throw StructureError(
      Fault{ErrorCode::bad_value, {"threads", std::to_string(threads.value), "0.."}});
}

Work Watch::work(double from, double to) {
  return {.threads = threads_,
          .progress = [this, from, to](double share) { look(from + (to - from) * share); },
          .stop = source_.get_token()};
}

void Watch::look(double share) {
  if (Clock::now() < next_look_ || error_) return;
  const py::gil_scoped_acquire locked;
  try {
    share_ = std::max(share_, share);
    if (progress_) (*progress_)(share_);
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  } catch (py::error_already_set& error) {
    error_.emplace(std::move(error));
    source_.request_stop();
  }
  next_look_ = Clock::now() + between_looks;
}

void Watch::finish() {
  if (error_) raise();
  if (progress_) (*progress_)(1.0);
}

void Watch::raise() {
  if (error_) throw *std::exchange(error_, std::nullopt);
  PyErr_SetNone(PyExc_KeyboardInterrupt);
  throw py::error_already_set();
}

}  // namespace edustat::python
