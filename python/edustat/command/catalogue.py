# SPDX-License-Identifier: Apache-2.0
"""What `edustat catalogue` prints: measures, indicators and relations, catalogue by catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import edustat as es
from edustat.command.page import Page


def show_builtin(page: Page) -> None:
    """Prints the built-in catalogues."""
    catalogues = [es.Catalogue.builtin(name) for name in es.Catalogue.builtin_ids()]
    page.line(page.speech("builtin", count=len(catalogues)), "bold")
    page.line()
    page.table(
        ["col_id", "col_label", "col_measures", "col_indicators", "col_relations"],
        [
            [
                one.id,
                page.words(one.label),
                str(len(one.measures)),
                str(len(one.indicators)),
                str(len(one.relations)),
            ]
            for one in catalogues
        ],
    )


def show_catalogue(page: Page, catalogue: es.Catalogue) -> None:
    """Prints one catalogue, in sections where it extends others."""
    speech = page.speech
    label = page.words(catalogue.label)
    page.line(speech("edition", label=label, id=catalogue.id, edition=catalogue.edition), "bold")
    declared: list[Any] = [
        *catalogue.code_lists,
        *catalogue.measures,
        *catalogue.indicators,
        *catalogue.relations,
    ]
    owners = list(dict.fromkeys(thing.catalogue for thing in declared))
    for owner in owners:
        if len(owners) > 1:
            page.heading(f"── {owner} ──")
        show_code_lists(page, own(catalogue.code_lists, owner))
        show_measures(page, own(catalogue.measures, owner))
        show_indicators(page, own(catalogue.indicators, owner))
        show_relations(page, own(catalogue.relations, owner))


def own(things: Iterable[Any], owner: str) -> list[Any]:
    """Those that one catalogue declares."""
    return [thing for thing in things if thing.catalogue == owner]


def show_code_lists(page: Page, code_lists: list[es.CodeList]) -> None:
    """Prints dimensions with their codes."""
    if not code_lists:
        return
    page.heading(page.speech("code_lists", count=len(code_lists)))
    for one in code_lists:
        title = (
            f"{page.words(one.label)}（{one.id}）"
            if page.speech.language == "zh"
            else (f"{page.words(one.label)} ({one.id})")
        )
        page.line(f"  {title}: {page.speech(one.rule)}")
        page.table(
            ["col_id", "col_label"], [[code.id, page.words(code.label)] for code in one.codes]
        )


def show_measures(page: Page, measures: list[es.Measure]) -> None:
    """Prints what is recorded."""
    if not measures:
        return
    page.heading(page.speech("measures", count=len(measures)))
    page.table(
        ["col_id", "col_label", "col_unit", "col_time", "col_dimensions"],
        [
            [
                one.id,
                page.words(one.label),
                unit_of(page, one),
                page.speech(f"time_{one.time}"),
                ", ".join(one.dimensions),
            ]
            for one in measures
        ],
    )


def show_indicators(page: Page, indicators: list[es.Indicator]) -> None:
    """Prints what is computed, with its formula."""
    if not indicators:
        return
    page.heading(page.speech("indicators", count=len(indicators)))
    page.table(
        ["col_id", "col_label", "col_unit", "col_formula"],
        [
            [one.id, page.words(one.label), unit_of(page, one), one.formula_text]
            for one in indicators
        ],
    )


def show_relations(page: Page, rules: list[es.Rule]) -> None:
    """Prints what must hold."""
    if not rules:
        return
    page.heading(page.speech("relations", count=len(rules)))
    page.table(
        ["col_label", "col_statement", "col_severity"],
        [
            [
                page.words(one.label),
                one.statement.text.replace(f"{one.catalogue}.", ""),
                page.speech(f"severity_{one.severity}"),
            ]
            for one in rules
        ],
    )


def unit_of(page: Page, item: es.Measure | es.Indicator) -> str:
    """The unit of an item; 1 for a plain number."""
    return item.unit.symbol_in(page.speech.language) or "1"
