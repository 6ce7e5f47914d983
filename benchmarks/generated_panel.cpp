// SPDX-License-Identifier: Apache-2.0
#include "generated_panel.hpp"

#include "edustat/error/error.hpp"
#include "edustat/place/period.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace edustat::benchmarks {
namespace {

constexpr std::size_t generated_measures = 10;
constexpr int places = 2;

/// The bytes of a file, in memory that nothing else touches.
class Bytes {
 public:
  explicit Bytes(const std::filesystem::path& path) : size_(std::filesystem::file_size(path)) {
    // Not zeroed: the file fills it. 64 bytes is Arrow's recommended alignment.
    data_.reset(static_cast<std::byte*>(::operator new (size_, std::align_val_t{64})));
    std::ifstream file(path, std::ios::binary);
    if (!file.read(reinterpret_cast<char*>(data_.get()), static_cast<std::streamsize>(size_))) {
      throw std::runtime_error("cannot read " + path.string());
    }
  }
  [[nodiscard]] const std::byte* data() const noexcept { return data_.get(); }
  [[nodiscard]] std::span<const std::byte> span() const noexcept { return {data_.get(), size_}; }

 private:
  struct Release {
    void operator()(std::byte* bytes) const noexcept {
      ::operator delete (bytes, std::align_val_t{64});
    }
  };
  std::size_t size_;
  std::unique_ptr<std::byte, Release> data_{};
};

std::vector<std::int32_t> read_numbers(const std::filesystem::path& path) {
  const Bytes bytes(path);
  std::vector<std::int32_t> numbers(bytes.span().size() / sizeof(std::int32_t));
  std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(std::int32_t));
  return numbers;
}

/// One column: where its values and its validity lie.
struct Buffers {
  Field field;
  const std::byte* values;
  const std::byte* validity;
};

std::vector<Table::Batch> cut(const std::vector<Buffers>& columns, std::size_t rows,
                              std::size_t batch_rows) {
  const std::size_t step = batch_rows == 0 ? std::max<std::size_t>(rows, 1) : batch_rows;
  std::vector<Table::Batch> batches;
  for (std::size_t first = 0; first < rows; first += step) {
    Table::Batch& batch = batches.emplace_back();
    batch.rows = std::min(step, rows - first);
    for (const Buffers& column : columns) {
      Chunk& chunk = batch.chunks.emplace_back();
      chunk.rows = batch.rows;
      chunk.offset = first;
      chunk.values = column.values;
      chunk.validity = reinterpret_cast<const std::uint8_t*>(column.validity);
    }
  }
  return batches;
}

/// Regions of one level, each with the code of its parent.
void add_level(std::vector<RegionRow>& rows, std::string_view level, std::string_view prefix,
               std::string_view parent_prefix, const std::vector<std::int32_t>& parents) {
  for (std::size_t i = 0; i < parents.size(); ++i) {
    RegionRow& row = rows.emplace_back();
    row.code = std::string(prefix) + std::to_string(i);
    row.name = row.code;
    row.level = level;
    row.parent = std::string(parent_prefix) + std::to_string(parents[i]);
  }
}

}  // namespace

std::size_t GeneratedTable::bytes() const noexcept {
  std::size_t sum = 0;
  for (const auto& part : memory) sum += part.size();
  return sum;
}

GeneratedTable read_table(const std::filesystem::path& folder, const TableShape& shape) {
  const auto owner = std::make_shared<std::vector<Bytes>>();
  const auto load = [&](const std::string& name) {
    return owner->emplace_back(folder / name).data();
  };
  std::vector<Buffers> columns;
  columns.push_back({{.name = "school", .type = ColumnType::int32}, load("school.i32"), nullptr});
  const std::size_t rows = owner->back().span().size() / sizeof(std::int32_t);
  columns.push_back({{.name = "month", .type = ColumnType::int16}, load("month.i16"), nullptr});
  for (std::size_t number = 0; number < shape.measures; ++number) {
    const std::string file = "m" + std::to_string(number % generated_measures);
    Field field{.name = "m" + std::to_string(number), .type = ColumnType::decimal64};
    field.scale = places;
    field.precision = 18;
    const std::byte* validity = load(file + ".valid");
    columns.push_back({std::move(field), load(file + ".i64"), validity});
  }
  std::vector<Field> fields;
  for (const Buffers& column : columns) fields.push_back(column.field);
  GeneratedTable result;
  for (const Bytes& bytes : *owner) result.memory.push_back(bytes.span());
  result.table = Table(std::move(fields), cut(columns, rows, shape.batch_rows), owner);
  return result;
}

RegionTree read_tree(const std::filesystem::path& folder) {
  const auto counties = read_numbers(folder / "county_of_school.i32");
  const auto cities = read_numbers(folder / "city_of_county.i32");
  const auto provinces = read_numbers(folder / "prov_of_city.i32");
  const auto last_province = *std::max_element(provinces.begin(), provinces.end());
  // Where every county has one reporting unit, that unit is the county.
  const bool has_schools = counties.size() > cities.size();
  std::vector<RegionRow> rows;
  rows.push_back({.code = "nation", .name = "nation", .level = "nation", .parent = {}});
  for (std::int32_t i = 0; i <= last_province; ++i) {
    const std::string code = "p" + std::to_string(i);
    rows.push_back({.code = code, .name = code, .level = "province", .parent = "nation"});
  }
  add_level(rows, "city", "y", "p", provinces);
  add_level(rows, "county", has_schools ? "c" : "", "y", cities);
  if (has_schools) add_level(rows, "school", "", "c", counties);
  return RegionTree(std::move(rows));
}

PanelOptions panel_options(const Catalogue& catalogue, unsigned threads) {
  PanelOptions options;
  options.region = "school";
  options.period = "month";
  options.first_period = Period::parse("2014-01");
  options.catalogue = catalogue;
  options.work.threads = threads;
  return options;
}

}  // namespace edustat::benchmarks
