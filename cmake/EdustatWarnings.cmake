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

# Lets a compiler cache tell the precompiled header of a target by its content, not by its time.
function(edustat_cache_precompiled target)
  target_compile_options(
    ${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
                      "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endfunction()
