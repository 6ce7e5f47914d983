# SPDX-License-Identifier: Apache-2.0
"""The command line: what it prints, in which language, and how it ends."""

import json
import os
import pty
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

import edustat as es
from edustat.cli import main
from edustat.command.messages import TEXTS, Speech, language_of
from edustat.command.page import Page, console_for

ROOT = Path(__file__).parents[2]
HANDAN = str(ROOT / "examples" / "handan" / "facts.csv")
# Each relation alone: all figures together take seconds.
ALONE = ("audit", HANDAN, "--catalogue", "education", "--time-limit", "0")
BUILDINGS = str(ROOT / "examples" / "quickstart" / "facts.csv")
LIBRARY = """
format  = 1
id      = "library"
edition = "2016"
label   = { zh = "图书馆", en = "libraries" }
source  = "made for this test"

[unit."箧"]
kind   = "case"
nature = "counting"
symbol = "case"

[measure.cases]
label   = { zh = "书箱", en = "book cases" }
unit    = "箧"
regions = "sum"
time    = "stock"
source  = "made for this test"

[measure.lent]
label   = { zh = "借出", en = "lent" }
unit    = "箧"
regions = "sum"
time    = "stock"
source  = "made for this test"

[relation.lent_within_cases]
statement = "lent <= cases"
severity  = "soft"
label     = { zh = "借出不超过书箱", en = "no more is lent than there is" }
source    = "made for this test"
"""


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "library.toml"
    path.write_text(LIBRARY, encoding="utf-8")
    return str(path)


