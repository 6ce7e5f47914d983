// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// What a fact is about: a region, a group of regions within it, or the rest of it.
///
/// Written from the whole to the part: `邯郸市`, `邯郸市>7个扶贫县`, `邯郸市>!7个扶贫县` (the
/// complement: the city without the group), `邯郸市>五县{魏县、馆陶县、广平县、邯山区、永年区}`
/// (members, where known). The empty text is the whole of which the text speaks. Containment is
/// what is written, nothing is guessed from names.
class Scope {
 public:
  /// The whole of which the text speaks.
  Scope() = default;
  /// Full-width signs and spaces around names are folded; members are separated by `、`, `；` or
  /// `，`, full width or not.
  /// @throws ParseError (malformed_scope, no_containing_scope) with the column, LimitError beyond
  /// 64 KiB
  [[nodiscard]] static Scope parse(std::string_view text);

  /// The last name, `7个扶贫县`; empty for the whole.
  [[nodiscard]] std::string_view name() const noexcept;
  /// The scope that it is written in; nothing for an outermost scope.
  [[nodiscard]] std::optional<Scope> within() const;
  /// True for `!group`: the containing scope without the group.
  [[nodiscard]] bool is_complement() const noexcept;
  /// The rest of the containing scope: complement().complement() == *this.
  /// @throws StructureError (no_containing_scope) for an outermost scope
  [[nodiscard]] Scope complement() const;
  /// The members, where they are written; empty otherwise.
  [[nodiscard]] const std::vector<std::string>& members() const noexcept;
  /// True when `other` is written as a part of this scope, at any depth; a scope is no part of
  /// itself. A region that is written as a member of a group of the same whole is its part, too,
  /// and so is a group of which every member is one; two groups of the same members contain each
  /// other. The whole without a name contains nothing: a text speaks of other regions, too.
  [[nodiscard]] bool contains(const Scope& other) const;

  /// As written, without spaces; parse reads it back.
  [[nodiscard]] std::string to_string() const;
  /// Equal when name, containment and side are; members are a note and do not count.
  friend bool operator==(const Scope& left, const Scope& right) noexcept;
  /// A fixed order: wholes before their parts.
  friend std::strong_ordering operator<=>(const Scope& left, const Scope& right) noexcept;
  /// Equal scopes hash alike.
  [[nodiscard]] std::size_t hash() const noexcept;

 private:
  friend class ScopeParser;
  struct Step {
    std::string name;
    bool is_complement = false;
    std::vector<std::string> members{};
  };
  std::vector<Step> steps_;
};

/// Prints the text form.
std::ostream& operator<<(std::ostream& stream, const Scope& scope);

}  // namespace edustat

/// Hash of a scope.
template <>
struct std::hash<edustat::Scope> {
  std::size_t operator()(const edustat::Scope& scope) const noexcept { return scope.hash(); }
};
