# SPDX-License-Identifier: Apache-2.0
"""Balanced rounding, apportionment, and the recognition of prints that were balanced."""

from __future__ import annotations

import copy
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

import edustat as es

ONES = ["1.4", "1.4", "1.4"]
TWOS = [[2, 2], [2, 2]]


def test_parts_add_up_to_their_rounded_total() -> None:
    result = es.balanced_round(ONES)
    assert result.parts == [2, 1, 1]
    assert result.total == 4
    assert repr(result) == "<BalancedParts: 3 parts, total 4, 1 moved>"


def test_a_moved_part_says_what_it_was() -> None:
    (moved,) = es.balanced_round([43333, 23333, 33334], scale=("元", "万元")).moved
    assert (moved.row, moved.column) == (2, None)
    assert moved.value == Fraction("3.3334")
    assert (moved.rounded, moved.balanced) == (Decimal(3), Decimal(4))
    assert repr(moved) == "<MovedFigure 2, None: 16667/5000 as 4, not 3>"


def test_figures_come_in_every_exact_form() -> None:
    parts = [1, Fraction(1, 3), Decimal("0.5"), "1/6"]
    assert es.balanced_round(parts, 1).parts == [
        Decimal(text) for text in (["1.0", "0.3", "0.5", "0.2"])
    ]
    assert [str(part) for part in es.balanced_round(parts, 1).parts] == ["1.0", "0.3", "0.5", "0.2"]


def test_scale_is_a_number_or_two_units() -> None:
    parts = [10050, 10050, 9900]
    by_units = es.balanced_round(parts, 2, scale=("元", "万元"))
    assert [str(part) for part in by_units.parts] == ["1.01", "1.00", "0.99"]
    assert es.balanced_round(parts, 2, scale=10000).parts == by_units.parts
    assert es.balanced_round(parts, 2, scale=(es.Unit.parse("元"), "万元")).parts == by_units.parts
    with pytest.raises(es.UnitError):
        es.balanced_round(parts, scale=("元", "平方米"))


def test_a_step_stands_instead_of_places() -> None:
    assert es.balanced_round([12, 12, 12], step=5).parts == [15, 10, 10]
    assert es.balanced_round([120, 130, 55], step="1E+1").total == 310


def test_a_printed_total_is_kept() -> None:
    assert es.balanced_round(ONES, total=5).parts == [2, 2, 1]
    with pytest.raises(es.StructureError, match="cannot add up to 7: a multiple of 1 from 3 to 6"):
        es.balanced_round(ONES, total=7)


def test_a_table_holds_every_sum() -> None:
    table = es.balanced_table([["1.3", "1.3"], ["1.3", "1.4"]])
    assert table.cells == [[1, 1], [1, 2]]
    assert table.row_totals == [2, 3]
    assert table.column_totals == [2, 3]
    assert table.total == 5
    places = [(moved.row, moved.column) for moved in table.moved]
    assert places == [(1, 1), (0, None), (None, 0)]
    assert repr(table) == "<BalancedTable: 2 by 2, total 5, 3 moved>"


cells = st.fractions(min_value=-50, max_value=50, max_denominator=40)


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=5)
    )
)
def test_every_table_can_be_balanced(rows: list[list[Fraction]]) -> None:
    table = es.balanced_table(rows, 1)
    assert [sum(row) for row in table.cells] == table.row_totals
    assert [sum(column) for column in zip(*table.cells, strict=True)] == table.column_totals
    assert sum(table.row_totals) == sum(table.column_totals) == table.total
    assert table.total == es.round_to(sum(map(sum, rows), Fraction(0)), 1)
    for exact, given_row in zip(rows, table.cells, strict=True):
        for value, cell in zip(exact, given_row, strict=True):
            assert abs(value - Fraction(cell)) < Fraction(1, 10)


@given(st.lists(cells, min_size=1, max_size=30))
def test_every_list_can_be_balanced(parts: list[Fraction]) -> None:
    result = es.balanced_round(parts, 1)
    assert sum(result.parts) == result.total == es.round_to(sum(parts, Fraction(0)), 1)
    moved = {figure.row for figure in result.moved}
    for number, (value, part) in enumerate(zip(parts, result.parts, strict=True)):
        assert abs(value - Fraction(part)) < Fraction(1, 10)
        assert (part != es.round_to(value, 1)) == (number in moved)


def test_shares_add_up_to_one_hundred_percent() -> None:
    result = es.balanced_shares([1, 1, 1])
    assert [str(share) for share in result.shares] == ["33.34", "33.33", "33.33"]
    assert str(result.whole) == "100.00"
    assert [moved.row for moved in result.moved] == [0]
    assert repr(result) == "<BalancedShares: 3 shares of 100.00, 1 moved>"


