// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/scope.hpp"

#include "edustat/error/error.hpp"

#include <algorithm>
#include <compare>
#include <ostream>
#include <tuple>
#include <utility>

namespace edustat {
namespace {

/// Every name that a group covers; a region and a group of unknown members cover their own.
template <typename Step>
std::vector<std::string_view> names_of(const Step& step) {
  std::vector<std::string_view> names(step.members.begin(), step.members.end());
  if (names.empty()) names.emplace_back(step.name);
  std::sort(names.begin(), names.end());
  return names;
}

/// True when everything that `part` covers is covered by `whole`, both within one scope.
template <typename Step>
bool is_covered(const Step& part, const Step& whole) {
  if (part.is_complement || whole.is_complement || whole.members.empty()) return false;
  const std::vector<std::string_view> inner = names_of(part);
  const std::vector<std::string_view> outer = names_of(whole);
  return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

template <typename Step>
auto key_of(const Step& step) noexcept {
  return std::tuple<std::string_view, bool>(step.name, step.is_complement);
}

}  // namespace

std::string_view Scope::name() const noexcept {
  return steps_.empty() ? std::string_view{} : std::string_view(steps_.back().name);
}

std::optional<Scope> Scope::within() const {
  if (steps_.size() < 2) return std::nullopt;
  Scope result = *this;
  result.steps_.pop_back();
  return result;
}

bool Scope::is_complement() const noexcept {
  return !steps_.empty() && steps_.back().is_complement;
}

Scope Scope::complement() const {
  if (steps_.size() < 2) {
    throw StructureError(Fault{ErrorCode::no_containing_scope, {to_string()}});
  }
  Scope result = *this;
  result.steps_.back().is_complement = !is_complement();
  return result;
}

const std::vector<std::string>& Scope::members() const noexcept {
  static const std::vector<std::string> none;
  return steps_.empty() ? none : steps_.back().members;
}

bool Scope::contains(const Scope& other) const {
  if (steps_.empty() || other.steps_.size() < steps_.size() || *this == other) return false;
  const std::size_t last = steps_.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    if (key_of(steps_[i]) != key_of(other.steps_[i])) return false;
  }
  return key_of(steps_[last]) == key_of(other.steps_[last]) ||
         is_covered(other.steps_[last], steps_[last]);
}

std::string Scope::to_string() const {
  std::string result;
  for (const Step& step : steps_) {
    if (!result.empty()) result += '>';
    if (step.is_complement) result += '!';
    result += step.name;
    for (std::size_t i = 0; i < step.members.size(); ++i) {
      result += i == 0 ? "{" : "、";
      result += step.members[i];
    }
    if (!step.members.empty()) result += '}';
  }
  return result;
}

bool operator==(const Scope& left, const Scope& right) noexcept {
  return std::equal(left.steps_.begin(), left.steps_.end(), right.steps_.begin(),
                    right.steps_.end(),
                    [](const auto& a, const auto& b) { return key_of(a) == key_of(b); });
}

std::strong_ordering operator<=>(const Scope& left, const Scope& right) noexcept {
  const std::size_t common = std::min(left.steps_.size(), right.steps_.size());
  for (std::size_t i = 0; i < common; ++i) {
    const auto order = key_of(left.steps_[i]) <=> key_of(right.steps_[i]);
    if (std::is_neq(order)) return order;
  }
  return left.steps_.size() <=> right.steps_.size();
}

std::size_t Scope::hash() const noexcept {
  std::size_t result = 0;
  for (const Step& step : steps_) {
    const std::size_t part = std::hash<std::string>{}(step.name) + (step.is_complement ? 1U : 0U);
    result = result * 31U + part;
  }
  return result;
}

std::ostream& operator<<(std::ostream& stream, const Scope& scope) {
  return stream << scope.to_string();
}

}  // namespace edustat
