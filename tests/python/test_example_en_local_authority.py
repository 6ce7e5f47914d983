# SPDX-License-Identifier: Apache-2.0
"""English local authorities: every published rate, and every trap of the tables."""

from __future__ import annotations

import pytest

import edustat as es
from examples import example

authorities = example("en_local_authority/authorities.py", "en-local-authority")


@pytest.fixture(scope="module")
def looked_after() -> es.Totals:
    return es.roll_up(authorities.read_looked_after())


@pytest.fixture(scope="module")
def outturn() -> es.PanelAudit:
    return es.audit(es.roll_up(authorities.read_outturn()), authorities.CATALOGUE)


def test_every_published_absence_rate_can_be_true() -> None:
    panel = authorities.read_absence(authorities.tree_of_rows)
    audit = es.audit(es.roll_up(panel, levels=["row"]), authorities.CATALOGUE)
    rates = [one for one in audit.checks if one.kind == "indicator"]
    assert sum(one.consistent for one in rates) == 11_530
    assert sum(one.impossible + one.cannot_tell for one in rates) == 0


def test_a_rate_that_is_off_is_found() -> None:
    # 17.4 % is printed for 7,397,200 of 42,464,140, which is 17.42 %.
    rate = es.Relation("rate == absent / possible")
    found = rate.check(
        {"rate": ["17.4%", "17.5%"], "absent": ["7397200"] * 2, "possible": ["42464140"] * 2}
    )
    assert list(found.verdicts) == ["consistent", "impossible"]


def test_signs_stay_apart() -> None:
    totals = es.roll_up(authorities.read_absence(authorities.tree_of), levels=["authority"])
    name = "sessions_possible[group=protection, phase=special]"
    seen = {
        totals.status(period, name, row.code) for period in totals.periods for row in totals.rows
    }
    assert {"complete", "suppressed", "missing", "not_applicable"} <= seen


def test_london_is_counted_once(looked_after: es.Totals) -> None:
    england = looked_after.at("2025", "looked_after", authorities.ENGLAND, partial="known_part")
    regions = [row.code for row in looked_after.rows if row.level == "region"]
    assert len(regions) == 9
    parts = [looked_after.at("2025", "looked_after", one, partial="known_part") for one in regions]
    assert sum(one.value for one in parts if one is not None) == england.value == 81_766
    audit = es.audit(looked_after, authorities.CATALOGUE)
    assert audit.verdict == "consistent"


def test_a_rate_per_ten_thousand_is_a_whole_number(looked_after: es.Totals) -> None:
    audit = es.audit(looked_after, authorities.CATALOGUE)
    (check,) = [one for one in audit.checks if one.kind == "indicator"]
    assert (check.consistent, check.impossible) == (798, 0)


def test_pupils_add_up_to_england_and_funding_does_not() -> None:
    audit = es.audit(es.roll_up(authorities.read_places()), authorities.CATALOGUE)
    totals = audit.totals
    assert totals.at("2024/25", "primary_pupils", authorities.ENGLAND).value == 4_277_093
    assert totals.at("2024/25", "secondary_pupils", authorities.ENGLAND).value == 3_144_050
    assert totals.at("2024/25", "primary_places", authorities.ENGLAND).value == 4_951_383
    assert totals.status("2022/23", "primary_places", authorities.ENGLAND) == "missing"
    assert {one.series for one in totals.differences} == {"england.funding"}
    assert [one.verdict for one in audit] == ["impossible"] * 3


def test_every_cost_per_place_follows() -> None:
    assert authorities.cost_per_place().counts == {
        "consistent": 2772,
        "impossible": 0,
        "cannot_tell": 0,
    }


def test_the_identities_of_the_accounts_hold(outturn: es.PanelAudit) -> None:
    for rule in ("c3", "c6", "c7"):
        checks = [one for one in outturn.checks if one.rule == f"england.{rule}"]
        assert len(checks) == 14
        assert sum(one.impossible + one.cannot_tell for one in checks) == 0


def test_a_class_without_an_authority_is_partial(outturn: es.PanelAudit) -> None:
    totals = outturn.totals
    name = "expenditure[service=service_1]"
    differing = {one.region: one for one in totals.differences if one.series == f"england.{name}"}
    assert {"UA", "MD"} <= set(differing)
    assert {"LB", "SC"}.isdisjoint(differing)
    assert differing["MD"].coverage == (35, 36)
    assert es.round_to(differing["MD"].reported, 2) != es.round_to(differing["MD"].computed, 2)
    assert totals.status("2024", name, "MD") == "partial"


def test_the_report_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    for part in ("show_absence", "show_looked_after", "show_places", "show_outturn"):
        getattr(authorities, part)()
    printed = capsys.readouterr().out
    assert "absence rate: 11,530 consistent, 0 impossible" in printed
    assert "35 of 36 authorities" in printed
