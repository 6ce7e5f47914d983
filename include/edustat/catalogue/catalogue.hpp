// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/item.hpp"
#include "edustat/error/error.hpp"
#include "edustat/quantity/unit.hpp"
#include "edustat/quantity/unit_system.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace edustat {

/// Measures, indicators and relations of one programme or several, with labels, units and sources.
///
/// Immutable; copies share their content. Everything is checked when it is read: names, units of
/// every formula against the declared unit, cycles, keys. All faults of a file are reported at
/// once, with line and column.
class Catalogue {
 public:
  /// A catalogue that is compiled in: `school_improvement`, ..., or `education` for all of them
  /// together.
  /// @throws CodeError naming the known ids
  [[nodiscard]] static Catalogue builtin(std::string_view id);
  /// The ids that builtin() knows, in their order.
  [[nodiscard]] static std::vector<std::string> builtin_ids();
  /// Reads a TOML file; `extends` may name built-in catalogues.
  /// @throws FileError, ParseError (TOML, formulas), StructureError (keys, repeats, cycles),
  /// UnitError, CodeError
  [[nodiscard]] static Catalogue load(const std::filesystem::path& path);
  /// Reads TOML text; `name` stands in errors.
  [[nodiscard]] static Catalogue parse(std::string_view text, std::string_view name);

  /// The id in its head.
  [[nodiscard]] const std::string& id() const noexcept;
  /// The edition in its head.
  [[nodiscard]] const std::string& edition() const noexcept;
  /// The label in its head.
  [[nodiscard]] const Label& label() const noexcept;
  /// The unit words that its facts may use: the built-in ones and its own.
  [[nodiscard]] const UnitSystem& units() const noexcept;

  /// All code lists, its own and those of the catalogues it extends, in the order of the files.
  [[nodiscard]] std::span<const CodeList> code_lists() const noexcept;
  /// All measures.
  [[nodiscard]] std::span<const Measure> measures() const noexcept;
  /// All indicators.
  [[nodiscard]] std::span<const Indicator> indicators() const noexcept;
  /// All declared relations, their references written with full ids.
  [[nodiscard]] std::span<const Rule> relations() const noexcept;

  /// A measure or an indicator.
  using Item = std::variant<const Measure*, const Indicator*>;
  /// The item that a name means: `catalogue.id`, `id`, a label or an alias, in this order, where it
  /// is unique.
  /// @throws CodeError (unknown_item, or unknown_item_near with similar names; ambiguous_item, with
  /// all meanings)
  [[nodiscard]] Item find(std::string_view name) const;
  /// The code list with this id; ids of code lists are unique across the catalogues it extends.
  /// @throws CodeError (unknown_category)
  [[nodiscard]] const CodeList& code_list(std::string_view id) const;

 private:
  friend class CatalogueReader;
  struct Data;
  explicit Catalogue(std::shared_ptr<const Data> data) noexcept;
  std::shared_ptr<const Data> data_;
};

}  // namespace edustat
