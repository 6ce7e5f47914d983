// SPDX-License-Identifier: Apache-2.0
#include "panel/zeroed.hpp"

#include <new>
#include <sys/mman.h>

namespace edustat::detail {
namespace {

constexpr std::size_t large_page = std::size_t{2} << 20U;

}  // namespace

std::shared_ptr<void> zeroed_bytes(std::size_t bytes) {
  const std::size_t size = bytes < large_page ? (bytes == 0 ? 1 : bytes)
                                              : (bytes + large_page - 1) / large_page * large_page;
  void* const memory =
      mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  // Only a wish: where it is refused the memory is the same, in small pages.
  if (size >= large_page) static_cast<void>(madvise(memory, size, MADV_HUGEPAGE));
#endif
  return {memory, [size](void* held) { munmap(held, size); }};
}

}  // namespace edustat::detail
