// SPDX-License-Identifier: Apache-2.0
// Catalogue text: whatever the bytes, there is a catalogue or an Error whose faults have one line
// of message each; in a catalogue everything is found under its full id and every formula stands.

#include "edustat/catalogue/catalogue.hpp"
#include "edustat/error/error.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

namespace {

using edustat::Catalogue;

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const edustat::Error& error) {
  for (const edustat::Fault& fault : error.faults()) {
    require(fault.message(edustat::Language::zh).find('\n') == std::string::npos);
    require(fault.message(edustat::Language::en).find('\n') == std::string::npos);
  }
}

void check(const Catalogue& catalogue) {
  for (const edustat::Measure& measure : catalogue.measures()) {
    require(std::get<const edustat::Measure*>(catalogue.find(measure.full_id())) == &measure);
    for (const std::string& dimension : measure.dimensions) {
      require(!catalogue.code_list(dimension).codes.empty());
    }
    if (!measure.subset_of.empty()) static_cast<void>(catalogue.find(measure.subset_of));
  }
  for (const edustat::Indicator& indicator : catalogue.indicators()) {
    require(std::get<const edustat::Indicator*>(catalogue.find(indicator.full_id())) == &indicator);
    require(edustat::Formula(indicator.formula.text()) == indicator.formula);
    for (const edustat::Reference& reference : indicator.formula.references()) {
      static_cast<void>(catalogue.find(reference.item));
    }
  }
  for (const edustat::Rule& rule : catalogue.relations()) {
    for (const edustat::Reference& reference : rule.statement.references()) {
      static_cast<void>(catalogue.find(reference.item));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  try {
    check(Catalogue::parse(text, "fuzz.toml"));
  } catch (const edustat::Error& error) {
    check(error);
  }
  return 0;
}
