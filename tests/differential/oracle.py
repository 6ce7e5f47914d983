# SPDX-License-Identifier: Apache-2.0
"""What every operation of the cases must give, worked out with Python's integers alone.

A number is a pair (numerator, denominator above 0), not in lowest terms; each function takes the
operands of a case as texts and gives the expected text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from math import gcd

Number = tuple[int, int]

sys.set_int_max_str_digits(0)

DIGITS_LIMIT = 4096
EXPONENT_LIMIT = 4096
POWER_LIMIT = 64
NUMBER = re.compile(r"([+-]?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?")
FRACTION = re.compile(r"([+-]?[0-9]+)/([0-9]+)")


class Refused(Exception):
    """The library must throw the error of this name."""


def number(text: str) -> Number:
    """A number as the cases write their operands: 12, 12/8, 12.50."""
    top, stroke, bottom = text.partition("/")
    if stroke:
        return int(top), int(bottom)
    whole, point, fraction = text.partition(".")
    if point:
        return int(whole + fraction), 10 ** len(fraction)
    return int(text), 1


def text_of(top: int, bottom: int) -> str:
    """Lowest terms, the sign on top, no denominator 1."""
    common = gcd(top, bottom)
    if bottom < 0:
        common = -common
    if bottom == common:
        return str(top // common)
    return f"{top // common}/{bottom // common}"


# --- arithmetic -----------------------------------------------------------------------------------


def add(left: str, right: str) -> str:
    (a, b), (c, d) = number(left), number(right)
    return text_of(a * d + c * b, b * d)


def subtract(left: str, right: str) -> str:
    (a, b), (c, d) = number(left), number(right)
    return text_of(a * d - c * b, b * d)


def multiply(left: str, right: str) -> str:
    (a, b), (c, d) = number(left), number(right)
    return text_of(a * c, b * d)


def divide(left: str, right: str) -> str:
    (a, b), (c, d) = number(left), number(right)
    return text_of(a * d, b * c) if c else "ZeroError"


def compare(left: str, right: str) -> str:
    (a, b), (c, d) = number(left), number(right)
    difference = a * d - c * b
    return "<" if difference < 0 else ">" if difference else "="


def chain(first: str, second: str, third: str) -> str:
    (a, b), (c, d), (e, f) = number(first), number(second), number(third)
    if e == 0:
        return "ZeroError"
    # (a/b - c/d) / (e/f) * (a/b + e/f) + c/d
    top, bottom = (a * d - c * b) * f * (a * f + e * b), b * d * e * b * f
    return text_of(top * d + c * bottom, bottom * d)


def power(base: str, exponent: str) -> str:
    (a, b), n = number(base), int(exponent)
    if abs(n) > POWER_LIMIT:
        return "LimitError"
    if n >= 0:
        return text_of(a**n, b**n)
    return text_of(b**-n, a**-n) if a else "ZeroError"


def floor(value: str) -> str:
    a, b = number(value)
    return str(a // b)


def ceiling(value: str) -> str:
    a, b = number(value)
    return str(-(-a // b))


def absolute(value: str) -> str:
    a, b = number(value)
    return text_of(abs(a), b)


def reciprocal(value: str) -> str:
    a, b = number(value)
    return text_of(b, a) if a else "ZeroError"


def parts(value: str) -> str:
    a, b = number(value)
    common = gcd(a, b)
    a, b = a // common, b // common
    rest = b
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    kind = "whole" if b == 1 else "decimal" if rest == 1 else "fraction"
    return f"{a} {b} {kind}"


def hexadecimal(value: str) -> str:
    a, b = number(value)
    common = gcd(a, b)
    return f"{a // common:x} {b // common:x} {text_of(a, b)}"


# --- texts ----------------------------------------------------------------------------------------


def read_decimal(text: str) -> tuple[int, int]:
    """The digits with their sign, and the places; of several faults the first one counts."""
    found = NUMBER.match(text)
    if found is None:
        raise Refused("ParseError")
    sign, whole, fraction, exponent = found[1], found[2], found[3] or "", int(found[4] or 0)
    if len(whole) + len(fraction) > DIGITS_LIMIT or abs(exponent) > EXPONENT_LIMIT:
        raise Refused("LimitError")
    if found.end() != len(text):
        raise Refused("ParseError")
    return int(sign + whole + fraction), len(fraction) - exponent


def parse(text: str) -> str:
    found = FRACTION.fullmatch(text)
    if found is None:
        digits, places = read_decimal(text)
        return text_of(digits * 10 ** max(0, -places), 10 ** max(0, places))
    top, bottom = found[1], found[2]
    if len(top.lstrip("+-")) > DIGITS_LIMIT or len(bottom) > DIGITS_LIMIT:
        return "LimitError"
    return text_of(int(top), int(bottom)) if int(bottom) else "ZeroError"


def parse_decimal(text: str) -> str:
    digits, places = read_decimal(text)
    if abs(places) > EXPONENT_LIMIT:
        return "LimitError"
    return f"{places} {decimal_text(digits, places)}"


def decimal_text(digits: int, places: int) -> str:
    """So many units of the last place, written out."""
    if places <= 0:
        return str(digits * 10**-places)
    written = str(abs(digits)).rjust(places + 1, "0")
    return f"{'-' if digits < 0 else ''}{written[:-places]}.{written[-places:]}"


# --- rounding -------------------------------------------------------------------------------------


def rounded(top: int, bottom: int, mode: str) -> int:
    """The whole number; `bottom` is above 0."""
    if mode == "floor":
        return top // bottom
    if mode == "ceiling":
        return -(-top // bottom)
    size, rest = divmod(abs(top), bottom)
    if mode == "half_up":
        size += 2 * rest >= bottom
    elif mode == "half_down":
        size += 2 * rest > bottom
    elif mode == "half_even":
        size += 2 * rest > bottom or (2 * rest == bottom and size & 1)
    elif mode == "up":
        size += rest > 0
    elif mode != "down":
        raise ValueError(mode)
    return -size if top < 0 else size


def round_to_integer(value: str, mode: str) -> str:
    return str(rounded(*number(value), mode))


def round_to(value: str, places: str, mode: str) -> str:
    (a, b), count = number(value), int(places)
    digits = rounded(a * 10 ** max(0, count), b * 10 ** max(0, -count), mode)
    return decimal_text(digits, count)


def round_to_step(value: str, step: str, mode: str) -> str:
    (a, b), (digits, places) = number(value), read_decimal(step)
    if digits <= 0:
        return "StructureError"
    up, down = 10 ** max(0, places), 10 ** max(0, -places)
    return decimal_text(rounded(a * up, b * digits * down, mode) * digits, places)


NUMBER_ORACLES: dict[str, Callable[..., str]] = {
    "add": add,
    "subtract": subtract,
    "multiply": multiply,
    "divide": divide,
    "compare": compare,
    "chain": chain,
    "power": power,
    "floor": floor,
    "ceiling": ceiling,
    "abs": absolute,
    "reciprocal": reciprocal,
    "parts": parts,
    "hex": hexadecimal,
    "parse": parse,
    "decimal": parse_decimal,
    "round_to_integer": round_to_integer,
    "round_to": round_to,
    "round_to_step": round_to_step,
}
