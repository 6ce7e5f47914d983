// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/wording.hpp"

#include <algorithm>
#include <array>

namespace edustat::reader {
namespace {

// The longer word first where one ends with the other.
constexpr std::array fillers = {
    std::u32string_view(U"提高到"), std::u32string_view(U"增加到"), std::u32string_view(U"上升到"),
    std::u32string_view(U"下降到"), std::u32string_view(U"增长到"), std::u32string_view(U"达到了"),
    std::u32string_view(U"共计"),   std::u32string_view(U"合计"),   std::u32string_view(U"总计"),
    std::u32string_view(U"累计"),   std::u32string_view(U"达到"),   std::u32string_view(U"已达"),
    std::u32string_view(U"高达"),   std::u32string_view(U"增至"),   std::u32string_view(U"升至"),
    std::u32string_view(U"降至"),   std::u32string_view(U"人数"),   std::u32string_view(U"面积"),
    std::u32string_view(U"金额"),   std::u32string_view(U"总额"),   std::u32string_view(U"总数"),
    std::u32string_view(U"数量"),   std::u32string_view(U"大约"),   std::u32string_view(U"达"),
    std::u32string_view(U"为"),     std::u32string_view(U"是"),     std::u32string_view(U"共"),
    std::u32string_view(U"有"),     std::u32string_view(U"了"),     std::u32string_view(U"数"),
    std::u32string_view(U"至"),     std::u32string_view(U"约"),     std::u32string_view(U"近"),
    std::u32string_view(U" "),      std::u32string_view(U"“"),      std::u32string_view(U"\"")};

constexpr std::array changes = {
    std::u32string_view(U"增长"), std::u32string_view(U"增加"), std::u32string_view(U"提高"),
    std::u32string_view(U"上升"), std::u32string_view(U"下降"), std::u32string_view(U"减少"),
    std::u32string_view(U"降低"), std::u32string_view(U"回落"), std::u32string_view(U"增幅"),
    std::u32string_view(U"降幅"), std::u32string_view(U"增速"), std::u32string_view(U"提升"),
    std::u32string_view(U"多"),   std::u32string_view(U"少")};

constexpr std::array bases = {
    std::u32string_view(U"比上年同期"), std::u32string_view(U"较上年同期"),
    std::u32string_view(U"比去年同期"), std::u32string_view(U"较去年同期"),
    std::u32string_view(U"比上年"),     std::u32string_view(U"较上年"),
    std::u32string_view(U"比去年"),     std::u32string_view(U"较去年"),
    std::u32string_view(U"比上月"),     std::u32string_view(U"较上月"),
    std::u32string_view(U"同比"),       std::u32string_view(U"环比"),
    std::u32string_view(U"年均"),       std::u32string_view(U"净"),
    std::u32string_view(U"共"),         std::u32string_view(U",")};

constexpr std::array verbs = {
    std::u32string_view(U"资助"), std::u32string_view(U"发放"), std::u32string_view(U"补助"),
    std::u32string_view(U"支出"), std::u32string_view(U"共计"), std::u32string_view(U"合计"),
    std::u32string_view(U"总计"), std::u32string_view(U"累计"), std::u32string_view(U"投入"),
    std::u32string_view(U"共"),   std::u32string_view(U"计"),   std::u32string_view(U"需"),
    std::u32string_view(U"约")};

constexpr std::array negations = {
    std::u32string_view(U"未"),   std::u32string_view(U"不"),   std::u32string_view(U"非"),
    std::u32string_view(U"新"),   std::u32string_view(U"拟"),   std::u32string_view(U"待"),
    std::u32string_view(U"应"),   std::u32string_view(U"需"),   std::u32string_view(U"计划"),
    std::u32string_view(U"预计"), std::u32string_view(U"尚余"), std::u32string_view(U"剩余"),
    std::u32string_view(U"目标"), std::u32string_view(U"规划"), std::u32string_view(U"在建"),
    std::u32string_view(U"力争"), std::u32string_view(U"确保"), std::u32string_view(U"年内"),
    std::u32string_view(U"平均"), std::u32string_view(U"人均"), std::u32string_view(U"生均"),
    std::u32string_view(U"校均"), std::u32string_view(U"每校"), std::u32string_view(U"每县")};

template <typename Words>
std::size_t ending(const Characters& text, std::size_t begin, std::size_t end,
                   const Words& words) noexcept {
  for (const std::u32string_view word : words) {
    if (end >= begin + word.size() && text.has_before(end, word)) return word.size();
  }
  return 0;
}

}  // namespace

std::size_t filler_length(const Characters& text, std::size_t begin, std::size_t end) noexcept {
  return ending(text, begin, end, fillers);
}

std::optional<std::size_t> change_begin(const Characters& text, std::size_t begin,
                                        std::size_t end) noexcept {
  for (const std::u32string_view filler : {U"约", U"近", U"了", U" "}) {
    if (end > begin && text.has_before(end, filler)) --end;
  }
  const std::size_t length = ending(text, begin, end, changes);
  if (length == 0) return std::nullopt;
  const std::size_t verb = end - length;
  std::size_t first = verb;
  for (std::size_t base = 1; base > 0; first -= base) base = ending(text, begin, first, bases);
  const bool is_short = length == 1;  // 多 and 少 need 比上年 in front
  return is_short && first == verb ? std::nullopt : std::optional(first);
}

std::optional<std::size_t> distribution(const Characters& text, std::size_t begin,
                                        std::size_t end) noexcept {
  constexpr std::u32string_view word = U"分别";
  while (end > begin) {
    if (end >= begin + word.size() && text.has_before(end, word)) return end - word.size();
    const std::size_t length = ending(text, begin, end, fillers);
    if (length == 0) {
      const bool completes = end >= begin + 2 && text.has_before(end, U"完成");
      if (!completes) return std::nullopt;
      end -= 2;
      continue;
    }
    end -= length;
  }
  return std::nullopt;
}

std::size_t row_end(const Characters& text, const std::vector<Spotted>& spotted,
                    std::size_t first) {
  std::size_t end = first + 1;
  while (end < spotted.size() && spotted[end].kind == Reading::Kind::statistic) {
    const std::u32string_view between = text.folded(spotted[end - 1].end, spotted[end].begin);
    const bool joins = between == U"、" || between == U"和" || between == U"及" ||
                       between == U"与" || between == U"," || between == U"以及";
    if (!joins) break;
    ++end;
  }
  return end;
}

namespace {

/// 一季度, 上半年 or 5月份 of a year that the sentence does not name.
bool speaks_of_part_of_year(std::u32string_view sentence) noexcept {
  for (const std::u32string_view word : {U"季度", U"上半年", U"下半年", U"月份", U"学期"}) {
    std::size_t at = sentence.rfind(word);
    if (at == std::u32string_view::npos) continue;
    while (at > 0 && (is_digit(sentence[at - 1]) ||
                      is_one_of(sentence[at - 1], U"第前一二三四-至到、春秋季"))) {
      --at;
    }
    if (at == 0 || sentence[at - 1] != U'年') return true;
  }
  return false;
}

}  // namespace

bool speaks_of_other_period(const Characters& text, std::size_t position) noexcept {
  std::size_t begin = position;
  while (begin > text.sentence_begin(position) && !ends_clause(text.at(begin - 1))) --begin;
  const std::u32string_view clause = text.folded(begin, position);
  const auto speaks_of = [&](std::u32string_view word) {
    return clause.find(word) != std::u32string_view::npos;
  };
  const std::size_t sentence = text.sentence_begin(position);
  return speaks_of_part_of_year(text.folded(sentence, position)) || speaks_of(U"去年") ||
         speaks_of(U"上年") || speaks_of(U"同期") || speaks_of(U"往年") || speaks_of(U"明年") ||
         speaks_of(U"上一年") || speaks_of(U"下年");
}

bool is_plain_verb(std::u32string_view words) noexcept {
  while (!words.empty()) {
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](std::u32string_view word) {
      return words.substr(0, word.size()) == word;
    });
    if (verb == verbs.end()) return false;
    words.remove_prefix(verb->size());
  }
  return true;
}

bool ends_with_negation(std::u32string_view words) noexcept {
  return std::any_of(negations.begin(), negations.end(), [&](std::u32string_view word) {
    return words.size() >= word.size() && words.substr(words.size() - word.size()) == word;
  });
}

const std::vector<std::u32string_view>& narrowing_words() {
  static const std::vector<std::u32string_view> words = {
      U"幼儿园", U"学前", U"小学", U"初中", U"高中",   U"中学",     U"中职",
      U"高职",   U"高校", U"大学", U"本科", U"专科",   U"研究生",   U"特殊教育",
      U"特教",   U"职业", U"民办", U"公办", U"城区",   U"城镇",     U"县城",
      U"乡镇",   U"农村", U"乡村", U"男",   U"女",     U"少数民族", U"寄宿",
      U"留守",   U"一期", U"二期", U"首批", U"第一批", U"第二批",   U"本级",
      U"省级",   U"市级", U"县级", U"中央", U"地方",   U"社会",     U"企业",
      U"个人",   U"自筹", U"食堂", U"宿舍", U"运动场", U"教学楼",   U"义务教育"};
  return words;
}

}  // namespace edustat::reader
