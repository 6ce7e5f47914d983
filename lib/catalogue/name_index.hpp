// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/catalogue.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace edustat::detail {

/// The items of a catalogue by everything that they are called.
class NameIndex {
 public:
  /// What a name is to its item; an earlier one is asked first.
  enum class Role : std::uint8_t { full_id, id, label, alias, label_en };
  struct Entry {
    Role role;
    Catalogue::Item item;
  };

  /// Takes note of an item; it must stay where it is.
  void add(const Catalogue::Item& item);
  /// Everything that is called so, in the order of adding.
  [[nodiscard]] const std::vector<Entry>& entries(std::string_view name) const;
  /// Names that differ from this one in few characters, nearest first.
  [[nodiscard]] std::vector<std::string> similar(std::string_view name) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  void add(std::string_view name, Role role, const Catalogue::Item& item);
  std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>> names_;
};

/// The fault of a name that means nothing.
[[nodiscard]] Fault unknown_item(std::string_view name, const NameIndex& index);
/// The fault of a name that means several items.
[[nodiscard]] Fault ambiguous_item(std::string_view name,
                                   const std::vector<Catalogue::Item>& meanings);
/// The items of those entries whose role is the earliest there.
[[nodiscard]] std::vector<Catalogue::Item> first_meanings(
    const std::vector<NameIndex::Entry>& entries);

}  // namespace edustat::detail
