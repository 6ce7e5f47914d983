# SPDX-License-Identifier: Apache-2.0
"""Running text, Word and Excel files: the readings of C++, with Python's offsets."""

from __future__ import annotations

import copy
import os
import pickle
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import edustat as es

EDUCATION = es.Catalogue.builtin("education")
SHARED = Path(os.environ.get("EDUSTAT_SHARED", Path(__file__).parents[3] / "shared"))
TEXT = (
    "截至2016年11月底，全市规划建设面积176.4万平方米，开工面积112万平方米，开工率63.82%。\n"
    "参会120人。"
)


def told(read: es.BulletinText) -> Iterator[tuple[str, str, str]]:
    for fact in read:
        yield str(fact.scope), fact.item.partition(".")[2], fact.figure.text


def test_every_figure_quotes_its_slice() -> None:
    read = es.read_bulletin(TEXT, EDUCATION, name="report.txt")
    assert read.text == TEXT
    for reading in read.readings:
        assert TEXT[reading.begin : reading.end] == reading.text
        content = TEXT.encode()[reading.byte_begin : reading.byte_end]
        assert content.decode() == reading.text


def test_a_reading_names_its_fact_or_the_reason() -> None:
    read = es.read_bulletin(TEXT, EDUCATION, name="report.txt")
    kinds = [(one.text, one.kind, one.fact, one.reason) for one in read.readings]
    assert kinds == [
        ("2016年", "date", None, None),
        ("11月", "date", None, None),
        ("176.4万平方米", "statistic", 0, None),
        ("112万平方米", "statistic", 1, None),
        ("63.82%", "statistic", 2, None),
        ("120人", "statistic", None, "no_item"),
    ]
    last = read.readings[-1]
    assert last.context == "参会120人"
    assert TEXT[last.sentence_begin : last.sentence_end] == "参会120人"
    assert last.to_dict() == {
        "begin": last.begin,
        "end": len(TEXT) - 1,
        "sentence_begin": last.sentence_begin,
        "sentence_end": len(TEXT) - 1,
        "text": "120人",
        "kind": "statistic",
        "fact": None,
        "reason": "no_item",
        "items": [],
        "context": "参会120人",
    }
    assert "没有归入指标" in str(last)
    assert "not bound" in last.explain("en")
    assert copy.copy(last) is last


def test_what_was_read_is_a_bulletin() -> None:
    read = es.read_bulletin(TEXT, EDUCATION, region="邯郸市")
    assert isinstance(read, es.Bulletin)
    assert read.period == es.Period.instant(2016, 11)
    assert read[0].scope == es.Scope.parse("邯郸市")
    assert es.audit(read, EDUCATION).verdict == "impossible"
    with pytest.raises(TypeError, match="pickle the text"):
        pickle.dumps(read)


def test_several_catalogues_and_listed_regions() -> None:
    both = [es.Catalogue.builtin("school_improvement"), es.Catalogue.builtin("student_loans")]
    read = es.read_bulletin("到年底冀南新区竣工面积5万平方米。", both, regions=["冀南新区"])
    assert list(told(read)) == [("冀南新区", "completed_area", "5万平方米")]


def test_bad_bytes_and_types_are_refused() -> None:
    with pytest.raises(es.ParseError):
        es.read_bulletin("全市\u202e5人", EDUCATION)
    with pytest.raises(TypeError):
        es.read_bulletin(5, EDUCATION)
    with pytest.raises(TypeError):
        es.read_bulletin("全市", "education")


def test_the_raw_report_of_handan() -> None:
    if not SHARED.is_dir():
        pytest.skip("no conformance files")
    read = es.read_document(
        SHARED / "bulletins" / "handan_original.txt", EDUCATION, region="邯郸市"
    )
    assert len(read) == 75
    judged = es.audit(read, EDUCATION)
    assert [finding.rule for finding in judged.findings if finding.verdict == "impossible"] == [
        "school_improvement.start_rate"
    ]
    assert [one.digits for one in es.masks(read, EDUCATION, text=read.text).common] == ["16"]


