// SPDX-License-Identifier: Apache-2.0
#include "edustat/panel/indicators.hpp"

#include "panel/block_leaves.hpp"
#include "panel/crew.hpp"
#include "panel/indicator_columns.hpp"
#include "panel/indicators_data.hpp"
#include "panel/memory.hpp"

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace edustat {
namespace {

using detail::BlockRange;

/// Rows that are computed together: their inputs stay in the nearest cache.
constexpr std::size_t block_rows = 1024;
/// Cells of a piece of work: about a millisecond.
constexpr std::size_t piece_cells = 250'000;

/// One thread's share of the work.
class Worker {
 public:
  explicit Worker(Indicators::Data& data)
      : data_(data), leaves_(data.boundaries, data.leaves, data.partial) {}

  void compute(const BlockRange& range) {
    leaves_.move_to(range);
    for (std::size_t column = 0; column < data_.columns.size(); ++column) {
      memory_.has_beyond = false;
      const std::size_t offset = data_.offset(range.period, column) + range.begin;
      data_.formulas[column].compute(leaves_, memory_, data_.values.get() + offset,
                                     data_.statuses.get() + offset, [&](std::size_t row) {
                                       return read(column, {range.period, range.begin + row, 1});
                                     });
      if (memory_.has_beyond) data_.has_beyond[column] = true;
    }
  }

 private:
  /// In units of the last place.
  std::optional<Rational> read(std::size_t column, const BlockRange& cell) const {
    const detail::TotalsFacts::Sources sources = data_.sources();
    const detail::TotalsFacts facts(sources,
                                    {cell.period, cell.begin, data_.columns[column].categories});
    const Observation value = facts.read(*data_.indicators[column]);
    const Quantity* quantity = std::get_if<Quantity>(&value);
    if (!quantity) return std::nullopt;
    return quantity->value() * Rational::power_of_ten(data_.columns[column].places);
  }

  Indicators::Data& data_;
  detail::BlockLeaves leaves_;
  detail::BlockMemory memory_{};
};

void compute_all(Indicators::Data& data, const Work& work) {
  const std::size_t rows = data.totals().rows().size();
  const std::size_t periods = data.totals().periods().size();
  const std::size_t columns = std::max<std::size_t>(data.columns.size(), 1);
  const std::size_t rows_of_piece = (piece_cells / columns + block_rows) / block_rows * block_rows;
  const std::size_t pieces_of_period = (rows + rows_of_piece - 1) / rows_of_piece;
  detail::Crew crew(work, periods * pieces_of_period);
  std::vector<std::optional<Worker>> workers(crew.size());
  crew.run_pieces(periods * pieces_of_period, [&](std::size_t piece, unsigned member) {
    if (!workers[member]) workers[member].emplace(data);
    const std::size_t first = piece % pieces_of_period * rows_of_piece;
    const std::size_t last = std::min(rows, first + rows_of_piece);
    for (std::size_t row = first; row < last; row += block_rows) {
      workers[member]->compute({piece / pieces_of_period, row, std::min(block_rows, last - row)});
    }
  });
}

}  // namespace

Indicators evaluate(const Totals& totals, const Catalogue& catalogue,
                    const EvaluateOptions& options) {
  auto data = std::make_shared<Indicators::Data>(totals, catalogue, options.partial);
  detail::choose_columns(*data, options.indicators);
  const std::size_t cells = totals.periods().size() * data->columns.size() * totals.rows().size();
  data->has_beyond = std::vector<std::atomic<bool>>(data->columns.size());
  data->values = detail::unset<std::int64_t>(cells);
  data->statuses = detail::unset<CellStatus>(cells);
  compute_all(*data, options.work);
  return Indicators(std::move(data));
}

}  // namespace edustat
