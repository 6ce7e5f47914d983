// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// @name What measures and indicators have in common
/// @{
[[nodiscard]] std::string full_id_of(const Catalogue::Item& item);
/// The id of the catalogue that declares it.
[[nodiscard]] const std::string& catalogue_of(const Catalogue::Item& item);
[[nodiscard]] const Label& label_of(const Catalogue::Item& item);
[[nodiscard]] const Unit& unit_of(const Catalogue::Item& item);
/// Null for an indicator.
[[nodiscard]] const Measure* measure_of(const Catalogue::Item& item) noexcept;
/// The ids of its code lists.
[[nodiscard]] const std::vector<std::string>& dimensions_of(const Catalogue::Item& item);
/// @}

/// @name What a code or a code list is called
/// An id is asked for first, then a label in either language or, of a code, an alias; null when
/// nothing is called so.
/// @{
[[nodiscard]] const Code* find_code(const CodeList& list, std::string_view name);
[[nodiscard]] const CodeList* find_code_list(std::span<const CodeList> lists,
                                             std::string_view name);
/// Only among the code lists of an item.
[[nodiscard]] const CodeList* find_code_list(std::span<const CodeList> lists, std::string_view name,
                                             const Catalogue::Item& item);
/// @}

}  // namespace edustat
