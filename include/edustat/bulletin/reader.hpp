// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/bulletin/bulletin.hpp"
#include "edustat/catalogue/catalogue.hpp"
#include "edustat/error/error.hpp"
#include "edustat/place/period.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// A figure found in a text: where it stands, what it is, and the fact that it became.
struct Reading {
  /// What the digits are.
  enum class Kind : std::uint8_t {
    statistic,        ///< a figure with a unit
    change,           ///< 同比增长, 比上年增加: how another figure moved, never a level
    date,             ///< a year, month or day
    duration,         ///< 3年, 5个月, 20天
    document_number,  ///< 71号
    section_number,   ///< `1.` or `(2)` at the beginning of a line
    ordinal,          ///< 第3
    phone_number,     ///< a telephone or post code
    word,             ///< one Chinese numeral and a unit, a turn of speech: 一所学校
    other             ///< digits without a unit
  };
  /// Why a statistic is not a fact.
  enum class Reason : std::uint8_t {
    no_item,            ///< no label or alias of the catalogue stands with it
    other_unit,         ///< a label stands with it, but its item has another unit
    ambiguous,          ///< several items have that label, and the sentence does not tell which
    programme_unclear,  ///< a short name (图书, 竣工率), and nothing tells the programme
    restricted,  ///< words in front of the label narrow or change it: 未竣工, 幼儿园竣工面积
    scope_unclear,  ///< the text does not say of which region or group
    distribution,   ///< 分别 with other numbers of names and figures
    other_period    ///< of a period that the text does not date: 上年, 去年同期
  };
  std::size_t byte_begin = 0;       ///< first byte, a qualifier (约, 近) included
  std::size_t byte_end = 0;         ///< behind the last byte of its unit
  std::size_t character_begin = 0;  ///< the same, in Unicode characters
  std::size_t character_end = 0;    ///< the same, in Unicode characters

  /// Its sentence, without the 。！？ or line break behind it; cut 2,000 characters away from it.
  std::size_t sentence_byte_begin = 0;
  std::size_t sentence_byte_end = 0;         ///< behind the last byte of the sentence
  std::size_t sentence_character_begin = 0;  ///< the same, in Unicode characters
  std::size_t sentence_character_end = 0;    ///< the same, in Unicode characters
  std::string text{};                        ///< as printed
  Kind kind = Kind::other;                   ///< what it is
  std::optional<std::size_t> fact{};         ///< its number in facts(), from 0
  std::optional<Reason> reason{};            ///< of a statistic that is no fact
  /// Full ids: for Reason::ambiguous what it can mean, for Kind::change the item that moved, where
  /// the text names one.
  std::vector<std::string> items{};
  std::string context{};  ///< its sentence, shortened around it

  /// What it is and why it is no fact, in one sentence.
  [[nodiscard]] std::string explain(Language language) const;
};

/// `statistic` and so on.
[[nodiscard]] std::string_view name_of(Reading::Kind kind) noexcept;
/// `no_item` and so on.
[[nodiscard]] std::string_view name_of(Reading::Reason reason) noexcept;

/// A bulletin that was read from running text.
class BulletinText : public Bulletin {
 public:
  /// What the reader may know beside the text.
  struct Options {
    /// The region that 全市 or 我省 means, `邯郸市`; absent: the word itself is its name.
    std::optional<Scope> region{};
    /// The period of the text; absent: the one that it states (截至2016年11月底), if any.
    std::optional<Period> period{};
    /// Names of regions that may occur. Without them names such as 魏县 are known where they begin
    /// a clause or follow 其中.
    std::vector<std::string> regions{};
  };

  /// The text, as given.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// Every figure, in the order of the text, whether it became a fact or not.
  [[nodiscard]] std::span<const Reading> readings() const noexcept { return readings_; }
  /// The period of the facts that state no other.
  [[nodiscard]] const std::optional<Period>& period() const noexcept { return period_; }

 private:
  friend class TextReader;
  BulletinText(std::vector<Fact> facts, std::string name, std::string text,
               std::vector<Reading> readings, std::optional<Period> period);
  std::string text_;
  std::vector<Reading> readings_;
  std::optional<Period> period_;
};

/// Reads the prose of a bulletin: every figure with its place, bound to an item, a scope and
/// categories by the labels and aliases of the catalogues.
///
/// A figure is bound only where its label stands with it, the unit fits and nothing narrows the
/// label; every other one is listed with the reason. Nothing is guessed: 占规划的 needs the
/// indicator in the catalogue, a bare 竣工率 the programme in the same paragraph. Growth is listed
/// as a change and becomes no fact. Items have their full ids, so that one catalogue that extends
/// the given ones audits the result.
/// @throws ParseError (invalid_utf8, forbidden_character) with line and column, LimitError beyond
/// 16 MiB
[[nodiscard]] BulletinText read_bulletin(std::string_view text,
                                         std::span<const Catalogue> catalogues,
                                         const BulletinText::Options& options,
                                         std::string_view name = {});
/// With one catalogue.
[[nodiscard]] BulletinText read_bulletin(std::string_view text, const Catalogue& catalogue,
                                         const BulletinText::Options& options = {},
                                         std::string_view name = {});

}  // namespace edustat
