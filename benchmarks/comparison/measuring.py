# SPDX-License-Identifier: Apache-2.0
"""Times, always in turn: what is set against each other is measured side by side, A B A B."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterable
from pathlib import Path

from preparing import peer, say
from processes import Process
from proof import differences
from workload import Data

OWN_JOBS = ("floor", "scan", "sums", "indicators", "whole", "import", "import_whole")


@dataclasses.dataclass(frozen=True)
class Sample:
    """One timed run."""

    size: str
    order: str
    engine: str  # edustat, or a peer and its form
    threads: int
    job: str
    beside: str  # the engine that it was measured in turn with
    turn: int
    seconds: float
    measures: int = 10


@dataclasses.dataclass
class Notebook:
    """Everything that a run finds."""

    samples: list[Sample] = dataclasses.field(default_factory=list)
    memory: list[dict[str, object]] = dataclasses.field(default_factory=list)
    wrong: list[dict[str, object]] = dataclasses.field(default_factory=list)
    versions: dict[str, str] = dataclasses.field(default_factory=dict)


class Measuring:
    """Our program, loaded with one size and order, and those it is compared with in turn."""

    def __init__(self, given: Data, ours: Process, python: Path, notebook: Notebook) -> None:
        self.given, self.ours, self.python, self.notebook = given, ours, python, notebook
        notebook.versions["edustat"] = ours.head["version"]

    def take(
        self, engine: str, threads: int, job: str, beside: str, turn: int, seconds: float
    ) -> None:
        sample = Sample(
            self.given.size, self.given.order, engine, threads, job, beside, turn, seconds
        )
        self.notebook.samples.append(sample)

    def run_ours(self, job: str, threads: int, beside: str, turn: int) -> None:
        self.ours.ask(f"threads {threads}")
        self.take("edustat", threads, job, beside, turn, self.ours.seconds(job))

    def alone(self, threads: Iterable[int], turns: int) -> None:
        """Our jobs in turn with reading the same bytes once."""
        threads = list(threads)
        for turn in range(-1, turns):
            for count in threads:
                for job in OWN_JOBS:
                    if turn >= 0:
                        self.run_ours(job, count, "floor", turn)
                    else:
                        self.ours.ask(f"threads {count}")
                        self.ours.ask(f"run {job}")
        for count in threads:
            for job in ("sums", "whole"):
                self.ours.ask(f"threads {count}")
                self.note_memory("edustat", count, self.ours.ask(f"memory {job}"))

    def note_memory(self, engine: str, threads: int, answer: dict[str, object]) -> None:
        entry = {"size": self.given.size, "order": self.given.order, "engine": engine}
        self.notebook.memory.append(entry | {"threads": threads} | answer)

    def against(self, name: str, form: str, threads: int, turns: int, jobs: Iterable[str]) -> None:
        """Our jobs in turn with those of a peer."""
        label = f"{name} {form}"
        say(f"{self.given.size} {self.given.order}: {label}")
        with peer(self.python, name, form, self.given, threads, 10) as engine:
            self.notebook.versions[name] = engine.head["version"]
            engine.ask("run whole")
            used = engine.head["threads"]
            self.note_memory(label, used, engine.ask("memory whole"))
            self.count_wrong(label, engine)
            for job in jobs:
                engine.ask(f"run {job}")
                # The best case of the peers stands against our sums of every level.
                our_job = "sums" if job == "county_sums" else job
                for turn in range(turns):
                    self.run_ours(our_job, threads, f"{label} {job}", turn)
                    self.take(label, used, job, "edustat", turn, engine.seconds(job))

    def through_python(self, threads: int, turns: int, jobs: Iterable[str]) -> None:
        """The same jobs in C++ and through Python, in turn."""
        say(f"{self.given.size} {self.given.order}: through Python")
        with peer(self.python, "edustat", "exact", self.given, threads, 10) as engine:
            for job in jobs:
                engine.ask(f"run {job}")
                for turn in range(turns):
                    self.run_ours(job, threads, f"python {job}", turn)
                    self.take("edustat python", threads, job, "edustat", turn, engine.seconds(job))

    def from_parquet(self, others: list[tuple[str, str]], threads: int, turns: int) -> None:
        """One Parquet file to the finished table: we and the others in turn."""
        say(f"{self.given.size} {self.given.order}: from Parquet")
        with peer(self.python, "edustat", "exact", self.given, threads, 10) as ours:
            ours.ask("run parquet")
            for name, form in others:
                with peer(self.python, name, form, self.given, threads, 10) as engine:
                    label = f"{name} {form}"
                    engine.ask("run parquet")
                    for turn in range(turns):
                        for who, process in (("edustat python", ours), (label, engine)):
                            beside = label if process is ours else "edustat python"
                            seconds = process.seconds("parquet")
                            self.take(who, threads, "parquet", f"{beside} parquet", turn, seconds)

    def count_wrong(self, label: str, engine: Process) -> None:
        """How many figures of a peer are not the exact ones."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "result.csv"
            engine.ask(f"write {path}")
            found = differences(path, self.given.folder.parent / "reference.csv")
        entry = {"size": self.given.size, "order": self.given.order, "engine": label}
        self.notebook.wrong.append(entry | {"figures": sum(found.values()), "columns": found})


def by_measures(
    given: Data, program: list[object], python: Path, forms: list[str], threads: int, turns: int
) -> list[Sample]:
    """What sums cost with 5, 10 and 20 measures, ours and DuckDB's."""
    samples = []
    for measures in (5, 10, 20):
        with Process([*program, threads, measures]) as ours:
            for form in forms:
                label = f"duckdb {form}"
                say(f"{given.size} {given.order}: {measures} measures, {label}")
                with peer(python, "duckdb", form, given, threads, measures) as engine:
                    for turn in range(-1, turns):
                        for who, process in (("edustat", ours), (label, engine)):
                            beside = label if process is ours else "edustat"
                            seconds = process.seconds("sums")
                            if turn >= 0:
                                samples.append(
                                    Sample(
                                        given.size,
                                        given.order,
                                        who,
                                        threads,
                                        "sums",
                                        f"{beside} measures",
                                        turn,
                                        seconds,
                                        measures,
                                    )
                                )
    return samples
