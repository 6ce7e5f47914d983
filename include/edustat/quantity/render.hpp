// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/number/interval.hpp"
#include "edustat/number/rounding.hpp"
#include "edustat/quantity/quantity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace edustat {

/// How a quantity is written for people.
struct RenderStyle {
  /// The scale word in Chinese text; English text never has one, but a stated word (wan, yi) still
  /// says what `places` count from: 1764400平方米 in wan with one place is 176.4万平方米 and
  /// 1,764,000 m². Rates and 百分点 have no scale word.
  enum class Scale : std::uint8_t {
    automatic,  ///< 亿 from 1亿, 万 from 1万 on for measuring units; for counts and bare numbers
                ///< only where two decimals hold them (6.2万人次, but 12993人)
    none,  ///< all digits
    wan,   ///< 万
    yi     ///< 亿
  };

  Language language =
      Language::zh;  ///< unit words and grouping: Chinese has none, English groups by thousands
  std::optional<DecimalPlaces>
      places{};  ///< places in front of the scale word; absent: all, at most 4 when endless
  Rounding rounding = Rounding::half_up;  ///< applied once, to the exact value
  Scale scale = Scale::automatic;         ///< scale word
};

/// `automatic`, `none`, `wan` or `yi`.
[[nodiscard]] std::string_view name_of(RenderStyle::Scale scale) noexcept;

/// Writes `176.4万平方米`, `1,764,000 m²`, `63.49%`, `4.31个百分点` / `4.31 percentage points`.
[[nodiscard]] std::string render(const Quantity& quantity, const RenderStyle& style = {});

/// Writes both ends in `unit`, `[63.19%, 63.79%]` or `(-∞, 0.5亿元)`, with one scale word, enough
/// places to tell them apart and at least those of `style`. The interval is in base units.
[[nodiscard]] std::string render(const Interval& interval, const Unit& unit,
                                 const RenderStyle& style = {});

}  // namespace edustat
