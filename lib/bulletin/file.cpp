// SPDX-License-Identifier: Apache-2.0
#include "bulletin/file.hpp"

#include "edustat/error/error.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace edustat::detail {
namespace {

struct Close {
  void operator()(std::FILE* file) const noexcept { (void)std::fclose(file); }
};

[[noreturn]] void refuse(const std::string& path, int reason) {
  if (reason == ENOENT || reason == ENOTDIR) {
    throw FileError(Fault{ErrorCode::file_not_found, {path}});
  }
  throw FileError(
      Fault{ErrorCode::file_unreadable, {path, std::generic_category().message(reason)}});
}

}  // namespace

void require_size(std::size_t bytes, std::size_t most_bytes, const std::string& source) {
  if (bytes <= most_bytes) return;
  throw LimitError(Fault{ErrorCode::text_too_long,
                         {std::to_string(bytes), std::to_string(most_bytes)},
                         Place{.source = source}});
}

std::string read_file(const std::filesystem::path& path, std::size_t most_bytes) {
  const std::string name = path.string();
  std::error_code ignored;
  const std::uintmax_t size = std::filesystem::file_size(path, ignored);
  if (!ignored) require_size(static_cast<std::size_t>(size), most_bytes, name);
  const std::unique_ptr<std::FILE, Close> file(std::fopen(name.c_str(), "rb"));
  if (!file) refuse(name, errno);
  std::string bytes;
  std::array<char, 65'536> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), count);
    require_size(bytes.size(), most_bytes, name);
  }
  if (std::ferror(file.get()) != 0) refuse(name, errno);
  return bytes;
}

}  // namespace edustat::detail
