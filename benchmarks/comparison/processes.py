# SPDX-License-Identifier: Apache-2.0
"""Processes that hold one engine each and answer line by line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from typing import Any


class Process:
    """One engine, loaded; leaves when its block ends."""

    def __init__(
        self, command: Iterable[object], environment: Mapping[str, str] | None = None
    ) -> None:
        self.command = [str(part) for part in command]
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=None if environment is None else dict(environment),
        )
        self.head = self.read()

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.stdin.write("quit\n")
            self.process.stdin.close()
            self.process.wait()

    def read(self) -> dict[str, Any]:
        """The next answer."""
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{' '.join(self.command)} ended with {self.process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(f"{' '.join(self.command)}: {answer['error']}")
        return answer

    def ask(self, line: str) -> dict[str, Any]:
        """The answer to a line."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.read()

    def seconds(self, job: str) -> float:
        """How long a job takes now."""
        return self.ask(f"run {job}")["seconds"]
