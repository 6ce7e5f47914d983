// SPDX-License-Identifier: Apache-2.0
#include "audit/mask_text.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace edustat::detail {
namespace {

/// Every masking sign of docs/grammar.md.
constexpr std::array<std::string_view, 8> signs{"x", "X", "×", "*", "□", "ｘ", "Ｘ", "＊"};

bool is_run(char character) noexcept {
  return text::is_digit(character) || character == 'x' || character == '.';
}
bool is_letter(char character) noexcept {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

std::size_t sign_length(std::string_view rest) noexcept {
  for (const std::string_view sign : signs) {
    if (rest.starts_with(sign)) return sign.size();
  }
  return 0;
}

/// A word between the ends of a range, with 年 in front of it or not.
std::size_t dash_length(std::string_view rest) noexcept {
  for (const std::string_view dash : {"-", "—", "–", "－", "~", "～", "至", "年-", "年—", "年至"}) {
    if (rest.starts_with(dash)) return dash.size();
  }
  return 0;
}

std::size_t run_end(std::string_view text, std::size_t begin) noexcept {
  while (begin < text.size() && is_run(text[begin])) ++begin;
  return begin;
}

bool is_year(std::string_view run) noexcept {
  return run.size() == 4 && (run.starts_with("19") || run.starts_with("20")) &&
         run.find('.') == std::string_view::npos;
}

bool has_mask(std::string_view run) noexcept {
  return run.find('x') != std::string_view::npos;
}

/// `20xx-2018` where years stand on both sides and one of them is masked.
std::string range_at(std::string_view text, std::size_t begin) {
  const std::size_t end = run_end(text, begin);
  const std::size_t dash = dash_length(text.substr(end));
  if (dash == 0) return {};
  const std::size_t second = end + dash;
  const std::string_view from = text.substr(begin, end - begin);
  const std::string_view to = text.substr(second, run_end(text, second) - second);
  if (!is_year(from) || !is_year(to) || (!has_mask(from) && !has_mask(to))) return {};
  return std::string(from) + '-' + std::string(to);
}

void count(std::vector<Masks::Pattern>& patterns, std::string_view run, std::string range) {
  const auto same = [&](const Masks::Pattern& one) {
    return one.text == run && one.range == range;
  };
  const auto known = std::find_if(patterns.begin(), patterns.end(), same);
  if (known != patterns.end()) {
    ++known->count;
  } else {
    patterns.push_back({std::string(run), 1, std::move(range)});
  }
}

}  // namespace

std::string with_plain_masks(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = sign_length(text.substr(i));
    if (length == 0) {
      plain += text[i++];
      continue;
    }
    plain += 'x';
    i += length;
  }
  return plain;
}

std::vector<std::size_t> runs_of_masks(std::string_view print) {
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i < print.size(); ++i) {
    if (print[i] != 'x') continue;
    if (i == 0 || print[i - 1] != 'x') runs.push_back(0);
    ++runs.back();
  }
  return runs;
}

std::string filled(std::string_view print, std::string_view digits) {
  std::string text(print);
  std::size_t next = 0;
  for (char& character : text) {
    if (character == 'x' && next < digits.size()) character = digits[next++];
  }
  return text;
}

std::string substituted(std::string_view print, std::string_view digits) {
  std::string text(print);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != 'x') continue;
    const std::size_t end = std::min(text.find_first_not_of('x', i), text.size());
    if (end - i == digits.size()) text.replace(i, digits.size(), digits);
    i = end;
  }
  return text;
}

std::vector<Masks::Pattern> patterns_of(std::string_view text) {
  const std::string plain = with_plain_masks(text);
  const std::string_view all = plain;
  std::vector<Masks::Pattern> patterns;
  std::string open_range;
  for (std::size_t i = 0; i < all.size();) {
    if (!is_run(all[i])) {
      ++i;
      continue;
    }
    const std::size_t end = run_end(all, i);
    const std::string_view run = all.substr(i, end - i);
    const bool is_word =
        (i > 0 && is_letter(all[i - 1])) || (end < all.size() && is_letter(all[end]));
    std::string range = range_at(all, i);
    if (has_mask(run) && !is_word) count(patterns, run, range.empty() ? open_range : range);
    open_range = std::move(range);
    i = end;
  }
  return patterns;
}

bool is_sensible(const Masks::Pattern& pattern, std::string_view digits) {
  const std::string range = substituted(pattern.range, digits);
  const std::size_t dash = range.find('-');
  if (dash == std::string::npos || has_mask(range)) return true;
  return range.substr(0, dash) <= range.substr(dash + 1);
}

}  // namespace edustat::detail
