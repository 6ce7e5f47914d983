// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/finding.hpp"
#include "edustat/quantity/render.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace edustat {
namespace {

/// The sentences of an explanation, written once for each language.
struct Wording {
  std::string_view printed;
  std::string_view range;
  std::string_view computed;
  std::string_view undefined;
  std::string_view tight;
  std::string_view outer;
  std::string_view otherwise;
  std::string_view has_to_be;
  std::string_view no_value;
  std::string_view note;
  std::string_view stored;
  std::string_view caution;
  std::string_view colon;
};

constexpr Wording chinese{"印作 ",
                          "，真值在 ",
                          "按关系式计算只能在 ",
                          "按关系式无意义",
                          "（紧界）",
                          "（外界，未必都能取到）",
                          "若其余各数无误，",
                          " 须在 ",
                          " 取什么值都不行",
                          "注：",
                          "已有说明：",
                          "矛盾不等于差错：分母、规划版本或口径可能与此处所设不同。",
                          "："};
constexpr Wording english{
    " is printed as ",
    ", so its true value lies in ",
    "computed from the relation it can only be in ",
    "the relation is undefined",
    " (tight)",
    " (outer bound: not every value inside is proven possible)",
    "if all other figures hold, ",
    " would have to be in ",
    " cannot be right with any value",
    "note: ",
    "stored explanation: ",
    "Impossible does not mean an error: the denominator, the version of the plan or the "
    "definition may be another than assumed here.",
    ": "};

/// How a figure is written, so that ranges are shown in the same unit and scale.
RenderStyle style_of(const Figure& figure, Language language) {
  RenderStyle style{.language = language};
  style.scale = figure.scale_word() == "万"   ? RenderStyle::Scale::wan
                : figure.scale_word() == "亿" ? RenderStyle::Scale::yi
                                              : RenderStyle::Scale::none;
  return style;
}

/// The figure whose writing suits one side of a relation: the single figure on the other side, or
/// on this one.
const Figure* model_of(const Finding& finding, std::span<const Node> side,
                       std::span<const Node> other) {
  for (const auto& nodes : {other, side}) {
    if (nodes.size() == 1 && nodes.front().operation == Node::Operation::reference) {
      return &finding.inputs()[static_cast<std::size_t>(nodes.front().index)].figure;
    }
  }
  return nullptr;
}

/// A range in the writing of a figure, with so many places more than it prints; all digits without
/// a number.
std::string range_of(const Interval& interval, const Figure* model, Language language,
                     std::optional<int> more_places) {
  if (!model) return render(interval, Unit(), {.language = language});
  RenderStyle style = style_of(*model, language);
  if (more_places) style.places = DecimalPlaces(model->places() + *more_places);
  return render(interval, model->unit(), style);
}

std::string name_of_input(const Finding& finding, std::size_t index, Language language) {
  const auto& origins = finding.subject().origins;
  if (index >= origins.size()) return finding.inputs()[index].name;
  const Finding::Origin& origin = origins[index];
  const std::string scope(origin.scope.name());
  const std::string_view rest = language == Language::zh ? "（其余）" : " (the rest)";
  const std::string place = origin.scope.is_complement() ? scope + std::string(rest) : scope;
  return place.empty() ? origin.label.in(language) : place + " " + origin.label.in(language);
}

void add_line(std::string& text, std::string_view line) {
  text += "\n  ";
  text += line;
}

std::string input_line(const Finding& finding, std::size_t index, const Wording& words,
                       Language language) {
  const Finding::Input& input = finding.inputs()[index];
  std::string line = name_of_input(finding, index, language);
  if (language == Language::zh) line += ' ';
  line.append(words.printed).append(input.figure.text());
  if (input.interval.is_exact()) return line;
  return line.append(words.range)
      .append(range_of(input.interval, &input.figure, language, std::nullopt));
}

std::string computed_line(const Finding& finding, const Wording& words, Language language) {
  const Bound& computed = finding.computed();
  if (!computed.interval) return std::string(words.undefined);
  const bool is_left = &computed == &finding.left();
  const auto side = is_left ? finding.relation().left() : finding.relation().right();
  const auto other = is_left ? finding.relation().right() : finding.relation().left();
  std::string line(words.computed);
  line += range_of(*computed.interval, model_of(finding, side, other), language, 0);
  return line.append(computed.tightness == Tightness::tight ? words.tight : words.outer);
}

/// True when this input alone is one side and the computed range therefore says what it has to be.
bool is_computed_against(const Finding& finding, std::size_t index) {
  const bool is_left = &finding.computed() == &finding.left();
  const auto other = is_left ? finding.relation().right() : finding.relation().left();
  return finding.relation().comparison() == Comparison::equal && other.size() == 1 &&
         other.front().operation == Node::Operation::reference &&
         static_cast<std::size_t>(other.front().index) == index;
}

std::string allowed_line(const Finding& finding, std::size_t index, const Wording& words,
                         Language language) {
  if (is_computed_against(finding, index)) return {};
  const Bound allowed = finding.allowed(index);
  if (allowed.interval && *allowed.interval == Interval::everything()) return {};
  std::string line(words.otherwise);
  line += name_of_input(finding, index, language);
  if (!allowed.interval) return line.append(words.no_value);
  const Figure& figure = finding.inputs()[index].figure;
  line.append(words.has_to_be).append(range_of(*allowed.interval, &figure, language, 2));
  return allowed.tightness == Tightness::tight ? line : line.append(words.outer);
}

}  // namespace

std::string Finding::explain(Language language) const {
  const Wording& words = language == Language::zh ? chinese : english;
  std::string text(words_of(verdict_, language));
  text.append(words.colon);
  const std::string& label = subject().label.in(language);
  text += label.empty() ? relation_.text() : label + " [" + relation_.text() + "]";
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    add_line(text, input_line(*this, i, words, language));
  }
  add_line(text, computed_line(*this, words, language));
  if (verdict_ == Verdict::impossible) {
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      const std::string line = allowed_line(*this, i, words, language);
      if (!line.empty()) add_line(text, line);
    }
  }
  for (const Note& note : notes_) add_line(text, std::string(words.note) + note.message(language));
  const std::string& remark = subject().note.in(language);
  if (!remark.empty()) add_line(text, std::string(words.note) + remark);
  if (subject().explanation) {
    const Explanation& stored = *subject().explanation;
    add_line(text,
             std::string(words.stored) + stored.text + " (" + stored.who + " " + stored.date + ")");
  }
  if (verdict_ == Verdict::impossible) add_line(text, words.caution);
  return text;
}

}  // namespace edustat
