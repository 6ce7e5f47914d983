# SPDX-License-Identifier: Apache-2.0
"""The census by county: sums of every level, printed rates, and every trap of the file."""

from __future__ import annotations

from decimal import Decimal

import pytest

import edustat as es
from examples import example

census = example("cn_census/census.py", "cn-census-county")


@pytest.fixture(scope="module")
def panel() -> es.Panel:
    return census.read_panel()


@pytest.fixture(scope="module")
def totals(panel: es.Panel) -> es.Totals:
    return es.roll_up(panel)


@pytest.fixture(scope="module")
def audit(totals: es.Totals) -> es.PanelAudit:
    return es.audit(totals, census.CATALOGUE)


def test_the_nation_is_the_sum_of_its_counties(totals: es.Totals) -> None:
    assert totals.at("2020", "population", "全国").value == 1_409_778_724
    assert totals.coverage("2020", "population", "全国") == (2989, 2989)
    assert totals.at("2020", "population", "130400").value == 9_413_990


def test_every_printed_population_is_what_rolls_up(totals: es.Totals) -> None:
    differing = {one.series for one in totals.differences}
    assert "census.population" not in differing
    assert not {name for name in differing if "residence" in name}


@pytest.mark.parametrize("rule", ["sex_ratio", "household_size"])
def test_printed_rates_follow_from_the_counts_in_every_row(audit: es.PanelAudit, rule: str) -> None:
    check = next(one for one in audit.checks if one.rule == f"census.{rule}")
    assert (check.consistent, check.impossible, check.cannot_tell, check.gaps) == (3358, 0, 0, 0)


@pytest.mark.parametrize("rule", ["child_share", "illiteracy"])
def test_printed_rates_of_ages_follow_wherever_they_can(audit: es.PanelAudit, rule: str) -> None:
    check = next(one for one in audit.checks if one.rule == f"census.{rule}")
    assert (check.consistent, check.impossible, check.cannot_tell, check.gaps) == (3347, 0, 0, 11)


def test_categories_add_up_in_every_row(audit: es.PanelAudit) -> None:
    partitions = [one for one in audit.checks if one.kind == "partition"]
    assert [one.impossible for one in partitions] == [0, 0, 0, 0]
    assert sorted(one.consistent for one in partitions) == [3347, 3350, 3358, 3358]


def test_one_total_of_household_population_does_not_add_up(audit: es.PanelAudit) -> None:
    found = [one for one in audit if one.verdict == "impossible"]
    assert [str(one.scope) for one in found] == ["全国", "河南省"]
    assert {one.rule for one in found} == {"census.household_population"}
    reported, computed = (one.figure.value for one in found[1].inputs)
    assert reported - computed == 270


def test_rows_without_a_code_have_a_place(panel: es.Panel) -> None:
    nameless = [code for code in panel.tree.codes if not code.isdigit()]
    assert len(nameless) == 46
    assert panel.set_aside == []
    assert panel.tree.parent_of("海南省/西沙群岛") == "460300"
    assert panel.tree.parent_of("419001") == "410000"
    assert panel.tree.parent_of("429004") == "湖北省/省直辖县级行政区划"
    assert panel.tree.parent_of("500101") == "500100"
    assert panel.tree.parent_of("500237") == "500200"


def test_a_missing_county_makes_a_gap_of_the_nation(totals: es.Totals) -> None:
    rates = es.evaluate(totals, census.CATALOGUE)
    assert rates.rounded("2020", "child_share", "全国") is None
    assert rates.rounded("2020", "child_share", "130000") == Decimal("20.22")
    assert rates.rounded("2020", "household_size", "全国") == Decimal("2.62")


def test_bulletins_that_differ_from_the_yearbook_are_listed(panel: es.Panel) -> None:
    cities = census.read_cities(panel.tree.cut_at("市"))
    audit = es.audit(es.roll_up(cities, levels=["市"]), census.CATALOGUE)
    (check,) = audit.checks
    assert check.rule == "census.bulletin_is_yearbook"
    assert (check.consistent, check.impossible) == (320, 17)


def test_the_report_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    census.main()
    printed = capsys.readouterr().out
    assert "全国 1409778724人，由 2989/2989 个区县相加" in printed
    assert "邯郸市 十年变化 2.61%" in printed
