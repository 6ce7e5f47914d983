// SPDX-License-Identifier: Apache-2.0
#include "panel/formula_blocks.hpp"

#include "edustat/error/error.hpp"

#include "panel/compiled_formula.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace edustat::detail {
namespace {

/// Rows that are computed together: their inputs stay in the nearest cache.
constexpr std::size_t block_rows = 1024;
/// Cells of a piece of work: about a millisecond.
constexpr std::size_t piece_cells = 250'000;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

FormulaBlocks::FormulaBlocks(const TotalsFacts::Sources& sources,
                             std::span<const FreeFormula> formulas)
    : sources_(sources), formulas_(formulas), faults_(formulas.size()), columns_(formulas.size()) {
  const Totals& totals = sources_.boundaries.totals();
  FormulaCompiler compiler(totals, sources_.catalogue, sources_.binding);
  std::vector<CompiledFormula> compiled(formulas.size());
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    Compilation one = compiler.compile(formulas[i].indicator, formulas[i].categories);
    faults_[i] = std::move(one.faults);
    if (!one.absent.empty()) {
      faults_[i].push_back(
          Fault{ErrorCode::missing_series, {formulas[i].indicator.full_id(), joined(one.absent)}});
    }
    compiled[i] = std::move(one.formula);
  }
  leaves_.assign(compiler.leaves().begin(), compiler.leaves().end());
  for (std::size_t i = 0; i < formulas.size(); ++i) {
    if (!faults_[i].empty()) continue;
    const Indicator& indicator = formulas[i].indicator;
    const Rational scale =
        Rational::power_of_ten(indicator.places.value_or(2)) / indicator.unit.factor();
    columns_[i].emplace(std::move(compiled[i]), FormulaColumn::Shown{indicator.rounding, scale},
                        totals, leaves_);
  }
}

std::size_t FormulaBlocks::rows_of_piece() const noexcept {
  const std::size_t columns = std::max<std::size_t>(formulas_.size(), 1);
  return (piece_cells / columns + block_rows) / block_rows * block_rows;
}

std::size_t FormulaBlocks::pieces_of_period() const noexcept {
  const std::size_t rows = sources_.boundaries.totals().rows().size();
  return (rows + rows_of_piece() - 1) / rows_of_piece();
}

std::size_t FormulaBlocks::pieces() const noexcept {
  return sources_.boundaries.totals().periods().size() * pieces_of_period();
}

void FormulaBlocks::visit(const Work& work,
                          const std::function<void(const Block&, unsigned)>& body) const {
  struct Member {
    BlockLeaves leaves;
    BlockMemory memory{};
    std::vector<std::int64_t> values = std::vector<std::int64_t>(block_rows);
    std::vector<CellStatus> statuses = std::vector<CellStatus>(block_rows);
  };
  const std::size_t rows = sources_.boundaries.totals().rows().size();
  Crew crew(work, pieces());
  std::vector<std::optional<Member>> members(crew.size());
  const auto visit_block = [&](Member& member, const BlockRange& range, unsigned number) {
    member.leaves.move_to(range);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i]) continue;
      member.memory.has_beyond = false;
      columns_[i]->compute(member.leaves, member.memory, member.values.data(),
                           member.statuses.data(), [&](std::size_t row) {
                             return read(i, {range.period, range.begin + row, 1});
                           });
      body({i, range, member.values.data(), member.statuses.data(), member.memory.has_beyond},
           number);
    }
  };
  crew.run_pieces(pieces(), [&](std::size_t piece, unsigned number) {
    std::optional<Member>& member = members[number];
    if (!member)
      member.emplace(Member{BlockLeaves(sources_.boundaries, leaves_, sources_.partial)});
    const std::size_t first = piece % pieces_of_period() * rows_of_piece();
    const std::size_t last = std::min(rows, first + rows_of_piece());
    for (std::size_t row = first; row < last; row += block_rows) {
      visit_block(*member, {piece / pieces_of_period(), row, std::min(block_rows, last - row)},
                  number);
    }
  });
}

/// The value reading of one cell, in units of the last place.
std::optional<Rational> FormulaBlocks::read(std::size_t formula, const BlockRange& cell) const {
  const FreeFormula& one = formulas_[formula];
  const TotalsFacts facts(sources_, {cell.period, cell.begin, one.categories});
  const Observation value = facts.read(one.indicator);
  const Quantity* quantity = std::get_if<Quantity>(&value);
  if (!quantity) return std::nullopt;
  return quantity->value() * Rational::power_of_ten(one.indicator.places.value_or(2));
}

}  // namespace edustat::detail
