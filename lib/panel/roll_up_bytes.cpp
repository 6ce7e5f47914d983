// SPDX-License-Identifier: Apache-2.0
#include "edustat/error/error.hpp"
#include "edustat/panel/roll_up.hpp"

#include "number/wide.hpp"
#include "panel/roll_up_state.hpp"

#include <cstring>
#include <string>
#include <type_traits>
#include <utility>

// Little endian, as everything that runs this library: magic, version, names of levels and groups,
// hierarchy, series, then cells by period and series, then what was reported for inner nodes.

namespace edustat {
namespace {

using detail::Cells;
using detail::int128;
using detail::uint128;

constexpr std::string_view magic = "edustat roll-up 1\n";

class Writer {
 public:
  template <typename T>
  void number(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }
  void text(std::string_view value) {
    number(static_cast<std::uint64_t>(value.size()));
    bytes.append(value);
  }
  void texts(const std::vector<std::string>& values) {
    number(static_cast<std::uint64_t>(values.size()));
    for (const std::string& value : values) text(value);
  }
  /// An array, or nothing for one that is not there.
  template <typename T>
  void array(const T* values, std::size_t count) {
    number(static_cast<std::uint64_t>(values == nullptr ? 0 : count));
    if (values != nullptr) bytes.append(reinterpret_cast<const char*>(values), count * sizeof(T));
  }
  std::string bytes{magic};
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    if (!rest_.starts_with(magic)) fail();
    rest_.remove_prefix(magic.size());
  }
  template <typename T>
  T number() {
    T value;
    std::memcpy(&value, take(sizeof(T)).data(), sizeof(T));
    return value;
  }
  std::string text() { return std::string(take(number<std::uint64_t>())); }
  std::vector<std::string> texts() {
    std::vector<std::string> values;
    const auto count = number<std::uint64_t>();
    for (std::uint64_t i = 0; i < count; ++i) values.push_back(text());
    return values;
  }
  /// Into memory of `count` numbers; false where the array is not there.
  template <typename T>
  bool array(T* values, std::size_t count) {
    const auto found = number<std::uint64_t>();
    if (found == 0) return false;
    if (found != count || values == nullptr) fail();
    std::memcpy(values, take(count * sizeof(T)).data(), count * sizeof(T));
    return true;
  }
  /// One of the first `count` enumerators.
  template <typename T>
  T enumerator(std::uint8_t count) {
    const auto value = number<std::uint8_t>();
    if (value >= count) fail();
    return static_cast<T>(value);
  }
  [[noreturn]] static void fail() {
    throw ParseError(Fault{ErrorCode::malformed_bytes, {"roll-up"}});
  }
  [[nodiscard]] bool is_at_end() const noexcept { return rest_.empty(); }

