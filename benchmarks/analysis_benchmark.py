# SPDX-License-Identifier: Apache-2.0
"""The floor analysis against NumPy: dispersion of 500,000 schools, and composite scores.

    python benchmarks/analysis_benchmark.py [SCHOOLS]

`plain` is the code that an analyst writes from the formula; `tuned` takes as few passes as NumPy
can, in place. NumPy sums plain doubles and loses digits where values hardly differ. `floor` is one
pass over the columns, with a column of results written where the measure gives one: no code is
faster. Of each the least of some runs counts, which take turns: so others on the machine count
little. edustat uses all processors, and so does what NumPy gives to BLAS. The results have to
agree.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

# Threads of BLAS that wait go to sleep at once: they would spin where the next is measured.
os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "4")

import numpy as np  # noqa: E402

import edustat as es  # noqa: E402

RUNS = 15
AIM = 5
UNITS = 100_000
INDICATORS = 30
COSTS = np.arange(INDICATORS) % 3 == 2

Call = Callable[[], object]


class Case(NamedTuple):
    name: str
    edustat: Call
    plain: Call
    tuned: Call | None = None
    columns: Sequence[np.ndarray] = ()
    writes: bool = False
    compared: Callable[[object], object] = lambda result: result


# Plain: the formula as it is written.


def variation_plain(values: np.ndarray, weights: np.ndarray) -> tuple[float, np.ndarray]:
    mean = np.average(values, weights=weights)
    squares = weights * (values - mean) ** 2
    return np.sqrt(squares.sum() / weights.sum()) / mean, squares / squares.sum()


def variation_of_units_plain(values: np.ndarray) -> tuple[float, np.ndarray]:
    squares = (values - values.mean()) ** 2
    return values.std() / values.mean(), squares / squares.sum()


def gini_plain(values: np.ndarray) -> float:
    ordered = np.sort(values)
    ranks = np.arange(1, len(ordered) + 1)
    return ((2 * ranks - len(ordered) - 1) * ordered).sum() / (len(ordered) * ordered.sum())


def gini_weighted_plain(values: np.ndarray, weights: np.ndarray) -> float:
    _, weight, amount = lorenz_plain(values, weights)
    return 1 - ((amount[1:] + amount[:-1]) * np.diff(weight)).sum() - amount[0] * weight[0]


def lorenz_plain(
    values: np.ndarray, weights: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    order = np.argsort(values)
    weight = np.cumsum(weights[order])
    amount = np.cumsum((values * weights)[order])
    return order, weight / weight[-1], amount / amount[-1]


def theil_t_plain(values: np.ndarray, weights: np.ndarray | None = None) -> float:
    ratios = values / np.average(values, weights=weights)
    logarithms = np.log(ratios, where=ratios > 0, out=np.zeros_like(ratios))
    return float(np.average(ratios * logarithms, weights=weights))


def theil_l_plain(values: np.ndarray, weights: np.ndarray) -> float:
    return float(np.average(np.log(np.average(values, weights=weights) / values), weights=weights))


def atkinson_plain(values: np.ndarray) -> float:
    return 1 - float(np.sqrt(values / values.mean()).mean()) ** 2


def entropy_plain(values: np.ndarray) -> float:
    return float(((values / values.mean()) ** 2 - 1).mean()) / 2


# Tuned: few passes, in place.


def variation_tuned(amounts: np.ndarray, pupils: np.ndarray) -> tuple[float, np.ndarray]:
    total = pupils.sum()
    mean = amounts.sum() / total
    terms = amounts / pupils
    terms -= mean
    terms *= terms
    terms *= pupils
    sum_of_terms = terms.sum()
    terms /= sum_of_terms
    return np.sqrt(sum_of_terms / total) / mean, terms


def variation_of_units_tuned(values: np.ndarray) -> tuple[float, np.ndarray]:
    mean = values.mean()
    terms = values - mean
    terms *= terms
    sum_of_terms = terms.sum()
    terms /= sum_of_terms
    return np.sqrt(sum_of_terms / len(values)) / mean, terms


def gini_weighted_tuned(values: np.ndarray, weights: np.ndarray) -> float:
    order = np.argsort(values)
    ordered, sizes = values[order], weights[order].astype(float)
    amounts = ordered * sizes
    so_far = np.cumsum(sizes)
    return np.dot(amounts, 2 * so_far - sizes - so_far[-1]) / so_far[-1] / amounts.sum()


def gini_tuned(values: np.ndarray) -> float:
    ordered = np.sort(values).astype(float)
    size = len(ordered)
    return (2 * np.dot(np.arange(1, size + 1), ordered) / ordered.sum() - (size + 1)) / size


def entropy_weights_tuned(table: np.ndarray) -> np.ndarray:
    """1 less the entropy of the shares, as shares of their sum; 0 ln 0 = 0."""
    shares = table / table.sum(axis=0)
    logarithms = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    divergences = 1 + np.einsum("ij,ij->j", shares, logarithms) / np.log(len(table))
    return divergences / divergences.sum()


def topsis_tuned(table: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Closeness to the ideal of the table over its lengths, times the weights."""
    weighted = table * (weights / np.sqrt(np.einsum("ij,ij->j", table, table)))
    lows, highs = weighted.min(axis=0), weighted.max(axis=0)
    from_best = weighted - np.where(COSTS, lows, highs)
    from_worst = weighted - np.where(COSTS, highs, lows)
    to_best = np.sqrt(np.einsum("ij,ij->i", from_best, from_best))
    to_worst = np.sqrt(np.einsum("ij,ij->i", from_worst, from_worst))
    return to_worst / (to_best + to_worst)


