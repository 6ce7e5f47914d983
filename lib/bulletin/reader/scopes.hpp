// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/reader.hpp"
#include "edustat/place/scope.hpp"

#include "bulletin/reader/characters.hpp"
#include "bulletin/reader/figures.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace edustat::reader {

/// Words that say of which region or group the figures behind them are.
struct ScopeMention {
  std::size_t begin;
  std::size_t end;
  Scope scope;
  bool is_part;     ///< introduced with 其中: ends with its half of the sentence
  bool is_unclear;  ///< 全县 in the text of a city: of which county it does not say
  std::optional<std::size_t> size{};  ///< the spotted figure that says how many, of a group
};

/// The scopes of a text.
class Scopes {
 public:
  Scopes(const Characters& text, const std::vector<Spotted>& spotted,
         const BulletinText::Options& options);

  /// The whole of which the text speaks.
  [[nodiscard]] const Scope& whole() const noexcept { return whole_; }
  /// In the order of the text.
  [[nodiscard]] const std::vector<ScopeMention>& mentions() const noexcept { return mentions_; }
  /// The first mention that begins at `position` or behind it.
  [[nodiscard]] std::vector<ScopeMention>::const_iterator first_from(std::size_t position) const;
  /// The scope of what is said at `position`; nothing where the text does not tell.
  [[nodiscard]] std::optional<Scope> at(std::size_t position) const;

  /// The regions of a list (魏县、馆陶县) that is the last one in front of `position`.
  [[nodiscard]] std::vector<Scope> row_before(std::size_t position) const;

 private:
  void find_whole(const BulletinText::Options& options);
  void add_level_words();
  void add_groups(const std::vector<Spotted>& spotted);
  void add_regions(const std::vector<std::string>& names, const std::vector<Spotted>& spotted);
  void add_origins();
  [[nodiscard]] Scope inside(std::u32string_view name) const;

  const Characters& text_;
  Scope whole_;
  char32_t level_ = U'\0';  // 国, 省, 市, 县, 区: of the whole
  std::vector<ScopeMention> mentions_;
};

}  // namespace edustat::reader
