// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/check.hpp"

#include "audit/check_inputs.hpp"
#include "audit/judge.hpp"

#include <algorithm>
#include <utility>

namespace edustat {

Finding check(Relation relation, std::vector<NamedFigure> figures, Precision precision) {
  const std::vector<std::size_t> order = match_inputs(
      relation, figures.size(), [&](std::size_t i) { return std::string_view(figures[i].name); });
  std::vector<Printed> printed;
  printed.reserve(order.size());
  for (const std::size_t i : order) printed.push_back({&figures[i].figure, precision});
  ReadPrint reading = read_print(relation, printed);
  Judgement judgement = judge(relation, reading.intervals, reading.masks);
  std::vector<Finding::Input> inputs;
  inputs.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    NamedFigure& named = figures[order[i]];
    inputs.emplace_back(std::move(named.name), std::move(named.figure), precision,
                        std::move(reading.intervals[i]));
  }
  return Judge::find(std::move(relation), std::move(inputs), precision, std::move(judgement),
                     std::move(reading.notes));
}

Finding check(std::string_view relation,
              std::initializer_list<std::pair<std::string_view, std::string_view>> figures,
              Precision precision) {
  std::vector<NamedFigure> named;
  named.reserve(figures.size());
  for (const auto& [name, text] : figures) named.emplace_back(std::string(name), Figure(text));
  return check(Relation(relation), std::move(named), precision);
}

}  // namespace edustat
