# SPDX-License-Identifier: Apache-2.0
"""Measures of dispersion: what goes in, what comes out, and their error against 50 digits."""

from __future__ import annotations

import json
import math
import os
import random
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import mpmath
import numpy
import pandas
import polars
import pyarrow
import pytest

import edustat as es

PUPILS = [45, 37, 89, 76, 55]
BOOKS = [279, 137, 935, 160, 402]
ROUNDS = 100_000 if os.environ.get("EDUSTAT_LONG") else 2_000
STATED = 1e-14


def test_the_worked_coefficient() -> None:
    result = es.coefficient_of_variation(BOOKS, per=PUPILS)
    assert result.rounded(5) == Decimal("0.51526")
    assert float(result) == result.value == pytest.approx(0.51526, abs=5e-6)
    assert result.mean == Fraction(1913, 302)
    assert sum(result.contributions) == pytest.approx(1, abs=1e-15)
    assert result.compare("0.65") == -1
    assert result.compare(Decimal("0.5")) == 1
    assert result.distance("0.65") == pytest.approx(0.65 - result.value)
    assert len(result) == 5


def test_a_threshold_is_met_exactly() -> None:
    result = es.coefficient_of_variation([1, 4])
    assert result.compare(Fraction(3, 5)) == 0
    assert result.squared() == Fraction(9, 25)
    assert es.coefficient_of_variation([999, 4001]).compare("0.6") == 1
    assert es.coefficient_of_variation([999, 4001]).rounded(2) == Decimal("0.60")


COLUMNS: list[Callable[[list[int]], Any]] = [
    list,
    tuple,
    lambda v: [Decimal(x) for x in v],
    lambda v: [Fraction(x) for x in v],
    lambda v: [float(x) for x in v],
    lambda v: numpy.array(v),
    lambda v: numpy.array(v, dtype=numpy.int16),
    lambda v: numpy.array(v, dtype=numpy.uint64),
    lambda v: numpy.array(v, dtype=numpy.float64),
    lambda v: numpy.array(v, dtype=numpy.float32),
    lambda v: numpy.array(v, dtype=object),
    lambda v: numpy.array([x for x in v for _ in range(2)])[::2],
    lambda v: pandas.Series(v),
    lambda v: pandas.Series(v, dtype="Int64"),
    lambda v: polars.Series(v),
    lambda v: pyarrow.array(v),
    lambda v: pyarrow.chunked_array([v[:2], v[2:]]),
    lambda v: pyarrow.array(v, pyarrow.int8() if max(v) < 128 else pyarrow.int32()),
    lambda v: pyarrow.array([Decimal(x) for x in v], pyarrow.decimal128(12, 2)),
]


@pytest.mark.parametrize("column", COLUMNS)
def test_columns_of_every_kind_give_the_same(column: Callable[[list[int]], Any]) -> None:
    assert es.exact_gini(column(BOOKS), per=column(PUPILS)) == es.exact_gini(BOOKS, per=PUPILS)
    weighted = es.gini(column(BOOKS), column(PUPILS))
    assert weighted == pytest.approx(es.gini(BOOKS, PUPILS), rel=4e-16)
    result = es.coefficient_of_variation(column(BOOKS), per=column(PUPILS))
    assert result.squared() == es.coefficient_of_variation(BOOKS, per=PUPILS).squared()


GAPPED: list[Any] = [
    [1, None, 3],
    [1.0, math.nan, 3.0],
    numpy.array([1.0, math.nan, 3.0]),
    pandas.Series([1, None, 3], dtype="Int64"),
    pandas.Series([1, None, 3]),
    polars.Series([1, None, 3]),
    pyarrow.array([1, None, 3]),
]


@pytest.mark.parametrize("column", GAPPED, ids=lambda c: type(c).__name__)
def test_gaps_are_refused_unless_left_out(column: Any) -> None:
    with pytest.raises(es.StructureError, match="no value in this row") as caught:
        es.gini(column)
    assert caught.value.place.line == 2
    assert es.gini(column, gaps="leave_out") == es.gini([1, 3]) == 0.25
    assert es.coefficient_of_variation(column, gaps="leave_out").left_out == [1]


def test_a_denominator_of_zero_is_refused_unless_left_out() -> None:
    with pytest.raises(es.StructureError, match="is 0 in this row and divides") as caught:
        es.gini([3, 4, 5], per=[1, 0, 2])
    assert caught.value.place.line == 2
    assert es.gini([3, 4, 5], per=[1, 0, 2], gaps="leave_out") == es.gini([3, 5], per=[1, 2])


