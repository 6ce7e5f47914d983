# SPDX-License-Identifier: Apache-2.0
"""DuckDB: tables in memory, sums level by level, then all indicators in one query.

Forms: `exact` keeps hundredths as BIGINT, sums them in HUGEINT and rounds each ratio once, half
away from zero, in whole numbers; `exact64` does the same but divides in checked 64-bit numbers,
which this data allows; `decimal` is DECIMAL(18,2), whose division gives a DOUBLE; `division` uses
DuckDB 2's decimal_division, which rounds half to even; `double` is DOUBLE throughout.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
from workload import COLUMNS, MEASURES, RANKED, RATIOS, Data, Ratio

FORMS = ("exact", "exact64", "decimal", "division", "double")
SELECTED = {
    "exact": "{0}",
    "exact64": "{0}",
    "decimal": "({0}::DECIMAL(18,0) * 0.01)::DECIMAL(18,2) AS {0}",
    "division": "({0}::DECIMAL(18,0) * 0.01)::DECIMAL(18,2) AS {0}",
    "double": "{0}::DOUBLE / 100 AS {0}",
}
BASES = {"own": "cell", "parent": "above", "year": "year_before", "month": "month_before"}


def ratio_sql(form: str, ratio: Ratio) -> str:
    """One ratio to two places; in the exact forms in hundredths."""
    bottom = f"{BASES[ratio.base]}.{ratio.bottom}"
    top = f"(cell.{ratio.top} - {bottom})" if ratio.is_growth else f"cell.{ratio.top}"
    if form in ("exact", "exact64"):
        doubled = 2 * 100 * ratio.factor
        quotient = f"(abs({top}) * {doubled} + {bottom}) // (2 * {bottom})"
        value = f"CASE WHEN {bottom} <> 0 THEN (sign({top}) * ({quotient}))::BIGINT END"
    elif form == "division":
        scaled = top if ratio.factor == 1 else f"({ratio.factor} * {top})::DECIMAL(24,2)"
        value = f"decimal_division({scaled}::DECIMAL(24,2), nullif({bottom}, 0)::DECIMAL(18,2), 2)"
    else:
        scaled = top if ratio.factor == 1 else f"{ratio.factor}.0 * {top}"
        value = f"round({scaled} / nullif({bottom}, 0), 2)"
    return f"{value} AS {ratio.name}"


class Engine:
    """One connection with its tables."""

    def __init__(self, data: Data, form: str, threads: int, measures: int) -> None:
        self.name, self.version = "DuckDB", duckdb.__version__
        self.data, self.form = data, form
        self.measures = [f"m{number}" for number in range(measures)]
        self.connection = duckdb.connect(":memory:", config={"threads": threads})
        picked = ", ".join(SELECTED[form].format(measure) for measure in self.measures)
        self.load("facts", data.table(measures), f"SELECT school, month, {picked}")
        self.make_tree()

    def run(self, statement: str) -> duckdb.DuckDBPyConnection:
        return self.connection.execute(statement)

    def load(self, name: str, table: object, selection: str = "SELECT *") -> None:
        self.connection.register("arrow_table", table)
        self.run(f"CREATE TABLE {name} AS {selection} FROM arrow_table")
        self.connection.unregister("arrow_table")

    def make_tree(self) -> None:
        import numpy
        import pyarrow

        levels = ("school", "county", "city", "province")
        names = ("tree_schools", "tree_counties", "tree_cities")
        for name, above, lower, upper in zip(
            names, self.data.tree(), levels, levels[1:], strict=False
        ):
            numbers = numpy.arange(len(above), dtype=numpy.int32)
            self.load(name, pyarrow.table({lower: numbers, upper: above}))

    def sums(self, indices: str = "") -> None:
        total = "HUGEINT" if self.form == "exact" else "BIGINT"
        kept = {"exact64": f"::{total}", "division": "::DECIMAL(18,2)"}.get(self.form, "")
        sums = ", ".join(f"sum({measure}){kept} AS {measure}" for measure in self.measures)
        names = ", ".join(self.measures)
        source = indices or "facts JOIN tree_schools USING (school)"
        steps = (
            ("county", f"SELECT county AS id, month, {sums} FROM {source} GROUP BY ALL"),
            (
                "city",
                f"SELECT city AS id, month, {sums} FROM county_sums JOIN tree_counties "
                "ON county = id GROUP BY ALL",
            ),
            (
                "province",
                f"SELECT province AS id, month, {sums} FROM city_sums JOIN tree_cities "
                "ON city = id GROUP BY ALL",
            ),
            ("nation", f"SELECT 0 AS id, month, {sums} FROM province_sums GROUP BY ALL"),
        )
        for level, query in steps:
            self.run(f"CREATE OR REPLACE TEMP TABLE {level}_sums AS {query}")
        self.run(
            f"""CREATE OR REPLACE TEMP TABLE sums AS
            SELECT 3 AS level, id, city AS parent, month, {names}
              FROM county_sums JOIN tree_counties ON county = id
            UNION ALL SELECT 2, id, province, month, {names}
              FROM city_sums JOIN tree_cities ON city = id
            UNION ALL SELECT 1, id, 0, month, {names} FROM province_sums
            UNION ALL SELECT 0, id, NULL, month, {names} FROM nation_sums"""
        )

    def county_sums(self) -> None:
        """County by month only, with the county already in the facts: the best case."""
        tables = {row[0] for row in self.run("SELECT table_name FROM duckdb_tables()").fetchall()}
        if "county_facts" not in tables:
            self.run(
                "CREATE TABLE county_facts AS SELECT county, facts.* EXCLUDE (school) "
                "FROM facts JOIN tree_schools USING (school)"
            )
        sums = ", ".join(f"sum({measure}) AS {measure}" for measure in self.measures)
        self.run(
            f"CREATE OR REPLACE TEMP TABLE county_sums AS SELECT county AS id, month, {sums} "
            "FROM county_facts GROUP BY ALL"
        )

    def indicators(self) -> None:
        ratios = ",\n".join(ratio_sql(self.form, ratio) for ratio in RATIOS)
        self.run(
            f"""CREATE OR REPLACE TEMP TABLE indicators AS
            SELECT *, CASE WHEN {RANKED} IS NOT NULL THEN rank() OVER
              (PARTITION BY level, parent, month ORDER BY {RANKED} DESC NULLS LAST) END AS rank
            FROM (SELECT cell.level, cell.id, cell.parent, cell.month, {ratios}
              FROM sums AS cell
              LEFT JOIN sums AS above ON above.level = cell.level - 1
                AND above.id = cell.parent AND above.month = cell.month
              LEFT JOIN sums AS year_before ON year_before.level = cell.level
                AND year_before.id = cell.id AND year_before.month = cell.month - 12
              LEFT JOIN sums AS month_before ON month_before.level = cell.level
                AND month_before.id = cell.id AND month_before.month = cell.month - 1)"""
        )

    def whole(self) -> None:
        self.sums()
        self.indicators()

    def from_parquet(self) -> None:
        """From the file on disk to the finished table of indicators."""
        picked = ", ".join(SELECTED[self.form].format(measure) for measure in self.measures)
        path = self.data.folder / "facts.parquet"
        file = f"(SELECT school, month, {picked} FROM read_parquet('{path}'))"
        self.sums(f"{file} JOIN tree_schools USING (school)")
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
        exact = self.form in ("exact", "exact64")
        columns = [
            column
            if exact or column not in {ratio.name for ratio in RATIOS}
            else f"round({column} * 100)::BIGINT AS {column}"
            for column in COLUMNS
        ]
        self.copy(f"SELECT {', '.join(columns)} FROM indicators ORDER BY level, id, month", path)

    def write_sums(self, path: Path) -> None:
        """The sums in hundredths; for the exact forms."""
        names = ", ".join(MEASURES)
        self.copy(f"SELECT level, id, month, {names} FROM sums ORDER BY level, id, month", path)

    def copy(self, query: str, path: Path) -> None:
        self.run(f"COPY ({query}) TO '{path}' (FORMAT csv, HEADER)")
