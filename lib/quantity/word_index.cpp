// SPDX-License-Identifier: Apache-2.0
#include "quantity/word_index.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace edustat::detail {
namespace {

bool is_ascii_word(char character) noexcept {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= '0' && character <= '9');
}

bool stands_at(std::string_view word, std::string_view text) noexcept {
  if (text.substr(0, word.size()) != word) return false;
  return text.size() == word.size() || !is_ascii_word(word.back()) ||
         !is_ascii_word(text[word.size()]);
}

}  // namespace

std::size_t WordIndex::bucket_of(std::string_view text) noexcept {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80U || text.size() < 2) return first;
  const auto second = static_cast<unsigned char>(text[1]);
  return 0x80U + ((first * 37U + second) & 0x7FU);
}

WordIndex::WordIndex(std::vector<Entry> entries)
    : entries_(std::move(entries)), order_(entries_.size()) {
  std::iota(order_.begin(), order_.end(), 0U);
  const auto word = [this](std::uint32_t index) -> const std::string& {
    return entries_[index].word;
  };
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t left, std::uint32_t right) {
    const std::size_t left_bucket = bucket_of(word(left));
    const std::size_t right_bucket = bucket_of(word(right));
    if (left_bucket != right_bucket) return left_bucket < right_bucket;
    return word(left).size() > word(right).size();
  });
  for (const std::uint32_t index : order_) ++begin_[bucket_of(word(index)) + 1];
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
}

const WordIndex::Entry* WordIndex::longest(std::string_view text) const noexcept {
  if (text.empty() || entries_.empty()) return nullptr;
  const std::size_t bucket = bucket_of(text);
  for (std::uint32_t i = begin_[bucket]; i < begin_[bucket + 1]; ++i) {
    const Entry& entry = entries_[order_[i]];
    if (stands_at(entry.word, text)) return &entry;
  }
  return nullptr;
}

const WordIndex::Entry* longer(const WordIndex::Entry* left,
                               const WordIndex::Entry* right) noexcept {
  if (left == nullptr || right == nullptr) return left == nullptr ? right : left;
  return right->word.size() > left->word.size() ? right : left;
}

}  // namespace edustat::detail
