// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/item.hpp"
#include "edustat/error/error.hpp"

#include "catalogue/declaration.hpp"
#include "catalogue/faults.hpp"

#include <toml++/toml.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat::detail {

/// The text of a TOML file, to find places in it.
class TomlSource {
 public:
  TomlSource(std::string_view text, std::string_view name);
  /// Name of the file.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// Where a key or a value begins.
  [[nodiscard]] Place place_of(const toml::source_region& region) const;
  /// Where the characters of a string begin.
  [[nodiscard]] Place content_of(const toml::node& node) const;

 private:
  std::string_view text_;
  std::string name_;
  std::vector<std::size_t> lines_;  // byte offset of each
};

/// Reads one table strictly: a key that nobody asked for is a fault, as is a wrong type.
class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string name, const TomlSource& source, Faults& faults)
      : table_(&table), name_(std::move(name)), source_(&source), faults_(&faults) {}

  /// A string that must be there; faulty ones are read as empty.
  [[nodiscard]] PlacedText text(std::string_view key);
  [[nodiscard]] std::optional<PlacedText> optional_text(std::string_view key);
  /// True when the key holds a string.
  [[nodiscard]] bool has_text(std::string_view key) const;
  /// A table of zh and en, both needed.
  [[nodiscard]] Label label(std::string_view key);
  [[nodiscard]] Label optional_label(std::string_view key);
  /// An array of strings, empty when it is not there.
  [[nodiscard]] std::vector<PlacedText> texts(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> optional_integer(std::string_view key);
  /// False when it is not there.
  [[nodiscard]] bool flag(std::string_view key);
  /// The tables inside a table, in the order of the file.
  [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);
  /// Index of the string among `names`; without the key `absent` or, if that is none, a fault.
  [[nodiscard]] std::size_t choice(std::string_view key, std::span<const std::string_view> names,
                                   std::optional<std::size_t> absent = {});
  /// Reports the keys that were not asked for.
  void finish();

  /// The last part of its name: `started_area` of `[measure.started_area]`.
  [[nodiscard]] std::string_view id() const noexcept;
  /// Its name as in the file.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// Where it begins.
  [[nodiscard]] Place place() const { return source_->place_of(table_->source()); }
  /// Where the value of a key begins, or the table when the key is not there.
  [[nodiscard]] Place place_of(std::string_view key) const;

 private:
  [[nodiscard]] const toml::node* find(std::string_view key);
  [[nodiscard]] PlacedText placed(const toml::node& node);
  void require(std::string_view key);
  void refuse_type(std::string_view key, const toml::node& node, std::string_view expected);

  const toml::table* table_;
  std::string name_;
  const TomlSource* source_;
  Faults* faults_;
  std::vector<std::string> asked_;
  std::string id_{};

  friend class TomlDocument;
};

/// A TOML text, parsed; floats anywhere in it are reported at once.
class TomlDocument {
 public:
  /// @throws ParseError (malformed_toml), LimitError (text_too_long)
  TomlDocument(std::string_view text, std::string_view name);
  /// The whole document.
  [[nodiscard]] TomlTable root(Faults& faults) const;

 private:
  void report_floats(const toml::node& node, const std::string& key, Faults& faults) const;
  TomlSource source_;
  toml::table table_;
};

}  // namespace edustat::detail