@pytest.mark.parametrize(
    "column", ["12", b"12", [True], ["1"], numpy.array([True]), pyarrow.array(["a"]), 3, [1j]]
)
def test_what_is_no_number_is_refused(column: Any) -> None:
    with pytest.raises((TypeError, es.StructureError)):
        es.gini(column)


def test_infinity_is_refused() -> None:
    with pytest.raises(es.ParseError):
        es.gini([1.0, math.inf])
    with pytest.raises(es.ParseError):
        es.gini([1, math.inf])
    with pytest.raises(es.ParseError):
        es.gini(numpy.array([1.0, math.inf]))


def test_weights_and_per_exclude_each_other() -> None:
    with pytest.raises(TypeError, match="not both"):
        es.gini(BOOKS, PUPILS, per=PUPILS)


def test_contributions_are_a_view_without_copy() -> None:
    view = es.coefficient_of_variation(numpy.array(BOOKS), per=numpy.array(PUPILS)).contributions
    assert view.readonly
    assert numpy.asarray(view).sum() == pytest.approx(1)


def test_zeros_are_taken_by_their_limits() -> None:
    assert es.theil_t([0, 0, 0, 10, 10, 10]) == pytest.approx(math.log(2), rel=1e-15)
    assert es.theil_l([0, 1]) == math.inf
    assert es.generalised_entropy([0, 1], -1) == math.inf
    assert es.atkinson([0, 1], 1) == 1
    assert es.ratio_of_shares([0, 1], Fraction(1, 2), Fraction(1, 2)) == math.inf


def test_lorenz_and_decomposition() -> None:
    weight, amount = es.lorenz([1, 2, 3, 4, 5])
    assert list(weight) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1])
    assert list(amount) == pytest.approx([0, 1 / 15, 3 / 15, 6 / 15, 10 / 15, 1])
    parts = es.theil_decomposition([1, 3, 10, None, 10], list("aabbb"), gaps="leave_out")
    assert parts.total == pytest.approx(es.theil_t([1, 3, 10, 10]), rel=STATED)
    assert [group.theil for group in parts.groups] == pytest.approx([es.theil_t([1, 3]), 0])
    logarithmic = es.theil_decomposition([1, 3, 10], "aab", measure="l")
    assert logarithmic.total == pytest.approx(es.theil_l([1, 3, 10]), rel=STATED)


# Against 50 digits.


def exact_moments(values: list[Any], weights: list[Any]) -> tuple[list[Any], list[Any]]:
    """Values over their mean and weights over their sum, with 50 digits."""
    total = sum(weights)
    mean = sum(w * x for w, x in zip(weights, values, strict=True)) / total
    return [x / mean for x in values], [w / total for w in weights]


def reference(measure: str, values: list[Any], weights: list[Any], degree: Any) -> Any:
    ratios, shares = exact_moments(values, weights)
    pairs = list(zip(ratios, shares, strict=True))
    if measure == "coefficient_of_variation":
        return mpmath.sqrt(sum(w * (r - 1) ** 2 for r, w in pairs))
    if measure == "theil_t":
        return sum(w * r * mpmath.log(r) for r, w in pairs)
    if measure == "theil_l":
        return sum(-w * mpmath.log(r) for r, w in pairs)
    if measure == "gini":
        before = mpmath.mpf(0)
        total = mpmath.mpf(0)
        for ratio, share in sorted(pairs):
            total += share * ratio * (2 * before + share - 1)
            before += share
        return total
    if measure == "generalised_entropy":
        return (sum(w * r**degree for r, w in pairs) - 1) / (degree * (degree - 1))
    power = 1 - degree
    return 1 - sum(w * r**power for r, w in pairs) ** (1 / power)


MEASURES = [
    ("coefficient_of_variation", None),
    ("gini", None),
    ("theil_t", None),
    ("theil_l", None),
    *(("atkinson", degree) for degree in (0.25, 0.5, 1.5, 2.0, 4.0)),
    *(("generalised_entropy", degree) for degree in (-1.5, 0.5, 0.9, 1.25, 2.0, 3.5)),
]


