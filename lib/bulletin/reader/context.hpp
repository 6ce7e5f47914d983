// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/scope.hpp"

#include "bulletin/reader/characters.hpp"
#include "bulletin/reader/figures.hpp"
#include "bulletin/reader/lexicon.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace edustat::reader {

/// What a figure was found to be.
struct Decision {
  std::optional<std::size_t> word{};  ///< number in the lexicon
  std::vector<CodeWord> codes{};
  Scope scope{};
  std::optional<Reading::Reason> reason{};  ///< why it is no fact
  std::vector<std::string> items{};
  bool is_change = false;
};

/// A figure that became a fact, for those behind it.
struct Bound {
  std::size_t figure;  ///< number among the spotted
  std::size_t word;    ///< number in the lexicon
  Scope scope;
};

/// What the text around a figure says of the meaning of names: the programmes it speaks of, and
/// the figures of the same sentence.
class Context {
 public:
  Context(const Characters& text, const Lexicon& lexicon, const std::vector<Spotted>& spotted,
          const std::vector<Mention>& mentions);

  /// Takes note of a figure that became a fact.
  void add(const Bound& bound);
  /// The facts of the sentence in which `position` stands, in the order of the text.
  [[nodiscard]] std::vector<Bound> sentence(std::size_t position) const;
  /// The fact that the figure with this number became.
  [[nodiscard]] const Bound* bound(std::size_t figure) const;
  /// True when the paragraph printed the item for this scope before `position`.
  [[nodiscard]] bool has_printed(std::size_t word, const Scope& scope, std::size_t position) const;
  /// True when an indicator or relation of the catalogue holds the item and one of the sentence.
  [[nodiscard]] bool is_akin(std::size_t word, std::size_t position) const;
  /// True when the paragraph speaks of the programme before the end of the sentence.
  [[nodiscard]] bool speaks_of(const std::string& programme, std::size_t position) const;

  /// The one item that is meant by `phrase` for a figure in this unit at `position`.
  [[nodiscard]] Decision resolve(const Phrase& phrase, const Unit& unit,
                                 std::size_t position) const;

 private:
  struct Evidence {
    std::size_t position;
    std::string programme;
  };
  [[nodiscard]] std::vector<std::size_t> preferred(const std::vector<std::size_t>& words,
                                                   std::size_t position) const;

  const Characters& text_;
  const Lexicon& lexicon_;
  const std::vector<Spotted>& spotted_;
  std::vector<Evidence> evidence_;
  std::map<std::string, std::set<std::string>> akin_;
  std::vector<Bound> bound_;
};

}  // namespace edustat::reader
