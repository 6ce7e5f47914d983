# SPDX-License-Identifier: Apache-2.0
"""polars, lazily, on its streaming engine or in memory.

Forms: `int64` keeps hundredths as Int64, whose sums wrap silently beyond 64 bits, and divides as
Float64; `double` is Float64 throughout. With `-memory` behind them they use the in-memory engine.
"""

from __future__ import annotations

from pathlib import Path

import polars
from workload import COLUMNS, RANKED, RATIOS, Data, Ratio

FORMS = ("int64", "double", "int64-memory", "double-memory")
BASES = {"own": "", "parent": "above_", "year": "year_before_", "month": "month_before_"}


def ratio_of(ratio: Ratio) -> polars.Expr:
    bottom = polars.col(BASES[ratio.base] + ratio.bottom).cast(polars.Float64)
    top = polars.col(ratio.top).cast(polars.Float64)
    if ratio.is_growth:
        top = top - bottom
    return (ratio.factor * top / bottom).round(2).alias(ratio.name)


class Engine:
    """The facts and the tree."""

    def __init__(self, data: Data, form: str, threads: int, measures: int) -> None:
        del threads  # POLARS_MAX_THREADS, which must stand before polars is imported
        self.name, self.version, self.threads = (
            "polars",
            polars.__version__,
            polars.thread_pool_size(),
        )
        self.data = data
        self.engine = "in-memory" if form.endswith("-memory") else "streaming"
        self.is_double = form.startswith("double")
        self.measures = [f"m{number}" for number in range(measures)]
        facts = polars.from_arrow(data.table(measures)).lazy()
        self.facts = self.amounts(facts).collect().rechunk()
        county, city, province = data.tree()
        self.schools = self.part("school", "county", county)
        self.counties = self.part("county", "city", city)
        self.cities = self.part("city", "province", province)
        self.totals = self.table = self.county_facts = None

    def amounts(self, facts: polars.LazyFrame) -> polars.LazyFrame:
        """Hundredths as they are, or amounts in floating point."""
        if not self.is_double:
            return facts
        return facts.with_columns(
            polars.col(measure).cast(polars.Float64) / 100 for measure in self.measures
        )

    @staticmethod
    def part(lower: str, upper: str, above: object) -> polars.LazyFrame:
        frame = polars.DataFrame({upper: above}).with_row_index(lower)
        return frame.with_columns(polars.all().cast(polars.Int32)).lazy()

    def collect(self, frame: polars.LazyFrame) -> polars.DataFrame:
        return frame.collect(engine=self.engine)

    def total(self, frame: polars.LazyFrame, key: str) -> polars.LazyFrame:
        """Sums by key and month, the key then being called id."""
        sums = polars.col(self.measures).sum()
        return self.collect(frame.group_by(key, "month").agg(sums).rename({key: "id"})).lazy()

    def sums(self, facts: polars.LazyFrame | None = None) -> None:
        facts = self.facts.lazy() if facts is None else facts
        counties = self.total(facts.join(self.schools, on="school"), "county")
        above = counties.join(self.counties, left_on="id", right_on="county")
        cities = self.total(above, "city")
        above_cities = cities.join(self.cities, left_on="id", right_on="city")
        provinces = self.total(above_cities, "province")
        nation = self.total(provinces.with_columns(nation=polars.lit(0, polars.Int32)), "nation")
        parents = (
            nation.with_columns(parent=polars.lit(-1, polars.Int32)),
            provinces.with_columns(parent=polars.lit(0, polars.Int32)),
            above_cities.rename({"province": "parent"}),
            above.rename({"city": "parent"}),
        )
        names = ("level", "id", "parent", "month", *self.measures)
        self.totals = self.collect(
            polars.concat(
                frame.with_columns(level=polars.lit(level, polars.Int32)).select(names)
                for level, frame in enumerate(parents)
            )
        )

    def county_sums(self) -> None:
        """County by month only, with the county already in the facts: the best case."""
        if self.county_facts is None:
            joined = self.facts.lazy().join(self.schools, on="school", how="left")
            self.county_facts = joined.drop("school").collect().rechunk()
        self.total(self.county_facts.lazy(), "county")

    def shifted(self, base: str) -> tuple[polars.LazyFrame, list[str]]:
        """What stands under a ratio of this kind, and by which keys it is found."""
        measures = sorted({ratio.bottom for ratio in RATIOS if ratio.base == base})
        names = {measure: BASES[base] + measure for measure in measures}
        frame = self.totals.lazy().select("level", "id", "month", *measures).rename(names)
        if base == "parent":
            frame = frame.with_columns(level=polars.col("level") + 1).rename({"id": "parent"})
            return frame, ["level", "parent", "month"]
        months = polars.lit(12 if base == "year" else 1, polars.Int16)
        frame = frame.with_columns(month=polars.col("month") + months)
        return frame, ["level", "id", "month"]

    def indicators(self) -> None:
        cells = self.totals.lazy()
        for base in ("parent", "year", "month"):
            frame, keys = self.shifted(base)
            cells = cells.join(frame, on=keys, how="left")
        ratios = [ratio_of(ratio) for ratio in RATIOS]
        rank = polars.col(RANKED).rank("min", descending=True).over("level", "parent", "month")
        table = cells.select("level", "id", "parent", "month", *ratios)
        self.table = self.collect(table.with_columns(rank=rank))

    def whole(self) -> None:
        self.sums()
        self.indicators()

    def from_parquet(self) -> None:
        """From the file on disk to the finished table of indicators."""
        file = polars.scan_parquet(self.data.folder / "facts.parquet")
        self.sums(self.amounts(file))
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
        hundredths = [
            (polars.col(ratio.name) * 100).round().cast(polars.Int64, strict=False)
            for ratio in RATIOS
        ]
        table = self.table.with_columns(hundredths).sort("level", "id", "month")
        table.select(COLUMNS).write_csv(path)