def of_variation(variation: es.CoefficientOfVariation) -> tuple[float, np.ndarray]:
    return variation.value, np.asarray(variation.contributions)


def dispersion_cases(schools: int) -> list[Case]:
    generator = np.random.default_rng(20161130)
    pupils = generator.integers(1, 3000, schools)
    books = generator.integers(0, 100_000, schools)
    some = books + 1
    each = books / pupils
    return [
        Case(
            "variation per pupil, contributions",
            lambda: of_variation(es.coefficient_of_variation(books, per=pupils)),
            lambda: variation_plain(books / pupils, pupils),
            lambda: variation_tuned(books, pupils),
            (books, pupils),
            writes=True,
        ),
        Case(
            "variation of whole numbers, contributions",
            lambda: of_variation(es.coefficient_of_variation(books)),
            lambda: variation_of_units_plain(books),
            lambda: variation_of_units_tuned(books),
            (books,),
            writes=True,
        ),
        Case(
            "variation of floats, contributions",
            lambda: of_variation(es.coefficient_of_variation(each)),
            lambda: variation_of_units_plain(each),
            lambda: variation_of_units_tuned(each),
            (each,),
            writes=True,
        ),
        Case(
            "variation of floats, weighted, contributions",
            lambda: of_variation(es.coefficient_of_variation(each, pupils)),
            lambda: variation_plain(each, pupils),
            None,
            (each, pupils),
            writes=True,
        ),
        Case(
            "Gini per pupil",
            lambda: es.gini(books, per=pupils),
            lambda: gini_weighted_plain(books / pupils, pupils),
            lambda: gini_weighted_tuned(books / pupils, pupils),
            (books, pupils),
        ),
        Case(
            "Gini of whole numbers, weighted",
            lambda: es.gini(books, pupils),
            lambda: gini_weighted_plain(books, pupils),
            lambda: gini_weighted_tuned(books, pupils),
            (books, pupils),
        ),
        Case(
            "Gini of floats, weighted",
            lambda: es.gini(each, pupils),
            lambda: gini_weighted_plain(each, pupils),
            lambda: gini_weighted_tuned(each, pupils),
            (each, pupils),
        ),
        Case(
            "Gini of whole numbers",
            lambda: es.gini(books),
            lambda: gini_plain(books),
            lambda: gini_tuned(books),
            (books,),
        ),
        Case(
            "Gini of floats",
            lambda: es.gini(each),
            lambda: gini_plain(each),
            lambda: gini_tuned(each),
            (each,),
        ),
        Case(
            "Lorenz curve per pupil",
            lambda: tuple(map(np.asarray, es.lorenz(books, per=pupils))),
            lambda: lorenz_plain(books / pupils, pupils)[1:],
            None,
            (books, pupils),
            writes=True,
            compared=area,
        ),
        Case(
            "Theil's T per pupil",
            lambda: es.theil_t(books, per=pupils),
            lambda: theil_t_plain(books / pupils, pupils),
            None,
            (books, pupils),
        ),
        Case(
            "Theil's T of floats",
            lambda: es.theil_t(each),
            lambda: theil_t_plain(each),
            None,
            (each,),
        ),
        Case(
            "Theil's L per pupil",
            lambda: es.theil_l(some, per=pupils),
            lambda: theil_l_plain(some / pupils, pupils),
            None,
            (some, pupils),
        ),
        Case(
            "Atkinson's index of floats, 1/2",
            lambda: es.atkinson(each, Fraction(1, 2)),
            lambda: atkinson_plain(each),
            None,
            (each,),
        ),
        Case(
            "generalised entropy of floats, 2",
            lambda: es.generalised_entropy(each, 2),
            lambda: entropy_plain(each),
            None,
            (each,),
        ),
    ]


