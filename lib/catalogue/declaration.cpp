// SPDX-License-Identifier: Apache-2.0
#include "catalogue/declaration.hpp"

#include "edustat/number/rounding.hpp"

#include "catalogue/faults.hpp"
#include "catalogue/toml_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::int64_t known_format = 1;
constexpr std::int64_t most_places = 30;

constexpr std::array<std::string_view, 2> natures{"measuring", "counting"};
constexpr std::array<std::string_view, 2> list_rules{"partition", "subset"};
constexpr std::array<std::string_view, 2> region_rules{"sum", "none"};
constexpr std::array<std::string_view, 8> time_rules{"flow",   "stock",    "cumulative", "plan",
                                                     "cohort", "standard", "ratio",      "rank"};
constexpr std::array<std::string_view, 4> origins{"programme", "year", "school_year", "loan_round"};
constexpr std::array<std::string_view, 2> severities{"hard", "soft"};
constexpr std::array<std::string_view, 7> roundings{"half_up", "half_even", "half_down", "up",
                                                    "down",    "ceiling",   "floor"};

bool is_id(std::string_view id) {
  const auto fits = [](char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), fits);
}

void require_id(std::string_view id, const Place& place, Faults& faults) {
  const bool begins_with_digit = !id.empty() && id.front() >= '0' && id.front() <= '9';
  if (is_id(id) && !begins_with_digit) return;
  faults.add(ErrorCode::bad_value, {"id", std::string(id), "a-z 0-9 _"}, place);
}

std::vector<std::string> strings(const std::vector<PlacedText>& texts) {
  std::vector<std::string> result;
  for (const PlacedText& text : texts) result.push_back(text.text);
  return result;
}

/// A text that must not be empty either.
PlacedText filled(TomlTable& table, std::string_view key, Faults& faults) {
  PlacedText text = table.text(key);
  if (text.text.empty() && table.has_text(key)) {
    faults.add(ErrorCode::bad_value, {std::string(key), "", "…"}, text.place);
  }
  return text;
}

std::optional<int> places_of(TomlTable& table, Faults& faults) {
  const std::optional<std::int64_t> places = table.optional_integer("places");
  if (!places) return {};
  if (*places < -most_places || *places > most_places) {
    const std::string limit = std::to_string(most_places);
    faults.add(ErrorCode::bad_value, {"places", std::to_string(*places), "-" + limit + "…" + limit},
               table.place_of("places"));
    return {};
  }
  return static_cast<int>(*places);
}

UnitDeclaration read_unit(TomlTable& table) {
  UnitDeclaration unit;
  unit.symbol = {std::string(table.id()), table.place()};
  unit.kind = table.optional_text("kind");
  unit.nature =
      table.choice("nature", natures, 0) == 0 ? Kind::Nature::measuring : Kind::Nature::counting;
  unit.base = table.optional_text("unit");
  unit.factor = table.optional_text("factor").value_or(PlacedText{"1", table.place()});
  unit.symbol_en = table.optional_text("symbol").value_or(PlacedText{}).text;
  unit.words = strings(table.texts("words"));
  table.finish();
  return unit;
}

Code read_code(TomlTable& table, Faults& faults) {
  if (!is_id(table.id())) {
    faults.add(ErrorCode::bad_value, {"code", std::string(table.id()), "a-z 0-9 _"}, table.place());
  }
  Code code{std::string(table.id()), table.label("label"), strings(table.texts("aliases"))};
  table.finish();
  return code;
}

CodeListDeclaration read_code_list(TomlTable& table, std::string_view catalogue, Faults& faults) {
  require_id(table.id(), table.place(), faults);
  CodeListDeclaration result{
      .list = {}, .place = table.place(), .replaces = table.flag("replaces")};
  CodeList& list = result.list;
  list.id = table.id();
  list.catalogue = catalogue;
  list.label = table.label("label");
  list.rule = static_cast<CodeList::Rule>(table.choice("rule", list_rules));
  for (TomlTable& code : table.tables("code")) list.codes.push_back(read_code(code, faults));
  if (list.codes.empty()) {
    faults.add(ErrorCode::missing_key, {"code", table.name()}, table.place());
  }
  table.finish();
  return result;
}

/// The keys that measures and indicators have in common.
template <typename Item>
ItemWords read_item(TomlTable& table, std::string_view catalogue, Item& item, Faults& faults) {
  require_id(table.id(), table.place(), faults);
  item.id = table.id();
  item.catalogue = catalogue;
  item.place = table.place();
  item.label = table.label("label");
  item.aliases = strings(table.texts("aliases"));
  item.places = places_of(table, faults);
  item.note = table.optional_label("note");
  item.source = filled(table, "source", faults).text;
  return {.unit = table.text("unit"),
          .counts = table.optional_text("counts"),
          .dimensions = table.texts("dimensions"),
          .replaces = table.flag("replaces")};
}

