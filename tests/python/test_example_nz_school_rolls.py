# SPDX-License-Identifier: Apache-2.0
"""The rolls of New Zealand: the published sums, and every trap of the file."""

from __future__ import annotations

from decimal import Decimal

import pytest

import edustat as es
from examples import example

rolls = example("nz_school_rolls/rolls.py", "nz-school-rolls")

# Published by the Ministry of Education.
NATION = {
    "2000": 729_689,
    "2001": 733_807,
    "2003": 761_709,
    "2010": 764_398,
    "2014": 767_263,
    "2015": 776_815,
    "2016": 787_960,
    "2017": 800_334,
}


@pytest.fixture(scope="module")
def tree() -> es.RegionTree:
    return rolls.read_tree()[0]


@pytest.fixture(scope="module")
def totals(tree: es.RegionTree) -> es.Totals:
    return es.roll_up(rolls.read_rolls(tree))


@pytest.fixture(scope="module")
def rates(totals: es.Totals) -> es.Indicators:
    return es.evaluate(totals, rolls.CATALOGUE, partial="known_part")


@pytest.mark.parametrize(("year", "roll"), NATION.items())
def test_the_nation_is_the_published_sum(totals: es.Totals, year: str, roll: int) -> None:
    assert totals.at(year, "roll", "NZ", partial="known_part").value == roll


def test_every_row_is_read(tree: es.RegionTree) -> None:
    panel = rolls.read_rolls(tree)
    assert panel.rows == 397_422
    assert len(panel.series) == 9
    assert panel.set_aside == []


def test_no_step_is_made_over_the_missing_year(rates: es.Indicators) -> None:
    assert [str(period) for period in rates.totals.periods][:4] == ["2000", "2001", "2003", "2004"]
    assert rates.gap("2003", "roll_growth", "NZ") == "missing"
    assert rates.rounded("2001", "roll_growth", "NZ") == Decimal("0.56")
    assert rates.rounded("2004", "roll_growth", "NZ") == Decimal("0.39")


def test_schools_that_did_not_report_are_counted(totals: es.Totals) -> None:
    assert totals.coverage("2000", "roll", "NZ") == (2729, 2729)
    assert totals.coverage("2003", "roll", "NZ") == (2707, 2709)
    assert totals.coverage("2017", "roll", "NZ") == (2531, 2531)
    assert totals.gap("2003", "roll", "NZ") == "missing"


def test_four_authorities_lie_in_two_regions() -> None:
    tree, split = rolls.read_tree()
    assert split == ["Rotorua District", "Stratford District", "Taupo District", "Waitaki District"]
    assert len(tree.named("Taupo District")) == 2


def test_schools_without_a_region_are_part_of_the_nation(totals: es.Totals) -> None:
    regions = [row.code for row in totals.rows if row.level == "region"]
    assert "elsewhere" in regions
    assert sum(totals.at("2017", "roll", code).value for code in regions) == NATION["2017"]


def test_a_share_names_its_denominator(rates: es.Indicators) -> None:
    assert rates.rounded("2017", "share_of_roll[ethnicity=maori]", "NZ") == Decimal("24.04")
    assert rates.rounded("2017", "share_of_groups", "NZ") == Decimal("24.41")


def test_a_roll_of_zero_has_no_shares(rates: es.Indicators) -> None:
    statuses = rates.statuses("2000", "share_of_roll[sex=female]")
    rows = zip(rates.totals.rows, statuses, strict=True)
    assert sum(row.level == "school" and status == "undefined" for row, status in rows) == 15


def test_both_sexes_are_the_roll_and_the_groups_are_less(tree: es.RegionTree) -> None:
    audit = es.audit(es.roll_up(rolls.read_rolls(tree), levels=["school"]), rolls.CATALOGUE)
    checks = {(one.kind, one.severity): one for one in audit.checks}
    assert checks["partition", "hard"].consistent == 44_158
    assert checks["partition", "hard"].impossible == 0
    groups = checks["rule", "soft"]
    assert (groups.consistent, groups.impossible) == (33_873, 10_285)


def test_the_report_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    rolls.main()
    printed = capsys.readouterr().out
    assert "2002" not in printed
    assert "2003  761709  2707/2709         -" in printed
    assert "roll: the categories add up to the total: 46,024 consistent, 0 not" in printed
