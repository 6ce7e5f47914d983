# SPDX-License-Identifier: Apache-2.0
"""Every function of composite scores against fifty digits of mpmath, within its stated error."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import mpmath
import numpy
import pytest

import edustat as es


@pytest.fixture(params=range(5))
def table(request: pytest.FixtureRequest) -> numpy.ndarray:
    numbers = numpy.random.default_rng(request.param)
    return numbers.lognormal(2, 1, (200, 6))


def exact(table: numpy.ndarray) -> list[list[Any]]:
    return [[mpmath.mpf(float(cell)) for cell in row] for row in table]


def column_of(rows: list[list[Any]], column: int) -> list[Any]:
    return [row[column] for row in rows]


def largest_error(computed: Any, expected: list[Any]) -> float:
    return float(
        max(
            abs((mpmath.mpf(float(one)) - other) / other)
            for one, other in zip(computed, expected, strict=True)
        )
    )


def shares(parts: list[Any]) -> list[Any]:
    total = mpmath.fsum(parts)
    return [part / total for part in parts]


@pytest.fixture(autouse=True)
def fifty_digits() -> Any:
    with mpmath.workdps(50):
        yield


def entropy_by_mpmath(rows: list[list[Any]]) -> list[Any]:
    parts = []
    for column in range(len(rows[0])):
        of_column = shares(column_of(rows, column))
        terms = [part * mpmath.log(part) for part in of_column if part]
        parts.append(1 + mpmath.fsum(terms) / mpmath.log(len(rows)))
    return shares(parts)


def deviation(values: list[Any]) -> Any:
    mean = mpmath.fsum(values) / len(values)
    return mpmath.sqrt(mpmath.fsum((value - mean) ** 2 for value in values))


def test_entropy_weights_to_fifty_digits(table: numpy.ndarray) -> None:
    table[3, 2] = 0
    computed = es.entropy_weights(table).values
    assert largest_error(computed, entropy_by_mpmath(exact(table))) <= 1e-14


def test_entropy_weights_of_nearly_equal_columns_to_fifty_digits(table: numpy.ndarray) -> None:
    nearly = 1000 + table * [1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5]
    computed = es.entropy_weights(nearly).values
    assert largest_error(computed, entropy_by_mpmath(exact(nearly))) <= 1e-14


@pytest.mark.parametrize("layout", ["C", "F"])
def test_entropy_weights_of_many_units_to_fifty_digits(layout: str) -> None:
    # Enough to be read once; the means move from end to end.
    many = numpy.random.default_rng(9).lognormal(2, 1, (5003, 3))
    many[:, 1] *= numpy.linspace(1, 3, 5003)
    many[17, 0] = 0
    computed = es.entropy_weights(numpy.array(many, order=layout)).values
    assert largest_error(computed, entropy_by_mpmath(exact(many))) <= 1e-14


def test_entropy_weights_of_many_units_without_differences_to_fifty_digits() -> None:
    # One column is nearly constant: they are read twice.
    many = numpy.random.default_rng(9).lognormal(2, 1, (5003, 2))
    many[:, 1] = 1000 + 1e-6 * many[:, 1]
    computed = es.entropy_weights(many).values
    assert largest_error(computed, entropy_by_mpmath(exact(many))) <= 1e-14


def test_deviation_weights_to_fifty_digits(table: numpy.ndarray) -> None:
    rows = exact(table)
    expected = shares([deviation(column_of(rows, column)) for column in range(6)])
    assert largest_error(es.deviation_weights(table).values, expected) <= 1e-14


def test_critic_weights_to_fifty_digits(table: numpy.ndarray) -> None:
    rows = exact(table)
    columns = []
    for column in range(6):
        values = column_of(rows, column)
        low, high = min(values), max(values)
        columns.append([(value - low) / (high - low) for value in values])
    columns[1] = [1 - value for value in columns[1]]
    centred = [[value - mpmath.fsum(one) / len(one) for value in one] for one in columns]
    lengths = [deviation(one) for one in columns]
    contents = []
    for one, length in zip(centred, lengths, strict=True):
        conflicts = [
            1 - mpmath.fdot(one, other) / (length * other_length)
            for other, other_length in zip(centred, lengths, strict=True)
        ]
        contents.append(length * mpmath.fsum(conflicts))
    directions = ["benefit", "cost", "benefit", "benefit", "benefit", "benefit"]
    computed = es.critic_weights(table, directions=directions).values
    assert largest_error(computed, shares(contents)) <= 1e-14


def test_topsis_to_fifty_digits(table: numpy.ndarray) -> None:
    weights = [0.1, 0.2, 0.15, 0.25, 0.05, 0.25]
    rows = exact(table)
    factors = [
        mpmath.mpf(weight) / mpmath.sqrt(mpmath.fsum(v * v for v in column_of(rows, i)))
        for i, weight in enumerate(weights)
    ]
    lows = [min(column_of(rows, i)) for i in range(6)]
    highs = [max(column_of(rows, i)) for i in range(6)]
    best = [lows[i] if i == 2 else highs[i] for i in range(6)]
    worst = [highs[i] if i == 2 else lows[i] for i in range(6)]

    def distance(row: list[Any], point: list[Any]) -> Any:
        squares = [((row[i] - point[i]) * factors[i]) ** 2 for i in range(6)]
        return mpmath.sqrt(mpmath.fsum(squares))

    expected = [distance(r, worst) / (distance(r, worst) + distance(r, best)) for r in rows]
    computed = es.topsis(table, weights, directions=["benefit"] * 2 + ["cost"] + ["benefit"] * 3)
    assert largest_error(computed.scores, expected) <= 1e-14


@pytest.mark.parametrize("method", ["min_max", "z_score", "vector", "sum"])
def test_normalised_scores_to_fifty_digits(table: numpy.ndarray, method: str) -> None:
    computed = numpy.asarray(es.normalise(table, method))
    rows = exact(table)
    worst = 0.0
    for column in range(6):
        values = column_of(rows, column)
        low, high, mean = min(values), max(values), mpmath.fsum(values) / len(values)
        shift, unit = {
            "min_max": (low, high - low),
            "z_score": (mean, deviation(values) / mpmath.sqrt(len(values) - 1)),
            "vector": (0, mpmath.sqrt(mpmath.fsum(v * v for v in values))),
            "sum": (0, mpmath.fsum(values)),
        }[method]
        for one, value in zip(computed[:, column], values, strict=True):
            expected = (value - shift) / unit
            error = abs(mpmath.mpf(float(one)) - expected) / max(abs(expected), 1)
            worst = max(worst, float(error))
    assert worst <= 1e-14


@pytest.mark.parametrize("method", ["arithmetic", "geometric", "harmonic", "weighted_product"])
def test_aggregates_to_fifty_digits(table: numpy.ndarray, method: str) -> None:
    weights = [0.1, 0.2, 0.15, 0.25, 0.05, 0.25]
    exact_weights = [mpmath.mpf(weight) for weight in weights]
    total = mpmath.fsum(exact_weights)
    expected = []
    for row in exact(table):
        logs = mpmath.fsum(w * mpmath.log(v) for w, v in zip(exact_weights, row, strict=True))
        expected.append(
            {
                "arithmetic": lambda r=row: mpmath.fdot(exact_weights, r) / total,
                "geometric": lambda t=logs: mpmath.exp(t / total),
                "harmonic": lambda r=row: (
                    total / mpmath.fsum(w / v for w, v in zip(exact_weights, r, strict=True))
                ),
                "weighted_product": lambda t=logs: mpmath.exp(t),
            }[method]()
        )
    assert largest_error(es.aggregate(table, weights, method), expected) <= 1e-14


@pytest.mark.parametrize("size", [3, 5, 9, 11])
def test_ahp_to_fifty_digits(size: int) -> None:
    numbers = random.Random(size)
    true = [numbers.uniform(1, 5) for _ in range(size)]
    judged: list[list[Any]] = [[Fraction(1)] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1, size):
            ratio = true[row] / true[column] * numbers.uniform(0.8, 1.25)
            judged[row][column] = Fraction(ratio).limit_denominator(20)
            judged[column][row] = 1 / judged[row][column]
    matrix = mpmath.matrix([[mpmath.mpf(c.numerator) / c.denominator for c in r] for r in judged])
    vector = mpmath.matrix([mpmath.mpf(1) / size] * size)
    for _ in range(400):
        vector = matrix * vector
        vector /= mpmath.fsum(vector)
    eigenvalue = mpmath.fsum(matrix * vector)
    result = es.ahp(judged)
    assert largest_error(result.weights.values, list(vector)) <= 1e-14
    assert largest_error([result.principal_eigenvalue], [eigenvalue]) <= 1e-14
    index = (eigenvalue - size) / (size - 1)
    assert abs(result.consistency_index - float(index)) <= size * 1e-14
