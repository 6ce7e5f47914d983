// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

namespace edustat::detail {

/// Zeroed memory from the system, in large pages where it is large: pages that nobody touches cost
/// nothing.
[[nodiscard]] std::shared_ptr<void> zeroed_bytes(std::size_t bytes);

/// A zeroed array, shared by those who hold a part of it.
template <typename T>
[[nodiscard]] std::shared_ptr<T[]> zeroed(std::size_t count) {
  static_assert(std::is_trivially_copyable_v<T>);
  std::shared_ptr<void> memory = zeroed_bytes(count * sizeof(T));
  T* const first = static_cast<T*>(memory.get());
  return std::shared_ptr<T[]>(std::move(memory), first);
}

}  // namespace edustat::detail