def composite_cases() -> list[Case]:
    table = np.random.default_rng(20261125).lognormal(3, 1, (UNITS, INDICATORS))
    directions = ["cost" if cost else "benefit" for cost in COSTS]
    given = np.array(es.entropy_weights(table).values)
    return [
        Case(
            f"entropy weights, {UNITS} x {INDICATORS}",
            lambda: np.array(es.entropy_weights(table).values),
            lambda: entropy_weights_tuned(table),
        ),
        Case(
            f"TOPSIS, {UNITS} x {INDICATORS}",
            lambda: np.array(es.topsis(table, given, directions=directions).scores),
            lambda: topsis_tuned(table, given),
        ),
    ]


def area(curve: Sequence[np.ndarray]) -> float:
    """Below a curve from 0 on: the same in whatever order equal values stand."""
    people, amounts = curve
    return np.trapezoid(np.append(0, amounts), np.append(0, people))


def one_pass(columns: Sequence[np.ndarray], *, writes: bool) -> Call:
    kept = np.zeros(len(columns[0]))

    def run() -> None:
        for column in columns:
            column.max()
        if writes:
            np.copyto(kept, columns[0].view(float))

    return run


def milliseconds(calls: list[Call]) -> list[float]:
    """The least of the runs, which take turns."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(RUNS):
        for call, taken in zip(calls, times, strict=True):
            start = time.perf_counter_ns()
            call()
            taken.append((time.perf_counter_ns() - start) / 1e6)
    return [min(taken) for taken in times]


def numbers_of(result: object) -> np.ndarray:
    return np.hstack(result) if isinstance(result, tuple) else np.atleast_1d(result)


def require_equal(case: Case) -> None:
    ours = numbers_of(case.compared(case.edustat()))
    for other in (case.plain, case.tuned):
        if not other:
            continue
        theirs = numbers_of(case.compared(other()))
        if not np.allclose(ours, theirs, rtol=1e-7, atol=1e-12):
            raise SystemExit(f"{case.name}: the results differ")


def measure(case: Case) -> tuple[float, float]:
    """Prints a row; gives the times of edustat and of the plain code."""
    require_equal(case)
    calls = [case.edustat, case.plain]
    calls += [case.tuned] if case.tuned else []
    calls += [one_pass(case.columns, writes=case.writes)] if len(case.columns) else []
    ours, plain, *others = milliseconds(calls)
    tuned = others.pop(0) if case.tuned else None
    floor = others.pop(0) if others else None
    print_row(case.name, [ours, plain, plain / ours, tuned, tuned / ours if tuned else None, floor])
    return ours, plain


def print_row(name: str, cells: Sequence[float | None]) -> None:
    formats = ["10.2f", "10.2f", "7.1f", "10.2f", "7.1f", "8.2f"]
    texts = [
        " " * int(form.split(".")[0]) if cell is None else format(cell, form)
        for cell, form in zip(cells, formats, strict=True)
    ]
    print(f"{name:<46}" + "".join(texts), flush=True)


def main(schools: int) -> None:
    print(
        f"Python {platform.python_version()}, NumPy {np.__version__}, edustat {es.__version__}; "
        f"{schools} schools; milliseconds, aim {AIM} times"
    )
    print(f"{'':<46}{'edustat':>10}{'plain':>10}{'times':>7}{'tuned':>10}{'times':>7}{'floor':>8}")
    taken = [measure(case) for case in dispersion_cases(schools)]
    ours, plain = (sum(times) for times in zip(*taken, strict=True))
    print_row("all measures of dispersion", [ours, plain, plain / ours, None, None, None])
    for case in composite_cases():
        measure(case)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
