# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Sourced by tools/test and tools/demo: what the machine must have, and how it gets it.

# Debian's and Ubuntu's packages that the library is built from.
build_packages() {
  echo build-essential ca-certificates ccache cmake ninja-build
  echo libeigen3-dev libtomlplusplus-dev libz3-dev
  # Debian 12 has Boost 1.74 under the plain name; edustat needs 1.81.
  if apt_knows libboost1.81-dev; then echo libboost1.81-dev; else echo libboost-dev; fi
  echo python3 python3-dev python3-venv
}

# Those that the tests need beside them.
test_packages() {
  echo doxygen libbenchmark-dev libgtest-dev nlohmann-json3-dev pkg-config
  local version
  version=$(clang_version)
  echo "clang-$version" "libclang-rt-$version-dev"
  if apt_knows clang-format-14; then echo clang-format-14; fi
}

# Debian 12: 14, the oldest that must work. Elsewhere the system's own, because Clang 14 cannot
# read the newer standard library there.
clang_version() {
  local version
  if [ "$(distribution)" = "debian 12" ]; then
    echo 14
  else
    version=$(LC_ALL=C apt-cache depends clang 2>/dev/null |
      sed -n '0,/Depends: clang-/s/.*Depends: clang-\([0-9]*\)$/\1/p')
    echo "${version:-18}"
  fi
}

distribution() {
  # shellcheck disable=SC1091
  (. /etc/os-release 2>/dev/null && echo "${ID:-unknown} ${VERSION_ID:-}")
}

apt_knows() {
  [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) == *"Candidate: "[0-9]* ]]
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "This needs root or sudo: $*" >&2
    return 1
  fi
}

# install_missing LISTER...: asks each function for its packages and installs the absent ones.
install_missing() {
  local lister package missing=()
  if ! command -v apt-get >/dev/null; then
    cat <<'EOF'
This is neither Debian nor Ubuntu: nothing is installed. Needed are GCC 12 or Clang 14 or newer,
CMake 3.24, Ninja, the headers of Boost 1.81, Eigen 3.4 and toml++ 3.3, Python 3.10 with its headers and venv;
for the joint audit Z3; for the tests also GoogleTest, Google Benchmark, nlohmann-json, Doxygen 1.9, pkg-config, and Clang
with its sanitizer and fuzzer runtimes. Going on with what is there.
EOF
    return
  fi
  # Without lists no name has a candidate, and the choice of Boost below would be a guess.
  if ! apt_knows cmake; then as_root apt-get update -q; fi
  for lister in "$@"; do
    for package in $("$lister"); do
      is_installed "$package" || missing+=("$package")
    done
  done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "Every package is installed."
    return
  fi
  echo "Installing: ${missing[*]}"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    "${missing[@]}"
}

# The first Python 3.10 or newer that has headers and can make a virtual environment.
choose_python() {
  local python
  for python in /usr/bin/python3 python3 python3.13 python3.12 python3.11 python3.10; do
    if "$python" - 2>/dev/null <<'EOF'
import ensurepip, os, sys, sysconfig, venv
header = os.path.join(sysconfig.get_path("include"), "Python.h")
sys.exit(0 if sys.version_info >= (3, 10) and os.path.exists(header) else 1)
EOF
    then
      command -v "$python"
      return
    fi
  done
  echo "No Python 3.10 or newer with headers and venv was found (python3-dev, python3-venv)." >&2
  return 1
}

# make_venv DIRECTORY: a virtual environment of the chosen Python; an unusable one is made anew.
make_venv() {
  local venv=$1 python
  python=$(choose_python)
  if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    rm -rf "$venv"
    "$python" -m venv "$venv"
  fi
}

# requirements PYTHON KEY: a list of pyproject.toml, a requirement on each line.
requirements() {
  "$1" - "$2" <<'EOF'
import ast, pathlib, re, sys
text = pathlib.Path("pyproject.toml").read_text(encoding="utf-8")
found = re.search(rf"^{sys.argv[1]} = (\[.*?\])$", text, re.M | re.S)
print("\n".join(ast.literal_eval(found.group(1))))
EOF
}

# One compiler cache for every build and every clone, where there is one.
use_ccache() {
  command -v ccache >/dev/null || return 0
  export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
  # Precompiled headers are told apart by what they contain.
  export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

elapsed() {
  printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
}
