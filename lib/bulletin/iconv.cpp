// SPDX-License-Identifier: Apache-2.0
#include "bulletin/iconv.hpp"

#include "edustat/error/error.hpp"

#include "error/utf8.hpp"

#include <array>
#include <cerrno>
#include <cstddef>
#include <iconv.h>
#include <optional>

namespace edustat::detail {
namespace {

/// An open conversion to UTF-8.
class Conversion {
 public:
  explicit Conversion(std::string_view from)
      : handle_(::iconv_open("UTF-8", std::string(from).c_str())) {}
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  ~Conversion() {
    if (is_open()) ::iconv_close(handle_);
  }

  // iconv_open reports failure as the handle -1.
  [[nodiscard]] bool is_open() const noexcept {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
  }

  /// Appends what can be read to `text` and gives the offset of the first byte that cannot.
  std::size_t read(std::string_view bytes, std::string& text) {
    std::array<char, 16'384> buffer{};
    char* input = const_cast<char*>(bytes.data());  // iconv does not write to its input
    std::size_t left = bytes.size();
    while (left > 0) {
      char* output = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t result = ::iconv(handle_, &input, &left, &output, &room);
      const int reason = errno;
      text.append(buffer.data(), buffer.size() - room);
      if (result == static_cast<std::size_t>(-1) && reason != E2BIG) break;
    }
    return bytes.size() - left;
  }

 private:
  iconv_t handle_;
};

}  // namespace

std::string decode(std::string_view bytes, std::string_view from, std::string_view encoding,
                   std::string_view source) {
  Conversion conversion(from);
  if (!conversion.is_open()) {
    throw DependencyError(Fault{ErrorCode::encoding_unavailable, {std::string(encoding)}});
  }
  std::string result;
  const std::size_t end = conversion.read(bytes, result);
  if (end == bytes.size()) return result;
  throw ParseError(Fault{ErrorCode::invalid_bytes,
                         {hexadecimal(bytes[end]), std::string(encoding)},
                         text::line_and_column(result, result.size(), source)});
}

bool is_decodable(std::string_view bytes, std::string_view from) {
  Conversion conversion(from);
  std::string ignored;
  return conversion.is_open() && conversion.read(bytes, ignored) == bytes.size();
}

std::string hexadecimal(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {digits[value >> 4U], digits[value & 0xFU]};
}

}  // namespace edustat::detail
