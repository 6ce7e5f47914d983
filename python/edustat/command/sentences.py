# SPDX-License-Identifier: Apache-2.0
"""Sentences of a report with figures marked in them."""

from __future__ import annotations

from collections.abc import Collection

from rich.text import Text

import edustat as es
from edustat.command.page import COLOURS


def sentences_of(facts: Collection[int], text: es.BulletinText) -> list[Text]:
    """The sentences in which facts stand, these in 【】 and coloured."""
    sentences: dict[int, Text] = {}
    shown: dict[int, int] = {}
    ends: dict[int, int] = {}
    for reading in text.readings:
        if reading.fact not in facts:
            continue
        begin = reading.sentence_begin
        marked = sentences.setdefault(begin, Text())
        marked.append(text.text[shown.get(begin, begin) : reading.begin])
        marked.append(f"【{reading.text}】", style=COLOURS["impossible"])
        shown[begin] = reading.end
        ends[begin] = reading.sentence_end
    for begin, marked in sentences.items():
        marked.append(text.text[shown[begin] : ends[begin]])
    return list(sentences.values())
