// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/catalogue.hpp"

#include "catalogue/builtin.hpp"
#include "catalogue/catalogue_data.hpp"
#include "catalogue/catalogue_reader.hpp"
#include "error/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace edustat {
namespace {

using detail::NameIndex;

std::string text_of(const std::filesystem::path& path, const std::string& name) {
  std::error_code failure;
  const auto status = std::filesystem::status(path, failure);
  if (!std::filesystem::exists(status)) {
    throw FileError(Fault{ErrorCode::file_not_found, {name}});
  }
  if (std::filesystem::is_directory(status)) {
    const std::error_code directory = std::make_error_code(std::errc::is_a_directory);
    throw FileError(Fault{ErrorCode::file_unreadable, {name, directory.message()}});
  }
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file || file.bad()) {
    const std::error_code reason(errno, std::generic_category());
    throw FileError(Fault{ErrorCode::file_unreadable, {name, reason.message()}});
  }
  return text;
}

/// The items with this name: by full id, by id, or by any label and alias, which weigh the same
/// because prints use one label for several things (竣工率 of the plan, of what was started).
std::vector<Catalogue::Item> meanings_of(const std::vector<NameIndex::Entry>& entries) {
  std::vector<Catalogue::Item> first = detail::first_meanings(entries);
  const bool is_by_id = std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
    return entry.role == NameIndex::Role::full_id || entry.role == NameIndex::Role::id;
  });
  if (is_by_id || first.empty()) return first;
  std::vector<Catalogue::Item> all;
  for (const NameIndex::Entry& entry : entries) all.push_back(entry.item);
  return all;
}

}  // namespace

Catalogue::Catalogue(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

Catalogue Catalogue::builtin(std::string_view id) {
  return CatalogueReader::read_builtin(id);
}

std::vector<std::string> Catalogue::builtin_ids() {
  std::vector<std::string> ids;
  for (const builtin::Source& source : builtin::sources()) ids.emplace_back(source.id);
  return ids;
}

Catalogue Catalogue::load(const std::filesystem::path& path) {
  const std::u8string utf8 = path.u8string();
  const std::string name(utf8.begin(), utf8.end());
  return parse(text_of(path, name), name);
}

Catalogue Catalogue::parse(std::string_view text, std::string_view name) {
  return CatalogueReader::read(text, name);
}

const std::string& Catalogue::id() const noexcept {
  return data_->id;
}

const std::string& Catalogue::edition() const noexcept {
  return data_->edition;
}

const Label& Catalogue::label() const noexcept {
  return data_->label;
}

const UnitSystem& Catalogue::units() const noexcept {
  return data_->units;
}

std::span<const CodeList> Catalogue::code_lists() const noexcept {
  return data_->code_lists;
}

std::span<const Measure> Catalogue::measures() const noexcept {
  return data_->measures;
}

std::span<const Indicator> Catalogue::indicators() const noexcept {
  return data_->indicators;
}

std::span<const Rule> Catalogue::relations() const noexcept {
  return data_->rules;
}

Catalogue::Item Catalogue::find(std::string_view name) const {
  const std::vector<NameIndex::Entry>& entries = data_->names.entries(name);
  if (entries.size() == 1) return entries.front().item;
  const std::vector<Item> meanings = meanings_of(entries);
  if (meanings.empty()) throw CodeError(detail::unknown_item(name, data_->names));
  if (meanings.size() > 1) throw CodeError(detail::ambiguous_item(name, meanings));
  return meanings.front();
}

const CodeList& Catalogue::code_list(std::string_view id) const {
  const auto has_id = [id](const CodeList& list) { return list.id == id; };
  const auto found = std::find_if(data_->code_lists.begin(), data_->code_lists.end(), has_id);
  if (found != data_->code_lists.end()) return *found;
  throw CodeError(Fault{ErrorCode::unknown_category, {text::excerpt(id), data_->id}});
}

}  // namespace edustat
