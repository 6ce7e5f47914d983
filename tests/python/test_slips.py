# SPDX-License-Identifier: Apache-2.0
"""Slips, masks and series: the same answers as in C++, with Python's numbers."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction
from pathlib import Path

import pytest

import edustat as es

HANDAN = Path(__file__).parents[2] / "examples" / "handan" / "facts.csv"
SCHOOL = es.Catalogue.builtin("school_improvement")
CITY = es.Scope.parse("邯郸市")


def bulletin(planned: str) -> es.Bulletin:
    figures = {
        "planned_area": planned,
        "started_area": "112万平方米",
        "completed_area": "85万平方米",
        "start_rate": "63.5%",
        "completion_rate": "48.2%",
    }
    return es.Bulletin(
        [es.Fact(f"school_improvement.{item}", text, scope=CITY) for item, text in figures.items()]
    )


def test_a_slip_says_what_should_have_been_printed() -> None:
    (slip,) = es.slips("4753人次", es.Interval.exactly(4573))
    assert (slip.kind, slip.figure.text) == ("transposed", "4573人次")
    assert slip.weight == Fraction(1, 25)
    assert slip.words() == "相邻两位颠倒"
    assert "4753人次" in slip.explain("en")
    assert copy.copy(slip) is slip


def test_the_unit_of_the_item_counts() -> None:
    allowed = es.Interval.closed(700, 800)
    assert es.slips("770人", allowed) == []
    assert [slip.figure.text for slip in es.slips("770人", allowed, "人次")] == ["770人次"]


def test_most_limits_the_list() -> None:
    allowed = es.Interval.closed(20000, 90000)
    assert len(es.slips("12345人", allowed)) > 3
    assert len(es.slips("12345人", allowed, most=3)) == 3


@pytest.mark.parametrize("wrong", [0.5, True])
def test_a_float_or_a_truth_value_is_no_figure(wrong: object) -> None:
    with pytest.raises(TypeError):
        es.slips(wrong, es.Interval.exactly(1))  # type: ignore[arg-type]


def test_hypotheses_find_the_transposed_plan() -> None:
    first = es.hypotheses(bulletin("167.4万平方米"), SCHOOL)[0]
    assert (first.fact, first.slip.figure.text) == (0, "176.4万平方米")
    assert first.others == []


def test_hypotheses_take_suspects_from_elsewhere() -> None:
    wrong = bulletin("167.4万平方米")
    suspect = es.Suspect(0, es.Interval.closed(1763000, 1765000))
    found = es.hypotheses(wrong, SCHOOL, [suspect])
    assert found[0].slip.figure.text == "176.4万平方米"
    assert found[0].allowed == suspect.allowed
    assert pickle.loads(pickle.dumps(suspect)) == suspect


def test_a_true_bulletin_has_no_suspects() -> None:
    assert es.suspects(bulletin("176.4万平方米"), SCHOOL) == []
    assert es.hypotheses(bulletin("176.4万平方米"), SCHOOL) == []


def test_a_suspect_must_be_a_fact() -> None:
    with pytest.raises(es.StructureError):
        es.hypotheses(bulletin("1万平方米"), SCHOOL, [es.Suspect(9, es.Interval.everything())])


def test_the_masks_of_handan_are_sixteen() -> None:
    facts = es.Bulletin.read_csv(HANDAN)
    found = es.masks(facts, es.Catalogue.builtin("education"))
    assert [one.digits for one in found.common] == ["16"]
    forced = [one for one in found.masked if one.is_forced]
    assert [(one.prints, one.values) for one in forced] == [(["164万元"], [Fraction(1640000)])]
    assert facts[forced[0].fact].figure == es.Figure("xx4万元")


def test_patterns_of_the_text_are_counted() -> None:
    found = es.masks(es.Bulletin([]), SCHOOL, text="2014-20xx年，20xx-2018年")
    assert [one.digits for one in found.common] == ["14", "15", "16", "17", "18"]
    assert [(one.text, one.range) for one in found.patterns] == [
        ("20xx", "2014-20xx"),
        ("20xx", "20xx-2018"),
    ]


def spent(period: str, figure: str, vintage: str = "") -> es.Bulletin:
    return es.Bulletin(
        [
            es.Fact(
                "school_improvement.started_area",
                figure,
                scope=CITY,
                period=es.Period.parse(period),
                vintage=vintage,
            )
        ]
    )


def test_a_series_says_what_fell() -> None:
    series = es.audit_series(
        [spent("截至2016年6月底", "50万平方米"), spent("截至2016年9月底", "48万平方米")], SCHOOL
    )
    assert series.verdict == "impossible"
    (remark,) = series.remarks
    assert remark.kind == "cumulative"
    assert [(one.bulletin, one.fact) for one in remark.facts] == [(0, 0), (1, 0)]


def test_a_series_says_what_was_revised() -> None:
    series = es.audit_series(
        [
            spent("截至2016年6月底", "50万平方米", "快报"),
            spent("截至2016年6月底", "52万平方米", "年报"),
        ],
        SCHOOL,
    )
    assert series.verdict == "consistent"
    assert [remark.kind for remark in series.remarks] == ["revision"]
    assert sorted(series.remarks[0].vintages) == sorted(["快报", "年报"])


def test_a_series_narrows_by_more_exact_prints() -> None:
    series = es.audit_series(
        [spent("截至2016年6月底", "50万平方米"), spent("截至2016年6月底", "50.32万平方米")], SCHOOL
    )
    assert series.narrowed[0].interval == es.Interval.closed(503150, 503250)


def test_the_rate_of_a_whole_lies_between_those_of_its_parts() -> None:
    scopes = {"邯郸市": "70%", "邯郸市>7个扶贫县": "50%", "邯郸市>!7个扶贫县": "60%"}
    rates = es.Bulletin(
        [
            es.Fact("school_improvement.start_rate", text, scope=es.Scope.parse(scope))
            for scope, text in scopes.items()
        ]
    )
    findings = es.audit(rates, SCHOOL, as_of="2016-12-31")
    assert {finding.kind for finding in findings} == {"between_parts"}
    assert findings.verdict == "impossible"
