# SPDX-License-Identifier: Apache-2.0
"""Chinese numerals that others collected: the same rows and exceptions as the C++ tests read."""

from __future__ import annotations

import csv
import json
import os
from fractions import Fraction
from pathlib import Path

import pytest

import edustat as es

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("EDUSTAT_SHARED", ROOT.parent / "shared"))
NUMERALS = SHARED / "conformance" / "numerals"
EXCEPTIONS = ROOT / "tests" / "conformance" / "numerals_exceptions.csv"
RECOGNIZERS = "Recognizers-Text"

pytestmark = pytest.mark.skipif(
    not NUMERALS.is_dir(), reason="the shared conformance data is absent: set EDUSTAT_SHARED"
)

Key = tuple[str, str, str]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def key_of(row: dict[str, str]) -> Key:
    return row["source"], row["mode"], row["input"]


@pytest.fixture(scope="module")
def exceptions() -> set[Key]:
    rows = rows_of(EXCEPTIONS)
    assert all(row["reason"] for row in rows)
    return {key_of(row) for row in rows}


def value_of(text: str) -> Fraction | None:
    """The value, None for refused text."""
    try:
        return es.parse_number(text)
    except es.ParseError:
        return None


def unexpected(results: dict[Key, bool], exceptions: set[Key]) -> list[Key]:
    """Rows that fail without being listed, and listed ones that pass or do not exist."""
    sources = {source for source, _, _ in results}
    listed = {key for key in exceptions if key[0] in sources}
    surprises = {key for key, passes in results.items() if passes == (key in listed)}
    return sorted(surprises | (listed - results.keys()))


def test_numeral_rows_pass_or_are_listed(exceptions: set[Key]) -> None:
    rows = [
        row
        for row in rows_of(NUMERALS / "chinese_numerals.csv")
        if row["expected_kind"] in ("number", "error")
    ]
    numbers = {row["input"] for row in rows if row["expected_kind"] == "number"}

    def passes(row: dict[str, str]) -> bool:
        value = value_of(row["input"])
        if row["expected_kind"] == "number":
            return value == Fraction(row["expected"])
        is_judged_elsewhere = row["note"].startswith("accepted only in") and row["input"] in numbers
        return value is None or is_judged_elsewhere

    assert len(rows) == 257
    results: dict[Key, bool] = {}
    for row in rows:
        results[key_of(row)] = results.get(key_of(row), True) and passes(row)
    assert unexpected(results, exceptions) == []


def whole_text_cases() -> list[tuple[str, str, str]]:
    """Kind, text and value of the cases whose whole text is one number."""
    cases = json.loads((NUMERALS / "recognizers_text_chinese.json").read_text(encoding="utf-8"))
    return [
        (case["kind"], case["input"], case["results"][0]["value"])
        for case in cases
        if case["kind"] in ("number", "percent")
        and len(case["results"]) == 1
        and case["results"][0]["start"] == 0
        and case["results"][0]["end"] == len(case["input"]) - 1
    ]


def agrees(value: Fraction | None, expected: str) -> bool:
    """The expected values are rounded to 15 digits by those who collected them."""
    if value is None:
        return False
    is_percent = expected.endswith("%")
    wanted = Fraction(expected.removesuffix("%")) / (100 if is_percent else 1)
    return abs(value - wanted) <= abs(wanted) / 10**14


def test_recognized_texts_pass_or_are_listed(exceptions: set[Key]) -> None:
    results = {
        (RECOGNIZERS, kind, text): agrees(value_of(text), value)
        for kind, text, value in whole_text_cases()
    }
    assert unexpected(results, exceptions) == []


def test_texts_that_are_refused_are_refused_with_their_column() -> None:
    for text, column in (("5万万亿", 3), ("12..3", 4), ("--5", 2), ("1,23", 2)):
        with pytest.raises(es.ParseError, match=f"column {column}"):
            es.parse_number(text)
