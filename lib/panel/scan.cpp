// SPDX-License-Identifier: Apache-2.0
#include "panel/scan.hpp"

#include "panel/scan_block.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace edustat::detail {
namespace {

/// Blocks between two looks at progress and stopping.
constexpr std::size_t blocks_in_step = 16;
/// Rows that do not earn a second thread.
constexpr std::size_t rows_of_one_thread = 200'000;
/// Rounds of handing out ever smaller pieces.
constexpr std::size_t rounds_of_pieces = 4;
/// Blocks of which the first rows are looked at to learn the order of the rows.
constexpr std::size_t sampled_blocks = 64;
constexpr std::size_t sampled_rows = 4096;

/// Blocks of one batch after the other, with numbers from first to last.
std::vector<BlockNumber> blocks_of(const Panel::Data& panel) {
  std::vector<BlockNumber> blocks;
  for (std::size_t batch = 0; batch < panel.batches.size(); ++batch) {
    const std::size_t rows = panel.batches[batch].rows;
    for (std::size_t row = 0; row < rows; row += block_rows) {
      blocks.push_back({batch, row, std::min(block_rows, rows - row)});
    }
  }
  return blocks;
}

/// The lowest and highest slot of a block, by its rows.
std::pair<std::int32_t, std::int32_t> ends_of(const FactBatch& batch, const BlockNumber& block) {
  std::pair<std::int32_t, std::int32_t> ends = batch.zones[block.first_row / zone_rows];
  std::swap(ends.first, ends.second);
  for (std::size_t row = block.first_row; row < block.first_row + block.rows; ++row) {
    const std::int32_t slot = batch.slot_of.of(batch.slots.at(row));
    ends = {std::min(ends.first, slot), std::max(ends.second, slot)};
  }
  return ends;
}

/// Slots that may occur in blocks, as zones tell; a zone that is not all among them is looked at
/// row by row, so that threads do not share slots that only one of them needs.
std::vector<bool> slots_in(const Panel::Data& panel, std::span<const BlockNumber> blocks) {
  std::vector<bool> slots(panel.slots(), false);
  const auto zone_of = [](const BlockNumber& block) {
    return std::pair(block.batch, block.first_row / zone_rows);
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const FactBatch& batch = panel.batches[blocks[i].batch];
    const auto zone = zone_of(blocks[i]);
    const bool is_outer = zone == zone_of(blocks.front()) || zone == zone_of(blocks.back());
    const auto& known = batch.zones[zone.second];
    const bool is_open = is_outer && known.first < known.second;
    const auto [low, high] = is_open ? ends_of(batch, blocks[i]) : known;
    for (std::int32_t slot = low; slot <= high; ++slot)
      slots[static_cast<std::size_t>(slot)] = true;
  }
  return slots;
}

/// Those of the panel; the state keeps them for the next.
std::shared_ptr<const CellTables> cell_tables(const Panel::Data& panel, RollUp::State& state) {
  state.tables = std::make_shared<const CellTables>(panel, *state.layout, state.tables.get());
  return state.tables;
}

/// How the work is shared.
class Scan {
 public:
  Scan(const Panel::Data& panel, RollUp::State& state, const Work& work)
      : panel_(panel),
        state_(state),
        targets_(panel, state),
        tables_(cell_tables(panel, state)),
        blocks_(blocks_of(panel)),
        crew_(work, blocks_.size() / blocks_in_step + 1),
        members_(panel.rows < rows_of_one_thread ? 1 : crew_.size()) {}

  void run() {
    if (!targets_.fast().empty() && !blocks_.empty()) {
      if (!is_in_order() && is_dense()) {
        scan_lines();
      } else if (!scan_by_rows(rounds_of_pieces) && !scan_by_rows(1)) {
        scan_by_columns();
      }
    }
    scan_rest(panel_, state_, targets_, crew_);
  }

 private:
  /// Blocks of one thread, and the planes that it alone adds into.
  struct Share {
    std::span<const BlockNumber> blocks;
    std::vector<std::uint64_t> plane_of;  ///< by slot; then where it begins
    std::vector<std::size_t> planes;
  };

