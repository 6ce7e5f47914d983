# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import datetime
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import edustat as es

CSV = """\
item,scope,period,figure,note
school_improvement.planned_area,邯郸市,2014-2018,176.4万平方米,
school_improvement.started_area,邯郸市,2014-2018,112万平方米,
school_improvement.start_rate,邯郸市,2014-2018,63.82%,
school_improvement.completed_area,邯郸市,2014-2018,8x万平方米,masked
"""


@pytest.fixture(scope="module")
def education() -> es.Catalogue:
    return es.Catalogue.builtin("education")


@pytest.fixture(scope="module")
def bulletin() -> es.Bulletin:
    return es.Bulletin.parse_csv(CSV, "facts.csv")


def test_a_bulletin_is_a_sequence_of_facts(bulletin: es.Bulletin) -> None:
    assert len(bulletin) == len(bulletin.facts) == 4
    assert bulletin.name == "facts.csv"
    first = bulletin[0]
    assert first.item == "school_improvement.planned_area"
    assert first.figure == es.Figure("176.4万平方米")
    assert first.scope == es.Scope.parse("邯郸市")
    assert first.period == es.Period.parse("2014-2018")
    assert first.place.line == 2
    assert [fact.item for fact in bulletin][-1] == bulletin[-1].item
    assert json.loads(json.dumps(first.to_dict()))["figure"] == "176.4万平方米"
    with pytest.raises(IndexError):
        bulletin[4]


def test_files_of_other_encodings_say_so(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_bytes(CSV.encode("gb18030"))
    with pytest.raises(es.Error) as caught:
        es.Bulletin.read_csv(path)
    assert caught.value.code == "likely_encoding"
    assert es.Bulletin.read_csv(path, encoding="gb18030").facts[0].figure == es.Figure(
        "176.4万平方米"
    )
    path.write_bytes(CSV.encode("utf-8-sig"))
    assert len(es.Bulletin.read_csv(str(path))) == 4


def test_marks_are_declared() -> None:
    text = "item,figure\na,—\nb,1人\n"
    facts = es.Bulletin.parse_csv(text, marks={"—": "not_applicable"}).facts
    assert (facts[0].figure, facts[0].gap) == (None, "not_applicable")
    assert (facts[1].figure, facts[1].gap) == (es.Figure("1人"), None)
    with pytest.raises(es.Error) as caught:
        es.Bulletin.parse_csv(text)
    assert caught.value.code == "undeclared_mark"
    with pytest.raises(es.CodeError):
        es.Bulletin.parse_csv(text, marks={"—": "nothing"})


def test_a_fact_has_a_figure_or_a_gap() -> None:
    assert es.Fact("a").gap == "missing"
    assert es.Fact("a", 5).figure == es.Figure("5")
    with pytest.raises(TypeError, match="not both"):
        es.Fact("a", "1人", gap="missing")


def test_wrong_columns_are_named() -> None:
    with pytest.raises(es.StructureError) as caught:
        es.Bulletin.parse_csv("item,figur\na,1\n", "facts.csv")
    assert {"unknown_column", "missing_column"} & {fault.code for fault in caught.value.faults}


def test_evaluate_computes_exactly(bulletin: es.Bulletin, education: es.Catalogue) -> None:
    computed = {entry.indicator: entry for entry in es.evaluate(bulletin, education)}
    rate = computed["school_improvement.start_rate"]
    assert rate.value is not None
    assert rate.value.base_value == Fraction(112, Fraction("176.4"))
    assert rate.value.unit == es.Unit.parse("%")
    assert rate.rounded == Decimal("63.49")
    assert type(rate.rounded) is Decimal
    assert rate.printed == es.Figure("63.82%")
    assert rate.interval == es.Interval.closed(Fraction(2230, 3529), Fraction(2250, 3527))
    assert rate.bound == "tight"
    assert [entry.text for entry in rate.inputs] == ["112万平方米", "176.4万平方米"]
    masked = computed["school_improvement.completion_rate"]
    assert (masked.value, masked.gap, masked.rounded) == (None, "suppressed", None)
    for entry in computed.values():
        json.dumps(entry.to_dict())


@pytest.mark.parametrize(
    ("precision", "verdict"), [("nearest", "impossible"), ("truncated", "consistent")]
)
def test_audit_judges_the_rate(
    bulletin: es.Bulletin, education: es.Catalogue, precision: str, verdict: str
) -> None:
    audit = es.audit(bulletin, education, precision=precision)
    rates = [f for f in audit if f.rule == "school_improvement.start_rate"]
    assert [finding.verdict for finding in rates] == [verdict]
    finding = rates[0]
    assert finding.kind == "indicator"
    assert finding.severity == "hard"
    assert finding.scope == es.Scope.parse("邯郸市")
    assert finding.origins[1].place.line in (2, 3, 4)
    assert finding.label.zh
    assert [fact.item for fact in audit.masked] == ["school_improvement.completed_area"]
    assert audit.precision == precision
    content = json.loads(json.dumps(audit.to_dict()))
    assert content["verdict"] == audit.verdict
    assert len(content["findings"]) == len(audit) == len(audit.findings)


def test_audit_takes_explanations(
    bulletin: es.Bulletin, education: es.Catalogue, tmp_path: Path
) -> None:
    facts = [
        es.Fact("school_improvement.planned_area", "100平方米", scope="魏县", period="2016"),
        es.Fact("school_improvement.started_area", "120平方米", scope="魏县", period="2016"),
    ]
    beyond = es.Bulletin(facts, "beyond")
    soft = [f for f in es.audit(beyond, education) if f.verdict == "impossible"]
    assert [finding.severity for finding in soft] == ["soft"]
    path = tmp_path / "explanations.csv"
    path.write_text(
        f"relation,scope,text,who,valid_until\n{soft[0].rule},魏县,扩建,局,2017-12-31\n",
        encoding="utf-8",
    )
    stored = es.read_explanations(path)
    assert stored[0].text == "扩建"
    for given in (path, str(path), stored):
        audit = es.audit(beyond, education, explanations=given, as_of="2017-01-01")
        assert [f.explanation for f in audit.explained] == stored
        assert audit.verdict != "impossible"
    later = datetime.date(2018, 1, 1)
    assert es.audit(beyond, education, explanations=stored, as_of=later).verdict == "impossible"


def test_unknown_items_are_named(education: es.Catalogue) -> None:
    with pytest.raises(es.CodeError) as caught:
        es.audit(es.Bulletin.parse_csv("item,figure\nnothing,1人\n", "facts.csv"), education)
    assert caught.value.place.line == 2


def test_handan_has_one_impossible_rate(handan: Path, education: es.Catalogue) -> None:
    facts = es.Bulletin.read_csv(handan)
    assert len(facts) == 75
    nearest = es.audit(facts, education, precision="nearest")
    assert [f.rule for f in nearest if f.verdict == "impossible"] == [
        "school_improvement.start_rate"
    ]
    assert len(nearest.masked) == 8
    truncated = es.audit(facts, education, precision="truncated")
    assert not [f for f in truncated if f.verdict == "impossible"]
