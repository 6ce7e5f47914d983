// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/unit_system.hpp"

#include "error/utf8.hpp"
#include "quantity/unit_reader.hpp"
#include "quantity/unit_words.hpp"
#include "quantity/word_index.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace edustat {

struct UnitSystem::Data {
  detail::WordIndex words{};
  detail::WordIndex compounds{};  // of built-in words, made once
};

namespace {

using detail::LeadingScale;
using detail::UnitReader;
using detail::WordIndex;

[[noreturn]] void refuse(ErrorCode code, std::string_view word, Place place = {}) {
  throw UnitError(Fault{code, {text::excerpt(word)}, std::move(place)});
}

/// A word that could never be found in a text, or would be taken for part of a number.
bool is_unusable(std::string_view word) {
  if (word.empty() || text::find_invalid(word) != word.size()) return true;
  for (std::size_t offset = 0; offset < word.size();) {
    if (const char32_t character = text::decode(word, offset);
        text::is_forbidden(character) || character < U' ') {
      return true;
    }
  }
  return word.front() == ' ' || word.back() == ' ' || (word.front() >= '0' && word.front() <= '9');
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// False when a compound unit or a power may go on with `rest`.
bool ends_unit(std::string_view rest) noexcept {
  // The first bytes of / and ^, of a space in front of /, and of the middle dots.
  return rest.empty() ||
         std::string_view("/^ \xC2\xE2\xE3").find(rest[0]) == std::string_view::npos;
}

// Compounds that bulletins use most; every other one is put together when it is read.
constexpr std::array<std::string_view, 13> common_compounds{
    "元/人",     "元/人次", "元/生", "元/册",       "元/套",       "元/平方米",  "平方米/生",
    "平方米/人", "册/生",   "人/生", "人/百名学生", "间/百名学生", "台/百名学生"};

std::vector<WordIndex::Entry> compounds_of(const WordIndex& words) {
  const WordIndex none;
  std::vector<WordIndex::Entry> entries;
  for (const std::string_view text : common_compounds) {
    UnitReader reader(text, words, none);
    entries.push_back({std::string(text), *reader.read(LeadingScale::refused)});
  }
  return entries;
}

/// The word, or the common compound, that is the whole unit at the start of `text`; nothing when
/// only reading can tell.
const WordIndex::Entry* simple_unit(std::string_view text, const WordIndex& words,
                                    const WordIndex& compounds, const WordIndex& own) noexcept {
  const auto longest = [&](std::string_view part) {
    return detail::longer(words.longest(part), own.longest(part));
  };
  const WordIndex::Entry* word = longest(text);
  if (word == nullptr || ends_unit(text.substr(word->word.size()))) return word;
  const WordIndex::Entry* compound = compounds.longest(text);
  if (compound == nullptr || !ends_unit(text.substr(compound->word.size()))) return nullptr;
  // 元/人民币元 begins with 元/人 too.
  const std::size_t divisor = compound->word.find('/') + 1;
  const WordIndex::Entry* below = longest(text.substr(divisor));
  return divisor + below->word.size() == compound->word.size() ? compound : nullptr;
}

}  // namespace

const UnitSystem::Data& UnitSystem::builtin() {
  // The owners outlive every unit of the indexes, which then count no references.
  static const std::vector<WordIndex::Entry> words = detail::builtin_words();
  static const std::vector<WordIndex::Entry> compounds = compounds_of(WordIndex(words));
  const auto borrowed = [](std::vector<WordIndex::Entry> entries) {
    for (WordIndex::Entry& entry : entries) entry.unit = entry.unit.borrowed();
    return WordIndex(std::move(entries));
  };
  static const Data data{borrowed(words), borrowed(compounds)};
  return data;
}

UnitSystem::UnitSystem() {
  static const Data none;
  data_ = std::shared_ptr<const Data>(std::shared_ptr<const Data>(), &none);
}

UnitSystem::UnitSystem(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

UnitSystem UnitSystem::define(const Unit& unit, const std::vector<std::string>& words) const {
  std::vector<WordIndex::Entry> entries = data_->words.entries();
  std::vector<std::string> all = words;
  all.insert(all.begin(), unit.symbol());
  for (const std::string& word : all) {
    const std::string folded = detail::fold_width(word);
    if (is_unusable(folded)) refuse(ErrorCode::malformed_unit, word);
    const auto same = std::find_if(entries.begin(), entries.end(),
                                   [&](const auto& entry) { return entry.word == folded; });
    UnitReader reader(folded, builtin().words, data_->words);
    const std::optional<Unit> known =
        same != entries.end() ? same->unit : reader.read(LeadingScale::allowed);
    const bool is_known = known && (same != entries.end() || reader.position() == folded.size());
    if (is_known && !(*known == unit)) refuse(ErrorCode::duplicate_unit, word);
    if (!is_known) entries.push_back({folded, unit});
  }
  return UnitSystem(std::make_shared<const Data>(Data{WordIndex(std::move(entries)), {}}));
}

Unit UnitSystem::parse(std::string_view text) const {
  text::require_plain(text, "");
  const std::string folded = detail::fold_width(text);
  const std::string_view whole = trimmed(folded);
  if (whole.empty() || whole == "1") return {};
  // 1/人 is another way of writing /人.
  const std::size_t skipped = whole.substr(0, 2) == "1/" ? 1 : 0;
  UnitReader reader(whole.substr(skipped), builtin().words, data_->words);
  const std::optional<Unit> unit = reader.read(LeadingScale::allowed);
  const std::size_t end = reader.position() + skipped;
  if (unit && end == whole.size()) return *unit;
  const std::string_view word = trimmed(reader.stopped_at());
  UnitReader alone(word, builtin().words, data_->words);
  const bool is_known = alone.read(LeadingScale::allowed) && alone.position() == word.size();
  if (word.empty() || is_known) refuse(ErrorCode::malformed_unit, whole);
  const auto offset = static_cast<std::size_t>(word.data() - folded.data());
  refuse(ErrorCode::unknown_unit, word,
         text::place_in(text, detail::unfolded_length(text, offset), ""));
}

UnitSystem::Match UnitSystem::match(std::string_view text) const {
  const auto read = [this](std::string_view narrow) {
    const Data& built_in = builtin();
    const WordIndex::Entry* simple =
        simple_unit(narrow, built_in.words, built_in.compounds, data_->words);
    if (simple != nullptr) return Match{simple->unit, simple->word.size()};
    UnitReader reader(narrow, built_in.words, data_->words);
    const std::optional<Unit> unit = reader.read(LeadingScale::refused);
    return Match{unit.value_or(Unit()), unit ? reader.position() : 0};
  };
  // Full-width forms begin with this byte; U+3000 is left to the caller.
  if (text.find('\xEF') == std::string_view::npos) return read(text);
  const Match folded = read(detail::fold_width(text));
  return {folded.unit, detail::unfolded_length(text, folded.length)};
}

std::vector<std::pair<std::string, Unit>> UnitSystem::words() const {
  std::vector<std::pair<std::string, Unit>> result;
  for (const WordIndex* index : {&builtin().words, &data_->words}) {
    for (const WordIndex::Entry& entry : index->entries()) {
      result.emplace_back(entry.word, entry.unit);
    }
  }
  return result;
}

Unit Unit::parse(std::string_view text) {
  return UnitSystem().parse(text);
}

}  // namespace edustat
