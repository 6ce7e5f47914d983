# SPDX-License-Identifier: Apache-2.0
"""Trees of regions: what they say, and what they refuse."""

from __future__ import annotations

import csv
import datetime
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest

import edustat as es

# 永年县 became 永年区; 邯郸县 is taken over by 邯山区 as a whole here, as a test needs it.
ROWS: list[dict[str, Any]] = [
    {"code": "13", "name": "河北省", "level": "省", "parent": None},
    {"code": "1304", "name": "邯郸市", "level": "市", "parent": "13"},
    {"code": "1304A", "name": "市本级", "level": None, "parent": "1304", "own_level": True},
    {"code": "130402", "name": "邯山区", "level": "区县", "parent": "1304"},
    {
        "code": "130408",
        "name": "永年区",
        "level": "区县",
        "parent": "1304",
        "valid_from": "2016-10",
    },
    {"code": "130682", "name": "定州市", "level": "区县", "parent": "13"},
    {
        "code": "130429",
        "name": "永年县",
        "level": "区县",
        "parent": "1304",
        "valid_until": es.Period.parse("2016-09"),
        "successor": "130408",
    },
    {
        "code": "130421",
        "name": "邯郸县",
        "level": "区县",
        "parent": "1304",
        "valid_until": "2016-09",
        "successor": "130402",
    },
]


@pytest.fixture
def tree() -> es.RegionTree:
    return es.RegionTree(ROWS)


def test_a_tree_answers_by_code(tree: es.RegionTree) -> None:
    assert len(tree) == 7
    assert tree.levels == ["省", "市", "区县"]
    assert tree.find("130429") == "130408"
    assert tree.find("999999") is None
    assert "130402" in tree
    assert tree.named("永年县") == ["130408"]
    assert tree.name_of("130408") == "永年区"
    assert tree.name_of("130408", "2016年9月") == "永年县"
    assert tree.level_of("130682") == "区县"
    assert tree.parent_of("130682") == "13"
    assert tree.parent_of("13") is None
    assert tree.ancestor_of("130402", "市") == "1304"
    assert tree.ancestor_of("130682", "市") is None
    assert tree.children_of("1304") == ["1304A", "130402", "130408"]
    assert tree.children_of("1304", "2016-01")[-1] == "130421"
    assert tree.leaves_of("13", es.Period.parse("2016")) == tree.leaves_of("13")
    assert tree.is_own_level("1304A")
    assert tree.successor_of("130421") == "130402"
    assert tree.edition_count == 2


def test_a_merger_changes_the_boundary_and_a_name_does_not(tree: es.RegionTree) -> None:
    assert tree.has_same_boundary("130408", "2016-01", "2017-01")
    assert not tree.has_same_boundary("130402", "2016-01", "2017-01")
    assert tree.has_same_boundary("1304", "2016-01", "2017-01")


def test_a_comparable_basis_joins_what_has_merged(tree: es.RegionTree) -> None:
    basis = tree.on_basis_of("2017")
    assert len(basis) == 6
    assert basis.find("130421") == "130402"
    assert basis.has_same_boundary("130402", "2016-01", "2017-01")


def test_an_absent_region_has_no_parent(tree: es.RegionTree) -> None:
    with pytest.raises(es.CodeError, match="region '130421' does not exist in 2017"):
        tree.parent_of("130421", "2017")
    with pytest.raises(es.CodeError, match="there is no region with code '1'"):
        tree.parent_of("1")


def test_groups_have_members_and_a_whole(tree: es.RegionTree) -> None:
    grouped = tree.with_group("二县", ["130408", "130402"], within="1304")
    assert grouped.groups == [("二县", ["130402", "130408"], "1304")]
    assert tree.groups == []
    with pytest.raises(es.StructureError) as caught:
        tree.with_group("二县", ["1", "130682"], within="1304")
    assert [fault.code for fault in caught.value.faults] == ["unknown_member", "member_outside"]


def test_columns_make_the_same_tree(tree: es.RegionTree) -> None:
    assert es.RegionTree.from_columns(**tree.columns) == tree
    cut = tree.cut_at("市")
    assert cut.codes == ["13", "1304"]
    assert cut != tree