  [[nodiscard]] std::size_t stride() const { return state_.layout->stride(); }

  /// Where the plane of each slot begins.
  [[nodiscard]] std::vector<std::uint64_t> planes_from(std::size_t size) const {
    std::vector<std::uint64_t> planes(panel_.slots());
    for (std::size_t slot = 0; slot < planes.size(); ++slot) planes[slot] = slot * size;
    return planes;
  }

  [[nodiscard]] BlockReader reader(const std::vector<std::uint64_t>& planes) const {
    return {panel_, *tables_, *state_.layout, planes};
  }

  /// True when rows of one cell mostly follow each other.
  [[nodiscard]] bool is_in_order() const {
    const auto planes = planes_from(stride());
    BlockReader block_reader = reader(planes);
    const std::size_t step = std::max<std::size_t>(1, blocks_.size() / sampled_blocks);
    std::size_t rows = 0;
    std::size_t runs = 0;
    for (std::size_t i = 0; i < blocks_.size(); i += step) {
      BlockNumber sample = blocks_[i];
      sample.rows = std::min(sample.rows, sampled_rows);
      const Block block = block_reader.read(sample);
      rows += block.rows;
      runs += block.runs;
    }
    return rows >= runs * rows_of_run;
  }

  /// True when there are so many rows for each cell that lines earn their keep.
  [[nodiscard]] bool is_dense() const {
    constexpr std::size_t rows_of_cell = 4;
    return panel_.rows >= rows_of_cell * panel_.slots() * state_.layout->cells();
  }

