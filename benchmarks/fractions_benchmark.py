# SPDX-License-Identifier: Apache-2.0
"""es.check and Relation.check against the same interval arithmetic written with fractions.

Both sides read the printed texts. Prints one table of medians and ratios of one run:

    python benchmarks/fractions_benchmark.py
"""

from __future__ import annotations

import platform
import re
import statistics
import time
from fractions import Fraction

import edustat as es

ROWS = [
    ("63.82%", "112万平方米", "176.4万平方米"),
    ("48.46%", "85万平方米", "176.4万平方米"),
    ("62.43%", "57.3万平方米", "91.8万平方米"),
    ("46.18%", "42.4万平方米", "91.8万平方米"),
    ("66.79%", "4.8亿元", "7.2亿元"),
    ("75.39%", "2.3亿元", "3.1亿元"),
]
SCALES = {"": 1, "万": 10**4, "亿": 10**8}
Interval = tuple[Fraction, bool, Fraction, bool]
FIGURE = re.compile(r"(\d+)(?:\.(\d+))?(万|亿)?(%|平方米|元)")


def read_interval(text: str) -> Interval:
    """The closed range of a figure that was rounded to the nearest."""
    whole, decimals, scale, unit = FIGURE.fullmatch(text).groups()
    decimals = decimals or ""
    place = Fraction(SCALES[scale or ""], 10 ** len(decimals) * (100 if unit == "%" else 1))
    value = int(whole + decimals) * place
    return value - place / 2, True, value + place / 2, True


def divide(left: Interval, right: Interval) -> Interval:
    """Every quotient, for a divisor without 0: an end is closed when a pair of ends attains it."""
    corners = [
        (one / other, one_closed and other_closed)
        for one, one_closed in (left[:2], left[2:])
        for other, other_closed in (right[:2], right[2:])
    ]
    low = min(value for value, _ in corners)
    high = max(value for value, _ in corners)
    return (
        low,
        any(closed for value, closed in corners if value == low),
        high,
        any(closed for value, closed in corners if value == high),
    )


def meet(left: Interval, right: Interval) -> bool:
    """Whether the ranges have a value in common."""
    low, low_closed = max((left[:2], right[:2]), key=lambda end: (end[0], not end[1]))
    high, high_closed = min((left[2:], right[2:]), key=lambda end: (end[0], end[1]))
    return low < high or (low == high and low_closed and high_closed)


def check_by_fractions(rate: str, part: str, whole: str) -> bool:
    """Whether the rate can be the quotient."""
    return meet(read_interval(rate), divide(read_interval(part), read_interval(whole)))


def nanoseconds_per_row(run, rows: int, repeats: int = 15) -> float:
    """Median over the repeats."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter_ns()
        run()
        times.append((time.perf_counter_ns() - start) / rows)
    return statistics.median(times)


def main() -> None:
    rows = ROWS * 500
    relation = es.Relation("rate == part / whole")
    columns = {
        "rate": [row[0] for row in rows],
        "part": [row[1] for row in rows],
        "whole": [row[2] for row in rows],
    }

    def by_fractions() -> list[bool]:
        return [check_by_fractions(*row) for row in rows]

    def by_check() -> list[bool]:
        return [
            es.check("rate == part / whole", rate=rate, part=part, whole=whole).verdict
            == "consistent"
            for rate, part, whole in rows
        ]

    def by_columns() -> list[bool]:
        return [verdict == "consistent" for verdict in relation.check(columns).verdicts]

    if not by_fractions() == by_check() == by_columns():
        raise SystemExit("the three ways disagree")
    slow = nanoseconds_per_row(by_fractions, len(rows))
    single = nanoseconds_per_row(by_check, len(rows))
    column = nanoseconds_per_row(lambda: relation.check(columns), len(rows))
    print(
        f"{platform.python_implementation()} {platform.python_version()}, edustat {es.__version__}"
    )
    print(f"{'way':<34}{'ns per row':>12}{'ratio':>9}{'aim':>7}")
    print(f"{'fractions':<34}{slow:>12.0f}{1:>9.1f}")
    print(f"{'es.check, one call a row':<34}{single:>12.0f}{slow / single:>9.1f}{8:>7}")
    print(f"{'es.Relation.check, columns':<34}{column:>12.0f}{slow / column:>9.1f}{50:>7}")


if __name__ == "__main__":
    main()
