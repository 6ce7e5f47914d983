// SPDX-License-Identifier: Apache-2.0
#include "bulletin/cell.hpp"

#include "bulletin/csv.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace edustat::detail {
namespace {

using namespace std::string_view_literals;

std::optional<Gap> find_gap(std::string_view text, const Bulletin::Format& format) {
  const auto mark = format.marks.find(std::string(text));
  if (mark != format.marks.end()) return mark->second;
  for (const Gap gap : {Gap::missing, Gap::not_applicable, Gap::suppressed, Gap::undefined}) {
    if (text == name_of(gap, Language::en) || text == name_of(gap, Language::zh)) return gap;
  }
  return std::nullopt;
}

/// Signs and words that stand for a gap in one yearbook and for nil in the next.
bool is_mark(std::string_view text) {
  constexpr std::u32string_view signs = U"-\u2010–—―−－~～…⋯.。·•#＃*＊/／\\?？〃_";
  constexpr std::array words{"NA"sv,   "N/A"sv,  "na"sv,   "n/a"sv, "NaN"sv, "nan"sv, "NULL"sv,
                             "null"sv, "None"sv, "none"sv, "nil"sv, "无"sv,  "空"sv,  "空白"sv};
  if (std::find(words.begin(), words.end(), text) != words.end()) return true;
  for (std::size_t offset = 0; offset < text.size();) {
    if (signs.find(text::decode(text, offset)) == std::u32string_view::npos) return false;
  }
  return true;
}

/// `dimension=code`, with spaces around each.
Reference::Category read_category(std::string_view text, std::string_view cell) {
  const std::string_view wide = "＝";
  const std::string_view narrow = "=";
  const std::string_view sign = text.find(wide) < text.find(narrow) ? wide : narrow;
  const std::size_t middle = text.find(sign);
  const std::size_t behind = middle == std::string_view::npos ? text.size() : middle + sign.size();
  Reference::Category result{.dimension = std::string(trim(text.substr(0, middle))),
                             .code = std::string(trim(text.substr(behind)))};
  const bool is_repeated =
      result.code.find(narrow) != std::string::npos || result.code.find(wide) != std::string::npos;
  if (result.dimension.empty() || result.code.empty() || result.code == "*" || is_repeated) {
    throw ParseError(Fault{ErrorCode::malformed_category, {text::excerpt(cell)}});
  }
  return result;
}

std::string_view take_part(std::string_view& rest) {
  const std::string_view wide = "；";
  const std::string_view narrow = ";";
  const std::string_view sign = rest.find(wide) < rest.find(narrow) ? wide : narrow;
  const std::size_t end = rest.find(sign);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + sign.size());
  return part;
}

}  // namespace

std::variant<Figure, Gap> read_figure(std::string_view text, const Bulletin::Format& format) {
  if (const std::optional<Gap> gap = find_gap(text, format)) return *gap;
  if (text.empty()) throw ParseError(Fault{ErrorCode::undeclared_blank});
  if (is_mark(text)) throw ParseError(Fault{ErrorCode::undeclared_mark, {text::excerpt(text)}});
  return Figure(text, format.units);
}

Precision read_precision(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Precision>, 5> chinese{{
      {"精确", Precision::exact},
      {"就近", Precision::nearest},
      {"四舍五入", Precision::half_up},
      {"四舍六入五成双", Precision::half_even},
      {"去尾", Precision::truncated},
  }};
  for (const auto& [name, precision] : chinese) {
    if (text == name) return precision;
  }
  return parse_precision(text);
}

std::vector<Reference::Category> read_categories(std::string_view text) {
  std::vector<Reference::Category> result;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view part = trim(take_part(rest));
    if (!part.empty() || !rest.empty()) result.push_back(read_category(part, text));
  }
  std::sort(result.begin(), result.end());
  const auto same = [](const Reference::Category& left, const Reference::Category& right) {
    return left.dimension == right.dimension;
  };
  if (std::adjacent_find(result.begin(), result.end(), same) != result.end()) {
    throw ParseError(Fault{ErrorCode::malformed_category, {text::excerpt(text)}});
  }
  return result;
}

}  // namespace edustat::detail
