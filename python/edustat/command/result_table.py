# SPDX-License-Identifier: Apache-2.0
"""The answer on a panel as one long table: a row for each period, statistic and region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import edustat as es
from edustat.command.messages import Speech
from edustat.command.panel import Answer
from edustat.command.refusal import imported

KEYS = ("region", "region_name", "level", "period", "item", "label")
RESULTS = ("value", "unit", "status", "known", "due")


@dataclass
class Result:
    """The long table, how each statistic is shown, and which are computed."""

    table: Any
    places: Mapping[str, int]
    units: Mapping[str, str]  # in the language of the reader
    indicators: frozenset[str]
    dimensions: list[str]


def result_of(answer: Answer, catalogue: es.Catalogue, partial: str, speech: Speech) -> Result:
    """Measures and indicators in one table, as far as levels and periods were asked for."""
    arrow = imported("pyarrow", speech)
    compute = imported("pyarrow.compute", speech)
    measures = wanted(answer.totals.to_arrow(), "measure", answer, arrow, compute)
    if partial == "gap":
        is_partial = compute.equal(words(measures["status"], compute), "partial")
        shown = compute.if_else(is_partial, None, measures["value"])
        measures = measures.set_column(measures.column_names.index("value"), "value", shown)
    tables = [measures]
    if answer.indicators.columns:
        indicators = answer.indicators.to_arrow("long")
        tables.append(wanted(indicators, "indicator", answer, arrow, compute))
    dimensions = [
        name
        for name in dict.fromkeys(name for one in tables for name in one.column_names)
        if name in {one.id for one in catalogue.code_lists}
    ]
    scale = max(one.schema.field("value").type.scale for one in tables)
    items: list[es.Measure | es.Indicator] = [*catalogue.measures, *catalogue.indicators]
    chinese = speech.language == "zh"
    labels = {one.full_id: one.label.zh if chinese else one.label.en for one in items}
    values = widened([one["value"] for one in tables], scale, arrow)
    parts = [
        arranged(table, value, labels, dimensions, arrow, compute)
        for table, value in zip(tables, values, strict=True)
    ]
    places = {one.measure: max(one.places, 0) for one in answer.totals.series}
    places |= {one.indicator: max(one.places, 0) for one in answer.indicators.columns}
    units = {one.measure: one.unit for one in answer.totals.series}
    units |= {one.indicator: one.unit for one in answer.indicators.columns}
    symbols = {name: unit.symbol_in(speech.language) for name, unit in units.items()}
    computed = frozenset(one.indicator for one in answer.indicators.columns)
    return Result(arrow.concat_tables(parts), places, symbols, computed, dimensions)


def wanted(table: Any, item: str, answer: Answer, arrow: Any, compute: Any) -> Any:
    """The rows of the levels and periods that were asked for, and of all groups."""
    level = words(table["level"], compute)
    is_level = compute.fill_null(is_in(level, answer.levels, arrow, compute), False)
    is_meant = compute.or_(compute.is_null(level), is_level)
    period = words(table["period"], compute)
    is_meant = compute.and_(is_meant, is_in(period, answer.periods, arrow, compute))
    names = {"code": "region", "name": "region_name", item: "item"}
    renamed = table.rename_columns([names.get(name, name) for name in table.column_names])
    return renamed.filter(is_meant)


def arranged(
    table: Any,
    value: Any,
    labels: Mapping[str, str],
    dimensions: list[str],
    arrow: Any,
    compute: Any,
) -> Any:
    """The columns in their order, with labels; what a table has not is empty."""
    items = words(table["item"], compute)
    coded = compute.dictionary_encode(items).combine_chunks()
    called = arrow.array([labels.get(name, name) for name in coded.dictionary.to_pylist()])
    columns = {
        "label": called.take(coded.indices) if len(coded) else arrow.array([], arrow.string()),
        "value": value,
    }
    for name in ("region", "region_name", "level", "period", "item", "unit", "status", *dimensions):
        columns[name] = (
            words(table[name], compute)
            if name in table.column_names
            else arrow.nulls(table.num_rows, arrow.string())
        )
    for name in ("known", "due"):
        columns[name] = (
            table[name]
            if name in table.column_names
            else arrow.nulls(table.num_rows, arrow.int32())
        )
    order = (*KEYS, *dimensions, *RESULTS)
    return arrow.table({name: columns[name] for name in order})


def widened(columns: list[Any], scale: int, arrow: Any) -> list[Any]:
    """Columns of decimals in the same places, in 128 bits where all of them fit."""
    try:
        return [column.cast(arrow.decimal128(38, scale)) for column in columns]
    except arrow.ArrowInvalid:
        return [column.cast(arrow.decimal256(76, scale)) for column in columns]


def words(column: Any, compute: Any) -> Any:
    """A column of a dictionary as texts."""
    return compute.cast(column, "string")


def is_in(column: Any, names: list[str], arrow: Any, compute: Any) -> Any:
    """True where a text is one of the names."""
    return compute.is_in(column, value_set=arrow.array(names, arrow.string()))
