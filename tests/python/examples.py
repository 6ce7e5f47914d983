# SPDX-License-Identifier: Apache-2.0
"""The scripts of examples/ that read files which are not part of the repository."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def data_folder(name: str) -> Path:
    """Where such files are looked for."""
    return Path(os.environ.get("EDUSTAT_SHARED", ROOT.parent / "shared")) / "data" / name


def example(script: str, data: str) -> ModuleType:
    """The script as a module; the tests of a module without its data are skipped."""
    if not data_folder(data).is_dir():
        pytest.skip(f"{data_folder(data)} is not there", allow_module_level=True)
    path = ROOT / "examples" / script
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
