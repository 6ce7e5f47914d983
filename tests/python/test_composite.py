# SPDX-License-Identifier: Apache-2.0
"""Scores and weights: what others printed, and tables of every kind."""

from __future__ import annotations

import csv
import json
import math
import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy
import pandas
import polars
import pyarrow
import pytest

import edustat as es

SHARED = Path(os.environ.get("EDUSTAT_SHARED", Path(__file__).parents[3] / "shared"))
PRINTED = SHARED / "conformance" / "composite"
needs_printed = pytest.mark.skipif(
    not PRINTED.is_dir(), reason="the shared conformance data is absent: set EDUSTAT_SHARED"
)
ROWS = [[1.0, 9.0, 3.5], [5.0, 2.0, 2.5], [3.0, 4.0, 8.0], [2.0, 7.0, 1.0]]


def cases(*methods: str) -> list[Any]:
    if not PRINTED.is_dir():
        return []
    found = json.loads((PRINTED / "mcdm_cases.json").read_text(encoding="utf-8"))["cases"]
    return [pytest.param(case, id=case["id"]) for case in found if case["method"] in methods]


def directions_of(types: list[int]) -> list[str]:
    return ["cost" if kind < 0 else "benefit" for kind in types]


def assert_printed(computed: Any, printed: Any, decimals: int) -> None:
    numpy.testing.assert_allclose(computed, printed, rtol=0, atol=0.5 * 10**-decimals + 1e-12)


WEIGHTS = {
    "entropy_weights": es.entropy_weights,
    "std_weights": es.deviation_weights,
    "critic_weights": es.critic_weights,
    "equal_weights": es.equal_weights,
}


@needs_printed
@pytest.mark.parametrize("case", cases(*WEIGHTS))
def test_weights_are_printed_so(case: Any) -> None:
    weights = WEIGHTS[case["method"]](case["matrix"])
    assert_printed(weights.values, case["expected"], case["decimals"])


@needs_printed
@pytest.mark.parametrize("case", cases("topsis"))
def test_topsis_is_printed_so(case: Any) -> None:
    method = {"minmax": "min_max"}.get(case["normalisation"], case["normalisation"])
    result = es.topsis(
        case["matrix"],
        case["weights"],
        directions=directions_of(case["types"]),
        normalisation=method,
    )
    assert_printed(result.scores, case["expected"], case["decimals"])
    if "rank" in case:
        assert result.ranks == case["rank"]


METHODS = {
    "minmax_normalise": "min_max",
    "sum_normalise": "sum",
    "vector_normalise": "vector",
}


@needs_printed
@pytest.mark.parametrize("case", cases(*METHODS))
def test_normalised_tables_are_printed_so(case: Any) -> None:
    scores = es.normalise(
        case["matrix"], METHODS[case["method"]], directions=directions_of(case["types"])
    )
    assert_printed(numpy.asarray(scores), case["expected"], case["decimals"])


@needs_printed
@pytest.mark.parametrize("case", cases("goalposts", "distance_to_target"))
def test_goalposts_and_targets_are_printed_so(case: Any) -> None:
    values = case["x"] if isinstance(case["x"], list) else [case["x"]]
    direction = directions_of([case["direction"]])
    rows = [[value] for value in values]
    if case["method"] == "goalposts":
        low, high, scale = case["goalposts"]
        scores = es.normalise(
            rows,
            "goalposts",
            directions=direction,
            goalposts=[(low, high)],
            scale=(0, scale),
        )
    else:
        scores = es.normalise(
            rows,
            "target",
            directions=direction,
            targets=[case["target"]],
            beyond="cap" if case["cap_max"] else "keep",
        )
    assert_printed(numpy.asarray(scores)[:, 0], case["expected"], 12)


def pairwise(names: list[str], pairs: list[Any]) -> list[list[Any]]:
    size = len(names)
    rows: list[list[Any]] = [[1] * size for _ in range(size)]
    for one, other, written in pairs:
        row, column = names.index(one), names.index(other)
        value = Fraction(written).limit_denominator(1000)
        rows[row][column], rows[column][row] = value, 1 / value
    return rows


