# SPDX-License-Identifier: Apache-2.0
"""`edustat audit` on whole reports: all figures together, options for texts, folders."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from edustat.cli import main

HANDAN = str(Path(__file__).parents[2] / "examples" / "handan" / "facts.csv")
# Each rate alone can be true, because the plan is not printed; both together cannot: 60.16 / 27.85%
# is 216.0 and 41.08 / 20.00% is 205.4.
TOGETHER = (
    "截至2016年11月底，全市改薄工程开工面积60.16万平方米，开工率27.85%。\n"
    "改薄工程竣工面积41.08万平方米，竣工率20.00%。\n"
)
# 41.08 / 19.02% is 215.98: the plan lies between 601550 / 27.855% and 410850 / 19.015%.
AGREED = TOGETHER.replace("20.00%", "19.02%")
RATE = "截至2016年11月底，全市规划建设面积176.4万平方米，开工面积112万平方米，开工率63.82%。\n"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def z3() -> None:
    pytest.importorskip("edustat._reconcile", reason="edustat was built without Z3")


def audited(capsys, path, *arguments):
    status = main(["audit", str(path), "--catalogue", "education", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# --- all figures together -------------------------------------------------------------------------


@pytest.mark.usefixtures("z3")
def test_figures_that_only_together_cannot_be_true_end_in_1(capsys, tmp_path):
    path = written(tmp_path / "report.txt", TOGETHER)
    status, out, _ = audited(capsys, path, "--lang", "zh")
    assert status == 1
    assert "矛盾：0" in out
    assert "全部数一并判断：矛盾" in out
    told = re.sub(r"\s+", "", out)
    assert "不能同时成立的数：1组" in told
    assert "全市改薄工程开工面积【60.16万平方米】，开工率【27.85%】" in told
    assert "改薄工程竣工面积【41.08万平方米】，竣工率【20.00%】" in told
    assert "全市竣工率20.00%（第2行）" in told


@pytest.mark.usefixtures("z3")
def test_what_the_others_allow_is_printed_where_it_is_narrower(capsys, tmp_path):
    path = written(tmp_path / "report.txt", RATE)
    status, out, _ = audited(capsys, path, "--precision", "truncated")
    assert status == 0
    assert "All figures together: consistent" in out
    # 63.82% of 1764000 is 1125784.8, and 112万 that were cut are less than 1130000.
    assert re.search(r"112万平方米  \[1,125,784\.8 m², 1,126,", out)
    assert "Figures that the others narrow or rule out: 1" in out


@pytest.mark.usefixtures("z3")
def test_an_input_that_is_not_printed_is_told(capsys, tmp_path):
    path = written(tmp_path / "report.txt", AGREED)
    status, out, _ = audited(capsys, path)
    assert status == 0
    # 601550 / 27.855% = 2159576.37, 410850 / 19.015% = 2160662.63
    assert "Figures that are not printed and follow from the others: 1" in out
    assert re.search(r"floor area planned .*\[2,159,576\.\d+ m², 2,160,662\.\d+ m²\]", out)
    # 410850 x 27.855% / 601550 = 19.02455...%
    assert re.search(r"19\.02%\s+≈ \[19\.015%, 19\.0246%\]", out)


@pytest.mark.usefixtures("z3")
def test_json_has_the_joint_verdict_with_exact_ends(capsys, tmp_path):
    path = written(tmp_path / "report.txt", TOGETHER)
    status, out, _ = audited(capsys, path, "--json")
    joint = json.loads(out)["joint"]
    assert status == 1
    assert (joint["verdict"], joint["is_complete"], joint["time_limit"]) == (
        "impossible",
        True,
        "10",
    )
    assert [one["facts"] for one in joint["conflicts"]] == [[0, 1, 2, 3]]
    assert {reason["rule"] for reason in joint["conflicts"][0]["reasons"]} == {
        "school_improvement.start_rate",
        "school_improvement.completion_rate",
    }
    assert joint["least"] == [[0], [1], [2], [3]]
    area = joint["intervals"][2]
    assert (area["fact"], area["is_narrowed"]) == (2, True)
    assert (area["print"]["low"], area["print"]["high"]) == ("410750", "410850")
    # 20.00% of the plan, which is 601550 / 27.855% at least.
    assert Fraction(area["interval"]["low"]) == Fraction(601550) / Fraction("0.27855") * Fraction(
        "0.19995"
    )
    assert {one["fact"] for one in joint["hypotheses"]} <= {0, 1, 2, 3}
    assert all(one["text"]["zh"] and one["text"]["en"] for one in joint["hypotheses"])


@pytest.mark.usefixtures("z3")
def test_a_time_limit_that_is_met_is_told(capsys):
    status, out, _ = audited(capsys, HANDAN, "--time-limit", "0.0001")  # no millisecond
    assert status == 1  # by a relation alone
    assert "All figures together: cannot tell" in out
    assert "the time limit of 0.0001 s was met" in out


def test_no_time_leaves_the_joint_verdict_out(capsys):
    _, out, _ = audited(capsys, HANDAN, "--time-limit", "0")
    assert "together" not in out
    _, out, _ = audited(capsys, HANDAN, "--time-limit", "0", "--json")
    assert json.loads(out)["joint"] is None


def test_without_z3_one_sentence_says_what_to_install(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "edustat._reconcile", None)
    status, out, err = audited(capsys, HANDAN)
    assert (status, err) == (1, "")
    assert "libz3-dev" in out.replace("\n", " ")
    missing = json.loads(audited(capsys, HANDAN, "--json")[1])["joint"]
    assert missing["verdict"] is None
    assert "libz3-dev" in missing["missing"]["zh"]


# --- options --------------------------------------------------------------------------------------


def test_region_and_period_are_those_of_the_text(capsys, tmp_path):
    path = written(tmp_path / "report.txt", "截至11月底，全市规划建设面积176.4万平方米。")
    arguments = ("--region", "邯郸市", "--period", "@2016-11", "--json", "--time-limit", "0")
    (fact,) = json.loads(audited(capsys, path, *arguments)[1])["facts"]
    assert (fact["scope"], fact["period"]) == ("邯郸市", "@2016-11")


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("--region", "邯郸市"), "--region 只用于正文", "--region is for running text"),
        (("--period", "2016"), "--period 只用于正文", "--period is for running text"),
        (("--time-limit", "soon"), "0 到 86400", "from 0 to 86400, not 'soon'"),
        (("--time-limit", "-1"), "0 到 86400", "from 0 to 86400"),
        (("--time-limit", "nan"), "0 到 86400", "from 0 to 86400"),
    ],
)
def test_options_that_do_not_fit_are_refused_in_both_languages(capsys, arguments, zh, en):
    for language, text in (("zh", zh), ("en", en)):
        status, out, err = audited(capsys, HANDAN, *arguments, "--lang", language)
        assert (status, out) == (2, "")
        assert text in err


# --- folders --------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "2016"
    written(root / "11" / "rates.txt", RATE + "参会120人。")
    written(root / "agreed.txt", AGREED)
    written(root / "facts.csv", "item,figure\nschool_improvement.books,387.5万册\n")
    written(root / "broken.csv", "item,figure\n开工率,63..82%\n")
    written(root / "notes.md", "no report")
    written(root / "~$lock.docx", "of an open file")
    (root / "empty.docx").write_bytes(b"no archive")
    return root


def test_every_report_of_a_folder_has_its_row(capsys, folder):
    status, out, err = audited(capsys, folder, "--time-limit", "0")
    assert (status, err) == (1, "")
    rows = [line.split() for line in out.splitlines()]
    assert ["11/rates.txt", "4", "3", "1", "—"] in rows
    assert ["agreed.txt", "4", "4", "0", "—"] in rows
    assert ["facts.csv", "1", "1", "0", "—"] in rows
    assert ["broken.csv", "—", "—", "—", "—"] in rows
    assert "Files that cannot be read: 2" in out
    assert "broken.csv:2:5:" in "".join(out.split())  # a long path is broken into lines
    assert "notes.md" not in out
    assert "lock" not in out
    assert out.rstrip().endswith("5 files: 1 with something impossible, 2 that cannot be read.")


@pytest.mark.usefixtures("z3")
def test_the_joint_verdict_stands_in_the_row(capsys, tmp_path):
    written(tmp_path / "a" / "together.txt", TOGETHER)
    status, out, _ = audited(capsys, tmp_path / "a")
    assert status == 1
    assert ["together.txt", "4", "4", "0", "impossible"] in [
        line.split() for line in out.splitlines()
    ]


def test_a_folder_ends_as_its_worst_file(capsys, folder):
    (folder / "11" / "rates.txt").unlink()
    assert audited(capsys, folder, "--time-limit", "0")[0] == 2
    (folder / "broken.csv").unlink()
    (folder / "empty.docx").unlink()
    assert audited(capsys, folder, "--time-limit", "0")[0] == 0


def test_json_of_a_folder_has_every_file(capsys, folder):
    status, out, _ = audited(capsys, folder, "--time-limit", "0", "--json")
    document = json.loads(out)
    assert (status, document["format"]) == (1, "edustat.audits/1")
    files = {one["file"]: one for one in document["reports"]}
    assert list(files) == ["11/rates.txt", "agreed.txt", "broken.csv", "empty.docx", "facts.csv"]
    assert files["11/rates.txt"]["counts"] == {"figures": 4, "bound": 3, "impossible": 1}
    assert files["11/rates.txt"]["audit"]["verdict"] == "impossible"
    assert files["broken.csv"]["audit"] is None
    assert "63..82%" in files["broken.csv"]["error"]["zh"]


def test_a_folder_without_reports_is_refused(capsys, tmp_path):
    for language, text in (("zh", "没有可审核的文件"), ("en", "nothing to audit")):
        status, out, err = audited(capsys, tmp_path, "--lang", language)
        assert (status, out) == (2, "")
        assert text in err


def test_a_terminal_sees_the_progress_of_a_folder(folder):
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "edustat.cli", "audit", str(folder)]
    with subprocess.Popen(
        [*command, "--catalogue", "education", "--time-limit", "0", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color"},
    ) as process:
        os.close(follower)
        seen = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other side is closed
                break
            seen += piece
        assert b"broken.csv" in process.stdout.read()
        assert process.wait(60) == 1
    os.close(leader)
    assert b"Auditing" in seen
