// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue_item.hpp"

#include <algorithm>
#include <variant>

namespace edustat {
namespace {

bool is_label(const Label& label, std::string_view name) {
  return label.zh == name || label.en == name;
}

/// The first list of this id, else the first of this label, of those that `fits` accepts.
template <typename Fits>
const CodeList* find_fitting(std::span<const CodeList> lists, std::string_view name, Fits fits) {
  for (const CodeList& list : lists) {
    if (list.id == name && fits(list)) return &list;
  }
  for (const CodeList& list : lists) {
    if (is_label(list.label, name) && fits(list)) return &list;
  }
  return nullptr;
}

}  // namespace

std::string full_id_of(const Catalogue::Item& item) {
  return std::visit([](const auto* entry) { return entry->full_id(); }, item);
}

const std::string& catalogue_of(const Catalogue::Item& item) {
  return std::visit([](const auto* entry) -> const std::string& { return entry->catalogue; }, item);
}

const Label& label_of(const Catalogue::Item& item) {
  return std::visit([](const auto* entry) -> const Label& { return entry->label; }, item);
}

const Unit& unit_of(const Catalogue::Item& item) {
  return std::visit([](const auto* entry) -> const Unit& { return entry->unit; }, item);
}

const Measure* measure_of(const Catalogue::Item& item) noexcept {
  const auto* measure = std::get_if<const Measure*>(&item);
  return measure ? *measure : nullptr;
}

const std::vector<std::string>& dimensions_of(const Catalogue::Item& item) {
  return std::visit(
      [](const auto* entry) -> const std::vector<std::string>& { return entry->dimensions; }, item);
}

const Code* find_code(const CodeList& list, std::string_view name) {
  for (const Code& code : list.codes) {
    if (code.id == name) return &code;
  }
  for (const Code& code : list.codes) {
    const bool is_alias =
        std::find(code.aliases.begin(), code.aliases.end(), name) != code.aliases.end();
    if (is_alias || is_label(code.label, name)) return &code;
  }
  return nullptr;
}

const CodeList* find_code_list(std::span<const CodeList> lists, std::string_view name) {
  return find_fitting(lists, name, [](const CodeList&) { return true; });
}

const CodeList* find_code_list(std::span<const CodeList> lists, std::string_view name,
                               const Catalogue::Item& item) {
  const std::vector<std::string>& dimensions = dimensions_of(item);
  return find_fitting(lists, name, [&](const CodeList& list) {
    return std::find(dimensions.begin(), dimensions.end(), list.id) != dimensions.end();
  });
}

}  // namespace edustat