  /// Calls act(number) for every block.
  template <typename Act>
  void walk(std::span<const BlockNumber> blocks, unsigned member, Act act) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      act(blocks[i]);
      if (i % blocks_in_step == blocks_in_step - 1) crew_.step(member);
    }
  }

  /// Blocks that follow each other, in pieces for threads that are free: large ones first, and ever
  /// smaller ones so that none waits long for the last.
  [[nodiscard]] std::vector<std::span<const BlockNumber>> pieces(std::size_t rounds) const {
    std::vector<std::span<const BlockNumber>> found;
    std::span<const BlockNumber> left(blocks_);
    for (std::size_t round = 0; round < rounds; ++round) {
      std::size_t taken = round + 1 < rounds ? left.size() * 7 / 10 : left.size();
      for (unsigned member = 0; member < members_; ++member) {
        const std::size_t share = taken / (members_ - member);
        if (share > 0) found.push_back(left.first(share));
        left = left.subspan(share);
        taken -= share;
      }
    }
    return found;
  }

  /// Threads own rows. Planes that two pieces touch are kept twice; false where that would be too
  /// many.
  bool scan_by_rows(std::size_t rounds) {
    const std::size_t slots = panel_.slots();
    std::vector<bool> taken(slots, false);
    std::vector<std::pair<std::size_t, std::size_t>> copies;  // plane, slot
    std::vector<Share> shares;
    for (const auto& blocks : pieces(members_ > 1 ? rounds : 1)) {
      Share& share = shares.emplace_back(Share{blocks, std::vector<std::uint64_t>(slots), {}});
      const std::vector<bool> touched = slots_in(panel_, blocks);
      for (std::size_t slot = 0; slot < slots; ++slot) {
        if (!touched[slot]) continue;
        share.planes.push_back(taken[slot] ? slots + copies.size() : slot);
        share.plane_of[slot] = share.planes.back();
        if (taken[slot]) copies.emplace_back(share.planes.back(), slot);
        taken[slot] = true;
      }
    }
    if (copies.size() * 2 > slots) return false;
    for (std::size_t slot = 0; slot < slots; ++slot) {
      if (!taken[slot]) shares.front().planes.push_back(slot);
    }
    const Planes planes(slots, copies.size(), targets_.fast().size(), stride());
    for (Share& share : shares) {
      for (std::uint64_t& plane : share.plane_of) plane *= planes.plane_size();
    }
    crew_.run_pieces(shares.size(), [&](std::size_t i, unsigned member) {
      const Share& share = shares[i];
      for (const std::size_t plane : share.planes) planes.clear(plane);
      BlockReader block_reader = reader(share.plane_of);
      walk(share.blocks, member, [&](const BlockNumber& number) {
        const Block block = block_reader.read(number);
        add_rows(block, planes);
        for (std::size_t k = 0; k < targets_.fast().size(); ++k) add_column(block, k, planes);
      });
    });
    for (const auto& [copy, slot] : copies) planes.fold_in(copy, slot);
    keep(planes);
    return true;
  }

  /// Threads own columns, and all read every row.
  void scan_by_columns() {
    const std::size_t columns = targets_.fast().size();
    const auto members = static_cast<unsigned>(std::min<std::size_t>(members_, columns));
    const Planes planes(panel_.slots(), 0, columns, stride());
    const auto begins = planes_from(planes.plane_size());
    for (std::size_t slot = 0; slot < panel_.slots(); ++slot) planes.clear(slot);
    crew_.run(members, [&](unsigned member) {
      BlockReader block_reader = reader(begins);
      walk(blocks_, member, [&](const BlockNumber& number) {
        const Block block = block_reader.read(number);
        if (member == 0) add_rows(block, planes);
        for (std::size_t i = member; i < columns; i += members) add_column(block, i, planes);
      });
    });
    keep(planes);
  }

  void add_column(const Block& block, std::size_t column, const Planes& planes) const {
    block.add(targets_.fast()[column], planes.sums() + column * planes.stride(),
              planes.unknown() + column * planes.stride());
  }
  void add_rows(const Block& block, const Planes& planes) const {
    block.count(planes.sums() + planes.columns() * planes.stride());
  }

  /// Threads own groups of columns and add whole lines: the cells of scattered rows are fetched
  /// once for all of them.
  void scan_lines() {
    const std::size_t columns = targets_.fast().size();
    const std::size_t least = (columns + line_series - 1) / line_series;
    const std::size_t count = std::min(columns, std::max<std::size_t>(least, members_));
    const auto begins = planes_from(stride());
    std::vector<Lines> groups;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t first = columns * i / count;
      const std::size_t last = columns * (i + 1) / count;
      groups.emplace_back(targets_.fast().subspan(first, last - first), panel_.slots() * stride());
    }
    const auto members = static_cast<unsigned>(std::min<std::size_t>(members_, count));
    crew_.run(members, [&](unsigned member) {
      BlockReader block_reader = reader(begins);
      for (std::size_t i = member; i < count; i += members) {
        walk(blocks_, member,
             [&](const BlockNumber& number) { groups[i].add(block_reader.read_rows(number)); });
      }
    });
    const Planes planes(panel_.slots(), 0, columns, stride());
    crew_.run_pieces(panel_.slots(), [&](std::size_t slot, unsigned) {
      std::size_t column = 0;
      for (const Lines& lines : groups) {
        lines.copy_to(planes, slot, column);
        column += lines.columns();
      }
    });
    keep(planes);
  }

  /// Hands the planes to the state.
  void keep(const Planes& planes) {
    for (std::size_t slot = 0; slot < panel_.slots(); ++slot) {
      const Period& period = panel_.periods[slot % panel_.periods.size()];
      for (std::size_t i = 0; i < targets_.fast().size(); ++i) {
        const std::size_t number =
            targets_.series(targets_.fast()[i], slot / panel_.periods.size());
        state_.add_cells(period, number, planes.cells(slot, i));
      }
    }
  }

  const Panel::Data& panel_;
  RollUp::State& state_;
  Targets targets_;
  std::shared_ptr<const CellTables> tables_;
  std::vector<BlockNumber> blocks_;
  Crew crew_;
  unsigned members_;
};

}  // namespace

void scan(const Panel::Data& panel, RollUp::State& state, const Work& work) {
  Scan(panel, state, work).run();
}

}  // namespace edustat::detail
