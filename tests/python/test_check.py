# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import edustat as es

RELATION = "rate == started / planned"
START = {"rate": "63.82%", "started": "112万平方米", "planned": "176.4万平方米"}
CLOSED = es.Interval.closed


def test_check_finds_the_start_rate_impossible() -> None:
    finding = es.check(RELATION, **START, precision="nearest")
    assert finding.verdict == "impossible"
    assert finding.relation == RELATION
    assert finding.bound == "tight"
    assert finding.precision == "nearest"
    # 111.5万 / 176.45万 and 112.5万 / 176.35万
    assert finding.interval == CLOSED(Fraction(2230, 3529), Fraction(2250, 3527))
    assert finding.left == CLOSED(Fraction(12763, 20000), Fraction(12765, 20000))
    assert finding.right == finding.interval
    assert es.render(finding.interval, "%", places=2) == "[63.19%, 63.79%]"


def test_check_finds_it_consistent_when_cut() -> None:
    assert es.check(RELATION, **START, precision="truncated").verdict == "consistent"


def test_names_may_be_chinese() -> None:
    finding = es.check(
        "开工率 == 开工面积 / 规划面积",
        开工率="63.82%",
        开工面积="112万平方米",
        规划面积="176.4万平方米",
    )
    assert finding.verdict == "impossible"
    assert [given.name for given in finding.inputs] == ["开工率", "开工面积", "规划面积"]
    assert "矛盾" in finding.explain()
    assert "impossible" in finding.explain(lang="en").lower()
    assert "63.19%" in finding.explain("en")


def test_allowed_is_what_a_figure_would_have_to_be() -> None:
    finding = es.check(RELATION, **START)
    allowed = finding.allowed("started")
    assert allowed is not None
    # 63.815% of 176.35万 and 63.825% of 176.45万
    assert allowed == CLOSED(Fraction("1125377.525"), Fraction("1126192.125"))
    with pytest.raises(es.CodeError, match="rate, started, planned"):
        finding.allowed("completed")


def test_figures_may_be_given_as_numbers() -> None:
    given: list[Any] = [164, "164", Decimal(164), Fraction(164), es.Figure("164")]
    for product in given:
        finding = es.check("p == a * b", p=product, a=41, b=Decimal(4), precision="exact")
        assert finding.verdict == "consistent"
        assert finding.inputs[0].figure == es.Figure("164")


def test_decimals_keep_their_places() -> None:
    finding = es.check("a == b", a=Decimal("63.820"), b=Fraction(1, 8))
    assert finding.inputs[0].figure.text == "63.820"
    assert finding.inputs[1].figure.text == "0.125"
    thousands = es.check("a == b", a=Decimal("1.2E+4"), b="12345")
    assert thousands.inputs[0].figure.last_place == 1000
    assert thousands.verdict == "consistent"


def test_relation_may_be_prepared() -> None:
    assert es.check(es.Relation(RELATION), **START).verdict == "impossible"


def test_precision_is_a_reserved_name() -> None:
    with pytest.raises(es.StructureError) as caught:
        es.check("precision == a", a="1")
    assert caught.value.code == "reserved_name"


def test_growth_over_five_years() -> None:
    finding = es.check(
        "(1 + growth)^5 == after / before", growth="12.3%", after="1786.2", before="1000.0"
    )
    assert finding.verdict == "consistent"


def test_mixed_kinds_are_noted() -> None:
    finding = es.check("a == b + c", a="5人", b="2人", c="3人次")
    assert finding.verdict == "consistent"
    [note] = finding.notes
    assert note == es.Note("mixed_kinds", ["人", "人次"])
    assert note.code == finding.to_dict()["notes"][0]["code"] == "mixed_kinds"


def test_notes_speak_both_languages() -> None:
    [note] = es.check("a == b + c", a="5人", b="2人", c="3人次").notes
    assert note.message() == str(note) == "计数单位不同类（人、人次），只就数字判断"
    english = "different kinds are counted (人, 人次): judged by the numbers"
    assert note.message("en") == note.message(lang="en") == english
    with pytest.raises(es.CodeError, match="absent_parts"):
        es.Note("no_such_note")


def test_a_figure_may_be_called_relation() -> None:
    finding = es.check("relation == columns + self", relation="5人", columns="2人", self="3人")
    assert [given.name for given in finding.inputs] == ["relation", "columns", "self"]
    assert finding.verdict == "consistent"
    with pytest.raises(TypeError):
        es.check(relation="a == b", a="1", b="1")  # type: ignore[call-arg]


def test_area_against_money_is_an_error() -> None:
    with pytest.raises(es.UnitError):
        es.check("a == b", a="5平方米", b="5元")


def test_missing_and_unused_figures_are_named() -> None:
    with pytest.raises(es.StructureError, match="planned") as caught:
        es.check(RELATION, rate="63.82%", started="112万平方米")
    assert caught.value.code == "missing_input"
    with pytest.raises(es.StructureError, match="completed") as caught:
        es.check(RELATION, **START, completed="1平方米")
    assert caught.value.code == "unused_input"


