# SPDX-License-Identifier: Apache-2.0
"""The oracles say what was worked out by hand, and a line that does not hold is found."""

from __future__ import annotations

import unittest

from compare import Mismatch, judge

HOLDS = """
add|1/2|1.25|7/4
divide|3|0|ZeroError
compare|9223372036854775808|9223372036854775807|>
chain|1|2|-3|4/3
power|-2/3|-3|-27/8
power|2|65|LimitError
floor|-7/2|-4
parts|6/4|3 2 decimal
hex|-255|-ff 1 -255
parse|+012.50e-1|5/4
parse|1/00|ZeroError
parse|1_000|ParseError
parse|1e4097|LimitError
decimal|1.5E+3|-2 1500
round_to|8.53459|2|half_even|8.53
round_to|-0.04|1|half_up|0.0
round_to|1264|-2|half_up|1300
round_to|-2.5|0|half_even|-2
round_to_step|60.25|0.5|half_even|60.0
round_to_step|1|0|up|StructureError
interval|(1, 1]|StructureError
interval_add|[1/2, 3/4)|(-inf, 1]|(-inf, 7/4)
interval_multiply|[0, 0]|(-inf, 5)|[0, 0]
interval_multiply|(-2, 3]|[-1, 4)|(-8, 12)
interval_divide|[1, 2]|[-1, 1]|(-inf, inf)
interval_divide|[1, 2]|[0, 4]|[1/4, inf)
interval_divide|[1, 1]|[0, 0]|nothing
interval_power|2|(-3, 2]|[0, 9)
interval_power|-1|(0, inf)|(0, inf)
interval_intersect|[1, 2)|[2, 3]|nothing
interval_order|(1, 2]|[0, 1]|not less, not at most
interval_contains|1|[1, 2)|inside
figure|63.82%||nearest|3191/5000 1/10000 [12763/20000, 2553/4000]
figure|112万平方米||truncated|1120000 10000 [1120000, 1130000)
figure|-2.5元||half_up|-5/2 1/10 (-51/20, -49/20]
figure|0.4元||half_even|2/5 1/10 [7/20, 9/20]
figure|410人||nearest|410 1 [410, 410]
figure|410人|10|half_up|410 10 [405, 415)
figure|12000人|7|nearest|ParseError
figure|约120万元||exact|1200000 10000 [1100000, 1300000]
figure|3600余人||nearest|3600 1 [3600, 3700)
figure|6xx万册||nearest|masked 10000 [5995000, 6995000]
figure|16.98:1||truncated|849/50 1/100 [849/50, 1699/100)
""".strip().splitlines()


def line_of(text: str) -> str:
    return text.replace("|", "\t") + "\n"


class Judging(unittest.TestCase):
    def test_lines_worked_by_hand_hold(self) -> None:
        for text in HOLDS:
            with self.subTest(text):
                assert judge(line_of(text)) == text.split("|")[0]

    def test_another_result_is_a_mismatch(self) -> None:
        for text in HOLDS:
            with self.subTest(text), self.assertRaises(Mismatch):  # noqa: PT027
                judge(line_of(text + "1"))

    def test_a_mismatch_names_operands_and_both_results(self) -> None:
        with self.assertRaises(Mismatch) as caught:  # noqa: PT027
            judge("add\t1\t2\t4\n")
        for part in ("add", "1 | 2", "4", "3"):
            assert part in str(caught.exception)


if __name__ == "__main__":
    unittest.main()
