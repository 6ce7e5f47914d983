# SPDX-License-Identifier: Apache-2.0
"""Totals of every level, exactly, whatever the order, the batches and the machines."""

from __future__ import annotations

import _thread
import copy
import os
import pickle
import random
import signal
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import numpy
import polars
import pyarrow
import pytest

import edustat as es
from cities import COUNTIES, NAMES, PROVINCE, TREE, panel, two_months

OCTOBER = es.Period.parse("2016-10")
NOVEMBER = es.Period.parse("2016-11")

# 信都区 has not reported for October, and has no row for November.
REPORTED = {
    "region": [*COUNTIES, *COUNTIES[:3]],
    "period": [201610] * 4 + [201611] * 3,
    "pupils": [10, 20, 30, None, 11, 21, 31],
}


def cells(totals: es.Totals, period: str = "2016-10") -> dict[str, Any]:
    return {row.code: totals.at(period, "pupils", row.code) for row in totals.rows}


def values(totals: es.Totals, period: str = "2016-10") -> dict[str, Any]:
    return {code: cell and cell.value for code, cell in cells(totals, period).items()}


def test_rows_are_levels_from_top_to_bottom() -> None:
    totals = es.roll_up(panel(REPORTED))
    assert [row.code for row in totals.rows] == [PROVINCE, "130400", "130500", *COUNTIES]
    assert [row.level for row in totals.rows] == ["province", "city", "city"] + ["county"] * 4
    assert [row.name for row in totals.rows][:2] == ["河北省", "邯郸市"]
    assert {row.kind for row in totals.rows} == {"region"}
    assert totals.tree == TREE
    assert repr(totals) == "<Totals of 7 rows, 2 periods, 1 series>"


def test_a_total_with_a_missing_part_is_a_gap() -> None:
    totals = es.roll_up(panel(REPORTED))
    for period, handan, known in [("2016-10", 30, 60), ("2016-11", 32, 63)]:
        assert totals.at(period, "pupils", "130400").value == handan
        assert totals.at(period, "pupils", "130500") is None
        assert totals.gap(period, "pupils", "130500") == "missing"
        assert totals.status(period, "pupils", "130500") == "partial"
        assert totals.coverage(period, "pupils", "130500") == (1, 2)
        assert totals.coverage(period, "pupils", PROVINCE) == (3, 4)
        assert totals.at(period, "pupils", PROVINCE, partial="known_part").value == known
        assert totals.status(period, "pupils", "130503") == "missing"
        assert totals.gap(period, "pupils", "130402") is None


def test_every_kind_of_gap() -> None:
    table = two_months(["c", "/", "5", "/", "…", "c", "c", "/"])
    marks = {"c": "suppressed", "/": "not_applicable", "…": "missing"}
    totals = es.roll_up(panel(table, columns=[es.Column("pupils", marks=marks)]))

    def shown(period: str, row: str) -> tuple[str, tuple[int, int]]:
        return totals.status(period, "pupils", row), totals.coverage(period, "pupils", row)

    assert shown("2016-10", "130402") == ("suppressed", (0, 1))
    assert shown("2016-10", "130403") == ("not_applicable", (0, 0))
    assert shown("2016-10", "130400") == ("suppressed", (0, 1))
    assert shown("2016-10", "130500") == ("complete", (1, 1))
    assert shown("2016-10", PROVINCE) == ("partial", (1, 2))
    assert shown("2016-11", "130400") == ("suppressed", (0, 2))
    assert shown("2016-11", "130500") == ("suppressed", (0, 1))
    assert totals.gap("2016-11", "pupils", "130503") == "not_applicable"


def test_groups_and_rests() -> None:
    totals = es.roll_up(
        panel(two_months([1, 2, 4, 8, 16, 32, 64, 128])),
        levels=["province"],
        groups={"老区": ["130402", "130502"]},
    )
    assert values(totals) == {PROVINCE: 15, "老区": 5}
    assert totals.rows[1].kind == "group"


def test_groups_of_the_tree_by_name() -> None:
    tree = TREE.with_group("老区", ["130402"], "130400").with_group("all", ["130400", "130502"])
    one = es.Panel.from_arrow(two_months([1, 2, 4, 8, 16, 32, 64, 128]), regions=tree)
    totals = es.roll_up(one, levels=["city"], groups=["老区", "!老区", "all"])
    assert values(totals) == {"130400": 3, "130500": 12, "老区": 1, "!老区": 2, "all": 7}
    assert [row.kind for row in totals.rows[2:]] == ["group", "complement", "group"]


