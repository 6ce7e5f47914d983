// SPDX-License-Identifier: Apache-2.0
#include "panel/scan_kernel.hpp"

#include "panel/instructions.hpp"

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
  if (runs_avx512()) usable.push_back(&avx512::scan_kernel);
  if (runs_avx2()) usable.push_back(&avx2::scan_kernel);
#endif
  usable.push_back(&baseline::scan_kernel);
  return usable;
}

const ScanKernel& scan_kernel() {
  static const ScanKernel& fastest = *scan_kernels().front();
  return fastest;
}

}  // namespace edustat::detail
