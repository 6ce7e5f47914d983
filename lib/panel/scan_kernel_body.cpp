// SPDX-License-Identifier: Apache-2.0
// Compiled once for each instruction set, with EDUSTAT_INSTRUCTIONS as the name of the namespace:
// see lib/CMakeLists.txt. Plain loops that the compiler makes vectors of. Nothing here may be an
// inline function of a header: the linker would keep one copy of it, perhaps that of another
// machine.
#include "panel/scan_kernel.hpp"
#include "panel/scan_kernel_keys.hpp"
#include "panel/scan_kernel_values.hpp"

namespace edustat::detail::EDUSTAT_INSTRUCTIONS {
namespace {

std::uint64_t magnitudes(const std::int64_t* values, std::size_t rows) {
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    const auto value = static_cast<std::uint64_t>(values[i]);
    const auto sign = static_cast<std::uint64_t>(values[i] < 0 ? -1 : 0);
    seen |= value ^ sign;
  }
  return seen;
}

void know(const std::int64_t* rows, std::uint32_t* unknown, std::size_t cells) {
  for (std::size_t i = 0; i < cells; ++i) {
    unknown[i] = static_cast<std::uint32_t>(rows[i]) - unknown[i];
  }
}

bool status(const std::uint32_t* known, const std::uint32_t* due, std::size_t cells,
            const StatusWords& words, std::uint8_t* statuses) {
  // Bytes may alias everything, so that the words are read once; 32 bits up to the last step.
  const std::uint32_t complete = words.complete;
  const std::uint32_t partial = words.partial;
  const std::uint32_t missing = words.missing;
  const std::uint32_t not_applicable = words.not_applicable;
  std::uint32_t excess = 0;
  for (std::size_t i = 0; i < cells; ++i) {
    const std::uint32_t whole = due[i] == 0 ? not_applicable : complete;
    const std::uint32_t part = known[i] == 0 ? missing : partial;
    statuses[i] = static_cast<std::uint8_t>(known[i] == due[i] ? whole : part);
    excess |= known[i] > due[i] ? 1U : 0U;
  }
  return excess == 0;
}

KeyOrder order(const std::uint64_t* keys, std::size_t rows) {
  // Signed, as few instruction sets compare without sign.
  const auto first = static_cast<std::int64_t>(keys[0]);
  std::int64_t low = first;
  std::int64_t high = first;
  std::uint64_t bits = keys[0];
  std::uint64_t falls = 0;
  for (std::size_t i = 1; i < rows; ++i) {
    const auto key = static_cast<std::int64_t>(keys[i]);
    const auto before = static_cast<std::int64_t>(keys[i - 1]);
    low = key < low ? key : low;
    high = key > high ? key : high;
    bits |= keys[i];
    falls |= key <= before ? std::uint64_t{1} : std::uint64_t{0};
  }
  return {static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(high), bits, falls == 0};
}

}  // namespace

extern const ScanKernel scan_kernel;
const ScanKernel scan_kernel{
    indices<std::int16_t>,
    indices<std::int32_t>,
    runs<std::int16_t>,
    runs<std::int32_t>,
    add_runs,
    add_rows,
    {add_lines<0>, add_lines<1>, add_lines<2>, add_lines<3>, add_lines<4>, add_lines<5>,
     add_lines<6>, add_lines<7>},
    magnitudes,
    know,
    status,
    order,
};

}  // namespace edustat::detail::EDUSTAT_INSTRUCTIONS
