// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/finding.hpp"

#include <array>
#include <ostream>
#include <utility>

namespace edustat {
namespace {

struct NoteWords {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<NoteWords, 9> note_words{{
    {"mixed_kinds", "计数单位不同类（{0}），只就数字判断",
     "different kinds are counted ({0}): judged by the numbers"},
    {"quotient_as_numerator", "{0} 以分子的单位印出，按“每……”理解",
     "{0} is printed in its numerator's unit and read as a quotient"},
    {"bare_number", "{0} 没有单位，按关系式所需的单位理解",
     "{0} has no unit and takes the one that the relation implies"},
    {"points_with_rates", "百分点与百分率相加减（{0}）",
     "percentage points are added to a rate ({0})"},
    {"approximate", "{0} 是约数，按放宽的区间判断", "{0} is approximate and read as a wider range"},
    {"masked", "{0} 有被遮盖的数位，不补入任何数字", "{0} has masked digits; none is filled in"},
    {"undefined", "除数恰为零，{0} 无意义", "a divisor is exactly 0: {0} is undefined"},
    {"mixed_vintages", "数据版本不同：{0}", "figures of different vintages meet: {0}"},
    {"absent_parts", "未印出的分项：{0}；未印出不等于零",
     "parts that are not printed: {0}; an absent part is not 0"},
}};

}  // namespace

std::string_view name_of(Verdict verdict) noexcept {
  constexpr std::array<std::string_view, 3> names{"consistent", "impossible", "cannot_tell"};
  return names[static_cast<std::size_t>(verdict)];
}

std::string_view words_of(Verdict verdict, Language language) noexcept {
  constexpr std::array<std::string_view, 3> zh{"相符", "矛盾", "无法判定"};
  constexpr std::array<std::string_view, 3> en{"consistent", "impossible", "cannot tell"};
  return (language == Language::zh ? zh : en)[static_cast<std::size_t>(verdict)];
}

std::string_view name_of(Finding::Kind kind) noexcept {
  constexpr std::array<std::string_view, 10> names{
      "asked",  "indicator",  "rule",        "partition",  "subset",
      "region", "complement", "restatement", "cumulative", "between_parts"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Note::Code code) noexcept {
  return note_words[static_cast<std::size_t>(code)].name;
}

std::ostream& operator<<(std::ostream& stream, const Note& note) {
  return stream << note.message(Language::zh);
}

std::string Note::message(Language language) const {
  const NoteWords& words = note_words[static_cast<std::size_t>(code)];
  std::string sentence(language == Language::zh ? words.zh : words.en);
  std::string list;
  for (const std::string& argument : arguments) {
    if (!list.empty()) list += language == Language::zh ? "、" : ", ";
    list += argument;
  }
  const std::size_t slot = sentence.find("{0}");
  return slot == std::string::npos ? sentence : sentence.replace(slot, 3, list);
}

const Bound& Finding::computed() const noexcept {
  const auto is_single = [](std::span<const Node> side) {
    return side.size() == 1 && side.front().operation == Node::Operation::reference;
  };
  return is_single(relation_.right()) && !is_single(relation_.left()) ? left_ : right_;
}

Bound Finding::allowed(std::size_t index) const {
  std::vector<Interval> intervals;
  intervals.reserve(inputs_.size());
  for (const Input& input : inputs_) intervals.push_back(input.interval);
  return solve(relation_, intervals, index);
}

const Finding::Subject& Finding::subject() const noexcept {
  static const Subject asked;
  return subject_ ? *subject_ : asked;
}

}  // namespace edustat