@pytest.fixture
def facts(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "facts.csv"
        path.write_text(text, encoding=encoding)
        return str(path)

    return write


def run(capsys, *arguments):
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def in_a_process(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "edustat.cli", *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )


# --- exit status and verdicts ---------------------------------------------------------------------


def test_an_impossible_rate_ends_in_1_and_comes_first(capsys):
    status, out, err = run(capsys, "audit", HANDAN, "--catalogue", "education", "--lang", "zh")
    assert (status, err) == (1, "")
    assert out.index("矛盾：1") < out.index("开工率") < out.index("[63.19%, 63.79%]")
    assert out.index("[63.19%, 63.79%]") < out.index("无法判定") < out.index("相符")
    assert out.rstrip().splitlines()[-1].startswith("共 75 个统计数")


REPORT = (
    "截至2016年11月底，全市规划建设面积176.4万平方米，开工面积112万平方米，开工率63.82%。\n"
    "教育经费23.4亿元。"
)


def test_a_text_is_audited_with_its_sentences(capsys, tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    path = str(tmp_path / "report.txt")
    assert main(["audit", path, "--catalogue", "education", "--lang", "zh"]) == 1
    printed = re.sub(r"\s+", "", capsys.readouterr().out)
    sentence = "规划建设面积【176.4万平方米】，开工面积【112万平方米】，开工率【63.82%】"
    assert f"截至2016年11月底，全市{sentence}" in printed
    assert "没有归入指标的数：1" in printed
    assert "教育经费23.4亿元" in printed


def test_json_of_a_text_has_the_place_of_every_figure(capsys, tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    main(["audit", str(tmp_path / "report.txt"), "--catalogue", "education", "--json"])
    readings = json.loads(capsys.readouterr().out)["readings"]
    assert all(REPORT[one["begin"] : one["end"]] == one["text"] for one in readings)
    assert [one["fact"] for one in readings if one["kind"] == "statistic"] == [0, 1, 2, None]


def test_the_same_facts_cut_end_in_0(capsys):
    status, out, _ = run(
        capsys, "audit", HANDAN, "--catalogue", "education", "--precision", "truncated"
    )
    assert status == 0
    assert "Impossible: 0" in out


def test_masked_figures_are_listed_and_do_not_end_in_1(capsys, facts):
    path = facts("item,scope,figure\n图书,邯郸市,6xx万册\n图书,邯郸市>7个扶贫县,387.5万册\n")
    status, out, _ = run(capsys, "audit", path, "--catalogue", "school_improvement")
    assert status == 0
    assert "Figures with masked digits: 1" in out
    assert "6xx万册" in out
    assert "Cannot tell: 1" in out


def test_facts_in_no_relation_are_listed_by_line(capsys, facts):
    path = facts("item,figure\n图书,387.5万册\n")
    _, out, _ = run(capsys, "audit", path, "--catalogue", "school_improvement")
    assert "Figures that take part in no relation: 1" in out
    assert re.search(r"^\s+2\s+library books", out, re.MULTILINE)


def test_all_lists_the_consistent_relations(capsys):
    short = run(capsys, "audit", BUILDINGS, "--catalogue", "school_improvement")[1]
    long = run(capsys, "audit", BUILDINGS, "--catalogue", "school_improvement", "--all")[1]
    label = "completed area does not exceed started area"
    assert label not in short
    assert label in long


def test_a_soft_finding_ends_in_1_until_it_is_explained(capsys, facts, library, tmp_path):
    path = facts("item,scope,figure\n书箱,一馆,3箧\n借出,一馆,4箧\n")
    assert run(capsys, "audit", path, "--catalogue", library)[0] == 1
    told = tmp_path / "told.csv"
    told.write_text(
        "relation,scope,text,who,valid_until\nlibrary.lent_within_cases,一馆,借自邻馆,张三,2999-12-31\n",
        encoding="utf-8",
    )
    status, out, _ = run(capsys, "audit", path, "--catalogue", library, "--explanations", str(told))
    assert status == 0
    assert "Explained: 1" in out
    assert "借自邻馆" in out


# --- computing, and catalogues --------------------------------------------------------------------


def test_compute_shows_exact_and_rounded_value_range_print_and_verdict(capsys):
    status, out, _ = run(capsys, "compute", BUILDINGS, "--catalogue", "school_improvement")
    assert status == 0
    row = next(line for line in out.splitlines() if "63.49%" in line)
    assert "[63.19%, 63.79%]" in row
    assert "63.82%" in row
    assert row.rstrip().endswith("impossible")
    # 112 / 176.4 = 1120 / 1764 = 40 / 63, in per cent 4000 / 63.
    assert "4000/63 %" in out


def test_catalogue_without_a_name_lists_the_built_in_ones(capsys):
    status, out, _ = run(capsys, "catalogue")
    assert status == 0
    assert [name for name in es.Catalogue.builtin_ids() if name not in out] == []


def test_catalogue_shows_everything_that_it_declares(capsys):
    status, out, _ = run(capsys, "catalogue", "vocational_training", "--lang", "zh")
    known = es.Catalogue.builtin("vocational_training")
    assert status == 0
    assert [one.id for one in [*known.measures, *known.indicators] if one.id not in out] == []
    assert "残疾人培训" in out
    assert "trained / total(trained)" in out


def test_a_path_is_a_catalogue_too(capsys, library):
    status, out, _ = run(capsys, "catalogue", library, "--lang", "zh")
    assert status == 0
    assert "借出不超过书箱" in out


def test_facts_may_use_the_units_of_their_catalogue(capsys, facts, library):
    path = facts("item,figure\n书箱,3箧\n借出,2箧\n")
    assert run(capsys, "audit", path, "--catalogue", library)[0] == 0


# --- JSON -----------------------------------------------------------------------------------------


def leaves(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", HANDAN, "--catalogue", "education"),
        ("compute", HANDAN, "--catalogue", "education"),
        ("catalogue", "education"),
        ("catalogue",),
    ],
    ids=lambda arguments: " ".join(a for a in arguments if "/" not in a),
)
def test_json_has_a_format_and_no_float(capsys, arguments):
    _, out, err = run(capsys, *arguments, "--json")
    document = json.loads(out)
    assert err == ""
    assert next(iter(document)) == "format"
    assert [leaf for leaf in leaves(document) if isinstance(leaf, float)] == []


def test_json_says_what_the_table_says(capsys):
    status, out, _ = run(capsys, *ALONE, "--json")
    document = json.loads(out)
    counts = document["counts"]
    assert status == 1
    assert (counts["facts"], counts["impossible"], counts["masked"]) == (75, 1, 8)
    assert len(document["findings"]) + len(document["explained"]) == counts["relations"]
    assert len(document["facts"]) == 75
    first = document["facts"][0]
    assert (first["id"], first["value"]) == ("school_improvement.planned_area", "1764000")
    (bad,) = [one for one in document["findings"] if one["verdict"] == "impossible"]
    assert bad["rule"] == "school_improvement.start_rate"
    # 111.5/176.45 and 112.5/176.35
    assert bad["interval"]["low"] == "2230/3529"
    assert bad["interval"]["high"] == "2250/3527"
    assert bad["interval"]["text"] == "[63.1907%, 63.7936%]"
    assert bad["inputs"][0]["figure"] == "63.82%"
    assert "矛盾" in bad["text"]["zh"]
    assert "impossible" in bad["text"]["en"]


def test_json_of_compute_has_exact_values_as_text(capsys):
    _, out, _ = run(capsys, "compute", BUILDINGS, "--catalogue", "school_improvement", "--json")
    first = json.loads(out)["indicators"][0]
    assert first["indicator"] == "school_improvement.start_rate"
    assert (first["value"], first["unit"], first["rounded"]) == ("4000/63", "%", "63.49")
    assert (first["printed"], first["verdict"]) == ("63.82%", "impossible")


def test_json_does_not_depend_on_the_language(capsys):
    arguments = ("audit", BUILDINGS, "--catalogue", "school_improvement", "--json", "--lang")
    assert run(capsys, *arguments, "zh") == run(capsys, *arguments, "en")


# --- bad input ------------------------------------------------------------------------------------


def test_each_fault_has_its_line_and_column(capsys, facts):
    path = facts("item,figure\n开工率,63..82%\n开工面积,112万平方米米\n")
    status, out, err = run(capsys, "audit", path, "--catalogue", "school_improvement")
    assert (status, out) == (2, "")
    assert [re.match(r".*facts\.csv:\d+:\d+: ", line) is not None for line in err.splitlines()] == [
        True,
        True,
    ]
    assert ":2:5: " in err
    assert ":3:6: " in err


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        ((), "缺少命令", "a command is missing"),
        (("nothing",), "没有命令 “nothing”", "there is no command 'nothing'"),
        (("audit",), "缺少参数 FACTS", "argument FACTS is missing"),
        (("audit", HANDAN), "缺少选项 --catalogue", "option --catalogue is missing"),
        (("audit", HANDAN, "--catalogue"), "选项 --catalogue", "option --catalogue"),
        (("audit", HANDAN, "--what"), "没有选项 --what", "there is no option --what"),
        (("audit", HANDAN, "x", "--catalogue", "education"), "多余的参数", "unexpected argument"),
        (
            ("audit", HANDAN, "--catalogue", "education", "--precision", "rough"),
            "可用的有：exact、nearest",
            "known are: exact, nearest",
        ),
        (
            ("audit", HANDAN, "--catalogue", "education", "--mark", "x"),
            "--mark",
            "SIGN=REASON",
        ),
        (("audit", HANDAN, "--catalogue", "none"), "school_improvement", "school_improvement"),
        (("audit", "absent.csv", "--catalogue", "education"), "找不到文件", "there is no file"),
        (("audit", HANDAN, "--catalogue", "absent.toml"), "找不到文件", "there is no file"),
        (("catalogue", "none"), "没有指标目录", "there is no catalogue"),
    ],
    ids=lambda value: " ".join(value[:1] + value[2:]) if isinstance(value, tuple) else "",
)
def test_bad_input_ends_in_2_and_is_told_in_both_languages(capsys, monkeypatch, arguments, zh, en):
    for locale, text in (("zh_CN.UTF-8", zh), ("en_GB.UTF-8", en)):
        monkeypatch.setenv("LC_ALL", locale)
        status, out, err = run(capsys, *arguments)
        assert (status, out) == (2, "")
        assert text in err
        assert "Traceback" not in err


