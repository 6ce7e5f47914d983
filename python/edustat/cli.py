# SPDX-License-Identifier: Apache-2.0
"""The command `edustat`.

Exit status: 0 nothing impossible, 1 something impossible, 2 bad input.
"""

from __future__ import annotations

import codecs
import contextlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import click

import edustat as es
from edustat.command import documents
from edustat.command.catalogue import show_builtin, show_catalogue
from edustat.command.compute import show_computed, with_findings
from edustat.command.messages import Language, Speech, language_of
from edustat.command.page import Page
from edustat.command.panel_options import check_mixture, compute_panel, panel_parameters
from edustat.command.refusal import Refusal
from edustat.command.report import Question, read_report
from edustat.command.report_options import audit_files, report_parameters
from edustat.command.usage import SpokenChoice, SpokenCommand, SpokenGroup, fault_of

ALL_WELL, IMPOSSIBLE, BAD_INPUT = 0, 1, 2
PRECISIONS = ("exact", "nearest", "half_up", "half_even", "truncated")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    speech = Speech(asked_language(given) or language_of(os.environ))
    try:
        status = command_line(speech).main(given, "edustat", standalone_mode=False)
    except click.UsageError as error:
        return refuse(fault_of(error, speech))
    except es.Error as error:
        return refuse(error.message(lang=speech.language))
    except Refusal as error:
        return refuse(str(error))
    except (click.Abort, KeyboardInterrupt):
        return 130
    return status if isinstance(status, int) else ALL_WELL


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language that --lang asks for, known before anything else is read."""
    for number, option in enumerate(arguments):
        name, _, value = option.partition("=")
        if name == "--lang":
            asked = value or "".join(arguments[number + 1 : number + 2])
            return "zh" if asked == "zh" else "en" if asked == "en" else None
    return None


def refuse(text: str) -> int:
    """Says what is wrong with the input."""
    with pipe():
        print(text, file=sys.stderr)
    return BAD_INPUT


@contextlib.contextmanager
def pipe() -> Iterator[None]:
    """Printing into a pipe whose reader may have seen enough."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def command_line(speech: Speech) -> click.Group:
    """The commands, in one language."""

    def begin(ctx: click.Context, **_: Any) -> None:
        if ctx.invoked_subcommand is None:
            known = speech("separator").join(group.commands)
            raise click.UsageError(speech("missing_command", known=known), ctx)

    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show_version,
        help=speech("option_version"),
    )
    group = SpokenGroup(
        "edustat",
        speech=speech,
        help=f"{speech('about')}\n{speech('audit_status')}",
        callback=click.pass_context(begin),
        invoke_without_command=True,
        subcommand_metavar=speech("command_metavar"),
        params=[language_option(speech), version],
    )
    for command in (audit_command(speech), compute_command(speech), catalogue_command(speech)):
        group.add_command(command)
    return group


