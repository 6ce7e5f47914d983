# SPDX-License-Identifier: Apache-2.0
"""What every value type promises."""

from __future__ import annotations

import copy
import pickle
from fractions import Fraction
from typing import Any

import pytest

import edustat as es
from conftest import VALUES

NAMES: dict[str, Any] = {name: getattr(es, name) for name in es.__all__} | {"Fraction": Fraction}
WITHOUT_TEXT = (es.Bulletin, es.RegionTree)  # their repr is a summary


def same(left: Any, right: Any) -> bool:
    """Equal, and alike in what equality by meaning leaves out."""
    return left == right and type(left) is type(right) and repr(left) == repr(right)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_gives_it_back(value: Any, protocol: int) -> None:
    assert same(pickle.loads(pickle.dumps(value, protocol)), value)


def test_copies_are_equal(value: Any) -> None:
    assert same(copy.copy(value), value)
    assert same(copy.deepcopy(value), value)
    assert same(copy.deepcopy([value])[0], value)


def test_repr_evaluates_back(value: Any) -> None:
    if isinstance(value, WITHOUT_TEXT):
        assert repr(value).startswith("<")
        return
    assert same(eval(repr(value), dict(NAMES)), value)


def test_equal_values_hash_alike(value: Any) -> None:
    again = pickle.loads(pickle.dumps(value))
    assert hash(again) == hash(value)
    assert len({value, again}) == 1


def test_equality_with_other_types_is_false(value: Any) -> None:
    assert (value == "text") is False
    assert (value == 0.5) is False
    assert value != object()


def test_values_cannot_be_changed(value: Any) -> None:
    for name in dir(value):
        if not name.startswith("_"):
            with pytest.raises(AttributeError):
                setattr(value, name, None)


def test_different_values_are_different() -> None:
    for i, left in enumerate(VALUES):
        for right in VALUES[:i]:
            assert left != right


def test_every_value_type_is_listed() -> None:
    results = {"Audit", "Catalogue", "Code", "CodeList", "Computed", "Finding", "Findings"}
    results |= {"Indicator", "Measure", "Rule"}
    results |= {"BulletinText", "Hypothesis", "Masks", "Reading", "SeriesAudit", "Slip"}
    results |= {"BalanceFinding", "BalancedParts", "BalancedShares", "BalancedTable", "MovedFigure"}
    results |= {"Indicators", "Panel", "PanelAudit", "RollUp", "Series", "Table", "Totals"}
    results |= {"Ahp", "CompositeIndex", "RankIntervals", "ScoreSheet", "Topsis", "Weights"}
    results |= {
        "WeightSensitivity",
        "BalanceAssessment",
        "BalanceIndicator",
        "BalanceRules",
        "SchoolVerdict",
    }
    results |= {"CoefficientOfVariation", "TheilDecomposition", "Lift", "Lorenz"}
    classes = {name for name in es.__all__ if isinstance(getattr(es, name), type)}
    errors = {name for name in classes if issubclass(getattr(es, name), Exception)}
    assert classes - errors - results == {type(value).__name__ for value in VALUES}


def test_quantity_is_equal_by_meaning() -> None:
    assert es.Quantity.parse("1公顷") == es.Quantity.parse("10000平方米")
    assert hash(es.Quantity.parse("1公顷")) == hash(es.Quantity.parse("10000平方米"))
    assert es.Quantity(1, "人") != es.Quantity(1, "人次")


def test_quantities_compute_exactly() -> None:
    area = es.Quantity.parse("1公顷")
    assert area + es.Quantity.parse("5000平方米") == es.Quantity(Fraction(3, 2), "公顷")
    assert (es.Quantity.parse("164万元") / es.Quantity.parse("410人")).base_value == 4000
    assert 2 * area == area * 2 == area / Fraction(1, 2) == es.Quantity.parse("2公顷")
    assert area.in_unit("亩").value == 15
    assert es.Quantity(1, "元") < es.Quantity(1, "万元")


def test_quantities_of_different_kinds_do_not_add() -> None:
    with pytest.raises(es.UnitError) as caught:
        es.Quantity(1, "人") + es.Quantity(1, "人次")
    assert caught.value.code == "mixed_units"
    with pytest.raises(es.UnitError):
        assert es.Quantity(1, "人") < es.Quantity(1, "元")
    with pytest.raises(TypeError):
        es.Quantity(1, "人") + 1  # type: ignore[operator]
    with pytest.raises(ZeroDivisionError):
        es.Quantity(1, "人") / 0


def test_interval_arithmetic() -> None:
    half = es.Interval.parse("[1/2, 1)")
    assert half + half == es.Interval.parse("[1, 2)")
    assert half - half == es.Interval.parse("(-1/2, 1/2)")
    assert -half == es.Interval.parse("(-1, -1/2]")
    assert half * half == es.Interval.parse("[1/4, 1)")
    assert half / half == es.Interval.parse("(1/2, 2)")
    assert half / es.Interval.exactly(0) is None
    assert half.pow(2) == es.Interval.parse("[1/4, 1)")
    assert half.intersect(es.Interval.at_least(1)) is None
    assert half.hull(es.Interval.exactly(3)) == es.Interval.parse("[1/2, 3]")
    assert Fraction(1, 2) in half
    assert 1 not in half


def test_period_and_scope_know_their_parts() -> None:
    assert es.Period.parse("2016").contains(es.Period.parse("2016年11月"))
    assert es.Period.parse("2016-11").in_words("en") == "November 2016"
    city = es.Scope.parse("邯郸市")
    group = es.Scope.parse("邯郸市>7个扶贫县")
    assert city.contains(group)
    assert group.complement() == es.Scope.parse("邯郸市>!7个扶贫县")
    assert group.within == city
    assert city.within is None


def test_render_speaks_both_languages() -> None:
    area = es.Quantity.parse("176.4万平方米")
    assert es.render(area) == "176.4万平方米"
    assert es.render(area, lang="en") == "1,764,000 m²"
    rate = es.Interval.closed(Fraction(6319, 10000), Fraction(6379, 10000))
    assert es.render(rate, "%") == "[63.19%, 63.79%]"
