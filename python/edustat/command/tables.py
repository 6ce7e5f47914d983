# SPDX-License-Identifier: Apache-2.0
"""Tables of a file: Parquet, and CSV in which every cell is a text and none a float."""

from __future__ import annotations

import codecs
import csv
from pathlib import Path
from typing import Any

import edustat as es
from edustat.command.messages import Speech
from edustat.command.refusal import Refusal, imported, refusal

BLOCK = 1 << 20
ENCODINGS = "utf-8, gb18030, gbk, gb2312, utf-16"


def read_table(path: str, encoding: str | None, speech: Speech) -> Any:
    """The table of a file as pyarrow has it; the end of the name says what it is."""
    arrow = imported("pyarrow", speech)
    ending = Path(path).suffix.lower()
    if ending not in (".csv", ".parquet"):
        raise Refusal(speech("panel_input", path=path))
    if not Path(path).exists():
        raise refusal([es.Fault("file_not_found", [path])], speech)
    try:
        if ending == ".csv":
            table = read_csv(path, encoding, speech)
        else:
            table = imported("pyarrow.parquet", speech).read_table(path)
    except (OSError, arrow.ArrowException) as error:
        reason = str(error).splitlines()[0]
        raise refusal([es.Fault("file_unreadable", [path, reason])], speech) from error
    names = table.column_names
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        place = es.Place(path, 1)
        raise refusal((es.Fault("duplicate_column", [name], place) for name in twice), speech)
    return table


def read_csv(path: str, encoding: str | None, speech: Speech) -> Any:
    """A CSV file with a head, every column a column of texts; a blank cell is a blank text."""
    arrow = imported("pyarrow", speech)
    reader = imported("pyarrow.csv", speech)
    codec = codec_of(path, encoding, speech)
    names = head_of(path, codec)
    faults: list[es.Fault] = []

    def note(row: Any) -> str:
        counts = [str(row.actual_columns), str(row.expected_columns)]
        faults.append(es.Fault("wrong_field_count", counts, es.Place(path, row.number)))
        return "skip"

    table = reader.read_csv(
        path,
        # Rows have numbers for `note` only where one thread reads them.
        reader.ReadOptions(use_threads=False, encoding=codec.removesuffix("-sig")),
        reader.ParseOptions(newlines_in_values=True, invalid_row_handler=note),
        reader.ConvertOptions(
            column_types={name: arrow.string() for name in names}, strings_can_be_null=False
        ),
    )
    if faults:
        raise refusal(faults, speech)
    return table.rename_columns([name.strip() for name in table.column_names])


def head_of(path: str, codec: str) -> list[str]:
    """The names in the first row."""
    with open(path, encoding=codec, newline="") as file:
        return next(csv.reader(file), [])


def codec_of(path: str, encoding: str | None, speech: Speech) -> str:
    """The codec in which the whole file can be read; otherwise the likely one is told."""
    try:
        codec = codecs.lookup(encoding or "utf-8").name
    except LookupError as error:
        raise refusal([es.Fault("unknown_encoding", [str(encoding), ENCODINGS])], speech) from error
    codec = {"utf-8": "utf-8-sig", "gbk": "gb18030", "gb2312": "gb18030"}.get(codec, codec)
    line = line_that_is_not_in(path, codec)
    if line is None:
        return codec
    place = es.Place(path, line)
    if encoding is None and line_that_is_not_in(path, "gb18030") is None:
        raise refusal([es.Fault("likely_encoding", ["gb18030"], place)], speech)
    raise Refusal(speech("panel_encoding", place=place, encoding=encoding or "UTF-8"))


def line_that_is_not_in(path: str, codec: str) -> int | None:
    """The first line that is not written in a codec, from 1; None where all are."""
    decoder = codecs.getincrementaldecoder(codec)()
    line = 1
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            try:
                line += decoder.decode(block).count("\n")
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].count(b"\n")
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return line
    return None
