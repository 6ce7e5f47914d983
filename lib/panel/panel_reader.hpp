// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/panel.hpp"

#include "panel/coded_column.hpp"
#include "panel/crew.hpp"
#include "panel/key_check.hpp"
#include "panel/panel_data.hpp"
#include "panel/row_faults.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace edustat {

/// Reads a table as a panel: keys first, then values, then what is wrong with rows.
class PanelReader {
 public:
  PanelReader(const Table& table, const RegionTree& tree, const PanelOptions& options);
  [[nodiscard]] std::shared_ptr<const Panel::Data> read();

 private:
  // panel_regions.cpp
  void read_regions();
  void read_units(const detail::Meaning& whole);
  // panel_periods.cpp
  void read_slots();
  [[nodiscard]] std::vector<detail::Meaning> read_periods(const detail::CodedColumn& column);
  void refuse_periods(const detail::CodedColumn& column,
                      const std::vector<detail::Meaning>& periods);
  // panel_categories.cpp
  void read_categories(std::vector<detail::Meaning> periods, detail::CodedColumn column);
  [[nodiscard]] std::int32_t combination_of(const std::vector<std::string>& words,
                                            std::size_t table_row, detail::RowFaults& faults);
  [[nodiscard]] std::int32_t combination_of(const std::vector<Reference::Category>& categories);
  [[nodiscard]] std::string code_of(const std::string& dimension, std::string_view word) const;
  // panel_columns.cpp
  void read_columns();
  [[nodiscard]] std::vector<Column> asked_columns() const;
  [[nodiscard]] Series series_of(const Column& column) const;
  void add_series();
  // panel_rows.cpp
  void check_rows();
  [[nodiscard]] std::vector<std::vector<detail::KeyState>> key_states() const;
  void name_strangers(const std::vector<std::vector<detail::KeyState>>& states);
  void refuse_inner_facts();
  void refuse_repeats();
  void add_repeats();

  const Table& table_;
  const PanelOptions& options_;
  detail::Crew crew_;
  std::shared_ptr<Panel::Data> panel_;
  std::vector<std::size_t> editions_;  ///< of the tree, by period
  detail::CodedColumn region_column_;
};

}  // namespace edustat
