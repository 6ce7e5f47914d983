// SPDX-License-Identifier: Apache-2.0
#include "place/period_kind.hpp"

#include "place/month_text.hpp"
#include "place/period_reading.hpp"

#include <array>
#include <cstddef>

namespace edustat {
namespace {

using PeriodKind = Period::Kind;

struct Named {
  PeriodKind kind;
  std::string_view name, zh, en;
};

constexpr std::array kind_names{
    Named{PeriodKind::month, "month", "月", "month"},
    Named{PeriodKind::two_months, "two_months", "双月", "two months"},
    Named{PeriodKind::quarter, "quarter", "季度", "quarter"},
    Named{PeriodKind::half_year, "half_year", "半年", "half-year"},
    Named{PeriodKind::year, "year", "年", "year"},
    Named{PeriodKind::term, "term", "学期", "term"},
    Named{PeriodKind::school_year, "school_year", "学年", "school year"},
    Named{PeriodKind::plan_period, "plan_period", "规划期", "plan period"},
    Named{PeriodKind::span, "span", "时段", "span"},
    Named{PeriodKind::instant, "instant", "时点", "instant"},
};

consteval bool are_names_in_order() {
  for (std::size_t i = 0; i < kind_names.size(); ++i) {
    if (static_cast<std::size_t>(kind_names[i].kind) != i) return false;
  }
  return true;
}
static_assert(are_names_in_order());

constexpr std::array tiled{PeriodKind::month,      PeriodKind::two_months, PeriodKind::quarter,
                           PeriodKind::half_year,  PeriodKind::year,       PeriodKind::term,
                           PeriodKind::school_year};

}  // namespace

std::optional<detail::Tile> detail::tile_of(Period::Kind kind) noexcept {
  switch (kind) {
    case PeriodKind::month:
      return Tile{1, 0};
    case PeriodKind::two_months:
      return Tile{2, 0};
    case PeriodKind::quarter:
      return Tile{3, 0};
    case PeriodKind::half_year:
      return Tile{6, 0};
    case PeriodKind::year:
      return Tile{12, 0};
    case PeriodKind::term:
      return Tile{6, 2};
    case PeriodKind::school_year:
      return Tile{12, 8};
    case PeriodKind::plan_period:
    case PeriodKind::span:
    case PeriodKind::instant:
      break;
  }
  return std::nullopt;
}

PeriodKind Period::kind() const noexcept {
  if (is_instant_) return PeriodKind::instant;
  for (const PeriodKind kind : tiled) {
    const std::optional<detail::Tile> tile = detail::tile_of(kind);
    if (months() == tile->length && first_ % tile->length == tile->offset) return kind;
  }
  const bool is_years =
      first_ % detail::months_of_year == 0 && months() % detail::months_of_year == 0;
  return is_years ? PeriodKind::plan_period : PeriodKind::span;
}

std::string_view name_of(Period::Kind kind) noexcept {
  return kind_names[static_cast<std::size_t>(kind)].name;
}

std::string_view name_of(Period::Kind kind, Language language) noexcept {
  const Named& named = kind_names[static_cast<std::size_t>(kind)];
  return language == Language::zh ? named.zh : named.en;
}

}  // namespace edustat
