# SPDX-License-Identifier: Apache-2.0
"""Nothing that is no exact number gets in, by no door, and nothing is changed on its way in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import numpy
import pytest

import edustat as es
from cities import TREE, panel, two_months
from conftest import VALUES

REFUSED = [0.5, 2.0, float("nan"), True, numpy.float32(0.5), numpy.float64(2), numpy.int64(2), 2j]
EXACT = [3, 2**60 + 1, -(2**64), Decimal("0.12"), Decimal("2"), Fraction(1, 3), Fraction(2)]
COUNTS_REFUSED = [*REFUSED, Decimal("2"), Decimal("0.12"), Fraction(2), Fraction(1, 3), "2"]
COUNTS_TOO_LARGE = [2**60 + 1, -(2**60) - 1]

# The functions that ask for a float by name, and measures, which take columns of them.
COLUMNS = ("values", "weights", "per")
TAKE_FLOATS = {
    "from_double": ("value",),
    "coefficient_of_variation": COLUMNS,
    "gini": COLUMNS,
    "exact_gini": COLUMNS,
    "theil_t": COLUMNS,
    "theil_l": COLUMNS,
    "lorenz": COLUMNS,
    "theil_decomposition": COLUMNS,
    "atkinson": (*COLUMNS, "epsilon"),
    "generalised_entropy": (*COLUMNS, "alpha"),
    # Its shares are exact: see test_dispersion.py.
    "ratio_of_shares": (*COLUMNS, "top", "bottom"),
}

PERSON = es.Dimension(es.Kind("person", "counting"))
UNIT = es.Unit.parse("元")
FIGURE = es.Figure("1024元")
HALF = es.Interval.parse("[1/2, 1)")
FINDINGS = es.Relation("a == b").check({"a": ["1"], "b": ["1"]})
BULLETIN = es.Bulletin([es.Fact("school_improvement.started_area", "1平方米")])
CATALOGUE = es.Catalogue.builtin("school_improvement")
AUDIT = es.audit(BULLETIN, CATALOGUE)
PANEL = panel(
    {**two_months([1] * 8, "started_area"), "planned_area": [2] * 8},
    columns=["started_area", "planned_area"],
    catalogue=CATALOGUE,
)
ROLL_UP = es.RollUp(TREE)
VARIATION = es.coefficient_of_variation([1, 4])  # 3/5
NEEDED = [
    "teachers",
    "teachers_above_required_degree",
    "teachers_mid_title",
    "teaching_area",
    "sports_area",
    "equipment_value",
    "computers",
    "books",
]
TWO_STAGES = {"primary_pupils": [1], "junior_pupils": [1]} | {name: [1] for name in NEEDED}
WITH_SENIORS = {"primary_pupils": [1], "senior_pupils": [1]} | {name: [1] for name in NEEDED}
INDICATORS = es.evaluate(PANEL, CATALOGUE)
# Composite scores take tables of measured values, in which a float is at home.
SCORED = [[1, 9], [5, 2]]


class Door(NamedTuple):
    """A parameter through which a number enters, and how to see what arrived."""

    name: str
    enter: Callable[[Any], Any]
    arrived: Callable[[Any], Any] | None = None  # None for counts


def third_of(decimal: Decimal) -> Fraction:
    """Forty places of 1/3 are as good as 1/3; everything else here has an end."""
    return Fraction(1, 3) if decimal == Decimal("0." + 40 * "3") else Fraction(decimal)


def same(value: Any) -> Any:
    return value


def exact(value: Any) -> Fraction:
    """An exact number as a fraction, so that a call can be compared with what it was given."""
    is_exact = isinstance(value, int | Fraction | Decimal) and value == value
    return Fraction(value) if is_exact else Fraction(1)


FAR = 10**30


def recognised(value: Any, *, prints: Any = FAR, total: Any = FAR, scale: Any = 1) -> Any:
    """One figure and its print, far apart."""
    return es.recognise_balance([value], [prints], total, scale=scale)


def stepped(recognise: Callable[..., Any], step: Any, *prints: Any) -> bool:
    """Only of multiples of this step is it the ordinary rounding of half as much again."""
    value = exact(step) * 3 / 2
    values = [value] if recognise is es.recognise_balance else [[value]]
    return bool(recognise(values, *prints, step=step).kind == "ordinary")


def books_of(schools: dict[str, list[int]], **shares: Any) -> Fraction:
    """What falls on the primary stage of one book."""
    assessment = es.balanced_development(schools, **shares)
    return next(one for one in assessment.indicators if one.id == "b_books").amounts[0]


NOTHING = es.Bulletin([])
CATALOGUE = es.Catalogue.builtin("progress")

DOORS = [
    Door("Interval.exactly value", es.Interval.exactly, lambda i: i.low),
    Door("Interval.at_least low", es.Interval.at_least, lambda i: i.low),
    Door("Interval.closed low", lambda v: es.Interval.closed(v, 2**70), lambda i: i.low),
    Door("Interval.closed high", lambda v: es.Interval.closed(-(2**70), v), lambda i: i.high),
    Door(
        "Interval.contains value",
        lambda v: [es.Interval.at_least(v).contains(v), es.Interval.exactly(v).contains(v), v],
        lambda found: found[2] if found[:2] == [True, True] else None,
    ),
    Door(
        "Interval.__contains__ value",
        lambda v: v if v in es.Interval.everything() else None,
        same,
    ),
    Door("Interval.pow exponent", HALF.pow),
    Door("balanced_round parts", lambda v: es.balanced_round([v], 40).total, third_of),
    Door("balanced_round places", lambda v: es.balanced_round([1], v)),
    Door("balanced_round step", lambda v: es.balanced_round([v], step=v).total, Fraction),
    Door(
        "balanced_round scale",
        lambda v: v if es.balanced_round([exact(v)], 40, scale=v).total == 1 else None,
        same,
    ),
    Door("balanced_round total", lambda v: es.balanced_round([v], 2, total=v).total, Fraction),
    Door("balanced_table rows", lambda v: es.balanced_table([[v]], 40).total, third_of),
    Door("balanced_table places", lambda v: es.balanced_table([[1]], v)),
    Door("balanced_table step", lambda v: es.balanced_table([[v]], step=v).total, Fraction),
    Door(
        "balanced_table scale",
        lambda v: v if es.balanced_table([[exact(v)]], 40, scale=v).total == 1 else None,
        same,
    ),
    Door(
        "balanced_shares weights",
        lambda v: v if es.balanced_shares([v, exact(v)], 40).shares == [50, 50] else None,
        same,
    ),
    Door("balanced_shares places", lambda v: es.balanced_shares([1], v)),
    Door("balanced_shares whole", lambda v: es.balanced_shares([1], whole=v).whole, Fraction),
    Door(
        "apportion weights",
        lambda v: v if es.apportion([v, 999_999 * exact(v)], 10**6) == [1, 999_999] else None,
        same,
    ),
    Door("apportion total", lambda v: es.apportion([1], v)),
    Door(
        "is_within_quota weights",
        lambda v: v if es.is_within_quota([v, 999_999 * exact(v)], [1, 999_999]) else None,
        same,
    ),
    Door("is_within_quota counts", lambda v: es.is_within_quota([1], [v])),
    Door("recognise_balance values", lambda v: recognised(v).beyond[0].value, lambda i: i.low),
    Door(
        "recognise_balance prints",
        lambda v: recognised(FAR, prints=v).beyond[0].printed,
        Fraction,
    ),
    Door("recognise_balance total", lambda v: recognised(0, total=v).beyond[-1].printed, Fraction),
    Door(
        "recognise_balance step",
        lambda v: v if stepped(es.recognise_balance, v, [v], v) else None,
        same,
    ),
    Door(
        "recognise_balance scale",
        lambda v: 1 / recognised(1, scale=v).beyond[0].value.low,
        same,
    ),
    Door(
        "recognise_balanced_table values",
        lambda v: es.recognise_balanced_table([[v]], [[FAR, FAR], [FAR, FAR]]).beyond[0].value,
        lambda i: i.low,
    ),
    Door(
        "recognise_balanced_table prints",
        lambda v: es.recognise_balanced_table([[FAR]], [[v, 0], [0, 0]]).beyond[0].printed,
        Fraction,
    ),
    Door(
        "recognise_balanced_table step",
        lambda v: v if stepped(es.recognise_balanced_table, v, [[v, v], [v, v]]) else None,
        same,
    ),
    Door(
        "recognise_balanced_table scale",
        lambda v: (
            1
            / es.recognise_balanced_table([[1]], [[FAR, FAR], [FAR, FAR]], scale=v)
            .beyond[0]
            .value.low
        ),
        same,
    ),
    Door("Dimension.pow exponent", PERSON.pow),
    Door("Dimension.__init__ factors", lambda v: es.Dimension([(es.Kind("a", "counting"), v)])),
    Door("Unit.__init__ factor", lambda v: es.Unit("x", "", PERSON, v).factor, same),
    Door("Unit.pow exponent", UNIT.pow),
    Door("Quantity.__init__ value", lambda v: es.Quantity(v, "元"), lambda q: q.value),
    Door("Quantity.__mul__ other", lambda v: es.Quantity(1, "元") * v, lambda q: q.value),
    Door("Quantity.__rmul__ other", lambda v: v * es.Quantity(1, "元"), lambda q: q.value),
    Door("Quantity.__truediv__ other", lambda v: es.Quantity(1, "元") / v, lambda q: 1 / q.value),
    Door("Quantity.pow exponent", es.Quantity(2, "元").pow),
    Door(
        "Figure.__init__ last_place",
        lambda v: es.Figure("0元", last_place=v),
        lambda f: f.last_place,
    ),
    Door(
        "Figure.with_last_place last_place",
        lambda v: es.Figure("0元").with_last_place(v),
        lambda f: f.last_place,
    ),
    Door("round_to value", lambda v: es.round_to(v, 40), third_of),
    Door("round_to places", lambda v: es.round_to(1, v)),
    Door(
        "round_to step",
        lambda v: es.round_to(v, step=v) if v > 0 else es.round_to(0, step=v),
        lambda d: Fraction(d),
    ),
    Door(
        "slips figure",
        lambda v: (
            es.slips(v, es.Interval.everything())
            or es.slips(v, es.Interval.exactly(-Fraction(v)), precision="exact")
        ),
        lambda found: -next(s.figure.value for s in found if s.kind == "sign") if found else 0,
    ),
    Door("slips most", lambda v: es.slips("1人", es.Interval.exactly(2), most=v)),
    Door("hypotheses most", lambda v: es.hypotheses(NOTHING, CATALOGUE, most=v)),
    Door("Suspect.__init__ fact", lambda v: es.Suspect(v, es.Interval.everything())),
    Door("Suspect.__init__ besides", lambda v: es.Suspect(0, es.Interval.everything(), [v])),
    Door("from_double places", lambda v: es.from_double(0.5, v)),
    Door("render places", lambda v: es.render(es.Quantity(1, "元"), places=v)),
    Door(
        "check figures",
        lambda v: es.check("a == a * b", a=v, b=1).inputs[0].figure.value,
        same,
    ),
    Door(
        "Relation.check columns",
        lambda v: es.Relation("a == b").check({"a": [v], "b": [v]})[0].inputs[0].figure.value,
        same,
    ),
    Door("Fact.__init__ figure", lambda v: es.Fact("a", v).figure, lambda f: f.value),
    Door("Findings.__getitem__ row", FINDINGS.__getitem__),
    Door("Bulletin.__getitem__ index", BULLETIN.__getitem__),
    Door("Audit.__getitem__ index", AUDIT.__getitem__),
    Door("Period.month year", lambda v: es.Period.month(v, 1)),
    Door("Period.month month", lambda v: es.Period.month(2016, v)),
    Door("Period.year year", es.Period.year),
    Door("Period.of_months first_month", lambda v: es.Period.of_months(v, 2**31 - 1)),
    Door("Period.of_months last_month", lambda v: es.Period.of_months(0, v)),
    Door("Period.instant year", lambda v: es.Period.instant(v, 1)),
    Door("Period.instant month", lambda v: es.Period.instant(2016, v)),
    Door("Period.shifted_by_months months", es.Period.year(2016).shifted_by_months),
    Door("Column.__init__ places", lambda v: es.Column("a", places=v)),
    Door("Panel.from_arrow threads", lambda v: panel(two_months([1] * 8), threads=v)),
    Door("RollUp.add threads", lambda v: ROLL_UP.add(PANEL, threads=v)),
    Door("RollUp.finish threads", lambda v: ROLL_UP.finish(threads=v)),
    Door("roll_up threads", lambda v: es.roll_up(PANEL, threads=v)),
    Door("evaluate threads", lambda v: es.evaluate(PANEL, CATALOGUE, threads=v)),
    Door("audit threads", lambda v: es.audit(PANEL, CATALOGUE, threads=v)),
    Door("Indicators.rank threads", lambda v: INDICATORS.rank("start_rate", threads=v)),
    Door(
        "CoefficientOfVariation.compare threshold",
        lambda v: v if VARIATION.compare(v) == (v < 0.6) - (v > 0.6) else None,
        same,
    ),
    Door(
        "CoefficientOfVariation.distance threshold",
        lambda v: v if VARIATION.distance(v) == float(Fraction(v) - Fraction(0.6)) else None,
        same,
    ),
    Door("CoefficientOfVariation.rounded places", VARIATION.rounded),
    Door("balanced_development places", lambda v: es.balanced_development(TWO_STAGES, places=v)),
    Door(
        "balanced_development primary_share",
        lambda v: books_of(TWO_STAGES, primary_share=v),
        lambda books: books * Fraction(11, 10) / (1 - books),
    ),
    Door(
        "balanced_development junior_share",
        lambda v: books_of(TWO_STAGES, junior_share=v),
        lambda books: 1 / books - 1,
    ),
    Door(
        "balanced_development senior_share",
        lambda v: books_of(WITH_SENIORS, senior_share=v),
        lambda books: 1 / books - 1,
    ),
    Door("entropy_weights threads", lambda v: es.entropy_weights(SCORED, threads=v)),
    Door("topsis threads", lambda v: es.topsis(SCORED, threads=v)),
    Door("weight_sensitivity draws", lambda v: es.weight_sensitivity(SCORED, draws=v)),
    Door("weight_sensitivity seed", lambda v: es.weight_sensitivity(SCORED, seed=v)),
    Door("Place.__init__ line", lambda v: es.Place(line=v)),
    Door("Place.__init__ column", lambda v: es.Place(column=v)),
]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_inexact_numbers_are_refused(door: Door) -> None:
    for value in COUNTS_REFUSED if door.arrived is None else REFUSED:
        if isinstance(value, numpy.int64) and "__rmul__" in door.name:
            continue  # NumPy itself makes it an int
        with pytest.raises(TypeError):
            door.enter(value)


@pytest.mark.parametrize(
    "door", [door for door in DOORS if door.arrived is not None], ids=lambda door: door.name
)
def test_exact_numbers_arrive_unchanged(door: Door) -> None:
    arrivals = 0
    for value in EXACT:
        try:
            result = door.enter(value)
        except (es.Error, TypeError):
            continue  # a limit, a sign, a fraction without end: said, not changed
        assert door.arrived is not None
        arrived = door.arrived(result)
        assert arrived == value, (door.name, value, arrived)
        arrivals += 1
    assert arrivals >= 3


@pytest.mark.parametrize(
    "door",
    # A seed has 64 bits: see test_composite_input.py.
    [door for door in DOORS if door.arrived is None and "seed" not in door.name],
    ids=lambda door: door.name,
)
def test_counts_beyond_int_are_refused(door: Door) -> None:
    for value in COUNTS_TOO_LARGE:
        with pytest.raises((es.LimitError, IndexError)):
            door.enter(value)


@pytest.mark.parametrize("value", [0.1, True, numpy.float32(0.5)])
def test_the_refusal_says_what_to_do(value: object) -> None:
    with pytest.raises(TypeError) as caught:
        es.Quantity(value, "元")  # type: ignore[arg-type]
    english, chinese = str(caught.value).splitlines()
    assert repr(value) in english
    assert english.startswith("cannot take")
    assert repr(value) in chinese
    assert chinese.startswith("不能把")


NUMBER = re.compile(r"\b(int|float|Fraction|Decimal|complex)\b")
CALLABLE = re.compile(r"Callable\[\[[^]]*\], \w+\]")  # what is called takes it, we give it


def signatures(function: Any) -> Iterator[str]:
    """The parameters of every overload, as the documentation shows them."""
    yield from re.findall(r"^(?:\d+\. )?\w+\((.*)\) -> ", function.__doc__ or "", re.MULTILINE)


def functions() -> Iterator[tuple[str, Any]]:
    """Every exported function, constructor and method, under its name."""
    for name in es.__all__:
        exported = getattr(es, name)
        if not isinstance(exported, type):
            if callable(exported):
                yield name, exported
        elif not issubclass(exported, Exception):
            for member, function in vars(exported).items():
                if callable(function) or isinstance(function, staticmethod):
                    yield f"{name}.{member}", getattr(exported, member)


def test_every_door_is_known() -> None:
    known = {door.name for door in DOORS}
    found = set()
    for name, function in functions():
        for signature in signatures(function):
            for parameter in re.split(r", (?=\w+: )", signature):
                word, _, kind = parameter.partition(": ")
                if NUMBER.search(CALLABLE.sub("", kind.partition(" = ")[0])):
                    found.add(f"{name} {word}")
    floats = {f"{name} {word}" for name, words in TAKE_FLOATS.items() for word in words}
    assert found - floats <= known, found - floats - known
    assert len(found) > 20


def instances() -> dict[str, Any]:
    """One object of every class that has methods."""
    found = {type(value).__name__: value for value in VALUES}
    found |= {"Audit": AUDIT, "Catalogue": CATALOGUE, "Findings": FINDINGS}
    found |= {"Panel": PANEL, "RollUp": ROLL_UP, "Indicators": INDICATORS}
    found |= {"Totals": INDICATORS.totals, "Series": PANEL.series[0]}
    found |= {"Table": INDICATORS.to_table(), "Column": es.Column("a")}
    found["Finding"] = FINDINGS[0]
    return found


@pytest.mark.parametrize("value", REFUSED, ids=repr)
def test_functions_of_other_things_take_no_number_either(value: Any) -> None:
    # A consumer may ask for a schema; what it asks for is no number and changes none.
    allowed = {"__eq__", "__ne__", "__init__", "__new__", "__class__", "__arrow_c_stream__"}
    for name, function in functions():
        if name.split(".")[-1] in allowed or name in TAKE_FLOATS:
            continue
        count = max((signature.count(": ") for signature in signatures(function)), default=0)
        has_self = any(signature.startswith("self") for signature in signatures(function))
        for number in range(1, count + 1 - has_self):
            arguments = [value] * number
            if has_self:
                instance = instances().get(name.split(".")[0])
                if instance is None:
                    continue
                arguments = [instance, *arguments]
            try:
                result = function(*arguments)
            except (TypeError, es.Error):
                continue
            assert result is NotImplemented or name.endswith("__deepcopy__"), (name, result)


@pytest.mark.parametrize("read", [es.Figure, es.parse_number])
@pytest.mark.parametrize("value", [0.1, True])
def test_a_figure_says_why_it_refuses_a_float(read, value):
    with pytest.raises(TypeError, match="cannot take the"):
        read(value)
