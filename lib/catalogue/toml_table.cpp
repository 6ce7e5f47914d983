// SPDX-License-Identifier: Apache-2.0
#include "catalogue/toml_table.hpp"

#include "catalogue/toml_guard.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::size_t longest_text = std::size_t{16} << 20U;

std::string join(std::span<const std::string_view> names) {
  std::string result;
  for (const std::string_view name : names) {
    if (!result.empty()) result += ", ";
    result += name;
  }
  return result;
}

toml::table parse(std::string_view text, std::string_view name) {
  if (text.size() > longest_text) {
    throw LimitError(Fault{ErrorCode::text_too_long,
                           {std::to_string(text.size()), std::to_string(longest_text)},
                           Place{.source = std::string(name)}});
  }
  text::require_plain(text, name);
  try {
    return toml::parse(guarded(text, name), name);
  } catch (const toml::parse_error& error) {
    const toml::source_position& begin = error.source().begin;
    throw ParseError(
        Fault{ErrorCode::malformed_toml,
              {unguarded(error.description())},
              Place{.source = std::string(name), .line = begin.line, .column = begin.column}});
  }
}

}  // namespace

TomlSource::TomlSource(std::string_view text, std::string_view name)
    : text_(text), name_(name), lines_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') lines_.push_back(i + 1);
  }
}

Place TomlSource::place_of(const toml::source_region& region) const {
  return Place{.source = name_, .line = region.begin.line, .column = region.begin.column};
}

Place TomlSource::content_of(const toml::node& node) const {
  Place place = place_of(node.source());
  if (place.line == 0 || place.line > lines_.size()) return place;
  std::size_t offset = lines_[place.line - 1];
  for (std::size_t i = 1; i < place.column && offset < text_.size(); ++i) {
    static_cast<void>(text::decode(text_, offset));
  }
  const std::string_view here = text_.substr(std::min(offset, text_.size()));
  const bool is_long = here.starts_with("\"\"\"") || here.starts_with("'''");
  place.column += is_long ? 3 : 1;
  // A line end right behind the long quotation mark is not part of the string.
  if (is_long && (here.substr(3).starts_with("\n") || here.substr(3).starts_with("\r\n"))) {
    ++place.line;
    place.column = 1;
  }
  return place;
}

PlacedText TomlTable::text(std::string_view key) {
  if (std::optional<PlacedText> found = optional_text(key)) return *std::move(found);
  require(key);
  return {{}, place_of(key)};
}

std::optional<PlacedText> TomlTable::optional_text(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  if (node->is_string()) return placed(*node);
  refuse_type(key, *node, "string");
  return {};
}

bool TomlTable::has_text(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node != nullptr && node->is_string();
}

Label TomlTable::label(std::string_view key) {
  require(key);
  return optional_label(key);
}

Label TomlTable::optional_label(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    refuse_type(key, *node, "table { zh, en }");
    return {};
  }
  TomlTable inner(*table, name_ + '.' + std::string(key), *source_, *faults_);
  Label label{inner.text("zh").text, inner.text("en").text};
  inner.finish();
  return label;
}

std::vector<PlacedText> TomlTable::texts(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    refuse_type(key, *node, "array of strings");
    return {};
  }
  std::vector<PlacedText> result;
  for (const toml::node& element : *array) {
    if (element.is_string()) {
      result.push_back(placed(element));
    } else {
      refuse_type(key, element, "array of strings");
    }
  }
  return result;
}

std::optional<std::int64_t> TomlTable::optional_integer(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  if (const auto* number = node->as_integer()) return number->get();
  refuse_type(key, *node, "integer");
  return {};
}

bool TomlTable::flag(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return false;
  if (const auto* value = node->as_boolean()) return value->get();
  refuse_type(key, *node, "boolean");
  return false;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    refuse_type(key, *node, "table");
    return {};
  }
  std::vector<TomlTable> result;
  for (const auto& [id, value] : *table) {
    if (const toml::table* inner = value.as_table()) {
      result.emplace_back(*inner, std::string(key) + '.' + unguarded(id.str()), *source_, *faults_);
      result.back().id_ = unguarded(id.str());
    } else {
      refuse_type(std::string(key) + '.' + unguarded(id.str()), value, "table");
    }
  }
  std::sort(result.begin(), result.end(), [](const TomlTable& left, const TomlTable& right) {
    const toml::source_position& first = left.table_->source().begin;
    const toml::source_position& second = right.table_->source().begin;
    return first.line != second.line ? first.line < second.line : first.column < second.column;
  });
  return result;
}

std::size_t TomlTable::choice(std::string_view key, std::span<const std::string_view> names,
                              std::optional<std::size_t> absent) {
  if (!absent) require(key);
  const std::optional<PlacedText> text = optional_text(key);
  if (!text) return absent.value_or(0);
  const auto found = std::find(names.begin(), names.end(), text->text);
  if (found == names.end()) {
    faults_->add(ErrorCode::bad_value, {std::string(key), text->text, join(names)}, text->place);
    return absent.value_or(0);
  }
  return static_cast<std::size_t>(found - names.begin());
}

void TomlTable::finish() {
  std::vector<std::string_view> known(asked_.begin(), asked_.end());
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (const auto& [key, value] : *table_) {
    const std::string name = unguarded(key.str());
    if (std::binary_search(known.begin(), known.end(), name)) continue;
    faults_->add(ErrorCode::unknown_key, {name, join(known)}, source_->place_of(key.source()));
  }
}

std::string_view TomlTable::id() const noexcept {
  return id_;
}

Place TomlTable::place_of(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node == nullptr ? place() : source_->place_of(node->source());
}

const toml::node* TomlTable::find(std::string_view key) {
  asked_.emplace_back(key);
  return table_->get(key);
}

PlacedText TomlTable::placed(const toml::node& node) {
  PlacedText text{unguarded(node.as_string()->get()), source_->content_of(node)};
  try {
    text::require_plain(text.text, {});  // \u202E and the like were not seen in the file
  } catch (const Error& error) {
    faults_->add(error, text.place);
  }
  return text;
}

void TomlTable::require(std::string_view key) {
  if (table_->contains(key)) return;
  faults_->add(ErrorCode::missing_key, {std::string(key), name_}, place());
}

void TomlTable::refuse_type(std::string_view key, const toml::node& node,
                            std::string_view expected) {
  if (node.is_floating_point()) return;  // reported as such
  faults_->add(ErrorCode::wrong_type, {std::string(key), std::string(expected)},
               source_->place_of(node.source()));
}

TomlDocument::TomlDocument(std::string_view text, std::string_view name)
    : source_(text, name), table_(parse(text, name)) {}

TomlTable TomlDocument::root(Faults& faults) const {
  report_floats(table_, {}, faults);
  return TomlTable(table_, source_.name(), source_, faults);
}

void TomlDocument::report_floats(const toml::node& node, const std::string& key,
                                 Faults& faults) const {
  if (const toml::table* table = node.as_table()) {
    for (const auto& [name, value] : *table) {
      report_floats(value, key.empty() ? unguarded(name.str()) : key + '.' + unguarded(name.str()),
                    faults);
    }
  } else if (const toml::array* array = node.as_array()) {
    for (const toml::node& element : *array) report_floats(element, key, faults);
  } else if (node.is_floating_point()) {
    faults.add(ErrorCode::bare_float, {key}, source_.place_of(node.source()));
  }
}

}  // namespace edustat::detail
