# SPDX-License-Identifier: Apache-2.0
"""Figures of English local authorities against one another: rates, regions, costs, accounts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

import edustat as es

HERE = Path(__file__).parent
DATA = (
    Path(os.environ.get("EDUSTAT_SHARED", HERE.parents[2] / "shared")) / "data/en-local-authority"
)
CATALOGUE = es.Catalogue.load(HERE / "catalogue.toml")

ENGLAND = "E92000001"
LONDON = "E12000007"
# What the signs in the tables of the Department mean.
MARKS = {"c": "suppressed", "x": "missing", "z": "not_applicable", "u": "missing"}


def read_texts(name: str) -> list[dict[str, str]]:
    """A published table, every cell as it is written."""
    names = csv.open_csv(DATA / name).schema.names
    options = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
    return csv.read_csv(DATA / name, convert_options=options).to_pylist()


def columns_of(rows: list[dict[str, str]], names: Iterable[str]) -> dict[str, list[str]]:
    """The rows as columns."""
    return {name: [row[name] for row in rows] for name in names}


def region_of(row: dict[str, str]) -> str:
    """The code of what a row is about."""
    return row["new_la_code"] or row["region_code"] or ENGLAND


def tree_of(rows: list[dict[str, str]]) -> es.RegionTree:
    """England, nine regions, and in London the two halves: three levels above an authority."""
    regions = {ENGLAND: {"code": ENGLAND, "name": "England", "level": "country"}}
    for row in rows:
        level, code = row["geographic_level"], region_of(row)
        if level == "Regional":
            # Inner and Outer London lie in London: added up, London is there once.
            is_half = row["region_name"] in ("Inner London", "Outer London")
            parent = LONDON if is_half else ENGLAND
            kind = "half" if is_half else "region"
            regions[code] = {
                "code": code,
                "name": row["region_name"],
                "level": kind,
                "parent": parent,
            }
        elif level == "Local authority":
            parent = row["region_code"]
            regions[code] = {
                "code": code,
                "name": row["la_name"],
                "level": "authority",
                "parent": parent,
            }
    return es.RegionTree(list(regions.values()))


PHASE = "phase_type_grouping"


def tree_of_rows(rows: list[dict[str, str]]) -> es.RegionTree:
    """Every row by itself: printed figures are held against printed figures of the same row."""
    codes = dict.fromkeys(map(region_of, rows))
    leaves = [{"code": c, "name": c, "level": "row", "parent": "rows"} for c in codes]
    return es.RegionTree([{"code": "rows", "name": "rows", "level": "table"}, *leaves])


def read_absence(make_tree: Callable[[list[dict[str, str]]], es.RegionTree]) -> es.Panel:
    """Absence: counts that were rounded to tens, rates to a tenth of a per cent."""
    rows = read_texts("absence_la.csv")
    counts = ["t_sess_possible", "t_sess_overall", "t_sess_authorised", "t_sess_unauthorised"]
    table = columns_of(rows, [*counts, "pt_overall", "social_care_group", PHASE])
    table["region"] = [region_of(row) for row in rows]
    table["year"] = [f"{row['time_period'][:4]}/{row['time_period'][4:]}" for row in rows]
    tens: dict[str, Any] = {"places": -1, "precision": "nearest", "marks": MARKS}
    return es.Panel.from_arrow(
        table,
        regions=make_tree(rows),
        period="year",
        columns=[
            es.Column("t_sess_possible", "sessions_possible", **tens),
            es.Column("t_sess_overall", "sessions_absent", **tens),
            es.Column("t_sess_authorised", "sessions_authorised", **tens),
            es.Column("t_sess_unauthorised", "sessions_unauthorised", **tens),
            es.Column("pt_overall", "absence_rate", places=1, marks=MARKS),
        ],
        categories={"group": "social_care_group", "phase": PHASE},
        catalogue=CATALOGUE,
        inner="total",
    )


def read_looked_after() -> es.Panel:
    """Children looked after on 31 March, the population, and the printed rate."""
    name = "cla_number_and_rate_per_10k_children.csv"
    rows = [
        row for row in read_texts(name) if row["population_type"].endswith("31 March each year")
    ]
    table = columns_of(
        rows, ["time_period", "children_count", "population_estimate", "rate_per_10000"]
    )
    table["region"] = [region_of(row) for row in rows]
    return es.Panel.from_arrow(
        table,
        regions=tree_of(rows),
        period="time_period",
        columns=[
            es.Column(
                "children_count", "looked_after", places=-1, precision="nearest", marks=MARKS
            ),
            es.Column("population_estimate", "children", marks=MARKS),
            es.Column("rate_per_10000", "looked_after_rate", places=0, marks=MARKS),
        ],
        catalogue=CATALOGUE,
        inner="total",
    )


def read_places() -> es.Panel:
    """Pupils, places and funding of every authority; England as a total to compare with."""
    rows = read_texts("scorecard_data_2025_2023.csv")
    table = columns_of(rows, ["Year", "PriNOR", "SecNOR", "PriCap", "SecCap", "Funding"])
    table["region"] = [region_of(row) for row in rows]
    marks = {"NA": "missing", **MARKS}
    return es.Panel.from_arrow(
        table,
        regions=tree_of(
            [{**row, "region_code": ENGLAND, "la_name": row["LA_name"]} for row in rows]
        ),
        period="Year",
        columns=[
            es.Column("PriNOR", "primary_pupils", marks=marks),
            es.Column("SecNOR", "secondary_pupils", marks=marks),
            es.Column("PriCap", "primary_places", marks=marks),
            es.Column("SecCap", "secondary_places", marks=marks),
            es.Column("Funding", "funding", marks=marks),
        ],
        catalogue=CATALOGUE,
        inner="total",
    )


def cost_per_place() -> es.Findings:
    """Every printed cost per place, against the cost and the places beside it."""
    rows = read_texts("scorecard_data_2025_2023.csv")
    kinds = [f"{stage}_{kind}" for stage in "PS" for kind in ("NS", "EP", "ET")]
    cells = [(row, kind) for kind in kinds for row in rows]
    return es.Relation("cost_per_place == cost / places").check(
        {
            "cost_per_place": [row[f"CPP_{kind}"] for row, kind in cells],
            "cost": [row[f"Cost_{kind}"] for row, kind in cells],
            "places": [row[f"Places_{kind}"] for row, kind in cells],
        }
    )


OUTTURN = ["employees", "running", "expenditure", "fees", "other_income", "income", "net"]


def read_outturn() -> es.Panel:
    """The accounts: a sheet with six lines above its head, and the classes in a second table."""
    options = csv.ReadOptions(skip_rows=6)
    names = csv.open_csv(DATA / "RSX_LA_Data_202425_sheet.csv", read_options=options).schema.names
    convert = csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
    )
    sheet = csv.read_csv(
        DATA / "RSX_LA_Data_202425_sheet.csv", read_options=options, convert_options=convert
    ).to_pylist()
    end = next(i for i, row in enumerate(sheet) if row["ONS Code"] == ENGLAND)
    members, england, classes = sheet[:end], sheet[end], sheet[end + 2 : end + 7]
    regions = [{"code": ENGLAND, "name": "England", "level": "country"}]
    regions += [
        {"code": row["Class"], "name": row["Local authority"], "level": "class", "parent": ENGLAND}
        for row in classes
    ]
    regions.append({"code": "O", "name": "Other authorities", "level": "class", "parent": ENGLAND})
    regions += [
        {
            "code": row["E-code"],
            "name": row["Local authority"],
            "level": "authority",
            "parent": row["Class"],
        }
        for row in members
    ]
    coded = [(row["E-code"], row) for row in members]
    coded += [(row["Class"], row) for row in classes] + [(ENGLAND, england)]
    services = list(dict.fromkeys(name.split(" - ")[0] for name in names[7:]))
    table: dict[str, Any] = {"region": [], "service": [], **{name: [] for name in OUTTURN}}
    for i, service in enumerate(services):
        for code, row in coded:
            table["region"].append(code)
            table["service"].append(service)
            for name, column in zip(OUTTURN, names[7 + 7 * i : 14 + 7 * i], strict=True):
                text = row[column]
                # The sheet holds binary numbers: 1101.9000000000001 is the one nearest to 1101.90.
                table[name].append(None if text == "[x]" else float(text))
    table["year"] = ["2024"] * len(table["region"])
    return es.Panel.from_arrow(
        pa.table(table),
        regions=es.RegionTree(regions),
        period="year",
        columns=[es.Column(name, places=5) for name in OUTTURN],
        categories={"service": "service"},
        catalogue=CATALOGUE,
        inner="total",
    )


def show(title: str) -> None:
    """A heading."""
    print(f"\n{title}\n{'-' * len(title)}")


def show_audit(audit: es.PanelAudit, *kinds: str) -> None:
    """The verdicts on all checks of some kinds, added up by rule."""
    for rule in dict.fromkeys(one.rule for one in audit.checks if one.kind in kinds):
        checks = [one for one in audit.checks if one.rule == rule and one.kind in kinds]
        counts = [
            f"{sum(getattr(one, name) for one in checks):,} {name}"
            for name in ("consistent", "impossible", "cannot_tell", "gaps")
        ]
        print(f"{checks[0].label.en}: {', '.join(counts)}")


def show_absence() -> None:
    """Printed rates against rounded counts; signs kept apart; regions against authorities."""
    rows = es.roll_up(read_absence(tree_of_rows), levels=["row"])
    show("Absence: counts rounded to tens, rates to 0.1 %")
    show_audit(es.audit(rows, CATALOGUE), "indicator", "rule")
    totals = es.roll_up(read_absence(tree_of))
    show_audit(es.audit(totals, CATALOGUE), "region")
    latest = totals.periods[-1]
    name = "sessions_possible[group=protection, phase=special]"
    statuses = [totals.status(latest, name, row.code) for row in totals.rows]
    names = ("complete", "partial", "suppressed", "missing", "not_applicable")
    print(f"in {latest}: " + ", ".join(f"{one} {statuses.count(one)}" for one in names))


def show_looked_after() -> None:
    """England by adding up regions, in which London is there once."""
    totals = es.roll_up(read_looked_after(), levels=["country", "region", "half"])
    show("Children looked after, 2025")
    for row in totals.rows:
        value = totals.at("2025", "looked_after", row.code, partial="known_part").value
        known, due = totals.coverage("2025", "looked_after", row.code)
        print(f"{row.name:<26}{value!s:>8}  {known}/{due}")
    show_audit(es.audit(es.roll_up(read_looked_after()), CATALOGUE), "indicator")


def show_places() -> None:
    """What adds up to England and what does not."""
    audit = es.audit(es.roll_up(read_places()), CATALOGUE)
    show("School places: England against its authorities")
    totals = audit.totals
    for name in ("primary_pupils", "secondary_pupils", "primary_places", "secondary_places"):
        differing = {one.period for one in totals.differences if one.series.endswith(name)}
        print(f"{name}: differs in {', '.join(map(str, differing)) or 'no year'}")
    print(audit[0].explain("en"))
    print(f"cost per place: {cost_per_place()}")


def show_outturn() -> None:
    """Identities of the accounts, and classes with authorities that did not report."""
    audit = es.audit(es.roll_up(read_outturn()), CATALOGUE)
    show("Revenue outturn 2024-25, thousand pounds")
    show_audit(audit, "rule")
    name = "england.expenditure[service=service_1]"
    for one in (one for one in audit.totals.differences if one.series == name):
        known, due = one.coverage
        place = audit.totals.tree.name_of(one.region)
        printed, computed = (es.round_to(value, 2) for value in (one.reported, one.computed))
        print(f"education, {place}: printed {printed}, {known} of {due} authorities are {computed}")


if __name__ == "__main__":
    show_absence()
    show_looked_after()
    show_places()
    show_outturn()
