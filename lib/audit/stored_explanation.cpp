// SPDX-License-Identifier: Apache-2.0
#include "audit/stored_explanation.hpp"

#include "audit/day.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace edustat::detail {
namespace {

std::string today() {
  const std::chrono::year_month_day date{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

}  // namespace

const Explanation* explanation_for(const std::vector<Explanation>& stored,
                                   const Finding::Subject& subject, std::string_view day) {
  const auto covers = [&](const Explanation& one) {
    return one.relation == subject.rule && one.scope == subject.scope &&
           (!one.period || one.period == subject.period) &&
           (one.valid_until.empty() || day <= one.valid_until);
  };
  const auto found = std::find_if(stored.begin(), stored.end(), covers);
  return found == stored.end() ? nullptr : &*found;
}

std::string day_of(std::string_view as_of, const std::vector<Explanation>& stored) {
  require_day(as_of, "as_of");
  for (const Explanation& one : stored) require_day(one.valid_until, "valid_until");
  return as_of.empty() ? today() : std::string(as_of);
}

}  // namespace edustat::detail
