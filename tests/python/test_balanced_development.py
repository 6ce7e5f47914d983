# SPDX-License-Identifier: Apache-2.0
"""The assessment of balanced development, from tables of schools."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas
import polars
import pyarrow
import pytest

import edustat as es

MEASURES = [
    "teachers",
    "teachers_above_required_degree",
    "teachers_mid_title",
    "teaching_area",
    "sports_area",
    "equipment_value",
    "computers",
    "books",
]


def two_schools(low: int, high: int) -> dict[str, list[Any]]:
    table: dict[str, list[Any]] = {
        "name": ["甲校", "乙校"],
        "kind": ["小学", "小学"],
        "primary_pupils": [100, 100],
    }
    return table | {measure: [low, high] for measure in MEASURES}


@pytest.mark.parametrize("frame", [dict, pandas.DataFrame, polars.DataFrame, pyarrow.table])
def test_tables_of_every_kind(frame: Any) -> None:
    result = es.balanced_development(frame(two_schools(700, 3300)))
    assert len(result.indicators) == 8
    assert result.rounded_mean == Decimal("0.65")
    assert result.is_met
    assert result.indicators[0].threshold == Fraction(13, 20)
    assert list(result.indicators[0].variation.contributions) == pytest.approx([0.5, 0.5])


def test_exact_and_rounded_verdicts_may_differ() -> None:
    result = es.balanced_development(two_schools(6999, 33001))
    assert not result.is_met
    assert result.is_met_rounded
    lift = result.indicators[0].lift
    assert lift is not None
    assert lift.schools == [0]
    assert lift.floor == Fraction("70.01")  # (330.01 - f) / (330.01 + f) is 0.65 at 70.0021...
    assert lift.amount == 2


def test_kinds_are_left_out_by_name() -> None:
    table = two_schools(700, 3300)
    table["kind"] = ["小学", "教学点"]
    result = es.balanced_development(table, left_out=["教学点"], source="本省实施办法")
    assert (result.schools, result.left_out, result.without_pupils) == ([0], [1], [])


def test_a_gap_is_refused_with_its_school() -> None:
    table = two_schools(700, 3300)
    table["books"] = [700, None]
    with pytest.raises(es.StructureError, match="乙校: column 'books' has no value"):
        es.balanced_development(table)
    table["primary_pupils"] = [100, None]
    with pytest.raises(es.StructureError, match="primary_pupils:2"):
        es.balanced_development(table)


def test_a_column_of_no_measure_is_refused() -> None:
    with pytest.raises(es.CodeError):
        es.balanced_development(two_schools(1, 2) | {"pools": [0, 1]})


def test_columns_are_equally_long() -> None:
    with pytest.raises(es.StructureError, match="books"):
        es.balanced_development(two_schools(1, 2) | {"books": [1]})


def test_every_rule_says_where_it_stands() -> None:
    table = two_schools(700, 3300) | {"junior_pupils": [0, 100]}
    rules = es.balanced_development(table, left_out=["教学点"], source="本省实施办法").rules
    assert (rules.regime, rules.stage, rules.regulation) == ("basic", "primary", "教督〔2012〕3号")
    assert (rules.left_out, rules.source) == (["教学点"], "本省实施办法")
    assert rules.split == ["teaching_area", "sports_area", "equipment_value", "computers", "books"]
    assert "差异系数测算说明" in rules.split_source
    assert (rules.primary_share, rules.junior_share, rules.senior_share) == (
        1,
        Fraction(11, 10),
        Fraction(33, 25),
    )
    assert (rules.tolerated, rules.may_miss) == (Fraction(17, 20), 1)
    assert es.threshold_of("high_quality", "junior") == Fraction(9, 20)


def test_what_is_split_can_be_named() -> None:
    table = two_schools(700, 3300) | {"junior_pupils": [0, 100]}
    result = es.balanced_development(table, split=["books"], split_source="县里的规定")
    amounts = {one.id: one.amounts for one in result.indicators}
    assert amounts["b_books"] == [700, Fraction(3300) / Fraction("2.1")]
    assert amounts["b_computers"] == [700, 3300]
    assert result.rules.split_source == "县里的规定"
    with pytest.raises(es.CodeError, match="pools"):
        es.balanced_development(table, split=["pools"])