def test_a_file_in_gb18030_is_refused_with_the_remedy_and_read_with_it(capsys, facts):
    path = facts("指标,数值\n图书,387.5万册\n", "gb18030")
    status, _, err = run(capsys, "audit", path, "--catalogue", "school_improvement")
    assert status == 2
    assert "gb18030" in err
    arguments = ("audit", path, "--catalogue", "school_improvement", "--encoding", "gb18030")
    assert run(capsys, *arguments)[0] == 0


def test_a_sign_is_a_gap_only_where_it_is_declared(capsys, facts):
    path = facts("item,figure\n图书,—\n")
    arguments = ("audit", path, "--catalogue", "school_improvement")
    assert run(capsys, *arguments)[0] == 2
    status, out, _ = run(capsys, *arguments, "--mark", "—=missing")
    assert status == 0
    assert "missing" in out


def test_an_unknown_item_is_told_with_its_line(capsys, facts):
    path = facts("item,figure\n图书,387.5万册\n不存在的指标,3\n")
    status, _, err = run(capsys, "compute", path, "--catalogue", "school_improvement")
    assert status == 2
    assert "facts.csv:3" in err


# --- languages ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW"}, "zh"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "de_DE"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh"}, "zh"),
    ],
)
def test_the_locale_chooses_the_language(environment, language):
    assert language_of(environment) == language


