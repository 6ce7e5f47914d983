# SPDX-License-Identifier: Apache-2.0
"""Kinds of periods and arithmetic with them."""

from __future__ import annotations

import pytest

import edustat as es


def parse(text: str) -> es.Period:
    return es.Period.parse(text)


@pytest.mark.parametrize(
    ("text", "kind", "written", "chinese"),
    [
        ("2016年三季度", "quarter", "2016Q3", "2016年第三季度"),
        ("2016年上半年", "half_year", "2016H1", "2016年上半年"),
        ("2016-2017学年度", "school_year", "2016/17", "2016/17学年"),
        ("2017年春季学期", "term", "2016/17T2", "2016/17学年第二学期"),
        ("“十三五”", "plan_period", "2016-2020", "2016—2020年"),
        ("2016年1-2月", "two_months", "2016-01..2016-02", "2016年1—2月"),
        ("2016年1-11月", "span", "2016-01..2016-11", "2016年1—11月"),
        ("2016年三季度末", "instant", "@2016-09", "截至2016年9月底"),
    ],
)
def test_periods_have_a_kind_and_a_text(text: str, kind: str, written: str, chinese: str) -> None:
    period = parse(text)
    assert period.kind == kind
    assert str(period) == written
    assert period.in_words() == chinese
    assert parse(written) == parse(chinese) == period


def test_periods_are_made_from_numbers() -> None:
    assert es.Period.month(2016, 11) == parse("2016-11")
    assert es.Period.year(2016) == parse("2016")
    assert es.Period.instant(2016, 11) == parse("@2016-11")
    assert es.Period.of_months(2016 * 12, 2016 * 12 + 10) == parse("2016年1—11月")
    with pytest.raises(es.LimitError, match="period '2016-13' is outside"):
        es.Period.month(2016, 13)


def test_periods_compute() -> None:
    assert parse("2016-01").previous() == parse("2015-12")
    assert parse("2016Q4").next() == parse("2017Q1")
    assert parse("2016/17").year_before() == parse("2015/16")
    assert parse("2016-11").shifted_by_months(2) == parse("2017-01")
    assert parse("2016/17").months == 12
    assert [str(part) for part in parse("2016/17").divide("term")] == ["2016/17T1", "2016/17T2"]
    assert parse("2016-11").containing("quarter") == parse("2016Q4")
    with pytest.raises(es.StructureError, match="cannot be divided"):
        parse("2016/17").divide("quarter")
    with pytest.raises(es.CodeError, match="month, two_months, quarter"):
        parse("2016").divide("week")


def test_a_range_takes_texts() -> None:
    months = es.Period.range("2016-01", "2016-12")
    assert months == parse("2016").divide("month")
    assert es.Period.range(parse("2015/16"), "2016/17") == [parse("2015/16"), parse("2016/17")]
    with pytest.raises(es.StructureError, match="do not stand in one row"):
        es.Period.range("2016", "2016Q4")
