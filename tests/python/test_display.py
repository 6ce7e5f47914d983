# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of a result that is a table."""

from __future__ import annotations

import re
import sys
from decimal import Decimal

import pytest

import edustat as es

TREE = es.RegionTree(
    [
        {"code": "city", "name": "A<B & 市", "level": "city", "parent": ""},
        {"code": "one", "name": "一", "level": "county", "parent": "city"},
        {"code": "two", "name": "二", "level": "county", "parent": "city"},
    ]
)
TABLE = {
    "code": ["one", "two"],
    "year": [2016, 2016],
    "started_area": [60, None],
    "planned_area": [100, 100],
}


def panel() -> es.Panel:
    catalogue = es.Catalogue.builtin("school_improvement")
    return es.Panel.from_arrow(
        TABLE, regions=TREE, region="code", period="year", catalogue=catalogue
    )


def cells_of(html: str) -> list[list[str]]:
    """The texts of a table, row by row."""
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in html.split("</tr>")[:-1]]


def test_a_table_keeps_every_digit_and_shows_gaps() -> None:
    table = es.Table.from_arrow(
        {"name": ["x", None], "count": [2**60 + 1, None], "rate": [Decimal("94.30"), None]}
    )
    assert cells_of(table._repr_html_()) == [
        ["name", "count", "rate"],
        ["x", "1152921504606846977", "94.30"],
        ["—", "—", "—"],
    ]


def test_numbers_stand_to_the_right_and_texts_to_the_left() -> None:
    html = es.Table.from_arrow({"name": ["x"], "count": [1]})._repr_html_()
    assert re.findall(r"text-align: (\w+)", html) == ["left", "right", "left", "right"]


def test_floats_have_six_digits() -> None:
    numpy = pytest.importorskip("numpy")
    table = es.Table.from_arrow({"gini": numpy.array([1 / 3, 2.0])})
    assert cells_of(table._repr_html_())[1:] == [["0.333333"], ["2"]]


@pytest.mark.parametrize(("rows", "shown"), [(40, 40), (41, 20)])
def test_a_long_table_is_cut(rows: int, shown: int) -> None:
    html = es.Table.from_arrow({"row": list(range(rows))})._repr_html_()
    assert [int(row[0]) for row in cells_of(html)[1:]] == list(range(shown))
    assert ("<p>... 21 more rows</p>" in html) == (rows == 41)


def test_totals_indicators_and_audits_show_as_tables() -> None:
    totals = es.roll_up(panel())
    catalogue = es.Catalogue.builtin("school_improvement")
    rates = es.evaluate(totals, catalogue, indicators=["start_rate"])
    for result in (totals, rates, es.audit(totals, catalogue)):
        assert cells_of(result._repr_html_())[0] == result.to_table().column_names
    assert '<td style="text-align: left">A&lt;B &amp; 市</td>' in totals._repr_html_()
    rows = {row[2]: row[-1] for row in cells_of(rates._repr_html_())}
    assert (rows["一"], rows["二"]) == ("60.00", "—")


def test_without_pyarrow_a_notebook_shows_the_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    table = es.Table.from_arrow({"row": [1]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert table._repr_html_() is None
