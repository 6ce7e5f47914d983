# SPDX-License-Identifier: Apache-2.0
"""The ends of intervals, found another way than the library finds them.

An operand is cut at zero into what lies below, zero itself, and what lies above; between pieces of
one sign every operation is monotone, and the result is the hull of what the pieces give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from oracle import POWER_LIMIT, Number, Refused, number, text_of


class Interval(NamedTuple):
    """An end is None where there is none."""

    low: Number | None
    low_closed: bool
    high: Number | None
    high_closed: bool


class Piece(NamedTuple):
    """The sizes of numbers of one sign; for sign 0 only 0. `high` is None without an end."""

    sign: int
    low: Number
    low_closed: bool
    high: Number | None
    high_closed: bool


ZERO = (0, 1)
ZERO_PIECE = Piece(0, ZERO, True, ZERO, True)


def is_less(left: Number, right: Number) -> bool:
    return left[0] * right[1] < right[0] * left[1]


def is_same(left: Number, right: Number) -> bool:
    return left[0] * right[1] == right[0] * left[1]


def product(left: Number, right: Number) -> Number:
    return left[0] * right[0], left[1] * right[1]


def total(left: Number, right: Number) -> Number:
    return left[0] * right[1] + right[0] * left[1], left[1] * right[1]


def minus(value: Number) -> Number:
    return -value[0], value[1]


def is_empty(interval: Interval) -> bool:
    low, low_closed, high, high_closed = interval
    if low is None or high is None:
        return False
    return is_less(high, low) or (is_same(low, high) and not (low_closed and high_closed))


def read(text: str) -> Interval:
    """`[1/2, 3/4)`; refuses one that holds nothing."""
    low, high = text[1:-1].split(", ")
    interval = Interval(
        None if low == "-inf" else number(low),
        text[0] == "[",
        None if high == "inf" else number(high),
        text[-1] == "]",
    )
    if is_empty(interval):
        raise Refused("StructureError")
    return interval


def written(interval: Interval | None) -> str:
    if interval is None:
        return "nothing"
    low, low_closed, high, high_closed = interval
    return (
        ("[" if low is not None and low_closed else "(")
        + ("-inf" if low is None else text_of(*low))
        + ", "
        + ("inf" if high is None else text_of(*high))
        + ("]" if high is not None and high_closed else ")")
    )


def hull_of(intervals: Iterable[Interval]) -> Interval | None:
    result: Interval | None = None
    for interval in intervals:
        result = interval if result is None else wider(result, interval)
    return result


def wider(left: Interval, right: Interval) -> Interval:
    low, low_closed = left.low, left.low_closed
    if low is not None:
        if right.low is None or is_less(right.low, low):
            low, low_closed = right.low, right.low_closed
        elif is_same(right.low, low):
            low_closed = low_closed or right.low_closed
    high, high_closed = left.high, left.high_closed
    if high is not None:
        if right.high is None or is_less(high, right.high):
            high, high_closed = right.high, right.high_closed
        elif is_same(right.high, high):
            high_closed = high_closed or right.high_closed
    return Interval(low, low_closed, high, high_closed)


# --- pieces ---------------------------------------------------------------------------------------


def pieces_of(interval: Interval) -> list[Piece]:
    low, low_closed, high, high_closed = interval
    pieces = []
    if low is None or low[0] < 0:
        near = (minus(high), high_closed) if high is not None and high[0] < 0 else (ZERO, False)
        far = (None, False) if low is None else (minus(low), low_closed)
        pieces.append(Piece(-1, *near, *far))
    above_low = low is None or low[0] < 0 or (low[0] == 0 and low_closed)
    if above_low and (high is None or high[0] > 0 or (high[0] == 0 and high_closed)):
        pieces.append(ZERO_PIECE)
    if high is None or high[0] > 0:
        near = (low, low_closed) if low is not None and low[0] > 0 else (ZERO, False)
        pieces.append(Piece(1, *near, high, high_closed and high is not None))
    return pieces


def with_sign(piece: Piece) -> Interval:
    sign, low, low_closed, high, high_closed = piece
    if sign >= 0:
        return Interval(low, low_closed, high, high_closed)
    return Interval(None if high is None else minus(high), high_closed, minus(low), low_closed)


def times(left: Piece, right: Piece) -> Piece:
    if left.sign == 0 or right.sign == 0:
        return ZERO_PIECE
    high = None
    if left.high is not None and right.high is not None:
        high = product(left.high, right.high)
    return Piece(
        left.sign * right.sign,
        product(left.low, right.low),
        left.low_closed and right.low_closed,
        high,
        high is not None and left.high_closed and right.high_closed,
    )


def inverse(piece: Piece) -> Piece:
    """Of a piece other than zero."""
    sign, low, low_closed, high, high_closed = piece
    return Piece(
        sign,
        ZERO if high is None else (high[1], high[0]),
        high is not None and high_closed,
        (low[1], low[0]) if low[0] else None,
        low[0] != 0 and low_closed,
    )


def raised(piece: Piece, exponent: int) -> Piece:
    sign, low, low_closed, high, high_closed = piece
    return Piece(
        sign**exponent,
        (low[0] ** exponent, low[1] ** exponent),
        low_closed,
        None if high is None else (high[0] ** exponent, high[1] ** exponent),
        high_closed,
    )


# --- operations -----------------------------------------------------------------------------------


def negate(text: str) -> str:
    return written(negated(read(text)))


def negated(interval: Interval) -> Interval:
    low, low_closed, high, high_closed = interval
    return Interval(
        None if high is None else minus(high),
        high_closed,
        None if low is None else minus(low),
        low_closed,
    )


def plus(left: Interval, right: Interval) -> Interval:
    return Interval(
        None if left.low is None or right.low is None else total(left.low, right.low),
        left.low_closed and right.low_closed,
        None if left.high is None or right.high is None else total(left.high, right.high),
        left.high_closed and right.high_closed,
    )


def add(left: str, right: str) -> str:
    return written(plus(read(left), read(right)))


def subtract(left: str, right: str) -> str:
    return written(plus(read(left), negated(read(right))))


def multiply(left: str, right: str) -> str:
    a, b = pieces_of(read(left)), pieces_of(read(right))
    return written(hull_of(with_sign(times(x, y)) for x in a for y in b))


def quotient(left: Interval, right: Interval) -> Interval | None:
    divisors = [inverse(piece) for piece in pieces_of(right) if piece.sign]
    return hull_of(with_sign(times(x, y)) for x in pieces_of(left) for y in divisors)


def divide(left: str, right: str) -> str:
    return written(quotient(read(left), read(right)))


def power(exponent: str, text: str) -> str:
    n, interval = int(exponent), read(text)
    if abs(n) > POWER_LIMIT:
        return "LimitError"
    if n == 0:
        return "[1, 1]"
    pieces = pieces_of(interval)
    if n < 0:
        pieces = [inverse(piece) for piece in pieces if piece.sign]
    return written(hull_of(with_sign(raised(piece, abs(n))) for piece in pieces))


def common(left: Interval, right: Interval) -> Interval:
    """What lies in both, which may be nothing."""
    low, low_closed = left.low, left.low_closed
    if low is None or (right.low is not None and is_less(low, right.low)):
        low, low_closed = right.low, right.low_closed
    elif right.low is not None and is_same(low, right.low):
        low_closed = low_closed and right.low_closed
    high, high_closed = left.high, left.high_closed
    if high is None or (right.high is not None and is_less(right.high, high)):
        high, high_closed = right.high, right.high_closed
    elif right.high is not None and is_same(high, right.high):
        high_closed = high_closed and right.high_closed
    return Interval(low, low_closed, high, high_closed)


def intersect(left: str, right: str) -> str:
    both = common(read(left), read(right))
    return "nothing" if is_empty(both) else written(both)


def hull(left: str, right: str) -> str:
    return written(wider(read(left), read(right)))


def order(left: str, right: str) -> str:
    """A value of the left one, less one of the right one, lies below 0 and can be as near."""
    difference = plus(read(left), negated(read(right)))
    low, low_closed = difference.low, difference.low_closed
    is_below = low is None or low[0] < 0
    reaches = is_below or (low is not None and low[0] == 0 and low_closed)
    return f"{'less' if is_below else 'not less'}, {'at most' if reaches else 'not at most'}"


def contains(value: str, text: str) -> str:
    point = number(value)
    inside = common(read(text), Interval(point, True, point, True))
    return "outside" if is_empty(inside) else "inside"


INTERVAL_ORACLES: dict[str, Callable[..., str]] = {
    "interval": lambda text: written(read(text)),
    "interval_negate": negate,
    "interval_add": add,
    "interval_subtract": subtract,
    "interval_multiply": multiply,
    "interval_divide": divide,
    "interval_power": power,
    "interval_intersect": intersect,
    "interval_hull": hull,
    "interval_order": order,
    "interval_contains": contains,
}
