// SPDX-License-Identifier: Apache-2.0
#include "analysis/score_kernel.hpp"

#include "panel/instructions.hpp"

namespace edustat::detail {

namespace baseline {
extern const ScoreKernel score_kernel;
}
#if defined(__x86_64__)
namespace avx2 {
extern const ScoreKernel score_kernel;
}
namespace avx512 {
extern const ScoreKernel score_kernel;
}
#endif

std::vector<const ScoreKernel*> score_kernels() {
  std::vector<const ScoreKernel*> kernels;
#if defined(__x86_64__)
  if (runs_avx512()) kernels.push_back(&avx512::score_kernel);
  if (runs_avx2()) kernels.push_back(&avx2::score_kernel);
#endif
  kernels.push_back(&baseline::score_kernel);
  return kernels;
}

const ScoreKernel& score_kernel() {
  static const ScoreKernel& fastest = *score_kernels().front();
  return fastest;
}

}  // namespace edustat::detail