def test_the_own_level_is_added() -> None:
    table = {"region": [*COUNTIES, "130400"], "period": [2016] * 5, "pupils": [1, 2, 3, 4, 50]}
    totals = es.roll_up(panel(table, inner="own"))
    assert values(totals, "2016")["130400"] == 53
    assert values(totals, "2016")[PROVINCE] == 60
    assert totals.coverage("2016", "pupils", "130400") == (3, 3)
    assert totals.differences == []


def test_printed_totals_are_compared_and_never_added() -> None:
    table = {
        "region": [*COUNTIES[:3], "130400", "130500", PROVINCE],
        "period": [2016] * 6,
        "pupils": [1, 2, 3, 3, 7, 6],
    }
    totals = es.roll_up(panel(table, inner="total"))
    assert values(totals, "2016")["130400"] == 3
    found = [(one.region, one.reported, one.computed, one.coverage) for one in totals.differences]
    assert sorted(found) == [(PROVINCE, 6, 6, (3, 4)), ("130500", 7, 3, (1, 2))]
    assert {(one.period, one.series) for one in totals.differences} == {
        (es.Period.year(2016), "pupils")
    }


def test_periods_of_another_kind() -> None:
    totals = es.roll_up(panel(two_months([1, 2, 4, 8, 16, 32, 64, None])))
    assert totals.by_period("two_months").periods != totals.periods
    year = totals.by_period("year")
    assert year.at("2016", "pupils", "130402", partial="known_part").value == 17
    with pytest.raises(es.StructureError):
        totals.by_period("instant")
    with pytest.raises(es.CodeError):
        totals.by_period("x")


def test_cumulative_series_as_flows() -> None:
    table = two_months([1, 2, 4, 8, 16, 32, 64, 128], "start")
    one = panel(
        table,
        columns=[es.Column("start", "started_area")],
        catalogue=es.Catalogue.builtin("school_improvement"),
    )
    flows = es.roll_up(one).as_flows()
    assert flows.at("2016-11", "started_area", PROVINCE).value == 240 - 15


def test_a_cell_that_is_not_there_is_refused() -> None:
    totals = es.roll_up(panel(REPORTED))
    for arguments in [("2015", "pupils", PROVINCE), ("2016-10", "x", PROVINCE)]:
        with pytest.raises(es.CodeError, match=r"pupils|2016-11"):
            totals.at(*arguments)
    with pytest.raises(es.CodeError):
        totals.at("2016-10", "pupils", "999999")
    for wrong in (0, 0.5, True, None):
        with pytest.raises(TypeError):
            totals.at(wrong, "pupils", PROVINCE)  # type: ignore[arg-type]
    with pytest.raises(es.CodeError):
        es.roll_up(panel(REPORTED), levels=["x"])
    with pytest.raises(es.CodeError):
        es.roll_up(panel(REPORTED), groups=["x"])
    with pytest.raises(es.StructureError):
        es.roll_up(panel(REPORTED), groups={"a": ["999999"]})


def test_the_long_table() -> None:
    table = {**REPORTED, "area": ["1.50", "2", "3", "4", "5", "6", "7"]}
    frame = es.roll_up(panel(table, columns=["pupils", "area"])).to_polars()
    assert frame.columns == [
        *["level", "code", "name", "parent", "period", "measure"],
        *["value", "unit", "status", "known", "due"],
    ]
    assert len(frame) == 2 * 2 * 7
    found = frame.filter(
        (polars.col("code") == "130500") & (polars.col("period") == "2016-10")
    ).rows()
    assert [(*row[:6], *row[8:]) for row in found] == [
        ("city", "130500", "邢台市", PROVINCE, "2016-10", "pupils", "partial", 1, 2),
        ("city", "130500", "邢台市", PROVINCE, "2016-10", "area", "complete", 2, 2),
    ]
    assert [row[6] for row in found] == [Decimal("30.00"), Decimal("7.00")]


def test_the_long_table_has_categories() -> None:
    table = {
        "region": ["130402", "130402"],
        "period": [2016] * 2,
        "sex": ["f", "m"],
        "pupils": [1, 2],
    }
    totals = es.roll_up(panel(table, categories={"sex": "sex"}), levels=["county"])
    rows = totals.to_arrow().to_pylist()
    assert [(row["sex"], row["value"], row["parent"]) for row in rows if row["value"]] == [
        ("f", 1, None),
        ("m", 2, None),
    ]
    assert list(totals.to_pandas()["code"][:4]) == COUNTIES
    assert totals.to_table().num_rows == 8


