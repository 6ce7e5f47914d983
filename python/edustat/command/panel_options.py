# SPDX-License-Identifier: Apache-2.0
"""The options of `edustat compute` that are for panels, and the command on a panel."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click
from click.core import ParameterSource

import edustat as es
from edustat.command.messages import Speech
from edustat.command.usage import SpokenChoice

FACTS_ONLY = ("precision", "as_json")
KINDS = ("quarter", "half_year", "year")


def panel_parameters(speech: Speech) -> list[click.Parameter]:
    """What a panel asks for beside the catalogue."""

    def option(name: str, metavar: str, key: str, **more: Any) -> click.Option:
        return click.Option([name], metavar=metavar, help=speech(key), **more)

    def choice(name: str, words: Sequence[str], key: str) -> click.Option:
        return click.Option([name], type=SpokenChoice(words, speech), help=speech(key))

    return [
        option("--regions", "TREE", "option_regions"),
        option("--out", "RESULT", "option_out"),
        option("--level", "LEVELS", "option_level"),
        option("--groups", "GROUPS", "option_groups"),
        option("--period", "PERIOD", "option_period", multiple=True),
        choice("--by", KINDS, "option_by"),
        choice("--partial", ("gap", "known_part"), "option_partial"),
        choice("--inner", ("refuse", "total", "own"), "option_inner"),
        choice("--unknown", ("refuse", "set_aside"), "option_unknown"),
        option("--region-column", "NAME", "option_region_column"),
        option("--period-column", "NAME", "option_period_column"),
        option("--places", "COLUMN=NUMBER", "option_places", multiple=True),
    ]


def check_mixture(ctx: click.Context, speech: Speech) -> bool:
    """True for a panel; options of the other kind are refused."""
    is_panel = ctx.params["regions"] is not None
    for_panels = {one.name for one in panel_parameters(speech)}
    for parameter in ctx.command.params:
        name = parameter.name or ""
        is_strange = name in FACTS_ONLY if is_panel else name in for_panels
        if is_strange and ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            key = "panel_not_here" if is_panel else "panel_only"
            raise click.UsageError(speech(key, name=max(parameter.opts, key=len)), ctx)
    if is_panel and ctx.params["out"] is None:
        raise click.UsageError(speech("panel_needs_out"), ctx)
    return is_panel


def compute_panel(
    given: Mapping[str, Any], catalogue: es.Catalogue, marks: Mapping[str, str], speech: Speech
) -> None:
    """Computes the file that was asked for and prints what is in it."""
    from edustat.command.page import Page
    from edustat.command.panel import Question, answer
    from edustat.command.panel_page import progress_bar, show_panel
    from edustat.command.result_file import check_out, write_result
    from edustat.command.result_table import result_of

    question = Question(
        panel=given["facts"],
        regions=given["regions"],
        catalogue=catalogue,
        out=given["out"],
        groups=given["groups"],
        region_column=given["region_column"],
        period_column=given["period_column"],
        levels=[name.strip() for name in (given["level"] or "").split(",") if name.strip()],
        periods=given["period"],
        by=given["by"],
        partial=given["partial"] or "gap",
        inner=given["inner"] or "refuse",
        unknown=given["unknown"] or "refuse",
        encoding=given["encoding"],
        marks=marks,
        places=places_of(given["places"], speech),
    )
    inputs = [name for name in (question.panel, question.regions, question.groups) if name]
    check_out(question.out, inputs, speech)
    with progress_bar(speech, sys.stderr) as step:
        found = answer(question, step, speech)
        result = result_of(found, catalogue, question.partial, speech)
        long_numbers = write_result(question.out, result, catalogue, speech)
    show_panel(Page(speech), question, found, result, long_numbers)


def places_of(texts: Sequence[str], speech: Speech) -> dict[str, int]:
    """Decimal places by column."""
    places: dict[str, int] = {}
    for text in texts:
        name, found, number = text.rpartition("=")
        if not found or not number.isascii() or not number.isdigit():
            raise click.UsageError(speech("panel_bad_places", value=text))
        places[name] = int(number)
    return places
