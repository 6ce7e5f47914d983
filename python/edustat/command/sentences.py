# SPDX-License-Identifier: Apache-2.0
"""Sentences of a report with figures marked in them."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

import edustat as es
from edustat.command.page import COLOURS


class Sentences:
    """The sentences of a text, by the facts that stand in them."""

    def __init__(self, text: es.BulletinText) -> None:
        """Of `text`."""
        self.text = text.text
        self.readings = {
            reading.fact: reading for reading in text.readings if reading.fact is not None
        }

    def of(self, facts: Iterable[int]) -> list[Text]:
        """The sentences in which facts stand, these in 【】 and coloured."""
        sentences: dict[int, Text] = {}
        last: dict[int, es.Reading] = {}
        for reading in sorted((self.readings[fact] for fact in set(facts)), key=place_of):
            begin = reading.sentence_begin
            marked = sentences.setdefault(begin, Text())
            shown = last[begin].end if begin in last else begin
            marked.append(self.text[shown : reading.begin])
            marked.append(f"【{reading.text}】", style=COLOURS["impossible"])
            last[begin] = reading
        for begin, marked in sentences.items():
            marked.append(self.text[last[begin].end : last[begin].sentence_end])
        return list(sentences.values())


def place_of(reading: es.Reading) -> int:
    """Where a figure stands."""
    return reading.begin