def show_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Prints the version when it is asked for."""
    if asked:
        click.echo(f"edustat {es.__version__}")
        ctx.exit(ALL_WELL)


def audit_command(speech: Speech) -> click.Command:
    """`edustat audit`."""

    def run(
        ctx: click.Context,
        catalogue: str,
        precision: str,
        encoding: str | None,
        mark: Sequence[str],
        explanations: str | None,
        region: str | None,
        period: str | None,
        time_limit: timedelta,
        as_json: bool,
        **_: Any,
    ) -> int:
        question = Question(
            catalogue=read_catalogue(catalogue),
            precision=precision,
            time_limit=time_limit,
            explanations=[] if explanations is None else es.read_explanations(explanations),
            encoding=encoding,
            marks=declared_marks(mark, speech),
            region=region,
            period=period,
        )
        outcome = audit_files(ctx, question, speech)
        with pipe():
            if as_json:
                write_json(outcome.document())
            else:
                outcome.show(Page(speech))
        unread = BAD_INPUT if outcome.is_unread else ALL_WELL
        return IMPOSSIBLE if outcome.is_impossible else unread

    explanations = click.Option(
        ["--explanations"], metavar="FILE", help=speech("option_explanations")
    )
    every = click.Option(["--all", "every"], is_flag=True, help=speech("option_all"))
    return SpokenCommand(
        "audit",
        speech=speech,
        short_help=speech("audit_short"),
        help=f"{speech('audit')}\n{speech('audit_status')}",
        callback=click.pass_context(run),
        params=[
            *reading_parameters(speech),
            *report_parameters(speech),
            explanations,
            every,
            json_option(speech),
            language_option(speech),
        ],
    )


def compute_command(speech: Speech) -> click.Command:
    """`edustat compute`."""

    def run(
        ctx: click.Context,
        facts: str,
        catalogue: str,
        precision: str,
        encoding: str | None,
        mark: Sequence[str],
        as_json: bool,
        **_: Any,
    ) -> int:
        is_panel = check_mixture(ctx, speech)
        known = read_catalogue(catalogue)
        if is_panel:
            with pipe():
                compute_panel(ctx.params, known, declared_marks(mark, speech), speech)
            return ALL_WELL
        marks = declared_marks(mark, speech)
        bulletin = read_report(facts, Question(known, encoding=encoding, marks=marks))
        computed = es.evaluate(bulletin, known, precision)
        rows = with_findings(computed, es.audit(bulletin, known, precision))
        with pipe():
            if as_json:
                write_json(documents.compute_document(bulletin, known, precision, rows))
            else:
                show_computed(Page(speech), bulletin, known, precision, rows)
        return ALL_WELL

    return SpokenCommand(
        "compute",
        speech=speech,
        short_help=speech("compute_short"),
        help="\n".join(speech(key) for key in ("compute", "panel_about", "panel_status")),
        callback=click.pass_context(run),
        params=[
            *reading_parameters(speech),
            *panel_parameters(speech),
            json_option(speech),
            language_option(speech),
        ],
    )


def catalogue_command(speech: Speech) -> click.Command:
    """`edustat catalogue`."""

    def run(name: str | None, as_json: bool, **_: Any) -> int:
        known = None if name is None else read_catalogue(name)
        with pipe():
            if known is None and as_json:
                write_json(documents.builtin_document())
            elif known is None:
                show_builtin(Page(speech))
            elif as_json:
                write_json(documents.catalogue_document(known))
            else:
                show_catalogue(Page(speech), known)
        return ALL_WELL

    return SpokenCommand(
        "catalogue",
        speech=speech,
        short_help=speech("catalogue_short"),
        help=speech("catalogue"),
        callback=run,
        params=[
            click.Argument(["name"], required=False, metavar="[NAME]"),
            json_option(speech),
            language_option(speech),
        ],
    )


def reading_parameters(speech: Speech) -> list[click.Parameter]:
    """What says how facts are read."""
    return [
        click.Argument(["facts"], metavar="FACTS"),
        click.Option(
            ["--catalogue"], required=True, metavar="NAME|PATH", help=speech("option_catalogue")
        ),
        click.Option(
            ["--precision"],
            type=SpokenChoice(PRECISIONS, speech),
            default="nearest",
            metavar="RULE",
            help=speech("option_precision"),
        ),
        click.Option(["--encoding"], metavar="NAME", help=speech("option_encoding")),
        click.Option(["--mark"], multiple=True, metavar="SIGN=REASON", help=speech("option_mark")),
    ]


def json_option(speech: Speech) -> click.Option:
    """`--json`."""
    return click.Option(["--json", "as_json"], is_flag=True, help=speech("option_json"))


def language_option(speech: Speech) -> click.Option:
    """`--lang`; main() has read it already."""
    return click.Option(
        ["--lang"], type=SpokenChoice(("zh", "en"), speech), help=speech("option_lang")
    )


def read_catalogue(name: str) -> es.Catalogue:
    """A built-in catalogue, or that of a TOML file."""
    is_path = name.endswith(".toml") or os.sep in name
    return es.Catalogue.load(name) if is_path else es.Catalogue.builtin(name)


def declared_marks(marks: Sequence[str], speech: Speech) -> dict[str, str]:
    """What signs mean, by --mark."""
    declared = {}
    for mark in marks:
        sign, found, reason = mark.rpartition("=")
        if not found:
            raise click.UsageError(speech("bad_mark", value=mark))
        declared[sign] = reason
    return declared


def write_json(document: documents.Document) -> None:
    """Prints a document; characters stay characters."""
    is_unicode = codecs.lookup(sys.stdout.encoding).name == "utf-8"
    json.dump(document, sys.stdout, ensure_ascii=not is_unicode, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    sys.exit(main())