 private:
  std::string_view take(std::uint64_t count) {
    if (count > rest_.size()) fail();
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  std::string_view rest_;
};

void write(Writer& writer, const Unit& unit) {
  writer.text(unit.symbol(Language::zh));
  writer.text(unit.symbol(Language::en));
  writer.text(unit.factor().to_string());
  const auto factors = unit.dimension().factors();
  writer.number(static_cast<std::uint8_t>(factors.size()));
  for (const auto& [kind, power] : factors) {
    writer.text(kind.name());
    writer.number(static_cast<std::uint8_t>(kind.nature()));
    writer.number(power);
  }
}

Unit read_unit(Reader& reader) {
  std::string symbol = reader.text();
  std::string symbol_en = reader.text();
  const Rational factor = Rational::parse(reader.text());
  Dimension dimension;
  const auto factors = reader.number<std::uint8_t>();
  for (int i = 0; i < factors; ++i) {
    const std::string name = reader.text();
    const auto nature = reader.enumerator<Kind::Nature>(3);
    dimension = dimension * Dimension(Kind(name, nature)).pow(reader.number<std::int8_t>());
  }
  if (symbol.empty()) return {};
  return {std::move(symbol), std::move(symbol_en), dimension, factor};
}

void write(Writer& writer, const Series& series) {
  writer.text(series.measure);
  writer.number(static_cast<std::uint64_t>(series.categories.size()));
  for (const auto& [dimension, code] : series.categories) {
    writer.text(dimension);
    writer.text(code);
  }
  write(writer, series.unit);
  writer.number(std::int32_t{series.places});
  writer.number(std::int32_t{series.last_place});
  writer.number(std::int32_t{series.prints});
  for (const auto rule :
       {static_cast<std::uint8_t>(series.regions), static_cast<std::uint8_t>(series.time),
        static_cast<std::uint8_t>(series.origin), static_cast<std::uint8_t>(series.inner),
        static_cast<std::uint8_t>(series.precision)}) {
    writer.number(rule);
  }
}

Series read_series(Reader& reader) {
  Series series;
  series.measure = reader.text();
  const auto categories = reader.number<std::uint64_t>();
  for (std::uint64_t i = 0; i < categories; ++i) {
    Reference::Category& category = series.categories.emplace_back();
    category.dimension = reader.text();
    category.code = reader.text();
  }
  series.unit = read_unit(reader);
  series.places = reader.number<std::int32_t>();
  series.last_place = reader.number<std::int32_t>();
  series.prints = reader.number<std::int32_t>();
  series.regions = reader.enumerator<RegionRule>(2);
  series.time = reader.enumerator<TimeRule>(8);
  series.origin = reader.enumerator<Origin>(5);
  series.inner = reader.enumerator<InnerFacts>(3);
  series.precision = reader.enumerator<Precision>(5);
  return series;
}

void write(Writer& writer, const Cells& cells, std::size_t stride) {
  writer.array(cells.sums, stride);
  writer.array(cells.wide, stride);
  writer.array(cells.rows, stride);
  writer.array(cells.unknown, stride);
  writer.array(cells.not_applicable, stride);
  writer.array(cells.suppressed, stride);
}

/// Into cells that are there already, with counts by reason to be used where the bytes have them.
void read_cells(Reader& reader, Cells& cells, std::size_t stride) {
  if (!reader.array(cells.sums, stride) && cells.sums != nullptr) Reader::fail();
  if (!reader.array(cells.wide, stride) && cells.wide != nullptr) Reader::fail();
  if (!reader.array(cells.rows, stride)) Reader::fail();
  if (!reader.array(cells.unknown, stride)) Reader::fail();
  struct Counts {
    std::shared_ptr<const void> before;
    std::vector<std::uint32_t> not_applicable;
    std::vector<std::uint32_t> suppressed;
  };
  auto counts = std::make_shared<Counts>();
  counts->before = cells.owner;
  counts->not_applicable.resize(stride);
  counts->suppressed.resize(stride);
  if (reader.array(counts->not_applicable.data(), stride)) {
    cells.not_applicable = counts->not_applicable.data();
  }
  if (reader.array(counts->suppressed.data(), stride)) {
    cells.suppressed = counts->suppressed.data();
  }
  cells.owner = std::move(counts);
}

}  // namespace

std::string RollUp::to_bytes() const {
  Writer writer;
  writer.texts(state_->options.levels);
  writer.texts(state_->options.groups);
  writer.text(state_->hierarchy);
  writer.number(static_cast<std::uint64_t>(state_->layout->stride()));
  writer.number(static_cast<std::uint64_t>(state_->series.size()));
  for (std::size_t i = 0; i < state_->series.size(); ++i) {
    write(writer, state_->series[i]);
    writer.number(state_->magnitudes[i]);
  }
  writer.number(static_cast<std::uint64_t>(state_->cells.size()));
  for (const auto& [key, cells] : state_->cells) {
    writer.text(key.first.to_string());
    writer.number(static_cast<std::uint64_t>(key.second));
    write(writer, cells, state_->layout->stride());
  }
  writer.number(static_cast<std::uint64_t>(state_->reported.size()));
  for (const auto& [key, value] : state_->reported) {
    writer.text(key.first.to_string());
    writer.number(static_cast<std::uint64_t>(key.second.first));
    writer.number(std::uint32_t{key.second.second});
    writer.text(value.to_string());
  }
  writer.number(static_cast<std::uint64_t>(state_->own_levels.size()));
  for (const RegionNumber region : state_->own_levels) writer.number(std::uint32_t{region});
  return std::move(writer.bytes);
}

RollUp RollUp::from_bytes(std::string_view bytes, const RegionTree& tree) {
  Reader reader(bytes);
  RollUpOptions options;
  options.levels = reader.texts();
  options.groups = reader.texts();
  const std::string hierarchy = reader.text();
  RollUp result(tree, options, hierarchy);
  State& state = *result.state_;
  const std::size_t stride = state.layout->stride();
  if (reader.number<std::uint64_t>() != stride) {
    throw StructureError(Fault{ErrorCode::different_tree, {}});
  }
  const auto series = reader.number<std::uint64_t>();
  for (std::uint64_t i = 0; i < series; ++i) {
    if (state.number_of(read_series(reader)) != i) Reader::fail();
    state.reserve(i, reader.number<uint128>());
  }
  const auto cells = reader.number<std::uint64_t>();
  for (std::uint64_t i = 0; i < cells; ++i) {
    const Period period = Period::parse(reader.text());
    const auto number = reader.number<std::uint64_t>();
    if (number >= series) Reader::fail();
    read_cells(reader, state.cells_of(period, number), stride);
  }
  const auto reported = reader.number<std::uint64_t>();
  for (std::uint64_t i = 0; i < reported; ++i) {
    const Period period = Period::parse(reader.text());
    const auto number = reader.number<std::uint64_t>();
    const auto region = reader.number<std::uint32_t>();
    if (number >= series || region >= tree.size()) Reader::fail();
    state.reported.emplace(std::pair(period, std::pair(std::size_t{number}, RegionNumber{region})),
                           Rational::parse(reader.text()));
  }
  const auto own_levels = reader.number<std::uint64_t>();
  for (std::uint64_t i = 0; i < own_levels; ++i) {
    const auto region = reader.number<std::uint32_t>();
    if (region >= tree.size()) Reader::fail();
    state.own_levels.insert(region);
  }
  if (!reader.is_at_end()) Reader::fail();
  return result;
}

}  // namespace edustat
