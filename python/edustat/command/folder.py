# SPDX-License-Identifier: Apache-2.0
"""`edustat audit` on a folder: every report in it, and a table of what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.text import Text

import edustat as es
from edustat.command.documents import Document, audit_document
from edustat.command.messages import Speech
from edustat.command.page import COLOURS, Page
from edustat.command.refusal import Refusal
from edustat.command.report import TEXT_FILES, Question, Report, audit_report

REPORTS = (".csv", *TEXT_FILES)


@dataclass(frozen=True)
class Entry:
    """One file of a folder: its report, or why it cannot be read."""

    name: str
    report: Report | None = None
    error: es.Error | None = None


def reports_in(folder: str, speech: Speech) -> list[str]:
    """The reports in a folder and in those below it, by name; hidden and lock files are none."""
    root = Path(folder)
    names = sorted(
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.suffix.lower() in REPORTS
        and path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)
    )
    if not names:
        raise Refusal(speech("folder_empty", path=folder))
    return names


def audit_folder(
    folder: str,
    names: Sequence[str],
    question: Question,
    progress: Callable[[float], None],
) -> list[Entry]:
    """Audits each file; one that cannot be read does not stop the others."""
    entries = []
    for number, name in enumerate(names):
        progress(number / len(names))
        try:
            entries.append(Entry(name, audit_report(str(Path(folder) / name), question)))
        except es.Error as error:
            entries.append(Entry(name, error=error))
    progress(1.0)
    return entries


def show_folder(page: Page, folder: str, entries: Sequence[Entry]) -> None:
    """Prints a row for each file, and why those that have none cannot be read."""
    say = page.speech
    page.line(say("head_folder", name=folder), "bold")
    page.line()
    page.table(
        ["col_file", "col_found", "col_bound", "col_impossible", "col_joint"],
        [row_of(page, entry) for entry in entries],
    )
    unread = [entry for entry in entries if entry.error is not None]
    if unread:
        page.heading(say("unread", count=len(unread)), COLOURS["impossible"])
        page.points(
            entry.error.message(lang=say.language) for entry in unread if entry.error is not None
        )
    counts = {
        "files": len(entries),
        "impossible": sum(is_impossible(entry) for entry in entries),
        "unread": len(unread),
    }
    page.heading(say("total_folder", **counts))
    missing = next(
        (one.report.missing for one in entries if one.report and one.report.missing), None
    )
    if missing is not None:
        page.line(say("joint_missing", reason=missing.message(lang=say.language)))


def row_of(page: Page, entry: Entry) -> list[str | Text]:
    """How many figures a file has, how many are bound, and the verdicts."""
    none = page.speech("none")
    report = entry.report
    if report is None:
        return [entry.name, none, none, none, none]
    counts = counts_of(report)
    impossible = Text(str(counts["impossible"]))
    if counts["impossible"]:
        impossible.stylize(COLOURS["impossible"])
    joint = none if report.joint is None else page.verdict(report.joint.verdict)
    return [entry.name, str(counts["figures"]), str(counts["bound"]), impossible, joint]


def counts_of(report: Report) -> dict[str, int]:
    """Statistics, those that are facts, and relations that are impossible."""
    facts = len(report.bulletin)
    readings = () if report.text is None else report.text.readings
    unbound = sum(reading.reason is not None for reading in readings)
    impossible = sum(finding.verdict == "impossible" for finding in report.audit.findings)
    return {"figures": facts + unbound, "bound": facts, "impossible": impossible}


def is_impossible(entry: Entry) -> bool:
    """True for a report in which something is impossible."""
    return entry.report is not None and entry.report.is_impossible


def folder_document(folder: str, entries: Sequence[Entry]) -> Document:
    """Everything that is said of each file."""
    return {
        "format": "edustat.audits/1",
        "edustat": es.__version__,
        "folder": folder,
        "reports": [report_document(entry) for entry in entries],
    }


def report_document(entry: Entry) -> Document:
    """The audit of one file, or why it cannot be read."""
    audit: Any = None if entry.report is None else audit_document(entry.report)
    counts = None if entry.report is None else counts_of(entry.report)
    error = entry.error
    return {
        "file": entry.name,
        "counts": counts,
        "error": None
        if error is None
        else {"zh": error.message(lang="zh"), "en": error.message(lang="en")},
        "audit": audit,
    }
