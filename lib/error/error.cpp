// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"

#include "error/sentences.hpp"
#include "error/utf8.hpp"

#include <utility>

namespace edustat {
namespace {

const detail::Sentence& sentence_of(ErrorCode code) noexcept {
  return detail::sentences[static_cast<std::size_t>(code)];
}

/// Puts the arguments where `{0}` to `{9}` stand; an argument that was not given reads `?`.
std::string fill(std::string_view sentence, const std::vector<std::string>& arguments) {
  std::string result;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool is_slot = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    if (!is_slot) {
      result += sentence[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(sentence[i + 1] - '0');
    result += number < arguments.size() ? text::printable(arguments[number]) : "?";
    i += 2;
  }
  return result;
}

/// File, line and column as compilers write them, so that editors can jump there.
std::string position(const Place& place) {
  std::string result = place.source;
  for (const std::size_t number : {place.line, place.column}) {
    if (number == 0) continue;
    if (!result.empty()) result += ':';
    result += std::to_string(number);
  }
  return result;
}

std::string named_position(const Place& place) {
  std::string result;
  if (place.line != 0) result = "line " + std::to_string(place.line);
  if (place.column != 0) {
    if (!result.empty()) result += ", ";
    result += "column " + std::to_string(place.column);
  }
  return result;
}

std::string position_in_chinese(const Place& place) {
  std::string result;
  if (place.line != 0) result = "第" + std::to_string(place.line) + "行";
  if (place.column != 0) result += "第" + std::to_string(place.column) + "个字符";
  return result;
}

std::string in_workbook(const Place& place) {
  std::string result = place.source;
  if (!place.sheet.empty()) result += (result.empty() ? "" : ":") + place.sheet;
  if (!place.cell.empty()) result += (result.empty() ? "" : "!") + place.cell;
  return result;
}

std::string place_in_words(const Place& place, Language language) {
  if (!place.sheet.empty() || !place.cell.empty()) return in_workbook(place);
  if (!place.source.empty()) return position(place);
  return language == Language::zh ? position_in_chinese(place) : named_position(place);
}

std::string join(const std::vector<Fault>& faults, Language language) {
  std::string result;
  for (const Fault& fault : faults) {
    if (!result.empty()) result += '\n';
    result += fault.message(language);
  }
  return result;
}

std::vector<Fault> one(Fault fault) {
  std::vector<Fault> faults;
  faults.push_back(std::move(fault));
  return faults;
}

}  // namespace

std::string_view name_of(Language language) noexcept {
  return language == Language::zh ? "zh" : "en";
}

std::string to_string(const Place& place) {
  return place_in_words(place, Language::en);
}

std::string Fault::message(Language language) const {
  const bool is_chinese = language == Language::zh;
  const detail::Sentence& sentence = sentence_of(code);
  std::string where = text::printable(place_in_words(place, language));
  if (!where.empty()) where += is_chinese ? "：" : ": ";
  return where + fill(is_chinese ? sentence.zh : sentence.en, arguments);
}

Error::Error(Fault fault) : Error(one(std::move(fault))) {}

Error::Error(std::vector<Fault> faults)
    : std::runtime_error(join(faults, Language::en)), faults_(std::move(faults)) {}

std::string Error::message(Language language) const {
  return join(faults_, language);
}

std::string_view name_of(ErrorCode code) noexcept {
  return sentence_of(code).name;
}

}  // namespace edustat
