# SPDX-License-Identifier: Apache-2.0
"""The long table as a file: Parquet, CSV or a workbook, written whole or not at all."""

from __future__ import annotations

import csv
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import edustat as es
from edustat.command.messages import Speech
from edustat.command.refusal import Refusal, imported
from edustat.command.result_table import KEYS, Result
from edustat.command.whole_file import write_whole
from edustat.command.workbook import CREATOR, write_workbook

MARK = b"edustat"


def check_out(path: str, inputs: Sequence[str], speech: Speech) -> None:
    """Refuses a file that the command cannot write, or that it has not written itself."""
    out = Path(path)
    if out.suffix.lower() not in (".parquet", ".csv", ".xlsx"):
        raise Refusal(speech("panel_output", path=path))
    if out.suffix.lower() == ".xlsx":
        imported("openpyxl", speech)
    if not out.parent.is_dir():
        raise Refusal(speech("panel_no_folder", path=str(out.parent)))
    if not out.exists():
        return
    is_input = any(os.path.exists(one) and os.path.samefile(path, one) for one in inputs)
    if is_input or not is_ours(out, speech):
        raise Refusal(speech("panel_overwrite", path=path))


def is_ours(path: Path, speech: Speech) -> bool:
    """True for a file that this command wrote."""
    try:
        if path.suffix.lower() == ".parquet":
            schema = imported("pyarrow.parquet", speech).read_schema(path)
            return MARK in (schema.metadata or {})
        if path.suffix.lower() == ".xlsx":
            with zipfile.ZipFile(path) as book:
                return f">{CREATOR}<".encode() in book.read("docProps/core.xml")
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(next(csv.reader(file), ())[: len(KEYS)]) == KEYS
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):  # ArrowInvalid is a ValueError
        return False


def write_result(path: str, result: Result, catalogue: es.Catalogue, speech: Speech) -> int:
    """Writes the file in place of an older one; gives how many numbers had to be texts."""
    writers: dict[str, Callable[[str], int]] = {
        ".parquet": lambda to: write_parquet(to, result, catalogue, speech),
        ".csv": lambda to: write_csv(to, result),
        ".xlsx": lambda to: write_workbook(to, result, catalogue, speech),
    }
    return write_whole(path, writers[Path(path).suffix.lower()], speech)


def write_parquet(path: str, result: Result, catalogue: es.Catalogue, speech: Speech) -> int:
    """Values as decimals; the file says by what it was written."""
    metadata = {MARK: es.__version__, b"catalogue": f"{catalogue.id} {catalogue.edition}"}
    table = result.table.replace_schema_metadata(metadata)
    imported("pyarrow.parquet", speech).write_table(table, path)
    return 0


def write_csv(path: str, result: Result) -> int:
    """Values in the places of their statistic."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(result.table.column_names)
        for row in rows_of(result):
            value = row["value"]
            row["value"] = None if value is None else f"{value:.{result.places[row['item']]}f}"
            writer.writerow(row.values())
    return 0


def rows_of(result: Result) -> Any:
    """The rows one after the other, without a copy of the whole."""
    for batch in result.table.to_batches(max_chunksize=10_000):
        yield from batch.to_pylist()
