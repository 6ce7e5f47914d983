// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/error/error.hpp"
#include "edustat/place/period.hpp"
#include "edustat/place/scope.hpp"
#include "edustat/quantity/figure.hpp"
#include "edustat/quantity/observation.hpp"
#include "edustat/quantity/unit.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace edustat {

/// One statistic of a published text.
struct Fact {
  std::string item{};  ///< `school_improvement.started_area`, an id, a label or an alias
  std::vector<Reference::Category> categories{};  ///< `training_kind=disabled`
  Scope scope{};                                  ///< of what
  std::optional<Period> period{};                 ///< for when; absent: the period of the text
  std::variant<Figure, Gap> figure;               ///< as printed, or why nothing is
  std::optional<Precision>
      precision{};        ///< the rule by which this figure was shortened, where declared
  std::string vintage{};  ///< 快报, 年报, 核定, 修订
  std::string source{};   ///< where it is printed
  std::string note{};     ///< in words
  Place place{};          ///< line in the facts file
};

/// The facts of one published text, in its order.
class Bulletin {
 public:
  /// How the facts file writes its text and its gaps.
  struct Format {
    /// `utf-8`, `gb18030` or `gbk`; absent: UTF-8 with or without mark, anything else is refused
    /// with its likely name.
    std::optional<std::string> encoding{};
    /// What signs in the figure column mean, declared for this file: `{"—", Gap::missing}`. Nothing
    /// is guessed.
    std::map<std::string, Gap> marks{};
    /// The unit words in use.
    UnitSystem units{};
  };

  /// A bulletin of these facts.
  explicit Bulletin(std::vector<Fact> facts, std::string name = {});
  /// Reads a facts file: RFC 4180 CSV with a head; columns item, category, scope, period, figure,
  /// precision, unit_in_last_place, vintage, source, note in any order, of which only item and
  /// figure are needed.
  /// @throws FileError, ParseError and StructureError with all faults of the file, each with line
  /// and column
  [[nodiscard]] static Bulletin read_csv(const std::filesystem::path& path, const Format& format);
  /// Reads UTF-8 text in the built-in units.
  [[nodiscard]] static Bulletin read_csv(const std::filesystem::path& path);
  /// Reads the text of a facts file; `name` stands in errors.
  [[nodiscard]] static Bulletin parse_csv(std::string_view text, std::string_view name,
                                          const Format& format);

  /// The facts in the order of the text.
  [[nodiscard]] std::span<const Fact> facts() const noexcept { return facts_; }
  /// File name or title.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

 private:
  std::vector<Fact> facts_;
  std::string name_;
};

}  // namespace edustat
