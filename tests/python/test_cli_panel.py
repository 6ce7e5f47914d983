# SPDX-License-Identifier: Apache-2.0
"""`edustat compute` on panels: what it reads, and what it writes."""

from __future__ import annotations

import csv
import os
import pty
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest

import edustat as es
from edustat.cli import main
from panel_files import CATALOGUE, PANEL, TREE, ZH_PANEL, ZH_TREE, begin, cells, parquet, run, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    begin(tmp_path, monkeypatch)
    return tmp_path


def totals_of(columns: dict[str, Any]) -> es.Totals:
    rows = list(csv.DictReader(TREE.splitlines()))
    catalogue = es.Catalogue.builtin(CATALOGUE)
    panel = es.Panel.from_arrow(columns, regions=es.RegionTree(rows), catalogue=catalogue)
    return es.roll_up(panel)


# --- what is read and written ---------------------------------------------------------------------


def test_a_parquet_file_becomes_a_csv_file(capsys: Any) -> None:
    status, out, err = run(capsys, parquet(PANEL), "--out", "out.csv")
    assert (status, err) == (0, "")
    found = cells("out.csv")
    # 74000 / 175000 = 42.2857 %
    assert found["1304", "2016-10", "started_area"] == ("74000", "complete")
    assert found["1304", "2016-10", "start_rate"] == ("42.29", "complete")
    assert found["1304", "2016-11", "started_area"] == ("", "partial")
    assert found["1304", "2016-11", "start_rate"] == ("", "missing")
    assert found["130423", "2016-11", "planned_area"] == ("81000", "complete")
    assert "Wrote out.csv: 18 rows" in out


def test_the_values_are_those_of_the_library(capsys: Any) -> None:
    assert run(capsys, parquet(PANEL), "--out", "out.parquet")[0] == 0
    table = pyarrow.parquet.read_table("out.parquet")
    assert table.schema.field("value").type == pyarrow.decimal128(38, 2)
    totals = totals_of(PANEL)
    indicators = es.evaluate(totals, es.Catalogue.builtin(CATALOGUE))
    rows = table.to_pylist()
    assert len(rows) == 3 * 2 * 3
    for row in rows:
        at = (row["period"], row["item"], row["region"])
        if row["item"].endswith("start_rate"):
            assert row["value"] == indicators.rounded(*at)
            assert (row["known"], row["due"]) == indicators.coverage(*at)
        else:
            known = totals.at(*at)
            assert row["value"] == (None if known is None else known.value)
            assert (row["known"], row["due"]) == totals.coverage(*at)
            assert row["status"] == totals.status(*at)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_with_chinese_columns_gives_the_same(capsys: Any, encoding: str) -> None:
    assert run(capsys, parquet(PANEL), "--out", "first.csv")[0] == 0
    panel = write("panel.csv", ZH_PANEL, encoding)
    tree = write("zh.csv", ZH_TREE, encoding)
    named = [] if encoding.startswith("utf-8") else ["--encoding", encoding]
    status, _, err = run(capsys, panel, *named, "--out", "second.csv", regions=tree)
    assert (status, err) == (0, "")
    assert cells("first.csv") == cells("second.csv")


def test_a_workbook_has_numbers_and_chinese_heads(capsys: Any) -> None:
    panel = write("panel.csv", ZH_PANEL)
    assert run(capsys, panel, "--out", "out.xlsx", "--lang", "zh")[0] == 0
    sheet = openpyxl.load_workbook("out.xlsx").active
    assert sheet.title == "结果"
    assert sheet.freeze_panes == "A2"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == [
        "地区代码", "地区", "层级", "时期", "指标代码", "指标", "数值", "单位", "状态",
        "已报", "应报",
    ]  # fmt: skip
    assert sheet["A1"].font.bold
    rate = next(
        row for row in sheet.iter_rows(min_row=2)
        if (row[0].value, row[3].value, row[5].value) == ("1304", "2016-10", "开工率")
    )  # fmt: skip
    assert (rate[6].value, rate[6].number_format, rate[6].data_type) == (42.29, "0.00", "n")
    assert (rate[7].value, rate[8].value) == ("%", "完整")
    missing = next(row for row in rows if row[0] == "130423" and row[3] == "2016-11")
    assert missing[6:] == [None, "平方米", "缺报", 0, 1]


