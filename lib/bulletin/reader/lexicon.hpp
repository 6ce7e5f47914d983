// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/unit_system.hpp"

#include "bulletin/reader/characters.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::reader {

/// An item of the catalogues, as the reader asks for it.
struct Word {
  Catalogue::Item item;
  std::string id;         ///< full id
  std::string programme;  ///< id of the catalogue that declares it
  Unit unit{};
  std::vector<std::string> inputs{};      ///< full ids in its formula
  std::vector<std::string> dimensions{};  ///< its code lists
  std::vector<std::u32string> names{};    ///< label and aliases
};

/// A code of a code list.
struct CodeWord {
  std::string dimension;
  std::string code;
};

/// What one phrase can mean.
struct Phrase {
  std::u32string words;
  std::vector<std::size_t> items{};  ///< numbers of words, any of which it can mean
  std::vector<std::size_t> row{};    ///< for 开竣工率: the items that it names, in their order
  std::vector<CodeWord> codes{};     ///< categories of this name
  std::vector<std::string> programmes{};  ///< catalogues of this name
  bool is_label = false;                  ///< the label of an item, not only an alias
};

/// A phrase in the text.
struct Mention {
  std::size_t begin;
  std::size_t end;
  const Phrase* phrase;
};

/// Labels and aliases of the catalogues.
class Lexicon {
 public:
  explicit Lexicon(std::span<const Catalogue> catalogues);
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  /// Every phrase in the text, the longest at each character, in order; they may overlap.
  [[nodiscard]] std::vector<Mention> find(const Characters& text) const;
  /// The phrase of these words, if it is one.
  [[nodiscard]] const Phrase* find(std::u32string_view words) const;

  [[nodiscard]] const std::vector<Word>& words() const noexcept { return words_; }
  [[nodiscard]] const Word* word(std::string_view full_id) const noexcept;
  [[nodiscard]] const std::vector<Rule>& relations() const noexcept { return relations_; }
  [[nodiscard]] const UnitSystem& units() const noexcept { return units_; }

 private:
  void add(const Catalogue& catalogue);
  void add_word(Word word, const Label& label, std::span<const std::string> aliases);
  void add_codes(const CodeList& list);
  void add_programme(const std::string& id, const Label& label);
  void add_rows();
  Phrase& phrase(const std::u32string& words) { return phrases_[words]; }

  std::vector<Word> words_;
  std::vector<Rule> relations_;
  UnitSystem units_;
  std::map<std::u32string, Phrase> phrases_;
  std::map<std::u32string, std::vector<const Phrase*>> by_beginning_;  // long phrases first
};

/// True when a figure in this unit can be one of the item: the same dimension or classifier, or
/// 元 for 元/人.
[[nodiscard]] bool fits(const Word& word, const Unit& printed);

}  // namespace edustat::reader
