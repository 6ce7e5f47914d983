// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/panel/panel.hpp"
#include "edustat/panel/progress.hpp"
#include "edustat/panel/totals.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace edustat {

/// What is rolled up.
struct RollUpOptions {
  std::vector<std::string> levels{};  ///< names of levels; empty: all
  std::vector<std::string> groups{};  ///< names of groups of the tree, `!` in front for the rest of
                                      ///< what contains them
  Work work{};                        ///< threads, progress, stopping
};

/// The mergeable sum that builds every level from the facts.
///
/// Sums are exact whole numbers, so the answer is the same bytes for any order of rows, any batch
/// size, any number of threads and any number of machines whose parts are merged. A builder: it
/// changes, belongs to one thread, and is not hashable.
class RollUp {
 public:
  /// Sums for these levels and groups of a tree; `hierarchy` as in PanelOptions.
  /// @throws CodeError (unknown level or group)
  RollUp(const RegionTree& tree, const RollUpOptions& options, std::string_view hierarchy = {});
  /// An independent copy.
  RollUp(const RollUp& other);
  /// Takes the sums.
  RollUp(RollUp&& other) noexcept;
  /// An independent copy.
  RollUp& operator=(const RollUp& other);
  /// Takes the sums.
  RollUp& operator=(RollUp&& other) noexcept;
  ~RollUp();

  /// Adds the facts of a panel over the same tree, which may have other groups. Its series must be
  /// those of what was added before. A call that is stopped has added nothing.
  ///
  /// A key that was added by another panel is not noticed here: coverage above what is due says so,
  /// and finish() refuses it.
  /// @throws StructureError (different_tree, different_series), LimitError beyond 128 bits,
  /// Cancelled
  RollUp& add(const Panel& panel);
  /// The same with its own threads, progress and stopping.
  RollUp& add(const Panel& panel, const Work& work);
  /// Adds the sums of another roll-up of the same levels and groups.
  /// @throws StructureError (different_tree, different_series)
  RollUp& merge(const RollUp& other);
  /// The totals so far.
  /// @throws StructureError (repeated_facts) where more units are known than are due
  [[nodiscard]] Totals finish() const;
  /// The same with its own threads, progress and stopping.
  [[nodiscard]] Totals finish(const Work& work) const;
  /// The tree that is rolled up.
  [[nodiscard]] const RegionTree& tree() const noexcept;

  /// The sums as versioned bytes, without the tree.
  [[nodiscard]] std::string to_bytes() const;
  /// Reads them back. @throws ParseError, StructureError (different_tree)
  [[nodiscard]] static RollUp from_bytes(std::string_view bytes, const RegionTree& tree);

  /// The sums; known to the library alone.
  struct State;

 private:
  std::unique_ptr<State> state_;
};

/// The totals of a panel at the asked levels and groups, in one pass.
/// @throws as RollUp does
[[nodiscard]] Totals roll_up(const Panel& panel, const RollUpOptions& options = {});

}  // namespace edustat
