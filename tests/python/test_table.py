# SPDX-License-Identifier: Apache-2.0
"""Tables come in and go out, whatever library holds them."""

from __future__ import annotations

import datetime
import gc
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import numpy
import pandas
import polars
import pyarrow
import pytest

import edustat as es

COLUMNS = {"region": ["130402", "130403", None], "pupils": [120, None, 80]}
ROWS = [("130402", 120), ("130403", None), (None, 80)]


def rows_of(table: es.Table) -> list[tuple[Any, ...]]:
    arrow = table.to_arrow()
    return list(zip(*(column.to_pylist() for column in arrow.columns), strict=True))


def from_duckdb() -> Any:
    return duckdb.sql(
        "select * from (values ('130402', 120), ('130403', null), (null, 80)) as t(region, pupils)"
    )


SOURCES: dict[str, Callable[[], Any]] = {
    "mapping": lambda: COLUMNS,
    "pyarrow table": lambda: pyarrow.table(COLUMNS),
    "pyarrow batch": lambda: pyarrow.record_batch(COLUMNS),
    "pyarrow reader": lambda: pyarrow.table(COLUMNS).to_reader(),
    "pandas": lambda: pandas.DataFrame(COLUMNS).astype({"pupils": "Int64"}),
    "polars": lambda: polars.DataFrame(COLUMNS),
    "duckdb": from_duckdb,
    "table": lambda: es.Table.from_arrow(COLUMNS),
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_every_library_gives_the_same_rows(source: Callable[[], Any]) -> None:
    table = es.Table.from_arrow(source())
    assert table.column_names == ["region", "pupils"]
    assert len(table) == table.num_rows == 3
    assert rows_of(table) == ROWS


class OneArray:
    """A batch that has no stream."""

    def __init__(self, batch: pyarrow.RecordBatch) -> None:
        self.batch = batch

    def __arrow_c_array__(self, requested_schema: object = None) -> object:
        return self.batch.__arrow_c_array__(requested_schema)


def test_an_array_without_stream_is_one_batch() -> None:
    assert rows_of(es.Table.from_arrow(OneArray(pyarrow.record_batch(COLUMNS)))) == ROWS


class NoPyarrow:
    """A frame whose stream needs a package that is missing, as pandas without pyarrow."""

    def __init__(self, columns: dict[str, object]) -> None:
        self.columns = columns

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        raise ImportError("pyarrow is required")

    def items(self) -> object:
        return self.columns.items()


def test_pandas_without_pyarrow_is_read_column_by_column() -> None:
    frame = pandas.DataFrame(
        {
            "region": pandas.Categorical(["a", None, "a"]),
            "pupils": pandas.array([1, None, 3], dtype="Int64"),
            "small": numpy.array([1, 2, 3], dtype="int16"),
            "share": [0.5, numpy.nan, 0.25],
            "day": pandas.to_datetime(["2016-11-01", None, "2016-12-01"]),
            "word": ["x", None, "z"],
        }
    )
    days = frame.pop("day")
    table = es.Table.from_arrow(NoPyarrow(dict(frame.items())))
    assert rows_of(table) == [("a", 1, 1, 0.5, "x"), (None, None, 2, None, None)] + [
        ("a", 3, 3, 0.25, "z")
    ]
    months = [str(day)[:7] for (day,) in rows_of(es.Table.from_arrow({"day": days}))]
    assert months == ["2016-11", "None", "2016-12"]


def test_numpy_arrays_are_borrowed() -> None:
    array = numpy.arange(1000, dtype="int64")
    before = sys.getrefcount(array)
    table = es.Table.from_arrow({"a": array})
    assert sys.getrefcount(array) == before + 1
    address = table.to_arrow().column("a").chunk(0).buffers()[1].address
    assert address == array.ctypes.data
    del table
    gc.collect()
    assert sys.getrefcount(array) == before


def test_a_borrowed_array_lives_as_long_as_the_table() -> None:
    table = es.Table.from_arrow({"a": numpy.arange(100_000, dtype="int64")})
    gc.collect()
    assert sum(table.to_arrow().column("a").to_pylist()) == 4_999_950_000


@pytest.mark.parametrize(
    "dtype",
    ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "f4", "f8", "?"],
)
def test_every_type_of_numpy(dtype: str) -> None:
    assert rows_of(es.Table.from_arrow({"a": numpy.array([0, 1, 1], dtype=dtype)})) == [
        (0,),
        (1,),
        (1,),
    ]


def test_strided_and_unaligned_arrays_are_copied() -> None:
    strided = numpy.arange(10, dtype="int64")[::3]
    backwards = numpy.arange(4, dtype="int32")[::-1]
    record = numpy.array([(1, 7), (2, 8), (3, 9), (4, 10)], dtype=[("a", "i1"), ("b", "i8")])
    table = es.Table.from_arrow({"a": strided, "b": backwards, "c": record["b"]})
    assert rows_of(table) == [(0, 3, 7), (3, 2, 8), (6, 1, 9), (9, 0, 10)]


