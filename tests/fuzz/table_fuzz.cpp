// SPDX-License-Identifier: Apache-2.0
// Streams of the Arrow C interface, mostly broken: whatever a producer says, there is a table that
// can be read and written again, or a StructureError, and what was given comes back once. Sizes
// that a producer says are never beyond the memory behind them, for no reader could notice that.

#include "edustat/error/error.hpp"
#include "edustat/panel/table.hpp"

#include "lib/panel/arrow_abi.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <deque>
#include <string>
#include <vector>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

// A buffer has room for this many elements of 32 bytes from this offset.
constexpr std::size_t most_rows = 12;
constexpr std::size_t most_offset = 12;
constexpr std::size_t buffer_bytes = 4096;
constexpr std::size_t most_nodes = 24;

/// The input, byte by byte; zeros behind its end.
class Source {
 public:
  Source(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  std::uint8_t byte() { return at_ < size_ ? data_[at_++] : std::uint8_t{0}; }
  std::size_t below(std::size_t count) { return byte() % count; }
  /// True once in 16 times: the way in which a column is broken.
  bool is_broken() { return byte() % 16 == 15; }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

int given = 0;
int released = 0;

template <typename Structure>
void release(Structure* structure) {
  if (structure->private_data != nullptr) ++released;
  structure->release = nullptr;
}

/// A column with its memory.
struct Node {
  std::string format{};
  std::string name{};
  ArrowSchema schema{};
  ArrowArray array{};
  std::array<std::array<std::uint64_t, buffer_bytes / 8>, 4> memory{};
  std::array<const void*, 4> buffers{};
  std::array<ArrowSchema*, 4> schemas{};
  std::array<ArrowArray*, 4> arrays{};
};

class Producer {
 public:
  explicit Producer(Source source) : source_(source) {
    Node& table = nodes_.emplace_back();
    table.format = "+s";
    const std::size_t columns = source_.below(4);
    rows_ = source_.below(most_rows);
    for (std::size_t i = 0; i < columns; ++i) {
      Node& child = column(0);
      child.name = std::string(1, static_cast<char>('a' + i));
      child.schema.name = child.name.c_str();
      table.schemas[i] = &child.schema;
      table.arrays[i] = &child.array;
    }
    fill(table, columns, 1);
    table.array.null_count = 0;
    table.array.offset = 0;
    table.schema.private_data = this;
    table.array.private_data = this;
    if (source_.is_broken()) distort(table);
    batches_ = source_.below(3);
    stream.get_schema = [](ArrowArrayStream* one, ArrowSchema* out) {
      Producer& self = *static_cast<Producer*>(one->private_data);
      *out = self.nodes_.front().schema;
      if (out->release != nullptr) ++given;
      return 0;
    };
    stream.get_next = [](ArrowArrayStream* one, ArrowArray* out) {
      Producer& self = *static_cast<Producer*>(one->private_data);
      *out = ArrowArray{};
      if (self.batches_ == 0) return 0;
      --self.batches_;
      *out = self.nodes_.front().array;
      if (out->release != nullptr) ++given;
      return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return "broken"; };
    stream.release = [](ArrowArrayStream* one) { one->release = nullptr; };
    stream.private_data = this;
  }
  Producer(const Producer&) = delete;
  Producer& operator=(const Producer&) = delete;

  ArrowArrayStream stream{};

 private:
  void fill(Node& node, std::size_t children, std::size_t buffers) {
    for (std::size_t i = 0; i < node.buffers.size(); ++i) node.buffers[i] = node.memory[i].data();
    node.buffers[0] = nullptr;
    const auto count = static_cast<std::int64_t>(children);
    node.schema.format = node.format.c_str();
    node.schema.name = node.name.c_str();
    node.schema.n_children = count;
    node.schema.children = node.schemas.data();
    node.schema.release = &release<ArrowSchema>;
    node.array.length = static_cast<std::int64_t>(rows_);
    node.array.offset = static_cast<std::int64_t>(source_.below(most_offset));
    node.array.n_buffers = static_cast<std::int64_t>(buffers);
    node.array.n_children = count;
    node.array.buffers = node.buffers.data();
    node.array.children = node.arrays.data();
    node.array.release = &release<ArrowArray>;
  }

  Node& column(int level) {
    static const std::array<const char*, 32> formats{
        "n",      "b",        "c",        "C",          "s",    "S",   "i",    "I",
        "l",      "L",        "f",        "g",          "u",    "U",   "vu",   "+r",
        "d:9,2",  "d:9,2,32", "d:5,1,64", "d:40,3,256", "tdD",  "tdm", "tss:", "tsn:UTC",
        "tsu:+8", "ttu",      "+l",       "z",          "d:,,", "ts",  "",     "u"};
    Node& node = nodes_.emplace_back();
    node.format = formats[source_.below(formats.size())];
    const bool has_runs = node.format == "+r" && nodes_.size() < most_nodes;
    if (has_runs) {
      for (std::size_t i = 0; i < 2; ++i) {
        Node& child = column(level + 1);
        node.schemas[i] = &child.schema;
        node.arrays[i] = &child.array;
      }
    }
    const bool has_bytes = node.format == "u" || node.format == "U";
    const std::size_t buffers = node.format == "n" || node.format == "+r" ? 0
                                : has_bytes                               ? 3
                                : node.format == "vu"                     ? 4
                                                                          : 2;
    fill(node, has_runs ? 2 : 0, buffers);
    write(node);
    if (source_.below(4) == 3 && level < 6 && nodes_.size() < most_nodes) {
      Node& dictionary = column(level + 1);
      node.schema.dictionary = &dictionary.schema;
      node.array.dictionary = &dictionary.array;
    }
    if (source_.is_broken()) distort(node);
    return node;
  }

  /// Elements of small value, so that offsets and indices are right now and then; text ends stay
  /// within the memory of the text.
  void write(Node& node) {
    const std::size_t kind = source_.below(4);
    auto* const bytes = reinterpret_cast<std::uint8_t*>(node.memory[1].data());
    std::size_t width = std::size_t{1} << source_.below(4);
    if (node.format == "u") width = 4;
    if (node.format == "U") width = 8;
    if (node.format == "vu") width = 16;
    std::uint8_t value = 0;
    for (std::size_t i = 0; i < most_rows + most_offset + 2; ++i) {
      value = static_cast<std::uint8_t>(kind == 0 ? value + source_.below(4) : source_.byte());
      bytes[i * width] = value;
    }
    auto* const text = reinterpret_cast<std::uint8_t*>(node.memory[2].data());
    for (std::size_t i = 0; i < 16; ++i) text[i] = kind < 2 ? std::uint8_t{'x'} : source_.byte();
    // For views: the size of the piece.
    node.memory[3][0] = source_.byte();
    if (source_.below(4) == 3) {
      node.memory[0].fill(0x5555'5555'5555'5555ULL * source_.below(4));
      node.buffers[0] = node.memory[0].data();
      node.array.null_count = -1;
    }
  }

  void distort(Node& node) {
    const std::array<std::int64_t, 4> wrong{-1, 0, std::int64_t{1} << 41, INT64_MAX};
    const std::int64_t number = wrong[source_.below(wrong.size())];
    switch (source_.below(14)) {
      case 0:
        node.array.length = number;
        break;
      case 1:
        node.array.offset = number;
        break;
      case 2:
        node.array.null_count = number;
        break;
      case 3:
        node.array.n_buffers = static_cast<std::int64_t>(source_.below(5));
        break;
      case 4:
        node.array.n_children = number;
        break;
      case 5:
        node.array.buffers = nullptr;
        break;
      case 6:
        node.array.children = nullptr;
        break;
      case 7:
        node.array.dictionary = nullptr;
        break;
      case 8:
        node.array.release = nullptr;
        break;
      case 9:
        node.buffers[source_.below(4)] = nullptr;
        break;
      case 10:
        node.schema.format = nullptr;
        break;
      case 11:
        node.schema.n_children = number;
        break;
      case 12:
        node.schema.dictionary = nullptr;
        break;
      default:
        node.schema.children = nullptr;
    }
  }

  Source source_;
  std::size_t rows_ = 0;
  std::size_t batches_ = 0;
  std::deque<Node> nodes_{};
};

void read_everything(const edustat::Table& table) {
  for (std::size_t column = 0; column < table.fields().size(); ++column) {
    if (table.fields()[column].type == edustat::ColumnType::other) return;
    for (std::size_t row = 0; row < table.rows(); ++row) (void)table.text_at(column, row);
  }
  ArrowArrayStream stream{};
  table.to_stream(stream);
  const edustat::Table again = edustat::Table::from_stream(stream);
  require(again.rows() == table.rows());
  for (std::size_t column = 0; column < table.fields().size(); ++column) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
      require(again.text_at(column, row) == table.text_at(column, row));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  given = 0;
  released = 0;
  Producer producer(Source(data, size));
  try {
    read_everything(edustat::Table::from_stream(producer.stream));
  } catch (const edustat::StructureError& error) {
    require(!error.faults().empty());
  }
  require(given == released);
  return 0;
}
