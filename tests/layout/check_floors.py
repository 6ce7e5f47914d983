# SPDX-License-Identifier: Apache-2.0
"""Checks that the source tree keeps its floors: who includes whom, and what stands where.

    python3 tests/layout/check_floors.py [ROOT]

Prints one line per fault and exits with 1 when there is any. Needs only the standard library.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

# From the ground up; floors on one line may not include each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("error",),
    ("number",),
    ("quantity",),
    ("place",),
    ("catalogue",),
    ("panel",),
    ("analysis",),
    ("bulletin",),
    ("audit",),
)
LEVEL = {name: level for level, names in enumerate(FLOORS) for name in names}

# Where an include of a third party may stand.
THIRD_PARTIES: dict[str, tuple[str, ...]] = {
    "boost": ("lib/number/",),
    "toml++": ("lib/catalogue/",),
    "Eigen": ("lib/analysis/", "lib/panel/"),
    "z3": ("lib/audit/",),
    "iconv": ("lib/bulletin/",),
    "unistd": ("tests/cpp/",),
    "sys": ("lib/panel/",),
    "immintrin": ("lib/panel/scan_kernel_values.hpp",),
    "pybind11": ("bindings/",),
    "gtest": ("tests/cpp/",),
    "nlohmann": ("tests/cpp/",),
    "benchmark": ("benchmarks/",),
}

CODE = (".hpp", ".cpp")
MARKED = (*CODE, ".py", ".cmake", ".toml", ".yaml", ".sh")
MARKED_NAMES = ("CMakeLists.txt", ".clang-format", ".clang-tidy", ".gitignore")
MARK = "SPDX-License-Identifier: Apache-2.0"
LONGEST_FILE = 400
LONGEST_TEST = 500
SKIPPED_FOLDERS = ("build", "dist", "corpus", "__pycache__")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
BANNED_IN_TESTS = re.compile(
    r"\b(?:EXPECT_NEAR|ASSERT_NEAR|(?:EXPECT|ASSERT)_(?:DOUBLE|FLOAT)_EQ|double|float)\b"
)
NAMED_DOUBLE = re.compile(r"to_double|from_double|static_assert|is_constructible|is_convertible")

Fault = Callable[[Path, int, str], None]


def source_files(root: Path) -> Iterator[Path]:
    """Every file of the tree that people write, in a fixed order."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if any(part in SKIPPED_FOLDERS or part.startswith("build-") for part in parts[:-1]):
            continue
        if any(part.startswith(".") and part != ".ci" for part in parts[:-1]):
            continue
        if path.is_file():
            yield path.relative_to(root)


def floor_of(path: str) -> str | None:
    """The floor of a file of the library or its tests, nothing for other files."""
    match = re.match(r"(?:include/edustat|lib|tests/cpp)/([a-z_]+)/", path)
    return match.group(1) if match and match.group(1) in LEVEL else None


