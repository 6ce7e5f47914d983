// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/quantity/unit.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {

/// The unit words that a text may use: the built-in ones, and those that a catalogue or a program
/// defines.
///
/// Immutable: define() gives a new system. Copies share their content.
class UnitSystem {
 public:
  /// The built-in units.
  UnitSystem();
  /// This system with one more word for `unit` (`unit.symbol()` itself need not be repeated in
  /// `words`).
  /// @throws UnitError (duplicate_unit) when a word already means something else, or
  /// (malformed_unit) when it is empty, not plain UTF-8 text, or begins with a digit or a space
  [[nodiscard]] UnitSystem define(const Unit& unit,
                                  const std::vector<std::string>& words = {}) const;
  /// Reads `平方米`, `万元`, `元/人`, `人/百名学生`, `元/人·年`, `m²`; full width and `／` are
  /// folded. Everything behind `/` divides. An empty text and `1` are the bare unit.
  /// @throws UnitError (unknown_unit, malformed_unit) naming the word
  [[nodiscard]] Unit parse(std::string_view text) const;
  /// A unit found at the start of a text.
  struct Match {
    /// The unit that stands there.
    Unit unit;
    std::size_t length;  ///< bytes used
  };
  /// The longest unit, compound ones included, that stands at the start of `text`; length 0 and the
  /// bare unit when there is none. Scale words (万, 亿) in front are not units here: they belong
  /// to the number.
  [[nodiscard]] Match match(std::string_view text) const;
  /// Every word with its unit, in a fixed order.
  [[nodiscard]] std::vector<std::pair<std::string, Unit>> words() const;

 private:
  struct Data;
  explicit UnitSystem(std::shared_ptr<const Data> data) noexcept;
  static const Data& builtin();
  std::shared_ptr<const Data> data_;
};

}  // namespace edustat
