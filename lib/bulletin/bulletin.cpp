// SPDX-License-Identifier: Apache-2.0
#include "edustat/bulletin/bulletin.hpp"

#include "bulletin/encoding.hpp"
#include "bulletin/fact_reader.hpp"
#include "bulletin/file.hpp"
#include "bulletin/row_reader.hpp"

#include <cstddef>
#include <utility>

namespace edustat {
namespace {

constexpr std::size_t most_bytes = std::size_t{256} * 1024 * 1024;

std::vector<Fact> read_facts(std::string_view text, std::string_view source,
                             const Bulletin::Format& format) {
  detail::FaultList faults;
  detail::RowReader rows(text, source, detail::fact_columns, faults);
  detail::FactReader reader(rows, format);
  std::vector<Fact> facts;
  while (rows.next()) {
    if (std::optional<Fact> fact = reader.read()) facts.push_back(*std::move(fact));
  }
  faults.throw_if_any();
  return facts;
}

}  // namespace

Bulletin::Bulletin(std::vector<Fact> facts, std::string name)
    : facts_(std::move(facts)), name_(std::move(name)) {}

Bulletin Bulletin::read_csv(const std::filesystem::path& path, const Format& format) {
  return parse_csv(detail::read_file(path, most_bytes), path.string(), format);
}

Bulletin Bulletin::read_csv(const std::filesystem::path& path) {
  return read_csv(path, Format{});
}

Bulletin Bulletin::parse_csv(std::string_view text, std::string_view name, const Format& format) {
  std::string source(name);
  detail::require_size(text.size(), most_bytes, source);
  return Bulletin(read_facts(detail::to_utf8(text, format.encoding, name), name, format), source);
}

}  // namespace edustat