def draw(generator: random.Random) -> tuple[list[Any], list[int] | None, bool]:
    """Values of schools, nearly equal or far apart, and weights, or what they are per."""
    size = generator.randint(2, 40)
    spread = generator.choice([1e-9, 1e-4, 0.1, 1.0, 3.0])
    weights = [generator.randint(1, 3000) for _ in range(size)]
    centre = generator.choice([1.0, 40.0, 5e5])
    floats = [centre * math.exp(generator.gauss(0, spread)) for _ in range(size)]
    form = generator.randrange(4)
    if form == 0:
        return floats, weights, False
    whole = [max(1, round(x * 10**6)) for x in floats]
    if form == 1:
        return whole, None, False
    if form == 2:
        return [Fraction(x, 7) for x in whole], weights, False
    return (
        [max(1, round(x * w * 1000)) for x, w in zip(floats, weights, strict=True)],
        weights,
        True,
    )


def test_errors_are_as_stated_against_fifty_digits() -> None:
    mpmath.mp.dps = 50
    generator = random.Random(20161130)
    worst: dict[str, float] = {}
    for _ in range(ROUNDS // 4):
        values, weights, is_per = draw(generator)
        given = {"per": weights} if is_per else {"weights": weights}
        exact = [
            mpmath.mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else mpmath.mpf(x)
            for x in values
        ]
        shares = [mpmath.mpf(w) for w in weights or [1] * len(values)]
        if is_per:
            exact = [x / w for x, w in zip(exact, shares, strict=True)]
        if len(set(exact)) == 1:
            continue
        for measure, degree in generator.sample(MEASURES, 4):
            arguments = [values] if degree is None else [values, degree]
            result = float(getattr(es, measure)(*arguments, **given))
            expected = reference(measure, exact, shares, degree)
            error = float(abs(result - expected) / expected)
            worst[measure] = max(worst.get(measure, 0), error)
    print(worst)
    assert len(worst) == 6
    assert max(worst.values()) <= STATED, worst


# Against what others print.


def sets(folder: Path, cases: dict[str, Any]) -> dict[str, list[Fraction]]:
    provinces = {"ilocos_all": "", "ilocos_pangasinan": "Pangasinan", "ilocos_launion": "La Union"}
    found = {}
    for name, values in cases["sets"].items():
        if isinstance(values, list):
            found[name] = [Fraction(value) for value in values]
    lines = (folder / "ilocos_income.csv").read_text().splitlines()[1:]
    rows = [line.split(",") for line in lines]
    for name, province in provinces.items():
        found[name] = [Fraction(row[0]) for row in rows if province in ("", row[1])]
    return found


def measured(entry: dict[str, Any], values: list[Fraction]) -> float | None:
    measure, degree = entry["measure"], entry.get("parameter")
    size = len(values)
    known: dict[str, Callable[[], float]] = {
        "gini": lambda: es.gini(values),
        "gini_corrected": lambda: float(es.exact_gini(values) * size / (size - 1)),
        "cv_population": lambda: float(es.coefficient_of_variation(values)),
        "cv_population_squared": lambda: float(es.coefficient_of_variation(values).squared()),
        "theil_T": lambda: es.theil_t(values),
        "theil_L": lambda: es.theil_l(values),
        "atkinson": lambda: es.atkinson(values, degree),
        "generalised_entropy": lambda: es.generalised_entropy(values, degree),
        "equally_distributed_equivalent": lambda: (
            float(sum(values) / size) * (1 - es.atkinson(values, degree))
        ),
    }
    return known[measure]() if measure in known else None


def test_values_that_others_print(shared: Path) -> None:
    folder = shared / "conformance" / "inequality"
    cases = json.loads((folder / "inequality_cases.json").read_text(encoding="utf-8"))
    known = sets(folder, cases)
    entries = [entry for entry in cases["published"] if "set" in entry and "groups" not in entry]
    for name, computed in cases["computed_by_cran_ineq"].items():
        entries += [entry | {"set": name} for entry in computed]
    judged = 0
    for entry in entries:
        if (entry["set"], entry["value"].strip()) == ("theil_pysal", "0"):
            continue  # ineq drops zeros before it takes the mean
        result = measured(entry, known[entry["set"]])
        if result is None:
            continue
        printed = entry["value"].strip()
        places = len(printed.partition(".")[2])
        allowed = entry.get("tolerance", 10.0**-places / 2 + 1e-12)
        assert abs(result - float(printed)) <= allowed, entry
        judged += 1
    assert judged == 122


@pytest.mark.parametrize("share", [0.2, True, numpy.float64(0.2)])
def test_shares_are_exact(share: Any) -> None:
    with pytest.raises(TypeError):
        es.ratio_of_shares([1, 2], share)
    with pytest.raises(es.StructureError):
        es.ratio_of_shares([1, 2], 2)
