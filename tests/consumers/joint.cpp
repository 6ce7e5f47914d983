// SPDX-License-Identifier: Apache-2.0
// A program of someone who has Z3's library besides, and none of its headers.

#include <edustat/audit/reconcile.hpp>
#include <iostream>
#include <utility>
#include <vector>

int main() {
  // a + b >= 5/2, a + c <= 3/2 and b + c <= 3/2 leave c <= 1/4, which no print of 1 is.
  std::vector<edustat::Unknown> prints;
  for (const auto& [name, figure] :
       {std::pair("a", "1"), {"b", "1"}, {"c", "1"}, {"ab", "3"}, {"ac", "1"}, {"bc", "1"}}) {
    prints.push_back({name, edustat::Figure(figure).interval(edustat::Precision::nearest)});
  }
  const std::vector<edustat::Relation> sums{edustat::Relation("ab == a + b"),
                                            edustat::Relation("ac == a + c"),
                                            edustat::Relation("bc == b + c")};
  const edustat::Joint joint = edustat::reconcile(prints, sums);
  const bool is_found = joint.verdict == edustat::Verdict::impossible &&
                        joint.conflicts.size() == 1 && joint.conflicts[0].numbers.size() == 4;
  std::cout << (is_found ? "  holds: " : "  FAILS: ")
            << "three rounded sums that pass alone contradict one another\n";
  return is_found ? 0 : 1;
}