def test_lang_overrules_the_locale_wherever_it_stands(capsys, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "Built-in" in run(capsys, "catalogue", "--lang", "en")[1]
    assert "Built-in" in run(capsys, "--lang=en", "catalogue")[1]
    assert "内置" in run(capsys, "catalogue")[1]


def test_every_text_is_there_in_both_languages_with_the_same_slots():
    def slots(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert [key for key, (zh, en) in TEXTS.items() if slots(zh) != slots(en)] == []
    assert [key for key, texts in TEXTS.items() if "" in texts] == []


@pytest.mark.parametrize("command", [(), ("audit",), ("compute",), ("catalogue",)])
@pytest.mark.parametrize(("language", "word"), [("zh", "用法："), ("en", "Usage: ")])
def test_help_speaks_both_languages(capsys, command, language, word):
    status, out, _ = run(capsys, *command, "--lang", language, "--help")
    assert status == 0
    assert out.startswith(word + "edustat")
    has_chinese = re.search("[\u4e00-\u9fff]", out) is not None
    assert has_chinese == (language == "zh")


def test_version_is_that_of_the_library(capsys):
    assert run(capsys, "--version") == (0, f"edustat {es.__version__}\n", "")


# --- terminals and pipes --------------------------------------------------------------------------

SCREENS = [
    ("audit", HANDAN, "--catalogue", "education"),
    (*ALONE, "--all"),
    ("compute", HANDAN, "--catalogue", "education"),
    ("catalogue", "education"),
    ("catalogue",),
    ("audit", "--help"),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("arguments", SCREENS, ids=lambda a: " ".join(a[:1] + a[3:]))
def test_a_pipe_gets_no_colour_and_100_cells(capsys, arguments, language):
    _, out, _ = run(capsys, *arguments, "--lang", language)
    assert "\x1b" not in out
    assert [line for line in out.splitlines() if cell_len(line) > 100] == []


def test_chinese_columns_are_aligned_by_cells(capsys):
    page = Page(Speech("zh"))
    page.table(
        ["col_item", "col_figure", "col_scope"],
        [["开工率", "63.82%", "邯郸市"], ["floor area", "112万平方米", "7个扶贫县"]],
    )
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        "  统计数      印作         范围",
        "  ──────────────────────────────────",
        "  开工率      63.82%       邯郸市",
        "  floor area  112万平方米  7个扶贫县",
    ]


def test_a_terminal_gets_colour():
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "zh_CN.UTF-8"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "edustat.cli", "catalogue"],
        stdout=follower,
        stderr=follower,
        env=environment,
    ) as process:
        os.close(follower)
        printed = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # the other side is closed
                break
            printed += piece
        assert process.wait(60) == 0
    os.close(leader)
    assert b"\x1b[" in printed


def test_a_reader_that_stops_early_is_no_fault():
    command = [sys.executable, "-m", "edustat.cli", *ALONE]
    for more in ([], ["--json"]):
        with subprocess.Popen(
            command + more, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            process.stdout.close()
            complaint = process.stderr.read()
            assert (process.wait(60), complaint) == (1, b"")


@pytest.mark.parametrize("encoding", ["ascii", "gb18030", "latin-1"])
def test_a_terminal_without_utf8_gets_what_it_can_show(encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "zh_CN.UTF-8"}
    done = in_a_process(*ALONE, env=environment)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "63.82%" in done.stdout.decode(encoding)
    if encoding == "gb18030":
        assert "开工率" in done.stdout.decode(encoding)


def test_a_stream_that_is_no_terminal_is_100_cells_wide(capsys):
    assert console_for(sys.stdout).width == 100


def test_the_library_loads_neither_arguments_nor_tables():
    code = "import sys, edustat; print(sorted({'click', 'rich'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    assert done.stdout == "[]\n"
