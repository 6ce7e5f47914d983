# SPDX-License-Identifier: Apache-2.0
"""Judges random cases of the library by Python's integers: `compare.py PROGRAM`.

PROGRAM writes the cases (cases.cpp); every line is worked out again by the oracles. 200,000 cases
every day, 20 million with EDUSTAT_LONG in the environment.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from figure_oracle import figure
from interval_oracle import INTERVAL_ORACLES
from oracle import NUMBER_ORACLES, Refused

ORACLES = NUMBER_ORACLES | INTERVAL_ORACLES | {"figure": figure}
EVERYDAY = 200_000
LONG = 20_000_000
BATCH = 100_000


class Mismatch(Exception):
    """A line that does not hold, with its number and what was expected."""


def expected_of(operation: str, operands: list[str]) -> str:
    try:
        return ORACLES[operation](*operands)
    except Refused as error:
        return str(error)


def judge(line: str) -> str:
    """The operation of a line that holds."""
    operation, *operands, result = line.rstrip("\n").split("\t")
    expected = expected_of(operation, operands)
    if result != expected:
        raise Mismatch(
            f"  {operation} {' | '.join(operands)}\n  gives    {result}\n  expected {expected}"
        )
    return operation


def judge_batch(program: str, seed: int, span: tuple[int, int]) -> Counter[str]:
    """How many cases of each operation hold; the span is half open."""
    first, last = span
    command = [program, str(seed), str(first), str(last - first)]
    counts: Counter[str] = Counter()
    number = first
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            try:
                counts[judge(line)] += 1
            except Mismatch as mismatch:
                process.kill()
                raise Mismatch(f"case {number}, seed {seed}\n{mismatch}") from None
            number += 1
    if process.returncode != 0 or number != last:
        raise Mismatch(f"{' '.join(command)} stopped before case {number}, seed {seed}")
    return counts


def judge_all(program: str, seed: int, count: int, jobs: int) -> Counter[str]:
    spans = [(first, min(first + BATCH, count)) for first in range(0, count, BATCH)]
    judge_span = partial(judge_batch, program, seed)
    total: Counter[str] = Counter()
    if jobs == 1:
        for span in spans:
            total += judge_span(span)
        return total
    with ProcessPoolExecutor(jobs) as pool:
        try:
            for counts in pool.map(judge_span, spans):
                total += counts
        except Mismatch:
            pool.shutdown(cancel_futures=True)
            raise
    return total


def main() -> int:
    is_long = bool(os.environ.get("EDUSTAT_LONG"))
    parser = argparse.ArgumentParser(description="Judges random cases by Python's integers.")
    parser.add_argument("program", help="edustat_differential_cases as it was built")
    parser.add_argument("--count", type=int, default=LONG if is_long else EVERYDAY)
    parser.add_argument("--seed", type=int, default=20161130)
    parser.add_argument("--jobs", type=int, default=(os.cpu_count() or 1) if is_long else 1)
    options = parser.parse_args()
    begun = time.monotonic()
    try:
        counts = judge_all(options.program, options.seed, options.count, options.jobs)
    except Mismatch as mismatch:
        print(f"MISMATCH: {mismatch}")
        return 1
    missing = ORACLES.keys() - counts.keys()
    if missing and options.count >= EVERYDAY:
        print(f"no case of {', '.join(sorted(missing))}")
        return 1
    print(", ".join(f"{name} {count:,}" for name, count in counts.most_common()))
    seconds = time.monotonic() - begun
    print(f"{counts.total():,} cases, 0 mismatches, seed {options.seed} ({seconds:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
