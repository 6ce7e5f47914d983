# SPDX-License-Identifier: Apache-2.0
"""The rolls of every school of New Zealand, 2000 to 2017: added up, compared and checked."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

import edustat as es

HERE = Path(__file__).parent
DATA = Path(os.environ.get("EDUSTAT_SHARED", HERE.parents[2] / "shared")) / "data/nz-school-rolls"
CATALOGUE = es.Catalogue.load(HERE / "catalogue.toml")

# What the file calls a demographic is a sex, an ethnic group, or the total of both.
SEX = {"Female": "female", "Male": "male"}
NOWHERE = {"Not Applicable", "Correspondence School"}


def read_tree() -> tuple[es.RegionTree, list[str]]:
    """School, territorial authority, regional council, nation; and what had to be decided."""
    details = csv.read_csv(DATA / "school_details.csv").to_pylist()
    rows = {"NZ": {"code": "NZ", "name": "New Zealand", "level": "nation", "parent": ""}}
    councils_of: dict[str, set[str]] = {}
    years: dict[str, tuple[int, int]] = {}
    for one in details:
        council, authority = one["Regional Council"], one["TA with Auckland Local Board"]
        councils_of.setdefault(authority, set()).add(council)
        # An authority that lies in two regions is two regions of this tree.
        place = f"{council}/{authority}"
        if council in NOWHERE:
            place = council = "elsewhere"
        rows.setdefault(council, region(council, "region", "NZ"))
        if council != "elsewhere":
            rows.setdefault(place, region(place, "authority", council, authority))
        school = str(one["School ID"])
        rows[school] = region(school, "school", place, one["School Name"])
        first, last = years.get(school, (9999, 0))
        years[school] = min(first, one["From"]), max(last, one["To"])
    for school, (first, last) in years.items():
        rows[school] |= {"valid_from": f"{first}-01", "valid_until": f"{last}-12"}
    split = sorted(name for name, councils in councils_of.items() if len(councils) > 1)
    return es.RegionTree(list(rows.values())), split


def region(code: str, level: str, parent: str, name: str | None = None) -> dict[str, str]:
    """A row of the tree."""
    return {"code": code, "name": name or code, "level": level, "parent": parent}


def read_rolls(tree: es.RegionTree) -> es.Panel:
    """The published file as a panel, with a dimension for each of the two ways of counting."""
    table = csv.read_csv(
        DATA / "school_demographics.csv.gz",
        convert_options=csv.ConvertOptions(column_types={"School ID": pa.string()}),
    )
    demographic = table["Demographic"].dictionary_encode().combine_chunks()
    words = demographic.dictionary.to_pylist()
    sex = [SEX.get(word, "") for word in words]
    ethnicity = ["" if word == "Total" or word in SEX else word for word in words]
    return es.Panel.from_arrow(
        pa.table(
            {
                "school": table["School ID"],
                "year": table["Year"],
                "sex": pc.take(pa.array(sex), demographic.indices),
                "ethnicity": pc.take(pa.array(ethnicity), demographic.indices),
                "roll": table["Count"],
            }
        ),
        regions=tree,
        region="school",
        period="year",
        columns=["roll"],
        categories={"sex": "sex", "ethnicity": "ethnicity"},
        catalogue=CATALOGUE,
    )


def show(title: str) -> None:
    """A heading."""
    print(f"\n{title}\n{'-' * len(title)}")


def main() -> None:
    """Prints the report."""
    tree, split = read_tree()
    panel = read_rolls(tree)
    print(f"{panel.rows:,} rows, {len(tree):,} regions, {len(panel.periods)} years")
    print(f"in two regions, and so twice in the tree: {', '.join(split)}")
    same = [
        name for name in {tree.name_of(code) for code in tree.codes} if len(tree.named(name)) > 1
    ]
    print(f"names that several schools or places share: {len(same)}; the key is the code")

    totals = es.roll_up(panel)
    # Some schools have no row in a year in which they were open: the known part is asked for.
    nation = es.evaluate(totals, CATALOGUE, partial="known_part")
    show("The nation")
    print("year      roll  schools  growth %  female %  Māori %  of the six groups %")
    for period in totals.periods:
        shares = [nation.rounded(period, name, "NZ") for name in (
            "roll_growth", "share_of_roll[sex=female]", "share_of_roll[ethnicity=maori]",
            "share_of_groups",
        )]  # fmt: skip
        roll = totals.at(period, "roll", "NZ", partial="known_part").value
        known, due = totals.coverage(period, "roll", "NZ")
        growth, female, maori, groups = ("-" if one is None else str(one) for one in shares)
        print(
            f"{period}  {roll}  {known}/{due}  {growth:>8}  {female:>8}  {maori:>7}  {groups:>19}"
        )

    show("Regions in 2017, by growth on 2016")
    print("rank  region                      roll  growth %  share of the nation %")
    ranks = nation.rank("roll_growth", order="highest_first")[len(totals.periods) - 1]
    rows = [
        (rank, row) for rank, row in zip(ranks, totals.rows, strict=True) if row.level == "region"
    ]
    for rank, row in sorted(rows, key=lambda one: one[0] or 99):
        roll = totals.at("2017", "roll", row.code, partial="known_part").value
        growth = nation.rounded("2017", "roll_growth", row.code)
        share = nation.rounded("2017", "share_of_nation", row.code)
        print(f"{rank or '-':>4}  {row.name:<24}{roll!s:>8}  {growth!s:>8}  {share!s:>21}")

    show("Every relation, on every school, place and year")
    audit = es.audit(totals, CATALOGUE)
    for check in audit.checks:
        label = check.label.en + "".join(f" ({code})" for code in check.categories.values())
        counts = f"{check.consistent:,} consistent, {check.impossible:,} not, {check.gaps:,} gaps"
        print(f"{label}: {counts}")
    short = [
        finding
        for finding in audit
        if finding.rule == "rolls.groups_within_roll" and str(finding.period) == "2017"
    ]
    print(f"\n{short[0].explain('en')}")


if __name__ == "__main__":
    main()
