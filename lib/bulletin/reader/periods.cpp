// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/periods.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <string>

namespace edustat::reader {
namespace {

constexpr std::size_t longest_period = 16;  // characters

bool follows_as_of(const Characters& text, std::size_t begin) {
  return text.has_before(begin, U"截至") || text.has_before(begin, U"截止") ||
         text.has_before(begin, U"截止到") || text.has_before(begin, U"截至到");
}

/// The longest period that begins with the year at `begin`.
std::optional<Period> period_at(const Characters& text, std::size_t begin) {
  const bool is_instant = follows_as_of(text, begin);
  std::optional<Period> longest;
  const std::size_t limit = std::min(text.size(), begin + longest_period);
  for (std::size_t end = begin + 5; end <= limit; ++end) {
    if (!is_one_of(text.at(end - 1), U"年月底末度期")) continue;
    try {
      longest = Period::parse((is_instant ? "截至" : "") + std::string(text.written(begin, end)));
    } catch (const Error&) {
      continue;
    }
  }
  return longest;
}

bool is_of_range(const Characters& text, std::size_t begin, std::size_t end) {
  const bool follows_year = begin > 0 && is_one_of(text.at(begin - 1), U"-~至到/");
  return (follows_year && !follows_as_of(text, begin)) || is_one_of(text.at(end), U"-~至到/") ||
         text.has_before(begin, U"自") || text.has(end + 1, U"起") || text.has(end + 1, U"以来");
}

}  // namespace

Periods::Periods(const Characters& text, const std::optional<Period>& whole)
    : text_(text), whole_(whole) {
  std::optional<Period> first;
  for (std::size_t begin = 0; begin + 5 <= text.size(); ++begin) {
    std::size_t end = begin;
    while (is_digit(text.at(end))) ++end;
    const bool is_year = end - begin == 4 && text.at(end) == U'年';
    if (is_year && !is_of_range(text, begin, end)) {
      if (const std::optional<Period> period = period_at(text, begin)) {
        stated_.push_back({begin, *period});
        if (!first && period->is_instant()) first = period;
      }
    }
    begin = std::max(begin, end);
  }
  if (!whole_) whole_ = first;
}

/// 2018年,全县… or 截至2018年底,…: it holds for what follows.
bool Periods::begins_sentence(const Stated& stated) const {
  std::size_t begin = stated.position;
  while (begin > 0 && is_one_of(text_.at(begin - 1), U"截至止到 \t")) --begin;
  const std::size_t clause = text_.clause_end(stated.position);
  const bool is_alone = clause <= stated.position + longest_period && text_.at(clause) == U',';
  return is_alone && begin <= text_.sentence_begin(stated.position);
}

std::optional<Period> Periods::at(std::size_t position) const {
  const auto after =
      std::lower_bound(stated_.begin(), stated_.end(), position,
                       [](const Stated& stated, std::size_t at) { return stated.position < at; });
  if (after == stated_.begin()) return whole_;
  const Stated& last = *(after - 1);
  const bool is_said_here = text_.sentence_begin(position) <= last.position;
  const bool goes_on = text_.line_begin(position) <= last.position && begins_sentence(last);
  if (!is_said_here && !goes_on) return whole_;
  const bool is_that_of_text =
      whole_ && (last.period.contains(*whole_) || whole_->contains(last.period));
  return is_that_of_text ? whole_ : std::optional(last.period);
}

}  // namespace edustat::reader