@needs_printed
def test_ahp_is_printed_so() -> None:
    tables = {"saaty2005": "saaty_2005", "donegan_dodd1991": "donegan_dodd_1991"}
    ratios = 0
    for case in json.loads((PRINTED / "ahp_cases.json").read_text(encoding="utf-8"))["cases"]:
        if "names" not in case or "optional" in case:
            continue
        rows = pairwise(case["names"], case["pairwise"])
        for name, (printed, places) in case["expected_consistency_ratio"].items():
            result = es.ahp(rows, random_index=tables[name])
            assert_printed(result.consistency_ratio, printed, places)
            ratios += 1
        expected = [case["expected_weights"][name] for name in case["names"]]
        assert_printed(result.weights.values, expected, case["weight_decimals"])
    assert ratios == 5


def read_asem(name: str) -> pandas.DataFrame:
    frame = pandas.read_csv(PRINTED / "coinr_asem" / name, index_col="uCode")
    return frame.sort_index()


def asem_structure() -> tuple[dict[str, Any], dict[str, str]]:
    with (PRINTED / "coinr_asem" / "structure.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["Type"] in ("Indicator", "Aggregate")]
    below: dict[str, list[str]] = {}
    for row in rows:
        below.setdefault(row["Parent"], []).append(row["iCode"])
    directions = {
        row["iCode"]: "cost" if row["Direction"] == "-1" else "benefit"
        for row in rows
        if row["Type"] == "Indicator"
    }
    return {
        "Index": {
            dimension: {group: below[group] for group in below[dimension]}
            for dimension in below["Index"]
        }
    }, directions


@needs_printed
@pytest.mark.parametrize(
    ("options", "normalised", "aggregated"),
    [
        (
            {"normalisation": "min_max", "scale": (0, 100)},
            "minmax_0_100.csv",
            "minmax_aggregated_amean.csv",
        ),
        (
            {"normalisation": "z_score", "mean": 10, "deviation": 2},
            "zscore_10_2.csv",
            "zscore_aggregated_amean.csv",
        ),
        (
            {"normalisation": "min_max", "scale": (1, 100), "aggregation": "geometric"},
            None,
            "minmax_1_100_aggregated_gmean.csv",
        ),
    ],
    ids=["min_max", "z_score", "geometric"],
)
def test_a_whole_index_is_printed_so(options: Any, normalised: str, aggregated: str) -> None:
    raw = read_asem("raw.csv")
    structure, directions = asem_structure()
    assert raw.isna().sum().sum() == 63
    index = es.composite_index(
        raw[list(directions)],
        structure=structure,
        directions={name: word for name, word in directions.items() if word == "cost"},
        availability=0,
        **options,
    )
    assert index.units == list(raw.index)
    printed = read_asem(aggregated)
    numpy.testing.assert_allclose(
        numpy.asarray(index.aggregates), printed[index.aggregates.columns], rtol=1e-12
    )
    if normalised:
        numpy.testing.assert_allclose(
            numpy.asarray(index.normalised),
            read_asem(normalised)[list(directions)],
            rtol=1e-12,
            atol=1e-12,
        )


NAMES = ["pupils", "desks", "books"]
UNITS = ["永年区", "丛台区", "复兴区", "临漳县"]


def frames() -> dict[str, Any]:
    array = numpy.array(ROWS)
    columns = {name: array[:, i] for i, name in enumerate(NAMES)}
    return {
        "rows": ROWS,
        "decimals": [[Decimal(str(cell)) for cell in row] for row in ROWS],
        "fractions": [[Fraction(cell) for cell in row] for row in ROWS],
        "texts": [[str(cell) for cell in row] for row in ROWS],
        "array": array,
        "by column": numpy.asfortranarray(array),
        "strided": numpy.repeat(numpy.repeat(array, 2, axis=0), 3, axis=1)[::2, ::3],
        "float128": array.astype(numpy.longdouble),
        "objects": array.astype(object),
        "pandas": pandas.DataFrame(array, index=UNITS, columns=NAMES),
        "pandas with a column of names": pandas.DataFrame({"unit": UNITS, **columns}),
        "arrow": pyarrow.table({"unit": UNITS, **columns}),
        "arrow in batches": pyarrow.concat_tables(
            [
                pyarrow.table({"unit": UNITS, **columns}).slice(0, 3),
                pyarrow.table({"unit": UNITS, **columns}).slice(3, 1),
            ]
        ),
        "polars": polars.DataFrame({"unit": UNITS, **columns}),
        "mapping": {name: list(values) for name, values in columns.items()},
        "sheet": es.normalise(array, "none"),
    }


@pytest.mark.parametrize("kind", frames())
def test_every_table_gives_the_same_scores(kind: str) -> None:
    expected = es.topsis(ROWS, [1, 2, 3]).scores
    result = es.topsis(frames()[kind], [1, 2, 3])
    assert result.scores == expected
    if kind in ("pandas", "arrow", "polars", "pandas with a column of names", "arrow in batches"):
        assert result.units == UNITS
        assert result.columns == NAMES


@pytest.mark.parametrize("kind", ["int64", "uint8", "float32", "int16"])
def test_numbers_of_other_widths(kind: str) -> None:
    whole = numpy.array([[1, 9], [5, 2]], dtype=kind)
    expected = es.normalise([[1, 9], [5, 2]]).rows
    assert es.normalise(whole).rows == expected
    assert es.normalise(pyarrow.table({"a": whole[:, 0], "b": whole[:, 1]})).rows == expected


@pytest.mark.parametrize(
    "gaps",
    [
        [[1, None], [5, 2], [3, 4]],
        numpy.array([[1, math.nan], [5, 2], [3, 4]]),
        pandas.DataFrame({"a": [1, 5, 3], "b": pandas.array([None, 2, 4], dtype="Int64")}),
        pyarrow.table({"a": [1, 5, 3], "b": [None, 2, 4]}),
        polars.DataFrame({"a": [1, 5, 3], "b": [None, 2, 4]}),
    ],
    ids=["rows", "array", "pandas", "arrow", "polars"],
)
def test_a_gap_is_a_gap_in_every_table(gaps: Any) -> None:
    assert es.normalise(gaps).rows == [[0, None], [1, 0], [0.5, 1]]
    with pytest.raises(es.StructureError, match="row 1, column 2 is a gap"):
        es.entropy_weights(gaps)


@pytest.mark.parametrize(
    "wrong",
    [
        3,
        "abc",
        [1, 2],
        [[True, 2]],
        numpy.array([[True, False]]),
        numpy.array([1.0, 2.0]),
        pandas.DataFrame({"a": [True, False]}),
        [[object()]],
        ["ab", "cd"],
    ],
    ids=str.split("number text numbers booleans boolean_array line boolean_frame object texts"),
)
def test_what_is_no_table_of_numbers_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError):
        es.normalise(wrong)


