# SPDX-License-Identifier: Apache-2.0

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(edustat_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/edustat")

install(
  TARGETS edustat
  EXPORT edustatTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(
  EXPORT edustatTargets
  NAMESPACE edustat::
  DESTINATION "${edustat_cmake_dir}")

# The joint audit has an export of its own, which the package reads where Z3 is.
if(EDUSTAT_RECONCILE)
  install(TARGETS edustat_reconcile EXPORT edustatReconcileTargets
          ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  install(
    EXPORT edustatReconcileTargets
    NAMESPACE edustat::
    DESTINATION "${edustat_cmake_dir}")
endif()

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
set(edustat_packages edustat)
if(EDUSTAT_RECONCILE)
  list(APPEND edustat_packages edustat-reconcile)
endif()
foreach(package IN LISTS edustat_packages)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/${package}.pc.in" "${PROJECT_BINARY_DIR}/${package}.pc"
                 @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${package}.pc"
          DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endforeach()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
