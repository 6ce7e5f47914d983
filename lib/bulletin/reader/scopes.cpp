// SPDX-License-Identifier: Apache-2.0
#include "bulletin/reader/scopes.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace edustat::reader {
namespace {

constexpr std::u32string_view levels = U"国省州市县区旗";
constexpr std::u32string_view heads = U"县市区州旗乡镇省";
constexpr std::size_t longest_group = 8;   // characters behind 个
constexpr std::size_t longest_region = 7;  // characters of a name that is not listed
constexpr std::size_t longest_origin = 14;

int rank_of(char32_t level) noexcept {
  if (level == U'国') return 0;
  if (level == U'省') return 1;
  return level == U'市' || level == U'州' ? 2 : 3;
}

/// 县级, 市直, 区内 are no regions.
bool continues_word(char32_t next) noexcept {
  return is_one_of(next, U"级直属教委政内里域长城民场位");
}

/// 山区, 城市, 地区 and so on name no region.
bool is_common_word(char32_t before_head) noexcept {
  return is_one_of(before_head,
                   U"地山社校园片小城郊新灾景牧辖老贫扶重各全我本每该几数农两外都成超");
}

/// The end of 县 or 县(市、区) at `head`.
std::size_t end_of_head(const Characters& text, std::size_t head) noexcept {
  for (const std::u32string_view rest : {U"(市、区)", U"(市,区)", U"(区)", U"(市)"}) {
    if (text.has(head + 1, rest)) return head + 1 + rest.size();
  }
  return head + 1;
}

/// How a group is introduced: with 其中, otherwise, or not at all.
enum class Introduction : std::uint8_t { none, plain, part };

Introduction introduction(const Characters& text, std::size_t position) noexcept {
  while (position > 0 && text.at(position - 1) == U' ') --position;
  for (const std::u32string_view word :
       {U"其中", U"其中:", U"其中,", U"其中涉及", U"其中含", U"其中有", U"其中包括"}) {
    if (text.has_before(position, word)) return Introduction::part;
  }
  if (position == 0 || ends_clause(text.at(position - 1))) return Introduction::plain;
  for (const std::u32string_view word : {U"涉及", U"在", U"对", U"向", U"(", U"全市", U"我市",
                                         U"全省", U"我省", U"全县", U"我县", U"我区", U"全区"}) {
    if (text.has_before(position, word)) return Introduction::plain;
  }
  return Introduction::none;
}

/// The end of the region's name that begins here, `begin` when none does.
std::size_t region_end(const Characters& text, std::size_t begin) noexcept {
  for (std::size_t end = begin; end < begin + longest_region; ++end) {
    const char32_t character = text.at(end);
    const bool is_letter = character >= U'A' && character <= U'Z';  // A县, where names are hidden
    if (!is_han(character) && !is_letter) break;
    if (is_one_of(character, U"个等各全我本年月学贫的和与及在从")) break;
    if (!is_one_of(character, heads) || end == begin) continue;
    const bool is_name = !is_common_word(text.at(end - 1)) && !continues_word(text.at(end + 1));
    return is_name ? end + 1 : begin;
  }
  return begin;
}

}  // namespace

Scopes::Scopes(const Characters& text, const std::vector<Spotted>& spotted,
               const BulletinText::Options& options)
    : text_(text) {
  find_whole(options);
  add_level_words();
  add_groups(spotted);
  add_regions(options.regions, spotted);
  add_origins();
  std::stable_sort(
      mentions_.begin(), mentions_.end(),
      [](const ScopeMention& left, const ScopeMention& right) { return left.begin < right.begin; });
}

void Scopes::find_whole(const BulletinText::Options& options) {
  std::map<char32_t, int> counts;
  for (std::size_t position = 1; position < text_.size(); ++position) {
    if (!is_one_of(text_.at(position), levels)) continue;
    if (is_one_of(text_.at(position - 1), U"全我本")) ++counts[text_.at(position)];
  }
  if (options.region) {
    whole_ = *options.region;
    const std::u32string name = fold(whole_.name());
    level_ = name.empty() ? U'\0' : name.back();
    return;
  }
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& left, const auto& right) { return left.second < right.second; });
  if (most == counts.end()) return;
  level_ = most->first;
  whole_ = Scope::parse(to_utf8(std::u32string(U"全") + level_));
}

Scope Scopes::inside(std::u32string_view name) const {
  const std::string outer = whole_.to_string();
  const std::string inner = to_utf8(name);
  return Scope::parse(outer.empty() ? inner : outer + '>' + inner);
}

void Scopes::add_level_words() {
  for (std::size_t position = 0; position + 1 < text_.size(); ++position) {
    const char32_t level = text_.at(position + 1);
    if (!is_one_of(text_.at(position), U"全我本") || !is_one_of(level, levels)) continue;
    const char32_t before = position > 0 ? text_.at(position - 1) : U' ';
    // 占全市的, 全省第二 and 全国平均 compare; they do not say whose figure it is.
    if (is_one_of(before, U"占居列较比") || is_one_of(text_.at(position + 2), U"第排平首前"))
      continue;
    if (is_one_of(before, U"安健保完齐周") || text_.has(position, U"本科")) continue;
    const bool is_whole = level == level_ || rank_of(level) == rank_of(level_);
    const bool is_above = rank_of(level) < rank_of(level_);
    const Scope scope = is_whole ? whole_ : Scope::parse(to_utf8(std::u32string(U"全") + level));
    mentions_.push_back({position, position + 2, scope, false, !is_whole && !is_above, {}});
  }
}

