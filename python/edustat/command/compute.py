# SPDX-License-Identifier: Apache-2.0
"""What `edustat compute` prints: every indicator that the facts allow, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

import edustat as es
from edustat.command.audit import show_periods, show_rule
from edustat.command.documents import Row, count_verdicts
from edustat.command.page import Page, periods_of


def with_findings(computed: Sequence[es.Computed], result: es.Audit) -> list[Row]:
    """Each computed indicator with the finding of the audit on its printed figure."""
    found = {
        key_of(finding, finding.rule): finding
        for finding in result.findings
        if finding.kind == "indicator"
    }
    return [(one, found.get(key_of(one, one.indicator))) for one in computed]


def key_of(thing: es.Computed | es.Finding, indicator: str) -> tuple[str, str, str, str]:
    """What tells computed indicators apart; the label has the category."""
    return indicator, thing.label.en, str(thing.scope), str(thing.period)


def show_computed(
    page: Page, bulletin: es.Bulletin, catalogue: es.Catalogue, precision: str, rows: Sequence[Row]
) -> None:
    """Prints the computed indicators, then the trace of each."""
    speech = page.speech
    page.line(speech("head_compute", name=bulletin.name), "bold")
    show_rule(page, catalogue, precision)
    periods = periods_of(computed for computed, _ in rows)
    show_periods(page, periods)
    page.line()
    page.table(
        ["", "col_indicator", "col_scope", "col_value", "col_range", "col_printed", "col_verdict"],
        [
            [
                str(number),
                name_of(page, computed, periods),
                page.scope(computed.scope),
                value_of(page, computed),
                range_of(page, computed, catalogue),
                printed(page, computed),
                page.verdict(None if finding is None else finding.verdict),
            ]
            for number, (computed, finding) in enumerate(rows, 1)
        ],
    )
    if any(computed.bound == "outer" for computed, _ in rows):
        page.line(f"  {speech('outer_mark')}")
    show_traces(page, rows)
    findings = [finding for _, finding in rows if finding is not None]
    counts = count_verdicts(finding.verdict for finding in findings)
    page.heading(speech("total_compute", indicators=len(rows), printed=len(findings), **counts))


def show_traces(page: Page, rows: Sequence[Row]) -> None:
    """Prints formula, inputs and exact value of each indicator."""
    page.heading(page.speech("trace"))
    for number, (computed, _) in enumerate(rows, 1):
        given = page.joined(f"{page.words(one.label)} {one.text}" for one in computed.inputs)
        page.indented(Text(f"{number:>3}  {page.words(computed.label)} = {computed.formula}"))
        page.indented(Text(f"{given}  →  {exact_value_of(page, computed)}", style="dim"), 7)


def name_of(page: Page, computed: es.Computed, periods: Sequence[es.Period]) -> str:
    """The label, with the period where the periods differ."""
    label = page.words(computed.label)
    return label if len(periods) < 2 else f"{label} {page.period(computed.period)}".rstrip()


def value_of(page: Page, computed: es.Computed) -> str:
    """The rounded value with its unit, or the reason why there is none."""
    if computed.value is None:
        return page.speech(f"gap_{computed.gap}")
    return f"{computed.rounded}{unit_of(page, computed.value)}"


def exact_value_of(page: Page, computed: es.Computed) -> str:
    """The exact value with its unit."""
    if computed.value is None:
        return page.speech(f"gap_{computed.gap}")
    value = computed.value.value
    stroke = "" if value.denominator == 1 else " "
    return f"{value}{stroke}{unit_of(page, computed.value).lstrip()}"


def unit_of(page: Page, value: es.Quantity) -> str:
    """The unit as it stands behind a number."""
    symbol = value.unit.symbol_in(page.speech.language)
    is_close = page.speech.language == "zh" or symbol[:1] in ("", "%", "‰")
    return symbol if is_close else f" {symbol}"


def range_of(page: Page, computed: es.Computed, catalogue: es.Catalogue) -> str:
    """What the true value can be, in the places of the indicator."""
    if computed.interval is None:
        return page.speech("undefined")
    if computed.interval == es.Interval.everything():
        return page.speech("none")
    item = catalogue.find(computed.indicator)
    text = es.render(computed.interval, item.unit, lang=page.speech.language, places=item.places)
    return text if computed.bound == "tight" else f"≈{text}"


def printed(page: Page, computed: es.Computed) -> str:
    """The indicator as printed, if it is."""
    return page.speech("none") if computed.printed is None else str(computed.printed.text)
