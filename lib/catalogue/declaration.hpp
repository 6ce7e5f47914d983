// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/catalogue/item.hpp"
#include "edustat/error/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A catalogue as its file says it, before names and units are looked up.
namespace edustat::detail {

class Faults;

/// A text of a file and where it begins: at its first character, not at its quotation mark.
struct PlacedText {
  std::string text{};
  Place place{};
};

/// `[unit."台班"]`
struct UnitDeclaration {
  PlacedText symbol{};
  std::string symbol_en{};
  std::vector<std::string> words{};
  std::optional<PlacedText> kind{};  // of its own kind, or
  Kind::Nature nature = Kind::Nature::measuring;
  std::optional<PlacedText> base{};  // counted in another unit
  PlacedText factor{};
};

/// `[dimension.training_kind]`
struct CodeListDeclaration {
  CodeList list{};
  Place place{};
  bool replaces = false;
};

/// What `[measure.x]` and `[indicator.x]` say and only a look-up tells.
struct ItemWords {
  PlacedText unit{};
  std::optional<PlacedText> counts{};
  std::vector<PlacedText> dimensions{};
  bool replaces = false;
};

/// `[measure.started_area]`
struct MeasureDeclaration {
  Measure measure{};
  ItemWords words{};
  std::optional<PlacedText> subset_of{};
  bool is_merged = false;  // false: an identical repeat, or refused
};

/// `[indicator.start_rate]`
struct IndicatorDeclaration {
  Indicator indicator;
  ItemWords words{};
  PlacedText formula{};
  bool is_merged = false;
};

/// `[relation.completed_within_started]`
struct RuleDeclaration {
  Rule rule;
  PlacedText statement{};
  bool replaces = false;
};

/// The whole file; tables in its order.
struct Declaration {
  std::string file{};
  std::string id{};
  std::string edition{};
  Label label{};
  std::string source{};
  std::vector<PlacedText> extends{};
  std::vector<UnitDeclaration> units{};
  std::vector<CodeListDeclaration> code_lists{};
  std::vector<MeasureDeclaration> measures{};
  std::vector<IndicatorDeclaration> indicators{};
  std::vector<RuleDeclaration> rules{};
};

/// Reads the keys of a file; what is wrong goes to `faults`, and what is right is read all the
/// same.
/// @throws ParseError when it is not TOML, StructureError for another format
[[nodiscard]] Declaration read_declaration(std::string_view text, std::string_view name,
                                           Faults& faults);

}  // namespace edustat::detail
