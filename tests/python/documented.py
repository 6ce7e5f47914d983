# SPDX-License-Identifier: Apache-2.0
"""The examples in the texts of the repository, run.

A block of Python is followed by a block `text` with what it prints; the blocks of one file are one
program. A block `console` has commands behind `$ ` and what each prints. `python documented.py
FILE...` writes the real output into the files.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its text, and where the text stands in the file."""

    language: str
    text: str
    start: int


def blocks_of(document: str) -> list[Block]:
    return [Block(m[1], m[2], m.start(2)) for m in FENCE.finditer(document)]


def run_python(code: str, names: dict[str, Any]) -> str:
    """What a block prints; the names that it defines stay for the next."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<example>", "exec"), names)
    return printed.getvalue()


def run_console(text: str, language: str) -> str:
    """The block with the real output behind each command; files that it writes do not stay."""
    written = ""
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        for line in text.splitlines():
            if not line.startswith("$ "):
                continue
            written += line + "\n"
            command = line[2:]
            if command == "echo $?":
                written += f"{status}\n"
            elif command.startswith(("edustat ", "python examples/")):
                status, output = run_command(command, language, folder)
                written += output
            else:
                raise ValueError(f"a command that is not run: {command}")
    return written


def run_command(command: str, language: str, folder: str) -> tuple[int, str]:
    locale = "zh_CN.UTF-8" if language == "zh" else "en_US.UTF-8"
    shared = os.environ.get("EDUSTAT_SHARED", str(ROOT.parent / "shared"))
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1", "EDUSTAT_SHARED": shared}
    program, *words = command.split(" ")
    begin = ["-m", "edustat.cli"] if program == "edustat" else []
    done = subprocess.run(
        [sys.executable, *begin, *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout.decode("utf-8")


def completed(document: str, language: str) -> str:
    """The document with the real output of every example."""
    result = document
    names: dict[str, Any] = {"__name__": "example"}
    printed: str | None = None
    shift = 0
    for block in blocks_of(document):
        output: str | None = None
        if block.language == "python":
            printed = run_python(block.text, names)
            continue
        if block.language == "text" and printed is not None:
            output = printed
        elif block.language == "console":
            output = run_console(block.text, language)
        printed = None
        if output is None:
            continue
        start = block.start + shift
        result = result[:start] + output + result[start + len(block.text) :]
        shift += len(output) - len(block.text)
    return result


def language_of(path: Path) -> str:
    return "zh" if path.name.endswith(".zh.md") else "en"


def main() -> None:
    paths = [Path(name).resolve() for name in sys.argv[1:]]
    os.chdir(ROOT)
    for path in paths:
        document = path.read_text(encoding="utf-8")
        path.write_text(completed(document, language_of(path)), encoding="utf-8")


if __name__ == "__main__":
    main()
