# SPDX-License-Identifier: Apache-2.0
"""Relations of a catalogue on every row of a panel."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

import pytest

import edustat as es
from cities import PROVINCE, panel, two_months

CATALOGUE = es.Catalogue.builtin("school_improvement")
PLANNED = [20, 30, 40, 50, 24, 30, 40, 50]
# In October 130402 has started more than was planned. In November 信都区 has not reported.
STARTED = [21, 20, 30, 40, 12, 24, 36, None]


def facts(*printed: Any) -> es.Panel:
    table = {**two_months(STARTED, "started_area"), "planned_area": PLANNED}
    columns: list[Any] = ["started_area", "planned_area"]
    if printed:
        table["rate"] = list(printed)
        columns.append(es.Column("rate", "start_rate", places=2))
    return panel(table, columns=columns, catalogue=CATALOGUE)


def check_of(audit: es.PanelAudit, rule: str) -> es.PanelAudit.Check:
    return next(one for one in audit.checks if one.rule == "school_improvement." + rule)


def test_a_relation_is_judged_on_every_row() -> None:
    audit = es.audit(facts(), CATALOGUE)
    assert audit.verdict == "impossible"
    (finding,) = [one for one in audit if one.rule.endswith("started_within_planned")]
    assert finding.verdict == "impossible"
    assert finding.severity == "soft"
    assert str(finding.period) == "2016-10"
    assert [str(one.figure) for one in finding.inputs] == ["21平方米", "20平方米"]
    assert finding.interval.low == Fraction(20)
    assert "矛盾" in finding.explain("zh")
    check = check_of(audit, "started_within_planned")
    assert (check.kind, check.severity) == ("rule", "soft")
    assert check.statement == ("school_improvement.started_area <= school_improvement.planned_area")
    assert check.impossible == 1
    assert check.gaps == 3


def test_printed_rates_are_held_against_their_formula() -> None:
    # 21/20 is 105%, 20/30 is 66.666...%, 30/40 is 75%, 40/50 is 80%.
    printed = ["105.00", "66.66", "75.00", "80.00", "50.00", "80.00", "90.00", "11.00"]
    audit = es.audit(facts(*printed), CATALOGUE)
    check = check_of(audit, "start_rate")
    assert (check.kind, check.consistent, check.impossible) == ("indicator", 6, 1)
    table = audit.to_arrow().to_pylist()
    (row,) = [one for one in table if one["kind"] == "indicator"]
    assert row["code"] == "130403"
    assert row["verdict"] == "impossible"
    assert row["label"] == "开工率"
    assert row["label_en"] == "start rate"
    assert row["right"] == "2/3"
    assert row["left"] == "[13331/20000, 13333/20000]"


def test_printed_rates_enter_no_formula() -> None:
    rates = es.evaluate(facts(*["1.00"] * 8), CATALOGUE, indicators=["start_rate"])
    assert str(rates.rounded("2016-10", "start_rate", "130403")) == "66.67"
    # They are not added up either.
    totals = rates.totals
    assert totals.gap("2016-10", "start_rate", PROVINCE) == "missing"


def test_an_explanation_covers_a_soft_finding() -> None:
    rule = "school_improvement.started_within_planned"
    stored = es.Explanation(rule, "plan was changed", scope=es.Scope.parse("130402"))
    audit = es.audit(facts(), CATALOGUE, explanations=[stored])
    assert audit[0].explanation == stored
    fallen = es.Explanation("school_improvement.started_area", "recounted")
    everywhere = [
        es.Explanation(fallen.relation, fallen.text, scope=es.Scope.parse(name))
        for name in ("邯郸市", "邯山区")
    ]
    assert audit.verdict == "impossible"
    assert es.audit(facts(), CATALOGUE, explanations=[stored, *everywhere]).verdict == "consistent"


def test_relations_without_series_are_left_out() -> None:
    audit = es.audit(facts(), CATALOGUE)
    rules = {fault.arguments[0] for fault in audit.left_out}
    assert "school_improvement.completed_within_started" in rules


def test_it_is_iterated_copied_and_shown() -> None:
    audit = es.audit(facts(), CATALOGUE)
    assert len(list(audit)) == len(audit) == audit.to_table().num_rows
    with pytest.raises(IndexError):
        audit[len(audit)]
    assert copy.copy(audit).verdict == audit.verdict
    assert repr(audit).startswith("<PanelAudit: impossible, ")
    assert "gaps>" in repr(audit.checks[0])
    assert audit.to_pandas().shape[0] == audit.to_polars().height == len(audit)


def test_any_number_of_threads_and_progress() -> None:
    shares: list[float] = []
    one = es.audit(facts(), CATALOGUE, threads=1, progress=shares.append)
    two = es.audit(facts(), CATALOGUE, threads=2)
    assert one.to_arrow() == two.to_arrow()
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
