// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

namespace edustat::detail {

/// Zeroed memory; where it is large, from the system in large pages, so that those that nobody
/// touches cost nothing.
[[nodiscard]] std::shared_ptr<void> zeroed_bytes(std::size_t bytes);

/// Memory that holds whatever it holds: what was given up before comes first, for the system clears
/// every page that it gives, and a job that is done every month would wait for that each time.
[[nodiscard]] std::shared_ptr<void> unset_bytes(std::size_t bytes);

/// A part of the memory as an array that keeps all of it.
template <typename T>
[[nodiscard]] std::shared_ptr<T[]> array_in(std::shared_ptr<void> memory) {
  static_assert(std::is_trivially_copyable_v<T>);
  T* const first = static_cast<T*>(memory.get());
  return std::shared_ptr<T[]>(std::move(memory), first);
}

/// An array of zeros, shared by those who hold a part of it.
template <typename T>
[[nodiscard]] std::shared_ptr<T[]> zeroed(std::size_t count) {
  return array_in<T>(zeroed_bytes(count * sizeof(T)));
}

/// An array to be filled, likewise.
template <typename T>
[[nodiscard]] std::shared_ptr<T[]> unset(std::size_t count) {
  return array_in<T>(unset_bytes(count * sizeof(T)));
}

/// Memory for several arrays that are given up together.
class Room {
 public:
  explicit Room(std::shared_ptr<void> memory)
      : memory_(std::move(memory)), next_(static_cast<char*>(memory_.get())) {}
  /// What an array takes of it: whole lines of the cache.
  template <typename T>
  [[nodiscard]] static constexpr std::size_t size_of(std::size_t count) noexcept {
    constexpr std::size_t line = 64;
    return (count * sizeof(T) + line - 1) / line * line;
  }
  /// The next array.
  template <typename T>
  [[nodiscard]] T* take(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    T* const first = reinterpret_cast<T*>(next_);
    next_ += size_of<T>(count);
    return first;
  }
  /// Keeps the memory of all.
  [[nodiscard]] const std::shared_ptr<void>& owner() const noexcept { return memory_; }

 private:
  std::shared_ptr<void> memory_;
  char* next_;
};

}  // namespace edustat::detail
