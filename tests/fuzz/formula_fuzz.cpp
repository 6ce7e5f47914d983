// SPDX-License-Identifier: Apache-2.0
// Formula text: whatever the bytes, there is a tree or an Error with one line of message; a tree
// is written back to text that gives the same tree, and any units can be judged on it.

#include "edustat/catalogue/formula.hpp"
#include "edustat/catalogue/inference.hpp"
#include "edustat/error/error.hpp"
#include "edustat/quantity/unit.hpp"

#include "lib/catalogue/formula_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

namespace {

using edustat::Dimension;
using edustat::Formula;
using edustat::Reference;
using edustat::Relation;

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const edustat::Error& error) {
  require(error.message(edustat::Language::zh).find('\n') == std::string::npos);
  require(error.message(edustat::Language::en).find('\n') == std::string::npos);
}

void check(const Formula& formula) {
  std::vector<std::string> leaves;
  for (const Reference& reference : formula.references()) {
    leaves.push_back(reference.to_string());
    if (leaves.back().find('*') != std::string::npos) continue;  // stands in a sum only
    const Formula alone(leaves.back());
    require(alone.references().size() == 1 && alone.references().front() == reference);
  }
  const std::string text =
      edustat::detail::formula_text(formula.nodes(), formula.constants(), leaves);
  // Many short names may be written longer than they stand.
  if (text.size() < 65'536) require(Formula(text) == formula);
}

void check(const Relation& relation, std::size_t seed) {
  static const std::array units{edustat::Unit::parse("%"),     edustat::Unit::parse("人"),
                                edustat::Unit::parse("人次"),  edustat::Unit::parse("元"),
                                edustat::Unit::parse("元/人"), edustat::Unit::parse("百分点"),
                                edustat::Unit::parse("平方米")};
  std::vector<const Dimension*> dimensions;
  for (std::size_t i = 0; i < relation.references().size(); ++i) {
    seed = seed * 31 + 7;
    const std::size_t choice = seed % (units.size() + 1);
    dimensions.push_back(choice == units.size() ? nullptr : &units[choice].dimension());
  }
  try {
    static_cast<void>(edustat::infer_print(relation, dimensions));
    for (const Dimension*& one : dimensions) one = one == nullptr ? &units[0].dimension() : one;
    edustat::require_comparable(relation, dimensions);
  } catch (const edustat::Error& error) {
    check(error);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  try {
    check(Formula(text));
  } catch (const edustat::Error& error) {
    check(error);
  }
  try {
    check(Relation(text), size + (size == 0 ? 0 : data[size / 2]));
  } catch (const edustat::Error& error) {
    check(error);
  }
  return 0;
}
