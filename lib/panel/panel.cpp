// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/panel.hpp"

#include "panel/panel_data.hpp"
#include "panel/panel_reader.hpp"

#include <array>
#include <utility>

namespace edustat {

Panel Panel::from_table(const Table& table, const RegionTree& tree, const PanelOptions& options) {
  return Panel(PanelReader(table, tree, options).read());
}

Panel::Panel(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

const RegionTree& Panel::tree() const noexcept {
  return data_->tree;
}

std::span<const Series> Panel::series() const noexcept {
  return data_->series;
}

std::span<const Period> Panel::periods() const noexcept {
  return data_->periods;
}

std::size_t Panel::rows() const noexcept {
  return data_->rows;
}

std::span<const Fault> Panel::set_aside() const noexcept {
  return data_->set_aside;
}

const std::string& Panel::hierarchy() const noexcept {
  return data_->hierarchy;
}

std::string_view name_of(Duplicates duplicates) noexcept {
  constexpr std::array<std::string_view, 2> names{"refuse", "add"};
  return names[static_cast<std::size_t>(duplicates)];
}

std::string_view name_of(UnknownRegions unknown) noexcept {
  constexpr std::array<std::string_view, 2> names{"refuse", "set_aside"};
  return names[static_cast<std::size_t>(unknown)];
}

}  // namespace edustat
