// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/lexicon.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>
#include <variant>

namespace edustat::reader {
namespace {

constexpr std::size_t shortest_phrase = 2;

/// The declared labels say 竣工学校数, the texts 竣工学校: the word for number is left out.
std::u32string without_number_word(const std::u32string& words) {
  const bool has_word = words.size() > shortest_phrase && words.back() == U'数';
  return has_word ? words.substr(0, words.size() - 1) : std::u32string();
}

/// True for the kind of unit that a measure has which stands for any item (本期数, 部分数).
bool is_of_any_item(const Measure& measure) {
  const std::vector<Dimension::Factor> factors = measure.unit.dimension().factors();
  return measure.time == TimeRule::ratio ||
         std::any_of(factors.begin(), factors.end(), [](const Dimension::Factor& factor) {
           return factor.kind.name() == "item_unit";
         });
}

/// An item of a template (同比增长, 占比) says nothing of its own: it is not bound by its name.
bool is_template(const Catalogue& catalogue, const Catalogue::Item& item) {
  if (const auto* measure = std::get_if<const Measure*>(&item)) return is_of_any_item(**measure);
  const auto references = std::get<const Indicator*>(item)->formula.references();
  return std::any_of(references.begin(), references.end(), [&](const Reference& reference) {
    return reference.needs_panel() || is_template(catalogue, catalogue.find(reference.item));
  });
}

/// How many characters two words end with together.
std::size_t common_ending(std::u32string_view left, std::u32string_view right) {
  std::size_t length = 0;
  while (length < left.size() && length < right.size() &&
         left[left.size() - 1 - length] == right[right.size() - 1 - length]) {
    ++length;
  }
  return length;
}

/// The units of several catalogues as one system; a word keeps its first meaning.
UnitSystem united(std::span<const Catalogue> catalogues) {
  UnitSystem units = catalogues.empty() ? UnitSystem() : catalogues.front().units();
  for (const Catalogue& catalogue : catalogues) {
    for (const auto& [word, unit] : catalogue.units().words()) {
      if (units.match(word).length != word.size()) units = units.define(unit, {word});
    }
  }
  return units;
}

}  // namespace

Lexicon::Lexicon(std::span<const Catalogue> catalogues) : units_(united(catalogues)) {
  for (const Catalogue& catalogue : catalogues) add(catalogue);
  add_rows();
  for (auto& [words, phrase] : phrases_) {
    phrase.words = words;
    by_beginning_[words.substr(0, shortest_phrase)].push_back(&phrase);
  }
  for (auto& [beginning, phrases] : by_beginning_) {
    std::stable_sort(phrases.begin(), phrases.end(), [](const Phrase* left, const Phrase* right) {
      return left->words.size() > right->words.size();
    });
  }
}

void Lexicon::add(const Catalogue& catalogue) {
  for (const Measure& measure : catalogue.measures()) {
    if (is_template(catalogue, &measure)) continue;
    add_word({&measure, measure.full_id(), measure.catalogue, measure.unit, {}, measure.dimensions},
             measure.label, measure.aliases);
  }
  for (const Indicator& indicator : catalogue.indicators()) {
    if (is_template(catalogue, &indicator)) continue;
    Word word{&indicator, indicator.full_id(), indicator.catalogue, indicator.unit,
              {},         indicator.dimensions};
    for (const Reference& reference : indicator.formula.references()) {
      word.inputs.push_back(reference.item);
    }
    add_word(std::move(word), indicator.label, indicator.aliases);
  }
  for (const CodeList& list : catalogue.code_lists()) add_codes(list);
  relations_.insert(relations_.end(), catalogue.relations().begin(), catalogue.relations().end());
  add_programme(catalogue.id(), catalogue.label());
  for (const std::string& id : Catalogue::builtin_ids()) {
    const bool is_part = std::any_of(words_.begin(), words_.end(),
                                     [&](const Word& word) { return word.programme == id; });
    if (is_part) add_programme(id, Catalogue::builtin(id).label());
  }
}

void Lexicon::add_word(Word word, const Label& label, std::span<const std::string> aliases) {
  if (this->word(word.id)) return;  // given twice, by catalogues that extend the same one
  const std::size_t number = words_.size();
  const auto add_name = [&](const std::u32string& name, bool is_label) {
    if (name.size() < shortest_phrase) return;
    Phrase& known = phrase(name);
    const bool is_new =
        std::find(known.items.begin(), known.items.end(), number) == known.items.end();
    if (is_new) known.items.push_back(number);
    known.is_label = known.is_label || is_label;
    word.names.push_back(name);
  };
  add_name(fold(label.zh), true);
  add_name(without_number_word(fold(label.zh)), true);
  for (const std::string& alias : aliases) add_name(fold(alias), false);
  words_.push_back(std::move(word));
}

void Lexicon::add_codes(const CodeList& list) {
  for (const Code& code : list.codes) {
    std::set<std::u32string> names{fold(code.label.zh)};
    for (const std::string& alias : code.aliases) names.insert(fold(alias));
    for (const std::u32string& name : names) {
      if (name.size() >= shortest_phrase) phrase(name).codes.push_back({list.id, code.id});
    }
  }
}

void Lexicon::add_programme(const std::string& id, const Label& label) {
  const std::u32string name = fold(label.zh);
  if (name.size() < shortest_phrase) return;
  std::vector<std::string>& programmes = phrase(name).programmes;
  if (std::find(programmes.begin(), programmes.end(), id) == programmes.end()) {
    programmes.push_back(id);
  }
}

/// 开工率 and 竣工率 of one programme are printed as one word, 开竣工率.
void Lexicon::add_rows() {
  constexpr std::size_t shortest_ending = 2;
  for (std::size_t first = 0; first < words_.size(); ++first) {
    for (std::size_t second = 0; second < words_.size(); ++second) {
      const Word& left = words_[first];
      const Word& right = words_[second];
      if (first == second || left.programme != right.programme || left.names.empty() ||
          right.names.empty() || !(left.unit == right.unit)) {
        continue;
      }
      const std::u32string& name = left.names.front();
      const std::u32string& other = right.names.front();
      const std::size_t ending = common_ending(name, other);
      if (ending < shortest_ending || name.size() != ending + 1 || other.size() != ending + 1) {
        continue;
      }
      Phrase& row = phrase(name.substr(0, 1) + other);
      if (row.row.empty() && row.items.empty()) row.row = {first, second};
    }
  }
}

std::vector<Mention> Lexicon::find(const Characters& text) const {
  std::vector<Mention> mentions;
  for (std::size_t position = 0; position + shortest_phrase <= text.size(); ++position) {
    const auto begins =
        by_beginning_.find(std::u32string(text.folded(position, position + shortest_phrase)));
    if (begins == by_beginning_.end()) continue;
    for (const Phrase* phrase : begins->second) {
      if (!text.has(position, phrase->words)) continue;
      mentions.push_back({position, position + phrase->words.size(), phrase});
      break;
    }
  }
  return mentions;
}

const Phrase* Lexicon::find(std::u32string_view words) const {
  const auto found = phrases_.find(std::u32string(words));
  return found == phrases_.end() ? nullptr : &found->second;
}

const Word* Lexicon::word(std::string_view full_id) const noexcept {
  const auto found = std::find_if(words_.begin(), words_.end(),
                                  [&](const Word& word) { return word.id == full_id; });
  return found == words_.end() ? nullptr : &*found;
}

bool fits(const Word& word, const Unit& printed) {
  const Dimension& declared = word.unit.dimension();
  if (printed.dimension() == declared) return true;
  if (printed.dimension().is_ratio()) return false;
  if (printed.dimension() == declared.without_divisor_counts()) return true;
  // 个 and 套 count what the sentence says.
  return declared.is_count() && printed.symbol() == word.unit.symbol();
}

}  // namespace edustat::reader
