// SPDX-License-Identifier: Apache-2.0
#include "catalogue/formula_cursor.hpp"

#include "error/utf8.hpp"

#include <algorithm>
#include <array>

namespace edustat::detail {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Characters beyond ASCII that are no letters: signs, punctuation, spaces, marks that show
/// nothing. Whoever needs one of them in a name writes the name in quotes.
/// @source Unicode 15.1, Blocks.txt
constexpr std::array not_letters{
    Range{0x0080, 0x00A9},   Range{0x00AB, 0x00B4},    // Latin-1 signs, but ª
    Range{0x00B6, 0x00B9},   Range{0x00BB, 0x00BF},    // but µ and º
    Range{0x00D7, 0x00D7},   Range{0x00F7, 0x00F7},    // × ÷
    Range{0x02B0, 0x02FF},   Range{0x034F, 0x034F},    // spacing modifiers; grapheme joiner
    Range{0x037E, 0x037E},   Range{0x0387, 0x0387},    // Greek question mark and middle dot
    Range{0x0482, 0x0482},   Range{0x055A, 0x055F},    // Cyrillic and Armenian signs
    Range{0x0589, 0x058F},   Range{0x05BE, 0x05BE},    // Hebrew maqaf
    Range{0x05C0, 0x05C0},   Range{0x05F3, 0x05F4},    //
    Range{0x0600, 0x060F},   Range{0x061B, 0x061F},    // Arabic signs
    Range{0x066A, 0x066D},   Range{0x06D4, 0x06D4},    //
    Range{0x0964, 0x0965},   Range{0x0E3F, 0x0E3F},    // danda, baht
    Range{0x115F, 0x1160},   Range{0x1680, 0x1680},    // Hangul fillers, Ogham space
    Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F},    // marks that show nothing
    Range{0x2000, 0x215F},   Range{0x2189, 0x2BFF},    // punctuation, signs, arrows; but Ⅰ to ↈ
    Range{0x2E00, 0x2E7F},   Range{0x2FF0, 0x3004},    // punctuation, 、 。 〃
    Range{0x3008, 0x3020},   Range{0x3030, 0x3030},    // Chinese brackets
    Range{0x3036, 0x3037},   Range{0x303D, 0x3040},    //
    Range{0x309B, 0x309C},   Range{0x30A0, 0x30A0},    //
    Range{0x30FB, 0x30FB},   Range{0x3164, 0x3164},    // ・, Hangul filler
    Range{0x3190, 0x33FF},   Range{0xA490, 0xA4CF},    // enclosed and squared signs; Yi radicals
    Range{0xD800, 0xF8FF},   Range{0xFE00, 0xFE6F},    // private use; selectors, small forms
    Range{0xFEFF, 0xFF65},   Range{0xFFA0, 0xFFA0},    // full-width forms not folded
    Range{0xFFE0, 0xFFFF},   Range{0x1D000, 0x1D3FF},  //
    Range{0x1F000, 0x1FAFF}, Range{0xE0000, 0x10FFFF}  // pictures; tags, private use
};

constexpr bool is_ascending() {
  for (std::size_t i = 1; i < not_letters.size(); ++i) {
    if (not_letters[i].first <= not_letters[i - 1].last) return false;
  }
  return true;
}
static_assert(is_ascending());

}  // namespace

bool is_wide_letter(char32_t character) noexcept {
  const auto* const range =
      std::lower_bound(not_letters.begin(), not_letters.end(), character,
                       [](const Range& left, char32_t right) { return left.last < right; });
  return range == not_letters.end() || character < range->first;
}

char32_t fold_sign(char32_t character) noexcept {
  if (character >= 0x3400U && character < 0xFF01U) return character;
  if (character >= 0xFF01U && character <= 0xFF5EU) return character - 0xFEE0U;
  switch (character) {
    case U'\u3000':
    case U'\u00A0':
      return U' ';
    case U'×':
    case U'·':
    case U'⋅':
    case U'∙':
      return U'*';
    case U'÷':
    case U'∕':
    case U'⁄':
      return U'/';
    case U'−':
    case U'‒':
    case U'–':
      return U'-';
    case U'≦':
    case U'⩽':
      return sign_at_most;
    case U'≧':
    case U'⩾':
      return sign_at_least;
    default:
      return character;
  }
}

std::string fold_signs(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    text::append(result, fold_sign(text::decode(text, offset)));
  }
  return result;
}

void FormulaCursor::load_wide() noexcept {
  if (offset_ >= text_.size()) {
    current_ = end_of_text;
    width_ = 1;
    return;
  }
  std::size_t behind = offset_;
  current_ = fold_sign(text::decode(text_, behind));
  width_ = behind - offset_;
}

}  // namespace edustat::detail
