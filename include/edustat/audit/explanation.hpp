// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"
#include "edustat/place/period.hpp"
#include "edustat/place/scope.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// Why a soft finding is as it is, kept so that it need not be asked again next month.
struct Explanation {
  std::string
      relation{};  ///< id of the relation or indicator, `school_improvement.started_within_planned`
  Scope scope{};   ///< the scope to which it applies
  std::optional<Period> period{};  ///< the period; absent: every period until valid_until
  std::string text{};              ///< the explanation
  std::string who{};               ///< who gave it
  std::string date{};              ///< when, `2016-12-01`
  std::string valid_until{};  ///< last day on which it counts, `2017-12-31`; empty: without end
  Place place{};              ///< line in the file
};

/// Reads a file of explanations: CSV with the columns relation, scope, period, text, who, date,
/// valid_until, of which relation and text are needed.
/// @throws FileError, ParseError, StructureError with all faults
[[nodiscard]] std::vector<Explanation> read_explanations(const std::filesystem::path& path);
/// Reads the text of such a file; `name` stands in errors.
[[nodiscard]] std::vector<Explanation> parse_explanations(std::string_view text,
                                                          std::string_view name);

}  // namespace edustat
