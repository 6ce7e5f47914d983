// SPDX-License-Identifier: Apache-2.0
#include "panel/arrow_schema.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"
#include "panel/chunk_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace edustat::detail {
namespace {

constexpr std::int64_t most_columns = 1'000'000;
// Deeper than any producer goes: runs of a dictionary of runs.
constexpr int most_levels = 4;

struct Letters {
  std::string_view format;
  ColumnType type;
  std::size_t width;
};

/// @source Apache Arrow, "The Arrow C data interface", data type description: format strings
constexpr std::array plain_formats{
    Letters{"n", ColumnType::null, 0},     Letters{"b", ColumnType::boolean, 0},
    Letters{"c", ColumnType::int8, 1},     Letters{"C", ColumnType::uint8, 1},
    Letters{"s", ColumnType::int16, 2},    Letters{"S", ColumnType::uint16, 2},
    Letters{"i", ColumnType::int32, 4},    Letters{"I", ColumnType::uint32, 4},
    Letters{"l", ColumnType::int64, 8},    Letters{"L", ColumnType::uint64, 8},
    Letters{"f", ColumnType::float32, 4},  Letters{"g", ColumnType::float64, 8},
    Letters{"u", ColumnType::text, 4},     Letters{"U", ColumnType::large_text, 8},
    Letters{"tdD", ColumnType::date32, 4}, Letters{"tdm", ColumnType::date64, 8},
};

struct Width {
  int bits;
  ColumnType type;
  int most_digits;
};

/// @source Apache Arrow, Schema.fbs, table Decimal
constexpr std::array decimal_widths{
    Width{32, ColumnType::decimal32, 9},
    Width{64, ColumnType::decimal64, 18},
    Width{128, ColumnType::decimal128, 38},
    Width{256, ColumnType::decimal256, 76},
};

/// The numbers of `38,2` or `38,2,64`.
std::optional<std::array<int, 3>> numbers_of(std::string_view text) {
  std::array<int, 3> numbers{0, 0, 128};
  std::size_t count = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (count < numbers.size()) {
    const auto [next, error] = std::from_chars(at, end, numbers[count]);
    if (error != std::errc{}) return {};
    ++count;
    at = next;
    if (at == end) break;
    if (*at++ != ',') return {};
  }
  if (at != end || count < 2) return {};
  return numbers;
}

ColumnLayout decimal_layout(std::string_view name, std::string_view format) {
  // The scale is a signed byte in Arrow for Rust and Java's BigDecimal stays far inside it for
  // published figures; anything beyond would be a number of no use and unbounded size.
  constexpr int most_scale = 127;
  const auto numbers = numbers_of(format.substr(2));
  if (!numbers) refuse_table(name, "a decimal type cannot be read");
  const auto [precision, scale, bits] = *numbers;
  const auto width = std::find_if(decimal_widths.begin(), decimal_widths.end(),
                                  [bits = bits](const Width& one) { return one.bits == bits; });
  if (width == decimal_widths.end()) refuse_table(name, "a decimal type has an unknown width");
  if (precision < 1 || precision > width->most_digits || scale < -most_scale ||
      scale > most_scale) {
    refuse_table(name, "a decimal type has impossible digits");
  }
  ColumnLayout layout;
  layout.type = width->type;
  layout.precision = precision;
  layout.scale = scale;
  return layout;
}

ColumnLayout skipped() {
  ColumnLayout layout;
  layout.encoding = Encoding::skipped;
  layout.type = ColumnType::other;
  return layout;
}

/// `tsu:` and the zone.
ColumnLayout timestamp_layout(std::string_view format) {
  constexpr std::array<std::string_view, 7> zones_of_utc{"",    "UTC",    "Etc/UTC", "Z",
                                                         "GMT", "+00:00", "-00:00"};
  const std::string_view zone = format.substr(4);
  if (std::find(zones_of_utc.begin(), zones_of_utc.end(), zone) == zones_of_utc.end()) {
    return skipped();
  }
  ColumnLayout layout;
  layout.type = ColumnType::date64;
  switch (format[2]) {
    case 's':
      layout.multiplier = 1'000;
      break;
    case 'm':
      return layout;
    case 'u':
      layout.divisor = 1'000;
      break;
    case 'n':
      layout.divisor = 1'000'000;
      break;
    default:
      return skipped();
  }
  layout.encoding = Encoding::timestamps;
  return layout;
}

void require_living(std::string_view name, const ArrowSchema& schema) {
  if (schema.release == nullptr) refuse_table(name, "its type has been released");
  if (schema.format == nullptr) refuse_table(name, "its type has no format");
  if (schema.n_children < 0) refuse_table(name, "its type has a negative number of children");
  if (schema.n_children > 0 && schema.children == nullptr) {
    refuse_table(name, "the children of its type are missing");
  }
}

ColumnLayout layout_of(std::string_view name, const ArrowSchema& schema, int level);

ColumnLayout runs_layout(std::string_view name, const ArrowSchema& schema, int level) {
  if (level == most_levels) return skipped();
  if (schema.n_children != 2 || schema.children[0] == nullptr || schema.children[1] == nullptr) {
    refuse_table(name, "a run-end encoded type needs two children");
  }
  const ColumnLayout ends = layout_of(name, *schema.children[0], level + 1);
  const bool is_end = ends.encoding == Encoding::plain &&
                      (ends.type == ColumnType::int16 || ends.type == ColumnType::int32 ||
                       ends.type == ColumnType::int64);
  if (!is_end) refuse_table(name, "run ends are not whole numbers of 16, 32 or 64 bits");
  auto values =
      std::make_shared<const ColumnLayout>(layout_of(name, *schema.children[1], level + 1));
  if (values->encoding == Encoding::skipped) return skipped();
  ColumnLayout layout = *values;
  layout.encoding = Encoding::runs;
  // Unfolded, the bytes may be more than 32 bits can count.
  if (layout.type == ColumnType::text && values->encoding != Encoding::dictionary) {
    layout.type = ColumnType::large_text;
  }
  layout.index_type = ends.type;
  layout.values = std::move(values);
  return layout;
}

ColumnLayout undictionaried(std::string_view name, const ArrowSchema& schema, int level) {
  const std::string_view format = schema.format;
  if (format.starts_with("d:")) return decimal_layout(name, format);
  if (format.size() >= 4 && format.starts_with("ts") && format[3] == ':') {
    return timestamp_layout(format);
  }
  if (format == "+r") return runs_layout(name, schema, level);
  ColumnLayout layout;
  if (format == "vu") {
    layout.encoding = Encoding::views;
    layout.type = ColumnType::large_text;
    return layout;
  }
  const auto found =
      std::find_if(plain_formats.begin(), plain_formats.end(),
                   [format](const Letters& letters) { return letters.format == format; });
  if (found == plain_formats.end()) return skipped();
  layout.type = found->type;
  return layout;
}

bool is_dictionary(const ColumnLayout& layout) {
  return layout.encoding == Encoding::dictionary ||
         (layout.encoding == Encoding::runs && is_dictionary(*layout.values));
}

ColumnLayout layout_of(std::string_view name, const ArrowSchema& schema, int level) {
  require_living(name, schema);
  if (level > most_levels) return skipped();
  const ColumnLayout plain = undictionaried(name, schema, level);
  if (plain.encoding == Encoding::plain && schema.n_children != 0) {
    refuse_table(name, "a type that is not nested has children");
  }
  if (schema.dictionary == nullptr) return plain;
  if (plain.encoding != Encoding::plain || !is_whole(plain.type)) {
    refuse_table(name, "the indices of a dictionary are not whole numbers");
  }
  auto values =
      std::make_shared<const ColumnLayout>(layout_of(name, *schema.dictionary, level + 1));
  if (values->encoding == Encoding::skipped || is_dictionary(*values)) return skipped();
  ColumnLayout layout = *values;
  layout.encoding = Encoding::dictionary;
  layout.index_type = plain.type;
  layout.values = std::move(values);
  return layout;
}

}  // namespace

