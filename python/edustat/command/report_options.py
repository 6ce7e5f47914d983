# SPDX-License-Identifier: Apache-2.0
"""The options of `edustat audit` for whole reports, and the command on a file or a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from edustat.command.audit import show_audit
from edustat.command.documents import Document, audit_document
from edustat.command.folder import (
    audit_folder,
    folder_document,
    is_impossible,
    reports_in,
    show_folder,
)
from edustat.command.folder_pages import check_pages, write_pages
from edustat.command.messages import Speech
from edustat.command.page import Page
from edustat.command.panel_page import progress_bar
from edustat.command.report import Question, audit_report, is_running_text
from edustat.command.report_page import check_page, write_page
from edustat.command.usage import SpokenSeconds

FOR_TEXTS = ("region", "period")


def report_parameters(speech: Speech) -> list[click.Parameter]:
    """What a report can be asked beside its catalogue."""
    return [
        click.Option(["--region"], metavar="NAME", help=speech("option_region")),
        click.Option(["--period"], metavar="TEXT", help=speech("option_text_period")),
        click.Option(
            ["--time-limit"],
            type=SpokenSeconds(speech),
            default="10",
            metavar="SECONDS",
            help=speech("option_time_limit"),
        ),
        click.Option(["--html"], metavar="OUT", help=speech("option_html")),
    ]


@dataclass(frozen=True)
class Outcome:
    """What was found, and how it is told."""

    is_impossible: bool
    is_unread: bool
    document: Callable[[], Document]
    show: Callable[[Page], None]


def audit_files(ctx: click.Context, question: Question, speech: Speech) -> Outcome:
    """Audits a file or a folder, and writes the pages that are asked for."""
    path = ctx.params["facts"]
    if Path(path).is_dir():
        return audit_all(ctx.params, question, speech)
    for name in FOR_TEXTS:
        if ctx.params[name] is not None and not is_running_text(path):
            raise click.UsageError(speech("text_only", name=f"--{name}"), ctx)
    return audit_one(ctx.params, question, speech)


def audit_one(params: dict[str, Any], question: Question, speech: Speech) -> Outcome:
    """Audits a file."""
    path, html = params["facts"], params["html"]
    if html is not None:
        check_page(html, [path], speech)
    with progress_bar(speech, sys.stderr) as step:
        step("folder_step")
        report = audit_report(path, question)
    if html is not None:
        write_page(html, report, speech)

    def show(page: Page) -> None:
        show_audit(page, report, every=params["every"])
        show_written(page, html)

    return Outcome(report.is_impossible, False, lambda: audit_document(report), show)


def audit_all(params: dict[str, Any], question: Question, speech: Speech) -> Outcome:
    """Audits the reports of a folder."""
    folder, html = params["facts"], params["html"]
    names = reports_in(folder, speech)
    if html is not None:
        check_pages(html, names, speech)
    with progress_bar(speech, sys.stderr) as step:
        entries = audit_folder(folder, names, question, step("folder_step"))
    if html is not None:
        write_pages(html, folder, entries, speech)

    def show(page: Page) -> None:
        show_folder(page, folder, entries)
        show_written(page, html)

    return Outcome(
        any(map(is_impossible, entries)),
        any(entry.error is not None for entry in entries),
        lambda: folder_document(folder, entries),
        show,
    )


def show_written(page: Page, html: str | None) -> None:
    """Prints where the page is."""
    if html is not None:
        page.line()
        page.line(page.speech("page_written", path=html), "bold")
