// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/check.hpp"

#include "audit/check_inputs.hpp"
#include "audit/column_kernel.hpp"
#include "audit/judge.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace edustat {
namespace {

/// Collects what is wrong with rows, in their order; the line of a place is the row.
class RowFaults {
 public:
  void add(const Error& error, std::size_t row, std::string_view column) {
    for (Fault fault : error.faults()) {
      fault.place.source = column;
      fault.place.line = row + 1;
      faults_.push_back(std::move(fault));
    }
    only_units_ = only_units_ && dynamic_cast<const UnitError*>(&error) != nullptr;
  }
  void raise() {
    if (faults_.empty()) return;
    if (only_units_) throw UnitError(std::move(faults_));
    throw ParseError(std::move(faults_));
  }

 private:
  std::vector<Fault> faults_;
  bool only_units_ = true;
};

std::size_t row_count(std::span<const FigureColumn> columns) {
  const std::size_t rows = columns.empty() ? 0 : columns.front().texts.size();
  for (const FigureColumn& column : columns) {
    if (column.texts.size() != rows) {
      throw StructureError(Fault{
          ErrorCode::unequal_columns,
          {std::string(column.name), std::to_string(column.texts.size()), std::to_string(rows)}});
    }
  }
  return rows;
}

}  // namespace

std::vector<Verdict> check_columns(const Relation& relation, std::span<const FigureColumn> columns,
                                   Precision precision) {
  const std::size_t rows = row_count(columns);
  const std::vector<std::size_t> order =
      match_inputs(relation, columns.size(), [&](std::size_t i) { return columns[i].name; });
  std::vector<Verdict> verdicts(rows, Verdict::cannot_tell);
  ColumnKernel kernel(relation, precision);
  std::vector<std::string_view> texts(order.size());
  RowFaults faults;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < order.size(); ++i) texts[i] = columns[order[i]].texts[row];
    if (const std::optional<Verdict> verdict = kernel.judge(texts)) {
      verdicts[row] = *verdict;
      continue;
    }
    std::string_view column;
    try {
      std::vector<Figure> figures;
      std::vector<Printed> printed;
      for (std::size_t i = 0; i < order.size(); ++i) {
        column = columns[order[i]].name;
        figures.emplace_back(texts[i]);
      }
      for (const Figure& figure : figures) printed.push_back({&figure, precision});
      column = relation.text();
      const ReadPrint reading = read_print(relation, printed);
      verdicts[row] = judge(relation, reading.intervals, reading.masks).verdict;
    } catch (const Error& error) {
      faults.add(error, row, column);
    }
  }
  faults.raise();
  return verdicts;
}

}  // namespace edustat
