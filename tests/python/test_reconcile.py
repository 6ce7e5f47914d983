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


def test_without_z3_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "edustat._reconcile", None)
    with pytest.raises(es.DependencyError, match="libz3-dev") as caught:
        es.reconcile(es.Bulletin([]), EDUCATION)
    assert "没有安装" in caught.value.message(lang="zh")
