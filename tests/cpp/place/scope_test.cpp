// SPDX-License-Identifier: Apache-2.0
#include "edustat/place/scope.hpp"

#include "edustat/error/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace edustat {
namespace {

std::string canonical(std::string_view text) {
  return Scope::parse(text).to_string();
}

bool contains(std::string_view whole, std::string_view part) {
  return Scope::parse(whole).contains(Scope::parse(part));
}

/// The fault of a text that is no scope.
Fault fault_of(std::string_view text) {
  try {
    (void)Scope::parse(text);
  } catch (const Error& error) {
    return error.faults().front();
  }
  return Fault{ErrorCode::bad_value, {"read without an error"}};
}

TEST(Scope, OfTheEmptyTextIsTheWhole) {
  EXPECT_EQ(Scope::parse(""), Scope());
  EXPECT_EQ(Scope::parse(" \u3000"), Scope());
  EXPECT_EQ(Scope().to_string(), "");
  EXPECT_EQ(Scope().name(), "");
  EXPECT_EQ(Scope().members().size(), 0U);
}

TEST(Scope, KnowsItsNameAndWhatItIsWithin) {
  const Scope scope = Scope::parse("河北省>邯郸市>7个扶贫县");
  EXPECT_EQ(scope.name(), "7个扶贫县");
  EXPECT_EQ(scope.within(), Scope::parse("河北省>邯郸市"));
  EXPECT_EQ(Scope::parse("河北省").within(), std::nullopt);
  EXPECT_EQ(Scope().within(), std::nullopt);
}

TEST(Scope, FoldsSignsAndSpaces) {
  EXPECT_EQ(canonical(" 邯郸市 ＞ ！ 7个扶贫县 "), "邯郸市>!7个扶贫县");
  EXPECT_EQ(canonical("邯郸市＞五县｛魏县；馆陶县，广平县, 邯山区;永年区｝"),
            "邯郸市>五县{魏县、馆陶县、广平县、邯山区、永年区}");
  EXPECT_EQ(canonical("Handan City > 7 poor counties"), "Handan City>7 poor counties");
}

TEST(Scope, KeepsItsMembers) {
  const std::vector<std::string> expected{"魏县", "馆陶县"};
  EXPECT_EQ(Scope::parse("邯郸市>两县{魏县、馆陶县}").members(), expected);
}

TEST(Scope, IsReadBackFromItsText) {
  for (const std::string_view text :
       {"邯郸市", "邯郸市>7个扶贫县", "邯郸市>!7个扶贫县", "市>五县{魏县、馆陶县}>!魏县",
        "两县{魏县、馆陶县}", "a、b>c,d"}) {
    EXPECT_EQ(canonical(text), text);
    EXPECT_EQ(Scope::parse(canonical(text)), Scope::parse(text));
  }
}

TEST(Scope, ComplementOfAComplementIsTheScope) {
  const Scope group = Scope::parse("邯郸市>7个扶贫县{魏县、大名县}");
  EXPECT_EQ(group.complement(), Scope::parse("邯郸市>!7个扶贫县"));
  EXPECT_EQ(group.complement().is_complement(), true);
  EXPECT_EQ(group.complement().complement(), group);
  EXPECT_EQ(group.complement().complement().members(), group.members());
}

TEST(Scope, RefusesTheComplementOfAnOutermostScope) {
  for (const std::string_view text : {"", "邯郸市"}) {
    try {
      (void)Scope::parse(text).complement();
      FAIL() << text;
    } catch (const StructureError& error) {
      EXPECT_EQ(error.code(), ErrorCode::no_containing_scope);
    }
  }
}

TEST(Scope, ContainsWhatIsWrittenInIt) {
  EXPECT_EQ(contains("邯郸市", "邯郸市>7个扶贫县"), true);
  EXPECT_EQ(contains("邯郸市", "邯郸市>!7个扶贫县"), true);
  EXPECT_EQ(contains("河北省", "河北省>邯郸市>魏县"), true);
  EXPECT_EQ(contains("邯郸市>!7个扶贫县", "邯郸市>!7个扶贫县>永年区"), true);
}

TEST(Scope, ContainsNothingElse) {
  EXPECT_EQ(contains("邯郸市", "邯郸市"), false);
  EXPECT_EQ(contains("邯郸市>7个扶贫县", "邯郸市"), false);
  EXPECT_EQ(contains("邯郸市>7个扶贫县", "邯郸市>6个贫困县"), false);
  EXPECT_EQ(contains("邯郸市>7个扶贫县", "邯郸市>!7个扶贫县"), false);
  EXPECT_EQ(contains("邯郸市>7个扶贫县", "邯郸市>!7个扶贫县>永年区"), false);
  EXPECT_EQ(contains("邯郸", "邯郸市>7个扶贫县"), false);
  EXPECT_EQ(contains("", "邯郸市"), false);
  EXPECT_EQ(contains("", ""), false);
}

TEST(Scope, ContainsGroupsWhoseMembersAreItsMembers) {
  EXPECT_EQ(contains("市>五县{魏县、馆陶县、广平县}", "市>两县{广平县、魏县}"), true);
  EXPECT_EQ(contains("市>五县{魏县、馆陶县、广平县}", "市>两县{广平县、大名县}"), false);
  EXPECT_EQ(contains("市>五县{魏县、馆陶县、广平县}", "省>两县{广平县、魏县}"), false);
  EXPECT_EQ(contains("市>五县{魏县、馆陶县、广平县}", "市>!两县{广平县、魏县}"), false);
  EXPECT_EQ(contains("市>五县", "市>两县{广平县、魏县}"), false);
}

TEST(Scope, ContainsTheRegionsThatAreItsMembers) {
  EXPECT_EQ(contains("市>五县{魏县、馆陶县}", "市>魏县"), true);
  EXPECT_EQ(contains("市>五县{魏县、馆陶县}", "市>魏县>某镇"), true);
  EXPECT_EQ(contains("市>五县{魏县、馆陶县}", "市>大名县"), false);
}

TEST(Scope, OfEqualMembersContainEachOther) {
  EXPECT_EQ(contains("市>甲{a、b}", "市>乙{b、a}"), true);
  EXPECT_EQ(contains("市>乙{b、a}", "市>甲{a、b}"), true);
}

TEST(Scope, EqualityDoesNotRegardMembers) {
  const Scope listed = Scope::parse("市>两县{广平县、魏县}");
  const Scope plain = Scope::parse("市>两县");
  EXPECT_EQ(listed, plain);
  EXPECT_EQ(std::hash<Scope>{}(listed), std::hash<Scope>{}(plain));
  EXPECT_EQ(listed.contains(plain), false);
}

TEST(Scope, EqualityRegardsTheSide) {
  EXPECT_EQ(Scope::parse("市>县") == Scope::parse("市>!县"), false);
}

TEST(Scope, OrdersWholesBeforeTheirParts) {
  std::vector<Scope> scopes;
  for (const std::string_view text : {"市>县>乡", "市>!县", "市>县", "", "市"}) {
    scopes.push_back(Scope::parse(text));
  }
  std::sort(scopes.begin(), scopes.end());
  std::vector<std::string> texts;
  for (const Scope& scope : scopes) texts.push_back(scope.to_string());
  EXPECT_EQ(texts, (std::vector<std::string>{"", "市", "市>县", "市>县>乡", "市>!县"}));
}

TEST(Scope, RefusesWhatIsNoScopeWithTheColumn) {
  const std::vector<std::pair<std::string_view, std::size_t>> cases{
      {">县", 1},        {"市>", 3},         {"市> >县", 4},  {"市>>县", 3},  {"市!县", 2},
      {"市>!", 4},       {"市>!!县", 4},     {"市>县{", 5},   {"市>县{}", 5}, {"市>县{a、}", 7},
      {"市>县{、a}", 5}, {"市>县{a", 6},     {"市>县}", 4},   {"市>{a}", 3},  {"市>县{a}乙", 7},
      {"市>县{a>b}", 6}, {"市>县{a、a}", 9}, {"\uFEFF市", 1},
  };
  for (const auto& [text, column] : cases) {
    const Fault fault = fault_of(text);
    EXPECT_EQ(fault.code, ErrorCode::malformed_scope) << text;
    EXPECT_EQ(fault.place.column, column) << text;
  }
}

TEST(Scope, RefusesAComplementInNothing) {
  EXPECT_EQ(fault_of("!7个扶贫县").code, ErrorCode::no_containing_scope);
  EXPECT_EQ(fault_of("!7个扶贫县").message(Language::en),
            "column 1: '!7个扶贫县' is written in no containing scope, so it has no rest: write it "
            "as in 邯郸市>!7个扶贫县");
}

TEST(Scope, RefusesHostileText) {
  EXPECT_EQ(fault_of("市\xFF").code, ErrorCode::invalid_utf8);
  EXPECT_EQ(fault_of("市\u202E").code, ErrorCode::forbidden_character);
  EXPECT_EQ(fault_of(std::string(1'000'000, 'a')).code, ErrorCode::text_too_long);
}

TEST(Scope, PrintsToAStream) {
  EXPECT_EQ(testing::PrintToString(Scope::parse("市 > 县")), "市>县");
}

}  // namespace
}  // namespace edustat
