# SPDX-License-Identifier: Apache-2.0
"""Whether results are the exact one, before any time is quoted."""

from __future__ import annotations

import filecmp
import tempfile
from itertools import product
from pathlib import Path

from preparing import CATALOGUE, say
from processes import Process
from workload import Data

ONE_BATCH = 0


def prove(
    program: Path,
    given: Data,
    reference: Path,
    threads: list[int],
    batches: list[int],
) -> list[dict[str, object]]:
    """Our result for every number of threads and batch size, byte for byte."""
    found = []
    for count, batch in product(threads, batches):
        command = [program, given.folder, CATALOGUE, count, 10, batch]
        with tempfile.TemporaryDirectory() as folder, Process(command) as engine:
            path = Path(folder) / "result.csv"
            engine.ask("run whole")
            engine.ask(f"write {path}")
            same = filecmp.cmp(path, reference, shallow=False)
            entry = {
                "size": given.size,
                "order": given.order,
                "threads": count,
                "batch_rows": batch,
                "identical": same,
            }
            if not same:
                entry["differences"] = differences(path, reference)
        found.append(entry)
        rows = f"batches of {batch} rows" if batch else "one batch"
        verdict = "identical" if same else f"NOT IDENTICAL: {entry['differences']}"
        say(f"{given.size} {given.order}, {count} threads, {rows}: {verdict}")
    return found


def differences(result: Path, reference: Path) -> dict[str, int]:
    """By column, in how many cells a result is not the exact one."""
    with result.open() as ours, reference.open() as exact:
        names = exact.readline().strip().split(",")
        if ours.readline().strip().split(",") != names:
            return {"header": 1}
        counts = dict.fromkeys(names, 0)
        lines = 0
        for left, right in zip(ours, exact, strict=False):
            lines += 1
            if left == right:
                continue
            pairs = zip(left.strip().split(","), right.strip().split(","), strict=False)
            for name, (a, b) in zip(names, pairs, strict=False):
                counts[name] += a != b
        rest = sum(1 for _ in ours) + sum(1 for _ in exact)
    return {name: count for name, count in counts.items() if count} | (
        {"rows": rest} if rest else {}
    )
