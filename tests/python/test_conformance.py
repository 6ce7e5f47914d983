# SPDX-License-Identifier: Apache-2.0
"""Cases that others wrote, read by Python as by the C++ tests, sorted by the same rules."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import edustat as es
from conftest import ROOT

Row = dict[str, str]

MODES = {"half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"}
ROUNDINGS = {"quantize", "tointegral", "tointegralx"}
NUMBER = re.compile(r"[+-]?([0-9]*)(?:[.]([0-9]*))?(?:[eE]([+-]?[0-9]+))?")
LIMIT = 4096


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def listed(name: str) -> dict[str, int]:
    """Rows that rules leave out, by rule; every rule has its reason."""
    rows = rows_of(ROOT / "tests" / "conformance" / name)
    assert all(row["reason"] for row in rows)
    return {row["rule"]: int(row["rows"]) for row in rows}


# --- General Decimal Arithmetic -------------------------------------------------------------------


def reading_of(text: str) -> str:
    """Whether a text is a number, and within the limits, by the pattern alone."""
    found = NUMBER.fullmatch(text)
    if found is None or not (found[1] or found[2]):
        return "refused"
    exponent, fraction = int(found[3] or 0), found[2] or ""
    is_beyond = abs(exponent) > LIMIT or abs(len(fraction) - exponent) > LIMIT
    return "beyond_limits" if is_beyond else "number"


def in_our_grammar(text: str) -> str:
    """General Decimal Arithmetic also writes `.5` and `5.`."""
    text = re.sub(r"(?<![0-9])[.]", "0.", text)
    return re.sub(r"[.](?![0-9])", "", text)


def value_of(text: str) -> Fraction:
    """Read by the library."""
    text = in_our_grammar(text)
    low = es.Interval.parse(f"[{text}, {text}]").low
    assert low is not None
    return low


def places_of(text: str) -> int:
    exponent = Decimal(text).as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def operands_of(row: Row) -> list[str]:
    return [row[f"operand{i + 1}"] for i in range(int(row["n_operands"]))]


def divides_by_zero(operation: str, operands: list[str]) -> bool:
    if operation in ("divide", "divideint", "remainder"):
        return Decimal(operands[1]) == 0
    return operation == "power" and Decimal(operands[0]) == 0 and Decimal(operands[1]) < 0


def is_our_power(exponent: Decimal) -> bool:
    return exponent == exponent.to_integral_value() and abs(exponent) <= 64


def is_decided_by_format(row: Row, conditions: str) -> bool:
    if reading_of(row["expected"]) == "refused" or "overflow" in conditions:
        return True
    is_shortened = "inexact" in conditions and "subnormal" in conditions
    return is_shortened and row["op"] not in ROUNDINGS


def group_of(row: Row) -> str:
    """How the row is judged, or by which rule it is left out; the first that holds."""
    operation, operands, conditions = row["op"], operands_of(row), row["conditions"].lower()
    if operation in ("squareroot", "comparetotal"):
        return "without_counterpart"
    if any("#" in text or text == "?" for text in [*operands, row["expected"]]):
        return "encoding"
    readings = {reading_of(text) for text in operands}
    if "conversion_syntax" in conditions:
        return "refused text"
    if "refused" in readings:
        return "not_finite"
    if "beyond_limits" in readings:
        return "beyond_limits"
    if divides_by_zero(operation, operands):
        return "zero divisor"
    if is_decided_by_format(row, conditions):
        return "format"
    if reading_of(row["expected"]) == "beyond_limits":
        return "beyond_limits"
    if operation == "power" and not is_our_power(Decimal(operands[1])):
        return "power"
    if "inexact" in conditions and row["rounding"] not in MODES:
        return "mode"
    if operation in ROUNDINGS:
        return "rounded to places"
    return "rounded to precision" if "inexact" in conditions else "exact"


def compared(left: es.Interval, right: es.Interval) -> Fraction:
    return Fraction(right.can_be_less(left) - left.can_be_less(right))


OPERATIONS: dict[str, Callable[[es.Interval, es.Interval], es.Interval | None]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "compare": lambda a, b: es.Interval.exactly(compared(a, b)),
    "power": lambda a, b: a.pow(int(b.low or 0)),
}


def exact_result(row: Row) -> Fraction | None:
    """By arithmetic on intervals of one value each; None where there is no result."""
    operation = row["op"]
    intervals = [es.Interval.exactly(value_of(text)) for text in operands_of(row)]
    if len(intervals) == 1:
        value = (-intervals[0] if operation == "minus" else intervals[0]).low
        assert value is not None
        return abs(value) if operation == "abs" else value
    left, right = intervals
    if operation in OPERATIONS:
        result = OPERATIONS[operation](left, right)
        return None if result is None else result.low
    quotient = left / right
    if quotient is None or quotient.low is None:
        return None
    whole = es.Interval.exactly(es.round_to(quotient.low, 0, "down"))
    return whole.low if operation == "divideint" else (left - whole * right).low


def places_for(value: Fraction, digits: int) -> int:
    """Decimal places that leave so many digits of a value other than 0."""
    places, size = digits - 1, abs(value)
    while size >= 10:
        places, size = places - 1, size / 10
    while size < 1:
        places, size = places + 1, size * 10
    return places


@pytest.fixture(scope="module")
def decimal_rows(shared: Path) -> dict[str, list[Row]]:
    groups = defaultdict(list)
    for row in rows_of(shared / "conformance" / "decimal" / "gda_dectest.csv"):
        groups[group_of(row)].append(row)
    return groups


def test_no_decimal_row_is_left_out_without_its_rule(decimal_rows: dict[str, list[Row]]) -> None:
    counts = {group: len(rows) for group, rows in decimal_rows.items()}
    judged = {
        "exact": 4825,
        "rounded to precision": 2798,
        "rounded to places": 884,
        "refused text": 99,
        "zero divisor": 129,
    }
    assert counts == judged | listed("decimal_exceptions.csv")
    assert sum(counts.values()) == 17549


def test_exact_results_agree(decimal_rows: dict[str, list[Row]]) -> None:
    for row in decimal_rows["exact"]:
        assert exact_result(row) == value_of(row["expected"]), row["id"]


def test_results_in_precision_are_the_exact_ones_rounded_once(
    decimal_rows: dict[str, list[Row]],
) -> None:
    for row in decimal_rows["rounded to precision"]:
        exact = exact_result(row)
        assert exact is not None
        places = places_for(exact, int(row["precision"]))
        rounded = es.round_to(exact, places, row["rounding"])
        assert rounded == Decimal(row["expected"]), row["id"]


def test_quantize_is_rounding_to_places(decimal_rows: dict[str, list[Row]]) -> None:
    for row in decimal_rows["rounded to places"]:
        places = places_of(row["operand2"]) if row["op"] == "quantize" else 0
        # 05up only where nothing is rounded
        mode = row["rounding"] if row["rounding"] in MODES else "down"
        rounded = es.round_to(in_our_grammar(row["operand1"]), places, mode)
        written = f"{rounded:f}", f"{Decimal(row['expected']):f}"
        assert written[0] == written[1].lstrip("-") if rounded == 0 else len(set(written)) == 1


def test_text_that_is_no_number_is_refused(decimal_rows: dict[str, list[Row]]) -> None:
    for row in [*decimal_rows["refused text"], *decimal_rows["not_finite"]]:
        for text in (text for text in operands_of(row) if reading_of(text) == "refused"):
            with pytest.raises((es.ParseError, es.LimitError)):  # 1E99999+7 is refused at 99999
                es.round_to(text, 0)


def test_numbers_beyond_the_limits_are_refused(decimal_rows: dict[str, list[Row]]) -> None:
    for row in decimal_rows["beyond_limits"]:
        for text in {text for text in operands_of(row) if reading_of(text) == "beyond_limits"}:
            with pytest.raises(es.LimitError):
                es.round_to(1, step=in_our_grammar(text))


def test_zero_divisors_give_no_result(decimal_rows: dict[str, list[Row]]) -> None:
    for row in decimal_rows["zero divisor"]:
        assert exact_result(row) is None, row["id"]


# --- GB/T 8170 and others -------------------------------------------------------------------------


def rounded_by_standard(value: str, interval: str) -> str:
    return f"{es.round_to(value, step=interval, rounding='half_even'):f}"


@pytest.mark.parametrize(
    ("name", "count"), [("gbt8170_cases.csv", 50), ("gbt8170_cases_unconfirmed.csv", 15)]
)
def test_examples_of_the_national_standard_agree(shared: Path, name: str, count: int) -> None:
    cases = rows_of(shared / "conformance" / "rounding" / name)
    assert len(cases) == count
    for case in cases:
        assert rounded_by_standard(case["value"], case["interval"]) == case["expected"], case


def test_measured_values_need_no_mark_when_rounded_once(shared: Path) -> None:
    path = shared / "conformance" / "rounding" / "gbt8170_marks.json"
    marks = json.loads(path.read_text(encoding="utf-8"))["successive_rounding_marks"]
    measured = [mark for mark in marks if "measured" in mark]
    assert len(measured) == 2
    for mark in measured:
        assert rounded_by_standard(mark["measured"], mark["interval"]) == mark["expected"]


def test_rounding_of_quantlib_agrees(shared: Path) -> None:
    cases = rows_of(shared / "conformance" / "rounding" / "quantlib_rounding.csv")
    assert len(cases) == 21
    columns = {"half_up": "half_up", "away_from_zero": "up", "toward_zero": "down"}
    for case in cases:
        for column, rounding in columns.items():
            rounded = es.round_to(case["value"], int(case["decimals"]), rounding)
            assert rounded == Decimal(case[column]), (case["value"], column)


def test_no_rounding_case_is_left_out_without_its_rule(shared: Path) -> None:
    folder = shared / "conformance" / "rounding"
    marks = json.loads((folder / "gbt8170_marks.json").read_text(encoding="utf-8"))
    assert listed("rounding_exceptions.csv") == {
        "marks": sum("measured" not in mark for mark in marks["successive_rounding_marks"]),
        "questions": len(marks["questions_without_printed_answers"]["items"]),
        "quantlib_floor_and_ceiling": 2 * len(rows_of(folder / "quantlib_rounding.csv")),
    }


METHODS = {"saintelague": "sainte_lague", "huntington": "huntington_hill"}


def balanced(case: dict[str, Any]) -> Any:
    """What the library gives for a case of controlled rounding, in the form of its `expected`."""
    weights = case["weights"]
    if case["method"] == "within_quota":
        return es.is_within_quota(weights, case["rounded"])
    if case["method"] == "largest_remainder_shares":
        shares = es.balanced_shares(
            weights, case["decimals"], whole=case["total"], absent="left_out"
        ).shares
        return [None if share is None else Fraction(share) for share in shares]
    method = METHODS.get(case["method"], case["method"])
    if case["id"] == "lrm.tie_error":
        with pytest.raises(es.StructureError, match="parts 1, 2, 3 have equal claims"):
            es.apportion(weights, case["total"], method, equal_claims="refused")
        return case["expected"]
    return es.apportion(weights, case["total"], method)


def test_every_case_of_controlled_rounding_agrees(shared: Path) -> None:
    path = shared / "conformance" / "rounding" / "controlled_rounding_cases.json"
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    assert len(cases) == 35
    for case in cases:
        expected = case["expected"]
        if case["method"] == "largest_remainder_shares":
            expected = [None if share is None else Fraction(share) for share in expected]
        assert balanced(case) == expected, case["id"]