ROWS = [
    ["改薄工程进度表"],
    ["地区", "规划建设面积（万平方米）", "开工面积（万平方米）", "开工率"],
    ["魏县", 12.6, 10, 0.7937],
    ["7个扶贫县", 91.8, 57.3, 0.6242],
    ["合计", 176.4, 112, 0.6349],
]
READ = [
    ("全市>魏县", "planned_area", "12.6万平方米"),
    ("全市>魏县", "started_area", "10.0万平方米"),
    ("全市>魏县", "start_rate", "79.37%"),
    ("全市>7个扶贫县", "scope_size", "7个"),
    ("全市>7个扶贫县", "planned_area", "91.8万平方米"),
    ("全市>7个扶贫县", "started_area", "57.3万平方米"),
    ("全市>7个扶贫县", "start_rate", "62.42%"),
    ("全市", "planned_area", "176.4万平方米"),
    ("全市", "started_area", "112.0万平方米"),
    ("全市", "start_rate", "63.49%"),
]


def test_rows_of_a_workbook_are_read_as_shown(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    for row in book.active.iter_rows(min_row=3):
        for cell in row[1:3]:
            cell.number_format = "0.0"
        row[3].number_format = "0.00%"
    book.save(tmp_path / "progress.xlsx")
    assert (
        list(told(es.read_document(tmp_path / "progress.xlsx", EDUCATION, region="全市"))) == READ
    )


def test_paragraphs_and_tables_of_a_word_file(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("截至2016年11月底，全市开工面积112万平方米。")
    table = document.add_table(rows=0, cols=2)
    for region, area in (("地区", "竣工面积（万平方米）"), ("魏县", "5.3")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = region, area
    document.save(tmp_path / "report.docx")
    read = es.read_document(tmp_path / "report.docx", EDUCATION)
    assert list(told(read)) == [
        ("全市", "started_area", "112万平方米"),
        ("全市>魏县", "completed_area", "5.3万平方米"),
    ]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(es.FileError, match=r"there is no file .*absent\.docx"):
        es.read_document(tmp_path / "absent.docx", EDUCATION)
    with pytest.raises(es.FileError):
        es.read_document(tmp_path / "absent.txt", EDUCATION)
    (tmp_path / "broken.docx").write_bytes(b"no archive")
    with pytest.raises(es.FileError, match="cannot read file"):
        es.read_document(tmp_path / "broken.docx", EDUCATION)
    (tmp_path / "old.txt").write_bytes("全市\n竣工".encode("gb18030"))
    with pytest.raises(es.ParseError, match="line 1|:1"):
        es.read_document(tmp_path / "old.txt", EDUCATION)
    assert len(es.read_document(tmp_path / "old.txt", EDUCATION, encoding="gb18030").text) == 5


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_archives_that_are_broken_inside(tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("docx" if suffix == "docx" else "openpyxl")
    inside = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[suffix]
    whole = tmp_path / f"whole.{suffix}"
    if suffix == "docx":
        import docx

        docx.Document().save(whole)
    else:
        import openpyxl

        openpyxl.Workbook().save(whole)
    broken = tmp_path / f"broken.{suffix}"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<no" if name == inside else source.read(name))
    with pytest.raises(es.FileError, match="cannot read file"):
        es.read_document(broken, EDUCATION)
    broken.write_bytes(whole.read_bytes()[:-200])
    with pytest.raises(es.FileError, match="cannot read file"):
        es.read_document(broken, EDUCATION)


def test_an_encoding_that_nobody_knows(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("全市通报", encoding="utf-8")
    with pytest.raises(es.CodeError, match="gb18030"):
        es.read_document(tmp_path / "report.txt", EDUCATION, encoding="gb99")
