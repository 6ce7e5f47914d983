# SPDX-License-Identifier: Apache-2.0

# Adds one generated source to `target`: a table of the named catalogues and their texts.
# A table, because self-registering objects would be dropped from a static archive.
function(edustat_add_builtin target)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/builtin.cpp")
  set(inputs)
  foreach(name IN LISTS ARGN)
    list(APPEND inputs "${PROJECT_SOURCE_DIR}/lib/catalogue/builtin/${name}")
  endforeach()
  set(script "${PROJECT_SOURCE_DIR}/cmake/generate_builtin.cmake")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DINPUTS=${inputs}" -P "${script}"
    DEPENDS ${inputs} "${script}"
    COMMENT "Generating the built-in catalogues"
    VERBATIM)
  # A catalogue may be longer than the 64 KiB literal that a compiler must accept.
  set_source_files_properties("${output}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE "${output}")
endfunction()
