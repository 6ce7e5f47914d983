// SPDX-License-Identifier: Apache-2.0
#include "panel/memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

namespace edustat::detail {
namespace {

constexpr std::size_t large = (std::size_t{6} << 20U) / sizeof(std::int64_t) + 17;

bool is_zero(const std::int64_t* values, std::size_t count) {
  return std::all_of(values, values + count, [](std::int64_t value) { return value == 0; });
}

TEST(Memory, ZeroedIsZeroAfterOthersWroteThere) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{5000}, large}) {
    for (int round = 0; round < 3; ++round) {
      const auto zeros = zeroed<std::int64_t>(count);
      EXPECT_TRUE(is_zero(zeros.get(), count));
      std::fill_n(zeros.get(), count, -1);
      std::fill_n(unset<std::int64_t>(count).get(), count, -1);
    }
  }
}

TEST(Memory, WhatWasGivenUpComesFirst) {
  const std::int64_t* first = unset<std::int64_t>(large).get();
  EXPECT_EQ(unset<std::int64_t>(large).get(), first);
  const auto held = unset<std::int64_t>(large);
  EXPECT_EQ(held.get(), first);
  EXPECT_NE(unset<std::int64_t>(large).get(), first);
}

TEST(Memory, IsOfOneHolderAtATimeWhateverTheThread) {
  std::vector<std::jthread> threads;
  std::vector<int> faults(4);
  for (int number = 0; number < 4; ++number) {
    threads.emplace_back([number, &faults] {
      for (int round = 0; round < 40; ++round) {
        const auto own = unset<std::int64_t>(large);
        for (std::size_t i = 0; i < large; i += 4096) own[static_cast<std::ptrdiff_t>(i)] = number;
        std::this_thread::yield();
        for (std::size_t i = 0; i < large; i += 4096) {
          if (own[static_cast<std::ptrdiff_t>(i)] != number)
            ++faults[static_cast<std::size_t>(number)];
        }
      }
    });
  }
  threads.clear();
  EXPECT_EQ(faults, std::vector<int>(4));
}

TEST(Memory, ARoomHoldsItsArraysSideBySide) {
  Room room(zeroed_bytes(Room::size_of<std::int64_t>(9) + Room::size_of<std::uint32_t>(3)));
  std::int64_t* numbers = room.take<std::int64_t>(9);
  std::uint32_t* counts = room.take<std::uint32_t>(3);
  EXPECT_GE(reinterpret_cast<char*>(counts), reinterpret_cast<char*>(numbers + 9));
  std::fill_n(numbers, 9, -1);
  std::fill_n(counts, 3, 7U);
  EXPECT_EQ(std::vector<std::int64_t>(numbers, numbers + 9), std::vector<std::int64_t>(9, -1));
}

}  // namespace
}  // namespace edustat::detail
