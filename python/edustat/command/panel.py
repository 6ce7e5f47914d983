# SPDX-License-Identifier: Apache-2.0
"""`edustat compute` on a panel: reads the tables and lets the library compute."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import edustat as es
from edustat.command.messages import Speech
from edustat.command.panel_columns import (
    GROUP,
    PERIOD,
    REGION,
    TREE,
    Reading,
    column_called,
    key_column,
    read_by_catalogue,
)
from edustat.command.refusal import Refusal, refusal
from edustat.command.tables import read_table

Progress = Callable[[float], None]


@dataclass
class Question:
    """What was asked on the command line."""

    panel: str
    regions: str
    catalogue: es.Catalogue
    out: str
    groups: str | None = None
    region_column: str | None = None
    period_column: str | None = None
    levels: Sequence[str] = ()
    periods: Sequence[str] = ()
    by: str | None = None
    partial: str = "gap"
    inner: str = "refuse"
    unknown: str = "refuse"
    encoding: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass
class Answer:
    """What was read and computed."""

    panel: es.Panel
    totals: es.Totals
    indicators: es.Indicators
    reading: Reading
    levels: list[str]
    periods: list[str]


def answer(question: Question, step: Callable[[str], Progress], speech: Speech) -> Answer:
    """Reads the tables, adds up and evaluates; `step` gives the progress of each step."""
    tree, groups = read_tree(question, speech)
    levels = known_names(question.levels or tree.levels, tree.levels, "panel_no_level", speech)
    table = read_table(question.panel, question.encoding, speech)
    reading = reading_of(table, question, speech)
    with faults_in(question.panel, speech):
        panel = es.Panel.from_arrow(
            table,
            regions=tree,
            region=reading.region,
            period=reading.period,
            columns=reading.columns,
            categories=reading.categories or None,
            catalogue=question.catalogue,
            inner=question.inner,
            unknown=question.unknown,
            progress=step("panel_step_read"),
        )
    rows = [name for group in groups for name in (group, f"!{group}")]
    totals = es.roll_up(panel, groups=rows, progress=step("panel_step_add"))
    if question.by is not None:
        totals = totals.by_period(question.by)
    indicators = es.evaluate(
        totals,
        question.catalogue,
        partial=question.partial,
        progress=step("panel_step_evaluate"),
    )
    known = [str(period) for period in totals.periods]
    asked = [str(es.Period.parse(text)) for text in question.periods]
    periods = known_names(asked or known, known, "panel_no_period", speech)
    return Answer(panel, totals, indicators, reading, levels, periods)


def reading_of(table: Any, question: Question, speech: Speech) -> Reading:
    """What each column is; floats whose places are not stated are refused, all at once."""
    names = table.column_names
    keys = (
        key_column(names, question.region_column, REGION, "--region-column", speech),
        key_column(names, question.period_column, PERIOD, "--period-column", speech),
    )
    known_names(list(question.places), names, "panel_no_places_column", speech)
    reading = read_by_catalogue(
        names, keys, question.catalogue, question.marks, question.places, speech
    )
    floats = [
        column.name
        for column in reading.columns
        if column.places is None and str(table.field(column.name).type) in ("float", "double")
    ]
    if floats:
        faults = refusal((es.Fault("float_without_places", [name]) for name in floats), speech)
        raise Refusal(f"{faults}\n{speech('panel_places_remedy', name=floats[0])}")
    return reading


def read_tree(question: Question, speech: Speech) -> tuple[es.RegionTree, list[str]]:
    """The tree of regions with its groups, and the names of these."""
    table = read_table(question.regions, question.encoding, speech)
    called: dict[str, Any] = {
        key: found
        for key, usual in TREE.items()
        if (found := column_called(table.column_names, usual)) is not None
    }
    with faults_in(question.regions, speech):
        tree = es.RegionTree.from_arrow(table, **called)
    members = {} if question.groups is None else read_groups(question.groups, question, speech)
    for (name, within), codes in members.items():
        tree = tree.with_group(name, codes, within)
    return tree, [name for name, _ in members]


def read_groups(path: str, question: Question, speech: Speech) -> dict[tuple[str, str], list[str]]:
    """Codes of the members by group and the region around it, in the order of the file."""
    table = read_table(path, question.encoding, speech)
    names = table.column_names
    group = key_column(names, None, GROUP["group"], path, speech)
    code = key_column(names, None, GROUP["code"], path, speech)
    within = column_called(names, GROUP["within"])
    around = [None] * table.num_rows if within is None else table[within].to_pylist()
    members: dict[tuple[str, str], list[str]] = {}
    for name, member, whole in zip(
        table[group].to_pylist(), table[code].to_pylist(), around, strict=True
    ):
        members.setdefault((name or "", whole or ""), []).append(str(member))
    return members


@contextmanager
def faults_in(path: str, speech: Speech) -> Iterator[None]:
    """Says of what the library refuses in which file it stands, and how rows are counted."""
    try:
        yield
    except es.Error as error:
        lines = [speech("panel_in_file", path=path), error.message(lang=speech.language)]
        if any(fault.place.line for fault in error.faults):
            lines.append(speech("panel_row_hint"))
        raise Refusal("\n".join(lines)) from error


def known_names(asked: Sequence[str], known: Sequence[str], key: str, speech: Speech) -> list[str]:
    """The asked names; any that is not known is refused with those that are."""
    strange = [name for name in asked if name not in known]
    if strange:
        listed = speech("separator").join(known)
        raise Refusal("\n".join(speech(key, name=name, known=listed) for name in strange))
    return list(asked)
