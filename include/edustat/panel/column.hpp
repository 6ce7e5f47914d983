// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/catalogue/item.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/observation.hpp"
#include "edustat/quantity/unit.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace edustat {

/// What the fact of an inner node of the region tree is: nothing tells but a declaration.
enum class InnerFacts : std::uint8_t {
  refuse,  ///< there must be none; an error lists their rows
  total,   ///< 合计: compared with what rolls up, never added to it
  own      ///< 市本级: the node's own level, added like a child
};

/// How one column of a table is read.
///
/// A column of an indicator holds printed figures: they are never added up, and formulas do not
/// read them; audit() holds them against the formula.
struct Column {
  std::string name{};  ///< in the table
  /// Id, label or alias of the measure or indicator; empty: the name of the column.
  std::string measure{};
  std::vector<Reference::Category> categories{};  ///< what the whole column is about
  std::optional<Unit> unit{};  ///< as written in the column; absent: that of the measure
  /// Decimal places; needed for a float column, whose every value must be the double nearest to a
  /// decimal of so many places.
  std::optional<int> places{};
  /// How the values were shortened, to `places`; absent: exact, of a printed indicator nearest.
  std::optional<Precision> precision{};
  std::map<std::string, Gap> marks{};  ///< what signs in a text column mean: `{"c", suppressed}`
  std::optional<InnerFacts> inner{};   ///< absent: as for the whole table
};

/// Facts of one measure and category: a column, or the rows of a long table that carry its codes.
struct Series {
  std::string measure{};  ///< full id where a catalogue is given, else the name of the column
  std::vector<Reference::Category> categories{};  ///< codes by id, in the order of dimensions
  Unit unit{};                                    ///< of the values
  int places = 0;  ///< values are whole numbers of 10 to the minus `places` units
  RegionRule regions = RegionRule::sum;    ///< how it adds over regions
  TimeRule time = TimeRule::flow;          ///< how it adds over time
  Origin origin = Origin::none;            ///< of a cumulative measure
  InnerFacts inner = InnerFacts::refuse;   ///< what facts of inner nodes are
  Precision precision = Precision::exact;  ///< how the values were shortened
  int last_place = 0;  ///< places to which they were shortened; below 0 for tens and thousands
  /// How many shortened values stand behind each unit that is known: 1 as reported, 2 in flows made
  /// of cumulative values, 0 where nobody counted them (Duplicates::add).
  int prints = 1;

  /// `trained[training_kind=disabled]`
  [[nodiscard]] std::string name() const;
  /// Equal in every part.
  friend bool operator==(const Series&, const Series&) = default;
};

/// `refuse`, `total` or `own`.
[[nodiscard]] std::string_view name_of(InnerFacts inner) noexcept;

}  // namespace edustat
