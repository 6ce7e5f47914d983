# SPDX-License-Identifier: Apache-2.0
"""A process that keeps one engine's tables in memory and runs one job whenever a line asks for it.

Lines in: `run JOB`, `memory JOB`, `write PATH`, `quit`. Lines out: one JSON object each, the first
once everything is loaded. So one program can take two engines in turn: A B A B.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path


def memory(key: str) -> float:
    """A line of the kernel's account of this process, in MiB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1]) / 1024
    raise KeyError(key)


def measure_memory(job: Callable[[], object]) -> dict[str, float]:
    """How far the resident memory rises above where it stands while a job runs."""
    before = memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")
    job()
    return {"resident_mib": round(before, 1), "peak_mib": round(memory("VmHWM") - before, 1)}


def say(**answer: object) -> None:
    """One line of JSON."""
    print(json.dumps(answer), flush=True)


def serve(
    head: Mapping[str, object],
    jobs: Mapping[str, Callable[[], object]],
    write: Callable[[Path], None],
) -> None:
    """Answers until the input ends."""
    say(**head, jobs=list(jobs), resident_mib=round(memory("VmRSS"), 1))
    for line in sys.stdin:
        command, _, argument = line.strip().partition(" ")
        if command == "quit":
            return
        if command == "run":
            begin = time.perf_counter()
            jobs[argument]()
            say(job=argument, seconds=time.perf_counter() - begin)
        elif command == "memory":
            say(job=argument, **measure_memory(jobs[argument]))
        elif command == "write":
            write(Path(argument))
            say(written=argument)
        else:
            say(error=f"unknown command {command!r}")
