# SPDX-License-Identifier: Apache-2.0
"""Facts and ranges in the words of a reader, for the terminal and for pages."""

from __future__ import annotations

from collections.abc import Mapping

import edustat as es
from edustat.command.page import Page


def name_of_item(
    page: Page, item: str, categories: Mapping[str, str], catalogue: es.Catalogue
) -> str:
    """What a statistic is called, with its category in words."""
    name = page.words(catalogue.find(item).label)
    codes = [code_label(page, list_id, code, catalogue) for list_id, code in categories.items()]
    if not codes:
        return name
    listed = page.joined(codes)
    return f"{name}（{listed}）" if page.speech.language == "zh" else f"{name} ({listed})"


def code_label(page: Page, list_id: str, name: str, catalogue: es.Catalogue) -> str:
    """The words for a code; the name itself where it is in words."""
    for code_list in catalogue.code_lists:
        for code in code_list.codes if code_list.id == list_id else ():
            if code.id == name:
                return page.words(code.label)
    return name


def printed(page: Page, fact: es.Fact) -> str:
    """The figure as printed, or the reason why there is none."""
    return page.speech(f"gap_{fact.gap}") if fact.figure is None else str(fact.figure.text)


def slip_text(page: Page, one: es.Hypothesis, bulletin: es.Bulletin) -> str:
    """A slip, and the figures that must be wrong besides."""
    text = one.slip.explain(lang=page.speech.language)
    if not one.besides:
        return text
    others = [printed(page, bulletin[number]) for number in one.besides]
    return text + page.speech("besides", figures=page.joined(others))


def range_of(
    page: Page, interval: es.Interval | None, unit: es.Unit, bound: str | None = None
) -> str:
    """A range in the writing of a figure, ≈ in front of an outer one."""
    if interval is None:
        return page.speech("nothing_fits")
    text = es.render(interval, unit, lang=page.speech.language)
    return f"≈ {text}" if bound == "outer" else text
