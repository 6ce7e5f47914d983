# SPDX-License-Identifier: Apache-2.0
"""第七次全国人口普查分县资料：逐级汇总，与各级印出的合计和比率核对。"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

import edustat as es

HERE = Path(__file__).parent
DATA = Path(os.environ.get("EDUSTAT_SHARED", HERE.parents[2] / "shared")) / "data/cn-census-county"
CATALOGUE = es.Catalogue.load(HERE / "catalogue.toml")

KEYS = ["区划代码", "省", "市", "区县"]
PRINTED = ["性别比（女=100）", "户规模", "人口比重_0-14岁", "文盲占15岁及以上人口比重"]
AGE = re.compile("(男|女)_(.+岁.*)")


def read_rows() -> pa.Table:
    """年鉴的各行；比率留作文本，印几位就是几位。"""
    texts = dict.fromkeys([*KEYS, *PRINTED], pa.string())
    options = csv.ConvertOptions(column_types=texts, null_values=["NA"], strings_can_be_null=True)
    return csv.read_csv(DATA / "census_county_2020.csv.gz", convert_options=options)


def codes_of(names: list[dict[str, Any]]) -> list[str]:
    """区划代码；没有代码的行以省、市、区县名为代码。"""
    return [
        one["区划代码"] or "/".join(dict.fromkeys([one["省"], one["市"], one["区县"]]))
        for one in names
    ]


def read_tree(table: pa.Table) -> es.RegionTree:
    """全国、省、市、区县；上级按名称找，同名的两个市级行按代码的前四位分。"""
    names = table.select(KEYS).to_pylist()
    codes = codes_of(names)
    cities: dict[tuple[str, str], list[str]] = {}
    levels = []
    for one, code in zip(names, codes, strict=True):
        province, city, county = one["省"], one["市"], one["区县"]
        if province == "全国":
            levels.append("全国")
        elif province == city == county:
            levels.append("省")
        elif "直辖" in city and city == county:
            levels.append("市")
            cities[province, "直辖"] = [code]
        elif code.endswith("00") and city in (county, province):
            levels.append("市")
            cities.setdefault((province, city), []).append(code)
        else:
            levels.append("区县")
    provinces = {
        one["省"]: code
        for one, code, level in zip(names, codes, levels, strict=True)
        if level == "省"
    }
    rows = []
    for one, code, level in zip(names, codes, levels, strict=True):
        if level == "全国":
            parent = ""
        elif level == "省":
            parent = "全国"
        elif level == "市":
            parent = provinces[one["省"]]
        else:
            parent = city_of(one, code, cities) or provinces[one["省"]]
        rows.append({"code": code, "name": one["区县"], "level": level, "parent": parent})
    return es.RegionTree(rows)


def city_of(one: dict[str, Any], code: str, cities: dict[tuple[str, str], list[str]]) -> str | None:
    """区县的上级：同省同名的市；没有则为省直辖那一行；三沙的岛礁属三沙市。"""
    if one["市"] == one["区县"] and not one["区划代码"]:
        return cities[one["省"], "三沙市"][0]
    known = cities.get((one["省"], one["市"])) or cities.get((one["省"], "直辖"), [])
    return next((city for city in known if city[:4] == code[:4]), next(iter(known), None))


def columns_of(table: pa.Table) -> list[es.Column]:
    """哪一列是什么。"""
    population = "population"
    columns = [
        es.Column("人口数_合计", population),
        es.Column("人口数_男", population, categories={"sex": "男"}),
        es.Column("人口数_女", population, categories={"sex": "女"}),
        es.Column("城镇人口", population, categories={"residence": "城镇"}),
        es.Column("乡村人口", population, categories={"residence": "乡村"}),
        es.Column("家庭户数"),
        es.Column("家庭户人口数"),
        es.Column("15岁及以上文盲人口"),
        es.Column("十五岁以上人口", "long_form_adults"),
    ]
    columns += [es.Column(name, places=2) for name in PRINTED]
    for name in table.column_names[20:58]:
        sex, age = AGE.fullmatch(name).groups()
        columns.append(es.Column(name, population, categories={"sex": sex, "age": age}))
    return columns


def read_panel() -> es.Panel:
    """年鉴作为面板：上级各行是合计，只核对，不相加。"""
    table = read_rows()
    codes = codes_of(table.select(KEYS).to_pylist())
    keyed = table.append_column("代码", pa.array(codes))
    keyed = keyed.append_column("年", pa.array([2020] * len(codes)))
    return es.Panel.from_arrow(
        keyed,
        regions=read_tree(table),
        region="代码",
        period="年",
        columns=columns_of(table),
        catalogue=CATALOGUE,
        inner="total",
    )


def read_cities(tree: es.RegionTree) -> es.Panel:
    """各市公报的两期人口，与年鉴的2020年人口并列；不在树上的行放在一边。"""
    texts = {"city_code": pa.string()}
    options = csv.ConvertOptions(
        column_types=texts, null_values=["NA", ""], strings_can_be_null=True
    )
    cities = csv.read_csv(DATA / "census_city_2010_2020.csv", convert_options=options)
    yearbook = read_rows().select(["区划代码", "人口数_合计"])
    periods = [
        pa.table(
            {
                "代码": cities["city_code"],
                "年": pa.array([year] * cities.num_rows),
                "公报人口数": cities[f"popu_{year}"],
            }
        )
        for year in (2010, 2020)
    ]
    with_yearbook = periods[1].join(yearbook, "代码", "区划代码")
    table = pa.concat_tables([periods[0], with_yearbook], promote_options="default")
    return es.Panel.from_arrow(
        table,
        regions=tree,
        region="代码",
        period="年",
        columns=["公报人口数", es.Column("人口数_合计", "population")],
        catalogue=CATALOGUE,
        unknown="set_aside",
    )


def show(title: str) -> None:
    """一个标题。"""
    print(f"\n{title}")


def show_rates(totals: es.Totals) -> None:
    """全国和几个地方的比率，由汇总数算出。"""
    rates = es.evaluate(totals, CATALOGUE)
    names = ["sex_ratio", "household_size", "child_share", "illiteracy", "urban_share"]
    show("比率（性别比、户规模、0-14岁%、文盲率%、城镇%）")
    for code in ("全国", "130000", "130400", "500100", "500200"):
        shown = [str(rates.rounded("2020", name, code)) for name in names]
        print("  ".join([totals.tree.name_of(code), *shown]))


def show_audit(audit: es.PanelAudit) -> None:
    """每个关系相符、矛盾、无法判定、有缺数的单元格数，再列出矛盾。"""
    partial = 0
    for check in audit.checks:
        if check.kind == "region" and not check.impossible:
            partial += check.cannot_tell
            continue
        label = check.label.zh + "".join(f"，{code}" for code in check.categories.values())
        print(
            f"{label}：相符 {check.consistent}，矛盾 {check.impossible}，"
            f"无法判定 {check.cannot_tell}，缺数 {check.gaps}"
        )
    if partial:
        print(f"另有 {partial} 个上报合计因下级有缺数而无法判定，已知部分都不超过合计")
    for finding in audit:
        if finding.verdict == "impossible" and finding.severity == "hard":
            print(finding.explain("zh"))


def main() -> None:
    """打印报告。"""
    panel = read_panel()
    totals = es.roll_up(panel)
    coded = sum("/" in code or not code.isdigit() for code in panel.tree.codes)
    known, due = totals.coverage("2020", "population", "全国")
    print(f"{panel.rows}行，{len(panel.series)}个数列；没有代码的 {coded} 行以名称为代码")
    print(f"全国 {totals.at('2020', 'population', '全国')}，由 {known}/{due} 个区县相加")
    show_rates(totals)
    show("逐行核对，上级印出的合计与下级之和比较")
    show_audit(es.audit(totals, CATALOGUE))

    cities = read_cities(panel.tree.cut_at("市"))
    change = es.evaluate(es.roll_up(cities, levels=["市"]), CATALOGUE)
    show(f"各市公报：{len(cities.set_aside)} 行不在树上，放在一边")
    for code in ("130400", "110100"):
        growth = change.rounded("2020", "ten_year_change", code)
        print(f"{panel.tree.name_of(code)} 十年变化 {growth}%")
    show_audit(es.audit(change.totals, CATALOGUE))


if __name__ == "__main__":
    main()
