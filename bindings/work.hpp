// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/panel/progress.hpp"

#include "casters.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <chrono>
#include <optional>
#include <stop_token>

namespace edustat::python {

namespace py = pybind11;

/// What a long call tells about its progress, or None.
using Progress = std::optional<py::typing::Callable<py::object(double)>>;

/// Long work without the interpreter lock: it is taken back every 50 ms at most, for signals and
/// for the caller's progress function. An interrupt or an exception in either stops the work and is
/// raised.
class Watch {
 public:
  /// @throws StructureError (bad_value) for a number of threads below 0
  Watch(Count threads, Progress progress);
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// What the library is given for a part of the work, as shares of the whole.
  [[nodiscard]] Work work(double from = 0, double to = 1);

  /// Calls without the interpreter lock. @throws what the call throws, KeyboardInterrupt, or what
  /// the progress function raises
  template <typename Call>
  auto run(const Call& call) {
    try {
      auto result = released(call);
      finish();
      return result;
    } catch (const Cancelled&) {
      raise();
    }
  }

 private:
  template <typename Call>
  static auto released(const Call& call) {
    const py::gil_scoped_release lock_released;
    return call();
  }
  void look(double share);
  void finish();
  [[noreturn]] void raise();

  unsigned threads_;
  Progress progress_;
  std::stop_source source_{};
  std::chrono::steady_clock::time_point next_look_;
  double share_ = 0;  ///< told last; a call of several passes never tells less
  std::optional<py::error_already_set> error_{};
};

}  // namespace edustat::python