def test_times_of_numpy() -> None:
    days = numpy.array(["2016-11-30", "NaT"], dtype="datetime64[D]")
    table = es.Table.from_arrow({"a": days})
    first, second = table.to_arrow().column("a").to_pylist()
    assert (first.year, first.month, first.day, second) == (2016, 11, 30, None)


def test_sequences() -> None:
    table = es.Table.from_arrow(
        {
            "whole": [1, None, -3],
            "large": [2**70, 1, None],
            "decimal": [Decimal("1.5"), 2, Decimal("-0.25")],
            "day": [datetime.date(2016, 11, 30), None, datetime.date(1969, 12, 31)],
            "nothing": [None, None, None],
            "period": [es.Period.parse("2016-11"), None, "2016-12"],
        }
    )
    assert rows_of(table) == [
        (1, 2**70, Decimal("1.5"), datetime.date(2016, 11, 30), None, "2016-11"),
        (None, 1, 2, None, None, None),
        (-3, None, Decimal("-0.25"), datetime.date(1969, 12, 31), None, "2016-12"),
    ]


@pytest.mark.parametrize(
    ("column", "error", "part"),
    [
        (numpy.array([1, 2], dtype=">i8"), es.StructureError, "big-endian"),
        (numpy.array([1, 2], dtype="complex128"), es.StructureError, "neither whole numbers"),
        (numpy.zeros((2, 2), dtype="int64"), TypeError, "one dimension"),
        ("ab", TypeError, "not a sequence of cells"),
        (b"ab", TypeError, "not a sequence of cells"),
        ([1, "x"], TypeError, "a:2"),
        (["x", 1], TypeError, "a:2"),
        ([1, 0.5], TypeError, "a:2"),
        ([True, False], TypeError, "a:1"),
        ([10**38], es.LimitError, "10^38"),
        ([Decimal("NaN")], es.ParseError, "NaN"),
        ([object()], TypeError, "a:1"),
        (3, TypeError, "iterable"),
    ],
)
def test_what_is_no_column_is_refused(column: object, error: type, part: str) -> None:
    with pytest.raises(error, match=part.replace("^", r"\^")):
        es.Table.from_arrow({"a": column})


@pytest.mark.parametrize("source", [None, 3, 0.5, "table", [1, 2], object(), dict, pyarrow.Table])
def test_what_is_no_table_is_refused(source: object) -> None:
    with pytest.raises(TypeError):
        es.Table.from_arrow(source)


def test_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(es.StructureError, match="equally long"):
        es.Table.from_arrow({"a": [1, 2], "b": [1]})


def test_a_stream_is_read_once() -> None:
    reader = pyarrow.table(COLUMNS).to_reader()

    class Twice:
        capsule = reader.__arrow_c_stream__()

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return self.capsule

    es.Table.from_arrow(Twice())
    with pytest.raises(es.StructureError, match="read before"):
        es.Table.from_arrow(Twice())


@pytest.mark.parametrize("answer", [None, 3, object()])
def test_a_stream_that_is_no_capsule_is_refused(answer: object) -> None:
    class Hostile:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return answer

    with pytest.raises(ValueError, match="Capsule"):
        es.Table.from_arrow(Hostile())


def test_what_the_producer_raises_is_raised() -> None:
    class Failing:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            raise RuntimeError("the server has gone")

    with pytest.raises(RuntimeError, match="gone"):
        es.Table.from_arrow(Failing())


def test_frames_in_one_word() -> None:
    table = es.Table.from_arrow({"a": [1, 2], "b": ["x", None]})
    assert table.to_polars().rows() == [(1, "x"), (2, None)]
    frame = table.to_pandas()
    assert list(frame["a"]) == [1, 2]
    assert polars.DataFrame(table).rows() == [(1, "x"), (2, None)]
    assert pyarrow.table(table).num_rows == 2


@pytest.mark.parametrize(
    ("package", "method"),
    [("pyarrow", "to_arrow"), ("pandas", "to_pandas"), ("polars", "to_polars")],
)
def test_a_missing_package_is_named(
    package: str, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(es.DependencyError, match=f"pip install {package}") as caught:
        getattr(es.Table.from_arrow({"a": [1]}), method)()
    assert isinstance(caught.value, ImportError)


def test_a_capsule_that_nobody_reads_is_released() -> None:
    array = numpy.arange(10, dtype="int64")
    before = sys.getrefcount(array)
    capsule = es.Table.from_arrow({"a": array}).__arrow_c_stream__()
    assert sys.getrefcount(array) > before
    del capsule
    gc.collect()
    assert sys.getrefcount(array) == before


def test_repr() -> None:
    table = es.Table.from_arrow({"a": [1], "b": ["x"]})
    assert repr(table) == "<Table of 1 rows: a int64, b large_text>"
    assert repr(es.Table.from_arrow({})) == "<Table of 0 rows>"
