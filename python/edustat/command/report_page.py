# SPDX-License-Identifier: Apache-2.0
"""`edustat audit --html`: one page that needs no other file.

Whatever stands in a report is text: the template escapes it, and the policy of the page lets no
script run but its own.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import edustat as es
from edustat.command.messages import Speech
from edustat.command.page import Page
from edustat.command.page_views import PageViews
from edustat.command.refusal import Refusal, imported
from edustat.command.report import Report
from edustat.command.whole_file import write_whole

FOLDER = Path(__file__).parent / "templates"
MARK = '<meta name="generator" content="edustat '


def check_page(path: str, inputs: Sequence[str], speech: Speech) -> None:
    """Refuses a page that the command cannot write, or a file that is no page of its own."""
    imported("jinja2", speech, "page_package")
    out = Path(path)
    if not out.parent.is_dir():
        raise Refusal(speech("panel_no_folder", path=str(out.parent)))
    if not out.exists():
        return
    is_input = any(os.path.exists(one) and os.path.samefile(path, one) for one in inputs)
    if is_input or not is_ours(out):
        raise Refusal(speech("panel_overwrite", path=path))


def is_ours(path: Path) -> bool:
    """True for a page that this command wrote."""
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(500)
    except OSError:
        return False


def write_page(path: str, report: Report, speech: Speech) -> None:
    """Writes the page of a report in place of an older one."""
    text = page_of(report, speech)
    write_whole(path, lambda name: Path(name).write_text(text, encoding="utf-8"), speech)


def page_of(report: Report, speech: Speech) -> str:
    """The page itself."""
    views = PageViews(Page(speech), report)
    return filled(
        speech,
        "report.html",
        title=speech("page_title", name=report.bulletin.name),
        head=views.head(),
        legend=views.legend(),
        pieces=views.pieces(),
        rows=views.rows(),
        joint=views.joint(),
        traces=views.traces(),
    )


def filled(speech: Speech, template: str, **values: Any) -> str:
    """A template with its values, every one of them escaped."""
    jinja2 = imported("jinja2", speech, "page_package")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER), autoescape=True, undefined=jinja2.StrictUndefined
    )
    style, script = ((FOLDER / f"report.{end}").read_text("utf-8") for end in ("css", "js"))
    text: str = environment.get_template(template).render(
        say=speech,
        language=speech.language,
        version=es.__version__,
        style=style,
        style_hash=hash_of(style),
        script=script,
        script_hash=hash_of(script),
        **values,
    )
    return text


def hash_of(text: str) -> str:
    """The name under which the policy of a page allows a script or a style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
