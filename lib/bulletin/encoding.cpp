// SPDX-License-Identifier: Apache-2.0
#include "bulletin/encoding.hpp"

#include "edustat/error/error.hpp"

#include "bulletin/iconv.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace edustat::detail {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";
constexpr std::string_view known_encodings =
    "utf-8, gb18030, gbk, gb2312, utf-16, utf-16le, utf-16be";

/// Names are compared in lower case with `-` for `_`.
std::string folded(std::string_view name) {
  std::string result(name);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == '_') letter = '-';
  }
  return result;
}

/// The name that iconv knows; empty for UTF-8.
std::string_view iconv_name(std::string_view encoding, std::string_view bytes) {
  const std::string name = folded(encoding);
  if (name == "utf-8" || name == "utf8" || name == "utf-8-sig") return {};
  constexpr std::array chinese{"gb18030"sv, "gbk"sv, "gb2312"sv, "cp936"sv};
  if (std::find(chinese.begin(), chinese.end(), name) != chinese.end()) return "GB18030";
  if (name == "utf-16be") return "UTF-16BE";
  if (name == "utf-16le") return "UTF-16LE";
  if (name == "utf-16" || name == "utf16") {
    return bytes.starts_with(utf16_big_mark) ? "UTF-16BE" : "UTF-16LE";
  }
  throw CodeError(
      Fault{ErrorCode::unknown_encoding, {text::excerpt(encoding), std::string(known_encodings)}});
}

/// UTF-16 by its mark, or by the zero bytes that ASCII characters leave on one side of each pair.
std::string_view likely_utf16(std::string_view bytes) {
  if (bytes.starts_with(utf16_little_mark)) return "utf-16le";
  if (bytes.starts_with(utf16_big_mark)) return "utf-16be";
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t all = zeros[0] + zeros[1];
  if (all == 0 || bytes.size() % 2 != 0 || all * 10 < bytes.size()) return {};
  if (zeros[0] * 10 <= zeros[1]) return "utf-16le";
  return zeros[1] * 10 <= zeros[0] ? "utf-16be"sv : std::string_view{};
}

/// True when more characters beyond ASCII are valid UTF-8 than bytes are invalid: the text is
/// UTF-8 that was damaged somewhere.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t valid = 0;
  std::size_t invalid = 0;
  while (!bytes.empty()) {
    const std::size_t length = text::find_invalid(bytes);
    const auto is_lead = [](char byte) { return static_cast<unsigned char>(byte) >= 0xC0U; };
    const std::string_view plain = bytes.substr(0, length);
    valid += static_cast<std::size_t>(std::count_if(plain.begin(), plain.end(), is_lead));
    invalid += length < bytes.size() ? 1U : 0U;
    bytes.remove_prefix(std::min(length + 1, bytes.size()));
  }
  return valid > invalid;
}

[[noreturn]] void refuse(std::string_view bytes, std::size_t offset, std::string_view source) {
  const Place place = text::line_and_column(bytes, offset, source);
  if (!is_damaged_utf8(bytes) && is_decodable(bytes, "GB18030")) {
    throw ParseError(Fault{ErrorCode::likely_encoding, {"gb18030"}, place});
  }
  throw ParseError(Fault{ErrorCode::invalid_utf8, {hexadecimal(bytes[offset])}, place});
}

std::string_view without_mark(std::string_view text) {
  if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
  return text;
}

}  // namespace

std::string to_utf8(std::string_view bytes, const std::optional<std::string>& encoding,
                    std::string_view source) {
  if (!encoding) {
    const std::string_view utf16 = likely_utf16(bytes);
    if (!utf16.empty()) {
      throw ParseError(Fault{ErrorCode::likely_encoding,
                             {std::string(utf16)},
                             Place{.source = std::string(source), .line = 1, .column = 1}});
    }
  }
  const std::string_view from = encoding ? iconv_name(*encoding, bytes) : std::string_view{};
  if (!from.empty()) return std::string(without_mark(decode(bytes, from, *encoding, source)));
  const std::size_t offset = text::find_invalid(bytes);
  if (offset == bytes.size()) return std::string(without_mark(bytes));
  if (!encoding) refuse(bytes, offset, source);
  throw ParseError(Fault{ErrorCode::invalid_utf8,
                         {hexadecimal(bytes[offset])},
                         text::line_and_column(bytes, offset, source)});
}

}  // namespace edustat::detail