def test_absent_weights_are_left_out_on_request_only() -> None:
    with pytest.raises(es.StructureError, match="figure 2 is absent") as caught:
        es.balanced_shares([1, None, 1])
    assert caught.value.code == "gap_in_figures"
    assert es.balanced_shares([1, None, 1], absent="left_out").shares == [50, None, 50]
    nothing = es.balanced_shares([None, None], absent="left_out")
    assert nothing.shares == [None, None]
    assert nothing.whole is None
    assert repr(nothing) == "<BalancedShares: 2 shares of nothing known, 0 moved>"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: es.balanced_round([]), "there are no figures"),
        (lambda: es.balanced_round([1, None]), "figure 2 is absent"),
        (lambda: es.balanced_round(ONES, -2), "cannot balance to -2 decimal places.*step=100"),
        (lambda: es.balanced_round(ONES, step=0), "the step must be above 0"),
        (lambda: es.balanced_round(ONES, scale=0), "the scale must be above 0"),
        (lambda: es.balanced_round(ONES, 0, step=5), "to 0 decimal places and to multiples of 5"),
        (lambda: es.balanced_table([[1]], 1, step="0.5"), "to 1 decimal places and to multiples"),
        (lambda: es.balanced_table([[1], [None]]), "^row 2: figure 1 is absent"),
        (lambda: es.balanced_table([[1, 2], [3]]), "row 2 has 1 cells where the first has 2"),
        (lambda: es.balanced_table([[], [1]]), "row 2 has 1 cells where the first has 0"),
        (lambda: es.balanced_shares([1, 1], -1), "at least 0 are expected"),
        (lambda: es.balanced_shares([1, -1]), "weight 2 is -1, below 0"),
        (lambda: es.balanced_shares([0, 0]), "the weights add up to 0"),
        (lambda: es.balanced_shares([1], whole=0), "shares cannot add up to 0"),
        (lambda: es.apportion([1, None], 3), "figure 2 is absent"),
        (lambda: es.apportion([1], -3), "cannot divide -3 places"),
        (lambda: es.is_within_quota([1, 1], [1]), "2 figures stand against 1"),
        (lambda: es.recognise_balance([1], [1, 2], 3), "1 figures stand against 2"),
        (lambda: es.recognise_balance([1, None], [1, 2], 3), "^values: figure 2 is absent"),
        (lambda: es.recognise_balance([1, 2], [None, None], 3), "^prints: figure 1, 2 is absent"),
        (lambda: es.recognise_balance([1], [1], None), "^total: figure 1 is absent"),
        (lambda: es.recognise_balance([1], [1], 1, step=0), "the step must be above 0"),
        (lambda: es.recognise_balance([1], [1], 1, precision="exact"), "'exact', known are: near"),
        (lambda: es.recognise_balanced_table([[None]], TWOS), "^values: row 1: figure 1 is absent"),
        (
            lambda: es.recognise_balanced_table([[1]], [[1, 1], [1, None]]),
            "^prints: row 2: figure 2 is absent",
        ),
        (
            lambda: es.recognise_balanced_table([[1], [1]], TWOS),
            r"prints need 3 rows \(2 and one of totals\), there are 2",
        ),
        (
            lambda: es.recognise_balanced_table([[1]], [[1, 1], [1]]),
            r"row 2 of the prints has 1 cells, 2 are expected \(1 and one of totals\)",
        ),
        (lambda: es.apportion([1], 3, "largest"), "largest_remainder"),
    ],
)
def test_refusals_say_what_is_expected(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(es.Error, match=message):
        call()


@pytest.mark.parametrize("value", [0.5, True, numpy.float64(0.5), float("nan")])
def test_floats_are_refused_with_a_sentence(value: Any) -> None:
    for call in (
        lambda: es.balanced_round([1, value]),
        lambda: es.balanced_table([[1, value]]),
        lambda: es.balanced_shares([1, value]),
        lambda: es.apportion([1, value], 3),
        lambda: es.recognise_balance([1, value], [1, 2], 3),
        lambda: es.recognise_balance([1, 2], [1, value], 3),
    ):
        with pytest.raises(TypeError, match="cannot take"):
            call()
    with pytest.raises(TypeError, match="cannot take"):
        es.balanced_round(numpy.array([0.5, 1.5]))  # type: ignore[arg-type]


def test_refusals_are_in_chinese_too() -> None:
    with pytest.raises(es.StructureError) as caught:
        es.balanced_round([1, None])
    assert (
        caught.value.message("zh")
        == "第 2 项缺数，合计无从得知：请补上，或去掉该项后只平衡其余各项"
    )
    with pytest.raises(es.StructureError) as caught:
        es.recognise_balanced_table([[1]], [[1, 1], [None, 1]])
    assert caught.value.code == "gap_in_row"
    assert (
        caught.value.message("zh") == "prints：第 2 行第 1 项缺数，合计无从得知：表中每格都应有数"
    )


@pytest.mark.parametrize(
    ("method", "expected"),
    [  # Balinski and Young 1975: weights of 10,000 and 100 places
        ("largest_remainder", [51, 44, 2, 2, 1]),
        ("quota", [52, 44, 2, 1, 1]),
        ("dhondt", [52, 45, 1, 1, 1]),
        ("sainte_lague", [51, 43, 2, 2, 2]),
    ],
)
def test_places_are_divided_by_method(method: str, expected: list[int]) -> None:
    weights = [5117, 4400, 162, 161, 160]
    assert es.apportion(weights, 100, method) == expected
    assert es.is_within_quota(weights, expected) == (method in ("largest_remainder", "quota"))


def test_a_balanced_list_is_recognised() -> None:
    finding = es.recognise_balance(ONES, ["1", "2", "1"], 4)
    assert finding.kind == "balanced"
    assert finding.is_least is True
    assert [(one.row, str(one.printed)) for one in finding.moved] == [(1, "2")]
    assert finding.moved[0].value == es.Interval.exactly(Fraction("1.4"))
    assert repr(finding) == "<BalanceFinding: balanced, 1 moved>"
    assert repr(finding.moved[0]) == "<Print 1, None: 2 for [7/5, 7/5]>"
    assert es.recognise_balance(ONES, [1, 1, 1], 4).kind == "ordinary"
    assert es.recognise_balance(ONES, [1, 1, 1], 3).kind == "summed"
    assert es.recognise_balance(ONES, [1, 3, 0], 4).kind == "neither"


def test_equal_claims_are_refused_though_another_part_overtook_them() -> None:
    with pytest.raises(es.StructureError, match="parts 2, 3 have equal claims") as caught:
        es.apportion([9, 1, 1], 9, "quota", equal_claims="refused")
    assert caught.value.code == "equal_claims"
    assert es.apportion([9, 1, 1], 9, "quota") == [8, 1, 0]


def test_without_places_every_quota_is_zero() -> None:
    assert es.is_within_quota([0, 0], es.apportion([0, 0], 0))


def test_prints_made_with_a_step_are_recognised() -> None:
    made = es.balanced_round([12, 12, 12], step=5)
    assert es.recognise_balance([12, 12, 12], made.parts, made.total).kind == "neither"
    finding = es.recognise_balance([12, 12, 12], made.parts, made.total, step=5)
    assert (finding.kind, finding.is_least) == ("balanced", True)
    table = es.balanced_table([[12, 12], [12, 12]], step=5)
    prints = [[*row, total] for row, total in zip(table.cells, table.row_totals, strict=True)]
    prints.append([*table.column_totals, table.total])
    found = es.recognise_balanced_table([[12, 12], [12, 12]], prints, step=5)
    assert (found.kind, found.is_least) == ("balanced", True)


def test_mixed_places_are_told_by_the_step() -> None:
    assert es.recognise_balance(ONES, [1, 2, 1], "4.0").kind == "neither"
    assert es.recognise_balance(ONES, [1, 2, 1], "4.0", step=1).kind == "balanced"


@pytest.mark.parametrize(
    ("values", "prints", "precision", "is_least"),
    [
        (["1.6", "0.9"], [1, 1], "half_even", True),
        (["1.6", "0.9"], [2, 0], "half_even", False),
        (["1.7", "1.9"], [1, 2], "truncated", True),
        (["1.7", "1.9"], [2, 2], "truncated", True),
        (["1.7", "1.9"], [2, 1], "truncated", False),
    ],
)
def test_a_table_of_one_row_is_a_list(
    values: list[str], prints: list[int], precision: str, is_least: bool
) -> None:
    line = [*prints, sum(prints)]
    alone = es.recognise_balance(values, prints, sum(prints), precision=precision)
    table = es.recognise_balanced_table([values], [line, line], precision=precision)
    assert alone.kind == table.kind == "balanced"
    assert alone.is_least is table.is_least is is_least


def test_values_may_be_intervals() -> None:
    values = [es.Interval.parse("[27/20, 29/20]"), "1.4", Fraction(7, 5)]
    finding = es.recognise_balance(values, [2, 1, 1], 4)
    assert finding.kind == "balanced"
    assert finding.is_least is None


def test_a_balanced_table_is_recognised() -> None:
    rows = [["13000", "13000"], ["13000", "14000"]]
    prints = [[1, 1, 2], [1, 2, 3], [2, 3, 5]]
    finding = es.recognise_balanced_table(rows, prints, scale=("元", "万元"))
    assert finding.kind == "balanced"
    assert finding.is_least is True
    assert [(one.row, one.column) for one in finding.moved] == [(0, None), (1, 1), (None, 0)]
    prints[0][2] = 3
    broken = es.recognise_balanced_table(rows, prints, scale=10000).broken
    assert [(one.row, one.column) for one in broken] == [(0, None), (None, None)]


def test_results_copy_as_themselves() -> None:
    result = es.balanced_round(ONES)
    assert copy.deepcopy(result) is result
    assert copy.copy(result.moved[0]).row == 0
