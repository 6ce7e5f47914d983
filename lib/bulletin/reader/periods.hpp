// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/place/period.hpp"

#include "bulletin/reader/characters.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace edustat::reader {

/// The periods that a text states. Only those with a year are known; a range of years (2014-2018年)
/// names a programme and dates no figure.
class Periods {
 public:
  Periods(const Characters& text, const std::optional<Period>& whole);

  /// That of the text: the given one, else the first 截至 of a month with a year.
  [[nodiscard]] const std::optional<Period>& whole() const noexcept { return whole_; }
  /// That of a figure at `position`: the one that its sentence states in front of it, or that began
  /// an earlier sentence of its paragraph, where it lies outside that of the text; else that of the
  /// text.
  [[nodiscard]] std::optional<Period> at(std::size_t position) const;

 private:
  struct Stated {
    std::size_t position;
    Period period;
  };
  [[nodiscard]] bool begins_sentence(const Stated& stated) const;

  const Characters& text_;
  std::optional<Period> whole_;
  std::vector<Stated> stated_;
};

}  // namespace edustat::reader
