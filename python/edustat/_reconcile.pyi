# SPDX-License-Identifier: Apache-2.0
"""
The joint audit, on the exact arithmetic of Z3.
"""

from __future__ import annotations
import collections.abc
import datetime
import decimal
import edustat._edustat
import fractions
import typing

__all__: list[str] = ["Reconciliation", "reconcile"]

class Reconciliation:
    """
    The joint verdict on a bulletin.
    """
    class Known:
        """
        What one statistic can be.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        @property
        def bound(self) -> str | None:
            """
            tight or outer.
            """
        @property
        def categories(self) -> dict[str, str]:
            """
            Code by code list.
            """
        @property
        def fact(self) -> int | None:
            """
            Its number; None where it is hidden.
            """
        @property
        def interval(self) -> edustat._edustat.Interval | None:
            """
            In base units; None where nothing fits.
            """
        @property
        def is_narrowed(self) -> bool:
            """
            True when the rest rules out more of the print than an end.
            """
        @property
        def item(self) -> str:
            """
            Full id.
            """
        @property
        def period(self) -> edustat._edustat.Period | None:
            """
            For when.
            """
        @property
        def print(self) -> edustat._edustat.Interval | None:
            """
            What its print lets it be, in base units; None where it is hidden.
            """
        @property
        def scope(self) -> edustat._edustat.Scope:
            """
            Of what.
            """

    class Reason:
        """
        A relation of a conflict.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        @property
        def facts(self) -> list[int]:
            """
            Its printed inputs.
            """
        @property
        def label(self) -> edustat._edustat.Label:
            """
            In both languages.
            """
        @property
        def relation(self) -> str:
            """
            As it must hold.
            """
        @property
        def rule(self) -> str:
            """
            Id of what implies it.
            """

    class Conflict:
        """
        Prints that cannot all be true.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        @property
        def facts(self) -> list[int]:
            """
            By number, rising.
            """
        @property
        def reasons(self) -> list[Reconciliation.Reason]:
            """
            Enough relations.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def conflicts(self) -> list[Reconciliation.Conflict]:
        """
        The smallest first.
        """
    @property
    def hypotheses(self) -> list[edustat._edustat.Hypothesis]:
        """
        Slips, the likeliest first.
        """
    @property
    def intervals(self) -> list[Reconciliation.Known]:
        """
        Facts first, then hidden inputs.
        """
    @property
    def is_complete(self) -> bool:
        """
        False when a limit was met.
        """
    @property
    def least(self) -> list[list[int]]:
        """
        Least sets of facts that must be wrong.
        """
    @property
    def verdict(self) -> str:
        """
        consistent, impossible or cannot_tell.
        """

def reconcile(
    bulletin: edustat._edustat.Bulletin,
    catalogue: edustat._edustat.Catalogue,
    precision: str,
    fixed: collections.abc.Set[typing.SupportsInt | typing.SupportsIndex],
    weights: collections.abc.Mapping[
        typing.SupportsInt | typing.SupportsIndex, int | fractions.Fraction | decimal.Decimal | str
    ],
    time_limit: datetime.timedelta,
    most_conflicts: typing.SupportsInt | typing.SupportsIndex,
) -> Reconciliation: ...
