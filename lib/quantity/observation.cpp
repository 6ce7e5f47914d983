// SPDX-License-Identifier: Apache-2.0
#include "edustat/quantity/observation.hpp"

namespace edustat {

std::string_view name_of(Gap gap, Language language) noexcept {
  const bool is_chinese = language == Language::zh;
  switch (gap) {
    case Gap::missing:
      return is_chinese ? "缺报" : "missing";
    case Gap::not_applicable:
      return is_chinese ? "不适用" : "not_applicable";
    case Gap::suppressed:
      return is_chinese ? "不公布" : "suppressed";
    case Gap::undefined:
      return is_chinese ? "无意义" : "undefined";
  }
  return {};
}

}  // namespace edustat