def random_columns(seed: int, rows: int = 2000) -> dict[str, Any]:
    """Keys without repeats, values of every size, some of them missing."""
    source = random.Random(seed)
    keys = [(code, 200001 + m) for code in COUNTIES for m in range(12)]
    keys += [(code, 200101 + m) for code in COUNTIES for m in range(12)]
    source.shuffle(keys)
    keys = keys[:rows]
    sizes = [10, 2**40, 2**61]
    value = [
        None if source.random() < 0.1 else source.randint(-1, 1) * source.randrange(sizes[i % 3])
        for i in range(len(keys))
    ]
    return {
        "region": [code for code, _ in keys],
        "period": [month for _, month in keys],
        "pupils": value,
    }


@pytest.mark.parametrize("seed", range(10))
def test_sums_are_those_of_python(seed: int) -> None:
    columns = random_columns(seed)
    totals = es.roll_up(panel(columns))
    for period in totals.periods:
        month = int(str(period).replace("-", ""))
        for row in totals.rows:
            prefix = row.code.rstrip("0") if row.level != "county" else row.code
            inside = [code for code in COUNTIES if code.startswith(prefix)]
            known = [
                value
                for code, when, value in zip(*columns.values(), strict=True)
                if when == month and code in inside and value is not None
            ]
            assert totals.coverage(period, "pupils", row.code) == (len(known), len(inside))
            cell = totals.at(period, "pupils", row.code, partial="known_part")
            assert (cell and cell.value) == (sum(known) if known else None)


@pytest.mark.parametrize("seed", range(5))
def test_order_batches_and_threads_make_no_difference(seed: int) -> None:
    columns = random_columns(seed)
    whole = es.roll_up(panel(columns)).to_arrow()
    order = list(range(len(columns["region"])))
    random.Random(seed).shuffle(order)
    table = pyarrow.table(columns).take(order)
    batches = pyarrow.Table.from_batches(table.to_batches(max_chunksize=7))
    assert es.roll_up(es.Panel.from_arrow(table, regions=TREE)).to_arrow() == whole
    assert es.roll_up(es.Panel.from_arrow(batches, regions=TREE), threads=3).to_arrow() == whole


@pytest.mark.parametrize("seed", range(5))
def test_parts_merge_to_the_whole(seed: int) -> None:
    columns = random_columns(seed)
    table = pyarrow.table(columns)
    whole = es.roll_up(panel(columns)).to_table()
    parts = []
    for start in range(0, table.num_rows, 30):
        part = es.RollUp(TREE)
        part.add(es.Panel.from_arrow(table.slice(start, 30), regions=TREE))
        parts.append(pickle.loads(pickle.dumps(part)))
    random.Random(seed).shuffle(parts)
    merged = es.RollUp(TREE)
    for part in parts:
        merged.merge(part)
    assert sorted(merged.finish().to_polars().rows(), key=str) == sorted(
        whole.to_polars().rows(), key=str
    )


def test_panels_are_added_one_after_the_other() -> None:
    one = es.RollUp(TREE, levels=["city"])
    first = {"region": COUNTIES[:2], "period": [201610] * 2, "pupils": [1, 2]}
    second = {"region": COUNTIES[2:], "period": [201610] * 2, "pupils": [4, 8]}
    assert one.add(panel(first)).add(panel(second)) is one
    assert values(one.finish()) == {"130400": 3, "130500": 12}
    one.add(panel(second))
    with pytest.raises(es.StructureError):
        one.finish()


def test_groups_of_a_roll_up() -> None:
    one = es.RollUp(TREE, levels=["province"], groups={"老区": ["130402", "130502"]})
    one.add(panel(two_months([1, 2, 4, 8, 1, 1, 1, 1])))
    assert values(one.finish()) == {PROVINCE: 15, "老区": 5}
    assert values(pickle.loads(pickle.dumps(one)).finish()) == {PROVINCE: 15, "老区": 5}
    assert len(one.tree.groups) == 1


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_and_copies_are_independent(protocol: int) -> None:
    one = es.RollUp(TREE).add(panel(REPORTED))
    before = values(one.finish())
    twins = [pickle.loads(pickle.dumps(one, protocol)), copy.copy(one), copy.deepcopy(one)]
    more = {"region": ["130503"], "period": [201611], "pupils": [41]}
    one.add(panel(more))
    for twin in twins:
        assert values(twin.finish()) == before
        twin.add(panel(more))
        assert values(twin.finish(), "2016-11") == values(one.finish(), "2016-11")


