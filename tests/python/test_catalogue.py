# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest

import edustat as es

TOML = """\
format = 1
id = "rooms"
edition = "2016"
label = { zh = "教室", en = "rooms" }
source = "example"

[measure.area]
label = { zh = "面积", en = "area" }
aliases = ["教室面积"]
unit = "平方米"
regions = "sum"
time = "stock"
source = "example"

[measure.pupils]
label = { zh = "学生数", en = "pupils" }
unit = "人"
regions = "sum"
time = "stock"
source = "example"

[indicator.area_per_pupil]
label = { zh = "生均面积", en = "area per pupil" }
unit = "平方米/人"
formula = "area / pupils"
places = 2
source = "example"
"""


@pytest.fixture(scope="module")
def improvement() -> es.Catalogue:
    return es.Catalogue.builtin("school_improvement")


def test_builtin_catalogues_are_listed() -> None:
    ids = es.Catalogue.builtin_ids()
    assert "school_improvement" in ids
    assert "education" in ids
    for name in ids:
        assert es.Catalogue.builtin(name).id == name


def test_a_catalogue_says_what_it_has(improvement: es.Catalogue) -> None:
    assert improvement.id == "school_improvement"
    assert improvement.label.zh
    assert improvement.edition
    assert "started_area" in [measure.id for measure in improvement.measures]
    assert "start_rate" in [indicator.id for indicator in improvement.indicators]
    assert improvement.relations
    assert repr(improvement).startswith("<Catalogue school_improvement")


def test_items_are_found_by_id_label_and_alias(improvement: es.Catalogue) -> None:
    measure = improvement.find("started_area")
    assert isinstance(measure, es.Measure)
    assert improvement.find("school_improvement.started_area").full_id == measure.full_id
    assert improvement.find(measure.label.zh).id == "started_area"
    assert measure.unit == es.Unit.parse("平方米")
    assert (measure.regions, measure.time, measure.origin) == ("sum", "cumulative", "programme")
    with pytest.raises(es.CodeError):
        improvement.find("no such item")


def test_an_indicator_has_its_formula(improvement: es.Catalogue) -> None:
    rate = improvement.find("start_rate")
    assert isinstance(rate, es.Indicator)
    assert rate.unit == es.Unit.parse("%")
    assert rate.places == 2
    assert rate.rounding == "half_up"
    assert rate.formula_text == "started_area / planned_area"
    assert rate.formula == es.Formula(
        "school_improvement.started_area / school_improvement.planned_area"
    )


def test_relations_are_declared(improvement: es.Catalogue) -> None:
    for rule in improvement.relations:
        assert rule.severity in ("hard", "soft")
        assert rule.statement.comparison in ("==", "<=", ">=", "<", ">")
        assert rule.full_id == f"school_improvement.{rule.id}"


def test_code_lists_have_their_codes() -> None:
    training = es.Catalogue.builtin("vocational_training")
    codes = training.code_list("training_kind")
    assert codes.rule == "partition"
    assert len(codes.codes) == 8
    assert [code_list.id for code_list in training.code_lists] == ["training_kind"]


def test_a_catalogue_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "rooms.toml"
    path.write_text(TOML, encoding="utf-8")
    for catalogue in (
        es.Catalogue.load(path),
        es.Catalogue.load(str(path)),
        es.Catalogue.parse(TOML, name="rooms.toml"),
    ):
        assert catalogue.id == "rooms"
        assert catalogue.find("教室面积").id == "area"
        assert catalogue.find("生均面积").unit == es.Unit.parse("平方米/人")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("places = 2", "places = 2\ncolour = 1", "unknown_key"),
        ("area / pupils", "area / teachers", "unknown_item"),
        ("area / pupils", "area / area_per_pupil", "cyclic_formula"),
        ("area / pupils", "area / (pupils", "malformed_formula"),
        ('unit = "平方米/人"', 'unit = "元"', "unit_mismatch"),
        ("places = 2", "places = 2.0", "bare_float"),
        ("format = 1", "format = 2", "unknown_format"),
    ],
)
def test_faults_have_file_line_and_column(old: str, new: str, code: str) -> None:
    with pytest.raises(es.Error) as caught:
        es.Catalogue.parse(TOML.replace(old, new), name="rooms.toml")
    assert caught.value.code == code
    assert caught.value.place.source == "rooms.toml"
    assert caught.value.place.line > 0
    assert caught.value.place.column > 0
