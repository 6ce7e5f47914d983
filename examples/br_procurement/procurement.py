# SPDX-License-Identifier: Apache-2.0
"""School meals bought in Rio Grande do Sul, 2017 to 2019: lines, contracts and tenders."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
from pyarrow import csv

import edustat as es

HERE = Path(__file__).parent
DATA = Path(os.environ.get("EDUSTAT_SHARED", HERE.parents[2] / "shared")) / "data/br-rs-procurement"
CATALOGUE = es.Catalogue.load(HERE / "catalogue.toml")
STATE = "43"
SUPPLIERS = {"persons": "F", "companies": "J", "others": "E"}


def read_texts(name: str) -> list[dict[str, str]]:
    """A published table, every cell as it is written; an empty one is nothing."""
    names = csv.open_csv(DATA / name).schema.names
    options = csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), null_values=[""], strings_can_be_null=True
    )
    return csv.read_csv(DATA / name, convert_options=options).to_pylist()


def floats(texts: Iterable[str | None]) -> pa.Array:
    """Numbers of which some are written as 1e+05: each the float nearest to a decimal."""
    return pa.array((None if text is None else float(text) for text in texts), pa.float64())


def contract_of(row: dict[str, str], body: str) -> str:
    """The key of a contract: its number alone is used again by every body and year."""
    parts = [row[body], row["nr_licitacao"], row["ano_licitacao"], row["nr_contrato"]]
    return "/".join([*parts, row["ano_contrato"]])


def bodies(rows: list[dict[str, str]], body: str) -> list[dict[str, str]]:
    """The state, and the municipalities whose purchasing body stands in some row."""
    names = {row["id_orgao"]: row["nm_municipio"] for row in read_texts("info_municipios.csv")}
    found = dict.fromkeys(row[body] for row in rows)
    return [
        {"code": STATE, "name": "Rio Grande do Sul", "level": "state"},
        *(node(code, "municipality", STATE, names[code]) for code in found),
    ]


def node(code: str, level: str, parent: str, name: str | None = None) -> dict[str, str]:
    """A row of a tree."""
    return {"code": code, "name": name or code, "level": level, "parent": parent}


def in_year(place: dict[str, str], year: str) -> dict[str, str]:
    """The same in one year alone: in no other is anything due of it."""
    return place | {"valid_from": f"{year}-01", "valid_until": f"{year}-12"}


def contract_node(row: dict[str, str], code: str) -> dict[str, str]:
    """A contract under its body."""
    return in_year(node(code, "contract", row["id_orgao"]), row["ano_contrato"])


def read_contracts() -> es.Panel:
    """Contract values; each kind of supplier is a group of contracts."""
    rows = read_texts("info_contratos.csv")
    codes = [contract_of(row, "id_orgao") for row in rows]
    contracts = [contract_node(row, c) for c, row in zip(codes, rows, strict=True)]
    tree = es.RegionTree([*bodies(rows, "id_orgao"), *contracts])
    for name, kind in SUPPLIERS.items():
        members = [
            c for c, row in zip(codes, rows, strict=True) if row["tp_documento_contratado"] == kind
        ]
        tree = tree.with_group(name, members, STATE)
    return es.Panel.from_arrow(
        {
            "region": codes,
            "period": [row["ano_contrato"] for row in rows],
            "value": [row["vl_contrato"] for row in rows],
        },
        regions=tree,
        columns=[es.Column("value", places=2)],
        catalogue=CATALOGUE,
    )


def read_lines() -> es.Panel:
    """The lines under their contracts, whose values are totals to compare with."""
    contracts = read_texts("info_contratos.csv")
    lines = read_texts("info_item_contrato.csv")
    tree = bodies(contracts, "id_orgao")
    table: dict[str, list[str | None]] = {
        name: [] for name in ("region", "period", "value", "quantity", "price")
    }

    def add(code: str, row: dict[str, str], *values: str | None) -> None:
        for name, value in zip(table, (code, row["ano_contrato"], *values), strict=True):
            table[name].append(value)

    for row in contracts:
        code = contract_of(row, "id_orgao")
        tree.append(contract_node(row, code))
        add(code, row, row["vl_contrato"], None, None)
    for number, row in enumerate(lines):
        code = f"line {number + 2}"
        tree.append(in_year(node(code, "line", contract_of(row, "cd_orgao")), row["ano_contrato"]))
        names = ("vl_total_item_contrato", "qt_itens_contrato", "vl_item_contrato")
        add(code, row, *(row[name] for name in names))
    return es.Panel.from_arrow(
        pa.table({**table, "quantity": floats(table["quantity"])}),
        regions=es.RegionTree(tree),
        columns=[
            es.Column("value", places=2, precision="nearest"),
            es.Column("quantity", places=2),
            es.Column("price", places=4),
        ],
        catalogue=CATALOGUE,
        inner="total",
    )


def read_tenders() -> es.Panel:
    """Estimates and awards of the tenders."""
    rows = read_texts("info_licitacoes.csv")
    codes = [f"tender {number + 2}" for number in range(len(rows))]
    tree = []
    for code, row in zip(codes, rows, strict=True):
        tree.append(in_year(node(code, "tender", row["id_orgao"]), row["ano_licitacao"]))
    table = {
        "region": codes,
        "period": [row["ano_licitacao"] for row in rows],
        "estimate": floats(row["vl_estimado_licitacao"] for row in rows),
        "award": floats(row["vl_homologado"] for row in rows),
    }
    return es.Panel.from_arrow(
        pa.table(table),
        regions=es.RegionTree([*bodies(rows, "id_orgao"), *tree]),
        columns=[es.Column("estimate", places=2), es.Column("award", places=2)],
        catalogue=CATALOGUE,
    )


def show(title: str) -> None:
    """A heading."""
    print(f"\n{title}\n{'-' * len(title)}")


def show_contracts() -> None:
    """What was bought in each year, and of whom."""
    panel = read_contracts()
    totals = es.roll_up(panel, levels=["state", "municipality"], groups=list(SUPPLIERS))
    known = sum(row.level == "municipality" for row in totals.rows)
    show(f"Contracts of {known} municipalities, reais (2019 is part of a year)")
    print(f"{'year':<6}{'contracts':>10}" + "".join(f"{name:>14}" for name in ["all", *SUPPLIERS]))
    for period in totals.periods:
        # A municipality without a contract in that year has nothing known: the known part.
        rows = (STATE, *SUPPLIERS)
        values = [totals.at(period, "value", row, partial="known_part") for row in rows]
        shown = ["-" if one is None else str(es.round_to(one.value, 2)) for one in values]
        count, _ = totals.coverage(period, "value", STATE)
        print(f"{period!s:<6}{count:>10}" + "".join(f"{text:>14}" for text in shown))


def show_lines() -> None:
    """Lines against quantity and price, contracts against their lines."""
    audit = es.audit(es.roll_up(read_lines(), levels=["contract", "line"]), CATALOGUE)
    show("Lines and contracts")
    for check in audit.checks:
        print(f"{check.label.en}: {check.impossible} impossible, {check.gaps} with a gap")
    print(audit[0].explain("en"))


def show_tenders() -> None:
    """How many tenders have a ratio of estimate to award at all."""
    rates = es.evaluate(es.roll_up(read_tenders(), levels=["tender"]), CATALOGUE)
    show("Estimate over award, of tenders")
    for period in rates.totals.periods:
        statuses = rates.statuses(period, "estimate_to_award")
        counts = ", ".join(
            f"{name} {statuses.count(name)}" for name in ("complete", "missing", "undefined")
        )
        print(f"{period}: {counts}")


if __name__ == "__main__":
    show_contracts()
    show_lines()
    show_tenders()
