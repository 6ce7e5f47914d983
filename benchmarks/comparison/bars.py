# SPDX-License-Identifier: Apache-2.0
"""The bars: what was asked, what was measured, met or missed."""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Callable, Iterable

from measuring import Notebook, Sample

Test = Callable[[Sample], bool]


@dataclasses.dataclass(frozen=True)
class Ratio:
    """One time over another, from runs taken in turn."""

    median: float
    low: float
    high: float
    upper_seconds: float
    lower_seconds: float
    label: str = ""


@dataclasses.dataclass(frozen=True)
class Bar:
    """One goal: at least, or at most, so much."""

    text: str
    asked: float
    sense: str  # at_least or at_most
    found: Ratio | None
    unit: str = "x"

    @property
    def verdict(self) -> str:
        if self.found is None:
            return "not measured"
        reached = self.found.median
        is_met = reached >= self.asked if self.sense == "at_least" else reached <= self.asked
        return "met" if is_met else "MISSED"


def median(samples: Iterable[Sample]) -> float:
    return statistics.median(sample.seconds for sample in samples)


def ratio(upper: list[Sample], lower: list[Sample], label: str = "") -> Ratio | None:
    """The median of the ratios turn by turn, with the smallest and the largest."""
    below = {sample.turn: sample.seconds for sample in lower}
    pairs = [(sample.seconds, below[sample.turn]) for sample in upper if sample.turn in below]
    if not pairs:
        return None
    ratios = [one / other for one, other in pairs]
    return Ratio(
        statistics.median(ratios),
        min(ratios),
        max(ratios),
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        label,
    )


class Findings:
    """Ratios of one run."""

    def __init__(self, notebook: Notebook, threads: int) -> None:
        self.notebook, self.threads = notebook, threads

    def pick(self, **wanted: object) -> list[Sample]:
        return [
            sample
            for sample in self.notebook.samples
            if all(getattr(sample, name) == value for name, value in wanted.items())
        ]

    def labels(self, size: str, order: str, job: str, prefix: str = "") -> list[str]:
        """The peers that did a job, each once."""
        samples = self.pick(size=size, order=order, job=job, beside="edustat", measures=10)
        names = (sample.engine for sample in samples if sample.engine.startswith(prefix))
        return [name for name in dict.fromkeys(names) if not name.startswith("edustat")]

    def ahead(self, size: str, order: str, job: str, label: str) -> Ratio | None:
        """How often our time goes into a peer's."""
        theirs = self.pick(size=size, order=order, job=job, engine=label, beside="edustat")
        ours = self.pick(size=size, order=order, engine="edustat", beside=f"{label} {job}")
        return ratio(theirs, ours, label)

    def ahead_of_fastest(self, size: str, order: str, job: str, prefix: str = "") -> Ratio | None:
        """The same for the peer that was the fastest in this run, whatever its form."""
        labels = self.labels(size, order, job, prefix)
        if not labels:
            return None
        times = {
            label: median(self.pick(size=size, order=order, job=job, engine=label))
            for label in labels
        }
        return self.ahead(size, order, job, min(labels, key=times.__getitem__))

    def over_floor(self, size: str, order: str, job: str, threads: int) -> Ratio | None:
        """A job of ours over reading the same bytes once."""
        kept = {"size": size, "order": order, "threads": threads, "beside": "floor"}
        return ratio(self.pick(job=job, **kept), self.pick(job="floor", **kept), job)

    def through_python(self, size: str, order: str, job: str) -> Ratio | None:
        """In per cent, what Python adds."""
        there = self.pick(size=size, order=order, job=job, engine="edustat python")
        here = self.pick(size=size, order=order, engine="edustat", beside=f"python {job}")
        found = ratio(there, here, job)
        if found is None:
            return None
        ends = (100 * (value - 1) for value in (found.median, found.low, found.high))
        return Ratio(*ends, found.upper_seconds, found.lower_seconds, job)

    def from_parquet(self, size: str, order: str, label: str) -> Ratio | None:
        theirs = self.pick(size=size, order=order, job="parquet", engine=label)
        ours = self.pick(size=size, order=order, engine="edustat python", beside=f"{label} parquet")
        return ratio(theirs, ours, label)

    def memory(self, size: str, order: str, column_bytes: int) -> Ratio | None:
        """In per cent, what the whole job needs above the input columns."""
        found = [
            100 * entry["peak_mib"] * 2**20 / column_bytes
            for entry in self.notebook.memory
            if (entry["size"], entry["order"], entry["engine"]) == (size, order, "edustat")
            and entry["threads"] == self.threads
            and entry["job"] == "whole"
        ]
        if not found:
            return None
        return Ratio(max(found), min(found), max(found), 0, 0, "whole")

    def bars(self, column_bytes: dict[tuple[str, str], int]) -> list[Bar]:
        """Every goal, in its order."""
        month, shuffle = ("large", "month"), ("large", "shuffle")

        def room(key: tuple[str, str]) -> Ratio | None:
            return self.memory(*key, column_bytes[key]) if key in column_bytes else None

        least, most = "at_least", "at_most"
        return [
            Bar(
                "whole job, large, by month: DuckDB exact (BIGINT, HUGEINT)",
                12,
                least,
                self.ahead(*month, "whole", "duckdb exact"),
            ),
            Bar(
                "whole job, large, by month: fastest exact DuckDB",
                12,
                least,
                self.ahead_of_fastest(*month, "whole", "duckdb exact"),
            ),
            Bar(
                "whole job, large, by month: fastest DuckDB of any form",
                7,
                least,
                self.ahead_of_fastest(*month, "whole", "duckdb"),
            ),
            Bar(
                "all sums, large, by month: fastest peer's county sums without a join",
                4,
                least,
                self.ahead_of_fastest(*month, "county_sums"),
            ),
            Bar(
                "whole job, large, shuffled: fastest DuckDB of any form",
                5,
                least,
                self.ahead_of_fastest(*shuffle, "whole", "duckdb"),
            ),
            Bar(
                "whole job, mid, by month: fastest peer",
                8,
                least,
                self.ahead_of_fastest("mid", "month", "whole"),
            ),
            Bar(
                "whole job, small, by month: fastest peer",
                20,
                least,
                self.ahead_of_fastest("small", "month", "whole"),
            ),
            Bar(
                "scan, large, by month, over reading once",
                1.3,
                most,
                self.over_floor(*month, "scan", self.threads),
            ),
            Bar(
                "whole job, large, by month, over reading once",
                1.5,
                most,
                self.over_floor(*month, "whole", self.threads),
            ),
            Bar(
                "import, large, by month, over reading once",
                1.5,
                most,
                self.over_floor(*month, "import", self.threads),
            ),
            Bar("memory of the whole job, large, by month", 10, most, room(month), "%"),
            Bar("memory of the whole job, large, shuffled", 10, most, room(shuffle), "%"),
            Bar(
                "import and whole job through Python, large, by month, above C++",
                5,
                most,
                self.through_python(*month, "import_whole"),
                "%",
            ),
        ]
