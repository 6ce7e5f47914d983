# SPDX-License-Identifier: Apache-2.0
"""Figures and relations of real bulletins, with values and verdicts that were computed apart."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import edustat as es


@pytest.fixture(scope="module")
def relations(shared: Path) -> list[dict[str, Any]]:
    """What can be asked; a row says itself when it cannot."""
    path = shared / "bulletins" / "published_relations.json"
    documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return [
        relation
        for document in documents
        for relation in document["relations"]
        if "check" in relation and relation.get("checkable", True)
    ]


@pytest.fixture(scope="module")
def printed(shared: Path) -> list[dict[str, str]]:
    path = shared / "bulletins" / "figure_strings.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def verdict(row: dict[str, Any]) -> str:
    return "consistent" if row["consistent"] else "impossible"


@pytest.mark.parametrize(
    ("precision", "column"), [("nearest", "nearest"), ("truncated", "truncate")]
)
def test_relations_get_the_listed_verdicts(
    relations: list[dict[str, Any]], precision: str, column: str
) -> None:
    assert len(relations) == 126
    for row in relations:
        finding = es.check(row["check"], **row["inputs"], precision=precision)
        assert finding.verdict == verdict(row[column]), row["id"]


def test_prepared_relations_get_the_same_verdicts(relations: list[dict[str, Any]]) -> None:
    for row in relations:
        columns = {name: [text] for name, text in row["inputs"].items()}
        findings = es.Relation(row["check"]).check(columns, precision="nearest")
        assert findings.verdicts == [verdict(row["nearest"])], row["id"]


def test_figures_are_read_as_listed(printed: list[dict[str, str]]) -> None:
    assert len(printed) == 364
    for row in printed:
        figure = es.Figure(row["printed"])
        assert figure.text == row["printed"]
        assert figure.value == Fraction(row["value"]), row
        assert figure.last_place == Fraction(row["last_digit_unit"]), row
        assert figure.unit.symbol == row["unit"], row
        assert figure.places == int(row["decimals"]), row
        assert figure.scale_word == row["scale_word"], row
        assert (figure.qualifier or "") == row["qualifier"], row
        assert str(figure.is_exact_count) == row["natural_count"], row
