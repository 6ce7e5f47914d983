# SPDX-License-Identifier: Apache-2.0
"""Entropy weights and TOPSIS of 100,000 units and 30 indicators, against NumPy.

Both sides read the same array of doubles and must agree. Prints medians and ratios of one run:

    python benchmarks/composite_benchmark.py
"""

from __future__ import annotations

import platform
import statistics
import time
from collections.abc import Callable

import numpy

import edustat as es

UNITS = 100_000
INDICATORS = 30
COSTS = numpy.arange(INDICATORS) % 3 == 2


def entropy_weights_by_numpy(table: numpy.ndarray) -> numpy.ndarray:
    """1 less the entropy of the shares, as shares of their sum; 0 ln 0 = 0."""
    shares = table / table.sum(axis=0)
    logarithms = numpy.log(shares, out=numpy.zeros_like(shares), where=shares > 0)
    divergences = 1 + numpy.einsum("ij,ij->j", shares, logarithms) / numpy.log(len(table))
    return divergences / divergences.sum()


def topsis_by_numpy(table: numpy.ndarray, weights: numpy.ndarray) -> numpy.ndarray:
    """Closeness to the ideal of the table over its lengths, times the weights."""
    weighted = table * (weights / numpy.sqrt(numpy.einsum("ij,ij->j", table, table)))
    lows, highs = weighted.min(axis=0), weighted.max(axis=0)
    from_best = weighted - numpy.where(COSTS, lows, highs)
    from_worst = weighted - numpy.where(COSTS, highs, lows)
    to_best = numpy.sqrt(numpy.einsum("ij,ij->i", from_best, from_best))
    to_worst = numpy.sqrt(numpy.einsum("ij,ij->i", from_worst, from_worst))
    return to_worst / (to_best + to_worst)


def milliseconds(runs: list[Callable[[], object]], repeats: int = 15) -> list[float]:
    """Medians over the repeats, the runs taking turns."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(repeats):
        for run, taken in zip(runs, times, strict=True):
            start = time.perf_counter_ns()
            run()
            taken.append((time.perf_counter_ns() - start) / 1e6)
    return [statistics.median(taken) for taken in times]


def main() -> None:
    table = numpy.random.default_rng(20261125).lognormal(3, 1, (UNITS, INDICATORS))
    directions = ["cost" if cost else "benefit" for cost in COSTS]
    weights = es.entropy_weights(table)
    given = numpy.array(weights.values)
    expected = entropy_weights_by_numpy(table)
    if not numpy.allclose(given, expected, rtol=1e-9, atol=0):
        raise SystemExit("the entropy weights differ")
    scores = numpy.array(es.topsis(table, weights, directions=directions).scores)
    if not numpy.allclose(scores, topsis_by_numpy(table, given), rtol=1e-11, atol=0):
        raise SystemExit("the scores of TOPSIS differ")
    print(
        f"Python {platform.python_version()}, NumPy {numpy.__version__}, edustat {es.__version__}"
    )
    print(f"{UNITS} units, {INDICATORS} indicators")
    print(f"{'':<18}{'NumPy ms':>10}{'edustat ms':>12}{'ratio':>8}{'aim':>6}")
    for name, slow, fast in [
        (
            "entropy_weights",
            lambda: entropy_weights_by_numpy(table),
            lambda: es.entropy_weights(table),
        ),
        (
            "topsis",
            lambda: topsis_by_numpy(table, given),
            lambda: es.topsis(table, weights, directions=directions),
        ),
    ]:
        by_numpy, by_edustat = milliseconds([slow, fast])
        ratio = by_numpy / by_edustat
        print(f"{name:<18}{by_numpy:>10.1f}{by_edustat:>12.1f}{ratio:>8.1f}{5:>6}")


if __name__ == "__main__":
    main()