void refuse_table(std::string_view column, std::string_view what) {
  throw StructureError(
      Fault{ErrorCode::malformed_table, {text::excerpt(column) + ": " + std::string(what)}});
}

Field ColumnLayout::field(std::string name) const {
  if (encoding == Encoding::runs) {
    Field result = values->field(std::move(name));
    result.type = type;
    return result;
  }
  Field result{std::move(name), type, scale, precision, false, ColumnType::null};
  if (encoding == Encoding::dictionary) {
    result.is_dictionary = true;
    result.index_type = index_type;
  }
  return result;
}

std::vector<NamedLayout> read_schema(const ArrowSchema& schema) {
  require_living("*", schema);
  if (std::string_view(schema.format) != "+s") refuse_table("*", "a table is no structure");
  if (schema.dictionary != nullptr) refuse_table("*", "a table has a dictionary");
  if (schema.n_children > most_columns) refuse_table("*", "there are more than a million columns");
  std::vector<NamedLayout> columns;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    const ArrowSchema* child = schema.children[i];
    const std::string number = "column " + std::to_string(i + 1);
    if (child == nullptr) refuse_table(number, "its type is missing");
    if (child->release == nullptr) refuse_table(number, "its type has been released");
    if (child->name == nullptr) refuse_table(number, "it has no name");
    const std::string name = child->name;
    if (text::find_invalid(name) != name.size()) refuse_table(number, "its name is not UTF-8");
    columns.push_back({name, layout_of(name, *child, 0)});
  }
  return columns;
}

std::size_t width_of(ColumnType type) noexcept {
  for (const Letters& letters : plain_formats) {
    if (letters.type == type) return letters.width;
  }
  for (const Width& width : decimal_widths) {
    if (width.type == type) return static_cast<std::size_t>(width.bits / 8);
  }
  return 0;
}

std::string format_of(const Field& field) {
  for (const Letters& letters : plain_formats) {
    if (letters.type == field.type) return std::string(letters.format);
  }
  std::string format = "d:" + std::to_string(field.precision) + ',' + std::to_string(field.scale);
  for (const Width& width : decimal_widths) {
    if (width.type == field.type && width.bits != 128) format += ',' + std::to_string(width.bits);
  }
  return format;
}

}  // namespace edustat::detail
