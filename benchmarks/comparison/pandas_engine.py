# SPDX-License-Identifier: Apache-2.0
"""pandas on one thread, amounts as float64 with NaN for what is missing (form `double`)."""

from __future__ import annotations

from pathlib import Path

import numpy
import pandas
from workload import COLUMNS, MEASURES, RANKED, RATIOS, Data, Ratio

FORMS = ("double",)
BASES = {"parent": "above_", "year": "year_before_", "month": "month_before_"}


def amounts(data: Data, measure: str, rows: int) -> numpy.ndarray:
    """One measure in whole units, NaN where it is missing."""
    valid = numpy.fromfile(data.folder / f"{measure}.valid", numpy.uint8)
    known = numpy.unpackbits(valid, bitorder="little")[:rows].astype(bool)
    values = numpy.fromfile(data.folder / f"{measure}.i64", numpy.int64) / 100.0
    values[~known] = numpy.nan
    return values


class Engine:
    """The facts and the tree."""

    threads = 1

    def __init__(self, data: Data, form: str, threads: int, measures: int) -> None:
        del form, threads
        self.name, self.version = "pandas", pandas.__version__
        self.data = data
        self.measures = [f"m{number}" for number in range(measures)]
        self.county, self.city, self.province = data.tree()
        self.month = data.keys("month.i16")
        columns = {"school": data.keys("school.i32"), "month": self.month}
        for number, measure in enumerate(self.measures):
            columns[measure] = amounts(data, MEASURES[number % len(MEASURES)], data.rows)
        self.facts = pandas.DataFrame(columns, copy=False)
        self.totals = self.table = self.county_of_row = None

    def total(self, frame: pandas.DataFrame, ids: numpy.ndarray) -> pandas.DataFrame:
        """Sums by the given ids and the months of the frame."""
        keys = [pandas.Series(ids, name="id"), frame["month"].reset_index(drop=True)]
        groups = frame.groupby([key.to_numpy() for key in keys], sort=False)
        sums = groups[self.measures].sum(min_count=1)
        sums.index.names = ["id", "month"]
        return sums.reset_index()

    def sums(self, facts: pandas.DataFrame | None = None) -> None:
        facts = self.facts if facts is None else facts
        counties = self.total(facts, self.county[facts["school"].to_numpy()])
        cities = self.total(counties, self.city[counties["id"].to_numpy()])
        provinces = self.total(cities, self.province[cities["id"].to_numpy()])
        nation = self.total(provinces, numpy.zeros(len(provinces), numpy.int32))
        counties["parent"] = self.city[counties["id"].to_numpy()]
        cities["parent"] = self.province[cities["id"].to_numpy()]
        provinces["parent"], nation["parent"] = 0, -1
        levels = (nation, provinces, cities, counties)
        for number, frame in enumerate(levels):
            frame["level"] = number
        self.totals = pandas.concat(levels, ignore_index=True)

    def county_sums(self) -> None:
        """County by month only, with the county already in the facts: the best case."""
        if self.county_of_row is None:
            self.county_of_row = self.county[self.facts["school"].to_numpy()]
        self.total(self.facts, self.county_of_row)

    def shifted(self, base: str) -> tuple[pandas.DataFrame, list[str]]:
        """What stands under a ratio of this kind, and by which keys it is found."""
        measures = sorted({ratio.bottom for ratio in RATIOS if ratio.base == base})
        names = {measure: BASES[base] + measure for measure in measures}
        frame = self.totals[["level", "id", "month", *measures]].rename(columns=names)
        if base == "parent":
            frame["level"] += 1
            return frame.rename(columns={"id": "parent"}), ["level", "parent", "month"]
        frame["month"] += 12 if base == "year" else 1
        return frame, ["level", "id", "month"]

    def indicators(self) -> None:
        cells = self.totals
        for base in BASES:
            frame, keys = self.shifted(base)
            cells = cells.merge(frame, "left", keys)
        table = {name: cells[name] for name in ("level", "id", "parent", "month")}
        for ratio in RATIOS:
            table[ratio.name] = self.ratio(cells, ratio)
        self.table = pandas.DataFrame(table)
        groups = self.table.groupby(["level", "parent", "month"])
        self.table["rank"] = groups[RANKED].rank(method="min", ascending=False)

    @staticmethod
    def ratio(cells: pandas.DataFrame, ratio: Ratio) -> numpy.ndarray:
        top = cells[ratio.top].to_numpy()
        bottom = cells[BASES.get(ratio.base, "") + ratio.bottom].to_numpy()
        if ratio.is_growth:
            top = top - bottom
        with numpy.errstate(all="ignore"):
            return numpy.round(ratio.factor * top / bottom, 2)

    def whole(self) -> None:
        self.sums()
        self.indicators()

    def from_parquet(self) -> None:
        """From the file on disk to the finished table of indicators."""
        facts = pandas.read_parquet(self.data.folder / "facts.parquet")
        for measure in self.measures:
            facts[measure] = facts[measure].astype("float64") / 100.0
        self.sums(facts)
        self.indicators()

    def jobs(self) -> dict[str, object]:
        return {
            "sums": self.sums,
            "county_sums": self.county_sums,
            "indicators": self.indicators,
            "whole": self.whole,
            "parquet": self.from_parquet,
        }

    def write(self, path: Path) -> None:
        """The indicators in hundredths, in the order of the reference."""
        table = self.table.sort_values(["level", "id", "month"])[list(COLUMNS)].copy()
        for ratio in RATIOS:
            table[ratio.name] = (table[ratio.name] * 100).round().astype("Int64")
        table["rank"] = table["rank"].astype("Int64")
        table.to_csv(path, index=False, lineterminator="\n")
