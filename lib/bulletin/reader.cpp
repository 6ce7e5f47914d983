// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/reader.hpp"

#include "bulletin/reader/binder.hpp"
#include "bulletin/reader/periods.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace edustat {
namespace {

constexpr std::size_t largest_text = 16U << 20U;
constexpr std::size_t context_length = 40;  // characters on each side

struct Words {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array kinds = {Words{"statistic", "统计数", "a statistic"},
                              Words{"change", "增减，不是水平数", "a change, not a level"},
                              Words{"date", "日期", "a date"},
                              Words{"duration", "时长", "a duration"},
                              Words{"document_number", "文号", "the number of a document"},
                              Words{"section_number", "序号", "the number of a section"},
                              Words{"ordinal", "次序", "an ordinal"},
                              Words{"phone_number", "电话或邮编", "a telephone or post code"},
                              Words{"word", "行文中的数词", "a numeral in a turn of speech"},
                              Words{"other", "没有单位的数字", "digits without a unit"}};

constexpr std::array reasons = {
    Words{"no_item", "旁边没有目录中的名称", "no name of the catalogue stands with it"},
    Words{"other_unit", "旁边的名称用另一种单位", "the name that stands with it has another unit"},
    Words{"ambiguous", "名称有几种含义", "the name has several meanings"},
    Words{"programme_unclear", "名称太短，上下文没有说明是哪个项目",
          "the name is short and the text does not tell the programme"},
    Words{"restricted", "名称前的词改变了它的含义",
          "words in front of the name change its meaning"},
    Words{"scope_unclear", "没有说明是哪个地区", "the text does not say of which region"},
    Words{"distribution", "“分别”前后的个数不等", "the names and figures of 分别 do not match"},
    Words{"other_period", "属于没有写明的另一时期", "it is of another period, which is not dated"}};

const Words& words(Reading::Kind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}
const Words& words(Reading::Reason reason) {
  return reasons[static_cast<std::size_t>(reason)];
}

std::string context_of(const reader::Characters& text, const Reading& reading) {
  const std::size_t begin = reading.sentence_character_begin;
  const std::size_t end = reading.sentence_character_end;
  const std::size_t before = std::min(reading.character_begin, context_length);
  const std::size_t from = std::max(begin, reading.character_begin - before);
  const std::size_t to = std::min(end, reading.character_end + context_length);
  std::string context = from > begin ? "…" : "";
  context += text.written(from, std::max(from, to));
  if (to < end) context += "…";
  return context;
}

}  // namespace

/// Puts the parts together.
class TextReader {
 public:
  TextReader(std::string_view text, std::span<const Catalogue> catalogues,
             const BulletinText::Options& options, std::string_view name)
      : name_(name),
        text_(text, name),
        lexicon_(catalogues),
        spotted_(reader::spot_figures(text_, lexicon_.units())),
        scopes_(text_, spotted_, options),
        periods_(text_, options.period) {}

  BulletinText read(std::string_view text) {
    std::vector<reader::Decision> decisions =
        reader::Binder(text_, lexicon_, spotted_, scopes_).bind();
    for (std::size_t number = 0; number < spotted_.size(); ++number) {
      add(spotted_[number], std::move(decisions[number]));
    }
    return BulletinText(std::move(facts_), std::string(name_), std::string(text),
                        std::move(readings_), periods_.whole());
  }

 private:
  void add(const reader::Spotted& spotted, reader::Decision decision) {
    Reading reading;
    reading.byte_begin = text_.byte(spotted.begin);
    reading.byte_end = text_.byte(spotted.end);
    reading.character_begin = spotted.begin;
    reading.character_end = spotted.end;
    reading.sentence_character_begin = text_.sentence_begin(spotted.begin);
    reading.sentence_character_end = text_.sentence_end(spotted.end);
    reading.sentence_byte_begin = text_.byte(reading.sentence_character_begin);
    reading.sentence_byte_end = text_.byte(reading.sentence_character_end);
    reading.text = text_.written(spotted.begin, spotted.end);
    reading.kind = decision.is_change ? Reading::Kind::change : spotted.kind;
    reading.reason = decision.reason;
    reading.items = std::move(decision.items);
    reading.context = context_of(text_, reading);
    if (decision.word) {
      reading.fact = facts_.size();
      facts_.push_back(fact_of(spotted, decision));
    }
    readings_.push_back(std::move(reading));
  }

  Fact fact_of(const reader::Spotted& spotted, const reader::Decision& decision) {
    Fact fact{.item = lexicon_.words()[*decision.word].id, .figure = *spotted.figure};
    for (const reader::CodeWord& code : decision.codes) {
      fact.categories.push_back({code.dimension, code.code});
    }
    fact.scope = decision.scope;
    fact.period = periods_.at(spotted.begin);
    fact.source = name_;
    fact.place = place_of(spotted.begin);
    return fact;
  }

  /// Line and column; figures come in the order of the text, so each line is counted once.
  Place place_of(std::size_t position) {
    for (; counted_ < position; ++counted_) {
      if (text_.at(counted_) != U'\n') continue;
      ++line_;
      line_begin_ = counted_ + 1;
    }
    return {std::string(name_), line_, position - line_begin_ + 1, {}, {}};
  }

  std::string_view name_;
  reader::Characters text_;
  reader::Lexicon lexicon_;
  std::vector<reader::Spotted> spotted_;
  reader::Scopes scopes_;
  reader::Periods periods_;
  std::vector<Fact> facts_;
  std::vector<Reading> readings_;
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
  std::size_t line_begin_ = 0;
};

std::string Reading::explain(Language language) const {
  const bool is_chinese = language == Language::zh;
  std::string said = text + (is_chinese ? "：" : ": ");
  said += is_chinese ? words(kind).zh : words(kind).en;
  if (reason) {
    said += is_chinese ? "，没有归入指标：" : ", not bound: ";
    said += is_chinese ? words(*reason).zh : words(*reason).en;
  }
  for (std::size_t number = 0; number < items.size(); ++number) {
    said += number == 0 ? (is_chinese ? "（" : " (") : (is_chinese ? "、" : ", ");
    said += items[number];
  }
  if (!items.empty()) said += is_chinese ? "）" : ")";
  return said;
}

std::string_view name_of(Reading::Kind kind) noexcept {
  return words(kind).name;
}
std::string_view name_of(Reading::Reason reason) noexcept {
  return words(reason).name;
}

BulletinText::BulletinText(std::vector<Fact> facts, std::string name, std::string text,
                           std::vector<Reading> readings, std::optional<Period> period)
    : Bulletin(std::move(facts), std::move(name)),
      text_(std::move(text)),
      readings_(std::move(readings)),
      period_(period) {}

BulletinText read_bulletin(std::string_view text, std::span<const Catalogue> catalogues,
                           const BulletinText::Options& options, std::string_view name) {
  if (text.size() > largest_text) {
    throw LimitError(Fault{ErrorCode::text_too_long,
                           {std::to_string(text.size()), std::to_string(largest_text)},
                           {std::string(name), 0, 0, {}, {}}});
  }
  return TextReader(text, catalogues, options, name).read(text);
}

BulletinText read_bulletin(std::string_view text, const Catalogue& catalogue,
                           const BulletinText::Options& options, std::string_view name) {
  return read_bulletin(text, std::span(&catalogue, 1), options, name);
}

}  // namespace edustat
