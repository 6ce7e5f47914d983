// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// The two languages in which the library speaks.
enum class Language : std::uint8_t {
  zh,  ///< Chinese, simplified
  en   ///< English
};

/// `zh` or `en`.
[[nodiscard]] std::string_view name_of(Language language) noexcept;

/// Where in a text, file or workbook something stands.
///
/// Lines and columns count from 1 and columns count characters, not bytes; 0 means "not known".
struct Place {
  std::string source{};    ///< file or text name; empty for a text without a name
  std::size_t line = 0;    ///< line, from 1
  std::size_t column = 0;  ///< character in the line, from 1
  std::string sheet{};     ///< worksheet, for workbooks only
  std::string cell{};      ///< cell such as `B7`, for workbooks only

  /// Equal in every part.
  friend bool operator==(const Place&, const Place&) = default;
};

/// `facts.csv:3:14`, `line 3, column 14`, `column 14`, or empty when nothing is known.
[[nodiscard]] std::string to_string(const Place& place);

/// What went wrong; each code has one sentence in Chinese and one in English, and beside it stand
/// the arguments of that sentence.
enum class ErrorCode : std::uint8_t {
  // text of numbers and figures
  empty_text,             ///< no arguments
  invalid_utf8,           ///< the byte in hexadecimal
  forbidden_character,    ///< the character as `U+202E`
  malformed_number,       ///< the text
  malformed_hexadecimal,  ///< the text
  bad_grouping,           ///< the text
  too_many_digits,        ///< digits allowed
  text_too_long,          ///< bytes found, bytes allowed
  exponent_too_large,     ///< the exponent, the limit
  scale_word_order,       ///< the text
  meaningless_decrease,   ///< the text
  malformed_figure,       ///< the text
  last_place_mismatch,    ///< the text, the last place
  unknown_name,           ///< the name, the known names
  // values
  float_refused,        ///< the value
  bool_refused,         ///< the value
  number_type_refused,  ///< the value
  count_expected,       ///< the value
  figure_expected,      ///< the value
  not_finite,           ///< the value
  not_exact_decimal,    ///< the value, the places
  division_by_zero,     ///< the dividend
  places_out_of_range,  ///< the places, the limit
  power_out_of_range,   ///< the power, the limit
  number_too_large,     ///< the number, the limit
  bad_step,             ///< the step
  bad_scale,            ///< the scale
  bad_whole,            ///< the whole, the places
  negative_places,      ///< the places, the step that they mean
  places_and_step,      ///< the places, the step
  nothing_to_balance,   ///< no arguments
  gap_in_figures,       ///< the numbers of the absent ones, from 1
  gap_in_row,           ///< the row, the numbers of the absent ones, from 1
  unequal_rows,         ///< the row, its cells, the cells of the first
  rows_of_prints,       ///< the rows expected, the rows of values, the rows found
  cells_of_prints,      ///< the row, its cells, the cells expected, the cells of values
  unequal_lengths,      ///< figures in the one list, in the other
  total_out_of_reach,   ///< the total, the step, the least and the largest that can be reached
  unbalanced_table,     ///< a total of the result, what its figures add up to
  total_out_of_range,   ///< the total, the limit
  negative_weight,      ///< the weight, its number, from 1
  weights_without_sum,  ///< no arguments
  doubtful_weight,      ///< the weight, the number of its fact, from 0
  no_such_fact,         ///< the number, how many facts there are
  equal_claims,         ///< the numbers of the parts, from 1, the places left
  empty_interval,       ///< the interval
  malformed_interval,   ///< the text
  // units
  unknown_unit,    ///< the unit
  mixed_units,     ///< left unit, operator, right unit, left dimension, right dimension
  malformed_unit,  ///< the text
  duplicate_unit,  ///< the unit
  bad_factor,      ///< the unit, the factor
  too_many_kinds,  ///< kinds found, kinds allowed
  // places
  malformed_period,       ///< the text
  malformed_scope,        ///< the text
  period_without_year,    ///< the text
  period_ends_early,      ///< the text
  no_containing_scope,    ///< the text
  period_out_of_range,    ///< the period
  periods_do_not_divide,  ///< the period, the kind of the parts
  periods_not_in_row,     ///< the first period, the last one
  period_not_within,      ///< the period, the kind of the whole
  empty_tree,             ///< no arguments
  region_without_code,    ///< the name
  region_without_name,    ///< the region
  region_without_level,   ///< the region
  malformed_region_code,  ///< the code
  region_ends_early,      ///< the region
  repeated_region,        ///< the region, the place of its other row
  level_changes,          ///< the region, one level, another level
  unknown_parent,         ///< the region, the parent
  absent_parent,          ///< the region, the parent, a month without the parent
  unknown_successor,      ///< the region, the successor
  successor_without_end,  ///< the region, the successor
  successor_ends_early,   ///< the region, the successor
  cyclic_regions,         ///< the regions, from the first round to itself
  cyclic_levels,          ///< the levels with a region of each, round to the first
  level_order,            ///< the region, its level, the parent, the level of the parent
  unlisted_level,         ///< the region, its level, the stated levels
  repeated_root,          ///< the region, the other root
  outside_hierarchy,      ///< the region, the hierarchy
  too_many_editions,      ///< regions, editions, parents allowed
  unknown_region,         ///< the code
  absent_region,          ///< the region, the period
  repeated_group,         ///< the group
  empty_group,            ///< the group
  unknown_member,         ///< the group, the code
  repeated_member,        ///< the group, the code
  member_outside,         ///< the group, the code, the region that should contain it
  nested_member,          ///< the group, the code, the other member
  // panels
  malformed_table,       ///< what is wrong
  wrong_column_type,     ///< the column, its type
  float_without_places,  ///< the column
  no_measure_columns,    ///< no arguments
  inner_fact,            ///< the region, the series
  repeated_fact,         ///< the region, the period, the row of the first
  repeated_facts,        ///< no arguments
  different_series,      ///< the series
  different_tree,        ///< no arguments
  malformed_bytes,       ///< what they should be
  text_expected,         ///< the column, its type
  truth_expected,        ///< the text
  // formulas
  malformed_formula,    ///< the text around the place, the expected sign
  operand_expected,     ///< the text around the place
  operator_expected,    ///< the text around the place
  exponent_expected,    ///< the text around the place
  name_expected,        ///< the text around the place
  repeated_dimension,   ///< the dimension
  formula_too_long,     ///< bytes found, bytes allowed
  formula_too_deep,     ///< the limit
  not_a_relation,       ///< the text
  not_a_formula,        ///< the text
  missing_input,        ///< the name
  unused_input,         ///< the name
  reserved_name,        ///< the name
  needs_panel,          ///< the reference
  root_stands_alone,    ///< the text around the place
  root_without_places,  ///< the formula
  // catalogues
  malformed_toml,     ///< what the TOML reader says
  unknown_key,        ///< the key, the known keys
  missing_key,        ///< the key, the table
  wrong_type,         ///< the key, the expected type
  bare_float,         ///< the key
  unknown_format,     ///< the format, the known formats
  unknown_catalogue,  ///< the name, the known names
  unknown_item,       ///< the item
  unknown_item_near,  ///< the item, items of a similar name
  unknown_category,   ///< the category, the item
  duplicate_item,     ///< the item, the other place
  cyclic_formula,     ///< the items, from the first round to itself
  cyclic_subset,      ///< the measures, from the first round to itself
  unit_mismatch,      ///< the item, the declared unit, the unit of the formula
  bad_value,          ///< the key, the value, the allowed values
  // facts
  unknown_column,        ///< the column, the known columns
  missing_column,        ///< the column
  duplicate_column,      ///< the column
  malformed_csv,         ///< the text
  wrong_field_count,     ///< fields found, fields expected
  ambiguous_item,        ///< the label, the items it can mean
  likely_encoding,       ///< the encoding
  unknown_encoding,      ///< the encoding, the known encodings
  invalid_bytes,         ///< the bytes in hexadecimal, the encoding
  encoding_unavailable,  ///< the encoding
  wrong_separator,       ///< the separator found
  malformed_category,    ///< the text
  undeclared_mark,       ///< the sign
  undeclared_blank,      ///< no arguments
  more_faults,           ///< how many
  // indicators on totals
  series_unit,           ///< the series, its unit, the unit of its measure
  repeated_series,       ///< the measure, the other series of it
  missing_series,        ///< the indicator, the references that no series answers
  growth_of_cumulative,  ///< the indicator, the reference
  root_in_formula,       ///< the indicator, the root that it refers to
  // analysis
  absent_value,          ///< the column
  zero_denominator,      ///< the column
  negative_value,        ///< the column, the value
  undefined_dispersion,  ///< the column, its mean
  // files
  file_not_found,   ///< the path
  file_unreadable,  ///< the path, the reason
  unequal_columns,  ///< the column, its rows, the other rows
  // optional parts
  package_missing,  ///< the package, the command that installs it
  // scores
  gap_in_scores,            ///< the operation, the row, the column
  score_cell_refused,       ///< the operation, the value, the row, the column, the expectation
  zero_range,               ///< the operation, the column, the value of all its rows
  no_differences,           ///< the operation, the column, the value of all its rows
  no_weights,               ///< the operation
  beyond_range,             ///< the operation, the smallest size of a number, the largest
  wrong_count,              ///< what is counted, how many were given, how many are expected
  score_option_refused,     ///< the option, its value, the expectation
  not_reciprocal,           ///< the row, the column, the value, the value across the diagonal
  inconsistent_judgements,  ///< the consistency ratio, the limit
  no_random_index,          ///< the items compared, the table, its smallest and its largest size
  no_interval_ranks,        ///< the normalisation
  repeated_node,            ///< the node
  unknown_node,             ///< the node, its parent
  several_indices,          ///< the nodes without parent
  cyclic_nodes              ///< a node that is above itself
};

