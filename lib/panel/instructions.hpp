// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Whether this processor runs what is compiled for an instruction set (lib/CMakeLists.txt).
namespace edustat::detail {

#if defined(__x86_64__)

inline bool runs_avx2() noexcept {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2");
}

inline bool runs_avx512() noexcept {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
}

#endif

}  // namespace edustat::detail
