# SPDX-License-Identifier: Apache-2.0

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(edustat_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/edustat")

install(
  TARGETS edustat
  EXPORT edustatTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
if(EDUSTAT_RECONCILE)
  install(TARGETS edustat_reconcile EXPORT edustatTargets
          ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
endif()
install(
  EXPORT edustatTargets
  NAMESPACE edustat::
  DESTINATION "${edustat_cmake_dir}")

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/edustatConfig.cmake.in" "${PROJECT_BINARY_DIR}/edustatConfig.cmake"
  INSTALL_DESTINATION "${edustat_cmake_dir}")
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/edustatConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/edustatConfig.cmake"
              "${PROJECT_BINARY_DIR}/edustatConfigVersion.cmake"
        DESTINATION "${edustat_cmake_dir}")

# ${pcfiledir} keeps the file valid when the prefix moves.
file(RELATIVE_PATH edustat_pc_prefix "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
configure_file("${PROJECT_SOURCE_DIR}/cmake/edustat.pc.in" "${PROJECT_BINARY_DIR}/edustat.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/edustat.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
