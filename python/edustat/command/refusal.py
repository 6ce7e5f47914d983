# SPDX-License-Identifier: Apache-2.0
"""What the command line refuses by itself, and packages that are loaded only when needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

import edustat as es
from edustat.command.messages import Speech


class Refusal(Exception):
    """Input that a command cannot use; its text is in the language of the reader."""


def refusal(faults: Iterable[es.Fault], speech: Speech) -> Refusal:
    """A refusal in the sentences of the library, one a line."""
    return Refusal("\n".join(fault.message(lang=speech.language) for fault in faults))


def imported(module: str, speech: Speech, key: str = "panel_package") -> Any:
    """A module of an optional package; where it is missing, how to install it."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise
        raise Refusal(speech(key, package=package)) from error
