// SPDX-License-Identifier: Apache-2.0
// Facts files in every encoding: whatever the bytes, there are facts or an Error with its places,
// and the scopes and periods of facts are read back from their text.

#include "edustat/bulletin/bulletin.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const edustat::Fact& fact) {
  using edustat::Language;
  using edustat::Period;
  using edustat::Scope;
  require(!fact.item.empty());
  require(fact.place.line > 1);
  require(Scope::parse(fact.scope.to_string()) == fact.scope);
  require(Scope::parse(fact.scope.to_string()).members() == fact.scope.members());
  require(!fact.scope.contains(fact.scope));
  if (!fact.period) return;
  require(Period::parse(fact.period->to_string()) == *fact.period);
  require(Period::parse(fact.period->to_string(Language::zh)) == *fact.period);
}

void check(const edustat::Error& error) {
  for (const edustat::Fault& fault : error.faults()) {
    require(fault.message(edustat::Language::zh).find('\n') == std::string::npos);
    require(fault.message(edustat::Language::en).find('\n') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using edustat::Bulletin;
  const std::string text(data, data + size);
  for (const char* encoding : {"", "gb18030", "utf-16"}) {
    Bulletin::Format format{.marks = {{"—", edustat::Gap::missing}}};
    if (*encoding != '\0') format.encoding = encoding;
    try {
      const Bulletin bulletin = Bulletin::parse_csv(text, "facts.csv", format);
      for (const edustat::Fact& fact : bulletin.facts()) check(fact);
    } catch (const edustat::Error& error) {
      check(error);
    }
  }
  return 0;
}
