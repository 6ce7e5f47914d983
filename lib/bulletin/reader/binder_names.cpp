// SPDX-License-Identifier: Apache-2.0
// The ways of binding that build a name from several places: around the figure, from a share, from
// a product.
#include "bulletin/reader/binder.hpp"
#include "bulletin/reader/wording.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace edustat::reader {
namespace {

constexpr std::size_t shortest_part = 2;  // characters of each half of a name around a figure

bool contains(std::u32string_view words, std::u32string_view part) {
  return words.find(part) != std::u32string_view::npos;
}

/// a / b, each item once.
bool is_quotient(const Word& word) {
  const auto* indicator = std::get_if<const Indicator*>(&word.item);
  if (!indicator || word.inputs.size() != 2 || !word.unit.dimension().is_ratio()) return false;
  const std::span<const Node> nodes = (*indicator)->formula.nodes();
  return nodes.size() == 3 && nodes.back().operation == Node::Operation::divide;
}

/// The factors of `a == b * c`; nothing for other relations.
std::optional<std::pair<std::string, std::vector<std::string>>> product_of(const Rule& rule) {
  const Relation& statement = rule.statement;
  const bool is_product = statement.comparison() == Comparison::equal &&
                          statement.left().size() == 1 && statement.right().size() == 3 &&
                          statement.right().back().operation == Node::Operation::multiply &&
                          statement.references().size() == 3;
  if (!is_product) return std::nullopt;
  return std::pair{statement.references()[0].item,
                   std::vector{statement.references()[1].item, statement.references()[2].item}};
}

}  // namespace

/// 选派105名优秀教师, 每人4000元标准: the name stands around its figure.
std::optional<Decision> Binder::around(std::size_t number) const {
  const Spotted& figure = spotted_[number];
  const std::size_t begin = gap_begin(number);
  std::optional<Decision> found;
  for (std::size_t item = 0; item < lexicon_.words().size(); ++item) {
    if (!fits(word(item), unit(number))) continue;
    for (const std::u32string& name : word(item).names) {
      for (std::size_t half = shortest_part; half + shortest_part <= name.size(); ++half) {
        const std::u32string_view front = std::u32string_view(name).substr(0, half);
        if (!text_.has(figure.end, std::u32string_view(name).substr(half))) continue;
        const std::size_t at = gap(number).rfind(front);
        if (at == std::u32string_view::npos) continue;
        if (is_narrowed(begin + at + half, figure.begin, word(item))) continue;
        if (found && found->word != item) {
          found->reason = Reading::Reason::ambiguous;
          continue;
        }
        found = Decision{};
        found->word = item;
      }
    }
  }
  if (found && found->reason) found->word.reset();
  return found;
}

/// 竣工面积30万平方米(其中魏县5万平方米、馆陶县4万平方米): the item of the whole, in a part of it.
std::optional<Decision> Binder::as_part(std::size_t number) const {
  const Spotted& figure = spotted_[number];
  const std::size_t begin = gap_begin(number);
  const auto behind = scopes_.first_from(begin);
  if (behind == scopes_.mentions().end() || behind->end > figure.begin) return std::nullopt;
  const std::u32string_view in_front = text_.folded(begin, behind->begin);
  const bool is_alone =
      (in_front.empty() || in_front == U"其中" || in_front == U"、" || in_front == U"和") &&
      without_filler(behind->end, figure.begin) == behind->end;
  const std::size_t sentence_begin = text_.sentence_begin(begin);
  const bool is_told = contains(text_.folded(sentence_begin, figure.begin), U"其中");
  const std::vector<Bound> sentence = context_.sentence(figure.begin);
  if (!is_alone || !is_told || sentence.empty()) return std::nullopt;
  const Bound& whole = sentence.back();
  const bool is_within = whole.scope == scopes_.whole() || behind->scope.within() == whole.scope ||
                         behind->scope.within() == whole.scope.within();
  if (!is_within || behind->scope == whole.scope ||
      !(spotted_[whole.figure].figure->unit() == unit(number))) {
    return std::nullopt;
  }
  Decision decision;
  decision.word = whole.word;
  return decision;
}

/// 开工面积112万平方米,占规划的63.49%: of the figure in front, over the plan.
std::optional<Decision> Binder::as_share(std::size_t number) const {
  const std::size_t begin = gap_begin(number);
  const std::size_t end = without_filler(begin, spotted_[number].begin);
  const std::u32string_view words = text_.folded(begin, end);
  const std::size_t share = words.rfind(U"占");
  if (share == std::u32string_view::npos || words.empty() || words.back() != U'的') {
    return std::nullopt;
  }
  const std::u32string_view base = words.substr(share + 1, words.size() - share - 2);
  const std::vector<Bound> sentence = context_.sentence(spotted_[number].begin);
  if (base.empty() || share > 0 || sentence.empty()) return std::nullopt;
  std::vector<std::size_t> meant;
  for (std::size_t item = 0; item < lexicon_.words().size(); ++item) {
    if (!is_quotient(word(item)) || word(item).inputs[0] != word(sentence.back().word).id) continue;
    const Word* whole = lexicon_.word(word(item).inputs[1]);
    if (!whole || !fits(word(item), unit(number))) continue;
    const bool is_named = std::any_of(
        whole->names.begin(), whole->names.end(),
        [&](const std::u32string& name) { return contains(name, base) || contains(base, name); });
    if (is_named) meant.push_back(item);
  }
  if (meant.size() != 1) return std::nullopt;
  Decision decision;
  decision.word = meant.front();
  return decision;
}

