// SPDX-License-Identifier: Apache-2.0
// Running text: whatever it is, figures stand in order inside it and quote it, and facts are read
// from them.

#include "edustat/bulletin/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const edustat::BulletinText& read, std::string_view text) {
  std::size_t byte = 0;
  std::size_t fact = 0;
  for (const edustat::Reading& reading : read.readings()) {
    require(reading.byte_begin >= byte && reading.byte_end > reading.byte_begin);
    require(reading.byte_end <= text.size());
    require(reading.character_end > reading.character_begin);
    require(text.substr(reading.byte_begin, reading.byte_end - reading.byte_begin) == reading.text);
    require(!reading.explain(edustat::Language::zh).empty());
    require(!(reading.fact && reading.reason));
    if (reading.fact) {
      require(*reading.fact == fact++);
      const edustat::Fact& own = read.facts()[*reading.fact];
      require(std::get<edustat::Figure>(own.figure).text() == reading.text);
      require(edustat::Scope::parse(own.scope.to_string()) == own.scope);
    }
    byte = reading.byte_end;
  }
  require(fact == read.facts().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const edustat::Catalogue catalogue = edustat::Catalogue::builtin("education");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    check(edustat::read_bulletin(text, catalogue), text);
  } catch (const edustat::Error&) {
    // refused with its place
  }
  return 0;
}
