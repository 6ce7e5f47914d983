# SPDX-License-Identifier: Apache-2.0
"""Two cities with two counties each: the tree of the worked examples."""

from __future__ import annotations

import edustat as es

PROVINCE = "130000"
CITIES = ["130400", "130500"]
COUNTIES = ["130402", "130403", "130502", "130503"]
NAMES = {
    "130000": "河北省",
    "130400": "邯郸市",
    "130402": "邯山区",
    "130403": "丛台区",
    "130500": "邢台市",
    "130502": "襄都区",
    "130503": "信都区",
}

TREE = es.RegionTree.from_gbt2260(list(NAMES), list(NAMES.values()))


def panel(table: dict[str, object], **options: object) -> es.Panel:
    """A panel over the tree."""
    return es.Panel.from_arrow(table, regions=TREE, **options)  # type: ignore[arg-type]


def two_months(values: list[object], name: str = "pupils") -> dict[str, object]:
    """A column of eight values: the four counties in October, then in November 2016."""
    return {"region": COUNTIES * 2, "period": [201610] * 4 + [201611] * 4, name: values}
