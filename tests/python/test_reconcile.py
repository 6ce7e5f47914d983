# SPDX-License-Identifier: Apache-2.0
"""The joint audit: the answers of C++ in Python's objects."""

from __future__ import annotations

import copy
import sys
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

import edustat as es

EDUCATION = es.Catalogue.builtin("education")
FACTS = Path(__file__).parents[2] / "examples" / "handan" / "facts.csv"


@pytest.fixture(scope="module")
def handan() -> es.Bulletin:
    pytest.importorskip("edustat._reconcile", reason="edustat was built without Z3")
    return es.Bulletin.read_csv(FACTS)


def test_rounded_figures_of_handan_contradict_one_another(handan: es.Bulletin) -> None:
    result = es.reconcile(handan, EDUCATION)
    assert result.verdict == "impossible"
    first = result.conflicts[0]
    assert [handan[fact].figure.text for fact in first.facts] == [
        "176.4万平方米",
        "112万平方米",
        "63.82%",
    ]
    assert [reason.rule for reason in first.reasons] == ["school_improvement.start_rate"]
    assert isinstance(result.hypotheses[0], es.Hypothesis)
    assert repr(result).startswith("<Reconciliation: impossible")


def test_cut_figures_of_handan_can_be_true(handan: es.Bulletin) -> None:
    result = es.reconcile(handan, EDUCATION, "truncated")
    assert (result.verdict, result.conflicts, result.least) == ("consistent", [], [])
    started = result.intervals[1]
    assert (started.item, started.fact) == ("school_improvement.started_area", 1)
    assert started.interval.low == Fraction("1125784.8")


def test_results_are_of_named_types_and_their_own_copies(handan: es.Bulletin) -> None:
    result = es.reconcile(handan, EDUCATION)
    parts = [result, result.conflicts[0], result.conflicts[0].reasons[0], result.intervals[0]]
    assert [type(part).__qualname__ for part in parts] == [
        "Reconciliation",
        "Reconciliation.Conflict",
        "Reconciliation.Reason",
        "Reconciliation.Known",
    ]
    for part in parts:
        assert copy.copy(part) is part
        assert copy.deepcopy(part) is part
    known = result.intervals[0]
    assert isinstance(known.interval, es.Interval)
    assert known.bound in {"tight", "outer"}
    assert all(isinstance(code, str) for code in known.categories.values())


def test_facts_beyond_doubt_and_limits(handan: es.Bulletin) -> None:
    assert es.reconcile(handan, EDUCATION, fixed=[0]).conflicts[0].facts == [1, 3]
    late = es.reconcile(handan, EDUCATION, time_limit=timedelta(0))
    assert (late.verdict, late.is_complete) == ("cannot_tell", False)
    with pytest.raises(es.CodeError):
        es.reconcile(handan, EDUCATION, "roughly")


def test_slips_of_two_prints_that_are_wrong_together() -> None:
    pytest.importorskip("edustat._reconcile", reason="edustat was built without Z3")
    prints = {
        "planned_area": "100万平方米",
        "started_area": "51万平方米",
        "start_rate": "15%",
        "completed_area": "32万平方米",
        "completion_rate": "23%",
    }
    catalogue = es.Catalogue.builtin("school_improvement")
    bulletin = es.Bulletin(
        [es.Fact(f"school_improvement.{item}", text) for item, text in prints.items()]
    )
    sure = {0: 3, 1: "3", 3: Fraction(3)}
    result = es.reconcile(bulletin, catalogue, weights=sure)
    assert result.least == [[2, 4]]
    found = [
        (one.fact, one.slip.kind, one.slip.figure.text, one.besides) for one in result.hypotheses
    ]
    assert found[:2] == [
        (2, "transposed", "51%", [4]),
        (4, "transposed", "32%", [2]),
    ]
    assert len(es.reconcile(bulletin, catalogue).least) > 1
    suspect = es.Suspect(2, es.Interval.closed(Fraction(1, 2), Fraction(53, 100)), besides=[4])
    (first, *_) = es.hypotheses(bulletin, catalogue, [suspect])
    assert (first.slip.figure.text, first.besides) == ("51%", [4])
    with pytest.raises(TypeError):
        es.reconcile(bulletin, catalogue, weights={0: 0.5})
    with pytest.raises(es.StructureError, match="fact 1 has weight -2"):
        es.reconcile(bulletin, catalogue, weights={1: -2})
    with pytest.raises(es.StructureError, match=r"no fact 5: there are 5, counted from 0"):
        es.reconcile(bulletin, catalogue, weights={5: 2})
    with pytest.raises(es.StructureError, match=r"no fact 9: there are 5, counted from 0"):
        es.reconcile(bulletin, catalogue, fixed=[9])


def test_without_z3_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "edustat._reconcile", None)
    with pytest.raises(es.DependencyError, match="libz3-dev") as caught:
        es.reconcile(es.Bulletin([]), EDUCATION)
    assert "没有安装" in caught.value.message(lang="zh")
