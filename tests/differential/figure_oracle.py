# SPDX-License-Identifier: Apache-2.0
"""What a printed figure may stand for, read again from its print.

A print is so many steps of its last place, `step`, each worth numerator / denominator base units.
"""

from __future__ import annotations

import re

from interval_oracle import Interval, is_less, minus, quotient, total, wider, written
from oracle import Number, number, text_of

SCALES = {"": 0, "万": 4, "亿": 8, "万亿": 12, "千万": 7}
UNITS: dict[str, Number] = {
    "": (1, 1),
    "人": (1, 1),
    "所": (1, 1),
    "册": (1, 1),
    "人次": (1, 1),
    "平方米": (1, 1),
    "元": (1, 1),
    "公顷": (10000, 1),
    "亩": (2000, 3),
    "%": (1, 100),
    "‰": (1, 1000),
    "个百分点": (1, 100),
}
COUNTED = {"人", "所", "册", "人次"}
FIGURE = re.compile(
    "(大约|约|近|超过|不足)?(-?)([0-9,x]+)(?:[.]([0-9]+))?(万亿|千万|万|亿)?"
    "(余|多|以上|左右)?(" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")"
)
RATIO = re.compile("([0-9]+)(?:[.]([0-9]+))?:([0-9]+)(?:[.]([0-9]+))?")


def multiple(count: int, step: Number) -> Number:
    return count * step[0], step[1]


def ends(low: Number, low_closed: bool, high: Number, high_closed: bool) -> Interval:
    return Interval(low, low_closed, high, high_closed)


def shortened(value: Number, step: Number, precision: str) -> Interval:
    """By the rule; `value` is a whole multiple of `step`."""
    sign = (value[0] > 0) - (value[0] < 0)
    half = (step[0], 2 * step[1])
    below, above = total(value, minus(half)), total(value, half)
    if precision == "exact":
        return ends(value, True, value, True)
    if precision == "nearest":
        return ends(below, True, above, True)
    if precision == "half_even":
        is_even = value[0] * step[1] % (2 * step[0] * value[1]) == 0
        return ends(below, is_even, above, is_even)
    if precision == "half_up":
        return ends(below, sign > 0, above, sign < 0)
    low = value if sign > 0 else total(value, minus(step))
    high = value if sign < 0 else total(value, step)
    return ends(low, sign > 0, high, sign < 0)


def approximate(value: Number, place: Number, word: str) -> Interval:
    """By the word; `place` is the worth of the last digit that is not 0."""
    below, above = total(value, minus(place)), total(value, place)
    is_negative = value[0] < 0
    if word in ("超过", "以上"):
        return Interval(value, True, None, False)
    if word in ("余", "多"):
        return ends(below, False, value, True) if is_negative else ends(value, True, above, False)
    if word == "不足":
        return ends(value, False, above, False) if is_negative else ends(below, False, value, False)
    return ends(below, True, above, True)


def ratio(found: re.Match[str], place: str, precision: str) -> str:
    """Each side is kept to its own last place, but a plain 1 is exact beside another number."""
    left, right = (int(found[1] + (found[2] or "")), int(found[3] + (found[4] or "")))
    left_step = (1, 10 ** len(found[2] or ""))
    right_step = (1, 10 ** len(found[4] or ""))
    value = (left * right_step[1], left_step[1] * right)
    if found[3] == "1" and found[4] is None:
        last, interval = left_step, shortened(value, left_step, precision)
    elif found[1] == "1" and found[2] is None:
        # 1:b moves by 1/b^2 times the last place of b
        last = (right_step[1], right * right)
        interval = sides((1, 1), (0, 1), (right, right_step[1]), right_step, precision)
    else:
        last = (right_step[1], left_step[1] * right)
        interval = sides(
            (left, left_step[1]), left_step, (right, right_step[1]), right_step, precision
        )
    if place:
        return declared(value, number(place), precision)
    return f"{text_of(*value)} {text_of(*last)} {written(interval)}"


def sides(
    left: Number, left_step: Number, right: Number, right_step: Number, rule: str
) -> Interval:
    if rule == "exact":
        value = (left[0] * right[1], left[1] * right[0])
        return ends(value, True, value, True)
    above = ends(left, True, left, True) if left_step[0] == 0 else shortened(left, left_step, rule)
    result = quotient(above, shortened(right, right_step, rule))
    assert result is not None
    return result


def declared(value: Number, place: Number, precision: str) -> str:
    if value[0] * place[1] % (value[1] * place[0]):
        return "ParseError"
    return f"{text_of(*value)} {text_of(*place)} {written(shortened(value, place, precision))}"


def figure(text: str, place: str, precision: str) -> str:
    sides_of_ratio = RATIO.fullmatch(text)
    if sides_of_ratio:
        return ratio(sides_of_ratio, place, precision)
    found = FIGURE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    before, sign, whole, fraction, scale, behind, unit = found.groups(default="")
    digits = whole.replace(",", "") + fraction
    shift = SCALES[scale] - len(fraction)
    factor = UNITS[unit]
    step = (factor[0] * 10 ** max(0, shift), factor[1] * 10 ** max(0, -shift))
    if "x" in digits:
        return masked(sign, digits, step, place, precision)
    value = multiple(int(sign + digits), step)
    word = before or behind
    if word:
        trailing = len(digits) - len(digits.rstrip("0"))
        interval = approximate(value, multiple(10**trailing, step), word)
        last = number(place) if place else step
        if value[0] * last[1] % (value[1] * last[0]):
            return "ParseError"
        return f"{text_of(*value)} {text_of(*last)} {written(interval)}"
    if place:
        return declared(value, number(place), precision)
    is_exact = unit in COUNTED and not fraction and not scale
    interval = shortened(value, step, "exact" if is_exact else precision)
    return f"{text_of(*value)} {text_of(*step)} {written(interval)}"


def masked(sign: str, digits: str, step: Number, place: str, precision: str) -> str:
    """Between the print with every mask 0 and with every mask 9."""
    ends_of_print = [multiple(int(sign + digits.replace("x", digit)), step) for digit in "09"]
    last = number(place) if place else step
    if place and any(
        value[0] * last[1] % (value[1] * last[0]) for value in (min_of(ends_of_print), step)
    ):
        return "ParseError"
    zeros, nines = (shortened(value, last, precision) for value in ends_of_print)
    return f"masked {text_of(*last)} {written(wider(zeros, nines))}"


def min_of(values: list[Number]) -> Number:
    return values[1] if is_less(values[1], values[0]) else values[0]
