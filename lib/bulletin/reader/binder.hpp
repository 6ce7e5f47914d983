// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bulletin/reader/context.hpp"
#include "bulletin/reader/scopes.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace edustat::reader {

/// Binds the statistics of a text to items, scopes and categories, one after the other.
class Binder {
 public:
  Binder(const Characters& text, const Lexicon& lexicon, const std::vector<Spotted>& spotted,
         const Scopes& scopes);

  /// One decision for each spotted figure; those of other kinds are empty.
  [[nodiscard]] std::vector<Decision> bind();

 private:
  [[nodiscard]] Decision decide(std::size_t number);
  [[nodiscard]] bool is_unnamed_part(std::size_t number, const Decision& decision) const;
  // The ways in which a name stands with its figure, each empty where it does not.
  [[nodiscard]] std::optional<Decision> as_size_of_group(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> as_change(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> around(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> before(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> as_category(std::size_t number, const Phrase& phrase) const;
  [[nodiscard]] std::optional<Decision> as_part(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> as_share(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> as_rate(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> behind(std::size_t number) const;
  [[nodiscard]] std::optional<Decision> as_product(std::size_t number) const;
  /// 分别达到a、b: decides all figures of the row, or none.
  bool distribute(std::size_t first);
  [[nodiscard]] std::vector<Decision> named_row(std::size_t end, std::size_t number) const;
  /// 50所其中7个扶贫县27所: the figure in front has the item of the one behind.
  void complete(std::size_t number);

  [[nodiscard]] std::size_t gap_begin(std::size_t number) const;
  [[nodiscard]] std::size_t without_filler(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::vector<Mention> ending_at(std::size_t end, std::size_t begin) const;
  [[nodiscard]] std::span<const Mention> mentions_from(std::size_t position) const;
  [[nodiscard]] bool is_inside_name(std::size_t position) const;
  [[nodiscard]] bool is_figure_end(std::size_t position) const;
  [[nodiscard]] bool is_narrowed(std::size_t begin, std::size_t end, const Word& word) const;
  [[nodiscard]] const Unit& unit(std::size_t number) const {
    return spotted_[number].figure->unit();
  }
  [[nodiscard]] const Word& word(std::size_t number) const { return lexicon_.words()[number]; }
  [[nodiscard]] std::u32string_view gap(std::size_t number) const {
    return text_.folded(gap_begin(number), spotted_[number].begin);
  }

  const Characters& text_;
  const Lexicon& lexicon_;
  const std::vector<Spotted>& spotted_;
  const Scopes& scopes_;
  std::vector<Mention> mentions_;
  Context context_;
  std::vector<Decision> decisions_;
};

}  // namespace edustat::reader
