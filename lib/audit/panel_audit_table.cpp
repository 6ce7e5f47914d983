// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/panel_audit.hpp"
#include "edustat/panel/table_builder.hpp"

#include "panel/long_rows.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace edustat {
namespace {

using detail::Words;

/// A column of texts, each kept once.
class TextColumn {
 public:
  void add(const std::string& word) { indices_.push_back(words_.number(word)); }
  void add_nothing() { indices_.push_back(-1); }
  void add_to(TableBuilder& builder, std::string name) && {
    builder.add_dictionary(std::move(name), std::move(indices_), words_.all());
  }

 private:
  Words words_{};
  std::vector<std::int32_t> indices_{};
};

/// A column whose text in each row a function of the cell gives; an empty text is nothing.
template <typename TextOf>
void add_column(TableBuilder& builder, const PanelAudit& audit, std::string name,
                const TextOf& text_of) {
  TextColumn column;
  for (const PanelAudit::Cell& cell : audit.cells()) {
    const std::string& text = text_of(cell);
    if (text.empty()) {
      column.add_nothing();
    } else {
      column.add(text);
    }
  }
  std::move(column).add_to(builder, std::move(name));
}

void add_keys(TableBuilder& builder, const PanelAudit& audit) {
  const Totals& totals = audit.totals();
  std::vector<std::string> periods;
  for (const Period& period : totals.periods()) periods.push_back(period.to_string());
  using Cell = PanelAudit::Cell;
  static const std::string nothing;
  const auto row = [&](const Cell& cell) -> const Totals::Row& { return totals.rows()[cell.row]; };
  const auto parent = [&](const Cell& cell) -> const std::string& {
    const std::int32_t above = totals.parents(cell.period)[cell.row];
    return above == Totals::no_parent ? nothing
                                      : totals.rows()[static_cast<std::size_t>(above)].code;
  };
  const auto text = [](const std::string& one) -> const std::string& { return one; };
  add_column(builder, audit, "level", [&](const Cell& cell) { return text(row(cell).level); });
  add_column(builder, audit, "code", [&](const Cell& cell) { return text(row(cell).code); });
  add_column(builder, audit, "name", [&](const Cell& cell) { return text(row(cell).name); });
  add_column(builder, audit, "parent", [&](const Cell& cell) { return text(parent(cell)); });
  add_column(builder, audit, "period",
             [&](const Cell& cell) { return text(periods[cell.period]); });
}

void add_checks(TableBuilder& builder, const PanelAudit& audit) {
  using Check = PanelAudit::Check;
  const auto add = [&](const char* name, const auto& text_of) {
    add_column(builder, audit, name, [&](const PanelAudit::Cell& cell) {
      return std::string(text_of(audit.checks()[cell.check]));
    });
  };
  add("kind", [](const Check& check) { return name_of(check.kind); });
  add("rule", [](const Check& check) { return std::string_view(check.rule); });
  std::set<std::string> dimensions;
  for (const Check& check : audit.checks()) {
    for (const Reference::Category& category : check.categories) {
      dimensions.insert(category.dimension);
    }
  }
  for (const std::string& dimension : dimensions) {
    add(dimension.c_str(), [&](const Check& check) {
      const auto found =
          std::find_if(check.categories.begin(), check.categories.end(),
                       [&](const auto& category) { return category.dimension == dimension; });
      return found == check.categories.end() ? std::string_view() : std::string_view(found->code);
    });
  }
  add("label", [](const Check& check) { return std::string_view(check.label.zh); });
  add("label_en", [](const Check& check) { return std::string_view(check.label.en); });
  add("severity", [](const Check& check) { return name_of(check.severity); });
}

/// A number, or an interval where there is more than one; nothing where the side is undefined.
std::string side_text(const Bound& side) {
  if (!side.interval) return {};
  if (side.interval->is_exact()) return side.interval->low().value->to_string();
  return side.interval->to_string();
}

}  // namespace

Table to_table(const PanelAudit& audit) {
  TableBuilder builder;
  add_keys(builder, audit);
  add_checks(builder, audit);
  add_column(builder, audit, "verdict",
             [](const auto& cell) { return std::string(name_of(cell.verdict)); });
  add_column(builder, audit, "statement",
             [&](const auto& cell) { return audit.checks()[cell.check].statement; });
  TextColumn left;
  TextColumn right;
  TextColumn explanation;
  for (std::size_t i = 0; i < audit.cells().size(); ++i) {
    const Finding finding = audit.finding(i);
    left.add(side_text(finding.left()));
    right.add(side_text(finding.right()));
    const Explanation* stored = audit.explanation(i);
    if (stored) {
      explanation.add(stored->text);
    } else {
      explanation.add_nothing();
    }
  }
  std::move(left).add_to(builder, "left");
  std::move(right).add_to(builder, "right");
  std::move(explanation).add_to(builder, "explanation");
  return std::move(builder).build();
}

}  // namespace edustat
