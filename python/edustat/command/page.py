# SPDX-License-Identifier: Apache-2.0
"""Tables on a terminal: what `edustat audit`, `compute` and `catalogue` print for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

import edustat as es
from edustat.command.messages import Speech

PIPE_WIDTH = 100
COLOURS = {"impossible": "bold red", "cannot_tell": "yellow", "consistent": "green"}


def console_for(stream: Any) -> Console:
    """A console on a stream: coloured on a terminal only, 100 cells wide elsewhere."""
    is_terminal = stream.isatty()
    return Console(
        file=stream,
        force_terminal=is_terminal,
        width=None if is_terminal else PIPE_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
    )


class Page:
    """Headings, tables and lines in one language."""

    def __init__(self, speech: Speech, console: Console | None = None) -> None:
        """A page on `console`, or on standard output."""
        self.speech = speech
        self.console = console_for(sys.stdout) if console is None else console

    def show(self, renderable: RenderableType) -> None:
        """Prints; outside a terminal, nothing is padded to the right."""
        if self.console.is_terminal:
            self.console.print(renderable)
            return
        with self.console.capture() as captured:
            self.console.print(renderable)
        lines = (line.rstrip() for line in captured.get().split("\n"))
        self.console.file.write("\n".join(lines))

    def line(self, text: str = "", style: str = "") -> None:
        """One paragraph."""
        self.show(Text(text, style=style))

    def heading(self, text: str, style: str = "bold") -> None:
        """A heading with a blank line above."""
        self.line()
        self.line(text, style)

    def indented(self, text: Text, cells: int = 2) -> None:
        """A paragraph with a margin."""
        self.show(Padding(text, (0, 0, 0, cells)))

    def points(self, texts: Iterable[str]) -> None:
        """Paragraphs behind dashes, their later lines indented as the first."""
        grid = Table.grid(padding=(0, 1, 0, 0))
        for text in texts:
            grid.add_row(Text("-"), Text(text, overflow="fold"))
        self.show(Padding(grid, (0, 0, 0, 4)))

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> None:
        """A table under the headings that `columns` name; an absent heading is left blank."""
        table = Table(
            box=box.SIMPLE_HEAD,
            padding=(0, 1, 0, 0),
            pad_edge=False,
            show_edge=False,
            header_style="bold",
        )
        for key in columns:
            is_number = key in ("col_line", "")
            table.add_column(
                self.speech(key) if key else "",
                overflow="fold",
                no_wrap=key in ("col_figure", "col_printed", "col_value", "col_line", ""),
                justify="right" if is_number else "left",
            )
        for row in rows:
            table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
        self.show(Padding(table, (0, 0, 0, 2)))

    def words(self, label: es.Label) -> str:
        """A label in the language of the page."""
        text: str = label.zh if self.speech.language == "zh" else label.en
        return text

    def scope(self, scope: es.Scope) -> str:
        """A scope as people call it."""
        return str(scope) or self.speech("whole")

    def period(self, period: es.Period | None) -> str:
        """A period in words."""
        if period is None:
            return ""
        text: str = period.in_words(lang=self.speech.language)
        return text

    def verdict(self, verdict: str | None) -> Text:
        """A verdict in words, coloured."""
        if verdict is None:
            return Text("")
        return Text(self.speech(f"verdict_{verdict}"), style=COLOURS[verdict])

    def joined(self, texts: Iterable[str], separator: str = "separator") -> str:
        """Texts behind one another."""
        return self.speech(separator).join(texts)


def periods_of(things: Iterable[Any]) -> list[Any]:
    """The periods of some facts or indicators, each once."""
    return list(dict.fromkeys(thing.period for thing in things if thing.period is not None))


def lines_of(numbers: Iterable[int]) -> str:
    """Line numbers in order, those that follow one another as `53-60`."""
    ordered = sorted(set(numbers))
    runs: list[tuple[int, int]] = []
    for number in ordered:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(f"{low}-{high}" if low < high else str(low) for low, high in runs)
