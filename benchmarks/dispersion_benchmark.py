# SPDX-License-Identifier: Apache-2.0
"""Dispersion of 500,000 schools: the library against NumPy, each the best of some runs.

    python benchmarks/dispersion_benchmark.py [SCHOOLS]

NumPy takes as few passes as it can, in place; its sums are plain doubles and its Gini coefficient
takes no care of values that differ in their last bit only.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

import edustat as es

RUNS = 15


def best(call: Callable[[], object]) -> float:
    """Milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def variation_per(amounts: np.ndarray, pupils: np.ndarray) -> tuple[float, np.ndarray]:
    total = pupils.sum()
    mean = amounts.sum() / total
    terms = amounts / pupils
    terms -= mean
    terms *= terms
    terms *= pupils
    sum_of_terms = terms.sum()
    terms /= sum_of_terms
    return np.sqrt(sum_of_terms / total) / mean, terms


def variation(values: np.ndarray) -> tuple[float, np.ndarray]:
    mean = values.mean()
    terms = values - mean
    terms *= terms
    sum_of_terms = terms.sum()
    terms /= sum_of_terms
    return np.sqrt(sum_of_terms / len(values)) / mean, terms


def gini(values: np.ndarray) -> float:
    ordered = np.sort(values).astype(float)
    size = len(ordered)
    return (2 * np.dot(np.arange(1, size + 1), ordered) / ordered.sum() - (size + 1)) / size


def gini_weighted(values: np.ndarray, weights: np.ndarray) -> float:
    order = np.argsort(values)
    ordered, sizes = values[order], weights[order].astype(float)
    amounts = ordered * sizes
    so_far = np.cumsum(sizes)
    return np.dot(amounts, 2 * so_far - sizes - so_far[-1]) / so_far[-1] / amounts.sum()


def main(schools: int) -> None:
    generator = np.random.default_rng(20161130)
    pupils = generator.integers(1, 3000, schools)
    books = generator.integers(0, 100_000, schools)
    each = books / pupils
    pairs: list[tuple[str, Callable[[], object], Callable[[], object]]] = [
        (
            "coefficient per pupil, with contributions",
            lambda: es.coefficient_of_variation(books, per=pupils).contributions,
            lambda: variation_per(books, pupils),
        ),
        (
            "coefficient of whole numbers, with contributions",
            lambda: es.coefficient_of_variation(books).contributions,
            lambda: variation(books),
        ),
        (
            "coefficient of floats, with contributions",
            lambda: es.coefficient_of_variation(each).contributions,
            lambda: variation(each),
        ),
        (
            "Gini per pupil",
            lambda: es.gini(books, per=pupils),
            lambda: gini_weighted(books / pupils, pupils),
        ),
        (
            "Gini of whole numbers, weighted",
            lambda: es.gini(books, pupils),
            lambda: gini_weighted(books, pupils),
        ),
        ("Gini of whole numbers", lambda: es.gini(books), lambda: gini(books)),
        ("Gini of floats", lambda: es.gini(each), lambda: gini(each)),
    ]
    for name, ours, theirs in pairs:
        mine, other = best(ours), best(theirs)
        print(f"{name:50} {mine:8.2f} ms, NumPy {other:8.2f} ms, {other / mine:5.1f} times")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
