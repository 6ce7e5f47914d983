// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/context.hpp"

#include <algorithm>

namespace edustat::reader {
namespace {

constexpr std::size_t telling_label = 4;  // characters of a label that stands for itself
constexpr std::size_t telling_alias = 5;  // an alias is often a turn of speech

/// A short name (图书, 竣工率, 发放贷款) means the item only where the text speaks of its
/// programme.
bool is_telling(const Phrase& phrase) {
  return phrase.words.size() >= (phrase.is_label ? telling_label : telling_alias);
}

}  // namespace

Context::Context(const Characters& text, const Lexicon& lexicon,
                 const std::vector<Spotted>& spotted, const std::vector<Mention>& mentions)
    : text_(text), lexicon_(lexicon), spotted_(spotted) {
  for (const Mention& mention : mentions) {
    std::set<std::string> programmes(mention.phrase->programmes.begin(),
                                     mention.phrase->programmes.end());
    if (is_telling(*mention.phrase)) {
      for (const std::size_t word : mention.phrase->items) {
        programmes.insert(lexicon.words()[word].programme);
      }
    }
    if (programmes.size() == 1) evidence_.push_back({mention.begin, *programmes.begin()});
  }
  const auto join = [&](const std::vector<std::string>& items) {
    for (const std::string& item : items) akin_[item].insert(items.begin(), items.end());
  };
  for (const Word& word : lexicon.words()) {
    std::vector<std::string> items = word.inputs;
    items.push_back(word.id);
    if (items.size() > 1) join(items);
  }
  for (const Rule& rule : lexicon.relations()) {
    std::vector<std::string> items;
    for (const Reference& reference : rule.statement.references()) items.push_back(reference.item);
    join(items);
  }
}

void Context::add(const Bound& bound) {
  bound_.push_back(bound);
}

std::vector<Bound> Context::sentence(std::size_t position) const {
  std::vector<Bound> bound;
  const std::size_t begin = text_.sentence_begin(position);
  for (auto known = bound_.rbegin(); known != bound_.rend(); ++known) {
    const std::size_t at = spotted_[known->figure].begin;
    if (at < begin) break;
    if (at < position) bound.insert(bound.begin(), *known);
  }
  return bound;
}

const Bound* Context::bound(std::size_t figure) const {
  const auto found = std::find_if(bound_.rbegin(), bound_.rend(),
                                  [&](const Bound& bound) { return bound.figure == figure; });
  return found == bound_.rend() ? nullptr : &*found;
}

bool Context::has_printed(std::size_t word, const Scope& scope, std::size_t position) const {
  const std::size_t begin = text_.line_begin(position);
  return std::any_of(bound_.rbegin(), bound_.rend(), [&](const Bound& known) {
    const std::size_t at = spotted_[known.figure].begin;
    return begin <= at && at < position && known.word == word && known.scope == scope;
  });
}

bool Context::is_akin(std::size_t word, std::size_t position) const {
  const auto akin = akin_.find(lexicon_.words()[word].id);
  if (akin == akin_.end()) return false;
  const std::vector<Bound> others = sentence(position);
  return std::any_of(others.begin(), others.end(), [&](const Bound& other) {
    return other.word != word && akin->second.count(lexicon_.words()[other.word].id) > 0;
  });
}

bool Context::speaks_of(const std::string& programme, std::size_t position) const {
  const std::size_t begin = text_.line_begin(position);
  const std::size_t end = text_.sentence_end(position);
  const auto first = std::lower_bound(
      evidence_.begin(), evidence_.end(), begin,
      [](const Evidence& evidence, std::size_t at) { return evidence.position < at; });
  for (auto evidence = first; evidence != evidence_.end() && evidence->position < end; ++evidence) {
    if (evidence->programme == programme) return true;
  }
  for (auto known = bound_.rbegin(); known != bound_.rend(); ++known) {
    if (spotted_[known->figure].begin < begin) break;
    if (lexicon_.words()[known->word].programme == programme) return true;
  }
  return false;
}

/// Those akin to the figures of the sentence, else those of programmes that the text speaks of,
/// where that tells them apart.
std::vector<std::size_t> Context::preferred(const std::vector<std::size_t>& words,
                                            std::size_t position) const {
  std::vector<std::size_t> left;
  for (const std::size_t word : words) {
    if (is_akin(word, position)) left.push_back(word);
  }
  if (left.size() == 1) return left;
  if (left.empty()) left = words;
  std::vector<std::size_t> spoken;
  for (const std::size_t word : left) {
    if (speaks_of(lexicon_.words()[word].programme, position)) spoken.push_back(word);
  }
  return spoken.size() == 1 ? spoken : left;
}

Decision Context::resolve(const Phrase& phrase, const Unit& unit, std::size_t position) const {
  std::vector<std::size_t> words;
  for (const std::size_t word : phrase.items) {
    if (fits(lexicon_.words()[word], unit)) words.push_back(word);
  }
  Decision decision;
  const auto list = [&](const std::vector<std::size_t>& numbers) {
    for (const std::size_t word : numbers) decision.items.push_back(lexicon_.words()[word].id);
  };
  if (words.empty()) {
    list(phrase.items);
    decision.reason = phrase.items.empty() ? Reading::Reason::no_item : Reading::Reason::other_unit;
    return decision;
  }
  if (words.size() > 1) words = preferred(words, position);
  if (words.size() > 1) {
    list(words);
    decision.reason = Reading::Reason::ambiguous;
    return decision;
  }
  const bool is_known = is_telling(phrase) || is_akin(words.front(), position) ||
                        speaks_of(lexicon_.words()[words.front()].programme, position);
  if (is_known) {
    decision.word = words.front();
  } else {
    list(words);
    decision.reason = Reading::Reason::programme_unclear;
  }
  return decision;
}

}  // namespace edustat::reader
