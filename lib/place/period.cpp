// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/period.hpp"

#include "place/period_reading.hpp"

#include <ostream>

namespace edustat {

Period Period::parse(std::string_view text) {
  const detail::PeriodReading reading = detail::read_period(text);
  return {reading.first, reading.last, reading.is_instant ? Form::instant : Form::span};
}

bool Period::contains(const Period& other) const noexcept {
  if (is_instant_) return *this == other;
  return first_ <= other.first_ && other.last_ <= last_;
}

std::ostream& operator<<(std::ostream& stream, const Period& period) {
  return stream << period.to_string();
}

}  // namespace edustat