/// A cumulative measure says since when; no other does.
Origin read_origin(TomlTable& table, TimeRule time, Faults& faults) {
  const bool has_origin = table.has_text("origin");
  if (has_origin && time != TimeRule::cumulative) {
    faults.add(ErrorCode::bad_value, {"time", std::string(name_of(time)), "cumulative"},
               table.place_of("time"));
  }
  if (!has_origin && time != TimeRule::cumulative) return Origin::none;
  return static_cast<Origin>(table.choice("origin", origins) + 1);
}

MeasureDeclaration read_measure(TomlTable& table, std::string_view catalogue, Faults& faults) {
  MeasureDeclaration result;
  Measure& measure = result.measure;
  result.words = read_item(table, catalogue, measure, faults);
  measure.regions = static_cast<RegionRule>(table.choice("regions", region_rules));
  measure.time = static_cast<TimeRule>(table.choice("time", time_rules));
  measure.origin = read_origin(table, measure.time, faults);
  const bool never_adds = measure.time == TimeRule::ratio || measure.time == TimeRule::rank;
  if (never_adds && measure.regions == RegionRule::sum) {
    faults.add(ErrorCode::bad_value, {"regions", "sum", "none"}, table.place_of("regions"));
  }
  result.subset_of = table.optional_text("subset_of");
  table.finish();
  return result;
}

IndicatorDeclaration read_indicator(TomlTable& table, std::string_view catalogue, Faults& faults) {
  IndicatorDeclaration result{.indicator = {.formula = Formula("0")}};
  Indicator& indicator = result.indicator;
  result.words = read_item(table, catalogue, indicator, faults);
  result.formula = table.text("formula");
  indicator.formula_text = result.formula.text;
  indicator.rounding = parse_rounding(roundings[table.choice("rounding", roundings, 0)]);
  table.finish();
  return result;
}

RuleDeclaration read_rule(TomlTable& table, std::string_view catalogue, Faults& faults) {
  require_id(table.id(), table.place(), faults);
  RuleDeclaration result{.rule = {.statement = Relation("0 == 0")},
                         .statement = table.text("statement"),
                         .replaces = table.flag("replaces")};
  Rule& rule = result.rule;
  rule.id = table.id();
  rule.catalogue = catalogue;
  rule.place = table.place();
  rule.label = table.label("label");
  rule.severity = static_cast<Severity>(table.choice("severity", severities));
  rule.note = table.optional_label("note");
  rule.source = filled(table, "source", faults).text;
  table.finish();
  return result;
}

void require_format(TomlTable& root, Faults& faults) {
  const std::size_t before = faults.size();
  const std::optional<std::int64_t> format = root.optional_integer("format");
  if (!format && faults.size() == before) {
    faults.add(ErrorCode::missing_key, {"format", root.name()}, root.place_of("format"));
  }
  if (!format || *format == known_format) return;
  raise({Fault{ErrorCode::unknown_format,
               {std::to_string(*format), std::to_string(known_format)},
               root.place_of("format")}});
}

}  // namespace

Declaration read_declaration(std::string_view text, std::string_view name, Faults& faults) {
  const TomlDocument document(text, name);
  TomlTable root = document.root(faults);
  require_format(root, faults);
  Declaration result{.file = std::string(name)};
  const PlacedText id = root.text("id");
  if (root.has_text("id")) require_id(id.text, id.place, faults);
  result.id = id.text;
  result.edition = root.text("edition").text;
  result.label = root.label("label");
  result.source = filled(root, "source", faults).text;
  result.extends = root.texts("extends");
  for (TomlTable& table : root.tables("unit")) result.units.push_back(read_unit(table));
  for (TomlTable& table : root.tables("dimension")) {
    result.code_lists.push_back(read_code_list(table, id.text, faults));
  }
  for (TomlTable& table : root.tables("measure")) {
    result.measures.push_back(read_measure(table, id.text, faults));
  }
  for (TomlTable& table : root.tables("indicator")) {
    result.indicators.push_back(read_indicator(table, id.text, faults));
  }
  for (TomlTable& table : root.tables("relation")) {
    result.rules.push_back(read_rule(table, id.text, faults));
  }
  root.finish();
  return result;
}

}  // namespace edustat::detail
