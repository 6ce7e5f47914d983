# SPDX-License-Identifier: Apache-2.0
"""Word and Excel files as running text: the reader itself is C++."""

from __future__ import annotations

import codecs
import contextlib
import importlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from ._edustat import (
    BulletinText,
    Catalogue,
    CodeError,
    DependencyError,
    Error,
    Fault,
    FileError,
    ParseError,
    Period,
    Place,
    Scope,
    read_bulletin,
)

TABLES = (".xlsx", ".xlsm")
WORD = (".docx",)
# What zipfile, zlib, the XML readers and the readers of both formats raise for a broken file.
BROKEN = (
    ValueError,
    LookupError,
    SyntaxError,
    EOFError,
    OSError,
    RuntimeError,
    TypeError,
    AttributeError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_document(
    path: str | PathLike[str],
    catalogue: Catalogue | Sequence[Catalogue],
    *,
    region: Scope | str | None = None,
    period: Period | str | None = None,
    regions: Sequence[str] = (),
    encoding: str = "utf-8",
) -> BulletinText:
    """Reads a bulletin from a text, Word or Excel file.

    A row of a table is read as a sentence: the region or group in its first cell, then each
    heading with the number below it; a unit in the heading, 规划面积（万平方米）, belongs to every
    number of its column. The result quotes the text that was read; encoding is that of a text file.

    Raises: FileError, ParseError, LimitError; DependencyError without python-docx or openpyxl.
    """
    name = fspath(path)
    suffix = Path(name).suffix.lower()
    named: list[str] = []
    if suffix in WORD:
        text = "\n".join(word_lines(name, named))
    elif suffix in TABLES:
        text = "\n".join(workbook_lines(name, named))
    else:
        text = plain_text(name, encoding)
    return read_bulletin(
        text,
        catalogue if isinstance(catalogue, Catalogue) else list(catalogue),
        region=region,
        period=period,
        regions=[*regions, *dict.fromkeys(named)],
        name=name,
    )


def plain_text(path: str, encoding: str) -> str:
    """The text of a file in a stated encoding; a byte-order mark is skipped."""
    content = content_of(path)
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        fault = Fault("unknown_encoding", [encoding, "utf-8, gb18030, gbk, gb2312, utf-16"])
        raise raised(CodeError, fault) from error
    try:
        return content.decode("utf-8-sig" if encoding.lower() == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        broken = f"{content[error.start]:02X}"
        line = content.count(b"\n", 0, error.start) + 1
        raise raised(
            ParseError, Fault("invalid_bytes", [broken, encoding], Place(path, line))
        ) from error


def content_of(path: str) -> bytes:
    """All bytes of a file."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


@contextlib.contextmanager
def opening(path: str) -> Iterator[None]:
    """Says of an archive that cannot be read, whatever is wrong inside, that it cannot be read."""
    try:
        yield
    except Error:
        raise
    except BROKEN as error:
        raise unreadable(path, error) from error


def word_lines(path: str, named: list[str]) -> Iterable[str]:
    """Paragraphs and table rows of a Word file, in its order."""
    docx = imported("docx", "python-docx")
    with opening(path):
        content = docx.Document(io.BytesIO(content_of(path)))
        for block in content.iter_inner_content():
            if isinstance(block, docx.table.Table):
                rows = [[cell.text for cell in row.cells] for row in block.rows]
                yield from sentences(rows, named)
            else:
                yield block.text


def workbook_lines(path: str, named: list[str]) -> Iterable[str]:
    """The rows of every sheet of an Excel file, as its cells show their numbers."""
    openpyxl = imported("openpyxl", "openpyxl")
    with opening(path):
        content = openpyxl.load_workbook(
            io.BytesIO(content_of(path)), read_only=True, data_only=True
        )
        for sheet in content.worksheets:
            rows = [[shown(cell) for cell in row] for row in sheet.iter_rows()]
            yield from sentences(rows, named)
        content.close()


def shown(cell: Any) -> str:
    """What a cell shows: its number rounded as its format says, from its shortest decimal."""
    value = cell.value
    if value is None or isinstance(value, (str, bool)):
        return "" if value is None else str(value)
    if not isinstance(value, (int, float)):
        return str(value)
    number = Decimal(repr(value))
    form = str(cell.number_format).split(";")[0]
    percent = "%" in form
    digits = form.partition(".")[2]
    places = len(digits) - len(digits.lstrip("0"))
    if percent:
        number *= 100
    if form != "General":
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{number:f}{'%' if percent else ''}"


def sentences(rows: Iterable[Sequence[str]], named: list[str]) -> Iterable[str]:
    """Each row below the headings as a sentence; rows in front of the headings as they are."""
    heads: list[tuple[str, str]] = []
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells):
            continue
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            heads = []
            yield filled[0]
        elif not heads:
            heads = [head_and_unit(cell) for cell in cells]
        else:
            yield sentence(cells, heads, named)


def sentence(cells: Sequence[str], heads: Sequence[tuple[str, str]], named: list[str]) -> str:
    """魏县规划面积12.6万平方米，开工面积10万平方米。"""
    region, *figures = cells
    whole = region in ("合计", "总计", "全市", "全省", "全县", "小计")
    if region and not whole:
        named.append(region)
    told = [
        f"{name}{figure}{'' if figure.endswith('%') else unit}"
        for figure, (name, unit) in zip(figures, heads[1:], strict=False)
        if figure and name
    ]
    return f"{'' if whole else region}{'，'.join(told)}。"


def head_and_unit(cell: str) -> tuple[str, str]:
    """The name and the unit of a column: 规划面积（万平方米）, 单位 in front is left out."""
    folded = cell.replace("(", "（").replace(")", "）")
    name, opening, rest = folded.rpartition("（")
    if not opening or not rest.endswith("）"):
        return folded, ""
    unit = rest[:-1].removeprefix("单位：").removeprefix("单位:")
    return name, unit


def imported(module: str, package: str) -> Any:
    """A module of an optional package; where it is missing, how to install it."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise raised(
            DependencyError, Fault("package_missing", [package, f"pip install {package}"])
        ) from error


def unreadable(path: str, error: Exception) -> Error:
    """The error for a file that cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return raised(FileError, Fault("file_not_found", [path]))
    return raised(FileError, Fault("file_unreadable", [path, str(error)]))


def raised(kind: type[Error], fault: Fault) -> Error:
    """An error that carries its fault, as those of the library do."""
    error = kind(fault.message(lang="en"))
    setattr(error, "_faults", (fault,))  # noqa: B010
    return error
