// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include "place/month_text.hpp"
#include "place/period_kind.hpp"
#include "place/period_reading.hpp"

namespace edustat {
namespace {

constexpr long long months_of_time = 10'000LL * detail::months_of_year;

[[noreturn]] void refuse(ErrorCode code, const Period& period, Period::Kind kind) {
  throw StructureError(Fault{code, {period.to_string(), std::string(name_of(kind))}});
}

}  // namespace

Period Period::checked(long long first, long long last, Form form) {
  if (first < 0 || last >= months_of_time) {
    const auto text = [](long long month) {
      const long long year =
          month >= 0 ? month / detail::months_of_year : -((11 - month) / detail::months_of_year);
      const long long number = month - year * detail::months_of_year + 1;
      return std::to_string(year) + (number < 10 ? "-0" : "-") + std::to_string(number);
    };
    throw LimitError(Fault{ErrorCode::period_out_of_range,
                           {first == last ? text(first) : text(first) + ".." + text(last)}});
  }
  return {static_cast<int>(first), static_cast<int>(last), form};
}

Period Period::month(int year, int month) {
  if (month < 1 || month > detail::months_of_year) {
    throw LimitError(Fault{ErrorCode::period_out_of_range,
                           {std::to_string(year) + "-" + std::to_string(month)}});
  }
  const long long number = static_cast<long long>(year) * detail::months_of_year + month - 1;
  return checked(number, number, Form::span);
}

Period Period::year(int year) {
  const long long first = static_cast<long long>(year) * detail::months_of_year;
  return checked(first, first + detail::months_of_year - 1, Form::span);
}

Period Period::of_months(int first_month, int last_month) {
  const Period first = checked(first_month, first_month, Form::span);
  const Period last = checked(last_month, last_month, Form::span);
  if (last_month < first_month) {
    throw StructureError(
        Fault{ErrorCode::period_ends_early, {first.to_string() + ".." + last.to_string()}});
  }
  return {first_month, last_month, Form::span};
}

Period Period::instant(int year, int month) {
  const Period end = Period::month(year, month);
  return {end.first_, end.last_, Form::instant};
}

Period Period::shifted_by_months(int months) const {
  return checked(static_cast<long long>(first_) + months, static_cast<long long>(last_) + months,
                 is_instant_ ? Form::instant : Form::span);
}

Period Period::next() const {
  return shifted_by_months(last_ - first_ + 1);
}

Period Period::previous() const {
  return shifted_by_months(first_ - last_ - 1);
}

Period Period::year_before() const {
  return shifted_by_months(-detail::months_of_year);
}

std::vector<Period> Period::range(const Period& from, const Period& to) {
  const int length = from.last_ - from.first_ + 1;
  const int distance = to.first_ - from.first_;
  if (distance < 0) {
    throw StructureError(
        Fault{ErrorCode::period_ends_early, {from.to_string() + ".." + to.to_string()}});
  }
  if (from.kind() != to.kind() || to.last_ - to.first_ + 1 != length || distance % length != 0) {
    throw StructureError(Fault{ErrorCode::periods_not_in_row, {from.to_string(), to.to_string()}});
  }
  std::vector<Period> periods{from};
  while (periods.back() != to) periods.push_back(periods.back().next());
  return periods;
}

std::vector<Period> Period::divide(Kind kind) const {
  const std::optional<detail::Tile> tile = detail::tile_of(kind);
  if (!tile || is_instant_ || months() % tile->length != 0 ||
      first_ % tile->length != tile->offset) {
    refuse(ErrorCode::periods_do_not_divide, *this, kind);
  }
  std::vector<Period> parts;
  for (int first = first_; first <= last_; first += tile->length) {
    parts.push_back({first, first + tile->length - 1, Form::span});
  }
  return parts;
}

Period Period::containing(Kind kind) const {
  const std::optional<detail::Tile> tile = detail::tile_of(kind);
  if (!tile) refuse(ErrorCode::period_not_within, *this, kind);
  const int shift = (first_ - tile->offset + tile->length) % tile->length;
  if (first_ - shift + tile->length <= last_) refuse(ErrorCode::period_not_within, *this, kind);
  return checked(first_ - shift, first_ - shift + tile->length - 1, Form::span);
}

}  // namespace edustat
