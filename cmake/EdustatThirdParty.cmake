# SPDX-License-Identifier: Apache-2.0
# Header-only libraries that the archive is built from and its consumers never see.

set(EDUSTAT_BOOST_MINIMUM 108100)

find_path(
  EDUSTAT_BOOST_INCLUDE_DIR
  NAMES boost/multiprecision/cpp_int.hpp
  DOC "Directory that contains boost/ (1.81 or newer)")
set(edustat_boost_version 0)
if(EDUSTAT_BOOST_INCLUDE_DIR)
  file(STRINGS "${EDUSTAT_BOOST_INCLUDE_DIR}/boost/version.hpp" edustat_boost_line
       REGEX "^#define BOOST_VERSION [0-9]+")
  string(REGEX MATCH "[0-9]+" edustat_boost_version "${edustat_boost_line}")
endif()
if(edustat_boost_version LESS EDUSTAT_BOOST_MINIMUM)
  message(
    FATAL_ERROR
      "edustat needs the Boost headers, 1.81 or newer (found: ${edustat_boost_version} in "
      "'${EDUSTAT_BOOST_INCLUDE_DIR}').\n"
      "  Debian 12:    apt-get install libboost1.81-dev\n"
      "  Ubuntu 24.04: apt-get install libboost-dev\n"
      "  elsewhere:    -DEDUSTAT_BOOST_INCLUDE_DIR=<directory that contains boost/>")
endif()

find_path(
  EDUSTAT_TOMLPLUSPLUS_INCLUDE_DIR
  NAMES toml++/toml.h
  DOC "Directory that contains toml++/")
if(NOT EDUSTAT_TOMLPLUSPLUS_INCLUDE_DIR)
  message(
    FATAL_ERROR
      "edustat needs the toml++ headers.\n"
      "  Debian 12, Ubuntu 24.04: apt-get install libtomlplusplus-dev\n"
      "  elsewhere: -DEDUSTAT_TOMLPLUSPLUS_INCLUDE_DIR=<directory that contains toml++/>")
endif()

find_path(
  EDUSTAT_EIGEN_INCLUDE_DIR
  NAMES Eigen/Core
  PATH_SUFFIXES eigen3
  DOC "Directory that contains Eigen/ (3.4 or newer)")
if(NOT EDUSTAT_EIGEN_INCLUDE_DIR)
  message(
    FATAL_ERROR
      "edustat needs the Eigen headers, 3.4 or newer.\n"
      "  Debian 12, Ubuntu 24.04: apt-get install libeigen3-dev\n"
      "  elsewhere: -DEDUSTAT_EIGEN_INCLUDE_DIR=<directory that contains Eigen/>")
endif()

add_library(edustat_boost INTERFACE)
target_include_directories(edustat_boost SYSTEM INTERFACE "${EDUSTAT_BOOST_INCLUDE_DIR}")
# boost::exception is always of default visibility; without it the archive exports nothing of Boost.
target_compile_definitions(edustat_boost INTERFACE BOOST_EXCEPTION_DISABLE)

# The package's own CMake target would make every consumer need its shared library.
add_library(edustat_tomlplusplus INTERFACE)
target_include_directories(edustat_tomlplusplus SYSTEM
                           INTERFACE "${EDUSTAT_TOMLPLUSPLUS_INCLUDE_DIR}")
# toml++ 3.3 asserts, or with NDEBUG lets the compiler assume, that certain malformed texts do not
# occur ("[{]"); with neither it reports them. The sources that include it are compiled without
# NDEBUG for that reason, see lib/CMakeLists.txt.
target_compile_definitions(edustat_tomlplusplus INTERFACE TOML_HEADER_ONLY=1
                                                          "TOML_ASSERT=static_cast<void>")

# Only what is licensed under MPL 2; in lib/analysis alone, its types never leave it.
add_library(edustat_eigen INTERFACE)
target_include_directories(edustat_eigen SYSTEM INTERFACE "${EDUSTAT_EIGEN_INCLUDE_DIR}")
target_compile_definitions(edustat_eigen INTERFACE EIGEN_MPL2_ONLY)
