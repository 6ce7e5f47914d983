// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/place/scope.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <utility>

namespace edustat {
namespace {

constexpr std::size_t longest_text = 65'536;
constexpr char32_t byte_order_mark = U'\uFEFF';

/// The signs of the grammar in their ASCII form; every other character is 0.
char sign_of(char32_t character) noexcept {
  switch (character) {
    case U'>':
    case U'＞':
      return '>';
    case U'!':
    case U'！':
      return '!';
    case U'{':
    case U'｛':
      return '{';
    case U'}':
    case U'｝':
      return '}';
    default:
      return '\0';
  }
}

bool is_separator(char32_t character) noexcept {
  constexpr std::u32string_view separators = U"、;；,，";
  return separators.find(character) != std::u32string_view::npos;
}

bool is_space(char32_t character) noexcept {
  return character == U' ' || character == U'\t' || character == U'\r' || character == U'\n' ||
         character == U'\u00A0' || character == U'\u3000';
}

}  // namespace

/// Reads `A>B`, `A>!B` and `A>B{a、b}`; signs are found one character ahead.
class ScopeParser {
 public:
  explicit ScopeParser(std::string_view text) : text_(text) {}

  Scope read() {
    Scope scope;
    skip_spaces();
    if (next_ == text_.size()) return scope;
    do {
      scope.steps_.push_back(step(scope.steps_.empty()));
    } while (take('>'));
    if (next_ != text_.size()) fail(next_);
    return scope;
  }

 private:
  Scope::Step step(bool is_outermost) {
    skip_spaces();
    const std::size_t begin = next_;
    Scope::Step result{.name = {}, .is_complement = take('!')};
    if (result.is_complement && is_outermost) fail(begin, ErrorCode::no_containing_scope);
    result.name = name();
    if (take('{')) result.members = members();
    skip_spaces();
    return result;
  }

  std::vector<std::string> members() {
    std::vector<std::string> result;
    do {
      result.push_back(name(&is_separator));
    } while (take_separator());
    if (!take('}')) fail(next_);
    require_different(result);
    return result;
  }

  void require_different(std::vector<std::string> names) const {
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end()) fail(next_);
  }

  /// The characters up to the next sign, or to the next character that `ends` accepts, without
  /// the spaces around them.
  std::string name(bool (*ends)(char32_t) noexcept = nullptr) {
    skip_spaces();
    const std::size_t begin = next_;
    std::size_t end = begin;
    while (next_ < text_.size()) {
      std::size_t after = next_;
      const char32_t character = text::decode(text_, after);
      if (character == byte_order_mark) fail(next_, ErrorCode::malformed_scope);
      if (sign_of(character) != '\0' || (ends != nullptr && ends(character))) break;
      next_ = after;
      if (!is_space(character)) end = after;
    }
    if (end == begin) fail(next_);
    return std::string(text_.substr(begin, end - begin));
  }

  bool take(char sign) {
    std::size_t after = next_;
    if (next_ == text_.size() || sign_of(text::decode(text_, after)) != sign) return false;
    next_ = after;
    return true;
  }

  bool take_separator() {
    std::size_t after = next_;
    if (next_ == text_.size() || !is_separator(text::decode(text_, after))) return false;
    next_ = after;
    return true;
  }

  void skip_spaces() {
    for (std::size_t after = next_; after < text_.size(); next_ = after) {
      if (!is_space(text::decode(text_, after))) return;
    }
  }

  [[noreturn]] void fail(std::size_t offset, ErrorCode code = ErrorCode::malformed_scope) const {
    throw ParseError(Fault{code, {text::excerpt(text_)}, text::place_in(text_, offset, {})});
  }

  std::string_view text_;
  std::size_t next_ = 0;
};

Scope Scope::parse(std::string_view text) {
  if (text.size() > longest_text) {
    throw LimitError(Fault{ErrorCode::text_too_long,
                           {std::to_string(text.size()), std::to_string(longest_text)}});
  }
  text::require_plain(text, {});
  return ScopeParser(text).read();
}

}  // namespace edustat
