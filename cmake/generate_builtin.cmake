# SPDX-License-Identifier: Apache-2.0
# cmake -DOUTPUT=file.cpp "-DINPUTS=a.toml;b.toml" -P generate_builtin.cmake

set(delimiter "edustat_toml")
set(rows "")
set(count 0)
foreach(input IN LISTS INPUTS)
  file(READ "${input}" text)
  string(FIND "${text}" ")${delimiter}\"" collision)
  if(NOT collision EQUAL -1)
    message(FATAL_ERROR "${input} contains the end mark of the generated literal")
  endif()
  get_filename_component(id "${input}" NAME_WLE)
  string(APPEND rows "    Source{\"${id}\", R\"${delimiter}(${text})${delimiter}\"},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(
  WRITE "${OUTPUT}"
  "// Generated from lib/catalogue/builtin/*.toml; edit those.\n"
  "#include \"lib/catalogue/builtin.hpp\"\n\n"
  "#include <array>\n\n"
  "namespace edustat::builtin {\n"
  "namespace {\n\n"
  "constexpr std::array<Source, ${count}> table{{\n"
  "${rows}"
  "}};\n\n"
  "}  // namespace\n\n"
  "std::span<const Source> sources() noexcept { return table; }\n\n"
  "}  // namespace edustat::builtin\n")