def test_a_boolean_column_of_arrow_is_refused() -> None:
    with pytest.raises(es.StructureError, match="column 'a'"):
        es.normalise(pyarrow.table({"a": [True, False]}))


def test_directions_and_weights_by_name() -> None:
    frame = pandas.DataFrame(ROWS, index=UNITS, columns=NAMES)
    listed = es.topsis(frame, [1, 2, 3], directions=["benefit", "cost", "benefit"])
    named = es.topsis(frame, {"books": 3, "desks": 2, "pupils": 1}, directions={"desks": "cost"})
    assert named.scores == listed.scores
    with pytest.raises(es.CodeError, match="there is no name 'desk'"):
        es.topsis(frame, directions={"desk": "cost"})


def test_weights_of_one_function_go_into_the_next() -> None:
    weights = es.entropy_weights(pandas.DataFrame(ROWS, columns=NAMES))
    assert weights["books"] == weights.values[2]
    assert weights.to_dict() == dict(zip(NAMES, weights.values, strict=True))
    assert math.isclose(sum(weights.values), 1)
    table = dict(zip(NAMES, zip(*ROWS, strict=True), strict=True))
    assert es.topsis(table, weights).scores == es.topsis(ROWS, weights.values).scores


def test_results_show_as_tables() -> None:
    result = es.topsis(pandas.DataFrame(ROWS, index=UNITS, columns=NAMES), [1, 1, 1])
    lines = str(result).splitlines()
    assert lines[0].split() == ["unit", "score", "to_ideal", "to_anti_ideal", "rank"]
    assert lines[1].startswith("永年区 ")
    assert "<td>永年区</td>" in result._repr_html_()
    frame = result.to_pandas()
    assert list(frame.columns) == ["unit", "score", "to_ideal", "to_anti_ideal", "rank"]
    assert list(frame["score"]) == result.scores
    assert result.to_polars()["score"].to_list() == result.scores
    assert result.to_arrow()["unit"].to_pylist() == UNITS


def test_a_sheet_shows_its_memory_to_numpy() -> None:
    sheet = es.normalise([[1, None], [5, 2], [3, 4]])
    array = numpy.asarray(sheet)
    assert array.shape == (3, 2)
    assert math.isnan(array[0, 1])
    assert sheet.column("1") == [0, 1, 0.5]
    with pytest.raises(es.CodeError):
        sheet.column("3")


