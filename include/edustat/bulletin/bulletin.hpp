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
    /// `utf-8`, `gb18030`, `gbk`, `gb2312`, `utf-16`, `utf-16le` or `utf-16be`; absent: UTF-8 with
    /// or without mark, anything else is refused with its likely name.
    std::optional<std::string> encoding{};
    /// What signs in the figure column mean, declared for this file: `{"—", Gap::missing}`; the
    /// empty text stands for a blank cell. Nothing is guessed.
    std::map<std::string, Gap> marks{};
    /// The unit words in use.
    UnitSystem units{};
  };

  /// A bulletin of these facts.
  explicit Bulletin(std::vector<Fact> facts, std::string name = {});
  /// Reads a facts file: RFC 4180 CSV with a head; columns item, category, scope, period, figure,
  /// precision, unit_in_last_place, vintage, source, note in any order, of which only item and
  /// figure are needed.
  ///
  /// The head may be Chinese: 指标 or 项目, 类别, 范围, 时期, 数值 or 数据, 精度, 末位单位, 版本,
  /// 来源, 备注. A category is `training_kind=disabled; stage=primary`. A figure is a figure text,
  /// a gap (missing 缺报, not_applicable 不适用, suppressed 不公布, undefined 无意义) or a declared
  /// mark. A precision is a name of Precision, or 精确, 就近, 四舍五入, 四舍六入五成双, 去尾. Blank
  /// rows say nothing.
  /// @throws StructureError when the head or a row is not well formed, else ParseError when cells
  /// are not in their grammar: with all faults of the file (the first 1,000, the others counted),
  /// each with its line and the character at which its cell begins
  /// @throws ParseError (likely_encoding, invalid_utf8, invalid_bytes), CodeError
  /// (unknown_encoding), DependencyError (encoding_unavailable) for its encoding
  /// @throws FileError (file_not_found, file_unreadable), LimitError beyond 256 MiB
  /// @source RFC 4180, section 2
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
