// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/column.hpp"

#include <array>

namespace edustat {

std::string Series::name() const {
  Reference reference;
  reference.item = measure;
  reference.categories = categories;
  return reference.to_string();
}

std::string_view name_of(InnerFacts inner) noexcept {
  constexpr std::array names{"refuse", "total", "own"};
  return names[static_cast<std::size_t>(inner)];
}

}  // namespace edustat
