// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/audit/finding.hpp"
#include "edustat/catalogue/formula.hpp"
#include "edustat/quantity/figure.hpp"

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {

/// A figure under the name that a relation gives it.
struct NamedFigure {
  /// Both.
  NamedFigure(std::string name_in, Figure figure_in)
      : name(std::move(name_in)), figure(std::move(figure_in)) {}

  std::string name;  ///< as in the relation
  Figure figure;     ///< as printed
};

/// Judges whether some true values could have been printed as these figures so that the relation
/// holds.
///
/// Judges over the real numbers, under one precision for all figures. Counting kinds may mix (人
/// and 人次), a quotient may be printed in its numerator's unit, a bare number takes the unit that
/// is implied: all noted. `precision` is a reserved name.
/// @throws StructureError (missing_input, unused_input, reserved_name, needs_panel), UnitError for
/// anything else of another dimension: area against money, % against 人
/// @code
/// check("rate == started / planned", {{"rate", "63.82%"}, {"started", "112万平方米"}, {"planned",
/// "176.4万平方米"}})
///     .verdict() == Verdict::impossible
/// @endcode
[[nodiscard]] Finding check(Relation relation, std::vector<NamedFigure> figures,
                            Precision precision = Precision::nearest);
/// The same from texts. @throws ParseError, LimitError as Relation and Figure do
[[nodiscard]] Finding check(
    std::string_view relation,
    std::initializer_list<std::pair<std::string_view, std::string_view>> figures,
    Precision precision = Precision::nearest);

/// Texts of figures, one a row, under the name that a relation gives them. The texts are borrowed.
struct FigureColumn {
  std::string_view name;                    ///< as in the relation
  std::span<const std::string_view> texts;  ///< one figure a row
};

/// Judges a relation on every row of columns of figures, as check() would each.
///
/// @throws StructureError (missing_input, unused_input, unequal_columns); UnitError with all bad
/// rows when only units are at fault, else ParseError with them: the source of a place is the
/// column, or the relation, and its line the row, from 1
[[nodiscard]] std::vector<Verdict> check_columns(const Relation& relation,
                                                 std::span<const FigureColumn> columns,
                                                 Precision precision = Precision::nearest);

}  // namespace edustat
