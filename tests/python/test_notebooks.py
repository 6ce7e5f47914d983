# SPDX-License-Identifier: Apache-2.0
"""The notebooks of examples/: they show what is committed, and stay small."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError

from examples import ROOT, data_folder
from notebooks import executed, printed

NOTEBOOKS = {
    "examples/nz_school_rolls/rolls.ipynb": "nz-school-rolls",
    "examples/cn_census/counties.ipynb": "cn-census-county",
}


@pytest.mark.parametrize(("name", "data"), NOTEBOOKS.items())
def test_a_notebook_shows_what_is_committed(name: str, data: str) -> None:
    if not data_folder(data).is_dir():
        pytest.skip(f"{data_folder(data)} is not there")
    path = ROOT / name
    assert printed(executed(path)) == printed(nbformat.read(path, as_version=4))


@pytest.mark.parametrize(("name", "data"), NOTEBOOKS.items())
def test_a_notebook_says_where_its_data_should_be(
    name: str, data: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EDUSTAT_SHARED", str(tmp_path))
    with pytest.raises(CellExecutionError, match=f"{tmp_path}/data/{data} "):
        executed(ROOT / name)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_small_and_was_run_to_its_end(name: str) -> None:
    path = ROOT / name
    assert path.stat().st_size < 400_000
    cells = [one for one in nbformat.read(path, as_version=4).cells if one.cell_type == "code"]
    assert [one.execution_count for one in cells] == list(range(1, len(cells) + 1))
