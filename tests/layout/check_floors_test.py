# SPDX-License-Identifier: Apache-2.0
"""Each rule of check_floors.py finds what it is there for, in a small tree made for it."""

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from check_floors import check_tree

MARK = "// SPDX-License-Identifier: Apache-2.0\n"
HEADER = MARK + "#pragma once\n"
ERROR = "include/edustat/error/error.hpp"
NUMBER = "include/edustat/number/rational.hpp"


def faults_of(files: dict[str, str]) -> list[str]:
    """The faults of a tree of these files, all of them listed for CMake."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for listing in ("lib", "tests/cpp", "bindings"):
            (root / listing).mkdir(parents=True)
            names = [name.removeprefix(f"{listing}/") for name in files]
            text = "# SPDX-License-Identifier: Apache-2.0\n" + "\n".join(names) + "\n"
            (root / listing / "CMakeLists.txt").write_text(text)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        return check_tree(root)[0]


class CheckFloors(unittest.TestCase):
    """One method per rule."""

    def assert_fault(self, files: dict[str, str], words: str) -> None:
        """Exactly one fault is found, and it contains these words."""
        faults = faults_of(files)
        assert len(faults) == 1, faults
        assert words in faults[0]

    def test_accepts_an_include_from_below(self) -> None:
        files = {ERROR: HEADER, NUMBER: HEADER + '#include "edustat/error/error.hpp"\n'}
        assert faults_of(files) == []

    def test_refuses_an_include_from_above(self) -> None:
        files = {ERROR: HEADER + '#include "edustat/number/rational.hpp"\n', NUMBER: HEADER}
        self.assert_fault(files, "above it")

    def test_refuses_a_cycle(self) -> None:
        other = "include/edustat/number/decimal.hpp"
        files = {
            NUMBER: HEADER + '#include "edustat/number/decimal.hpp"\n',
            other: HEADER + '#include "edustat/number/rational.hpp"\n',
        }
        self.assert_fault(files, "include cycle")

    def test_refuses_a_third_party_in_a_public_header(self) -> None:
        self.assert_fault({NUMBER: HEADER + "#include <boost/version.hpp>\n"}, "boost")

    def test_refuses_a_third_party_on_another_floor(self) -> None:
        self.assert_fault({"lib/number/a.hpp": HEADER + "#include <toml++/toml.h>\n"}, "toml++")

    def test_accepts_a_third_party_on_its_floor(self) -> None:
        files = {"lib/number/a.hpp": HEADER + "#include <boost/version.hpp>\n#include <span>\n"}
        assert faults_of(files) == []

    def test_refuses_an_unknown_third_party(self) -> None:
        self.assert_fault({"lib/number/a.hpp": HEADER + "#include <fmt/core.h>\n"}, "nowhere")

    def test_refuses_a_private_header_in_a_public_one(self) -> None:
        files = {NUMBER: HEADER + '#include "number/a.hpp"\n', "lib/number/a.hpp": HEADER}
        self.assert_fault(files, "not installed")

    def test_refuses_tolerances_in_tests(self) -> None:
        path = "tests/cpp/number/a_test.cpp"
        self.assert_fault({path: MARK + "EXPECT_NEAR(a, b, c);\n"}, "EXPECT_NEAR")
        self.assert_fault({path: MARK + "double a;\n"}, "double")

    def test_accepts_a_named_double_in_tests(self) -> None:
        path = "tests/cpp/number/a_test.cpp"
        text = MARK + "static_assert(!std::is_constructible_v<Rational, double>);  // no double\n"
        assert faults_of({path: text}) == []

    def test_refuses_a_missing_licence_line(self) -> None:
        self.assert_fault({NUMBER: "#pragma once\n"}, "SPDX")
        self.assert_fault({"tools/x": "#!/bin/sh\ntrue\n"}, "SPDX")

    def test_refuses_a_header_without_guard(self) -> None:
        self.assert_fault({NUMBER: MARK}, "#pragma once")

    def test_refuses_a_source_without_its_header(self) -> None:
        self.assert_fault({"lib/number/a.cpp": MARK}, "no header a.hpp")

    def test_accepts_a_source_that_extends_a_name(self) -> None:
        assert faults_of({NUMBER: HEADER, "lib/number/rational_text.cpp": MARK}) == []

    def test_accepts_a_source_with_the_name_of_a_function(self) -> None:
        files = {NUMBER: HEADER + "int solve(int a);\n", "lib/number/solve.cpp": MARK}
        assert faults_of(files) == []

    def test_refuses_a_long_file(self) -> None:
        self.assert_fault({NUMBER: HEADER + "\n" * 399}, "401 lines")

    def test_refuses_macros_and_wide_integers(self) -> None:
        self.assert_fault({NUMBER: HEADER + "#define A 1\n"}, "macro")
        self.assert_fault({NUMBER: HEADER + "unsigned __int128 a;\n"}, "128-bit")

    def test_refuses_a_file_that_no_list_names(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "lib/number").mkdir(parents=True)
            (root / "lib/CMakeLists.txt").write_text("# SPDX-License-Identifier: Apache-2.0\n")
            (root / "lib/number/a.hpp").write_text(HEADER)
            (root / "lib/number/a.cpp").write_text(MARK)
            faults, _ = check_tree(root)
        assert len(faults) == 1
        assert "not listed" in faults[0]

    def test_refuses_a_file_that_a_list_names_twice(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "lib/number").mkdir(parents=True)
            listing = "# SPDX-License-Identifier: Apache-2.0\n" + "  number/a.cpp\n" * 2
            (root / "lib/CMakeLists.txt").write_text(listing)
            (root / "lib/number/a.hpp").write_text(HEADER)
            (root / "lib/number/a.cpp").write_text(MARK)
            faults, _ = check_tree(root)
        assert faults == ["lib/number/a.cpp:1: listed twice in lib/CMakeLists.txt"]


if __name__ == "__main__":
    unittest.main()
