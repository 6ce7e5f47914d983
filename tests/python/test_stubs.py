# SPDX-License-Identifier: Apache-2.0
"""The stub says what the module says."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import edustat as es
from conftest import ROOT


def test_stub_is_generated_from_the_module_and_true() -> None:
    for tool in ("pybind11_stubgen", "mypy", "ruff"):
        pytest.importorskip(tool)
    if shutil.which("bash") is None:
        pytest.skip("no bash")
    done = subprocess.run(
        [str(ROOT / "tools" / "stubs"), "--check", sys.executable],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_is_typed() -> None:
    assert (Path(es.__file__).parent / "py.typed").exists()


def test_the_package_says_its_version() -> None:
    lines = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8").splitlines()
    declared = next(line.split()[1] for line in lines if line.strip().startswith("VERSION"))
    assert es.__version__ == declared


def test_all_names_everything() -> None:
    from edustat import _edustat

    public = {name for name in vars(_edustat) if not name.startswith("_")}
    of_python = {"__version__", "read_document", "reconcile"}
    assert public | of_python == set(es.__all__)


def test_a_missing_build_is_explained(tmp_path: Path) -> None:
    package = tmp_path / "edustat"
    package.mkdir()
    source = Path(es.__file__).read_text(encoding="utf-8")
    (package / "__init__.py").write_text(source, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import edustat"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "pip install ." in done.stderr


def test_import_needs_nothing_else() -> None:
    code = "import sys, edustat; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    third_parties = {"click", "rich", "numpy", "pandas"} & set(done.stdout.split())
    assert not third_parties
