// SPDX-License-Identifier: Apache-2.0
#include "panel/memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <sys/mman.h>
#include <utility>
#include <vector>

namespace edustat::detail {
namespace {

constexpr std::size_t large_page = std::size_t{2} << 20U;

/// Large memory that was given up, for the next that wants as much. The system may take its pages
/// whenever it is short of them.
class Spare {
 public:
  Spare() { blocks_.reserve(most / large_page + 1); }
  /// A block of that size, or null.
  [[nodiscard]] void* take(std::size_t size) {
    const std::lock_guard lock(guard_);
    const auto found = std::find_if(blocks_.rbegin(), blocks_.rend(),
                                    [&](const Block& block) { return block.size == size; });
    if (found == blocks_.rend()) return nullptr;
    void* const memory = found->memory;
    blocks_.erase(std::next(found).base());
    size_ -= size;
    return memory;
  }

  /// Keeps a block; those kept longest are left to the system.
  void put(void* memory, std::size_t size) {
    if (size > most || madvise(memory, size, MADV_FREE) != 0) {
      munmap(memory, size);
      return;
    }
    const std::lock_guard lock(guard_);
    blocks_.push_back({memory, size});
    for (size_ += size; size_ > most; blocks_.erase(blocks_.begin())) {
      size_ -= blocks_.front().size;
      munmap(blocks_.front().memory, blocks_.front().size);
    }
  }

 private:
  struct Block {
    void* memory;
    std::size_t size;
  };
  static constexpr std::size_t most = std::size_t{256} << 20U;

  std::mutex guard_{};
  std::vector<Block> blocks_{};
  std::size_t size_ = 0;
};

/// Lives as long as the process: results may be given up while it ends.
Spare& spare() {
  static Spare& all = *new Spare;
  return all;
}

std::size_t whole_pages(std::size_t bytes) {
  return (bytes + large_page - 1) / large_page * large_page;
}

std::shared_ptr<void> held(void* memory, std::size_t size) {
  return {memory, [size](void* given) { spare().put(given, size); }};
}

std::shared_ptr<void> small_bytes(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return {memory, std::free};
}

std::shared_ptr<void> spare_or_new(std::size_t bytes) {
  if (bytes < large_page) return small_bytes(std::malloc(std::max<std::size_t>(bytes, 1)));
  const std::size_t size = whole_pages(bytes);
  if (void* const memory = spare().take(size)) return held(memory, size);
  return zeroed_bytes(bytes);
}

}  // namespace

std::shared_ptr<void> zeroed_bytes(std::size_t bytes) {
  if (bytes < large_page) return small_bytes(std::calloc(std::max<std::size_t>(bytes, 1), 1));
  const std::size_t size = whole_pages(bytes);
  void* const memory =
      mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  // Only a wish: where it is refused the memory is the same, in small pages.
  static_cast<void>(madvise(memory, size, MADV_HUGEPAGE));
#endif
  return held(memory, size);
}

std::shared_ptr<void> unset_bytes(std::size_t bytes) {
  std::shared_ptr<void> memory = spare_or_new(bytes);
#ifndef NDEBUG
  // Whoever relies on zeros is found out.
  std::memset(memory.get(), 0xA5, bytes);
#endif
  return memory;
}

}  // namespace edustat::detail
