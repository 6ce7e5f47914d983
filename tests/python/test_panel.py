# SPDX-License-Identifier: Apache-2.0
"""Panels: what a table of facts is read as, and everything that is refused, with its rows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest

import edustat as es
from cities import COUNTIES, TREE, panel, two_months

NOVEMBER = es.Period.parse("2016-11")


def lines(error: es.Error) -> list[int]:
    return [fault.place.line for fault in error.faults]


def test_the_parts_of_a_panel() -> None:
    one = panel(two_months([1, 2, 3, 4, 5, 6, 7, 8]))
    assert one.rows == 8
    assert one.periods == [es.Period.parse("2016-10"), NOVEMBER]
    assert [series.name for series in one.series] == ["pupils"]
    assert one.series[0].places == 0
    assert one.set_aside == []
    assert one.tree == TREE
    assert one.hierarchy == ""
    assert repr(one) == "<Panel of 8 rows: 1 series, 2 periods>"


COLUMNS = two_months([10, 20, 30, None, 11, 21, 31, 41])


@pytest.mark.parametrize(
    "table",
    [
        COLUMNS,
        pyarrow.table(COLUMNS),
        pandas.DataFrame(COLUMNS).astype({"pupils": "Int64"}),
        polars.DataFrame(COLUMNS),
        polars.DataFrame(COLUMNS).with_columns(polars.col("region").cast(polars.Categorical)),
        duckdb.from_arrow(pyarrow.table(COLUMNS)),
        es.Table.from_arrow(COLUMNS),
        {**COLUMNS, "region": pyarrow.array(COUNTIES * 2).to_pylist()},
        {**COLUMNS, "period": ["2016-10"] * 4 + ["2016年11月"] * 4},
        {**COLUMNS, "region": numpy.array(COUNTIES * 2, dtype=object)},
    ],
    ids=[
        "mapping",
        "pyarrow",
        "pandas",
        "polars",
        "categorical",
        "duckdb",
        "table",
        "lists",
        "texts",
        "objects",
    ],
)
def test_every_source_gives_the_same_totals(table: Any) -> None:
    totals = es.roll_up(es.Panel.from_arrow(table, regions=TREE))
    assert totals.at(NOVEMBER, "pupils", "130000").value == 104
    assert totals.at("2016-10", "pupils", "130400").value == 30
    assert totals.gap("2016-10", "pupils", "130500") == "missing"


def test_columns_under_their_own_names() -> None:
    one = es.Panel.from_arrow(
        {"县": COUNTIES, "年": [2016] * 4, "甲": [1, 2, 3, 4], "乙": [1, 1, 1, 1], "注": ["x"] * 4},
        regions=TREE,
        region="县",
        period="年",
    )
    assert [series.name for series in one.series] == ["甲", "乙"]
    assert one.periods == [es.Period.year(2016)]


def test_periods_counted_from_the_first() -> None:
    one = panel(
        {"region": COUNTIES, "period": [0, 1, 2, 13], "pupils": [1, 2, 3, 4]},
        first_period="2016-01",
    )
    assert [str(period) for period in one.periods] == ["2016-01", "2016-02", "2016-03", "2017-02"]


def test_asked_columns() -> None:
    table = {**two_months([1] * 8), "area": ["1.50", "2", "0.25", "3", "1", "1", "1", "1"]}
    one = panel(table, columns=[es.Column("area", unit="平方米"), "pupils"])
    assert [series.name for series in one.series] == ["area", "pupils"]
    assert one.series[0].unit == es.Unit.parse("平方米")
    total = es.roll_up(one).at("2016-10", "area", "130000")
    assert total == es.Quantity(Fraction("6.75"), "平方米")


def test_floats_need_their_places() -> None:
    table = two_months([])
    table["pupils"] = numpy.array([0.1, 0.2, 0.3, 0.4, 1.0, 2.0, 3.0, 4.0])
    with pytest.raises(es.StructureError, match="places"):
        panel(table, columns=["pupils"])
    with pytest.raises(es.StructureError, match="no column"):
        panel(table)
    totals = es.roll_up(panel(table, columns=[es.Column("pupils", places=1)]))
    assert totals.at("2016-10", "pupils", "130000").value == 1
    assert totals.at("2016-10", "pupils", "130400").value == Fraction(3, 10)


def test_a_float_that_is_no_decimal_of_its_places_is_named_with_its_row() -> None:
    values = numpy.array([0.1, 0.25, 0.3, 1 / 3, 1.0, 2.0, 3.0, 4.0])
    with pytest.raises(es.ParseError) as caught:
        panel({**two_months([]), "pupils": values}, columns=[es.Column("pupils", places=1)])
    assert lines(caught.value) == [2, 4]


def test_unknown_regions_are_all_named() -> None:
    table = {"region": ["130402", "999999", "130403", "x"], "period": [2016] * 4, "pupils": [1] * 4}
    with pytest.raises(es.CodeError) as caught:
        panel(table)
    assert lines(caught.value) == [2, 4]
    one = panel(table, unknown="set_aside")
    assert [(fault.code, fault.place.line) for fault in one.set_aside] == [
        ("unknown_region", 2),
        ("unknown_region", 4),
    ]
    assert es.roll_up(one).at("2016", "pupils", "130400").value == 2


def test_repeated_keys_are_refused_or_added() -> None:
    table = {
        "region": ["130402", "130403", "130402", "130402"],
        "period": [2016] * 4,
        "pupils": [1, 2, 4, 8],
    }
    with pytest.raises(es.StructureError) as caught:
        panel(table)
    assert lines(caught.value) == [3, 4]
    totals = es.roll_up(panel(table, duplicates="add"))
    assert totals.at("2016", "pupils", "130402").value == 13
    assert totals.at("2016", "pupils", "130400").value == 15


def test_facts_of_inner_nodes_are_refused_by_default() -> None:
    table = {"region": [*COUNTIES, "130400"], "period": [2016] * 5, "pupils": [1, 2, 3, 4, 5]}
    with pytest.raises(es.StructureError) as caught:
        panel(table)
    assert lines(caught.value) == [5]


def test_categories_of_a_long_table() -> None:
    table = {
        "region": ["130402", "130402", "130403", "130403"],
        "period": [2016] * 4,
        "sex": ["f", "m", "f", "m"],
        "pupils": [1, 2, 3, 4],
    }
    one = panel(table, categories={"sex": "sex"})
    assert [series.name for series in one.series] == ["pupils[sex=f]", "pupils[sex=m]"]
    assert one.series[0].categories == {"sex": "f"}
    assert es.roll_up(one).at("2016", "pupils[sex=m]", "130400").value == 6


def test_measures_of_a_catalogue() -> None:
    catalogue = es.Catalogue.builtin("school_improvement")
    table = two_months([100, 200, 300, 400, 500, 600, 700, 800], "开工面积")
    one = panel(table, catalogue=catalogue)
    (series,) = one.series
    assert series.measure == "school_improvement.started_area"
    assert str(series.unit) == "平方米"
    assert series.time == "cumulative"


def test_what_the_catalogue_does_not_know_is_refused() -> None:
    catalogue = es.Catalogue.builtin("school_improvement")
    with pytest.raises(es.CodeError):
        panel(two_months([1] * 8), catalogue=catalogue)
    with pytest.raises(es.UnitError):
        panel(
            two_months([1] * 8),
            columns=[es.Column("pupils", "started_area", unit="元")],
            catalogue=catalogue,
        )


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"region": "nothing"}, es.StructureError),
        ({"columns": ["nothing"]}, es.StructureError),
        ({"columns": ["pupils", "pupils"]}, es.StructureError),
        ({"inner": "x"}, es.CodeError),
        ({"duplicates": "x"}, es.CodeError),
        ({"unknown": "x"}, es.CodeError),
        ({"hierarchy": "x"}, es.CodeError),
        ({"first_period": "x"}, es.ParseError),
        ({"threads": -1}, es.StructureError),
        ({"threads": 0.5}, TypeError),
        ({"threads": True}, TypeError),
        ({"columns": [0.5]}, TypeError),
        ({"progress": 3}, TypeError),
    ],
)
def test_options_that_mean_nothing(options: dict[str, Any], error: type) -> None:
    with pytest.raises(error):
        panel(two_months([1] * 8), **options)


@pytest.mark.parametrize(
    "values",
    [
        [Decimal("1.5"), Decimal("2"), 3, 4, 5, 6, 7, 8],
        ["1.5", "2", "3", "4", "5", "6", "7", "8"],
        numpy.array([1.5, 2, 3, 4, 5, 6, 7, 8]),
    ],
    ids=["decimals", "texts", "floats"],
)
def test_numbers_in_every_form(values: Any) -> None:
    one = panel(two_months(values), columns=[es.Column("pupils", places=1)])
    assert es.roll_up(one).at("2016-10", "pupils", "130400").value == Fraction(7, 2)


def test_periods_that_are_none_are_named() -> None:
    table = {"region": COUNTIES, "period": ["2016-10", "x", "2016-13", "2016"], "pupils": [1] * 4}
    with pytest.raises(es.ParseError) as caught:
        panel(table)
    assert lines(caught.value) == [2, 3]


def test_an_empty_table_is_an_empty_panel() -> None:
    table = pyarrow.table(
        {
            "region": pyarrow.array([], "string"),
            "period": pyarrow.array([], "int32"),
            "pupils": pyarrow.array([], "int64"),
        }
    )
    one = es.Panel.from_arrow(table, regions=TREE)
    assert (one.rows, one.periods) == (0, [])


def test_a_column_declares_itself() -> None:
    column = es.Column("a", "b", unit="元", places=2, marks={"c": "suppressed"}, inner="own")
    assert column.measure == "b"
    assert column.unit == es.Unit.parse("元")
    assert column.marks == {"c": "suppressed"}
    assert (column.inner, column.places, column.precision) == ("own", 2, None)
    assert column != es.Column("a", "b")
    assert es.Column("a").measure is None
