# SPDX-License-Identifier: Apache-2.0

find_package(Doxygen 1.9 REQUIRED)

set(EDUSTAT_DOXYGEN_INPUT "${PROJECT_SOURCE_DIR}/include")
set(EDUSTAT_DOXYGEN_OUTPUT "${PROJECT_BINARY_DIR}/docs")
configure_file("${PROJECT_SOURCE_DIR}/docs/Doxyfile.in" "${PROJECT_BINARY_DIR}/Doxyfile" @ONLY)

add_custom_target(
  docs
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${EDUSTAT_DOXYGEN_OUTPUT}"
  COMMAND Doxygen::doxygen "${PROJECT_BINARY_DIR}/Doxyfile"
  COMMENT "Doxygen over the public headers, failing on warnings"
  VERBATIM)
