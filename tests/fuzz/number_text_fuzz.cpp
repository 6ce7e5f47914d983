// SPDX-License-Identifier: Apache-2.0
// Number text: whatever the bytes, there is an exact number or an Error with its column, and the
// part of a text that a number was read from holds the same number.

#include "edustat/error/error.hpp"
#include "edustat/quantity/numeral.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using edustat::Numeral;
using edustat::Rational;

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const edustat::Error& error) {
  require(error.place().column > 0);
  require(error.message(edustat::Language::zh).find('\n') == std::string::npos);
  require(error.message(edustat::Language::en).find('\n') == std::string::npos);
}

void check(const Numeral& numeral, std::string_view text) {
  require(numeral.length > 0 && numeral.length <= text.size());
  require(numeral.last_place.sign() > 0 && numeral.last_nonzero_place.sign() > 0);
  require(numeral.last_nonzero_place >= numeral.last_place);
  if (numeral.highest) require(numeral.lowest <= *numeral.highest);
  if (numeral.value) require(numeral.lowest == *numeral.value && numeral.highest == numeral.value);
  const Numeral again = edustat::read_numeral(text.substr(0, numeral.length));
  require(again.length == numeral.length && again.value == numeral.value);
  require(again.lowest == numeral.lowest && again.highest == numeral.highest);
  require(again.last_place == numeral.last_place && again.scale_word == numeral.scale_word);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  try {
    const Rational value = edustat::parse_number(text);
    require(Rational::from_hex(value.to_hex()) == value);
  } catch (const edustat::Error& error) {
    check(error);
  }
  try {
    check(edustat::read_numeral(text), text);
  } catch (const edustat::Error& error) {
    check(error);
  }
  return 0;
}
