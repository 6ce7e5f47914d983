# SPDX-License-Identifier: Apache-2.0
"""Commands whose help and errors come in the asked language.

click speaks English only and counts characters where a terminal counts cells, so help is laid out
here.
"""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from edustat.command.messages import Speech

if TYPE_CHECKING:
    TextType = click.ParamType[str]
else:
    TextType = click.ParamType  # generic since click 8.2

WIDEST = 100


class SpokenCommand(click.Command):
    """A command that speaks the language it was built with."""

    def __init__(self, *arguments: Any, speech: Speech, **options: Any) -> None:
        """As click.Command, in the language of `speech`."""
        options.setdefault("options_metavar", speech("options_metavar"))
        super().__init__(*arguments, **options)
        self.speech = speech

    def get_help(self, ctx: click.Context) -> str:
        """The whole help text."""
        columns = shutil.get_terminal_size((WIDEST, 24)).columns
        console = Console(
            file=io.StringIO(), width=min(columns, WIDEST), highlight=False, color_system=None
        )
        pieces = " ".join(self.collect_usage_pieces(ctx))
        console.print(Text(f"{self.speech('usage')}{ctx.command_path} {pieces}"))
        for paragraph in (self.help or "").splitlines():
            console.print(Padding(Text(paragraph), (1, 0, 0, 2)))
        for title, rows in self.sections(ctx):
            console.print(Text(f"\n{title}"))
            console.print(grid_of(rows))
        text: str = console.file.getvalue()  # type: ignore[attr-defined]
        return "\n".join(line.rstrip() for line in text.splitlines())

    def sections(self, ctx: click.Context) -> list[tuple[str, Sequence[tuple[str, str]]]]:
        """Titles and rows of what stands below the description."""
        rows = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if isinstance(parameter, click.Option) and record is not None:
                must = self.speech("required") if parameter.required else ""
                rows.append((record[0], f"{parameter.help}{must}"))
        return [(self.speech("options"), rows)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, described in the asked language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.speech("option_help")
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuses arguments that nothing takes."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise click.UsageError(self.speech("extra_argument", name=" ".join(rest)), ctx)
        return rest


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands that speaks the language it was built with."""

    def sections(self, ctx: click.Context) -> list[tuple[str, Sequence[tuple[str, str]]]]:
        """The options, and behind them the commands."""
        rows = [(name, command.short_help or "") for name, command in self.commands.items()]
        return [*super().sections(ctx), (self.speech("commands"), rows)]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they were added."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; another name is refused with the known ones."""
        if args[0] not in self.commands:
            known = self.speech("separator").join(self.commands)
            raise click.UsageError(self.speech("no_such_command", name=args[0], known=known), ctx)
        return super().resolve_command(ctx, args)


class SpokenChoice(TextType):
    """One of some names; another is refused with the known ones."""

    name = "choice"

    def __init__(self, names: Sequence[str], speech: Speech) -> None:
        """One of `names`, refused in the language of `speech`."""
        self.names = names
        self.speech = speech

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How the help shows what is asked for."""
        return "[" + "|".join(self.names) + "]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name itself."""
        if value not in self.names:
            name = max(param.opts, key=len) if param is not None else ""
            known = self.speech("separator").join(self.names)
            text = self.speech("bad_choice", name=name, value=value, known=known)
            raise click.BadParameter(text, ctx, param)
        return value


class SpokenSeconds(TextType):
    """A number of seconds, at most a day; anything else is refused in the asked language."""

    name = "seconds"

    def __init__(self, speech: Speech) -> None:
        """Refused in the language of `speech`."""
        self.speech = speech

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The time."""
        if isinstance(value, timedelta):
            return value
        with contextlib.suppress(ValueError):
            seconds = float(value)
            if 0 <= seconds <= 86400:
                return timedelta(seconds=seconds)
        name = max(param.opts, key=len) if param is not None else ""
        text = self.speech("bad_seconds", name=name, value=value)
        raise click.BadParameter(text, ctx, param)


def grid_of(rows: Sequence[tuple[str, str]]) -> Padding:
    """Names in front of their texts."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for name, text in rows:
        grid.add_row(Text(name), Text(text))
    return Padding(grid, (0, 0, 0, 2))


def fault_of(error: click.UsageError, speech: Speech) -> str:
    """What is wrong with the arguments, and where to read on."""
    text = sentence_of(error, speech)
    if error.ctx is None:
        return text
    return text + "\n" + speech("try_help", command=error.ctx.command_path)


def sentence_of(error: click.UsageError, speech: Speech) -> str:
    """What is wrong, in the asked language."""
    if isinstance(error, click.NoSuchOption):
        return speech("no_such_option", name=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return speech("bad_option_usage", name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        if isinstance(error.param, click.Argument):
            return speech("missing_argument", name=error.param.metavar or error.param.name)
        return speech("missing_option", name=max(error.param.opts, key=len))
    return error.message