def test_a_second_hierarchy_stands_over_the_same_leaves() -> None:
    tree = es.RegionTree.from_columns(
        code=["0", "13", "51", "E", "W", "13", "51"],
        name=["全国", "河北", "四川", "东部", "西部", "河北", "四川"],
        level=["国", "省", "省", "地带", "地带", "省", "省"],
        parent=["", "0", "0", "0", "0", "E", "W"],
        hierarchy=[None, None, None, "地带", "地带", "地带", "地带"],
    )
    assert tree.hierarchies == ["", "地带"]
    assert tree.parent_of("13") == "0"
    assert tree.parent_of("13", hierarchy="地带") == "E"
    assert tree.children_of("0", hierarchy="地带") == ["E", "W"]


def test_every_fault_is_reported_with_its_row() -> None:
    rows = [*ROWS, {"code": "x", "name": "", "level": "区县", "parent": "99"}]
    with pytest.raises(es.StructureError) as caught:
        es.RegionTree(rows)
    assert [(f.code, f.place.line) for f in caught.value.faults] == [
        ("region_without_name", 9),
        ("unknown_parent", 9),
    ]


def test_cells_of_another_type_are_refused() -> None:
    with pytest.raises(TypeError, match="column 'code', row 1: a str or None is expected, not 13"):
        es.RegionTree([{**ROWS[0], "code": 13}])
    with pytest.raises(TypeError, match="column 'parent', row 1: a str or None is expected"):
        es.RegionTree([{**ROWS[0], "parent": float("nan")}])
    with pytest.raises(es.StructureError, match="there is no column 'kode'"):
        es.RegionTree([{"kode": "13"}])
    with pytest.raises(es.StructureError, match="column 'name' has 1 rows where the others have 2"):
        es.RegionTree.from_columns(["1", "2"], ["甲"], ["省", "县"], ["", "1"])


def test_several_roots_are_allowed_on_request() -> None:
    rows = [{"code": code, "name": "省", "level": "省"} for code in "12"]
    with pytest.raises(es.StructureError, match="has no parent although '1' is the root"):
        es.RegionTree(rows)
    assert len(es.RegionTree(rows, roots="several")) == 2


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_keeps_options_and_groups(tree: es.RegionTree, protocol: int) -> None:
    changed = tree.on_basis_of("2017").with_group("二县", ["130402", "130408"])
    again = pickle.loads(pickle.dumps(changed, protocol))
    assert again == changed
    assert again.codes == changed.codes
    assert again.groups == changed.groups


def test_gbt2260_codes_give_the_tree() -> None:
    tree = es.RegionTree.from_gbt2260(
        ["130000", "130400", "130402", "420000", "429004"],
        ["河北省", "邯郸市", "邯山区", "湖北省", "仙桃市"],
    )
    assert tree.levels == ["province", "city", "county"]
    assert tree.parent_of("429004") == "420000"
    assert tree.ancestor_of("429004", "city") is None


def test_the_divisions_of_china_of_2023_are_a_tree(shared: Path) -> None:
    with (shared / "data/cn-divisions/divisions.csv").open(encoding="utf-8", newline="") as file:
        rows = [{**row, "hierarchy": None} for row in csv.DictReader(file)]
    tree = es.RegionTree(rows, roots="several")
    assert len(tree) == 44_703
    assert tree.levels == ["province", "city", "county", "town"]
    assert sum(tree.level_of(code) == "county" for code in tree.codes) == 2_978
    assert sum(len(tree.leaves_of(code)) for code in tree.children_of("13")) == len(
        tree.leaves_of("13")
    )
    assert len(tree.named("朝阳区")) == 2
    assert len(tree.cut_at("county")) == 31 + 342 + 2_978


# --- trees of tables ------------------------------------------------------------------------------

COLUMNS: dict[str, list[Any]] = {
    "code": ["13", "1304", "130402", "130421"],
    "name": ["河北省", "邯郸市", "邯山区", "邯郸县"],
    "level": ["省", "市", "区县", "区县"],
    "parent": [None, "13", "1304", "1304"],
}


