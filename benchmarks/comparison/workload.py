# SPDX-License-Identifier: Apache-2.0
"""The job that every engine is given: facts of schools by month, summed and turned into rates.

A folder of data holds raw columns: the keys school.i32 and month.i16, ten measures m0.i64 to
m9.i64 in hundredths, each with a bitmap m0.valid in Arrow's bit order, and the tree as
county_of_school.i32, city_of_county.i32 and prov_of_city.i32.
"""

from __future__ import annotations

import dataclasses
import pathlib

LEVELS = ("nation", "province", "city", "county")
MEASURES = tuple(f"m{number}" for number in range(10))
PLACES = 2


@dataclasses.dataclass(frozen=True)
class Ratio:
    """top / bottom of a cell, of its parent or of an earlier month; growth takes 1 away."""

    name: str
    top: str
    bottom: str
    factor: int = 100
    base: str = "own"  # where the bottom stands: own, parent, year (12 months before), month
    is_growth: bool = False


RATIOS = (
    Ratio("students_per_teacher", "m0", "m1", 1),
    Ratio("area_per_student", "m2", "m0", 1),
    Ratio("equipment_per_student", "m3", "m0", 1),
    Ratio("spending_per_student", "m4", "m0", 1),
    Ratio("public_funds_per_student", "m5", "m0", 1),
    Ratio("books_per_student", "m6", "m0", 1),
    Ratio("net_enrolment", "m8", "m7"),
    Ratio("dropout_rate", "m9", "m0"),
    Ratio("public_share", "m5", "m4"),
    *(Ratio(f"share_{measure}", measure, measure, base="parent") for measure in ("m0", "m1", "m2")),
    Ratio("share_m4", "m4", "m4", base="parent"),
    *(
        Ratio(f"year_{measure}", measure, measure, base="year", is_growth=True)
        for measure in ("m0", "m2", "m4", "m5")
    ),
    *(
        Ratio(f"month_{measure}", measure, measure, base="month", is_growth=True)
        for measure in ("m0", "m4")
    ),
)
RANKED = "spending_per_student"
COLUMNS = ("level", "id", "month", *(ratio.name for ratio in RATIOS), "rank")


@dataclasses.dataclass(frozen=True)
class Data:
    """One folder of data."""

    folder: pathlib.Path

    @property
    def size(self) -> str:
        return self.folder.parent.name

    @property
    def order(self) -> str:
        return self.folder.name

    def facts(self) -> dict[str, int]:
        """What the generator says about the data: rows, schools, months and so on."""
        lines = (self.folder / "meta.txt").read_text().splitlines()
        pairs = (line.split() for line in lines)
        return {key: int(value) for key, value in pairs if value.isdigit()}

    @property
    def rows(self) -> int:
        return self.facts()["rows"]

    def column_bytes(self, measures: int = len(MEASURES)) -> int:
        """Bytes of the columns that any engine must read at least once."""
        files = [self.folder / "school.i32", self.folder / "month.i16"]
        for measure in MEASURES[:measures]:
            files += [self.folder / f"{measure}.i64", self.folder / f"{measure}.valid"]
        return sum(file.stat().st_size for file in files)

    def keys(self, name: str):  # noqa: ANN201 -- numpy is there only in the peers' environment
        """A key column or a table of the tree."""
        import numpy

        kind = numpy.int16 if name.endswith("i16") else numpy.int32
        return numpy.fromfile(self.folder / name, kind)

    def tree(self):  # noqa: ANN201
        """County of school, city of county, province of city."""
        return tuple(
            self.keys(f"{name}.i32")
            for name in ("county_of_school", "city_of_county", "prov_of_city")
        )

    def table(self, measures: int = len(MEASURES)):  # noqa: ANN201
        """The facts as an Arrow table in memory; beyond ten, measures are repeated."""
        import numpy
        import pyarrow

        def buffer(name: str, kind: type) -> pyarrow.Buffer:
            return pyarrow.py_buffer(numpy.fromfile(self.folder / name, kind))

        rows = self.rows
        columns = {
            "school": pyarrow.Array.from_buffers(
                pyarrow.int32(), rows, [None, buffer("school.i32", numpy.int32)]
            ),
            "month": pyarrow.Array.from_buffers(
                pyarrow.int16(), rows, [None, buffer("month.i16", numpy.int16)]
            ),
        }
        for number in range(measures):
            source = MEASURES[number % len(MEASURES)]
            columns[f"m{number}"] = pyarrow.Array.from_buffers(
                pyarrow.int64(),
                rows,
                [buffer(f"{source}.valid", numpy.uint8), buffer(f"{source}.i64", numpy.int64)],
            )
        return pyarrow.table(columns)
