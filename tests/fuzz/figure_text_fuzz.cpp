// SPDX-License-Identifier: Apache-2.0
// Figure text: whatever the bytes, there is a figure or an Error with one line of message, and
// every figure is read back from its text and lies in its own intervals.

#include "edustat/error/error.hpp"
#include "edustat/quantity/figure.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using edustat::Figure;
using edustat::Interval;
using edustat::Precision;
using edustat::Qualifier;

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const edustat::Error& error) {
  require(error.message(edustat::Language::zh).find('\n') == std::string::npos);
  require(error.message(edustat::Language::en).find('\n') == std::string::npos);
}

void check(const Figure& figure) {
  require(Figure(figure.text()) == figure);
  require(figure.last_place().sign() > 0);
  for (const Precision precision : {Precision::exact, Precision::nearest, Precision::half_up,
                                    Precision::half_even, Precision::truncated}) {
    const Interval interval = figure.interval(precision);
    require(interval.low().value.has_value());
    const bool is_plain = figure.value() && figure.qualifier() == Qualifier::none;
    if (!is_plain) continue;
    require(interval.contains(*figure.value()));
    if (precision == Precision::exact) require(interval == Interval::exactly(*figure.value()));
    if (figure.is_exact_count()) require(interval.is_exact());
  }
  const Figure declared = figure.with_last_place(figure.last_place());
  require(!declared.is_exact_count() && declared.value() == figure.value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  try {
    check(Figure(text));
  } catch (const edustat::Error& error) {
    check(error);
  }
  return 0;
}