@pytest.mark.parametrize(
    "table",
    [
        COLUMNS,
        pyarrow.table(COLUMNS),
        pandas.DataFrame(COLUMNS),
        polars.DataFrame(COLUMNS),
        polars.DataFrame(COLUMNS).with_columns(polars.col("level").cast(polars.Categorical)),
        duckdb.from_arrow(pyarrow.table(COLUMNS)),
        es.Table.from_arrow(COLUMNS),
    ],
    ids=["mapping", "pyarrow", "pandas", "polars", "categorical", "duckdb", "table"],
)
def test_every_table_gives_the_same_tree(table: Any) -> None:
    assert es.RegionTree.from_arrow(table) == es.RegionTree.from_columns(**COLUMNS)


def test_columns_of_a_table_may_have_other_names() -> None:
    table = dict(zip(["代码", "名称", "层级", "上级"], COLUMNS.values(), strict=True))
    tree = es.RegionTree.from_arrow(
        table, code="代码", name="名称", level="层级", parent="上级", levels=["省", "市", "区县"]
    )
    assert tree == es.RegionTree.from_columns(**COLUMNS, levels=["省", "市", "区县"])


def test_the_other_columns_are_read_where_the_table_has_them() -> None:
    table = pyarrow.table(
        {
            **COLUMNS,
            "own_level": [False, None, True, False],
            "止": pyarrow.array([None, None, None, datetime.date(2016, 9, 30)]),
            "successor": [None, None, None, "130402"],
        }
    )
    tree = es.RegionTree.from_arrow(
        table, valid_until="止", groups=[("一县", ["130402"], "1304")], roots="several"
    )
    assert tree.is_own_level("130402")
    assert tree.edition_count == 2
    assert tree.successor_of("130421") == "130402"
    assert tree.groups == [("一县", ["130402"], "1304")]


def test_the_columns_of_a_tree_are_a_table(tree: es.RegionTree) -> None:
    assert es.RegionTree.from_arrow(pyarrow.table(tree.columns)) == tree


def test_every_missing_column_of_a_table_is_named() -> None:
    with pytest.raises(es.StructureError) as caught:
        es.RegionTree.from_arrow({"code": ["13"], "name": ["河北省"]}, own_level="市本级")
    assert [(f.code, f.arguments[0]) for f in caught.value.faults] == [
        ("unknown_column", "level"),
        ("unknown_column", "parent"),
        ("unknown_column", "市本级"),
    ]


@pytest.mark.parametrize("codes", [[13, 1304], pandas.Series([13.0, 1304.0]), [Decimal(13), None]])
def test_codes_that_are_numbers_are_refused_with_the_remedy(codes: Any) -> None:
    table = {"code": codes, "name": ["a", "b"], "level": ["省", "市"], "parent": ["", "13"]}
    with pytest.raises(es.StructureError, match="read it again as text") as caught:
        es.RegionTree.from_arrow(table)
    assert caught.value.code == "text_expected"
    assert "以文本重新读入" in caught.value.message(lang="zh")


def test_gaps_and_cells_of_a_table_are_reported_with_their_rows() -> None:
    table = {
        "code": ["13", "1304", None, "1305"],
        "name": ["河北省", None, "某市", "邢台市"],
        "level": ["省", "市", "市", "市"],
        "parent": ["", "13", "13", "99"],
        "valid_from": ["去年", None, None, None],
        "own_level": [None, None, None, "也许"],
    }
    with pytest.raises(es.StructureError) as caught:
        es.RegionTree.from_arrow(table)
    assert [(f.code, f.place.line) for f in caught.value.faults] == [
        ("period_without_year", 1),
        ("region_without_name", 2),
        ("region_without_code", 3),
        ("truth_expected", 4),
        ("unknown_parent", 4),
    ]


@pytest.mark.parametrize("table", [3, "13", None, [1, 2]])
def test_what_is_no_table_is_refused(table: Any) -> None:
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        es.RegionTree.from_arrow(table)