def test_numbers_of_more_digits_than_a_workbook_keeps_are_texts(capsys: Any) -> None:
    columns = {**PANEL, "started_area": [Decimal("1234567890123456"), 1, 2, 3]}
    status, out, _ = run(capsys, parquet(columns), "--out", "out.xlsx")
    assert status == 0
    sheet = openpyxl.load_workbook("out.xlsx").active
    values = {(row[0], row[3], row[4][19:]): row[6] for row in sheet.values}
    assert values["130402", "2016-10", "started_area"] == "1234567890123456"
    assert values["130423", "2016-10", "started_area"] == 1
    assert "have more than 15 digits" in out


def test_a_name_is_never_a_formula(capsys: Any) -> None:
    tree = write("other.csv", TREE.replace("邯山区", "=1+1"))
    assert run(capsys, parquet(PANEL), "--out", "out.xlsx", regions=tree)[0] == 0
    sheet = openpyxl.load_workbook("out.xlsx").active
    kinds = {(row[1].value, row[1].data_type) for row in sheet.iter_rows(min_row=2)}
    assert ("=1+1", "s") in kinds


def test_the_head_of_a_column_may_name_its_unit(capsys: Any) -> None:
    panel = write(
        "panel.csv", "region,period,开工面积（万平方米）,备注\n130402,2016,5.12,x\n130423,2016,2,\n"
    )
    status, out, _ = run(capsys, panel, "--out", "out.csv", "--level", "city")
    assert status == 0
    assert cells("out.csv")["1304", "2016", "started_area"] == ("7.12", "complete")
    assert "column 备注: not in the catalogue" in out


def test_categories_are_columns(capsys: Any) -> None:
    panel = write(
        "panel.csv",
        "region,period,培训类别,trained\n130402,2016,残疾人培训,30\n130402,2016,,100\n"
        "130423,2016,残疾人培训,5\n130423,2016,,50\n",
    )
    catalogue = es.Catalogue.builtin("vocational_training")
    (dimension,) = [one for one in catalogue.code_lists if one.id == "training_kind"]
    text = Path(panel).read_text(encoding="utf-8").replace("培训类别", dimension.label.zh)
    write("panel.csv", text)
    status = main(
        ["compute", panel, "--regions", "tree.csv", "--catalogue", "vocational_training",
         "--out", "out.csv", "--level", "city"]
    )  # fmt: skip
    assert status == 0
    with open("out.csv", encoding="utf-8", newline="") as file:
        values = {
            (row["item"].rpartition(".")[2], row["training_kind"]): row["value"]
            for row in csv.DictReader(file)
        }
    assert values["trained", "disabled"] == "35"
    assert values["trained", ""] == "150"
    # 35 / 150
    assert values["training_share", "disabled"] == "23.33"


# --- what is asked for ----------------------------------------------------------------------------


def test_levels_groups_and_periods(capsys: Any) -> None:
    groups = write("groups.csv", "group,code,within\npoor,130423,1304\n")
    arguments = ("--out", "out.csv", "--level", "city", "--groups", groups, "--period", "2016-10")
    assert run(capsys, parquet(PANEL), *arguments)[0] == 0
    found = cells("out.csv")
    assert {key[:2] for key in found} == {
        ("1304", "2016-10"),
        ("poor", "2016-10"),
        ("!poor", "2016-10"),
    }
    # 51000 / 94000 = 54.255 %
    assert found["!poor", "2016-10", "start_rate"] == ("54.26", "complete")


def test_the_known_part_on_request(capsys: Any) -> None:
    assert run(capsys, parquet(PANEL), "--out", "out.csv", "--partial", "known_part")[0] == 0
    found = cells("out.csv")
    assert found["1304", "2016-11", "started_area"] == ("60000", "partial")
    # 60000 / 175000 = 34.2857 %
    assert found["1304", "2016-11", "start_rate"] == ("34.29", "partial")


