# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

import edustat as es


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.00005万", Fraction("10000.5")),
        ("三亿五千万", Fraction(350000000)),
        ("２.５万亿", Fraction(2500000000000)),
        ("百分之三点五", Fraction(35, 1000)),
        ("1,764,000", Fraction(1764000)),
        ("16.97:1", Fraction(1697, 100)),
        ("-0.5", Fraction(-1, 2)),
    ],
)
def test_parse_number_is_exact(text: str, expected: Fraction) -> None:
    number = es.parse_number(text)
    assert type(number) is Fraction
    assert number == expected


@pytest.mark.parametrize(
    "text", ["", "1,23", "12..3", "--5", "5万万亿", "1e5", "0x10", "1_000", "٣"]
)
def test_parse_number_refuses_other_text(text: str) -> None:
    with pytest.raises(es.ParseError):
        es.parse_number(text)


def test_parse_number_says_where() -> None:
    with pytest.raises(es.ParseError) as caught:
        es.parse_number("12..3")
    assert caught.value.place.column == 4


def test_hostile_text_costs_nothing() -> None:
    with pytest.raises(es.LimitError):
        es.parse_number("9" * 1_000_000)
    with pytest.raises((es.LimitError, es.ParseError)):
        es.round_to("1e999999999", 2)


def test_surrogates_are_invalid_utf8() -> None:
    with pytest.raises(es.ParseError) as caught:
        es.parse_number("12\ud8003")
    assert caught.value.code == "invalid_utf8"
    assert caught.value.place.column == 3


def test_long_integers_pass_without_text() -> None:
    long = 7**6000  # 5071 digits: beyond the limit of int to str
    assert es.Interval.exactly(long).low == long
    assert es.Interval.exactly(Fraction(-long, 2)).low == Fraction(-long, 2)
    for value in (2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64, 0, -1):
        assert es.Interval.exactly(value).low == value
        assert es.Interval.exactly(Fraction(1, value or 1)).low == Fraction(1, value or 1)


@pytest.mark.parametrize(
    ("value", "places", "rounding", "expected"),
    [
        (Fraction(1, 8), 2, "half_even", "0.12"),
        (Fraction(1, 8), 2, "half_up", "0.13"),
        (Fraction(1, 8), 2, "half_down", "0.12"),
        (Fraction(1, 8), 2, "up", "0.13"),
        (Fraction(-1, 8), 2, "down", "-0.12"),
        (Fraction(-1, 8), 2, "ceiling", "-0.12"),
        (Fraction(-1, 8), 2, "floor", "-0.13"),
        ("8.53459", 2, "half_even", "8.53"),
        (Decimal("94.3"), 2, "half_up", "94.30"),
        (7, 1, "half_up", "7.0"),
        (1264, -2, "half_up", "1300"),
    ],
)
def test_round_to_rounds_once(
    value: int | Decimal | Fraction | str, places: int, rounding: str, expected: str
) -> None:
    rounded = es.round_to(value, places, rounding)
    assert type(rounded) is Decimal
    assert str(rounded) == expected


def test_round_to_default_is_half_up() -> None:
    assert str(es.round_to("0.125", 2)) == "0.13"


def test_round_to_a_step() -> None:
    assert str(es.round_to("60.25", step="0.5")) == "60.5"
    assert str(es.round_to("60.25", step="0.5", rounding="half_even")) == "60.0"
    assert str(es.round_to("60.38", step=Decimal("0.5"))) == "60.5"
    assert str(es.round_to(1013, step=20)) == "1020"
    with pytest.raises(es.StructureError):
        es.round_to(1, step=0)


def test_round_to_names_the_known_modes() -> None:
    with pytest.raises(es.CodeError, match="half_even"):
        es.round_to(1, 2, "bankers")


def test_infinite_decimals_are_refused() -> None:
    for value in ("NaN", "-Infinity", "sNaN"):
        with pytest.raises(es.ParseError) as caught:
            es.round_to(Decimal(value), 2)
        assert caught.value.code == "not_finite"


def test_from_double_asks_for_the_places() -> None:
    assert es.from_double(0.1, 1) == Fraction(1, 10)
    assert es.from_double(63.82, 2) == Fraction(6382, 100)
    with pytest.raises(es.ParseError):
        es.from_double(0.1, 0)
