# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of results that are tables: all of a short one, with every digit."""

from __future__ import annotations

import numbers
from html import escape
from typing import Any

from ._edustat import DependencyError

WHOLE, FIRST = 40, 20
GAP = "—"


def show_as_table(*kinds: Any) -> None:
    """Lets notebooks show the objects of these classes as tables."""
    for kind in kinds:
        kind._repr_html_ = _repr_html_


def _repr_html_(self: Any) -> str | None:
    """What a notebook shows; None without pyarrow, for the line of `repr`."""
    try:
        table = self.to_arrow()
    except DependencyError:
        return None
    first = table if table.num_rows <= WHOLE else table.slice(0, FIRST)
    cells = [first.column(number).to_pylist() for number in range(first.num_columns)]
    columns = [
        [element("th", name, is_number(values)), *(cell(value) for value in values)]
        for name, values in zip(first.column_names, cells, strict=True)
    ]
    rows = "".join(f"<tr>{''.join(row)}</tr>" for row in zip(*columns, strict=True))
    rest = table.num_rows - first.num_rows
    return f"<table>{rows}</table>" + (f"<p>... {rest} more rows</p>" if rest > 0 else "")


def is_number(values: list[Any]) -> bool:
    """True for a column whose known values are numbers."""
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, numbers.Number) for value in known)


def cell(value: Any) -> str:
    """One value: a decimal with its trailing zeros, a float with six significant digits."""
    if value is None:
        return element("td", GAP, True)
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return element("td", text, isinstance(value, numbers.Number))


def element(tag: str, text: str, to_the_right: bool) -> str:
    """A cell of HTML, numbers to the right."""
    side = "right" if to_the_right else "left"
    return f'<{tag} style="text-align: {side}">{escape(text)}</{tag}>'
