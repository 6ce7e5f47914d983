# SPDX-License-Identifier: Apache-2.0
"""What `edustat audit` prints of all figures together: the conflicts first, the smallest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.text import Text

import edustat as es
from edustat.command.page import COLOURS, Page
from edustat.command.report import Report, unit_of
from edustat.command.words import name_of_item, printed, range_of, slip_text

MOST_CONFLICTS = 5
MOST_SLIPS = 5


def show_joint(page: Page, report: Report, *, every: bool) -> None:
    """Prints whether all figures can be true at once, and what they say of one another."""
    speech = page.speech
    if report.missing is not None:
        reason = report.missing.message(lang=speech.language)
        page.heading(speech("joint_missing", reason=reason), "")
    if report.joint is None:
        return
    verdict = report.joint.verdict
    page.heading(speech("joint", verdict=speech(f"verdict_{verdict}")), COLOURS[verdict])
    if not report.joint.is_complete:
        seconds = f"{report.question.time_limit.total_seconds():g}"
        page.indented(Text(speech("joint_limit", seconds=seconds)))
    show_conflicts(page, report, every=every)
    show_least(page, report, every=every)
    show_narrowed(page, report)
    show_hidden(page, report)
    show_slips(page, report, every=every)


def limited(page: Page, found: Sequence[Any], most: int, *, every: bool) -> tuple[Any, str]:
    """The first of what was found, and how many more there are."""
    if every or len(found) <= most:
        return found, ""
    return found[:most], page.speech("joint_more", count=len(found) - most)


def show_conflicts(page: Page, report: Report, *, every: bool) -> None:
    """Prints the smallest sets of figures that cannot all be true, each with its sentences."""
    conflicts = report.joint.conflicts
    if not conflicts:
        return
    shown, more = limited(page, conflicts, MOST_CONFLICTS, every=every)
    page.heading(page.speech("conflicts", count=len(conflicts)) + more, COLOURS["impossible"])
    for conflict in shown:
        page.line()
        reasons = [
            page.speech("conflict_reason", label=page.words(reason.label), relation=reason.relation)
            for reason in conflict.reasons
        ]
        page.points([*(figure_of(page, report, fact) for fact in conflict.facts), *reasons])
        for marked in [] if report.sentences is None else report.sentences.of(conflict.facts):
            page.indented(marked, 6)


def figure_of(page: Page, report: Report, number: int) -> str:
    """A fact as one reads it, with its line."""
    fact = report.bulletin[number]
    return page.speech(
        "conflict_figure",
        scope=str(fact.scope),
        name=name_of_item(page, fact.item, fact.categories, report.question.catalogue),
        figure=printed(page, fact),
        line=fact.place.line,
    ).strip()


def show_least(page: Page, report: Report, *, every: bool) -> None:
    """Prints the fewest figures of which some must be wrong."""
    if not report.joint.least:
        return
    shown, more = limited(page, report.joint.least, MOST_CONFLICTS, every=every)
    sets = []
    for facts in shown:
        figures = page.joined(printed(page, report.bulletin[fact]) for fact in facts)
        is_one = len(facts) == 1
        sets.append(figures if is_one else page.speech("joint_together", figures=figures))
    listed = page.joined(sets, "alternative")
    page.line()
    page.indented(Text(page.speech("joint_least", sets=listed) + more))


def show_narrowed(page: Page, report: Report) -> None:
    """Prints the figures of whose print the others rule out a part, or all."""
    narrowed = [known for known in report.joint.intervals if known.is_narrowed]
    if not narrowed:
        return
    page.heading(page.speech("narrowed", count=len(narrowed)))
    page.table(
        ["col_line", "col_item", "col_scope", "col_figure", "col_allowed"],
        [
            [
                str(report.bulletin[known.fact].place.line),
                name_of_item(page, known.item, known.categories, report.question.catalogue),
                page.scope(known.scope),
                printed(page, report.bulletin[known.fact]),
                range_of(page, known.interval, unit_of(known, report), known.bound),
            ]
            for known in narrowed
        ],
    )


def show_hidden(page: Page, report: Report) -> None:
    """Prints what the figures say of inputs that are not printed."""
    hidden = [known for known in report.joint.intervals if is_pinned(known)]
    if not hidden:
        return
    page.heading(page.speech("hidden", count=len(hidden)))
    page.table(
        ["col_item", "col_scope", "col_period", "col_allowed"],
        [
            [
                name_of_item(page, known.item, known.categories, report.question.catalogue),
                page.scope(known.scope),
                page.period(known.period),
                range_of(page, known.interval, unit_of(known, report), known.bound),
            ]
            for known in hidden
        ],
    )


def is_pinned(known: Any) -> bool:
    """True for what is not printed and has two ends."""
    return known.fact is None and known.interval is not None and known.interval.is_bounded


def show_slips(page: Page, report: Report, *, every: bool) -> None:
    """Prints the single slips that would mend the report, the likeliest first."""
    slips: Sequence[es.Hypothesis] = report.joint.hypotheses
    if not slips:
        return
    shown, more = limited(page, slips, MOST_SLIPS, every=every)
    page.heading(page.speech("slips", count=len(slips)) + more)
    page.points(slip_text(page, slip, report.bulletin) for slip in shown)
