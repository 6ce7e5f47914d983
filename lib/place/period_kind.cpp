// SPDX-License-Identifier: Apache-2.0
#include "place/period_kind.hpp"

#include "place/month_text.hpp"
#include "place/period_reading.hpp"

#include <array>
#include <cstddef>

namespace edustat {
namespace {

using Kind = Period::Kind;

struct Named {
  Kind kind;
  std::string_view name, zh, en;
};

constexpr std::array names{
    Named{Kind::month, "month", "月", "month"},
    Named{Kind::two_months, "two_months", "双月", "two months"},
    Named{Kind::quarter, "quarter", "季度", "quarter"},
    Named{Kind::half_year, "half_year", "半年", "half-year"},
    Named{Kind::year, "year", "年", "year"},
    Named{Kind::term, "term", "学期", "term"},
    Named{Kind::school_year, "school_year", "学年", "school year"},
    Named{Kind::plan_period, "plan_period", "规划期", "plan period"},
    Named{Kind::span, "span", "时段", "span"},
    Named{Kind::instant, "instant", "时点", "instant"},
};

consteval bool are_names_in_order() {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (static_cast<std::size_t>(names[i].kind) != i) return false;
  }
  return true;
}
static_assert(are_names_in_order());

constexpr std::array tiled{Kind::month, Kind::two_months, Kind::quarter,    Kind::half_year,
                           Kind::year,  Kind::term,       Kind::school_year};

}  // namespace

std::optional<detail::Tile> detail::tile_of(Period::Kind kind) noexcept {
  switch (kind) {
    case Kind::month:
      return Tile{1, 0};
    case Kind::two_months:
      return Tile{2, 0};
    case Kind::quarter:
      return Tile{3, 0};
    case Kind::half_year:
      return Tile{6, 0};
    case Kind::year:
      return Tile{12, 0};
    case Kind::term:
      return Tile{6, 2};
    case Kind::school_year:
      return Tile{12, 8};
    case Kind::plan_period:
    case Kind::span:
    case Kind::instant:
      break;
  }
  return std::nullopt;
}

Kind Period::kind() const noexcept {
  if (is_instant_) return Kind::instant;
  for (const Kind kind : tiled) {
    const std::optional<detail::Tile> tile = detail::tile_of(kind);
    if (months() == tile->length && first_ % tile->length == tile->offset) return kind;
  }
  const bool is_years =
      first_ % detail::months_of_year == 0 && months() % detail::months_of_year == 0;
  return is_years ? Kind::plan_period : Kind::span;
}

std::string_view name_of(Period::Kind kind) noexcept {
  return names[static_cast<std::size_t>(kind)].name;
}

std::string_view name_of(Period::Kind kind, Language language) noexcept {
  const Named& named = names[static_cast<std::size_t>(kind)];
  return language == Language::zh ? named.zh : named.en;
}

}  // namespace edustat
