# SPDX-License-Identifier: Apache-2.0
"""What `edustat compute` prints of a panel: its highest level, its gaps, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.progress import Progress
from rich.text import Text

import edustat as es
from edustat.command.messages import Speech
from edustat.command.page import Page, console_for
from edustat.command.panel import Answer, Question
from edustat.command.refusal import imported
from edustat.command.result_table import Result

MOST_ROWS = 24
MOST_POINTS = 5


@contextmanager
def progress_bar(speech: Speech, stream: Any) -> Iterator[Callable[[str], Callable[[float], None]]]:
    """Gives the progress of each step; shown where the stream is a terminal."""
    with Progress(console=console_for(stream), transient=True, disable=not stream.isatty()) as bar:

        def step(key: str) -> Callable[[float], None]:
            task = bar.add_task(speech(key), total=1.0)
            return lambda share: bar.update(task, completed=share)

        yield step


def show_panel(
    page: Page, question: Question, answer: Answer, result: Result, long_numbers: int
) -> None:
    """Prints what was read, the highest level, the gaps, what was left out, and the file."""
    speech = page.speech
    catalogue = question.catalogue
    page.line(speech("head_compute", name=question.panel), "bold")
    label = page.words(catalogue.label)
    name = speech("edition", label=label, id=catalogue.id, edition=catalogue.edition)
    page.line(speech("head_catalogue", name=name))
    show_read(page, answer)
    show_highest(page, question, answer, result)
    show_gaps(page, result)
    show_left_out(page, answer, catalogue)
    if answer.totals.differences:
        page.heading(speech("panel_differences", count=len(answer.totals.differences)))
        show_points(page, [difference_of(page, one) for one in answer.totals.differences])
    page.line()
    if long_numbers:
        page.line(speech("panel_long_numbers", count=long_numbers))
    page.line(speech("panel_written", path=question.out, rows=result.table.num_rows), "bold")


def show_read(page: Page, answer: Answer) -> None:
    """Prints how much was read."""
    periods = answer.panel.periods
    if periods:
        first, last = page.period(periods[0]), page.period(periods[-1])
        counts = {"rows": answer.panel.rows, "regions": len(answer.panel.tree)}
        page.line(page.speech("panel_read", **counts, periods=len(periods), first=first, last=last))


def show_highest(page: Page, question: Question, answer: Answer, result: Result) -> None:
    """Prints the rows of the highest level in the last period."""
    if not result.table.num_rows:
        return
    level = next(name for name in answer.panel.tree.levels if name in answer.levels)
    period = result.table["period"][-1].as_py()
    shown = rows_where(result, {"level": level, "period": period}, page.speech)
    words = page.period(es.Period.parse(period))
    page.heading(page.speech("panel_highest", level=level, period=words))
    page.table(
        ["col_region", "col_item", "col_total", "col_coverage"],
        [
            [
                row["region_name"],
                name_of(row, result),
                value_of(page, row, result),
                coverage_of(row),
            ]
            for row in shown.slice(0, MOST_ROWS).to_pylist()
        ],
    )
    if shown.num_rows > MOST_ROWS:
        page.line(page.speech("panel_more", count=shown.num_rows - MOST_ROWS, path=question.out))


def rows_where(result: Result, cells: dict[str, str], speech: Speech) -> Any:
    """The rows that have these cells."""
    compute = imported("pyarrow.compute", speech)
    table = result.table
    for name, value in cells.items():
        table = table.filter(compute.equal(table[name], value))
    return table


def name_of(row: dict[str, Any], result: Result) -> str:
    """The label with the codes of its categories."""
    codes = [str(row[name]) for name in result.dimensions if row[name] is not None]
    return f"{row['label']} [{', '.join(codes)}]" if codes else str(row["label"])


def value_of(page: Page, row: dict[str, Any], result: Result) -> str | Text:
    """The value with its unit, or why there is none."""
    status = page.speech(f"status_{row['status']}")
    if row["value"] is None:
        return Text(status, style="yellow")
    unit = result.units[row["item"]]
    is_close = page.speech.language == "zh" or unit[:1] in ("", "%", "‰")
    number = f"{row['value']:.{result.places[row['item']]}f}"
    text = f"{number}{unit}" if is_close else f"{number} {unit}"
    if row["status"] == "complete":
        return text
    return page.speech("panel_with_status", value=text, status=status)


def coverage_of(row: dict[str, Any]) -> str:
    """k/n; nothing for an indicator."""
    return "" if row["due"] is None else f"{row['known']}/{row['due']}"


def show_gaps(page: Page, result: Result) -> None:
    """Prints how many cells have no value, by reason."""
    gaps = result.table.filter(result.table["value"].is_null())
    counts: dict[str, list[int]] = {}
    for row in gaps.group_by(["status", "item"]).aggregate([([], "count_all")]).to_pylist():
        by_kind = counts.setdefault(row["status"], [0, 0])
        by_kind[row["item"] in result.indicators] += row["count_all"]
    page.heading(page.speech("panel_gaps", count=gaps.num_rows, all=result.table.num_rows))
    if counts:
        page.table(
            ["col_reason", "col_measures", "col_computed"],
            [
                [page.speech(f"status_{status}"), str(measures), str(computed)]
                for status, (measures, computed) in counts.items()
            ],
        )


def show_left_out(page: Page, answer: Answer, catalogue: es.Catalogue) -> None:
    """Prints columns, rows and indicators that do not count, and why."""
    speech = page.speech
    left_out = answer.reading.left_out
    aside = answer.panel.set_aside
    indicators = answer.indicators.left_out
    if not (left_out or aside or indicators):
        return
    page.heading(speech("panel_left_out"))
    show_points(
        page, [speech("panel_column", name=name, reason=speech(key)) for name, key in left_out]
    )
    needs = [needs_of(page, fault, catalogue) for fault in indicators]
    rows = [fault.message(lang=speech.language) for fault in aside]
    for key, texts in (("panel_rows_aside", rows), ("panel_indicators_out", needs)):
        if texts:
            page.line(f"  {speech(key, count=len(texts))}")
            show_points(page, texts)


def needs_of(page: Page, fault: es.Fault, catalogue: es.Catalogue) -> str:
    """Why an indicator was left out, by the labels of what it needs."""
    if fault.code != "missing_series":
        text: str = fault.message(lang=page.speech.language)
        return text

    def called(name: str) -> str:
        try:
            return page.words(catalogue.find(name).label)
        except es.Error:
            return name

    indicator, references = fault.arguments
    needs = page.joined((called(name) for name in references.split(", ")), "panel_and")
    return page.speech("panel_needs", name=called(indicator), needs=needs)


def show_points(page: Page, texts: Sequence[str]) -> None:
    """Prints the first of some sentences, and how many more there are."""
    more = len(texts) - MOST_POINTS
    rest = [page.speech("panel_more_points", count=more)] if more > 0 else []
    if texts:
        page.points([*texts[:MOST_POINTS], *rest])


def difference_of(page: Page, one: Any) -> str:
    """A reported total beside what adds up."""
    computed = page.speech("none") if one.computed is None else str(one.computed)
    known, due = one.coverage
    return f"{one.region} {one.period} {one.series}: {one.reported} / {computed} ({known}/{due})"