def includes_of(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Line number, kind of bracket and name of each include."""
    for number, line in enumerate(lines, start=1):
        if match := INCLUDE.match(line):
            yield number, match.group(1), match.group(2)


def target_of(name: str) -> str | None:
    """The path of one of our own headers, nothing for any other."""
    if name.startswith("edustat/"):
        return f"include/{name}"
    if name.startswith(("lib/", "tests/", "bindings/")):
        return name
    if name.split("/")[0] in LEVEL:
        return f"lib/{name}"
    return None


def third_party_of(name: str) -> str | None:
    """The third party that a header belongs to; standard headers have neither `/` nor suffix."""
    top = name.split("/")[0]
    for party in THIRD_PARTIES:
        if top == party or top in (f"{party}.h", f"{party}++.h", f"{party}.hpp"):
            return party
    return None if re.fullmatch(r"[a-z_0-9]+", name) else top


def check_includes(path: Path, lines: list[str], edges: dict[str, set[str]], fault: Fault) -> None:
    """No include from a floor above, no third party outside its floor."""
    here = path.as_posix()
    floor = floor_of(here)
    for number, bracket, name in includes_of(lines):
        target = target_of(name)
        if target is None and bracket == '"':
            neighbour = path.parent / name
            target = neighbour.as_posix()
        if target is not None:
            edges.setdefault(here, set()).add(target)
            other = floor_of(target)
            if floor and other and LEVEL[other] > LEVEL[floor]:
                fault(path, number, f"floor {floor} includes {name} from floor {other}, above it")
            if here.startswith("include/") and not target.startswith("include/"):
                fault(path, number, f"a public header includes {name}, which is not installed")
            continue
        party = third_party_of(name)
        if party is None:
            continue
        if not any(here.startswith(folder) for folder in THIRD_PARTIES.get(party, ())):
            allowed = ", ".join(THIRD_PARTIES.get(party, ())) or "nowhere"
            fault(path, number, f"includes <{name}>; {party} may stand in: {allowed}")


def check_cycles(edges: dict[str, set[str]], fault: Fault) -> None:
    """No file reaches itself through its includes."""
    done: set[str] = set()
    trail: list[str] = []

    def visit(node: str) -> None:
        if node in trail:
            fault(
                Path(node), 1, "include cycle: " + " > ".join([*trail[trail.index(node) :], node])
            )
            return
        if node in done:
            return
        trail.append(node)
        for target in sorted(edges.get(node, ())):
            visit(target)
        trail.pop()
        done.add(node)

    for node in sorted(edges):
        visit(node)


def check_words(path: Path, lines: list[str], fault: Fault) -> None:
    """Words that a file of its place may not contain."""
    here = path.as_posix()
    # Where a double is what is tested, its file says so.
    may_name_double = here.startswith("tests/cpp/analysis/") or "_double" in path.stem
    tested = here.startswith("tests/cpp/") and not may_name_double
    core = here.startswith(("include/", "lib/"))
    for number, line in enumerate(lines, start=1):
        code = line.split("//")[0]
        if tested and (word := BANNED_IN_TESTS.search(code)) and not NAMED_DOUBLE.search(code):
            fault(path, number, f"'{word.group()}' in a test: compare exact values")
        if "__int128" in code and here != "lib/number/int128.hpp":
            fault(path, number, "128-bit integers are named in lib/number/int128.hpp only")
        if core and re.match(r"\s*#\s*define\b", code):
            fault(path, number, "a macro in the library")
        if re.match(r"using namespace\b(?!.*literals;)", code):
            fault(path, number, "'using namespace' outside a function")


def check_names(path: Path, root: Path, fault: Fault) -> None:
    """A source has the name of a header of its floor, or extends it, or a function's name."""
    here = path.as_posix()
    floor = floor_of(here)
    if not here.startswith("lib/") or path.suffix != ".cpp" or floor is None:
        return
    words = path.stem.split("_")
    for count in range(len(words), 0, -1):
        header = "_".join(words[:count]) + ".hpp"
        if (root / "include/edustat" / floor / header).exists():
            return
        if (root / path.parent / header).exists():
            return
    headers = [
        *(root / "include/edustat" / floor).glob("*.hpp"),
        *(root / "lib" / floor).glob("*.hpp"),
    ]
    function = re.compile(rf"\b{path.stem}\(")
    if any(function.search(header.read_text(encoding="utf-8")) for header in headers):
        return
    fault(path, 1, f"no header {path.stem}.hpp in include/edustat/{floor} or lib/{floor}")


def check_listed(path: Path, root: Path, fault: Fault) -> None:
    """A file that no CMake list names would silently be left out; each is named once."""
    here = path.as_posix()
    if path.suffix not in CODE:
        return
    if here.startswith("include/"):
        listing, name = "lib/CMakeLists.txt", here
    elif here.startswith("lib/") and path.suffix == ".cpp":
        listing, name = "lib/CMakeLists.txt", here.removeprefix("lib/")
    elif here.startswith("tests/cpp/") and path.suffix == ".cpp":
        listing, name = "tests/cpp/CMakeLists.txt", here.removeprefix("tests/cpp/")
    elif here.startswith("bindings/") and path.suffix == ".cpp":
        listing, name = "bindings/CMakeLists.txt", here.removeprefix("bindings/")
    else:
        return
    text = (root / listing).read_text()
    if not re.search(rf"(?:^|[\s/\"]){re.escape(name)}\"?\s*$", text, re.M):
        fault(path, 1, f"not listed in {listing}")
    own_line = rf"^\s*(?:\"\$\{{PROJECT_SOURCE_DIR\}}/)?{re.escape(name)}\"?\s*$"
    if len(re.findall(own_line, text, re.M)) > 1:
        fault(path, 1, f"listed twice in {listing}")


def check_form(path: Path, lines: list[str], fault: Fault) -> None:
    """The licence line, the include guard, the length."""
    marked = path.suffix in MARKED or path.name in MARKED_NAMES
    script = bool(lines) and lines[0].startswith("#!")
    if (marked or script) and not any(MARK in line for line in lines[: 2 if script else 1]):
        fault(path, 1, f"the first line is not '{MARK}'")
    if path.suffix == ".hpp" and "#pragma once" not in (line.strip() for line in lines):
        fault(path, 1, "a header without #pragma once")
    longest = LONGEST_TEST if path.parts[0] == "tests" else LONGEST_FILE
    if path.suffix in (*CODE, ".py") and len(lines) > longest:
        fault(path, len(lines), f"{len(lines)} lines: look for a second idea ({longest})")


def check_tree(root: Path) -> tuple[list[str], int]:
    """Every fault of the tree, and the number of files read."""
    faults: list[str] = []
    edges: dict[str, set[str]] = {}
    count = 0

    def fault(path: Path, line: int, text: str) -> None:
        faults.append(f"{path.as_posix()}:{line}: {text}")

    for path in source_files(root):
        readable = path.suffix in MARKED or path.name in MARKED_NAMES or path.suffix == ""
        if not readable:
            continue
        try:
            lines = (root / path).read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        count += 1
        check_form(path, lines, fault)
        if path.suffix in CODE:
            check_includes(path, lines, edges, fault)
            check_words(path, lines, fault)
            check_names(path, root, fault)
            check_listed(path, root, fault)
    check_cycles(edges, fault)
    return faults, count


def main(arguments: list[str]) -> int:
    """Checks the tree named on the command line, or the one that this script is part of."""
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2]
    faults, count = check_tree(root)
    for line in faults:
        print(line)
    print(f"floors: {count} files read, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