def test_a_bad_figure_is_named() -> None:
    with pytest.raises(es.ParseError) as caught:
        es.check("a == b", a="1", b="12..3")
    assert caught.value.place.source == "b"
    assert caught.value.place.column == 4


def test_to_dict_is_ready_for_json() -> None:
    content = json.loads(json.dumps(es.check(RELATION, **START).to_dict()))
    assert content["verdict"] == "impossible"
    assert content["interval"] == {
        "low": "2230/3529",
        "low_closed": True,
        "high": "2250/3527",
        "high_closed": True,
    }
    assert content["inputs"][0]["figure"] == "63.82%"
    assert content["kind"] == "asked"


def test_repr_of_a_finding_evaluates_back() -> None:
    finding = es.check(RELATION, **START, precision="truncated")
    again = eval(repr(finding), {"check": es.check})
    assert again.to_dict() == finding.to_dict()
    quoted = es.check("'a b' == c", **{"a b": es.Figure("94.3%", last_place="0.01%"), "c": "94.3%"})
    again = eval(repr(quoted), {"check": es.check, "Figure": es.Figure, "Fraction": Fraction})
    assert again.to_dict() == quoted.to_dict()


COLUMNS = {
    "rate": ["63.82%", "63.49%", "6x%"],
    "started": ["112万平方米"] * 3,
    "planned": ["176.4万平方米"] * 3,
}


def test_a_relation_judges_columns() -> None:
    findings = es.Relation(RELATION).check(COLUMNS, precision="nearest")
    assert len(findings) == 3
    assert findings.verdicts == ["impossible", "consistent", "cannot_tell"]
    assert findings.counts == {"consistent": 1, "impossible": 1, "cannot_tell": 1}
    assert findings[0].to_dict() == es.check(RELATION, **START).to_dict()
    assert findings[-1].verdict == "cannot_tell"
    assert [finding.verdict for finding in findings] == findings.verdicts
    with pytest.raises(IndexError):
        findings[3]


def test_columns_may_be_any_sequence() -> None:
    numpy = pytest.importorskip("numpy")
    expected = es.Relation(RELATION).check(COLUMNS).verdicts
    arrays = {name: numpy.array(column, dtype=object) for name, column in COLUMNS.items()}
    assert es.Relation(RELATION).check(arrays).verdicts == expected
    strings = {name: numpy.array(column) for name, column in COLUMNS.items()}
    assert es.Relation(RELATION).check(strings).verdicts == expected
    tuples = {name: tuple(column) for name, column in COLUMNS.items()}
    assert es.Relation(RELATION).check(tuples).verdicts == expected
    made = {name: (text for text in column) for name, column in COLUMNS.items()}
    assert es.Relation(RELATION).check(made).verdicts == expected


def test_columns_may_be_a_data_frame() -> None:
    pandas = pytest.importorskip("pandas")
    findings = es.Relation(RELATION).check(pandas.DataFrame(COLUMNS))
    assert findings.verdicts == ["impossible", "consistent", "cannot_tell"]


def test_columns_may_hold_figures_and_numbers() -> None:
    relation = es.Relation("p == a * b")
    columns = {"p": [164, "165", Decimal("164.0")], "a": [41, 41, 41], "b": [es.Figure("4")] * 3}
    verdicts = relation.check(columns, precision="exact").verdicts
    assert verdicts == ["consistent", "impossible", "consistent"]


def test_columns_keep_what_a_figure_declares() -> None:
    relation = es.Relation("a == b")
    columns = {"a": ["94.34%", "94.34%"], "b": [es.Figure("94.3%", last_place="0.01%"), "94.3%"]}
    findings = relation.check(columns)
    assert findings.verdicts == ["impossible", "consistent"]
    assert findings[0].inputs[1].figure.last_place == Fraction(1, 10000)


def test_later_changes_of_a_column_do_not_matter() -> None:
    columns = {name: list(column) for name, column in COLUMNS.items()}
    findings = es.Relation(RELATION).check(columns)
    columns["rate"].clear()
    assert findings[0].inputs[0].figure.text == "63.82%"


def test_every_bad_row_is_reported() -> None:
    columns = {"a": ["1", "12..3", "--5", "4"], "b": ["1"] * 4}
    with pytest.raises(es.ParseError) as caught:
        es.Relation("a == b").check(columns)
    assert [(f.place.source, f.place.line) for f in caught.value.faults] == [("a", 2), ("a", 3)]


def test_unequal_and_missing_columns_are_refused() -> None:
    with pytest.raises(es.StructureError) as caught:
        es.Relation("a == b").check({"a": ["1"], "b": ["1", "2"]})
    assert caught.value.code == "unequal_columns"
    with pytest.raises(es.StructureError) as caught:
        es.Relation("a == b").check({"a": ["1"]})
    assert caught.value.code == "missing_input"
    with pytest.raises(TypeError):
        es.Relation("a == b").check({"a": "1", "b": "1"})


def test_cells_that_are_no_figures_are_refused_with_their_row() -> None:
    for cell in (0.5, None, True, float("nan")):
        with pytest.raises(TypeError, match="b:2"):
            es.Relation("a == b").check({"a": ["1", "2"], "b": ["1", cell]})