def test_ahp_in_python() -> None:
    frame = pandas.DataFrame(
        [["1", "2", "3"], ["1/2", "1", "2"], ["1/3", "1/2", "1"]], columns=NAMES
    )
    result = es.ahp([[1, 2, 3], [Fraction(1, 2), 1, 2], ["1/3", "1/2", 1]])
    assert result.is_consistent
    assert result.random_index == 0.58
    assert result.random_index_table == "saaty_1980"
    assert math.isclose(result.principal_eigenvalue, 3.0092, abs_tol=5e-5)
    assert es.ahp(frame.to_numpy()).weights.values == result.weights.values
    with pytest.raises(es.StructureError, match="write fractions, such as 1/3"):
        es.ahp([[1, 3], [0.33, 1]])


STRUCTURE = {"index": {"places": ["rooms", "beds"], "people": ["teachers"]}}
TABLE = pandas.DataFrame(
    {"rooms": [1.0, 5.0, 3.0], "beds": [2.0, None, 4.0], "teachers": [3.0, 1.0, 2.0]},
    index=["a", "b", "c"],
)


def test_an_index_has_a_tree_and_gaps() -> None:
    strict = es.composite_index(TABLE, structure=STRUCTURE)
    assert strict.ranks == [2, None, 1]
    lenient = es.composite_index(TABLE, structure=STRUCTURE, availability=0.5)
    assert lenient.scores == [0.5, 0.5, 0.625]
    assert lenient.ranks == [2, 2, 1]
    assert lenient.coverage() == [(3, 3), (2, 3), (3, 3)]
    assert lenient.coverage("places") == [(2, 2), (1, 2), (2, 2)]
    assert lenient.aggregates.columns == ["places", "people", "index"]


def test_weights_of_nodes_by_name() -> None:
    index = es.composite_index(TABLE, structure=STRUCTURE, availability=0.5, weights={"people": 3})
    # Of (0, 1), (1, 0) and (0.75, 0.5) with weights 1 and 3.
    assert index.scores == [0.75, 0.25, 0.5625]


def test_columns_in_another_order_are_refused() -> None:
    with pytest.raises(es.StructureError, match="a column of the table"):
        es.composite_index(TABLE[["beds", "rooms", "teachers"]], structure=STRUCTURE)
    with pytest.raises(es.CodeError, match="there is no name 'teachers'"):
        es.composite_index(TABLE[["rooms", "beds"]], structure=STRUCTURE)


def test_ranks_under_other_weights() -> None:
    result = es.weight_sensitivity(
        [[9, 9], [4, 6.1], [6, 4]], normalisation="none", draws=200, seed=3
    )
    assert result.ranks == [1, 2, 3]
    assert result.best[1:] == [2, 2]
    assert result.worst == [1, 3, 3]
    assert 0 < result.kept[1] < 1
    again = es.weight_sensitivity(
        [[9, 9], [4, 6.1], [6, 4]], normalisation="none", draws=200, seed=3
    )
    assert again.kept == result.kept
    assert "median" in str(result)


def test_ranks_of_rounded_inputs() -> None:
    printed = numpy.array([[63.8, 48.5], [63.9, 48.4], [40.0, 30.0]])
    result = es.rank_intervals(printed - 0.05, printed + 0.05, normalisation="none")
    assert result.best == [1, 1, 3]
    assert result.worst == [2, 2, 3]
    with pytest.raises(es.StructureError, match="z_score is not monotone"):
        es.rank_intervals(printed, printed, normalisation="z_score")


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: es.normalise(ROWS, directions=["cost"]), "1 directions were given, 3 are"),
        (lambda: es.normalise(ROWS, scale=(1, 1)), "scale cannot be 1 to 1"),
        (lambda: es.topsis(ROWS, [0, 0, 0]), "the sum of the weights cannot be 0"),
        (lambda: es.composite_index(ROWS, availability=1.5), "availability cannot be 1.5"),
        (lambda: es.weight_sensitivity(ROWS, draws=0), "draws cannot be 0"),
        (lambda: es.composite_index(ROWS, aggregation=["arithmetic"] * 2), "2 aggregations were"),
    ],
)
def test_options_that_mean_nothing_are_refused(call: Any, sentence: str) -> None:
    with pytest.raises(es.StructureError, match=sentence):
        call()
