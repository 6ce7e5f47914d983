# SPDX-License-Identifier: Apache-2.0
"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from edustat.command.messages import Speech
from edustat.command.refusal import Refusal

Told = TypeVar("Told")


def write_whole(path: str, writer: Callable[[str], Told], speech: Speech) -> Told:
    """Lets `writer` fill a file that then takes the place of an older one."""
    out = Path(path)
    try:
        handle, name = tempfile.mkstemp(out.suffix, f".{out.stem}-", out.parent)
    except OSError as error:
        raise Refusal(speech("panel_unwritable", path=path, reason=error.strerror)) from error
    os.close(handle)
    try:
        told = writer(name)
        os.chmod(name, 0o666 & ~umask())
        os.replace(name, path)
    except OSError as error:
        raise Refusal(speech("panel_unwritable", path=path, reason=error)) from error
    finally:
        Path(name).unlink(missing_ok=True)
    return told


def umask() -> int:
    """The rights that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
