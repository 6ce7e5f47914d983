// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/item.hpp"

namespace edustat {

std::string_view name_of(CodeList::Rule rule) noexcept {
  return rule == CodeList::Rule::partition ? "partition" : "subset";
}

std::string_view name_of(TimeRule rule) noexcept {
  switch (rule) {
    case TimeRule::flow:
      return "flow";
    case TimeRule::stock:
      return "stock";
    case TimeRule::cumulative:
      return "cumulative";
    case TimeRule::plan:
      return "plan";
    case TimeRule::cohort:
      return "cohort";
    case TimeRule::standard:
      return "standard";
    case TimeRule::ratio:
      return "ratio";
    case TimeRule::rank:
      return "rank";
  }
  return "";
}

std::string_view name_of(RegionRule rule) noexcept {
  return rule == RegionRule::sum ? "sum" : "none";
}

std::string_view name_of(Origin origin) noexcept {
  switch (origin) {
    case Origin::none:
      return "";
    case Origin::programme:
      return "programme";
    case Origin::year:
      return "year";
    case Origin::school_year:
      return "school_year";
    case Origin::loan_round:
      return "loan_round";
  }
  return "";
}

std::string_view name_of(Severity severity) noexcept {
  return severity == Severity::hard ? "hard" : "soft";
}

}  // namespace edustat
