# SPDX-License-Identifier: Apache-2.0
"""What goes into scores: weights by name, masks, gaps among weights, names of tables."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy
import pandas
import pytest

import edustat as es

ONE_WAY = {"a": [1, 2, 9], "b": [3, 3.1, 3.2]}
OTHER_WAY = {"b": [3, 3.1, 3.2], "a": [1, 2, 9]}


def test_weights_go_by_name() -> None:
    weights = es.entropy_weights(ONE_WAY)
    assert es.topsis(OTHER_WAY, weights).scores == es.topsis(OTHER_WAY, weights.to_dict()).scores
    assert (
        es.composite_index(OTHER_WAY, weights=weights).scores
        == es.composite_index(OTHER_WAY, weights=weights.to_dict()).scores
    )
    assert es.aggregate(OTHER_WAY, weights) == es.aggregate(ONE_WAY, weights)


def test_weights_of_other_names_are_refused() -> None:
    weights = es.entropy_weights(ONE_WAY)
    for call in (es.topsis, es.aggregate, lambda t, w: es.composite_index(t, weights=w)):
        with pytest.raises(es.CodeError, match="there is no name 'a'"):
            call({"c": [1, 2], "b": [3, 4]}, weights)  # type: ignore[operator]
        with pytest.raises(es.CodeError, match="weights of column 'c' cannot be left out"):
            call({"a": [1, 2], "b": [3, 4], "c": [1, 3]}, weights)  # type: ignore[operator]


def test_weights_without_names_go_by_position() -> None:
    weights = es.entropy_weights([[1, 3], [2, 3.1], [9, 3.2]])
    assert es.topsis(ONE_WAY, weights).scores == es.topsis(ONE_WAY, weights.values).scores


def test_names_that_are_numbers_are_names() -> None:
    weights = es.entropy_weights({"1": [1, 2, 9], "2": [3, 3.1, 3.2]})
    turned = {"2": [3, 3.1, 3.2], "1": [1, 2, 9]}
    assert es.topsis(turned, weights).scores == es.topsis(turned, weights.to_dict()).scores
    rows = [[1, 3], [2, 3.1], [9, 3.2]]
    assert (
        es.composite_index(rows, weights={1: 3}).scores
        == es.composite_index(rows, weights=[3, 1]).scores
    )


@pytest.mark.parametrize("weight", [None, float("nan")])
def test_a_gap_is_no_weight(weight: Any) -> None:
    for given in ([3, weight], {"a": 3, "b": weight}):
        for structure in (None, {"index": ["a", "b"]}):
            if structure and isinstance(given, list):
                continue
            with pytest.raises(es.StructureError, match="a weight cannot be nan"):
                es.composite_index(ONE_WAY, weights=given, structure=structure)
    assert (
        es.composite_index(ONE_WAY, weights={"a": 3}).scores
        == es.composite_index(ONE_WAY, weights=[3, 1]).scores
    )


MASK = [[False, True], [False, False], [False, False]]


@pytest.mark.parametrize("kind", ["float64", "float32", "int64", "uint8"])
def test_a_masked_cell_is_a_gap(kind: str) -> None:
    array = numpy.ma.array([[1, 7], [5, 2], [3, 4]], mask=MASK, dtype=kind)
    assert es.normalise(array).rows == [[0, None], [1, 0], [0.5, 1]]
    columns = {"a": array[:, 0], "b": array[:, 1]}
    assert es.normalise(columns).rows == [[0, None], [1, 0], [0.5, 1]]
    assert es.normalise(list(array)).rows == [[0, None], [1, 0], [0.5, 1]]
    with pytest.raises(es.StructureError, match="row 1, column 2 is a gap"):
        es.topsis(array)
    with pytest.raises(es.StructureError, match="a weight cannot be nan"):
        es.topsis([[1, 2], [2, 1]], array[0])


@pytest.mark.parametrize("kind", ["float64", "float32", "int64"])
def test_a_masked_value_of_a_measure_is_a_gap(kind: str) -> None:
    values = numpy.ma.array([7, 1, 3], mask=[True, False, False], dtype=kind)
    assert es.gini(values, gaps="leave_out") == es.gini([1, 3])
    assert es.gini(list(values), gaps="leave_out") == es.gini([1, 3])
    with pytest.raises(es.Error):
        es.gini(values)


def test_a_masked_figure_of_a_panel_is_none() -> None:
    values = numpy.ma.array([7, 1], mask=[True, False], dtype="int64")
    assert es.Table.from_arrow({"a": values}).to_pandas()["a"].isna().tolist() == [True, False]


def test_intervals_are_of_the_same_names() -> None:
    lows = pandas.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]}, index=["x", "y"])
    with pytest.raises(es.StructureError, match="a column of the upper ends cannot be b"):
        es.rank_intervals(lows, lows[["b", "a"]], normalisation="none")
    with pytest.raises(es.StructureError, match="a unit of the upper ends cannot be y"):
        es.rank_intervals(lows, lows.loc[["y", "x"]], normalisation="none")
    without = es.rank_intervals(lows, lows.to_numpy(), normalisation="none")
    assert without.best == es.rank_intervals(lows, lows, normalisation="none").best


@pytest.mark.parametrize("aggregation", [3, [3], None])
def test_an_aggregation_is_a_word(aggregation: Any) -> None:
    with pytest.raises(TypeError, match="aggregation: a word is expected"):
        es.composite_index(ONE_WAY, aggregation=aggregation)
    with pytest.raises(TypeError, match="directions: a word is expected"):
        es.topsis(ONE_WAY, directions=[3, 3])


def test_draws_and_seeds_have_their_range() -> None:
    with pytest.raises(es.StructureError, match="draws cannot be -5"):
        es.weight_sensitivity(ONE_WAY, draws=-5)
    for seed in (-1, 2**64):
        with pytest.raises(es.LimitError, match=f"seed cannot be {seed}, expected a number from 0"):
            es.weight_sensitivity(ONE_WAY, seed=seed)
    for seed in (0, 2**40, 2**64 - 1):
        assert es.weight_sensitivity(ONE_WAY, draws=3, seed=seed).ranks == [3, 2, 1]


def test_a_frame_may_hold_texts_of_numbers() -> None:
    frame = pandas.DataFrame({"a": [1, 2, 4], "b": ["1/4", "0.5", None]})
    assert es.normalise(frame, "none").rows == [[1, 0.25], [2, 0.5], [4, None]]
    with pytest.raises(es.ParseError):
        es.normalise(pandas.DataFrame({"a": [1, 2], "b": ["1/4", "many"]}))


def test_a_column_may_be_called_unit() -> None:
    sheet = es.normalise({"unit": [1, 2], "x": [3, 4]})
    assert list(sheet.to_pandas().columns) == ["unit_", "unit", "x"]
    assert str(sheet).split()[:3] == ["unit_", "unit", "x"]


def test_what_a_mapping_leaves_out_is_named() -> None:
    with pytest.raises(es.CodeError, match="targets of column 'b' cannot be left out"):
        es.normalise(ONE_WAY, "target", targets={"a": 10})
    with pytest.raises(es.CodeError, match="goalposts of column 'b' cannot be left out"):
        es.normalise(ONE_WAY, "goalposts", goalposts={"a": (0, 1)})
    with pytest.raises(TypeError, match="goalposts of column 'b': a pair of numbers"):
        es.normalise(ONE_WAY, "goalposts", goalposts=[(0, 1), 3])


def test_a_share_that_is_met_exactly_is_enough() -> None:
    for known, due, share in ((7, 25, 0.28), (14, 25, 0.56), (15, 29, Fraction(15, 29))):
        rows = [[1.0] * known + [None] * (due - known), [2.0] * due]
        index = es.composite_index(rows, normalisation="none", availability=share)
        assert index.scores == [1, 2]


def test_scores_that_cancel_are_tied() -> None:
    rows = [[value, 100 - value] for value in (16, 21, 19, 3, 20, 1, 30)]
    assert es.composite_index(rows, normalisation="z_score").ranks == [1] * 7


def test_no_score_is_lost_beyond_a_float() -> None:
    assert es.aggregate([[1, 2]], [1e308, 1e308]) == [1.5]
    assert es.normalise([[-1e155], [0], [1e155]], "z_score").rows == [[-1], [0], [1]]
    with pytest.raises(es.LimitError, match="harmonic of 'index': the result is beyond"):
        es.aggregate([[1e-310, 1]], [1, 1], "harmonic")
    with pytest.raises(es.LimitError, match="weighted_product of 'index': the result is beyond"):
        es.composite_index(
            [[1e200], [10]], normalisation="none", aggregation="weighted_product", weights=[2]
        )
    with pytest.raises(es.StructureError, match="row 1, column 1 holds inf"):
        es.aggregate([[float("inf"), 1]], [1, 1])


@pytest.mark.parametrize("option", [{"goalposts": {"a": (0, 1), "b": (0, 1)}}, {"targets": [9, 9]}])
def test_a_list_that_is_not_read_is_refused(option: Any) -> None:
    with pytest.raises(es.StructureError, match="the normalisation with .* cannot be min_max"):
        es.composite_index(ONE_WAY, **option)
