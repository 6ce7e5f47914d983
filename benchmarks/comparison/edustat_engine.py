# SPDX-License-Identifier: Apache-2.0
"""This library through Python, on an Arrow table whose buffers it reads where they lie."""

from __future__ import annotations

from pathlib import Path

import numpy
import pyarrow
import pyarrow.compute
import pyarrow.parquet
from workload import COLUMNS, LEVELS, MEASURES, PLACES, RANKED, RATIOS, Data

import edustat as es

FORMS = ("exact",)
CATALOGUE = Path(__file__).resolve().parent.parent / "workload.toml"
MONEY = pyarrow.decimal64(18, PLACES)
# Of a file; what comes once for each panel then weighs little beside its four million rows.
GROUPS_READ = 4


def as_decimals(table: pyarrow.Table) -> pyarrow.Table:
    """Hundredths as decimals with two places: the same buffers under another type."""
    arrays, names = [], table.column_names
    for name in names:
        column = table[name]
        if name in MEASURES:
            chunks = [
                pyarrow.Array.from_buffers(MONEY, len(chunk), chunk.buffers(), offset=chunk.offset)
                for chunk in column.chunks
            ]
            column = pyarrow.chunked_array(chunks, MONEY)
        arrays.append(column)
    return pyarrow.table(arrays, names)


def rows_of_tree(data: Data) -> dict[str, list[str | None]]:
    """The regions as columns; schools are called by their numbers, as in the facts."""
    county, city, province = data.tree()
    has_schools = len(county) > len(city)
    levels = [("nation", ["nation"], [None])]
    levels.append(
        ("province", [f"p{i}" for i in range(max(province) + 1)], ["nation"] * (max(province) + 1))
    )
    levels.append(("city", [f"y{i}" for i in range(len(province))], [f"p{i}" for i in province]))
    prefix = "c" if has_schools else ""
    levels.append(("county", [f"{prefix}{i}" for i in range(len(city))], [f"y{i}" for i in city]))
    if has_schools:
        levels.append(("school", [str(i) for i in range(len(county))], [f"c{i}" for i in county]))
    codes = [code for _, part, _ in levels for code in part]
    return {
        "code": codes,
        "name": codes,
        "level": [level for level, part, _ in levels for _ in part],
        "parent": [parent for _, _, part in levels for parent in part],
    }


class Engine:
    """The table, the tree, and the panel over both."""

    def __init__(self, data: Data, form: str, threads: int, measures: int) -> None:
        del form
        self.name, self.version, self.threads = "edustat through Python", es.__version__, threads
        self.data = data
        self.catalogue = es.Catalogue.load(CATALOGUE)
        self.tree = es.RegionTree.from_columns(**rows_of_tree(data))
        self.table = as_decimals(data.table(measures))
        self.indicators = self.ranks = None
        self.panel = self.read(self.table)

    def read(self, table: pyarrow.Table) -> es.Panel:
        return es.Panel.from_arrow(
            table,
            regions=self.tree,
            region="school",
            period="month",
            first_period="2014-01",
            catalogue=self.catalogue,
            threads=self.threads,
        )

    def evaluate(self, panel: es.Panel) -> None:
        self.finish(es.roll_up(panel, levels=LEVELS, threads=self.threads))

    def finish(self, totals: es.Totals) -> None:
        self.indicators = es.evaluate(
            totals, self.catalogue, partial="known_part", threads=self.threads
        )
        self.ranks = self.indicators.rank(RANKED, by="rounded", threads=self.threads)

    def import_table(self) -> None:
        self.panel = self.read(self.table)

    def whole(self) -> None:
        self.evaluate(self.panel)

    def import_whole(self) -> None:
        self.import_table()
        self.whole()

    def from_parquet(self) -> None:
        """From the file on disk to the finished table, some groups of rows at a time."""
        path = self.data.folder / "facts.parquet"
        sums = es.RollUp(self.tree, levels=LEVELS)
        with pyarrow.parquet.ParquetFile(path, memory_map=True) as file:
            groups = range(file.num_row_groups)
            for first in groups[::GROUPS_READ]:
                table = file.read_row_groups(groups[first : first + GROUPS_READ])
                sums.add(self.read(as_decimals(table)), threads=self.threads)
        self.finish(sums.finish(threads=self.threads))

    def jobs(self) -> dict[str, object]:
        return {
            "import": self.import_table,
            "whole": self.whole,
            "import_whole": self.import_whole,
            "parquet": self.from_parquet,
        }

    def write(self, path: Path) -> None:
        """The indicators in hundredths, in the order of the reference."""
        found = self.indicators.to_arrow()
        months = len(self.ranks)
        cells = len(self.ranks[0])
        # A row for each month and region, to a row for each region and month.
        turned = numpy.arange(months * cells).reshape(months, cells).T.ravel()
        found = found.append_column("rank", pyarrow.array(sum(self.ranks, [])))
        found = found.take(pyarrow.array(turned))
        levels = found["level"].to_pylist()
        columns = {
            "level": [LEVELS.index(level) for level in levels],
            "id": [0] * len(levels),
            "month": numpy.tile(numpy.arange(months), cells),
        }
        for i in range(months, len(levels)):
            before = columns["id"][i - months]
            columns["id"][i] = before + 1 if levels[i] == levels[i - months] else 0
        hundredths = 10**PLACES
        for ratio in RATIOS:
            values = pyarrow.compute.multiply(found[ratio.name], hundredths)
            columns[ratio.name] = values.cast(pyarrow.int64())
        columns["rank"] = found["rank"]
        table = pyarrow.table(columns).select(COLUMNS).to_pylist()
        with path.open("w", newline="\n") as file:
            file.write(",".join(COLUMNS) + "\n")
            for row in table:
                file.write(",".join("" if v is None else str(v) for v in row.values()) + "\n")