/// 完成率66.7%: the rate of that ending whose numerator the sentence has printed.
std::optional<Decision> Binder::as_rate(std::size_t number) const {
  constexpr std::size_t ending_length = 3;
  const std::size_t begin = gap_begin(number);
  const std::size_t end = without_filler(begin, spotted_[number].begin);
  if (end < begin + ending_length || text_.at(end - 1) != U'率') return std::nullopt;
  const std::u32string_view ending = text_.folded(end - ending_length, end);
  const std::u32string_view in_front = text_.folded(begin, end - ending_length);
  if (!in_front.empty()) return std::nullopt;  // another name than the ending alone
  const std::vector<Bound> sentence = context_.sentence(spotted_[number].begin);
  std::vector<std::size_t> meant;
  for (std::size_t item = 0; item < lexicon_.words().size(); ++item) {
    if (!is_quotient(word(item)) || !fits(word(item), unit(number))) continue;
    const bool ends_so = std::any_of(
        word(item).names.begin(), word(item).names.end(), [&](const std::u32string& name) {
          return name.size() >= ending_length && name.substr(name.size() - ending_length) == ending;
        });
    const auto is_printed = [&](const std::string& input) {
      return std::any_of(sentence.begin(), sentence.end(),
                         [&](const Bound& bound) { return word(bound.word).id == input; });
    };
    if (ends_so && is_printed(word(item).inputs[0]) && is_printed(word(item).inputs[1])) {
      meant.push_back(item);
    }
  }
  if (meant.size() != 1) return std::nullopt;
  Decision decision;
  decision.word = meant.front();
  return decision;
}

/// 每人4000元标准资助410人,资助164万元: the product that the catalogue relates to its factors.
std::optional<Decision> Binder::as_product(std::size_t number) const {
  if (!is_plain_verb(gap(number))) return std::nullopt;
  const std::vector<Bound> sentence = context_.sentence(spotted_[number].begin);
  const auto is_printed = [&](const std::string& item) {
    return std::any_of(sentence.begin(), sentence.end(),
                       [&](const Bound& bound) { return word(bound.word).id == item; });
  };
  std::vector<std::size_t> meant;
  for (const Rule& rule : lexicon_.relations()) {
    const auto product = product_of(rule);
    if (!product || is_printed(product->first)) continue;
    const bool has_factors =
        std::all_of(product->second.begin(), product->second.end(), is_printed);
    const Word* item = lexicon_.word(product->first);
    if (!has_factors || !item || !fits(*item, unit(number))) continue;
    meant.push_back(static_cast<std::size_t>(item - lexicon_.words().data()));
  }
  if (meant.size() != 1) return std::nullopt;
  Decision decision;
  decision.word = meant.front();
  return decision;
}

/// True when words between `begin` and the name that begins at `end` change what it means.
bool Binder::is_narrowed(std::size_t begin, std::size_t end, const Word& named) const {
  const std::vector<ScopeMention>& mentions = scopes_.mentions();
  for (auto mention = scopes_.first_from(begin); mention != mentions.end(); ++mention) {
    if (mention->begin >= end) break;
    if (mention->end <= end) begin = mention->end;
  }
  // 个县级职教中心举办培训: what names the figure in front does not narrow the next one.
  for (const Mention& mention : mentions_from(begin)) {
    if (mention.begin > begin) break;
    if (mention.end <= end && is_figure_end(begin)) begin = mention.end;
  }
  const std::u32string_view words = text_.folded(begin, end);
  if (ends_with_negation(words)) return true;
  const std::size_t from = words.find(U'从');
  const std::size_t to = words.find(U'到', from == std::u32string_view::npos ? 0 : from);
  const bool spans_all = from != std::u32string_view::npos && to != std::u32string_view::npos;
  const std::u32string_view left = spans_all ? words.substr(0, from) : words;
  return std::any_of(
      narrowing_words().begin(), narrowing_words().end(), [&](std::u32string_view narrowing) {
        if (!contains(left, narrowing)) return false;
        return std::none_of(named.names.begin(), named.names.end(),
                            [&](const std::u32string& name) { return contains(name, narrowing); });
      });
}

}  // namespace edustat::reader
