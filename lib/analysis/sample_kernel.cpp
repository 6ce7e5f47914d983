// SPDX-License-Identifier: Apache-2.0
#include "analysis/sample_kernel.hpp"

#include "panel/instructions.hpp"

namespace edustat::detail {

namespace baseline {
extern const SampleKernel sample_kernel;
}
#if defined(__x86_64__)
namespace avx2 {
extern const SampleKernel sample_kernel;
}
namespace avx512 {
extern const SampleKernel sample_kernel;
}
#endif

std::vector<const SampleKernel*> sample_kernels() {
  std::vector<const SampleKernel*> kernels;
#if defined(__x86_64__)
  if (runs_avx512()) kernels.push_back(&avx512::sample_kernel);
  if (runs_avx2()) kernels.push_back(&avx2::sample_kernel);
#endif
  kernels.push_back(&baseline::sample_kernel);
  return kernels;
}

const SampleKernel& sample_kernel() {
  static const SampleKernel& fastest = *sample_kernels().front();
  return fastest;
}

}  // namespace edustat::detail
