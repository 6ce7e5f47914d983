# SPDX-License-Identifier: Apache-2.0
"""Files for `edustat compute` on panels, and what comes out of them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from edustat.cli import main

CATALOGUE = "school_improvement"
TREE = """code,name,level,parent
1304,邯郸市,city,
130402,邯山区,county,1304
130423,临漳县,county,1304
"""
ZH_TREE = """代码,名称,层级,上级
1304,邯郸市,市,
130402,邯山区,县,1304
130423,临漳县,县,1304
"""
ZH_PANEL = """代码,地区,月份,开工面积,规划建设面积
130402,邯山区,2016-10,51000,"94,000"
130423,临漳县,2016-10,23000,81000
130402,邯山区,2016-11,60000,94000
130423,临漳县,2016-11,缺报,81000
"""
PANEL = {
    "region": ["130402", "130423", "130402", "130423"],
    "period": ["2016-10", "2016-10", "2016-11", "2016-11"],
    "started_area": [51000, 23000, 60000, None],
    "planned_area": [94000, 81000, 94000, 81000],
}


def begin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with a tree, and an English locale."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(folder)
    write("tree.csv", TREE)


def write(name: str, text: str, encoding: str = "utf-8") -> str:
    Path(name).write_text(text, encoding=encoding)
    return name


def parquet(columns: dict[str, Any], name: str = "panel.parquet") -> str:
    pyarrow.parquet.write_table(pyarrow.table(columns), name)
    return name


def run(capsys: Any, panel: str, *more: str, regions: str = "tree.csv") -> tuple[int, str, str]:
    arguments = ["compute", panel, "--regions", regions, "--catalogue", CATALOGUE, *more]
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def cells(path: str) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Value and status by region, period and short item."""
    with open(path, encoding="utf-8", newline="") as file:
        return {
            (row["region"], row["period"], row["item"].rpartition(".")[2]): (
                row["value"],
                row["status"],
            )
            for row in csv.DictReader(file)
        }
