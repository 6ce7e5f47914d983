// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"

#include "catalogue/name_index.hpp"

#include <string>
#include <vector>

namespace edustat {

/// A unit that a catalogue defines.
struct DefinedUnit {
  Unit unit;
  std::vector<std::string> words;
  Place place;
};

/// What copies of a catalogue share.
struct Catalogue::Data {
  std::string id{};
  std::string edition{};
  Label label{};
  UnitSystem units{};
  std::vector<DefinedUnit> defined_units{};
  std::vector<CodeList> code_lists{};
  std::vector<Place> code_list_places{};  // by index of code_lists
  std::vector<Measure> measures{};
  std::vector<Indicator> indicators{};
  std::vector<Rule> rules{};
  detail::NameIndex names{};

  Data() = default;
  // The index holds addresses of the items.
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;
};

}  // namespace edustat
