// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/binder.hpp"

#include "bulletin/reader/wording.hpp"

#include <algorithm>
#include <utility>

namespace edustat::reader {

Binder::Binder(const Characters& text, const Lexicon& lexicon, const std::vector<Spotted>& spotted,
               const Scopes& scopes)
    : text_(text),
      lexicon_(lexicon),
      spotted_(spotted),
      scopes_(scopes),
      mentions_(lexicon.find(text)),
      context_(text, lexicon, spotted, mentions_),
      decisions_(spotted.size()) {}

std::vector<Decision> Binder::bind() {
  std::vector<bool> is_decided(spotted_.size());
  for (std::size_t number = 0; number < spotted_.size(); ++number) {
    if (spotted_[number].kind != Reading::Kind::statistic || is_decided[number]) continue;
    if (distribute(number)) {
      for (std::size_t of_row = number; of_row < row_end(text_, spotted_, number); ++of_row) {
        is_decided[of_row] = true;
      }
      continue;
    }
    decisions_[number] = decide(number);
    if (decisions_[number].word) {
      context_.add({number, *decisions_[number].word, decisions_[number].scope});
      complete(number);
    }
  }
  return std::move(decisions_);
}

Decision Binder::decide(std::size_t number) {
  if (std::optional<Decision> size = as_size_of_group(number)) return *size;
  if (std::optional<Decision> change = as_change(number)) return *change;
  Decision decision;
  decision.reason = Reading::Reason::no_item;
  for (const auto way : {&Binder::around, &Binder::as_share, &Binder::before, &Binder::as_part,
                         &Binder::as_rate, &Binder::behind, &Binder::as_product}) {
    const std::optional<Decision> found = (this->*way)(number);
    if (!found) continue;
    if (!found->word && decision.reason != Reading::Reason::no_item) continue;
    decision = *found;
    if (decision.word || decision.reason == Reading::Reason::restricted) break;
  }
  if (!decision.word) return decision;
  const bool has_scope = !decision.codes.empty();  // that of its total
  if (!has_scope) {
    const std::optional<Scope> scope = scopes_.at(spotted_[number].begin);
    if (scope) decision.scope = *scope;
    if (!scope) decision.reason = Reading::Reason::scope_unclear;
  }
  if (speaks_of_other_period(text_, spotted_[number].begin)) {
    decision.reason = Reading::Reason::other_period;
  }
  if (!has_scope && !decision.reason && is_unnamed_part(number, decision)) {
    decision.reason = Reading::Reason::restricted;
  }
  if (decision.reason) {
    decision.items = {word(*decision.word).id};
    decision.word.reset();
  }
  return decision;
}

/// 资助金额1052万元,其中学前教育资助金额129万元: a part that the catalogue has no name for.
bool Binder::is_unnamed_part(std::size_t number, const Decision& decision) const {
  const std::size_t position = spotted_[number].begin;
  const std::u32string_view half = text_.folded(text_.half_begin(position), position);
  return half.find(U"其中") != std::u32string_view::npos &&
         context_.has_printed(*decision.word, decision.scope, position);
}

std::optional<Decision> Binder::as_size_of_group(std::size_t number) const {
  const std::vector<ScopeMention>& mentions = scopes_.mentions();
  for (auto at = scopes_.first_from(spotted_[number].begin); at != mentions.end(); ++at) {
    const ScopeMention& mention = *at;
    if (mention.begin > spotted_[number].begin) break;
    if (mention.size != number) continue;
    const std::u32string noun(text_.folded(spotted_[number].end, mention.end));
    const Phrase* phrase = lexicon_.find(noun + U"数");
    if (!phrase) phrase = lexicon_.find(std::u32string(U"县数"));
    Decision decision;
    decision.scope = mention.scope;
    decision.reason = Reading::Reason::no_item;
    if (phrase && phrase->items.size() == 1) {
      decision.word = phrase->items.front();
      decision.reason.reset();
    }
    return decision;
  }
  return std::nullopt;
}

std::optional<Decision> Binder::as_change(std::size_t number) const {
  const std::size_t begin = gap_begin(number);
  const std::optional<std::size_t> words = change_begin(text_, begin, spotted_[number].begin);
  if (!words) return std::nullopt;
  Decision decision;
  decision.is_change = true;
  const std::vector<Mention> named = ending_at(*words, begin);
  const std::vector<Bound> sentence = context_.sentence(spotted_[number].begin);
  if (!named.empty() && named.front().phrase->items.size() == 1) {
    decision.items = {word(named.front().phrase->items.front()).id};
  } else if (named.empty() && !sentence.empty()) {
    decision.items = {word(sentence.back().word).id};
  }
  return decision;
}

std::optional<Decision> Binder::before(std::size_t number) const {
  const std::size_t begin = gap_begin(number);
  const std::size_t end = without_filler(begin, spotted_[number].begin);
  const std::vector<Mention> named = ending_at(end, begin);
  if (named.empty()) return std::nullopt;
  if (const auto category = as_category(number, *named.front().phrase)) return category;
  Decision decision = context_.resolve(*named.front().phrase, unit(number), end);
  std::size_t first = named.front().begin;
  // 已完成投资 holds 完成投资: the figures of the sentence tell which is meant.
  for (const Mention& shorter : named) {
    if (decision.word && context_.is_akin(*decision.word, end)) break;
    const Decision other = context_.resolve(*shorter.phrase, unit(number), end);
    if (!other.word || !context_.is_akin(*other.word, end)) continue;
    decision = other;
    first = shorter.begin;
  }
  if (decision.word && is_narrowed(begin, first, word(*decision.word))) {
    decision.items = {word(*decision.word).id};
    decision.word.reset();
    decision.reason = Reading::Reason::restricted;
  }
  return decision;
}

/// 残疾人培训290人次 behind the total of the trainings, in brackets or not.
std::optional<Decision> Binder::as_category(std::size_t number, const Phrase& phrase) const {
  if (phrase.codes.empty()) return std::nullopt;
  const std::vector<Bound> sentence = context_.sentence(spotted_[number].begin);
  for (auto head = sentence.rbegin(); head != sentence.rend(); ++head) {
    const Word& total = word(head->word);
    for (const CodeWord& code : phrase.codes) {
      const bool has_dimension = std::find(total.dimensions.begin(), total.dimensions.end(),
                                           code.dimension) != total.dimensions.end();
      // A kind is sometimes printed in persons where its total is in person-times.
      const bool is_of_kind = fits(total, unit(number)) ||
                              (total.unit.dimension().is_count() && unit(number).symbol() == "人");
      if (!has_dimension || !is_of_kind) continue;
      Decision decision;
      decision.word = head->word;
      decision.codes = {code};
      decision.scope = head->scope;
      return decision;
    }
  }
  return std::nullopt;
}

std::optional<Decision> Binder::behind(std::size_t number) const {
  const std::size_t end = spotted_[number].end;
  const std::size_t stop = text_.clause_end(end);
  const bool is_of_next = number + 1 < spotted_.size() && spotted_[number + 1].begin < stop;
  std::optional<Decision> decision;
  std::size_t position = text_.at(end) == U'的' ? end + 1 : end;
  for (const Mention& mention : mentions_from(end)) {
    if (mention.begin < position) continue;
    if (mention.begin != position || mention.end > stop) break;
    const bool leads_on =
        is_of_next && without_filler(mention.end, spotted_[number + 1].begin) == mention.end;
    if (leads_on) break;
    const Decision meant = context_.resolve(*mention.phrase, unit(number), position);
    const bool is_last = mention.end == stop;
    // 任务全部竣工: the predicate says what the figure is, where it ends the clause.
    if (meant.word && (!decision || is_last)) decision = meant;
    if (!decision) decision = meant;
    position = mention.end;
  }
  return decision;
}

/// The items that are named in front of 分别, in their order: 开竣工率, 开工率和竣工率.
std::vector<Decision> Binder::named_row(std::size_t end, std::size_t number) const {
  std::vector<Decision> row;
  for (;;) {
    const std::vector<Mention> named = ending_at(end, text_.sentence_begin(end));
    if (named.empty()) return row;
    const Phrase& phrase = *named.front().phrase;
    if (phrase.row.empty()) {
      row.insert(row.begin(), context_.resolve(phrase, unit(number), end));
    }
    for (auto item = phrase.row.rbegin(); item != phrase.row.rend(); ++item) {
      const Phrase alone{phrase.words, {*item}, {}, {}, {}, phrase.is_label};
      row.insert(row.begin(), context_.resolve(alone, unit(number), end));
    }
    end = named.front().begin;
    if (end == 0 || !is_one_of(text_.at(end - 1), U"、和及与")) return row;
    --end;
  }
}

bool Binder::distribute(std::size_t first) {
  const std::optional<std::size_t> words =
      distribution(text_, gap_begin(first), spotted_[first].begin);
  if (!words) return false;
  const std::size_t count = row_end(text_, spotted_, first) - first;
  std::vector<Decision> row = named_row(*words, first);
  const std::optional<Scope> scope = scopes_.at(spotted_[first].begin);
  std::vector<Scope> scopes(count, scope.value_or(Scope()));
  if (!scope) scopes = scopes_.row_before(spotted_[first].begin);
  if (row.size() == 1 && !scope) row.resize(count, row.front());  // one item of several regions
  const bool all_known =
      row.size() == count && std::all_of(row.begin(), row.end(), [](const Decision& decision) {
        return decision.word.has_value();
      });
  for (std::size_t of_row = 0; of_row < count; ++of_row) {
    Decision& decision = decisions_[first + of_row];
    decision.reason = Reading::Reason::distribution;
    const bool is_pair =
        all_known && scopes.size() == count && fits(word(*row[of_row].word), unit(first + of_row));
    if (!is_pair) continue;
    decision = row[of_row];
    decision.scope = scopes[of_row];
    context_.add({first + of_row, *decision.word, decision.scope});
  }
  return true;
}

void Binder::complete(std::size_t number) {
  if (number < 2 || !text_.has(spotted_[number - 2].end, U"其中")) return;
  // The size of the group stands between them.
  Decision& whole = decisions_[number - 2];
  const bool is_open = spotted_[number - 2].kind == Reading::Kind::statistic && !whole.word &&
                       whole.reason == Reading::Reason::no_item &&
                       spotted_[number - 2].figure->unit() == unit(number);
  const std::optional<Scope> scope = scopes_.at(spotted_[number - 2].begin);
  const bool is_size = decisions_[number - 1].word &&
                       scopes_.at(spotted_[number].begin) == decisions_[number - 1].scope;
  if (!is_open || !is_size || !scope) return;
  whole = decisions_[number];
  whole.scope = *scope;
}

std::size_t Binder::gap_begin(std::size_t number) const {
  const std::size_t end = spotted_[number].begin;
  std::size_t begin = number > 0 ? spotted_[number - 1].end : 0;
  begin = std::max(begin, text_.sentence_begin(end));
  for (std::size_t at = end; at > begin; --at) {
    const char32_t sign = text_.at(at - 1);
    if ((ends_clause(sign) || sign == U'(') && !is_inside_name(at - 1)) {
      const std::optional<std::size_t> closing = text_.bracket_closing(at);
      if (sign == U'(' && closing && *closing < end) continue;  // a bracket without figures
      return at;
    }
  }
  return begin;
}

std::size_t Binder::without_filler(std::size_t begin, std::size_t end) const {
  for (bool goes_on = true; goes_on && end > begin && ending_at(end, begin).empty();) {
    goes_on = false;
    if (text_.at(end - 1) == U')') {
      const std::optional<std::size_t> opening = text_.bracket_opening(end);
      if (opening && *opening >= begin) {
        end = *opening;
        goes_on = true;
        continue;
      }
    }
    const std::size_t length = filler_length(text_, begin, end);
    end -= length;
    goes_on = length > 0;
  }
  return end;
}

std::vector<Mention> Binder::ending_at(std::size_t end, std::size_t begin) const {
  std::vector<Mention> named;
  for (const Mention& mention : mentions_from(begin)) {
    if (mention.begin >= end) break;
    if (mention.end == end) named.push_back(mention);
  }
  return named;  // the longest first
}

std::span<const Mention> Binder::mentions_from(std::size_t position) const {
  const auto first =
      std::lower_bound(mentions_.begin(), mentions_.end(), position,
                       [](const Mention& mention, std::size_t at) { return mention.begin < at; });
  return {mentions_.data() + (first - mentions_.begin()), mentions_.data() + mentions_.size()};
}

bool Binder::is_inside_name(std::size_t position) const {
  constexpr std::size_t longest_name = 40;
  for (const Mention& mention :
       mentions_from(position > longest_name ? position - longest_name : 0)) {
    if (mention.begin >= position) break;
    if (position < mention.end - 1) return true;
  }
  return false;
}

bool Binder::is_figure_end(std::size_t position) const {
  const auto figure =
      std::lower_bound(spotted_.begin(), spotted_.end(), position,
                       [](const Spotted& spotted, std::size_t at) { return spotted.end < at; });
  return figure != spotted_.end() && figure->end == position;
}

}  // namespace edustat::reader
