# SPDX-License-Identifier: Apache-2.0
"""The long table as a workbook for people: words in one language, numbers as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import edustat as es
from edustat.command.messages import Speech
from edustat.command.refusal import Refusal, imported
from edustat.command.result_table import KEYS, RESULTS, Result

CREATOR = "edustat"
MOST_ROWS = 1_048_576  # of a worksheet, @source ECMA-376, part 1, 18.3.1.73
MOST_DIGITS = 15  # that a number of a workbook keeps
WIDTHS = {"region_name": 18, "item": 34, "label": 30, "value": 16, "status": 14}


def write_workbook(path: str, result: Result, catalogue: es.Catalogue, speech: Speech) -> int:
    """Writes one worksheet; gives how many numbers are texts, as they have too many digits."""
    if result.table.num_rows >= MOST_ROWS:
        raise Refusal(speech("panel_too_long", rows=result.table.num_rows, most=MOST_ROWS - 1))
    openpyxl = imported("openpyxl", speech)
    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = CREATOR
    book.properties.title = catalogue.label.zh if speech.language == "zh" else catalogue.label.en
    sheet = book.create_sheet(speech("sheet"))
    sheet.freeze_panes = "A2"
    for number, name in enumerate(result.table.column_names):
        letter = openpyxl.utils.get_column_letter(number + 1)
        sheet.column_dimensions[letter].width = WIDTHS.get(name, 12)
    cells = Cells(sheet, openpyxl)
    sheet.append([cells.head(head_of(name, catalogue, speech)) for name in names_of(result)])
    words = Words(result, catalogue, speech)
    for batch in result.table.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            value = cells.number(row.pop("value"), result.places[row["item"]])
            shown = {name: cells.word(words(name, one)) for name, one in row.items()}
            shown["value"] = value
            shown["unit"] = cells.word(result.units[row["item"]])
            sheet.append([shown[name] for name in names_of(result)])
    book.save(path)
    return cells.long_numbers


def names_of(result: Result) -> list[str]:
    """The columns in their order."""
    return [*KEYS, *result.dimensions, *RESULTS]


def head_of(name: str, catalogue: es.Catalogue, speech: Speech) -> str:
    """The head of a column; a dimension has its label."""
    if name in KEYS or name in RESULTS:
        return speech(f"head_{name}")
    label = catalogue.code_list(name).label
    return str(label.zh if speech.language == "zh" else label.en)


class Words:
    """Status and categories in words."""

    def __init__(self, result: Result, catalogue: es.Catalogue, speech: Speech) -> None:
        """Words in the language of `speech`."""
        chinese = speech.language == "zh"
        self.speech = speech
        self.known: dict[str, Mapping[str, str]] = {
            name: {
                code.id: code.label.zh if chinese else code.label.en
                for code in catalogue.code_list(name).codes
            }
            for name in result.dimensions
        }

    def __call__(self, name: str, value: Any) -> Any:
        """What stands in a cell."""
        if name == "status":
            return self.speech(f"status_{value}")
        return self.known[name].get(value, value) if name in self.known else value


class Cells:
    """Makes the cells of a worksheet."""

    def __init__(self, sheet: Any, openpyxl: Any) -> None:
        """For one worksheet."""
        self.sheet = sheet
        self.make = openpyxl.cell.WriteOnlyCell
        self.bold = openpyxl.styles.Font(bold=True)
        self.long_numbers = 0

    def head(self, text: str) -> Any:
        """A bold text."""
        cell = self.word(text)
        cell.font = self.bold
        return cell

    def word(self, value: Any) -> Any:
        """A text that is never a formula, or a count."""
        cell = self.make(self.sheet, value)
        if isinstance(value, str):
            cell.data_type = "s"
        return cell

    def number(self, value: Decimal | None, places: int) -> Any:
        """A number that shows its places; a text where a workbook would lose digits."""
        if value is None:
            return None
        text = f"{value:.{places}f}"
        if len(text.strip("-0.").replace(".", "")) > MOST_DIGITS:
            self.long_numbers += 1
            return self.word(text)
        cell = self.make(self.sheet, Decimal(text))
        cell.number_format = f"0.{'0' * places}" if places > 0 else "0"
        return cell
