# SPDX-License-Identifier: Apache-2.0
"""The catalogue `uis` on figures worked by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import edustat as es
from cities import COUNTIES, TREE

UIS = es.Catalogue.builtin("uis")
NOW, NEXT = "2016-2017学年", "2017-2018学年"
COUNTY = COUNTIES[0]

# Of 1000 pupils in grade 1 in the first year, 800 are in grade 2 a year later and 100 in grade 1
# again; the other grades likewise. All rates are whole percents.
ENROLMENT = {
    NOW: [1000, 900, 800, 700, 600, 500],
    NEXT: [1100, 890, 800, 710, 620, 535],
}
REPEATERS = {NOW: [120, 80, 70, 60, 50, 20], NEXT: [100, 90, 80, 70, 60, 25]}
PROMOTED = [Fraction(80, 100)] * 4 + [Fraction(85, 100)]
REPEATED = Fraction(10, 100)


def evaluated(columns: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]]) -> es.Indicators:
    """One county in two school years; columns by measure and categories, this year and the next."""
    table: dict[str, Any] = {"region": [COUNTY] * 2, "period": [NOW, NEXT]}
    described = []
    for (measure, categories), values in columns.items():
        name = f"{measure} {dict(categories)}"
        table[name] = values
        described.append(es.Column(name, measure, categories=dict(categories)))
    return es.evaluate(
        es.Panel.from_arrow(table, regions=TREE, columns=described, catalogue=UIS), UIS
    )


def by_grade() -> dict[tuple[str, tuple[tuple[str, str], ...]], list[int]]:
    columns = {}
    for measure, values in (("enrolment_by_grade", ENROLMENT), ("repeaters", REPEATERS)):
        for grade in range(6):
            key = (measure, (("grade", str(grade + 1)),))
            columns[key] = [values[NOW][grade], values[NEXT][grade]]
    return columns


FLOW = evaluated(by_grade())


def value(indicators: es.Indicators, name: str, period: str = NOW) -> Fraction | None:
    found = indicators.at(period, name, COUNTY)
    return None if found is None else found.base_value


def flow(name: str, grade: int | None = None, period: str = NOW) -> Fraction | None:
    column = next(
        column
        for column in FLOW.columns
        if column.indicator == f"uis.{name}"
        and dict(column.categories) == ({} if grade is None else {"grade": str(grade)})
    )
    found = FLOW.at(period, column, COUNTY)
    return None if found is None else found.base_value


def test_repetition_takes_the_repeaters_of_the_next_year() -> None:
    # 100 of this year's 1000 are in grade 1 again; this year's 120 repeaters are of last year's.
    assert flow("repetition_rate", 1) == Fraction(100, 1000)
    assert flow("percentage_of_repeaters", 1) == Fraction(120, 1000)
    assert flow("repetition_rate", 6) == Fraction(25, 500)
    assert flow("repetition_rate", 1, NEXT) is None  # the year after is not known


def test_promotion_repetition_and_dropout_share_the_pupils_out() -> None:
    for grade in range(1, 6):
        promoted = flow(f"promotion_rate_{grade}")
        assert promoted == PROMOTED[grade - 1]
        assert flow("repetition_rate", grade) == REPEATED
        assert flow(f"dropout_rate_{grade}") == 1 - promoted - REPEATED
    assert flow("promotion_rate_1") == Fraction(890 - 90, 1000)
    left_out = {fault.arguments[0] for fault in FLOW.left_out}
    assert "promotion_rate_6" in left_out  # grade 7 is not reported


def test_a_city_has_the_ratio_of_its_sums() -> None:
    table: dict[str, Any] = {
        "region": COUNTIES[:2] * 2,
        "period": [NOW] * 2 + [NEXT] * 2,
        "enrolment_by_grade": [1000, 100, 0, 0],
        "repeaters": [0, 0, 100, 0],
    }
    columns = [
        es.Column(name, categories={"grade": "1"}) for name in ("enrolment_by_grade", "repeaters")
    ]
    panel = es.Panel.from_arrow(table, regions=TREE, columns=columns, catalogue=UIS)
    rates = es.evaluate(panel, UIS, indicators=["repetition_rate"])
    city = rates.at(NOW, rates.columns[0], "130400")
    assert city is not None
    assert city.base_value == Fraction(100, 1100)  # not (10 % + 0 %) / 2


def test_effective_rates_leave_repeaters_out() -> None:
    assert flow("effective_promotion_rate_1") == Fraction(800, 1000 - 100) == Fraction(8, 9)
    assert flow("effective_promotion_rate_5") == Fraction(510, 600 - 60) == Fraction(17, 18)
    assert flow("effective_dropout_rate_1") == Fraction(1, 9)


def reconstructed(last: int, years: int) -> Fraction:
    """The share of a cohort that has reached a grade, year by year, with the rates of this year."""
    pupils = [Fraction(1), *[Fraction(0)] * last]
    reached = Fraction(0)
    for _ in range(years):
        following = [Fraction(0)] * (last + 1)
        for grade in range(1, last):
            following[grade - 1] += pupils[grade - 1] * REPEATED
            following[grade] += pupils[grade - 1] * PROMOTED[grade - 1]
        reached += following[last - 1]
        following[last - 1] = Fraction(0)  # who has reached it is counted once
        pupils = following
    return reached


@pytest.mark.parametrize("last", [2, 3, 4, 5, 6])
def test_survival_is_that_of_the_reconstructed_cohort(last: int) -> None:
    survival = flow(f"survival_rate_to_{last}")
    assert survival is not None
    assert 0 <= survival - reconstructed(last, 60) < Fraction(1, 10**40)
    assert survival > reconstructed(last, last - 1)  # those who never repeat


def test_survival_is_worked_by_hand() -> None:
    assert flow("survival_rate_to_5") == Fraction(8, 9) ** 4 == Fraction(4096, 6561)
    assert flow("survival_rate_to_6") == Fraction(4096, 6561) * Fraction(17, 18)
    assert flow("cumulative_dropout_rate_primary") == 1 - Fraction(34816, 59049)


def level(code: str) -> tuple[tuple[str, str], ...]:
    return (("level", code),)


def test_transition_reaches_into_the_next_year_and_level() -> None:
    indicators = evaluated(
        {
            ("last_grade_enrolment", level("primary")): [500, 535],
            ("last_grade_repeaters", level("primary")): [20, 25],
            ("new_entrants", level("lower_secondary")): [400, 418],
        }
    )
    assert value(indicators, "transition_rate_to_lower_secondary") == Fraction(418, 500)
    assert value(indicators, "effective_transition_rate_to_lower_secondary") == Fraction(418, 475)
    assert value(indicators, "transition_rate_to_lower_secondary", NEXT) is None


def test_completion_is_expected_from_intake_and_survival() -> None:
    columns = by_grade() | {
        ("new_entrants", level("primary")): [990, 1000],
        ("population_of_entrance_age", level("primary")): [1000, 1000],
    }
    indicators = evaluated(columns)
    expected = value(indicators, "expected_gross_intake_ratio_to_last_grade")
    assert expected == Fraction(99, 100) * Fraction(34816, 59049)


def rates_of(facts: list[tuple[str, str, dict[str, str]]]) -> dict[str, Any]:
    """What one bulletin gives: its figures, by id and categories."""
    bulletin = es.Bulletin([es.Fact(f"uis.{i}", f, categories=c) for i, f, c in facts])
    found = {}
    for computed in es.evaluate(bulletin, UIS):
        categories = ",".join(f"{k}={v}" for k, v in sorted(dict(computed.categories).items()))
        name = computed.indicator.removeprefix("uis.") + (f"[{categories}]" if categories else "")
        found[name] = computed.value
    return found


PRIMARY = {"level": "primary"}


def test_participation_in_a_bulletin() -> None:
    rates = rates_of(
        [
            ("enrolment", "1050人", PRIMARY),
            ("enrolment_of_official_age", "950人", PRIMARY),
            ("population_of_official_age", "1000人", PRIMARY),
            ("new_entrants", "210人", PRIMARY),
            ("new_entrants_of_official_age", "180人", PRIMARY),
            ("population_of_entrance_age", "200人", PRIMARY),
            ("last_grade_enrolment", "160人", PRIMARY),
            ("last_grade_repeaters", "10人", PRIMARY),
            ("population_of_last_grade_age", "200人", PRIMARY),
            ("graduates", "140人", PRIMARY),
            ("population_of_graduation_age", "200人", PRIMARY),
            ("teachers", "60人", PRIMARY),
            ("qualified_teachers", "50人", PRIMARY),
        ]
    )
    assert rates["gross_enrolment_ratio[level=primary]"].base_value == Fraction(105, 100)
    assert rates["net_enrolment_rate[level=primary]"].base_value == Fraction(95, 100)
    assert rates["gross_intake_ratio[level=primary]"].base_value == Fraction(105, 100)
    assert rates["net_intake_rate[level=primary]"].base_value == Fraction(90, 100)
    last = rates["gross_intake_ratio_to_last_grade[level=primary]"]
    assert last.base_value == Fraction(160 - 10, 200)
    assert rates["gross_graduation_ratio[level=primary]"].base_value == Fraction(70, 100)
    assert rates["pupil_teacher_ratio[level=primary]"].base_value == Fraction(35, 2)
    assert rates["pupil_qualified_teacher_ratio[level=primary]"].base_value == 21
    assert rates["percentage_of_qualified_teachers[level=primary]"].base_value == Fraction(5, 6)
    assert "repetition_rate" not in "".join(rates)  # a bulletin knows one year


def test_completion_rate_is_of_those_three_to_five_years_older() -> None:
    rates = rates_of(
        [
            ("completers", "270人", PRIMARY),
            ("population_after_graduation_age", "300人", PRIMARY),
        ]
    )
    assert rates["completion_rate[level=primary]"].base_value == Fraction(9, 10)


def test_school_life_expectancy_adds_up_the_ages() -> None:
    facts = []
    for age in range(6, 25):
        enrolled = 900 if age < 15 else 600 if age < 18 else 200 if age < 22 else 0
        facts.append(("enrolment_by_age", f"{enrolled}人", {"age": str(age)}))
        facts.append(("population_by_age", "1000人", {"age": str(age)}))
    # nine years at 90 %, three at 60 %, four at 20 %
    assert rates_of(facts)["school_life_expectancy"].base_value == Fraction("10.7")


def test_unknown_ages_are_spread_over_their_level() -> None:
    rates = rates_of(
        [
            ("enrolment_of_unknown_age", "50人", PRIMARY),
            ("population_of_official_age", "1000人", PRIMARY),
            ("theoretical_duration", "6年", PRIMARY),
        ]
    )
    assert rates["years_of_unknown_age[level=primary]"] == es.Quantity(Fraction("0.3"), "年")


def sexes(female: str, male: str) -> list[tuple[str, str, dict[str, str]]]:
    facts = []
    for sex, enrolled in (("female", female), ("male", male)):
        facts.append(("enrolment", enrolled, {"level": "primary", "sex": sex}))
        facts.append(("population_of_official_age", "100人", {"level": "primary", "sex": sex}))
    return facts


@pytest.mark.parametrize(
    ("female", "male", "index", "adjusted"),
    [  # the example of the glossary: 40 % and 50 %, and the other way round
        ("40人", "50人", Fraction(4, 5), Fraction(4, 5)),
        ("50人", "40人", Fraction(5, 4), Fraction(6, 5)),
        ("50人", "50人", Fraction(1), Fraction(1)),
    ],
)
def test_parity_and_adjusted_parity(
    female: str, male: str, index: Fraction, adjusted: Fraction
) -> None:
    rates = rates_of(sexes(female, male))
    above = rates["gender_parity_index_above_one[level=primary]"].base_value
    plain = rates["gender_parity_index_of_gross_enrolment_ratio[level=primary]"].base_value
    assert plain == index
    assert adjusted == (plain if plain <= 1 else above)
    assert above <= adjusted <= plain


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("1.20", "consistent"),
        ("1.25", "consistent"),
        ("1.30", "impossible"),
        ("1.10", "impossible"),
    ],
)
def test_a_printed_adjusted_index_lies_between_both_branches(printed: str, verdict: str) -> None:
    facts = [
        es.Fact("uis.gross_enrolment_ratio", "50.0%", categories=PRIMARY | {"sex": "female"}),
        es.Fact("uis.gross_enrolment_ratio", "40.0%", categories=PRIMARY | {"sex": "male"}),
        es.Fact("uis.adjusted_gender_parity_index", printed, categories=PRIMARY),
    ]
    assert es.audit(es.Bulletin(facts), UIS).verdict == verdict


def test_spending_shares() -> None:
    rates = rates_of(
        [
            ("education_expenditure", "20亿元", {}),
            ("education_expenditure", "8亿元", PRIMARY),
            ("current_education_expenditure", "18亿元", {}),
            ("government_expenditure", "100亿元", {}),
            ("gross_domestic_product", "500亿元", {}),
            ("population", "100万人", {}),
            ("enrolment", "8万人", PRIMARY),
        ]
    )
    assert rates["expenditure_share_of_gdp"].base_value == Fraction(4, 100)
    assert rates["expenditure_share_of_government"].base_value == Fraction(20, 100)
    assert rates["current_share_of_expenditure"].base_value == Fraction(90, 100)
    assert rates["expenditure_share_of_level[level=primary]"].base_value == Fraction(40, 100)
    per_pupil = rates["expenditure_per_pupil_share_of_gdp_per_capita[level=primary]"]
    assert per_pupil.base_value == Fraction(10_000, 50_000)


def test_every_item_has_labels_and_a_source() -> None:
    for item in [*UIS.measures, *UIS.indicators, *UIS.relations]:
        assert item.label.zh
        assert item.label.en
        assert item.source