/// One fault: its code, the values that it concerns and where it stands.
struct Fault {
  ErrorCode code;                        ///< what went wrong
  std::vector<std::string> arguments{};  ///< the offending values, in the order of the sentence
  Place place{};                         ///< where, if known

  /// The sentence in the asked language, with the place in front where it is known.
  [[nodiscard]] std::string message(Language language) const;
};

/// The base of everything that the library throws.
///
/// Carries one fault or, where several are found in one reading, all of them. `what()` is English.
class Error : public std::runtime_error {
 public:
  /// An error of one fault.
  explicit Error(Fault fault);
  /// An error of all faults found in one reading; `faults` is not empty.
  explicit Error(std::vector<Fault> faults);

  /// All faults, in the order in which they stand in the source.
  [[nodiscard]] const std::vector<Fault>& faults() const noexcept { return faults_; }
  /// The code of the first fault.
  [[nodiscard]] ErrorCode code() const noexcept { return faults_.front().code; }
  /// The place of the first fault.
  [[nodiscard]] const Place& place() const noexcept { return faults_.front().place; }
  /// Every fault on a line of its own, in the asked language.
  [[nodiscard]] std::string message(Language language) const;

 private:
  std::vector<Fault> faults_;
};

/// A text is not in the stated grammar.
class ParseError : public Error {
 public:
  using Error::Error;
};

/// Dimensions differ, or a unit is unknown.
class UnitError : public Error {
 public:
  using Error::Error;
};

/// A bare number was divided by zero.
class ZeroError : public Error {
 public:
  using Error::Error;
};

/// No item, region, period, category or catalogue has this name.
class CodeError : public Error {
 public:
  using Error::Error;
};

/// A table, tree, interval or catalogue is not well formed.
class StructureError : public Error {
 public:
  using Error::Error;
};

/// A file cannot be read.
class FileError : public Error {
 public:
  using Error::Error;
};

/// A stated limit is passed.
class LimitError : public Error {
 public:
  using Error::Error;
};

/// An optional part is not installed.
class DependencyError : public Error {
 public:
  using Error::Error;
};

/// A call was stopped by its caller before it was done; nothing is wrong with its arguments.
class Cancelled : public std::runtime_error {
 public:
  /// The sentence is always the same.
  Cancelled() : std::runtime_error("the call was stopped") {}
};

/// Name of an error code as it is written in the source, for programs and tests.
[[nodiscard]] std::string_view name_of(ErrorCode code) noexcept;

}  // namespace edustat