def test_what_does_not_belong_together_is_refused() -> None:
    one = es.RollUp(TREE).add(panel(REPORTED))
    other = es.RegionTree.from_gbt2260(list(NAMES)[:4], list(NAMES.values())[:4])
    with pytest.raises(es.StructureError):
        one.merge(es.RollUp(other))
    with pytest.raises(es.StructureError):
        one.merge(es.RollUp(TREE, levels=["city"]))
    with pytest.raises(es.StructureError):
        es.RollUp(other).add(panel(REPORTED))
    with pytest.raises(es.StructureError):
        one.add(panel({**REPORTED, "pupils": ["1.5"] * 7}, columns=["pupils"]))
    with pytest.raises(TypeError):
        hash(one)


@pytest.mark.parametrize("cut", [0, 1, 17, 18, 40, -1])
def test_bytes_that_are_cut_are_refused(cut: int) -> None:
    one = es.RollUp(TREE).add(panel(REPORTED))
    with pytest.raises(es.Error):
        es.RollUp.from_bytes(one.to_bytes()[:cut], TREE)


def test_values_beyond_64_bits() -> None:
    table = two_months([2**100, 2**100, 1, 1, 1, 1, 1, 1])
    totals = es.roll_up(panel(table))
    assert totals.at("2016-10", "pupils", "130400").value == 2**101
    assert totals.to_arrow().column("value").to_pylist()[1] == 2**101


# --- long work -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large() -> es.Panel:
    """Four million rows, 2000 counties by month, of 24 columns that share their memory."""
    count = 2000
    rows = [{"code": "p", "name": "p", "level": "province"}]
    rows += [
        {"code": f"c{n}", "name": f"c{n}", "level": "county", "parent": "p"} for n in range(count)
    ]
    codes = numpy.repeat(numpy.arange(count, dtype="int32"), count)
    ones = pyarrow.array(numpy.ones(count * count, dtype="int64"))
    table = {
        "region": pyarrow.DictionaryArray.from_arrays(codes, [f"c{n}" for n in range(count)]),
        "period": pyarrow.array(numpy.tile(numpy.arange(count, dtype="int32"), count)),
        **{f"m{n}": ones for n in range(24)},
    }
    return es.Panel.from_arrow(
        pyarrow.table(table), regions=es.RegionTree(rows), first_period="1850-01"
    )


def slowly(panel: es.Panel, **options: Any) -> es.Totals:
    return es.roll_up(panel, levels=["province"], threads=1, **options)


def test_progress_rises_to_one(large: es.Panel) -> None:
    shares: list[float] = []
    assert slowly(large, progress=shares.append).at("1850-01", "m3", "p").value == 2000
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(0 <= share <= 1 for share in shares)


def test_what_progress_raises_stops_the_work(large: es.Panel) -> None:
    class Enough(Exception):
        pass

    def stop(share: float) -> None:
        raise Enough(str(share))

    with pytest.raises(Enough):
        slowly(large, progress=stop)


def interrupted_after(call: Any, delay: float) -> float:
    """Seconds from a real signal to the KeyboardInterrupt."""
    sent: list[float] = []

    def send() -> None:
        time.sleep(delay)
        sent.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    def call_for_ever() -> None:
        while True:
            call()

    sender = threading.Thread(target=send)
    sender.start()
    with pytest.raises(KeyboardInterrupt):
        call_for_ever()
    arrived = time.monotonic()
    sender.join()
    return arrived - sent[0]


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """A process that was started in the background may ignore interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_an_interrupt_is_raised_within_200_ms(large: es.Panel) -> None:
    delays = sorted(interrupted_after(lambda: slowly(large), 0.1 + 0.03 * n) for n in range(5))
    assert delays[2] < 0.2, delays


@pytest.mark.usefixtures("_interruptible")
def test_an_interrupted_call_has_added_nothing(large: es.Panel) -> None:
    one = es.RollUp(large.tree, levels=["province"])
    before = one.to_bytes()

    def interrupt(share: float) -> None:
        if share < 1:
            _thread.interrupt_main()

    with pytest.raises(KeyboardInterrupt):
        one.add(large, threads=1, progress=interrupt)
    assert one.to_bytes() == before
    totals = one.add(large).finish()
    assert totals.at("1850-01", "m0", "p").value == 2000


def test_other_threads_run_meanwhile(large: es.Panel) -> None:
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    slowly(large)
    done.set()
    thread.join()
    assert ticks > 5
