// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/panel_audit.hpp"

#include "audit/cell_inputs.hpp"
#include "audit/judge.hpp"
#include "audit/panel_finding.hpp"
#include "audit/panel_reported.hpp"
#include "audit/screen.hpp"
#include "audit/stored_explanation.hpp"
#include "panel/formula_blocks.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

namespace edustat {
namespace {

using detail::FormulaBlocks;

/// One thread's share of the work.
struct Member {
  std::vector<PanelAudit::Check> counts;  ///< by check; only the numbers of cells are used
  std::vector<PanelAudit::Cell> cells{};
};

/// Judges checks on every cell.
class PanelAuditor {
 public:
  explicit PanelAuditor(PanelAudit::Data& data) : data_(data) {
    for (const PanelCheck& check : data.checks) {
      screens_.emplace_back(check, data.totals(), data.binding);
      formulas_.push_back(screens_.back().difference());
    }
  }

  void run(const Work& work) {
    const detail::TotalsFacts::Sources sources{data_.boundaries, data_.catalogue, data_.binding,
                                               data_.partial};
    const FormulaBlocks blocks(sources, formulas_);
    std::vector<Member> members(blocks.members(work));
    for (Member& member : members) member.counts.resize(data_.checks.size());
    blocks.visit(work, [&](const FormulaBlocks::Block& block, unsigned number) {
      judge_block(block, members[number]);
    });
    for (const Member& member : members) take(member);
    leave_out_refused(blocks);
    std::sort(data_.cells.begin(), data_.cells.end(), [](const auto& left, const auto& right) {
      return std::tie(left.check, left.period, left.row) <
             std::tie(right.check, right.period, right.row);
    });
  }

 private:
  void judge_block(const FormulaBlocks::Block& block, Member& member) const {
    PanelAudit::Check& counts = member.counts[block.formula];
    std::optional<CellInputs> inputs;
    for (std::size_t i = 0; i < block.range.size; ++i) {
      const CellStatus status = block.statuses[i];
      const bool has_value = status == CellStatus::complete || status == CellStatus::partial;
      if (!has_value && status != CellStatus::undefined) {
        ++counts.gaps;
        continue;
      }
      const std::size_t row = block.range.begin + i;
      std::optional<Verdict> verdict;
      if (!has_value) {
        verdict = Verdict::cannot_tell;
      } else if (block.values[i] != 0 || !block.has_beyond) {
        verdict = screens_[block.formula].judge(block.values[i], block.range.period, row);
      }
      if (!verdict) {
        const PanelCheck& check = data_.checks[block.formula];
        if (!inputs) {
          inputs.emplace(data_.boundaries, data_.binding, check, block.range.period, data_.partial);
        }
        verdict = verdict_on(check.relation, inputs->of(row));
      }
      count(*verdict, counts);
      if (*verdict == Verdict::consistent) continue;
      member.cells.push_back({static_cast<std::uint32_t>(block.formula),
                              static_cast<std::uint32_t>(block.range.period),
                              static_cast<std::uint32_t>(row), *verdict});
    }
  }

  static void count(Verdict verdict, PanelAudit::Check& counts) {
    if (verdict == Verdict::consistent) ++counts.consistent;
    if (verdict == Verdict::impossible) ++counts.impossible;
    if (verdict == Verdict::cannot_tell) ++counts.cannot_tell;
  }

  void take(const Member& member) {
    for (std::size_t i = 0; i < data_.checks.size(); ++i) {
      PanelAudit::Check& shown = data_.checks[i].shown;
      shown.consistent += member.counts[i].consistent;
      shown.impossible += member.counts[i].impossible;
      shown.cannot_tell += member.counts[i].cannot_tell;
      shown.gaps += member.counts[i].gaps;
    }
    data_.cells.insert(data_.cells.end(), member.cells.begin(), member.cells.end());
  }

  /// Checks whose formula is refused have no cells; their numbers stay those of the formulas.
  void leave_out_refused(const FormulaBlocks& blocks) {
    for (std::size_t i = 0; i < formulas_.size(); ++i) {
      const auto& faults = blocks.faults(i);
      data_.left_out.insert(data_.left_out.end(), faults.begin(), faults.end());
    }
  }

  PanelAudit::Data& data_;
  std::vector<Screen> screens_;
  std::vector<detail::FreeFormula> formulas_;
};

/// Soft findings that a stored explanation covers, by the name or the code of their row.
void explain_cells(PanelAudit::Data& data, const std::string& day) {
  if (data.explanations.empty()) return;
  const Totals& totals = data.totals();
  for (PanelAudit::Cell& cell : data.cells) {
    const PanelAudit::Check& check = data.checks[cell.check].shown;
    if (check.severity != Severity::soft) continue;
    Finding::Subject subject;
    subject.rule = check.rule;
    subject.period = totals.periods()[cell.period];
    const Explanation* stored = nullptr;
    for (const Scope& scope :
         {scope_of(totals, cell.row), Scope::parse(totals.rows()[cell.row].code)}) {
      subject.scope = scope;
      if (!stored) stored = detail::explanation_for(data.explanations, subject, day);
    }
    if (stored) {
      cell.explanation = static_cast<std::uint32_t>(stored - data.explanations.data());
    }
  }
}

}  // namespace

PanelAudit audit(const Totals& totals, const Catalogue& catalogue,
                 const PanelAuditOptions& options) {
  const std::string day = detail::day_of(options.as_of, options.explanations);
  auto data = std::make_shared<PanelAudit::Data>(totals, catalogue, options.partial);
  data->explanations = options.explanations;
  data->checks = panel_checks(totals, catalogue, data->binding, data->left_out);
  PanelAuditor(*data).run(options.work);
  audit_reported_totals(*data);
  explain_cells(*data, day);
  for (const PanelCheck& check : data->checks) data->shown.push_back(check.shown);
  return PanelAudit(std::move(data));
}

PanelAudit::PanelAudit(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

const Totals& PanelAudit::totals() const noexcept {
  return data_->totals();
}

std::span<const PanelAudit::Check> PanelAudit::checks() const noexcept {
  return data_->shown;
}

std::span<const PanelAudit::Cell> PanelAudit::cells() const noexcept {
  return data_->cells;
}

std::span<const Fault> PanelAudit::left_out() const noexcept {
  return data_->left_out;
}

const Explanation* PanelAudit::explanation(std::size_t cell) const noexcept {
  const auto number = data_->cells[cell].explanation;
  return number ? &data_->explanations[*number] : nullptr;
}

Verdict PanelAudit::verdict() const noexcept {
  const auto any = [this](Verdict verdict) {
    return std::any_of(cells().begin(), cells().end(), [verdict](const Cell& cell) {
      return cell.verdict == verdict && !cell.explanation;
    });
  };
  if (any(Verdict::impossible)) return Verdict::impossible;
  return any(Verdict::cannot_tell) ? Verdict::cannot_tell : Verdict::consistent;
}

Finding PanelAudit::finding(std::size_t number) const {
  Finding found = finding_of(*data_, data_->cells[number]);
  const Explanation* stored = explanation(number);
  return stored ? Judge::explained(std::move(found), *stored) : found;
}

}  // namespace edustat
