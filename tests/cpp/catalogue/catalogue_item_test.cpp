// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue_item.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace edustat {
namespace {

CodeList list_of(std::string id, Label label, std::vector<Code> codes = {}) {
  return {.id = std::move(id), .label = std::move(label), .codes = std::move(codes)};
}

TEST(FindCode, AsksForAnIdFirst) {
  const CodeList list =
      list_of("kind", {}, {{"a", {"甲", "first"}, {"b"}}, {"b", {"乙", "second"}, {"其二"}}});
  EXPECT_EQ(find_code(list, "b"), &list.codes[1]);
  EXPECT_EQ(find_code(list, "甲"), &list.codes[0]);
  EXPECT_EQ(find_code(list, "second"), &list.codes[1]);
  EXPECT_EQ(find_code(list, "其二"), &list.codes[1]);
  EXPECT_EQ(find_code(list, "丙"), nullptr);
}

TEST(FindCodeList, TakesALabelInEitherLanguage) {
  const std::vector<CodeList> lists{list_of("kind", {"类别", "stage"}),
                                    list_of("stage", {"学段", "level"})};
  EXPECT_EQ(find_code_list(lists, "stage"), &lists[1]);
  EXPECT_EQ(find_code_list(lists, "类别"), &lists[0]);
  EXPECT_EQ(find_code_list(lists, "level"), &lists[1]);
  EXPECT_EQ(find_code_list(lists, "sex"), nullptr);
}

TEST(FindCodeList, LooksOnlyAmongThoseOfTheItem) {
  const std::vector<CodeList> lists{list_of("old_kind", {"类别", "kind"}),
                                    list_of("new_kind", {"类别", "kind"})};
  Measure measure;
  measure.dimensions = {"new_kind"};
  EXPECT_EQ(find_code_list(lists, "类别", &measure), &lists[1]);
  EXPECT_EQ(find_code_list(lists, "old_kind", &measure), nullptr);
}

}  // namespace
}  // namespace edustat
