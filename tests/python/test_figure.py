# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

import edustat as es


def test_figure_says_what_is_printed() -> None:
    figure = es.Figure("176.4万平方米")
    assert figure.value == 1764000
    assert type(figure.value) is Fraction
    assert figure.unit == es.Unit.parse("平方米")
    assert figure.places == 1
    assert figure.last_place == 1000
    assert type(figure.last_place) is Fraction
    assert figure.scale_word == "万"
    assert figure.qualifier is None
    assert not figure.is_masked
    assert str(figure) == figure.text == "176.4万平方米"
    assert repr(figure) == "Figure('176.4万平方米')"


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("exact", "[3191/5000, 3191/5000]"),
        ("nearest", "[12763/20000, 2553/4000]"),
        ("half_up", "[12763/20000, 2553/4000)"),
        ("half_even", "[12763/20000, 2553/4000]"),
        ("truncated", "[3191/5000, 6383/10000)"),
    ],
)
def test_interval_follows_the_precision(precision: str, expected: str) -> None:
    assert es.Figure("63.82%").interval(precision) == es.Interval.parse(expected)


def test_interval_has_its_ends() -> None:
    interval = es.Figure("63.82%").interval("truncated")
    assert (interval.low, interval.high) == (Fraction(3191, 5000), Fraction(6383, 10000))
    assert (interval.low_closed, interval.high_closed) == (True, False)
    endless = es.Figure("500人以上").interval("nearest")
    assert (endless.low, endless.high, endless.high_closed) == (500, None, False)


def test_masked_figures_have_no_value() -> None:
    figure = es.Figure("6xx万册")
    assert figure.is_masked
    assert figure.value is None
    assert figure.interval("exact") == es.Interval.closed(6000000, 6990000)


def test_qualifiers_are_kept() -> None:
    assert es.Figure("约12.2万㎡").qualifier == "约"
    assert es.Figure("500余人").qualifier == "余"


def test_last_place_is_declared_in_any_exact_form() -> None:
    expected = es.Figure("94.3%").with_last_place(Fraction(1, 10000))
    for last_place in ("0.01%", Fraction(1, 10000), Decimal("0.0001")):
        assert es.Figure("94.3%", last_place=last_place) == expected
    assert expected.last_place == Fraction(1, 10000)
    assert es.Figure("12000", last_place=1000).last_place == 1000


def test_last_place_below_the_print_is_refused() -> None:
    with pytest.raises(es.ParseError) as caught:
        es.Figure("12345", last_place=1000)
    assert caught.value.code == "last_place_mismatch"


def test_counts_are_exact_and_measures_are_not() -> None:
    assert es.Figure("410人").is_exact_count
    assert es.Figure("410人").interval("nearest").is_exact
    assert not es.Figure("4000元").interval("nearest").is_exact


def test_bare_numbers_take_a_unit() -> None:
    figure = es.Figure("63.82")
    assert figure.is_bare
    assert figure.with_unit("%").value == Fraction("0.6382")
    assert figure.with_unit(es.Unit.parse("万元")).value == 638200
    with pytest.raises(es.UnitError):
        es.Figure("5人").with_unit("元")


def test_defined_units_are_read() -> None:
    dollar = es.Unit("美元", "USD", es.Dimension(es.Kind("us_dollar", "measuring")), 1)
    units = es.UnitSystem().define(dollar)
    assert es.Figure("3.5万美元", units=units).value == 35000
    with pytest.raises(es.UnitError):
        es.Figure("3.5万美元")


@pytest.mark.parametrize("text", ["", "平方米", "12..3%", "1,23人", "‮12人"])
def test_bad_text_is_a_parse_error(text: str) -> None:
    with pytest.raises(es.ParseError):
        es.Figure(text)


def test_there_are_no_exponents() -> None:
    with pytest.raises(es.UnitError):
        es.Figure("1e5元")


def test_unknown_units_are_named() -> None:
    with pytest.raises(es.UnitError) as caught:
        es.Figure("5光年")
    assert caught.value.code == "unknown_unit"
    assert "光年" in str(caught.value)
