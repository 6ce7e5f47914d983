# SPDX-License-Identifier: Apache-2.0
# Link as PRIVATE $<BUILD_INTERFACE:edustat_warnings>; the target is in no export set.

add_library(edustat_warnings INTERFACE)
target_compile_options(
  edustat_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)

# GCC's optimizer warns of its own inlining: -Wrestrict of every `"text" + std::string` (GCC bug
# 105651, GCC 12), -Wmaybe-uninitialized of std::optional without a value. Clang and the
# sanitizers watch over both.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(edustat_warnings INTERFACE -Wno-maybe-uninitialized)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(edustat_warnings INTERFACE -Wno-restrict)
  endif()
endif()
