# SPDX-License-Identifier: Apache-2.0
"""School meals in Rio Grande do Sul: totals, lines against contracts, and every trap."""

from __future__ import annotations

from fractions import Fraction

import pytest

import edustat as es
from examples import example

procurement = example("br_procurement/procurement.py", "br-rs-procurement")


@pytest.fixture(scope="module")
def contracts() -> es.Totals:
    return es.roll_up(procurement.read_contracts(), groups=list(procurement.SUPPLIERS))


@pytest.fixture(scope="module")
def audit() -> es.PanelAudit:
    return es.audit(es.roll_up(procurement.read_lines()), procurement.CATALOGUE)


def test_the_contracts_are_the_published_sum(contracts: es.Totals) -> None:
    values = [
        contracts.at(period, "value", procurement.STATE, partial="known_part")
        for period in contracts.periods
    ]
    assert sum(one.value for one in values if one is not None) == Fraction("54436426.33")
    counts = [contracts.coverage(p, "value", procurement.STATE)[0] for p in contracts.periods]
    assert counts == [663, 2221, 1433]


def test_suppliers_are_all_contracts(contracts: es.Totals) -> None:
    for period in contracts.periods:
        parts = [
            contracts.at(period, "value", name, partial="known_part")
            for name in procurement.SUPPLIERS
        ]
        whole = contracts.at(period, "value", procurement.STATE, partial="known_part")
        assert whole is not None
        assert sum(one.value for one in parts if one is not None) == whole.value


def test_lines_that_no_rounding_explains(audit: es.PanelAudit) -> None:
    (check,) = [one for one in audit.checks if one.kind == "rule"]
    assert check.impossible == 23
    assert check.consistent == 18_587


def test_contracts_that_are_not_the_sum_of_their_lines(audit: es.PanelAudit) -> None:
    (check,) = [one for one in audit.checks if one.kind == "region"]
    assert check.impossible == 782
    finding = next(one for one in audit if one.kind == "region")
    assert "sum of what is below" in finding.explain("en")


def test_a_contract_without_lines_is_its_own_value() -> None:
    tree = procurement.read_lines().tree
    contracts = [code for code in tree.codes if tree.level_of(code) == "contract"]
    # The key of a contract ends with its year.
    assert sum(not tree.children_of(code, code[-4:]) for code in contracts) == 726


def test_an_award_of_nothing_has_no_ratio() -> None:
    rates = es.evaluate(
        es.roll_up(procurement.read_tenders(), levels=["tender"]), procurement.CATALOGUE
    )
    counts = dict.fromkeys(("complete", "missing", "undefined"), 0)
    for period in rates.totals.periods:
        for status in rates.statuses(period, "estimate_to_award"):
            if status in counts:
                counts[status] += 1
    assert counts == {"complete": 4, "missing": 835, "undefined": 114}


def test_an_exponent_is_refused_with_its_row() -> None:
    with pytest.raises(es.ParseError, match="value:2"):
        es.Panel.from_arrow(
            {"region": ["43", "43"], "period": ["2017", "2018"], "value": ["1.5", "1e+05"]},
            regions=es.RegionTree([{"code": "43", "name": "RS", "level": "state"}]),
            columns=[es.Column("value", places=2)],
        )


def test_the_report_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    procurement.show_contracts()
    procurement.show_lines()
    procurement.show_tenders()
    printed = capsys.readouterr().out
    assert "Contracts of 281 municipalities" in printed
    assert "a line is quantity times price: 23 impossible" in printed
