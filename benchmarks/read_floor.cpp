// SPDX-License-Identifier: Apache-2.0
#include "read_floor.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace edustat::benchmarks {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;

// Vectors of 32 bytes, which compilers split where the machine has none.
using Words [[gnu::vector_size(32), gnu::aligned(1), gnu::may_alias]] = std::uint64_t;
constexpr std::size_t lanes = 4;
constexpr std::size_t unrolled = 8;

std::uint64_t sum_of_plain(const std::byte* bytes, std::size_t size) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += static_cast<std::uint64_t>(bytes[i]);
  return sum;
}

#if defined(__x86_64__)
[[gnu::target("avx2")]]
#endif
std::uint64_t
sum_of(const std::byte* bytes, std::size_t size) {
  constexpr std::size_t step = unrolled * sizeof(Words);
  Words sums[unrolled] = {};
  std::size_t done = 0;
  for (; done + step <= size; done += step) {
    const auto* words = reinterpret_cast<const Words*>(bytes + done);
    for (std::size_t i = 0; i < unrolled; ++i) sums[i] += words[i];
  }
  std::uint64_t sum = sum_of_plain(bytes + done, size - done);
  for (const Words& part : sums) {
    for (std::size_t lane = 0; lane < lanes; ++lane) sum += part[lane];
  }
  return sum;
}

}  // namespace

std::uint64_t read_once(std::span<const std::span<const std::byte>> memory, unsigned threads) {
  std::vector<std::span<const std::byte>> pieces;
  for (const auto part : memory) {
    for (std::size_t first = 0; first < part.size(); first += piece_bytes) {
      pieces.push_back(part.subspan(first, std::min(piece_bytes, part.size() - first)));
    }
  }
  std::atomic<std::size_t> next{0};
  std::atomic<std::uint64_t> total{0};
  const auto read = [&] {
    std::uint64_t sum = 0;
    for (std::size_t i = next++; i < pieces.size(); i = next++) {
      sum += sum_of(pieces[i].data(), pieces[i].size());
    }
    total += sum;
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(read);
  read();
  for (std::thread& other : others) other.join();
  return total;
}

}  // namespace edustat::benchmarks
