# SPDX-License-Identifier: Apache-2.0
"""Indicators of a catalogue on panels: ratios of sums, gaps, ranks and tables."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest

import edustat as es
from cities import COUNTIES, PROVINCE, panel, two_months

CATALOGUE = es.Catalogue.builtin("school_improvement")
OCTOBER = es.Period.parse("2016-10")

# In October nobody has a gap. In November 信都区 has not reported, and 襄都区 has planned nothing.
STARTED = [10, 20, 30, 40, 12, 24, 36, None]
PLANNED = [20, 30, 40, 50, 24, 30, 0, 50]


def facts(started: list[Any], planned: list[Any]) -> es.Panel:
    table = {**two_months(started, "started_area"), "planned_area": planned}
    return panel(table, columns=["started_area", "planned_area"], catalogue=CATALOGUE)


def start_rates(**options: Any) -> es.Indicators:
    return es.evaluate(facts(STARTED, PLANNED), CATALOGUE, indicators=["start_rate"], **options)


def test_a_rate_is_a_ratio_of_sums() -> None:
    rates = start_rates()
    assert rates.rounded("2016-10", "start_rate", "130400") == Decimal("60.00")
    assert rates.rounded("2016-10", "开工率", PROVINCE) == Decimal("71.43")
    assert rates.at("2016-10", "start_rate", PROVINCE) == es.Quantity(Fraction(100, 140) * 100, "%")
    assert rates.gap("2016-10", "start_rate", PROVINCE) is None
    assert str(rates.rounded("2016-10", "start_rate", "130402")) == "50.00"


def test_the_parts_of_a_column() -> None:
    (column,) = start_rates().columns
    assert column.name == "start_rate"
    assert column.indicator == "school_improvement.start_rate"
    assert column.label == es.Label("开工率", "start rate")
    assert (column.places, column.rounding, str(column.unit)) == (2, "half_up", "%")
    assert column.formula == "started_area / planned_area"
    assert column.categories == {}
    assert "1 columns" in repr(start_rates())


def test_coverage_is_that_of_the_least_known_input() -> None:
    rates = start_rates()
    assert rates.coverage("2016-10", "start_rate", PROVINCE) == (4, 4)
    assert rates.coverage("2016-11", "start_rate", PROVINCE) == (3, 4)
    (row,) = [
        one
        for one in rates.to_arrow("long").to_pylist()
        if one["period"] == "2016-11" and one["code"] == PROVINCE
    ]
    assert (row["known"], row["due"], row["status"]) == (3, 4, "missing")


def test_gaps_keep_their_reason() -> None:
    rates = start_rates()
    rows = [row.code for row in rates.totals.rows]
    statuses = dict(zip(rows, rates.statuses("2016-11", "start_rate"), strict=True))
    assert statuses["130403"] == "complete"
    assert statuses["130502"] == "undefined"
    assert statuses["130503"] == "missing"
    assert statuses["130500"] == "missing"
    assert rates.gap("2016-11", "start_rate", "130502") == "undefined"
    assert rates.at("2016-11", "start_rate", "130503") is None
    assert rates.rounded("2016-11", "start_rate", "130500") is None
    values = dict(zip(rows, rates.values("2016-11", "start_rate"), strict=True))
    assert values["130400"] == Decimal("66.67")
    assert values["130500"] is None


def test_the_known_part_on_request() -> None:
    rates = start_rates(partial="known_part")
    assert rates.rounded("2016-11", "start_rate", "130500") == Decimal("72.00")
    assert rates.statuses("2016-11", "start_rate")[2] == "partial"


def test_ranks_among_siblings_and_among_all() -> None:
    rates = start_rates()
    rows = [row.code for row in rates.totals.rows]

    def ranks(period: int, **options: Any) -> dict[str, Any]:
        return dict(zip(rows, rates.rank("start_rate", **options)[period], strict=True))

    assert [ranks(0)[code] for code in COUNTIES] == [2, 1, 2, 1]
    assert [ranks(0, among="level")[code] for code in COUNTIES] == [4, 3, 2, 1]
    lowest = ranks(0, among="level", order="lowest_first")
    assert [lowest[code] for code in COUNTIES] == [1, 2, 3, 4]
    assert [ranks(1, among="level")[code] for code in COUNTIES] == [2, 1, None, None]
    with pytest.raises(es.CodeError):
        rates.rank("start_rate", order="x")


def test_totals_and_panels_give_the_same() -> None:
    one = facts(STARTED, PLANNED)
    from_totals = es.evaluate(es.roll_up(one), CATALOGUE, indicators=["start_rate"])
    assert from_totals.to_arrow() == start_rates().to_arrow()


def test_what_the_series_do_not_allow_is_left_out() -> None:
    found = es.evaluate(facts(STARTED, PLANNED), CATALOGUE)
    assert "start_rate" in [column.name for column in found.columns]
    assert "completion_rate" not in [column.name for column in found.columns]
    assert any("completion_rate" in str(fault) for fault in found.left_out)
    with pytest.raises(es.StructureError):
        es.evaluate(facts(STARTED, PLANNED), CATALOGUE, indicators=["completion_rate"])
    with pytest.raises(es.CodeError):
        es.evaluate(facts(STARTED, PLANNED), CATALOGUE, indicators=["x"])
    with pytest.raises(es.CodeError):
        start_rates().at("2016-10", "completion_rate", PROVINCE)


def test_the_wide_table() -> None:
    rows = start_rates().to_arrow().to_pylist()
    assert len(rows) == 14
    assert rows[0] == {
        "level": "province",
        "code": PROVINCE,
        "name": "河北省",
        "parent": None,
        "period": "2016-10",
        "start_rate": Decimal("71.43"),
    }
    assert rows[-1]["start_rate"] is None


def test_the_long_table() -> None:
    frame = start_rates().to_polars("long")
    assert frame.columns == [
        *["level", "code", "name", "parent", "period", "indicator"],
        *["value", "unit", "status", "numerator", "denominator", "known", "due"],
    ]
    assert frame.row(0)[5:] == (
        "school_improvement.start_rate",
        Decimal("71.43"),
        "%",
        "complete",
        500,
        7,
        4,
        4,
    )
    assert frame.row(-1)[6:] == (None, "%", "missing", None, None, 0, 1)
    with pytest.raises(es.CodeError):
        start_rates().to_table("x")


@pytest.mark.parametrize("seed", range(10))
def test_rates_are_those_of_python(seed: int) -> None:
    source = random.Random(seed)
    size = source.choice([100, 10**6, 10**12])
    started = [source.randrange(size) for _ in range(8)]
    planned = [source.randrange(1, size) for _ in range(8)]
    rates = es.evaluate(facts(started, planned), CATALOGUE, indicators=["start_rate"])
    for number, period in enumerate(rates.totals.periods):
        for row in rates.totals.rows:
            prefix = row.code if row.level == "county" else row.code.rstrip("0")
            inside = [4 * number + i for i in range(4) if COUNTIES[i].startswith(prefix)]
            exact = Fraction(sum(started[i] for i in inside), sum(planned[i] for i in inside)) * 100
            assert rates.at(period, "start_rate", row.code).value == exact
            places = Decimal(int(exact * 10**6)) / 10**6  # far from a tie, or on it
            if exact * 1000 % 10 != 5:
                expected = places.quantize(Decimal("0.01"), ROUND_HALF_UP)
                assert rates.rounded(period, "start_rate", row.code) == expected


def test_threads_and_progress() -> None:
    shares: list[float] = []
    once = start_rates(threads=1, progress=shares.append)
    assert shares[-1] == 1.0
    assert start_rates(threads=4).to_arrow() == once.to_arrow()
