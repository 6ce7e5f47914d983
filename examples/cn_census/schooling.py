# SPDX-License-Identifier: Apache-2.0
"""第七次全国人口普查：区县之间平均受教育年限的差异，以人口加权。"""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
from census import DATA, codes_of, read_tree
from pyarrow import csv

import edustat as es

KEYS = ["区划代码", "省", "市", "区县"]
POPULATION = "人口数_合计"
YEARS = "平均受教育年限_合计"


def read_counties() -> pa.Table:
    """最下一级的各行：按地区树，不按代码，因为开发区没有代码。年限印几位就是几位。"""
    types = {name: pa.string() for name in KEYS} | {YEARS: pa.decimal128(6, 2)}
    options = csv.ConvertOptions(column_types=types, null_values=["NA"], strings_can_be_null=True)
    table = csv.read_csv(DATA / "census_county_2020.csv.gz", convert_options=options)
    tree = read_tree(table)
    leaves = set(tree.leaves_of("全国"))
    codes = codes_of(table.select(KEYS).to_pylist())
    return table.filter(pa.array([code in leaves for code in codes]))


def main() -> None:
    """打印各项差异指标。"""
    counties = read_counties()
    years, people = counties[YEARS], counties[POPULATION]
    variation = es.coefficient_of_variation(years, people, gaps="leave_out")
    print(f"{len(variation)} 个区县，{len(variation.left_out)} 个没有年限，不计入")
    print(f"平均受教育年限 {es.round_to(variation.mean, 2)} 年（以人口加权）")
    print(f"差异系数 {variation.rounded(4)}，不大于 0.2：{variation.compare('0.2') <= 0}")
    print(f"基尼系数 {es.gini(years, people, gaps='leave_out'):.6f}")
    ratio = es.ratio_of_shares(years, weights=people, gaps="leave_out")
    print(f"最高五分之一人口与最低五分之一之比 {ratio:.4f}")

    kept = [row for row in range(len(counties)) if row not in set(variation.left_out)]
    provinces = [counties["省"][row].as_py() for row in kept]
    parts = es.theil_decomposition(years, counties["省"].to_pylist(), people, gaps="leave_out")
    print(f"泰尔指数 {parts.total:.6f}：省际 {parts.between:.6f}，省内 {parts.within:.6f}")
    groups = zip(dict.fromkeys(provinces), parts.groups, strict=True)
    for name, group in sorted(groups, key=lambda pair: -pair[1].theil)[:3]:
        print(f"省内差异最大：{name} {group.theil:.6f}")

    shares = variation.contributions
    for number in sorted(range(len(kept)), key=lambda number: -shares[number])[:3]:
        row = counties.slice(kept[number], 1).to_pylist()[0]
        value: Decimal = row[YEARS]
        print(f"贡献最大：{row['省']}{row['区县']} {value} 年，{shares[number]:.4f}")


if __name__ == "__main__":
    main()
