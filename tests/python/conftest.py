# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import edustat as es

ROOT = Path(__file__).parents[2]

DOLLAR = es.Unit("美元", "USD", es.Dimension(es.Kind("us_dollar", "measuring")), 1)
DOLLARS = es.UnitSystem().define(DOLLAR, ["美金"])

# One of every shape that a value type can have.
VALUES: list[Any] = [
    es.Place(),
    es.Place("facts.csv", 3, 14, "Sheet1", "B7"),
    es.Fault("unknown_unit", ["亩x"], es.Place(line=2)),
    es.Interval.parse("[1/2, 3/4)"),
    es.Interval.parse("(-inf, 7]"),
    es.Interval.everything(),
    es.Interval.exactly(Fraction(2**70, 3)),
    es.Suspect(3, es.Interval.closed(1, 2)),
    es.Kind("desk_set", "counting"),
    es.Dimension(),
    es.Dimension(es.Kind("money", "measuring")) / es.Dimension(es.Kind("person", "counting")),
    es.Unit(),
    es.Unit.parse("万元/人"),
    es.Unit.parse("亩"),
    DOLLAR,
    DOLLAR / es.Unit.parse("所"),
    es.UnitSystem(),
    DOLLARS,
    es.Figure("176.4万平方米"),
    es.Figure("约12.2万㎡"),
    es.Figure("410人"),
    es.Figure("6xx万册"),
    es.Figure("94.3%", last_place="0.01%"),
    es.Figure("12000", last_place=1000),
    es.Figure("410人", last_place=10),
    es.Figure("63.82").with_unit("%"),
    es.Figure("4.20").with_unit("万元"),
    es.Figure("300", last_place=100).with_unit("万元"),
    es.Figure("410").with_unit("人"),
    es.Figure("3.5万美元", units=DOLLARS),
    es.Figure("3.5万美金", units=DOLLARS, last_place=10),
    es.Quantity(Fraction(7, 3), "元/人"),
    es.Quantity.parse("1.8万平方米"),
    es.Period.parse("2016-11"),
    es.Period.parse("2014-2018"),
    es.Period.parse("截至2016年11月底"),
    es.Period.parse("2016Q3"),
    es.Period.parse("2016/17学年第一学期"),
    es.RegionTree([{"code": "13", "name": "河北省", "level": "省"}]),
    es.RegionTree.from_gbt2260(["130000", "130400"], ["河北省", "邯郸市"]).with_group(
        "a", ["130400"]
    ),
    es.Scope(),
    es.Scope.parse("邯郸市>!7个扶贫县"),
    es.Scope.parse("邯郸市>五县{魏县、馆陶县}"),
    es.Formula("(1 + growth)^5 * sum(trained[training_kind=*])").references[1],
    es.Reference("prev(trained[training_kind=disabled])"),
    es.Formula("a / (b - 12%)"),
    es.Relation("开工率 == 开工面积 / 规划面积"),
    es.Label("开工率", "start rate"),
    es.Note("masked", ["6xx万册"]),
    es.Explanation("a.b", "late start", es.Scope.parse("魏县"), es.Period.parse("2016")),
    es.Fact("started_area", "112万平方米", scope="邯郸市", period="2016", precision="nearest"),
    es.Fact("trained", gap="suppressed", categories={"training_kind": "disabled"}, note="x"),
    es.Column("a"),
    es.Column("a", "b", unit="元", places=2, precision="nearest", marks={"c": "suppressed"}),
    es.Column("a", inner="own", categories={"sex": "f"}),
    es.Bulletin([es.Fact("a", "1人"), es.Fact("b")], "facts.csv"),
]


@pytest.fixture(params=VALUES, ids=lambda value: f"{type(value).__name__}-{value}"[:60])
def value(request: pytest.FixtureRequest) -> Any:
    """Every value type, in every shape."""
    return request.param


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of conformance files; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("EDUSTAT_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no conformance files in {folder} (set EDUSTAT_SHARED)")
    return folder


@pytest.fixture(scope="session")
def handan() -> Path:
    """The facts of the example bulletin."""
    return ROOT / "examples" / "handan" / "facts.csv"
