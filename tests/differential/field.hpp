// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace edustat::differential {

inline std::string text_of(std::string text) {
  return text;
}

template <typename Value>
std::string text_of(const Value& value) {
  return value.to_string();
}

template <typename Value>
std::string text_of(const std::optional<Value>& value) {
  return value ? value->to_string() : "nothing";
}

inline void put(std::string& line, std::string_view field) {
  line += '\t';
  line += field;
}

/// Puts what `action` gives, or the class of the error that it throws.
template <typename Action>
void put_result(std::string& line, Action&& action) {
  try {
    put(line, text_of(action()));
  } catch (const ParseError&) {
    put(line, "ParseError");
  } catch (const ZeroError&) {
    put(line, "ZeroError");
  } catch (const LimitError&) {
    put(line, "LimitError");
  } catch (const StructureError&) {
    put(line, "StructureError");
  } catch (const Error&) {
    put(line, "Error");
  }
}

}  // namespace edustat::differential