void Scopes::add_groups(const std::vector<Spotted>& spotted) {
  for (std::size_t number = 0; number < spotted.size(); ++number) {
    const Spotted& figure = spotted[number];
    const bool counts = figure.figure && figure.figure->unit().symbol() == "个";
    const Introduction how = introduction(text_, figure.begin);
    if (!counts || how == Introduction::none) continue;
    std::size_t head = figure.end;
    while (head < figure.end + longest_group && is_han(text_.at(head)) &&
           !is_one_of(text_.at(head), heads)) {
      ++head;
    }
    const std::size_t end = end_of_head(text_, head);
    const bool is_word = head > figure.end && is_common_word(text_.at(head - 1)) &&
                         !is_one_of(text_.at(head - 1), U"贫扶重");
    if (!is_one_of(text_.at(head), heads) || continues_word(text_.at(end)) || is_word) continue;
    mentions_.push_back({figure.begin, end, inside(text_.folded(figure.begin, end)),
                         how == Introduction::part, false, number});
  }
}

void Scopes::add_regions(const std::vector<std::string>& names,
                         const std::vector<Spotted>& spotted) {
  std::vector<bool> is_taken(text_.size());
  for (const ScopeMention& mention : mentions_) {
    std::fill(is_taken.begin() + static_cast<std::ptrdiff_t>(mention.begin),
              is_taken.begin() + static_cast<std::ptrdiff_t>(mention.end), true);
  }
  std::vector<bool> is_behind_figure(text_.size() + 1);
  for (const Spotted& figure : spotted) is_behind_figure[figure.end] = true;
  std::vector<std::u32string> listed;
  for (const std::string& name : names) listed.push_back(fold(name));
  std::size_t last_end = 0;
  for (std::size_t position = 0; position < text_.size(); ++position) {
    const char32_t before = position > 0 ? text_.at(position - 1) : U'\n';
    std::size_t end = position;
    for (const std::u32string& name : listed) {
      if (text_.has(position, name)) end = std::max(end, position + name.size());
    }
    const bool follows = last_end == position - 1 && is_one_of(before, U"、和及与") && last_end > 0;
    const bool is_listed =
        is_one_of(before, U"、和") && position > 0 && is_behind_figure[position - 1];
    const bool begins =
        ends_clause(before) || text_.has_before(position, U"其中") || follows || is_listed;
    if (text_.has(position, U"其中")) continue;
    if (end == position && begins) end = region_end(text_, position);
    if (end == position || is_taken[position]) continue;
    const Scope scope = text_.folded(position, end) == fold(whole_.name())
                            ? whole_
                            : inside(text_.folded(position, end));
    mentions_.push_back({position, end, scope, text_.has_before(position, U"其中"), follows, {}});
    if (follows) mentions_[mentions_.size() - 2].is_unclear = true;
    last_end = end;
    position = end - 1;
  }
}

/// 从市直学校选派105名 counts them where they come from.
void Scopes::add_origins() {
  for (std::size_t position = 0; position < text_.size(); ++position) {
    if (text_.at(position) != U'从') continue;
    for (std::size_t end = position + 2; end < position + longest_origin; ++end) {
      if (ends_clause(text_.at(end)) || end >= text_.size()) break;
      const bool has_verb = text_.has(end, U"选派") || text_.has(end, U"选拔") ||
                            text_.has(end, U"抽调") || text_.has(end, U"选调");
      if (!has_verb) continue;
      if (is_one_of(text_.at(end - 1), U"县市区校乡镇省")) {
        const std::u32string_view name = text_.folded(position + 1, end);
        mentions_.push_back({position, end, inside(name), false, false, {}});
      } else {
        mentions_.push_back({position, end, whole_, false, true, {}});
      }
      break;
    }
  }
}

std::vector<ScopeMention>::const_iterator Scopes::first_from(std::size_t position) const {
  return std::lower_bound(
      mentions_.begin(), mentions_.end(), position,
      [](const ScopeMention& mention, std::size_t at) { return mention.begin < at; });
}

std::vector<Scope> Scopes::row_before(std::size_t position) const {
  std::vector<Scope> row;
  for (auto mention = first_from(position); mention != mentions_.begin();) {
    --mention;
    if (!mention->is_unclear || mention->begin < text_.half_begin(position)) break;
    row.insert(row.begin(), mention->scope);
  }
  return row;
}

std::optional<Scope> Scopes::at(std::size_t position) const {
  const std::size_t sentence = text_.sentence_begin(position);
  const std::size_t half = text_.half_begin(position);
  for (auto mention = first_from(position); mention != mentions_.begin();) {
    --mention;
    if (mention->begin < sentence) break;
    const std::optional<std::size_t> closing = text_.bracket_closing(mention->end);
    if (closing && *closing < position) continue;
    if (mention->is_unclear || (mention->is_part && mention->begin < half)) return std::nullopt;
    return mention->scope;
  }
  return whole_;
}

}  // namespace edustat::reader
