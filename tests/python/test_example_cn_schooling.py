# SPDX-License-Identifier: Apache-2.0
"""Schooling by county: every county is there once, and the printed measures follow."""

from __future__ import annotations

import sys

import pytest

import edustat as es
from examples import ROOT, data_folder

if not data_folder("cn-census-county").is_dir():
    pytest.skip("the census is not there", allow_module_level=True)
sys.path.insert(0, str(ROOT / "examples/cn_census"))
import schooling  # noqa: E402


def test_the_counties_hold_everybody() -> None:
    counties = schooling.read_counties()
    assert sum(counties[schooling.POPULATION].to_pylist()) == 1_409_778_724


def test_provinces_and_counties_add_up() -> None:
    counties = schooling.read_counties()
    years, people = counties[schooling.YEARS], counties[schooling.POPULATION]
    provinces = counties["省"].to_pylist()
    parts = es.theil_decomposition(years, provinces, people, gaps="leave_out")
    assert len(parts.groups) == 31
    assert parts.total == pytest.approx(es.theil_t(years, people, gaps="leave_out"), rel=1e-14)
    assert sum(group.weight_share for group in parts.groups) == pytest.approx(1)
