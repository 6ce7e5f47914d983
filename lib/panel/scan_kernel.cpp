// SPDX-License-Identifier: Apache-2.0
#include "panel/scan_kernel.hpp"

namespace edustat::detail {

namespace baseline {
extern const ScanKernel scan_kernel;
}
#if defined(__x86_64__)
namespace avx2 {
extern const ScanKernel scan_kernel;
}
namespace avx512 {
extern const ScanKernel scan_kernel;
}
#endif

std::vector<const ScanKernel*> scan_kernels() {
  std::vector<const ScanKernel*> usable;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")) {
    usable.push_back(&avx512::scan_kernel);
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) {
    usable.push_back(&avx2::scan_kernel);
  }
#endif
  usable.push_back(&baseline::scan_kernel);
  return usable;
}

const ScanKernel& scan_kernel() {
  static const ScanKernel& fastest = *scan_kernels().front();
  return fastest;
}

}  // namespace edustat::detail
