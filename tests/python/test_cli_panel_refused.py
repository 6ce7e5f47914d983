# SPDX-License-Identifier: Apache-2.0
"""`edustat compute` on panels: what it refuses, with which remedy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import edustat as es
from edustat.cli import main
from panel_files import CATALOGUE, PANEL, ZH_PANEL, begin, cells, parquet, run, write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    begin(tmp_path, monkeypatch)
    return tmp_path


def test_unknown_regions_are_all_named_with_their_rows(capsys: Any) -> None:
    columns = {**PANEL, "region": ["130402", "999", "130402", "998"]}
    status, out, err = run(capsys, parquet(columns), "--out", "out.csv")
    assert (status, out) == (2, "")
    assert "region:2: there is no region with code '999'" in err
    assert "region:4: there is no region with code '998'" in err
    assert "rows are counted from 1 below the head" in err
    assert not Path("out.csv").exists()
    status, out, _ = run(capsys, parquet(columns), "--out", "out.csv", "--unknown", "set_aside")
    assert status == 0
    assert "2 rows whose region the tree has not" in out


def test_repeated_rows_are_named(capsys: Any) -> None:
    columns = {**PANEL, "period": ["2016-10", "2016-10", "2016-10", "2016-11"]}
    status, _, err = run(capsys, parquet(columns), "--out", "out.csv")
    assert status == 2
    assert "region:3: " in err


def test_a_missing_column_of_the_tree_is_told(capsys: Any) -> None:
    tree = write("other.csv", "code,name\n1304,邯郸市\n")
    status, _, err = run(capsys, parquet(PANEL), "--out", "out.csv", regions=tree)
    assert status == 2
    assert "no column 'level'" in err
    assert "no column 'parent'" in err


def test_codes_of_the_tree_that_are_numbers_are_refused(capsys: Any) -> None:
    tree = parquet(
        {"code": [13, 1304], "name": ["a", "b"], "level": ["p", "c"], "parent": ["", "13"]},
        "tree.parquet",
    )
    status, _, err = run(capsys, parquet(PANEL), "--out", "out.csv", regions=tree)
    assert status == 2
    assert "column 'code' must be text, not int64" in err


def test_a_catalogue_that_does_not_fit_says_what_it_knows(capsys: Any) -> None:
    arguments = ["compute", parquet(PANEL), "--regions", "tree.csv", "--out", "out.csv"]
    assert main([*arguments, "--catalogue", "student_loans"]) == 2
    err = capsys.readouterr().err
    assert "no column is a measure of catalogue student_loans" in err
    assert es.Catalogue.builtin("student_loans").measures[0].label.en in err


def test_floats_are_refused_with_the_remedy(capsys: Any) -> None:
    columns = {**PANEL, "started_area": [0.5, 0.25, 1.0, None], "planned_area": [1.5, 2, 1, 1]}
    status, _, err = run(capsys, parquet(columns), "--out", "out.csv")
    assert status == 2
    assert "column 'started_area' holds floats" in err
    assert "column 'planned_area' holds floats" in err
    assert "--places started_area=NUMBER" in err
    places = ("--places", "started_area=2", "--places", "planned_area=1")
    assert run(capsys, parquet(columns), "--out", "out.csv", *places)[0] == 0
    assert cells("out.csv")["1304", "2016-10", "started_area"] == ("0.75", "complete")


def test_numbers_of_a_csv_file_are_never_floats(capsys: Any) -> None:
    number = "0.10000000000000000555"
    panel = write("panel.csv", f"region,period,started_area\n130402,2016,{number}\n")
    assert run(capsys, panel, "--out", "out.csv", "--partial", "known_part")[0] == 0
    assert cells("out.csv")["130402", "2016", "started_area"][0] == number


def test_a_blank_is_a_gap_only_where_it_is_declared(capsys: Any) -> None:
    panel = write("panel.csv", "region,period,started_area\n130402,2016,\n130423,2016,5\n")
    status, _, err = run(capsys, panel, "--out", "out.csv")
    assert status == 2
    assert "started_area:1: the figure is blank" in err
    assert run(capsys, panel, "--out", "out.csv", "--mark", "=suppressed")[0] == 0
    assert cells("out.csv")["130402", "2016", "started_area"] == ("", "suppressed")


def test_gb18030_is_refused_with_the_remedy(capsys: Any) -> None:
    panel = write("panel.csv", ZH_PANEL, "gb18030")
    status, _, err = run(capsys, panel, "--out", "out.csv")
    assert status == 2
    assert "panel.csv:1" in err
    assert "gb18030" in err


def test_rows_of_another_length_are_all_named(capsys: Any) -> None:
    panel = write("panel.csv", "region,period,started_area\n130402,2016\n130423,2016,5,6\n")
    status, _, err = run(capsys, panel, "--out", "out.csv")
    assert status == 2
    assert "panel.csv:2: the row has 2 fields, 3 are expected" in err
    assert "panel.csv:3: the row has 4 fields, 3 are expected" in err


@pytest.mark.parametrize(
    ("more", "zh", "en"),
    [
        ((), "--out", "--out"),
        (("--out", "out.txt"), "不能写成“out.txt”", "cannot write 'out.txt'"),
        (("--out", "no/out.csv"), "没有文件夹", "there is no folder"),
        (("--out", "out.csv", "--json"), "--json 不用于面板", "--json is not for panels"),
        (("--out", "out.csv", "--level", "town"), "没有层级“town”", "no level 'town'"),
        (("--out", "out.csv", "--period", "2010"), "没有时期“2010”", "nothing for period '2010'"),
        (("--out", "out.csv", "--period", "x"), "读作时期", "as a period"),
        (("--out", "out.csv", "--places", "x"), "列=位数", "COLUMN=NUMBER"),
        (("--out", "out.csv", "--places", "x=1"), "没有列“x”", "no column 'x'"),
        (("--out", "out.csv", "--by", "week"), "--by 不能是", "--by cannot be"),
        (("--out", "out.csv", "--groups", "none.csv"), "找不到文件", "there is no file"),
        (("--out", "out.csv", "--encoding", "none"), "没有编码", "no encoding"),
        (("--out", "tree.csv"), "已经存在", "is there already"),
    ],
)
def test_bad_input_is_told_in_both_languages(
    capsys: Any, more: tuple[str, ...], zh: str, en: str
) -> None:
    for language, text in (("zh", zh), ("en", en)):
        status, out, err = run(capsys, parquet(PANEL), *more, "--lang", language)
        assert (status, out) == (2, "")
        assert text in err
        assert "Traceback" not in err


def test_options_of_panels_need_a_tree(capsys: Any) -> None:
    assert main(["compute", parquet(PANEL), "--catalogue", CATALOGUE, "--out", "out.csv"]) == 2
    assert "option --out is for panels" in capsys.readouterr().err


def test_files_that_are_no_tables_are_refused(capsys: Any) -> None:
    for name in ("panel.xlsx", "panel.parquet", "absent.csv"):
        if not name.startswith("absent"):
            write(name, "x")
        status, _, err = run(capsys, name, "--out", "out.csv")
        assert status == 2
        assert name in err


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_only_a_result_of_the_command_is_overwritten(capsys: Any, ending: str) -> None:
    out = f"out.{ending}"
    write(out, "region,note\n1,mine\n")
    status, _, err = run(capsys, parquet(PANEL), "--out", out)
    assert status == 2
    assert "is no result of this command" in err
    assert Path(out).read_text(encoding="utf-8").endswith("mine\n")
    Path(out).unlink()
    for _ in range(2):
        assert run(capsys, parquet(PANEL), "--out", out)[0] == 0
    assert sorted(path.name for path in Path().iterdir()) == [out, "panel.parquet", "tree.csv"]


@pytest.mark.parametrize(("package", "out"), [("pyarrow", "out.csv"), ("openpyxl", "out.xlsx")])
def test_a_missing_package_is_told_with_the_remedy(
    capsys: Any, monkeypatch: pytest.MonkeyPatch, package: str, out: str
) -> None:
    panel = parquet(PANEL)
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)

    class Absent:
        def find_spec(self, name: str, *_: Any) -> None:
            if name.partition(".")[0] == package:
                raise ModuleNotFoundError(f"No module named '{package}'", name=package)

    monkeypatch.setattr(sys, "meta_path", [Absent(), *sys.meta_path])
    status, _, err = run(capsys, panel, "--out", out)
    assert status == 2
    assert f"{package} is not installed: pip install edustat[panel]" in err


def test_the_library_and_the_other_commands_load_no_package_of_panels() -> None:
    code = (
        "import sys, edustat.cli; edustat.cli.main(['catalogue']);"
        "print(sorted({'pyarrow', 'openpyxl', 'numpy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_head_that_stands_twice_is_refused(capsys: Any) -> None:
    panel = write("panel.csv", "region,period,started_area,started_area\n130402,2016,1,2\n")
    status, _, err = run(capsys, panel, "--out", "out.csv")
    assert status == 2
    assert "started_area" in err
    assert "Traceback" not in err
