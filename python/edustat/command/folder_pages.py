# SPDX-License-Identifier: Apache-2.0
"""`edustat audit FOLDER --html`: a page for each report, and one that leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from edustat.command.folder import Entry, counts_of
from edustat.command.messages import Speech
from edustat.command.refusal import Refusal, imported
from edustat.command.report_page import filled, is_ours, write_page
from edustat.command.whole_file import write_whole

INDEX = "index.html"


def check_pages(out: str, names: Sequence[str], speech: Speech) -> None:
    """Refuses a folder that cannot be made, or in which a page would replace a strange file."""
    imported("jinja2", speech, "page_package")
    root = Path(out)
    if not root.parent.is_dir():
        raise Refusal(speech("panel_no_folder", path=str(root.parent)))
    for path in [root, *(root / name for name in (INDEX, *map(page_name, names)))]:
        is_strange = not path.is_dir() if path == root else not is_ours(path)
        if path.exists() and is_strange:
            raise Refusal(speech("panel_overwrite", path=str(path)))


def page_name(name: str) -> str:
    """The page of a report."""
    return f"{name}.html"


def write_pages(out: str, folder: str, entries: Sequence[Entry], speech: Speech) -> None:
    """Writes a page for each report that was read, and the index."""
    root = Path(out)
    for entry in entries:
        if entry.report is not None:
            path = root / page_name(entry.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_page(str(path), entry.report, speech)
    rows = [
        {
            "name": entry.name,
            "link": quote(page_name(Path(entry.name).as_posix())),
            "counts": None if entry.report is None else counts_of(entry.report),
            "joint": None
            if entry.report is None or entry.report.joint is None
            else entry.report.joint.verdict,
            "error": None if entry.error is None else entry.error.message(lang=speech.language),
        }
        for entry in entries
    ]
    root.mkdir(exist_ok=True)
    text = filled(speech, INDEX, title=speech("head_folder", name=folder), rows=rows)
    write_whole(
        str(root / INDEX), lambda name: Path(name).write_text(text, encoding="utf-8"), speech
    )
