# SPDX-License-Identifier: Apache-2.0
"""Which column of a table is what: keys by their usual names, the rest by the catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import edustat as es
from edustat.command.messages import Speech
from edustat.command.refusal import Refusal

# The usual names, the surest first.
REGION = (
    "region", "region_code", "code", "地区代码", "行政区划代码", "区划代码", "代码", "地区编码",
    "地区",
)  # fmt: skip
PERIOD = ("period", "month", "year", "时期", "月份", "年份", "年月", "月", "年", "年度")
TREE = {
    "code": REGION[:-1],  # a column 地区 of a tree has names
    "name": ("name", "region_name", "名称", "地区名称", "区划名称", "地区"),
    "level": ("level", "层级", "级别"),
    "parent": ("parent", "上级", "上级代码", "父级代码"),
    "hierarchy": ("hierarchy", "体系"),
    "valid_from": ("valid_from", "起始", "生效"),
    "valid_until": ("valid_until", "截止", "失效"),
    "own_level": ("own_level", "本级", "市本级"),
    "successor": ("successor", "并入", "后继代码"),
}
GROUP = {
    "group": ("group", "地区组", "组", "组名"),
    "code": REGION,
    "within": ("within", "范围", "所属", "所属地区"),
}
# The words for gaps that facts files know as well.
GAPS = {
    "缺报": "missing",
    "不适用": "not_applicable",
    "不公布": "suppressed",
    "无意义": "undefined",
    **{word: word for word in ("missing", "not_applicable", "suppressed", "undefined")},
}
WITH_UNIT = re.compile(r"(.+?)\s*[（(]\s*([^（()）]+?)\s*[)）]")


@dataclass
class Reading:
    """How the columns of one table are read."""

    region: str
    period: str
    columns: list[es.Column] = field(default_factory=list)
    categories: dict[str, str] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)  # name, key of the reason


def column_called(names: Sequence[str], usual: Sequence[str]) -> str | None:
    """The first of the usual names that the table has."""
    return next((name for name in usual if name in names), None)


def key_column(
    names: Sequence[str], asked: str | None, usual: Sequence[str], option: str, speech: Speech
) -> str:
    """The column that was asked for, or the one with a usual name."""
    found = column_called(names, usual) if asked is None else asked
    if found is None or found not in names:
        known = speech("separator").join(names)
        key = "panel_no_key" if asked is None else "panel_no_column"
        raise Refusal(speech(key, option=option, name=asked or "", known=known))
    return found


def read_by_catalogue(
    names: Sequence[str],
    keys: tuple[str, str],
    catalogue: es.Catalogue,
    marks: Mapping[str, str],
    places: Mapping[str, int],
    speech: Speech,
) -> Reading:
    """Every column as the catalogue knows it: a measure, a dimension, or left out."""
    reading = Reading(*keys)
    faults: list[str] = []
    dimensions = dimensions_of(catalogue)
    for name in names:
        if name in keys:
            continue
        if name in dimensions:
            reading.categories[dimensions[name]] = name
            continue
        try:
            column = column_of(name, catalogue, marks, places.get(name))
        except es.Error as error:
            if error.code != "unknown_item" and error.code != "unknown_item_near":
                faults.append(error.message(lang=speech.language))
                continue
            reading.left_out.append((name, "panel_not_in_catalogue"))
            continue
        if column is None:
            reading.left_out.append((name, "panel_is_indicator"))
        else:
            reading.columns.append(column)
    if faults:
        raise Refusal("\n".join(faults))
    if not reading.columns:
        raise Refusal(no_measure(names, catalogue, speech))
    return reading


def column_of(
    name: str, catalogue: es.Catalogue, marks: Mapping[str, str], places: int | None
) -> es.Column | None:
    """The column as a measure, in the unit that its head names; None for an indicator."""
    unit = None
    try:
        item = catalogue.find(name)
    except es.CodeError:
        parts = WITH_UNIT.fullmatch(name)
        if parts is None:
            raise
        item = catalogue.find(parts[1])
        unit = parts[2]
    if isinstance(item, es.Indicator):
        return None
    return es.Column(name, item.full_id, unit=unit, places=places, marks={**GAPS, **marks})


def dimensions_of(catalogue: es.Catalogue) -> dict[str, str]:
    """Ids of the dimensions by everything that they are called."""
    called: dict[str, str] = {}
    for one in catalogue.code_lists:
        for name in (one.id, one.label.zh, one.label.en):
            called.setdefault(name, one.id)
    return called


def no_measure(names: Sequence[str], catalogue: es.Catalogue, speech: Speech) -> str:
    """That no column is a measure of the catalogue, and what its measures are called."""
    chinese = speech.language == "zh"
    known = [one.label.zh if chinese else one.label.en for one in catalogue.measures[:12]]
    listed = speech("separator").join(known) + ("…" if len(catalogue.measures) > 12 else "")
    columns = speech("separator").join(names)
    return speech("panel_no_measure", columns=columns, catalogue=catalogue.id, known=listed)
