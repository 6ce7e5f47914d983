// SPDX-License-Identifier: Apache-2.0
#include "quantity/unit_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace edustat::detail {
namespace {

using enum Kind::Nature;

/// All words of one meaning.
struct Meaning {
  std::string_view kind;  // empty for a ratio
  Kind::Nature nature;
  std::int64_t numerator;  // of the factor to the base unit of the kind
  std::int64_t denominator;
  std::string_view symbol_en;
  std::string_view words;     // separated by `|`
  std::string_view symbol{};  // how every word is written back; empty: each word as it stands
};

// Left out because their meaning is not one: 分 (money or score), 角, TB (1000 or 1024 GB), 米 and
// other lengths (no figure of a bulletin needs them). Other currencies are a catalogue's business.
constexpr auto meanings = std::to_array<Meaning>({
    // @source SI Brochure, 9th edition, table 5 (square metre); base unit of area
    {"area", measuring, 1, 1, "m²", "平方米|平米|㎡|m²|m2"},
    // @source SI Brochure, 9th edition, table 8: 1 ha = 10 000 m²
    {"area", measuring, 10'000, 1, "ha", "公顷|ha"},
    // @source State Council order on uniform measures, 25 June 1959: 1 米 = 3 市尺, 1 亩 = 6000
    // square 市尺
    {"area", measuring, 2000, 3, "mu", "亩|mu"},
    // @source SI Brochure, 9th edition, table 7 (kilo): 1 km² = (1000 m)²
    {"area", measuring, 1'000'000, 1, "km²", "平方公里|平方千米|㎢|km²|km2"},
    // @source ISO 4217, CNY; base unit of money
    {"money", measuring, 1, 1, "CNY", "元|圆|人民币元|元人民币|CNY|yuan"},
    // @source IEC 80000-13 (giga is a power of ten); base unit of data
    {"data", measuring, 1, 1, "GB", "GB"},
    // @source Gregorian calendar; base unit of time
    {"time", measuring, 1, 1, "month", "个月|月|month|months"},
    // @source Gregorian calendar: 12 months to a year
    {"time", measuring, 12, 1, "year", "年|year|years"},
    // @source Gregorian calendar: months differ in days, so days are a kind of their own
    {"day", measuring, 1, 1, "day", "天|day|days"},

    // Counting kinds: each counts in ones by definition. 名 is a way of writing 人, 人次 is not;
    // 位 is a rank (全省第2位), never a person.
    {"person", counting, 1, 1, "person", "人|名|person|persons"},
    {"person_time", counting, 1, 1, "person-time", "人次|person-time|person-times"},
    {"pupil", counting, 1, 1, "pupil", "生|学生|名学生|pupil|pupils"},
    // @source 教督〔2017〕6号: indicators per hundred pupils (每百名学生)
    {"pupil", counting, 100, 1, "100 pupils", "百名学生|100 pupils", "百名学生"},
    {"rank", counting, 1, 1, "rank", "位|rank|ranks"},
    {"household", counting, 1, 1, "household", "户|household|households"},
    // 台件套 counts devices, pieces and sets together, in whatever order they are named.
    {"equipment_set", counting, 1, 1, "equipment item",
     "台件套|台套件|台/件/套|台/套/件|台(件、套)|台(套、件)|台(件/套)|台(件套)|台、件、套|"
     "equipment item|equipment items"},
    {"set", counting, 1, 1, "set", "套|set|sets"},
    {"device", counting, 1, 1, "device", "台|device|devices"},
    {"piece", counting, 1, 1, "piece", "件|piece|pieces"},
    {"volume", counting, 1, 1, "volume", "册|本|volume|volumes"},
    {"school", counting, 1, 1, "school", "所|校|school|schools"},
    {"item", counting, 1, 1, "item", "个|项|item|items"},
    {"site", counting, 1, 1, "site", "处|site|sites"},
    {"room", counting, 1, 1, "room", "间|room|rooms"},
    {"building", counting, 1, 1, "building", "栋|幢|building|buildings"},
    {"structure", counting, 1, 1, "structure", "座|structure|structures"},
    {"class", counting, 1, 1, "class", "班|class|classes"},
    {"county", counting, 1, 1, "county", "县|county|counties"},
    {"occasion", counting, 1, 1, "time", "次|time|times"},
    {"sheet", counting, 1, 1, "sheet", "张|sheet|sheets"},
    {"vehicle", counting, 1, 1, "vehicle", "辆|vehicle|vehicles"},
    {"bed", counting, 1, 1, "bed", "床|bed|beds"},
    {"lesson", counting, 1, 1, "lesson", "课时|学时|lesson|lessons"},

    // Ratios.
    // @source SI Brochure, 9th edition, section 5.4.7: % is the number 0.01
    {"", measuring, 1, 100, "%", "%"},
    // @source ISO 80000-1 (per mille): ‰ is the number 0.001
    {"", measuring, 1, 1000, "‰", "‰"},
    // 倍 says how often the base is contained: factor 1 by definition.
    {"", measuring, 1, 1, "times as much", "倍|times as much"},
    // @source by definition the difference of two percentages: 1 百分点 between 62% and 63%
    {"percentage_point", point, 1, 100, "percentage point",
     "个百分点|百分点|pct|percentage point|percentage points", "个百分点"},
});

void append_words(std::vector<WordIndex::Entry>& entries, const Meaning& meaning) {
  const Dimension dimension =
      meaning.kind.empty() ? Dimension() : Dimension(Kind(meaning.kind, meaning.nature));
  const Rational factor = Rational(meaning.numerator) / Rational(meaning.denominator);
  for (std::string_view rest = meaning.words; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    const std::string_view symbol = meaning.symbol.empty() ? word : meaning.symbol;
    entries.push_back({std::string(word), Unit(std::string(symbol), std::string(meaning.symbol_en),
                                               dimension, factor)});
  }
}

}  // namespace

std::vector<WordIndex::Entry> builtin_words() {
  std::vector<WordIndex::Entry> entries;
  for (const Meaning& meaning : meanings) append_words(entries, meaning);
  return entries;
}

}  // namespace edustat::detail