def test_months_are_joined_to_years(capsys: Any) -> None:
    columns = {
        **PANEL,
        "period": ["2016-10", "2016-10", "2016-12", "2016-12"],
        "started_area": [51000, 23000, 60000, 30000],
    }
    assert run(capsys, parquet(columns), "--out", "out.csv", "--by", "year")[0] == 0
    # The last of a cumulative figure: 60000 + 30000.
    assert cells("out.csv")["1304", "2016", "started_area"] == ("90000", "complete")


def test_totals_of_inner_regions_are_compared(capsys: Any) -> None:
    columns = {
        "region": ["1304", "130402", "130423"],
        "period": ["2016"] * 3,
        "started_area": [80, 51, 23],
    }
    assert run(capsys, parquet(columns), "--out", "out.csv")[0] == 2
    status, out, _ = run(capsys, parquet(columns), "--out", "out.csv", "--inner", "total")
    assert status == 0
    assert "1304 2016 school_improvement.started_area: 80 / 74 (2/2)" in out
    assert cells("out.csv")["1304", "2016", "started_area"] == ("74", "complete")


def test_columns_may_be_named(capsys: Any) -> None:
    columns = {"县": PANEL["region"], "时间": PANEL["period"], "started_area": [1, 2, 3, 4]}
    status, _, err = run(capsys, parquet(columns), "--out", "out.csv")
    assert status == 2
    assert "--region-column" in err
    assert "县, 时间, started_area" in err
    named = ("--region-column", "县", "--period-column", "时间")
    assert run(capsys, parquet(columns), "--out", "out.csv", *named)[0] == 0
    assert cells("out.csv")["1304", "2016-11", "started_area"] == ("7", "complete")


def test_the_terminal_shows_the_highest_level_the_gaps_and_what_is_left_out(capsys: Any) -> None:
    columns = {**PANEL, "start_rate": [1, 2, 3, 4], "note": ["x"] * 4}
    status, out, _ = run(capsys, parquet(columns), "--out", "out.csv")
    assert status == 0
    assert "city (November 2016)" in out
    assert "175000 m²" in out
    assert "Cells without a value: 4 of 18" in out
    assert "column start_rate: an indicator, computed from its measures" in out
    assert "column note: not in the catalogue" in out
    assert "completion rate, of plan: needs floor area completed" in out
    _, chinese, _ = run(capsys, parquet(columns), "--out", "out.csv", "--lang", "zh")
    assert "没有数值的单元：4，共 18" in chinese
    assert "\x1b" not in chinese


def test_a_table_without_rows_is_an_empty_result(capsys: Any) -> None:
    panel = write("panel.csv", "region,period,started_area,planned_area\n")
    status, out, err = run(capsys, panel, "--out", "out.csv")
    assert (status, err) == (0, "")
    assert "Wrote out.csv: 0 rows" in out
    assert cells("out.csv") == {}


def test_values_of_38_digits_stay_exact_beside_the_places_of_a_rate(capsys: Any) -> None:
    kind = pyarrow.decimal128(38, 0)
    columns = {
        **PANEL,
        "started_area": pyarrow.array([Decimal(10**37 + 1), 0, 0, 0], kind),
        "planned_area": pyarrow.array([Decimal(2 * 10**37), 1, 1, 1], kind),
    }
    assert run(capsys, parquet(columns), "--out", "out.csv", "--level", "county")[0] == 0
    found = cells("out.csv")
    assert found["130402", "2016-10", "started_area"][0] == "1" + 36 * "0" + "1"
    assert found["130402", "2016-10", "start_rate"][0] == "50.00"


def test_a_bar_is_shown_on_a_terminal_only(folder: Path) -> None:
    command = [
        sys.executable, "-m", "edustat.cli", "compute", parquet(PANEL), "--regions", "tree.csv",
        "--catalogue", CATALOGUE, "--out", "out.csv",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=follower, env=environment
    ) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                shown += (piece := os.read(leader, 65536))
            except OSError:  # the other side is closed
                break
            if not piece:
                break
        assert process.stdout is not None
        assert b"\x1b" not in process.stdout.read()
    os.close(leader)
    assert b"reading facts" in shown
