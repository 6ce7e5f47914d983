# SPDX-License-Identifier: Apache-2.0
"""
The compiled part of edustat: exact figures of education bulletins.
"""

from __future__ import annotations
import collections.abc
import datetime
import decimal
import fractions
import os
import typing
import typing_extensions

__all__: list[str] = [
    "Ahp",
    "Audit",
    "BalanceAssessment",
    "BalanceFinding",
    "BalanceIndicator",
    "BalanceRules",
    "BalancedParts",
    "BalancedShares",
    "BalancedTable",
    "Bulletin",
    "BulletinText",
    "Catalogue",
    "Code",
    "CodeError",
    "CodeList",
    "CoefficientOfVariation",
    "Column",
    "CompositeIndex",
    "Computed",
    "DependencyError",
    "Dimension",
    "Error",
    "Explanation",
    "Fact",
    "Fault",
    "Figure",
    "FileError",
    "Finding",
    "Findings",
    "Formula",
    "Hypothesis",
    "Indicator",
    "Indicators",
    "Interval",
    "Kind",
    "Label",
    "Lift",
    "LimitError",
    "Masks",
    "Measure",
    "MovedFigure",
    "Note",
    "Panel",
    "PanelAudit",
    "ParseError",
    "Period",
    "Place",
    "Quantity",
    "RankIntervals",
    "Reading",
    "Reference",
    "RegionTree",
    "Relation",
    "RollUp",
    "Rule",
    "SchoolVerdict",
    "Scope",
    "ScoreSheet",
    "Series",
    "SeriesAudit",
    "Slip",
    "StructureError",
    "Suspect",
    "Table",
    "TheilDecomposition",
    "Topsis",
    "Totals",
    "Unit",
    "UnitError",
    "UnitSystem",
    "WeightSensitivity",
    "Weights",
    "ZeroError",
    "aggregate",
    "ahp",
    "apportion",
    "atkinson",
    "audit",
    "audit_series",
    "balanced_development",
    "balanced_round",
    "balanced_shares",
    "balanced_table",
    "check",
    "coefficient_of_variation",
    "composite_index",
    "critic_weights",
    "deviation_weights",
    "entropy_weights",
    "equal_weights",
    "evaluate",
    "exact_gini",
    "from_double",
    "generalised_entropy",
    "gini",
    "hypotheses",
    "is_within_quota",
    "lorenz",
    "masks",
    "normalise",
    "parse_number",
    "rank_intervals",
    "ratio_of_shares",
    "read_bulletin",
    "read_explanations",
    "recognise_balance",
    "recognise_balanced_table",
    "render",
    "roll_up",
    "round_to",
    "slips",
    "suspects",
    "theil_decomposition",
    "theil_l",
    "theil_t",
    "threshold_of",
    "topsis",
    "weight_sensitivity",
]

class Place:
    """
    Where in a text, file or workbook something stands.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, source: str = "", line: int = 0, column: int = 0, sheet: str = "", cell: str = ""
    ) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def cell(self) -> str:
        """
        Cell such as `B7`, for workbooks only.
        """
    @property
    def column(self) -> int:
        """
        Character in the line, from 1; 0 when not known.
        """
    @property
    def line(self) -> int:
        """
        Line, from 1; 0 when not known.
        """
    @property
    def sheet(self) -> str:
        """
        Worksheet, for workbooks only.
        """
    @property
    def source(self) -> str:
        """
        File or text; empty for a text without a name.
        """

class Fault:
    """
    One fault: its code, its values and its place.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, code: str, arguments: collections.abc.Sequence[str] = [], place: Place = ...
    ) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def message(self, lang: str = "zh") -> str:
        """
        The sentence in Chinese (`zh`) or English (`en`), with the place in front.
        """
    @property
    def arguments(self) -> list[str]:
        """
        The values that it concerns.
        """
    @property
    def code(self) -> str:
        """
        What went wrong.
        """
    @property
    def place(self) -> Place:
        """
        Where it stands.
        """

class Error(Exception):
    """
    The base of everything that the library raises.
    """
    def message(self, lang: str = "zh") -> str:
        """
        Every fault on a line of its own, in Chinese (`zh`) or English (`en`).
        """
    @property
    def arguments(self) -> list[str]:
        """
        The values that the first fault concerns.
        """
    @property
    def code(self) -> str:
        """
        What went wrong first, such as `unknown_unit`.
        """
    @property
    def faults(self) -> tuple[Fault, ...]:
        """
        All faults that were found, in the order in which they stand in the source.
        """
    @property
    def place(self) -> Place:
        """
        Where the first fault stands; its parts are empty or 0 where that is not known.
        """

class ParseError(Error, ValueError):
    """
    A text is not in the stated grammar.
    """

class UnitError(Error, TypeError):
    """
    Dimensions differ, or a unit is unknown.
    """

class ZeroError(Error, ZeroDivisionError):
    """
    A bare number was divided by zero.
    """

class CodeError(Error, LookupError):
    """
    No item, region, period, category or catalogue has it.
    """

class StructureError(Error, ValueError):
    """
    A table, tree or catalogue is not well formed.
    """

class FileError(Error, OSError):
    """
    A file cannot be read or written.
    """

class LimitError(Error, ValueError):
    """
    A stated limit is passed.
    """

class DependencyError(Error, ImportError):
    """
    An optional part is not installed.
    """

class Interval:
    """
    A range of possible values, each end closed, open or absent.

    Arithmetic gives exactly the set of results when the operands vary independently.
    """
    @staticmethod
    def at_least(low: int | fractions.Fraction | decimal.Decimal) -> Interval:
        """
        [low, infinity).
        """
    @staticmethod
    def closed(
        low: int | fractions.Fraction | decimal.Decimal,
        high: int | fractions.Fraction | decimal.Decimal,
    ) -> Interval:
        """
        [low, high].

        Raises: StructureError when low is above high.
        """
    @staticmethod
    def everything() -> Interval:
        """
        Every number.
        """
    @staticmethod
    def exactly(value: int | fractions.Fraction | decimal.Decimal) -> Interval:
        """
        The single value.
        """
    @staticmethod
    def parse(text: str) -> Interval:
        """
        Reads `[1/2, 3/4)` or `(-inf, 7]`.

        Raises: ParseError.
        """
    def __add__(self, arg0: Interval) -> Interval: ...
    def __contains__(self, value: int | fractions.Fraction | decimal.Decimal) -> bool: ...
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __mul__(self, arg0: Interval) -> Interval: ...
    def __neg__(self) -> Interval: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def __sub__(self, arg0: Interval) -> Interval: ...
    def __truediv__(self, other: Interval) -> Interval | None:
        """
        Every quotient by a divisor other than 0; None when the divisor is exactly 0.
        """
    def can_be_at_most(self, other: Interval) -> bool:
        """
        True when some value is at most some value of the other.
        """
    def can_be_less(self, other: Interval) -> bool:
        """
        True when some value is less than some value of the other.
        """
    def contains(self, value: int | fractions.Fraction | decimal.Decimal) -> bool:
        """
        True when the value lies inside.
        """
    def hull(self, other: Interval) -> Interval:
        """
        The smallest interval that contains both.
        """
    def intersect(self, other: Interval) -> Interval | None:
        """
        The common part; None when there is none.
        """
    def pow(self, exponent: int) -> Interval | None:
        """
        Every value to a whole power; None when 0 alone is taken to a negative one.

        Raises: LimitError outside -64 to 64.
        """
    @property
    def high(self) -> fractions.Fraction | None:
        """
        The upper end; None when there is none.
        """
    @property
    def high_closed(self) -> bool:
        """
        True when the upper end is a possible value.
        """
    @property
    def is_bounded(self) -> bool:
        """
        True when both ends exist.
        """
    @property
    def is_exact(self) -> bool:
        """
        True for a single value.
        """
    @property
    def low(self) -> fractions.Fraction | None:
        """
        The lower end; None when there is none.
        """
    @property
    def low_closed(self) -> bool:
        """
        True when the lower end is a possible value.
        """

class Kind:
    """
    What a unit measures: area, money, person, desk_set.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, name: str, nature: str) -> None:
        """
        Nature: measuring, counting or point.

        Raises: UnitError for an empty or too long name, or signs other than a-z, 0-9 and _.
        """
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    @property
    def name(self) -> str:
        """
        The name.
        """
    @property
    def nature(self) -> str:
        """
        measuring, counting or point.
        """

class Dimension:
    """
    A product of kinds with whole powers; the empty product is a ratio.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    @typing.overload
    def __init__(self) -> None:
        """
        A plain ratio.
        """
    @typing.overload
    def __init__(self, kind: Kind) -> None:
        """
        One kind.
        """
    @typing.overload
    def __init__(self, factors: collections.abc.Sequence[tuple[Kind, int]]) -> None:
        """
        Kinds with their powers.
        """
    def __mul__(self, arg0: Dimension) -> Dimension: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def __truediv__(self, arg0: Dimension) -> Dimension: ...
    def pow(self, exponent: int) -> Dimension:
        """
        To a whole power.

        Raises: LimitError outside -64 to 64.
        """
    @property
    def factors(self) -> list[tuple[Kind, int]]:
        """
        Pairs of a kind and its power, in the order of the names.
        """
    @property
    def is_count(self) -> bool:
        """
        True for one counting kind to the power 1.
        """
    @property
    def is_ratio(self) -> bool:
        """
        True for a plain ratio.
        """

class Unit:
    """
    A unit with an exact factor to its base unit.

    Equality is by meaning (名 is 人); the writing is kept.
    """
    @staticmethod
    def parse(text: str) -> Unit:
        """
        Reads 平方米, 万元, 元/人 or m² with the built-in words.

        Raises: UnitError.
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    @typing.overload
    def __init__(self) -> None:
        """
        The unit of a bare number.
        """
    @typing.overload
    def __init__(
        self,
        symbol: str,
        symbol_en: str,
        dimension: Dimension,
        factor: int | fractions.Fraction | decimal.Decimal,
    ) -> None:
        """
        A unit of its own: `factor` is how many base units it is.

        Raises: UnitError when the factor is not above zero or a symbol is no plain text.
        """
    def __mul__(self, arg0: Unit) -> Unit: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def __truediv__(self, arg0: Unit) -> Unit: ...
    def pow(self, exponent: int) -> Unit:
        """
        To a whole power.

        Raises: LimitError outside -64 to 64.
        """
    def symbol_in(self, lang: str) -> str:
        """
        As written in Chinese (`zh`) or English (`en`) text.
        """
    def with_scale(self, scale_word: str) -> Unit:
        """
        The unit counted in 万 or 亿.

        Raises: UnitError.
        """
    def without_scale(self) -> Unit:
        """
        元 for 万元.
        """
    @property
    def dimension(self) -> Dimension:
        """
        What it measures.
        """
    @property
    def factor(self) -> fractions.Fraction:
        """
        How many base units it is.
        """
    @property
    def symbol(self) -> str:
        """
        As written in Chinese text.
        """

class UnitSystem:
    """
    The unit words that a text may use, built-in and defined ones.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    @typing.overload
    def __init__(self) -> None:
        """
        The built-in units.
        """
    @typing.overload
    def __init__(self, words: collections.abc.Sequence[tuple[str, Unit]]) -> None:
        """
        The built-in units, and words with their units.
        """
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def define(self, unit: Unit, words: collections.abc.Sequence[str] = ()) -> UnitSystem:
        """
        This system with one more unit, under its symbol and other words.

        Raises: UnitError when a word already means something else.
        """
    def parse(self, text: str) -> Unit:
        """
        Reads 平方米, 万元, 元/人 or 人/百名学生.

        Raises: UnitError naming the word.
        """
    @property
    def words(self) -> list[tuple[str, Unit]]:
        """
        Every word with its unit, in a fixed order.
        """

class Figure:
    """
    A quantity as printed, never more precise than its print.
    """
    @staticmethod
    def parse_last_place(text: str) -> fractions.Fraction:
        """
        The worth of a last place written as 1000, 0.01% or 100元.

        Unit: base unit. Raises: ParseError.
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        text: str,
        *,
        last_place: str | int | fractions.Fraction | decimal.Decimal | None = None,
        units: UnitSystem | None = None,
    ) -> None:
        """
        Reads 176.4万平方米, 约12.2万㎡, 63.82%, 6xx万册, 16.98:1 or 4.31个百分点.

        last_place declares to what it was kept: a number in base units, or a text such as 0.01%.
        Raises: ParseError, UnitError for an unknown unit, LimitError, TypeError for a float.
        """
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def interval(self, precision: str) -> Interval:
        """
        Every true value that could have been printed so.

        precision: exact, nearest, half_up, half_even, truncated.
        Unit: base unit. Raises: CodeError for another precision.
        """
    def with_last_place(
        self, last_place: str | int | fractions.Fraction | decimal.Decimal
    ) -> Figure:
        """
        The same print, known to be kept to this place.

        Unit: base unit. Raises: ParseError when the print has digits below it.
        """
    def with_unit(self, unit: Unit | str) -> Figure:
        """
        A bare number with the unit that its column declares.

        Raises: UnitError when the figure has a unit of its own.
        """
    @property
    def is_bare(self) -> bool:
        """
        True for a number without any unit.
        """
    @property
    def is_exact_count(self) -> bool:
        """
        True for a whole number in a counting unit, as 410人.
        """
    @property
    def is_masked(self) -> bool:
        """
        True when digits are masked.
        """
    @property
    def last_place(self) -> fractions.Fraction:
        """
        Worth of the last place: 1000 for 176.4万平方米.

        Unit: base unit.
        """
    @property
    def places(self) -> int:
        """
        Decimal places as written: 1 for 176.4万.
        """
    @property
    def qualifier(self) -> str | None:
        """
        The word that makes it approximate, such as 约; None when there is none.
        """
    @property
    def scale_word(self) -> str:
        """
        万, 亿 and so on, or empty.
        """
    @property
    def text(self) -> str:
        """
        As printed.
        """
    @property
    def unit(self) -> Unit:
        """
        The unit as written, without scale word.
        """
    @property
    def value(self) -> fractions.Fraction | None:
        """
        The printed value; None when digits are masked.

        Unit: base unit.
        """

class Quantity:
    """
    A number with its unit.

    Equality is by meaning (1公顷 == 10000平方米); sums and comparisons of different kinds raise UnitError.
    """
    @staticmethod
    def parse(text: str, *, units: UnitSystem | None = None) -> Quantity:
        """
        Reads an exact quantity such as 4000元/人 or 1.8万平方米.

        Raises: ParseError, UnitError, LimitError.
        """
    def __add__(self, arg0: Quantity) -> Quantity: ...
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __ge__(self, arg0: Quantity) -> bool: ...
    def __gt__(self, arg0: Quantity) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, value: int | fractions.Fraction | decimal.Decimal, unit: Unit | str) -> None:
        """
        `value` of `unit`.

        Raises: UnitError, TypeError for a float.
        """
    def __le__(self, arg0: Quantity) -> bool: ...
    def __lt__(self, arg0: Quantity) -> bool: ...
    @typing.overload
    def __mul__(self, arg0: Quantity) -> Quantity: ...
    @typing.overload
    def __mul__(self, other: int | fractions.Fraction | decimal.Decimal) -> Quantity: ...
    def __neg__(self) -> Quantity: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __rmul__(self, other: int | fractions.Fraction | decimal.Decimal) -> Quantity: ...
    def __str__(self) -> str: ...
    def __sub__(self, arg0: Quantity) -> Quantity: ...
    @typing.overload
    def __truediv__(self, arg0: Quantity) -> Quantity: ...
    @typing.overload
    def __truediv__(self, other: int | fractions.Fraction | decimal.Decimal) -> Quantity: ...
    def in_unit(self, unit: Unit | str) -> Quantity:
        """
        The same quantity in another unit, exactly.

        Raises: UnitError.
        """
    def pow(self, exponent: int) -> Quantity:
        """
        To a whole power.

        Raises: LimitError, ZeroError.
        """
    @property
    def base_value(self) -> fractions.Fraction:
        """
        The number in base units.
        """
    @property
    def unit(self) -> Unit:
        """
        Its unit.
        """
    @property
    def value(self) -> fractions.Fraction:
        """
        The number in its own unit.
        """

class Period:
    """
    A span of whole months, or an instant at the end of a month.
    """
    @staticmethod
    def instant(year: int, month: int) -> Period:
        """
        The end of a month of a year.

        Raises: LimitError.
        """
    @staticmethod
    def month(year: int, month: int) -> Period:
        """
        A month of a year, from 1.

        Raises: LimitError.
        """
    @staticmethod
    def of_months(first_month: int, last_month: int) -> Period:
        """
        The months from one to another, counted from January of year 0.

        Raises: StructureError, LimitError.
        """
    @staticmethod
    def parse(text: str) -> Period:
        """
        Reads 2016, 2016-11, 2014-2018, 2016Q3, 2016年上半年, 2016/17学年第一学期, 2016年1—11月,
        “十三五”, @2016-11 or 截至2016年11月底.

        Raises: ParseError, LimitError.
        """
    @staticmethod
    def range(first: str | Period, last: str | Period) -> list[Period]:
        """
        All periods in a row from one to another of the same kind, both included.

        Raises: StructureError, ParseError.
        """
    @staticmethod
    def year(year: int) -> Period:
        """
        A calendar year.

        Raises: LimitError.
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __ge__(self, arg0: Period) -> bool: ...
    def __gt__(self, arg0: Period) -> bool: ...
    def __hash__(self) -> int: ...
    def __le__(self, arg0: Period) -> bool: ...
    def __lt__(self, arg0: Period) -> bool: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def containing(self, kind: str) -> Period:
        """
        The one of a kind that it lies in.

        Raises: StructureError where it lies in none.
        """
    def contains(self, other: Period) -> bool:
        """
        True when every month of the other is one of this span.
        """
    def divide(self, kind: str) -> list[Period]:
        """
        Its parts of one kind, in order.

        Raises: StructureError where they do not fill it.
        """
    def in_words(self, lang: str = "zh") -> str:
        """
        2016年11月 in Chinese (`zh`), November 2016 in English (`en`).
        """
    def next(self) -> Period:
        """
        The one of the same kind and length that follows.

        Raises: LimitError.
        """
    def previous(self) -> Period:
        """
        The one of the same kind and length before.

        Raises: LimitError.
        """
    def shifted_by_months(self, months: int) -> Period:
        """
        The same so many months later.

        Raises: LimitError.
        """
    def year_before(self) -> Period:
        """
        The same of last year.

        Raises: LimitError.
        """
    @property
    def first_month(self) -> int:
        """
        First month, counted from January of year 0.
        """
    @property
    def is_instant(self) -> bool:
        """
        True for an instant at the end of the last month.
        """
    @property
    def kind(self) -> str:
        """
        month, two_months, quarter, half_year, year, term, school_year, plan_period, span or instant.
        """
    @property
    def last_month(self) -> int:
        """
        Last month, counted from January of year 0.
        """
    @property
    def months(self) -> int:
        """
        How many months it has; an instant has none.
        """

class RegionTree:
    """
    Regions that contain each other: school, county, city, province.

    What a region is does not change; its names, codes, parents and mergers are dated. Questions are
    asked by code; without a period they mean the latest edition.
    """
    @staticmethod
    def from_arrow(
        table: typing.Any,
        *,
        code: str = "code",
        name: str = "name",
        level: str = "level",
        parent: str = "parent",
        hierarchy: str | None = None,
        valid_from: str | None = None,
        valid_until: str | None = None,
        own_level: str | None = None,
        successor: str | None = None,
        levels: collections.abc.Sequence[str] = (),
        roots: str = "one",
        basis: str | Period | None = None,
        groups: collections.abc.Sequence[tuple[str, collections.abc.Sequence[str], str]] = (),
    ) -> RegionTree:
        """
        The same from a table with a row for each region.

        table: anything that Table.from_arrow takes. code, name, level, parent: columns of text; numbers
        have lost the leading zeros of codes and are refused. hierarchy, valid_from, valid_until, own_level,
        successor: columns that may be absent; None for the one of that name, where the table has it.
        valid_from and valid_until are periods as text, dates, or years and months. own_level: truth values,
        or true, false, 1, 0, 是, 否. A cell without value is nothing.
        Raises: StructureError with every column that is missing or of another type, else with every fault
        of a cell or of the tree and its row; LimitError.
        """
    @staticmethod
    def from_columns(
        code: collections.abc.Iterable[str | None],
        name: collections.abc.Iterable[str | None],
        level: collections.abc.Iterable[str | None],
        parent: collections.abc.Iterable[str | None],
        *,
        hierarchy: collections.abc.Iterable[str | None] | None = None,
        valid_from: collections.abc.Iterable[typing.Any | None] | None = None,
        valid_until: collections.abc.Iterable[typing.Any | None] | None = None,
        own_level: collections.abc.Iterable[bool | None] | None = None,
        successor: collections.abc.Iterable[str | None] | None = None,
        levels: collections.abc.Sequence[str] = (),
        roots: str = "one",
        basis: str | Period | None = None,
        groups: collections.abc.Sequence[tuple[str, collections.abc.Sequence[str], str]] = (),
    ) -> RegionTree:
        """
        The same from columns of equal length; None in a cell is nothing.

        Raises: StructureError with every fault and its row, ParseError, LimitError.
        """
    @staticmethod
    def from_gbt2260(
        codes: collections.abc.Sequence[str], names: collections.abc.Sequence[str]
    ) -> RegionTree:
        """
        A tree from six-digit codes of GB/T 2260, with levels nation, province, city and county.

        Raises: StructureError.
        """
    def __contains__(self, code: str) -> bool: ...
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        rows: collections.abc.Iterable[dict[str, typing.Any]],
        *,
        levels: collections.abc.Sequence[str] = (),
        roots: str = "one",
    ) -> None:
        """
        Checks a table of regions: mappings with code, name, level, parent and, where they apply,
        hierarchy, valid_from, valid_until, own_level and successor.

        Raises: StructureError with every fault and its row, ParseError, LimitError.
        """
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def ancestor_of(
        self, code: str, level: str, period: str | Period | None = None, hierarchy: str = ""
    ) -> str | None:
        """
        The region itself where it is of that level, else its ancestor, None where that is skipped.

        Raises: CodeError, also where the region does not exist then.
        """
    def children_of(
        self, code: str, period: str | Period | None = None, hierarchy: str = ""
    ) -> list[str]:
        """
        The regions directly below, in the official order.

        Raises: CodeError.
        """
    def cut_at(self, level: str) -> RegionTree:
        """
        The tree without everything below a level.

        Raises: CodeError.
        """
    def find(self, code: str) -> str | None:
        """
        The latest code of the region that bears or bore this one, or None.
        """
    def has_same_boundary(
        self, code: str, first: str | Period, last: str | Period, hierarchy: str = ""
    ) -> bool:
        """
        True when no leaf moved in or out, or was merged in, between the ends of two periods.

        Raises: CodeError.
        """
    def is_own_level(self, code: str) -> bool:
        """
        True for a node that stands for its parent's own level.

        Raises: CodeError.
        """
    def leaves_of(
        self, code: str, period: str | Period | None = None, hierarchy: str = ""
    ) -> list[str]:
        """
        The regions without children at this one or below, in the official order.

        Raises: CodeError.
        """
    def level_of(self, code: str) -> str:
        """
        The level of a region.

        Raises: CodeError.
        """
    def name_of(self, code: str, period: str | Period | None = None) -> str:
        """
        The name of a region, in a period or the latest.

        Raises: CodeError.
        """
    def named(self, name: str) -> list[str]:
        """
        The codes of all regions that bear or bore a name.
        """
    def on_basis_of(self, period: str | Period) -> RegionTree:
        """
        A comparable basis: every region stands at all times where it stands at the end of a period,
        and what had merged by then is a part of its successor.
        """
    def parent_of(
        self, code: str, period: str | Period | None = None, hierarchy: str = ""
    ) -> str | None:
        """
        The containing region at the end of a period, None for a root.

        Raises: CodeError, also where the region does not exist then.
        """
    def successor_of(self, code: str) -> str | None:
        """
        The region that this one was merged into, or None.

        Raises: CodeError.
        """
    def with_group(
        self, name: str, members: collections.abc.Sequence[str], within: str = ""
    ) -> RegionTree:
        """
        The tree with one more group of regions.

        Raises: StructureError with every fault, CodeError.
        """
    @property
    def codes(self) -> list[str]:
        """
        The latest code of every region, in the official order.
        """
    @property
    def columns(self) -> dict[str, list[typing.Any]]:
        """
        The table of the tree, as from_columns takes it.
        """
    @property
    def edition_count(self) -> int:
        """
        How many editions of the boundaries there are, at least one.
        """
    @property
    def groups(self) -> list[tuple[str, list[str], str]]:
        """
        Name, codes of the members and code of the region around them, for each group.
        """
    @property
    def hierarchies(self) -> list[str]:
        """
        The names of the hierarchies; the main one is empty.
        """
    @property
    def levels(self) -> list[str]:
        """
        The words of the levels, from top to bottom.
        """

class Scope:
    """
    What a fact is about: a region, a group, or the rest.

    Written from the whole to the part: 邯郸市>7个扶贫县; 邯郸市>!7个扶贫县 is the rest of the city.
    """
    @staticmethod
    def parse(text: str) -> Scope:
        """
        Reads 邯郸市, 邯郸市>7个扶贫县, 邯郸市>!7个扶贫县 or 邯郸市>五县{魏县、馆陶县}.

        Raises: ParseError, LimitError.
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __ge__(self, arg0: Scope) -> bool: ...
    def __gt__(self, arg0: Scope) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self) -> None:
        """
        The whole of which the text speaks.
        """
    def __le__(self, arg0: Scope) -> bool: ...
    def __lt__(self, arg0: Scope) -> bool: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def complement(self) -> Scope:
        """
        The rest of the containing scope.

        Raises: StructureError for an outermost scope.
        """
    def contains(self, other: Scope) -> bool:
        """
        True when the other is written as a part of this scope, at any depth.
        """
    @property
    def is_complement(self) -> bool:
        """
        True for the containing scope without the group.
        """
    @property
    def members(self) -> list[str]:
        """
        The members, where they are written.
        """
    @property
    def name(self) -> str:
        """
        The last name; empty for the whole.
        """
    @property
    def within(self) -> Scope | None:
        """
        The scope that it is written in; None for an outermost one.
        """

class Reference:
    """
    A leaf of a formula: an item, and where it is taken.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, text: str) -> None:
        """
        Reads `trained[training_kind=disabled]`.

        Raises: ParseError.
        """
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def categories(self) -> dict[str, str]:
        """
        Code by code list; `*` for every code.
        """
    @property
    def item(self) -> str:
        """
        Id or label of the item.
        """
    @property
    def needs_panel(self) -> bool:
        """
        True when the value stands in another period or region.
        """
    @property
    def relative(self) -> str:
        """
        same, parent or total.
        """
    @property
    def shift_months(self) -> int:
        """
        -12 for x@-1y.
        """
    @property
    def shift_periods(self) -> int:
        """
        -1 for prev(x).
        """

class Formula:
    """
    A rational expression over items, exact.

    Operators + - * / and ^ with a whole number; equality is of the parsed tree.
    Raises: ParseError with the column, LimitError.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, text: str) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def constants(self) -> list[fractions.Fraction]:
        """
        The constants, exactly.
        """
    @property
    def references(self) -> list[Reference]:
        """
        The references, each once, in the order of their first appearance.
        """
    @property
    def text(self) -> str:
        """
        As written.
        """

class Relation:
    """
    Two formulas joined by == <= >= < or >.

    Raises: ParseError with the column, LimitError.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, text: str) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def check(
        self,
        columns: collections.abc.Mapping[
            str, collections.abc.Iterable[Figure | str | int | fractions.Fraction | decimal.Decimal]
        ],
        *,
        precision: str = "nearest",
    ) -> Findings:
        """
        Judges every row of columns of figures, each given under its name in the relation.

        A column is any sequence of texts, Figures, ints, Fractions or Decimals.
        Raises: StructureError for missing, unused or unequal columns, ParseError and UnitError with every
        bad row, counted from 1, TypeError for a float.
        """
    @property
    def comparison(self) -> str:
        """
        ==, <=, >=, < or >.
        """
    @property
    def constants(self) -> list[fractions.Fraction]:
        """
        The constants, exactly.
        """
    @property
    def references(self) -> list[Reference]:
        """
        The references, each once, in the order of their first appearance.
        """
    @property
    def text(self) -> str:
        """
        As written.
        """

class Label:
    """
    A name in both languages.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, zh: str, en: str) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def en(self) -> str:
        """
        English.
        """
    @property
    def zh(self) -> str:
        """
        Chinese.
        """

class Code:
    """
    One code of a code list.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def aliases(self) -> list[str]:
        """
        As bulletins write it.
        """
    @property
    def id(self) -> str:
        """
        Unique in its list.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """

class CodeList:
    """
    The categories of a dimension.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def catalogue(self) -> str:
        """
        Id of the catalogue that declares it.
        """
    @property
    def codes(self) -> list[Code]:
        """
        In official order.
        """
    @property
    def id(self) -> str:
        """
        Unique in its catalogue.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """
    @property
    def rule(self) -> str:
        """
        partition when the codes add up, subset when they may overlap.
        """

class Measure:
    """
    What is recorded.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def aliases(self) -> list[str]:
        """
        As bulletins write it.
        """
    @property
    def catalogue(self) -> str:
        """
        Id of the catalogue that declares it.
        """
    @property
    def counts(self) -> str:
        """
        The thing counted, such as desk_set, or empty.
        """
    @property
    def dimensions(self) -> list[str]:
        """
        Ids of its code lists.
        """
    @property
    def full_id(self) -> str:
        """
        `catalogue.id`.
        """
    @property
    def id(self) -> str:
        """
        Unique in its catalogue.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """
    @property
    def note(self) -> Label:
        """
        What a careful user would get wrong.
        """
    @property
    def origin(self) -> str:
        """
        Since when it is counted: programme, year, school_year, loan_round, or empty.
        """
    @property
    def place(self) -> Place:
        """
        Where it is declared.
        """
    @property
    def places(self) -> int | None:
        """
        Shown places; None when not declared.
        """
    @property
    def regions(self) -> str:
        """
        How it adds over regions: sum or none.
        """
    @property
    def source(self) -> str:
        """
        Where it comes from.
        """
    @property
    def subset_of(self) -> str:
        """
        Full id of its whole, or empty.
        """
    @property
    def time(self) -> str:
        """
        How it behaves in time: flow, stock, cumulative, plan, cohort, standard, ratio, rank.
        """
    @property
    def unit(self) -> Unit:
        """
        As declared.
        """

class Indicator:
    """
    What is computed by a formula.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def aliases(self) -> list[str]:
        """
        As bulletins write it.
        """
    @property
    def catalogue(self) -> str:
        """
        Id of the catalogue that declares it.
        """
    @property
    def dimensions(self) -> list[str]:
        """
        Read once per code of these lists.
        """
    @property
    def formula(self) -> Formula:
        """
        The only definition, with full ids.
        """
    @property
    def formula_text(self) -> str:
        """
        As the catalogue writes it.
        """
    @property
    def full_id(self) -> str:
        """
        `catalogue.id`.
        """
    @property
    def id(self) -> str:
        """
        Unique in its catalogue.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """
    @property
    def note(self) -> Label:
        """
        What a careful user would get wrong.
        """
    @property
    def place(self) -> Place:
        """
        Where it is declared.
        """
    @property
    def places(self) -> int | None:
        """
        Shown places; None when not declared.
        """
    @property
    def rounding(self) -> str:
        """
        Shown rounding.
        """
    @property
    def source(self) -> str:
        """
        Where it comes from.
        """
    @property
    def unit(self) -> Unit:
        """
        As declared.
        """

class Rule:
    """
    A relation that a catalogue declares.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def catalogue(self) -> str:
        """
        Id of the catalogue that declares it.
        """
    @property
    def full_id(self) -> str:
        """
        `catalogue.id`.
        """
    @property
    def id(self) -> str:
        """
        Unique in its catalogue.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """
    @property
    def note(self) -> Label:
        """
        What a careful user would get wrong.
        """
    @property
    def place(self) -> Place:
        """
        Where it is declared.
        """
    @property
    def severity(self) -> str:
        """
        hard: must hold; soft: fix or explain.
        """
    @property
    def source(self) -> str:
        """
        Where it comes from.
        """
    @property
    def statement(self) -> Relation:
        """
        The relation, with full ids.
        """

class Catalogue:
    """
    Measures, indicators and relations with labels and units.
    """
    @staticmethod
    def builtin(id: str) -> Catalogue:
        """
        A catalogue that is compiled in; `education` is all of them together.

        Raises: CodeError naming the known ids.
        """
    @staticmethod
    def builtin_ids() -> list[str]:
        """
        The ids that builtin() knows.
        """
    @staticmethod
    def load(path: str | os.PathLike[str]) -> Catalogue:
        """
        Reads a TOML file; `extends` may name built-in catalogues.

        Raises: FileError, ParseError, StructureError, UnitError, CodeError with every fault and its place.
        """
    @staticmethod
    def parse(text: str, name: str = "") -> Catalogue:
        """
        Reads TOML text; `name` stands in errors.

        Raises: as load().
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def code_list(self, id: str) -> CodeList:
        """
        The code list with this id.

        Raises: CodeError.
        """
    def find(self, name: str) -> Measure | Indicator:
        """
        The measure or indicator that an id, a label or an alias means.

        Raises: CodeError when it is unknown or has several meanings.
        """
    @property
    def code_lists(self) -> list[CodeList]:
        """
        All code lists.
        """
    @property
    def edition(self) -> str:
        """
        The edition in its head.
        """
    @property
    def id(self) -> str:
        """
        The id in its head.
        """
    @property
    def indicators(self) -> list[Indicator]:
        """
        All indicators.
        """
    @property
    def label(self) -> Label:
        """
        The label in its head.
        """
    @property
    def measures(self) -> list[Measure]:
        """
        All measures.
        """
    @property
    def relations(self) -> list[Rule]:
        """
        All declared relations.
        """
    @property
    def units(self) -> UnitSystem:
        """
        The unit words its facts may use.
        """

class Table:
    """
    A table of columns in batches of rows, in Arrow's layout.

    Immutable. Arrays that it was made of without a copy must not be changed while it lives.
    """
    @staticmethod
    def from_arrow(table: typing.Any) -> Table:
        """
        A table of anything with `__arrow_c_stream__` or `__arrow_c_array__` (pyarrow, polars, pandas,
        DuckDB), or of a mapping of names to columns: NumPy arrays, pandas series, sequences of str, int,
        Decimal and datetime.date, with None where nothing is.

        Raises: TypeError, StructureError, LimitError.
        """
    def __arrow_c_stream__(
        self, requested_schema: typing.Any = None
    ) -> typing_extensions.CapsuleType:
        """
        The table as a stream of Arrow; the asked schema is not looked at.
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str | None:
        """
        What a notebook shows; None without pyarrow, for the line of `repr`.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    @property
    def column_names(self) -> list[str]:
        """
        In their order.
        """
    @property
    def num_rows(self) -> int:
        """
        How many rows there are.
        """

class Column:
    """
    How one column of a table is read.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        name: str,
        measure: str | None = None,
        *,
        unit: Unit | str | None = None,
        places: int | None = None,
        precision: str | None = None,
        marks: collections.abc.Mapping[str, str] | None = None,
        inner: str | None = None,
        categories: collections.abc.Mapping[str, str] | None = None,
    ) -> None:
        """
        The column `name`, as figures of `measure` (an id, a label or an alias), which may be an
        indicator: its figures are then printed ones, never added up, and audit holds them against the formula.

        A column of floats needs `places`. marks say what signs in a text column mean: {"c": "suppressed"}.
        inner: refuse, total, own; what the fact of an inner node is. categories: {dimension: code}.
        """
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    @property
    def categories(self) -> dict[str, str]:
        """
        Code by dimension.
        """
    @property
    def inner(self) -> str | None:
        """
        What facts of inner nodes are; None as the table.
        """
    @property
    def marks(self) -> dict[str, str]:
        """
        What signs in a text column mean.
        """
    @property
    def measure(self) -> str | None:
        """
        None for the name of the column.
        """
    @property
    def name(self) -> str:
        """
        In the table.
        """
    @property
    def places(self) -> int | None:
        """
        Decimal places, where they are stated.
        """
    @property
    def precision(self) -> str | None:
        """
        How the values were shortened; None: exact, of an indicator nearest.
        """
    @property
    def unit(self) -> Unit | None:
        """
        As written; None for that of the measure.
        """

class Series:
    """
    Facts of one measure and category.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    @property
    def categories(self) -> dict[str, str]:
        """
        Code by dimension.
        """
    @property
    def inner(self) -> str:
        """
        What facts of inner nodes are.
        """
    @property
    def last_place(self) -> int:
        """
        Places to which they were shortened.
        """
    @property
    def measure(self) -> str:
        """
        Full id, or the name of the column.
        """
    @property
    def name(self) -> str:
        """
        `trained[training_kind=disabled]`.
        """
    @property
    def origin(self) -> str:
        """
        From when a cumulative measure counts.
        """
    @property
    def places(self) -> int:
        """
        Decimal places of the values.
        """
    @property
    def precision(self) -> str:
        """
        How the values were shortened.
        """
    @property
    def prints(self) -> int:
        """
        Shortened values behind each unit that is known; 0 where nobody counted.
        """
    @property
    def regions(self) -> str:
        """
        How it adds over regions: sum or none.
        """
    @property
    def time(self) -> str:
        """
        How it behaves in time: flow, stock, cumulative, plan, cohort, standard, ratio, rank.
        """
    @property
    def unit(self) -> Unit:
        """
        Of the values.
        """

class Panel:
    """
    Facts by region, period, category and measure.
    """
    @staticmethod
    def from_arrow(
        table: typing.Any,
        *,
        regions: RegionTree,
        region: str = "region",
        period: str = "period",
        columns: collections.abc.Sequence[Column | str] | None = None,
        categories: dict[str, str] | None = None,
        catalogue: Catalogue | None = None,
        first_period: str | Period | None = None,
        inner: str = "refuse",
        duplicates: str = "refuse",
        unknown: str = "refuse",
        hierarchy: str = "",
        threads: int = 0,
        progress: collections.abc.Callable[[float], typing.Any] | None = None,
    ) -> Panel:
        """
        Reads a table: a row for each region and period, and with `categories` for each category.

        table: anything that Table.from_arrow takes. region, period: columns of the keys. columns: names or
        Column; None for every other column of numbers. categories: {dimension: column of its codes}.
        catalogue: what measures and categories mean. first_period: whole numbers in the period column count
        from it, from 0; None: they are years (2016) or months (201611). inner: what facts of inner nodes
        are (refuse, total, own). duplicates: refuse, add. unknown: regions that the tree has not (refuse,
        set_aside). hierarchy: of the tree. threads: at most so many, 0 for all. progress: called with the
        share that is done.
        Raises: StructureError, CodeError, ParseError, UnitError, LimitError, each with every row that is
        wrong; KeyboardInterrupt.
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def hierarchy(self) -> str:
        """
        In which the regions stand.
        """
    @property
    def periods(self) -> list[Period]:
        """
        The periods that occur, from the earliest.
        """
    @property
    def rows(self) -> int:
        """
        Rows of the table.
        """
    @property
    def series(self) -> list[Series]:
        """
        In the order of the columns, each with all categories that occur.
        """
    @property
    def set_aside(self) -> list[Fault]:
        """
        Rows that were set aside, each with its reason; the line of a place is the row, from 1.
        """
    @property
    def tree(self) -> RegionTree:
        """
        The regions.
        """

class Totals:
    """
    Sums of a panel by region, period and series.
    """
    class Row:
        """
        A region of a level, a group, or the rest of one.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def code(self) -> str:
            """
            Of a region; the name of a group, `!` for a rest.
            """
        @property
        def kind(self) -> str:
            """
            region, group or complement.
            """
        @property
        def level(self) -> str:
            """
            Of a region; empty for groups.
            """
        @property
        def name(self) -> str:
            """
            The latest.
            """

    class Difference:
        """
        A printed total of an inner node beside what rolls up to it.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def computed(self) -> fractions.Fraction | None:
            """
            What is known below, rolled up; None where nothing is.

            Unit: that of the series.
            """
        @property
        def coverage(self) -> tuple[int, int]:
            """
            Known and due units of the roll-up.
            """
        @property
        def period(self) -> Period:
            """
            For when.
            """
        @property
        def region(self) -> str:
            """
            Code of the inner node.
            """
        @property
        def reported(self) -> fractions.Fraction:
            """
            Unit: that of the series.
            """
        @property
        def series(self) -> str:
            """
            Its name.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str | None:
        """
        What a notebook shows; None without pyarrow, for the line of `repr`.
        """
    def as_flows(self) -> Totals:
        """
        Cumulative series as flows: differences within their origin.
        """
    def at(
        self, period: str | Period, series: Series | str, row: str, *, partial: str = "gap"
    ) -> Quantity | None:
        """
        The total with its unit; None where there is none.

        row: a code or the name of a group. partial: gap, or known_part for the sum of what is known.
        Raises: CodeError.
        """
    def by_period(self, kind: str) -> Totals:
        """
        Months into quarters, years and so on, each series by its own time rule.

        Raises: StructureError.
        """
    def coverage(self, period: str | Period, series: Series | str, row: str) -> tuple[int, int]:
        """
        How many reporting units are known, and how many are due.

        Raises: CodeError.
        """
    def gap(
        self, period: str | Period, series: Series | str, row: str, *, partial: str = "gap"
    ) -> str | None:
        """
        Why at() gives nothing; None where it gives a total.

        Raises: CodeError.
        """
    def status(self, period: str | Period, series: Series | str, row: str) -> str:
        """
        complete, partial, missing, not_applicable or suppressed.

        Raises: CodeError.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A row for each period, series and row: level, code, name, parent, period, measure, the
        categories, value, unit, status, known, due.

        Raises: LimitError.
        """
    @property
    def differences(self) -> list[Totals.Difference]:
        """
        Totals that were reported for inner nodes and are not what rolls up.
        """
    @property
    def periods(self) -> list[Period]:
        """
        From the earliest.
        """
    @property
    def rows(self) -> list[Totals.Row]:
        """
        Levels from top to bottom, each in the official order, then groups.
        """
    @property
    def series(self) -> list[Series]:
        """
        In the order of the columns.
        """
    @property
    def tree(self) -> RegionTree:
        """
        The tree that was rolled up.
        """

class RollUp:
    """
    The mergeable sum that builds every level from the facts.

    Sums are exact, so the answer is the same for any order of rows, any batches, any threads and any
    machines whose parts are merged. It changes, and belongs to one thread at a time.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]
    @staticmethod
    def from_bytes(bytes: bytes, tree: RegionTree) -> RollUp:
        """
        Reads to_bytes() back.

        Raises: ParseError, StructureError.
        """
    def __copy__(self) -> RollUp: ...
    def __deepcopy__(self, memo: typing.Any) -> RollUp: ...
    def __init__(
        self,
        tree: RegionTree,
        *,
        levels: collections.abc.Sequence[str] | None = None,
        groups: collections.abc.Sequence[str]
        | collections.abc.Mapping[str, collections.abc.Sequence[str]]
        | None = None,
        hierarchy: str = "",
    ) -> None:
        """
        Sums for levels (None for all) and groups of a tree.

        groups: names of groups of the tree, `!name` for the rest of what contains one; or a mapping of
        names to codes, which are added to the tree.
        Raises: CodeError, StructureError.
        """
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def add(
        self,
        panel: Panel,
        *,
        threads: int = 0,
        progress: collections.abc.Callable[[float], typing.Any] | None = None,
    ) -> RollUp:
        """
        Adds the facts of a panel over the same tree; an interrupted call has added nothing.

        Raises: StructureError, LimitError, KeyboardInterrupt.
        """
    def finish(
        self,
        *,
        threads: int = 0,
        progress: collections.abc.Callable[[float], typing.Any] | None = None,
    ) -> Totals:
        """
        The totals so far.

        Raises: StructureError where more is known than is due, KeyboardInterrupt.
        """
    def merge(self, other: RollUp) -> RollUp:
        """
        Adds the sums of another roll-up of the same levels and groups.

        Raises: StructureError.
        """
    def to_bytes(self) -> bytes:
        """
        The sums as versioned bytes, without the tree.
        """
    @property
    def tree(self) -> RegionTree:
        """
        With its groups.
        """

class MovedFigure:
    """
    A figure that is not its own ordinary rounding.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def balanced(self) -> decimal.Decimal:
        """
        As it is given instead.
        """
    @property
    def column(self) -> int | None:
        """
        From 0; None for the total of a row, and in a list.
        """
    @property
    def rounded(self) -> decimal.Decimal:
        """
        As it would be rounded by itself.
        """
    @property
    def row(self) -> int | None:
        """
        From 0; None for the total of a column.
        """
    @property
    def value(self) -> fractions.Fraction:
        """
        Exact.

        Unit: that of the result, after rescaling.
        """

class BalancedParts:
    """
    Parts that add up to their total.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def moved(self) -> list[MovedFigure]:
        """
        What is not its own ordinary rounding; row is the number of the part.
        """
    @property
    def parts(self) -> list[decimal.Decimal]:
        """
        In the order of the figures.
        """
    @property
    def total(self) -> decimal.Decimal:
        """
        Their sum, exactly.
        """

class BalancedTable:
    """
    A table whose rows, columns and totals all add up.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def cells(self) -> list[list[decimal.Decimal]]:
        """
        By row and column.
        """
    @property
    def column_totals(self) -> list[decimal.Decimal]:
        """
        Of every column.
        """
    @property
    def moved(self) -> list[MovedFigure]:
        """
        Cells by row, then row totals, then column totals.
        """
    @property
    def row_totals(self) -> list[decimal.Decimal]:
        """
        Of every row.
        """
    @property
    def total(self) -> decimal.Decimal:
        """
        Of all cells.
        """

class BalancedShares:
    """
    Shares that add up to their whole.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def moved(self) -> list[MovedFigure]:
        """
        row is the number of the weight.
        """
    @property
    def shares(self) -> list[decimal.Decimal | None]:
        """
        In the order of the weights; None for an absent one.
        """
    @property
    def whole(self) -> decimal.Decimal | None:
        """
        What the known shares add up to; None where none is known.
        """

class BalanceFinding:
    """
    Whether prints were moved so that they add up.
    """
    class Print:
        """
        A print or a sum in its place.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def column(self) -> int | None:
            """
            From 0; None for the total of a row, and in a list.
            """
        @property
        def printed(self) -> decimal.Decimal:
            """
            Its print.
            """
        @property
        def row(self) -> int | None:
            """
            From 0; None for the total of a column.
            """
        @property
        def value(self) -> Interval:
            """
            What is known of it.

            Unit: that of the prints.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def beyond(self) -> list[BalanceFinding.Print]:
        """
        A whole step or more away, or no multiples of it.
        """
    @property
    def broken(self) -> list[BalanceFinding.Print]:
        """
        Totals that the prints do not add up to.
        """
    @property
    def is_least(self) -> bool | None:
        """
        Whether no balanced prints that add up to the same grand total lie nearer; None where that is not known.

        False is the only sign that figures were swapped or are wrong.
        """
    @property
    def kind(self) -> str:
        """
        ordinary, balanced, summed (only totals are no roundings) or neither.
        """
    @property
    def moved(self) -> list[BalanceFinding.Print]:
        """
        No rounding of their values, but less than a step away.
        """

class _FloatColumn:
    """
    Memory of floats behind a memoryview.
    """

class CoefficientOfVariation:
    """
    差异系数: standard deviation over mean, with what each unit adds.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __float__(self) -> float: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def compare(self, threshold: int | fractions.Fraction | decimal.Decimal | str) -> int:
        """
        -1, 0 or 1: below, at or above the threshold, exactly (全数值比较).
        """
    def distance(self, threshold: int | fractions.Fraction | decimal.Decimal | str) -> float:
        """
        Threshold minus coefficient, below 0 where it is passed.
        """
    def rounded(self, places: int) -> decimal.Decimal:
        """
        Rounded once, half up, from the exact value (for 修约值比较).

        Raises: LimitError.
        """
    def squared(self) -> fractions.Fraction:
        """
        The square, exactly.
        """
    @property
    def contributions(self) -> memoryview:
        """
        The share of each unit in the square of the coefficient, as a memoryview of floats.
        """
    @property
    def left_out(self) -> list[int]:
        """
        Rows that do not count, from 0.
        """
    @property
    def mean(self) -> fractions.Fraction:
        """
        The mean, exactly.
        """
    @property
    def value(self) -> float:
        """
        The coefficient; a threshold is met or not by compare().
        """

class TheilDecomposition:
    """
    Theil's measure as within groups plus between groups.
    """
    class Group:
        """
        One group.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def amount_share(self) -> float:
            """
            Its share of the total.
            """
        @property
        def contribution(self) -> float:
            """
            To what lies within groups.
            """
        @property
        def theil(self) -> float:
            """
            The measure in the group.
            """
        @property
        def weight_share(self) -> float:
            """
            Its share of the weight.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def between(self) -> float:
        """
        Between the means of the groups.
        """
    @property
    def groups(self) -> list[TheilDecomposition.Group]:
        """
        In the order in which their labels first appear.
        """
    @property
    def total(self) -> float:
        """
        Within and between together.
        """
    @property
    def within(self) -> float:
        """
        Inside the groups.
        """

class BalanceRules:
    """
    What an assessment went by, with where it stands.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def junior_share(self) -> fractions.Fraction:
        """
        As primary_share.
        """
    @property
    def left_out(self) -> list[str]:
        """
        Kinds of school that do not count.
        """
    @property
    def may_miss(self) -> int:
        """
        How many limits a school may miss.
        """
    @property
    def places(self) -> int:
        """
        Of the rounded verdict.
        """
    @property
    def primary_share(self) -> fractions.Fraction:
        """
        What a pupil of the stage counts for in a split.
        """
    @property
    def regime(self) -> str:
        """
        basic or high_quality.
        """
    @property
    def regulation(self) -> str:
        """
        In which indicators, thresholds and limits stand.
        """
    @property
    def senior_share(self) -> fractions.Fraction:
        """
        As primary_share.
        """
    @property
    def source(self) -> str:
        """
        Where left_out comes from.
        """
    @property
    def split(self) -> list[str]:
        """
        Measures of the whole school, which are split.
        """
    @property
    def split_source(self) -> str:
        """
        Where split and the shares come from.
        """
    @property
    def stage(self) -> str:
        """
        primary or junior.
        """
    @property
    def tolerated(self) -> fractions.Fraction:
        """
        What a school has to have of every limit, as a share of it.
        """

class Lift:
    """
    What would bring a coefficient to its threshold.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def amount(self) -> fractions.Fraction:
        """
        What has to be added in all.

        Unit: that of the measure.
        """
    @property
    def floor(self) -> fractions.Fraction:
        """
        To which every school below is raised.

        Unit: that of the indicator.
        """
    @property
    def schools(self) -> list[int]:
        """
        Numbers in the assessment.
        """

class SchoolVerdict:
    """
    A school against the limits of high-quality balance.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def met(self) -> int:
        """
        Limits that it meets.
        """
    @property
    def missed_badly(self) -> int:
        """
        Limits of which it has less than is tolerated.
        """
    @property
    def passes(self) -> bool:
        """
        Misses at most as many limits as it may, and none badly.
        """

class BalanceIndicator:
    """
    One indicator of an assessment.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def amounts(self) -> list[fractions.Fraction]:
        """
        Of each school, what falls on the stage.
        """
    @property
    def drivers(self) -> list[int]:
        """
        The fewest schools that make half of the square of the coefficient.
        """
    @property
    def id(self) -> str:
        """
        In the catalogue.
        """
    @property
    def is_met(self) -> bool:
        """
        The exact value is at most the threshold.
        """
    @property
    def is_met_rounded(self) -> bool:
        """
        The rounded value is.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """
    @property
    def lift(self) -> Lift | None:
        """
        What would bring it to the threshold, or None.
        """
    @property
    def limit(self) -> fractions.Fraction | None:
        """
        For each school, or None.
        """
    @property
    def rounded(self) -> decimal.Decimal:
        """
        The coefficient, rounded once.
        """
    @property
    def shortfalls(self) -> list[fractions.Fraction]:
        """
        What each school lacks to the limit.

        Unit: that of the measure.
        """
    @property
    def threshold(self) -> fractions.Fraction:
        """
        For this coefficient, or the mean of all.
        """
    @property
    def unit(self) -> Unit:
        """
        Of the values.
        """
    @property
    def values(self) -> list[fractions.Fraction]:
        """
        Of each school, exactly.

        Unit: unit.
        """
    @property
    def variation(self) -> CoefficientOfVariation:
        """
        差异系数, with contributions.
        """

class BalanceAssessment:
    """
    The schools of a county, assessed for one stage.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def indicators(self) -> list[BalanceIndicator]:
        """
        In the order of the catalogue.
        """
    @property
    def is_met(self) -> bool:
        """
        The thresholds are met by exact values.
        """
    @property
    def is_met_rounded(self) -> bool:
        """
        They are by rounded values.
        """
    @property
    def left_out(self) -> list[int]:
        """
        Rows left out by kind.
        """
    @property
    def mean(self) -> float:
        """
        综合差异系数: the plain mean of the coefficients.
        """
    @property
    def rounded_mean(self) -> decimal.Decimal:
        """
        The mean, rounded once from the exact value.
        """
    @property
    def rules(self) -> BalanceRules:
        """
        As asked, with their sources.
        """
    @property
    def schools(self) -> list[int]:
        """
        Rows that count, from 0.
        """
    @property
    def verdicts(self) -> list[SchoolVerdict]:
        """
        Of each school; empty without limits.
        """
    @property
    def without_pupils(self) -> list[int]:
        """
        Rows without pupils of the stage.
        """

class ScoreSheet:
    """
    Scores with the names of their units and columns.

    `numpy.asarray` shows them without a copy, with NaN for a gap.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        What a notebook shows.
        """
    def column(self, name: str) -> list[float | None]:
        """
        The scores of one column; None for a gap.

        Raises: CodeError.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A Table with the column `unit` in front.

        Raises: StructureError.
        """
    @property
    def columns(self) -> list[str]:
        """
        Names of the columns.
        """
    @property
    def rows(self) -> list[list[float | None]]:
        """
        The scores, row after row; None for a gap.
        """
    @property
    def units(self) -> list[str]:
        """
        Names of the rows.
        """

class Weights:
    """
    Weights with the names of their indicators.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __getitem__(self, name: str) -> float: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        What a notebook shows.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_dict(self) -> dict[str, float]:
        """
        Weights by name.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A Table with the column `unit` in front.

        Raises: StructureError.
        """
    @property
    def names(self) -> list[str]:
        """
        Of the indicators.
        """
    @property
    def values(self) -> list[float]:
        """
        In the order of the names; the sum is 1.
        """

class Ahp:
    """
    Weights from pairwise judgements.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        What a notebook shows.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A Table with the column `unit` in front.

        Raises: StructureError.
        """
    @property
    def consistency_index(self) -> float:
        """
        (principal eigenvalue - n) / (n - 1).
        """
    @property
    def consistency_ratio(self) -> float:
        """
        Index over random index; 0 for one or two items.
        """
    @property
    def is_consistent(self) -> bool:
        """
        Whether the ratio is below 0.1.
        """
    @property
    def principal_eigenvalue(self) -> float:
        """
        n for consistent judgements, else more.
        """
    @property
    def random_index(self) -> float | None:
        """
        Of n items; None for one or two.
        """
    @property
    def random_index_table(self) -> str:
        """
        saaty_1980, saaty_2005 or donegan_dodd_1991.
        """
    @property
    def weights(self) -> Weights:
        """
        The principal eigenvector; the sum is 1.
        """

class Topsis:
    """
    Closeness to the ideal, by unit.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        What a notebook shows.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A Table with the column `unit` in front.

        Raises: StructureError.
        """
    @property
    def anti_ideal(self) -> list[float]:
        """
        The worst value of each column, as it was given.
        """
    @property
    def columns(self) -> list[str]:
        """
        Names of the columns.
        """
    @property
    def ideal(self) -> list[float]:
        """
        The best value of each column, as it was given.
        """
    @property
    def ranks(self) -> list[int | None]:
        """
        1 for the highest score; None without one.
        """
    @property
    def scores(self) -> list[float | None]:
        """
        0 for the anti-ideal, 1 for the ideal; None where all units are equal.
        """
    @property
    def to_anti_ideal(self) -> list[float]:
        """
        Weighted distances.
        """
    @property
    def to_ideal(self) -> list[float]:
        """
        Weighted distances.
        """
    @property
    def units(self) -> list[str]:
        """
        Names of the rows, or their numbers.
        """

class CompositeIndex:
    """
    An index of every unit.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        What a notebook shows.
        """
    def coverage(self, aggregate: str | None = None) -> list[tuple[int, int]]:
        """
        How many indicators are known and due, by unit: of the index, or of a dimension.

        One that zero_range made a gap is not known.

        Raises: CodeError.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A Table with the column `unit` in front.

        Raises: StructureError.
        """
    @property
    def aggregates(self) -> ScoreSheet:
        """
        Of every dimension, and of the index in the last column.
        """
    @property
    def normalised(self) -> ScoreSheet:
        """
        Of the indicators.
        """
    @property
    def ranks(self) -> list[int | None]:
        """
        1 for the highest score; None without one.
        """
    @property
    def scores(self) -> list[float | None]:
        """
        Of the index; None for a gap.
        """
    @property
    def units(self) -> list[str]:
        """
        Names of the rows.
        """

class WeightSensitivity:
    """
    What ranks an index gives when its weights are shaken.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        What a notebook shows.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A Table with the column `unit` in front.

        Raises: StructureError.
        """
    @property
    def best(self) -> list[int | None]:
        """
        The smallest rank of all draws.
        """
    @property
    def high(self) -> list[int | None]:
        """
        Nine draws of ten lie up to this rank.
        """
    @property
    def kept(self) -> list[float | None]:
        """
        Share of the draws with the rank of `ranks`.
        """
    @property
    def low(self) -> list[int | None]:
        """
        Nine draws of ten lie from this rank on.
        """
    @property
    def median(self) -> list[int | None]:
        """
        The median of all draws.
        """
    @property
    def ranks(self) -> list[int | None]:
        """
        With the weights as they are.
        """
    @property
    def units(self) -> list[str]:
        """
        Names of the rows.
        """
    @property
    def worst(self) -> list[int | None]:
        """
        The largest rank of all draws.
        """

class RankIntervals:
    """
    What scores and ranks are possible between two ends.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _repr_html_(self) -> str:
        """
        What a notebook shows.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A Table with the column `unit` in front.

        Raises: StructureError.
        """
    @property
    def best(self) -> list[int | None]:
        """
        No rank is smaller.
        """
    @property
    def high_scores(self) -> list[float | None]:
        """
        The highest score that is reached.
        """
    @property
    def low_scores(self) -> list[float | None]:
        """
        The lowest score that is reached.
        """
    @property
    def units(self) -> list[str]:
        """
        Names of the rows.
        """
    @property
    def worst(self) -> list[int | None]:
        """
        No rank is larger.
        """

class Fact:
    """
    One statistic of a published text.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        item: str,
        figure: Figure | str | int | fractions.Fraction | decimal.Decimal | None = None,
        *,
        gap: str | None = None,
        categories: collections.abc.Mapping[str, str] = {},
        scope: Scope | str = ...,
        period: str | Period | None = None,
        precision: str | None = None,
        vintage: str = "",
        source: str = "",
        note: str = "",
        place: Place = ...,
    ) -> None:
        """
        A figure as printed, or the gap that stands for it.

        gap: missing, not_applicable, suppressed, undefined.
        Raises: ParseError, UnitError, CodeError, TypeError for a float.
        """
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as JSON-ready values.
        """
    @property
    def categories(self) -> dict[str, str]:
        """
        Code by code list.
        """
    @property
    def figure(self) -> Figure | None:
        """
        As printed; None for a gap.
        """
    @property
    def gap(self) -> str | None:
        """
        Why nothing is printed; None for a figure.
        """
    @property
    def item(self) -> str:
        """
        An id, a label or an alias.
        """
    @property
    def note(self) -> str:
        """
        In words.
        """
    @property
    def period(self) -> Period | None:
        """
        For when; None for the period of the text.
        """
    @property
    def place(self) -> Place:
        """
        Line in the facts file.
        """
    @property
    def precision(self) -> str | None:
        """
        How it was shortened, where declared.
        """
    @property
    def scope(self) -> Scope:
        """
        Of what.
        """
    @property
    def source(self) -> str:
        """
        Where it is printed.
        """
    @property
    def vintage(self) -> str:
        """
        快报, 年报, 核定, 修订.
        """

class Bulletin:
    """
    The facts of one published text, in its order.
    """
    @staticmethod
    def parse_csv(
        text: str,
        name: str = "",
        *,
        marks: collections.abc.Mapping[str, str] = {},
        catalogue: Catalogue | None = None,
    ) -> Bulletin:
        """
        Reads the text of a facts file; `name` stands in errors.

        Raises: ParseError, StructureError with every fault, its line and column.
        """
    @staticmethod
    def read_csv(
        path: str | os.PathLike[str],
        encoding: str | None = None,
        *,
        marks: collections.abc.Mapping[str, str] = {},
        catalogue: Catalogue | None = None,
    ) -> Bulletin:
        """
        Reads a facts file; only the columns item and figure are needed.

        encoding: utf-8, gb18030, gbk. marks say what signs mean: {"—": "missing"}. catalogue gives unit words.
        Raises: FileError, ParseError, StructureError with every fault, its line and column.
        """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __getitem__(self, index: int) -> Fact: ...
    def __hash__(self) -> int: ...
    def __init__(self, facts: collections.abc.Sequence[Fact], name: str = "") -> None:
        """
        A bulletin of these facts.
        """
    def __iter__(self) -> collections.abc.Iterator[Fact]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    @property
    def facts(self) -> list[Fact]:
        """
        The facts in the order of the text.
        """
    @property
    def name(self) -> str:
        """
        File name or title.
        """

class Reading:
    """
    A figure found in a text: where it stands and what it became.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def explain(self, lang: str = "zh") -> str:
        """
        In one sentence.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as JSON-ready values; places are in characters.
        """
    @property
    def begin(self) -> int:
        """
        First character: `text[begin:end]` is the figure.
        """
    @property
    def byte_begin(self) -> int:
        """
        First byte, a qualifier included.
        """
    @property
    def byte_end(self) -> int:
        """
        Behind the last byte of its unit.
        """
    @property
    def context(self) -> str:
        """
        Its sentence, shortened around it.
        """
    @property
    def end(self) -> int:
        """
        Behind its last character.
        """
    @property
    def fact(self) -> int | None:
        """
        Number of its fact, from 0; None where it is none.
        """
    @property
    def items(self) -> list[str]:
        """
        What it can mean, or what a change moved.
        """
    @property
    def kind(self) -> str:
        """
        statistic, change, date, duration, document_number, section_number, ordinal, phone_number, word, other.
        """
    @property
    def reason(self) -> str | None:
        """
        Why a statistic is no fact: no_item, other_unit, ambiguous, programme_unclear, restricted, scope_unclear, distribution, other_period.
        """
    @property
    def sentence_begin(self) -> int:
        """
        First character of its sentence.
        """
    @property
    def sentence_end(self) -> int:
        """
        Behind the last character of its sentence, which its 。 is not.
        """
    @property
    def text(self) -> str:
        """
        As printed.
        """

class BulletinText(Bulletin):
    """
    A bulletin that was read from running text.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    @property
    def period(self) -> Period | None:
        """
        The period of the facts that state no other.
        """
    @property
    def readings(self) -> list[Reading]:
        """
        Every figure, in the order of the text.
        """
    @property
    def text(self) -> str:
        """
        As given.
        """

class Computed:
    """
    One indicator computed from the facts of a bulletin.
    """
    class Input:
        """
        One input of a formula.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def interval(self) -> Interval:
            """
            What the true value can be.

            Unit: base unit.
            """
        @property
        def label(self) -> Label:
            """
            In both languages.
            """
        @property
        def name(self) -> str:
            """
            Full id with category.
            """
        @property
        def text(self) -> str:
            """
            As printed, or the computed value.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as JSON-ready values.
        """
    @property
    def bound(self) -> str:
        """
        tight, or outer when not every value inside is proven possible.
        """
    @property
    def categories(self) -> dict[str, str]:
        """
        Code by code list, for which it is read.
        """
    @property
    def formula(self) -> str:
        """
        As the catalogue writes it.
        """
    @property
    def gap(self) -> str | None:
        """
        Why there is no value; None where there is one.
        """
    @property
    def indicator(self) -> str:
        """
        Full id.
        """
    @property
    def inputs(self) -> list[Computed.Input]:
        """
        In the order of the formula.
        """
    @property
    def interval(self) -> Interval | None:
        """
        What the true value can be.

        Unit: base unit.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """
    @property
    def period(self) -> Period | None:
        """
        For when.
        """
    @property
    def printed(self) -> Figure | None:
        """
        The figure that the bulletin prints for it.
        """
    @property
    def rounded(self) -> decimal.Decimal | None:
        """
        The value with the indicator's places.

        Unit: the indicator's.
        """
    @property
    def scope(self) -> Scope:
        """
        Of what.
        """
    @property
    def value(self) -> Quantity | None:
        """
        Exact, from the printed values; None where there is a gap.

        Unit: the indicator's.
        """

class Indicators:
    """
    Indicators of a catalogue on totals.
    """
    class Column:
        """
        One indicator, for one category.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def categories(self) -> dict[str, str]:
            """
            Code by dimension, for which it is read.
            """
        @property
        def formula(self) -> str:
            """
            As the catalogue writes it.
            """
        @property
        def indicator(self) -> str:
            """
            Full id.
            """
        @property
        def label(self) -> Label:
            """
            In both languages.
            """
        @property
        def name(self) -> str:
            """
            `training_share[training_kind=disabled]`.
            """
        @property
        def places(self) -> int:
            """
            Decimal places of the values.
            """
        @property
        def rounding(self) -> str:
            """
            By which they were rounded.
            """
        @property
        def unit(self) -> Unit:
            """
            Of the values.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str | None:
        """
        What a notebook shows; None without pyarrow, for the line of `repr`.
        """
    def at(
        self, period: str | Period, indicator: Indicators.Column | str, row: str
    ) -> Quantity | None:
        """
        The exact value with its unit; None for a gap.

        Raises: CodeError.
        """
    def coverage(
        self, period: str | Period, indicator: Indicators.Column | str, row: str
    ) -> tuple[int, int]:
        """
        k of n of the input of which the smallest share is known.

        Raises: CodeError.
        """
    def gap(self, period: str | Period, indicator: Indicators.Column | str, row: str) -> str | None:
        """
        Why there is no value; None where there is one.

        Raises: CodeError.
        """
    def rank(
        self,
        indicator: Indicators.Column | str,
        *,
        order: str = "highest_first",
        ties: str = "lowest",
        by: str = "exact",
        among: str = "parent",
        threads: int = 0,
        progress: collections.abc.Callable[[float], typing.Any] | None = None,
    ) -> list[list[int | None]]:
        """
        The rank of every row, by period and row; None for gaps and groups.

        order: highest_first, lowest_first. ties: lowest (1 2 2 4), highest (1 3 3 4), dense (1 2 2 3).
        by: exact, or rounded so that equal figures share a rank. among: parent, level.
        Raises: CodeError, KeyboardInterrupt.
        """
    def rounded(
        self, period: str | Period, indicator: Indicators.Column | str, row: str
    ) -> decimal.Decimal | None:
        """
        The value with the places of the indicator; None for a gap.

        Raises: CodeError.
        """
    def statuses(self, period: str | Period, indicator: Indicators.Column | str) -> list[str]:
        """
        By row: complete, partial, missing, not_applicable, suppressed, undefined or not_comparable.

        Raises: CodeError.
        """
    def to_arrow(self, layout: str = "wide") -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self, layout: str = "wide") -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self, layout: str = "wide") -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self, layout: str = "wide") -> Table:
        """
        wide: a row for each period and region, a column for each indicator. long: a row for each
        period, indicator and region, with unit, status, the exact value as a fraction, and coverage.

        Raises: CodeError, LimitError.
        """
    def values(
        self, period: str | Period, indicator: Indicators.Column | str
    ) -> list[decimal.Decimal | None]:
        """
        The rounded values by row; None for gaps.

        Raises: CodeError.
        """
    @property
    def columns(self) -> list[Indicators.Column]:
        """
        In the order of the catalogue.
        """
    @property
    def left_out(self) -> list[Fault]:
        """
        Indicators that were left out, each with what no series answers.
        """
    @property
    def totals(self) -> Totals:
        """
        From which they are computed.
        """

class Explanation:
    """
    Why a soft finding is as it is, kept for the next month.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        relation: str,
        text: str,
        scope: Scope = ...,
        period: Period | None = None,
        who: str = "",
        date: str = "",
        valid_until: str = "",
        place: Place = ...,
    ) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def date(self) -> str:
        """
        When, as 2016-12-01.
        """
    @property
    def period(self) -> Period | None:
        """
        The period; None for every one.
        """
    @property
    def place(self) -> Place:
        """
        Line in its file.
        """
    @property
    def relation(self) -> str:
        """
        Id of the relation or indicator.
        """
    @property
    def scope(self) -> Scope:
        """
        The scope to which it applies.
        """
    @property
    def text(self) -> str:
        """
        The explanation.
        """
    @property
    def valid_until(self) -> str:
        """
        Last day on which it counts.
        """
    @property
    def who(self) -> str:
        """
        Who gave it.
        """

class Note:
    """
    Something that a reader of a finding should know.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, code: str, arguments: collections.abc.Sequence[str] = []) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def message(self, lang: str = "zh") -> str:
        """
        The sentence in Chinese (`zh`) or English (`en`).
        """
    @property
    def arguments(self) -> list[str]:
        """
        The figures or names concerned.
        """
    @property
    def code(self) -> str:
        """
        What is noted, such as `mixed_kinds`.
        """

class Finding:
    """
    The verdict on one relation, with everything needed to check it by hand.
    """
    class Input:
        """
        One figure of a relation.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def figure(self) -> Figure:
            """
            As printed.
            """
        @property
        def interval(self) -> Interval:
            """
            What the true value can be.

            Unit: base unit.
            """
        @property
        def name(self) -> str:
            """
            As in the relation.
            """
        @property
        def precision(self) -> str:
            """
            The rule by which it was read.
            """

    class Origin:
        """
        Where an input of a bulletin stands.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def fact(self) -> int:
            """
            Number of the fact, from 0.
            """
        @property
        def label(self) -> Label:
            """
            Of the item, in both languages.
            """
        @property
        def place(self) -> Place:
            """
            In the facts file.
            """
        @property
        def scope(self) -> Scope:
            """
            Of what.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def allowed(self, name: str) -> Interval | None:
        """
        What the named figure would have to be, given the others; None when nothing would do.

        Unit: base unit. Raises: CodeError for an unknown name.
        """
    def explain(self, lang: str = "zh") -> str:
        """
        The whole story in Chinese (`zh`) or English (`en`).
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as JSON-ready values; numbers are text such as 3191/5000.
        """
    @property
    def bound(self) -> str:
        """
        tight, or outer when the verdict rests on a bound that is not proven tight.
        """
    @property
    def explanation(self) -> Explanation | None:
        """
        A stored explanation; None when there is none.
        """
    @property
    def inputs(self) -> list[Finding.Input]:
        """
        The figures, in the order of the relation.
        """
    @property
    def interval(self) -> Interval | None:
        """
        What the computed side can be; None when it is undefined.

        Unit: base unit.
        """
    @property
    def kind(self) -> str:
        """
        asked, indicator, rule, partition, subset, region, complement, restatement, cumulative or between_parts.
        """
    @property
    def label(self) -> Label:
        """
        In both languages.
        """
    @property
    def left(self) -> Interval | None:
        """
        What the left side can be; None when it is undefined.

        Unit: base unit.
        """
    @property
    def note(self) -> Label:
        """
        What the catalogue says of it.
        """
    @property
    def notes(self) -> list[Note]:
        """
        What a reader should know.
        """
    @property
    def origins(self) -> list[Finding.Origin]:
        """
        Where the inputs stand; empty for a finding of check().
        """
    @property
    def period(self) -> Period | None:
        """
        For when.
        """
    @property
    def precision(self) -> str:
        """
        The precision asked for.
        """
    @property
    def relation(self) -> str:
        """
        The relation.
        """
    @property
    def right(self) -> Interval | None:
        """
        What the right side can be; None when it is undefined.

        Unit: base unit.
        """
    @property
    def rule(self) -> str:
        """
        Id of what implies it.
        """
    @property
    def scope(self) -> Scope:
        """
        Of what.
        """
    @property
    def severity(self) -> str:
        """
        hard: must hold; soft: fix or explain.
        """
    @property
    def verdict(self) -> str:
        """
        consistent, impossible or cannot_tell.
        """

class Findings:
    """
    The verdict on every row; a row's Finding is made on demand.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __getitem__(self, row: int) -> Finding: ...
    def __iter__(self) -> collections.abc.Iterator[Finding]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    @property
    def counts(self) -> dict[str, int]:
        """
        Number of rows by verdict.
        """
    @property
    def precision(self) -> str:
        """
        The precision asked for.
        """
    @property
    def relation(self) -> Relation:
        """
        What was judged.
        """
    @property
    def verdicts(self) -> list[str]:
        """
        consistent, impossible or cannot_tell, by row.
        """

class Audit:
    """
    All findings on one bulletin, in a fixed order.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __getitem__(self, index: int) -> Finding: ...
    def __iter__(self) -> collections.abc.Iterator[Finding]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Everything as JSON-ready values; numbers are text such as 3191/5000.
        """
    @property
    def bulletin(self) -> Bulletin:
        """
        What was audited.
        """
    @property
    def explained(self) -> tuple[Finding, ...]:
        """
        Soft findings that a valid explanation covers.
        """
    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        Every judged relation, without the explained ones.
        """
    @property
    def masked(self) -> tuple[Fact, ...]:
        """
        Facts with masked digits.
        """
    @property
    def precision(self) -> str:
        """
        As asked.
        """
    @property
    def unrelated(self) -> tuple[Fact, ...]:
        """
        Facts that no judged relation uses.
        """
    @property
    def verdict(self) -> str:
        """
        impossible if any finding is, else cannot_tell if any is, else consistent.
        """

class Slip:
    """
    One slip between a true value and its print.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def explain(self, lang: str = "zh") -> str:
        """
        What happened, in Chinese (`zh`) or English (`en`).
        """
    def words(self, lang: str = "zh") -> str:
        """
        The kind in Chinese (`zh`) or English (`en`).
        """
    @property
    def arguments(self) -> list[str]:
        """
        Print, correction, and what else is named.
        """
    @property
    def figure(self) -> Figure:
        """
        What should have been printed.
        """
    @property
    def interval(self) -> Interval:
        """
        What the corrected figure can stand for.

        Unit: base unit.
        """
    @property
    def kind(self) -> str:
        """
        rounding, scale_word, unit, transposed, mistyped, dropped, doubled, decimal_point, sign, other_denominator or mean_of_rates.
        """
    @property
    def precision(self) -> str:
        """
        The rule by which `interval` reads it.
        """
    @property
    def weight(self) -> fractions.Fraction:
        """
        Share of its kind among its alternatives.
        """

class Suspect:
    """
    A fact that may be printed wrongly, and what the rest lets it be.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __eq__(self, other: typing.Any) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, fact: int, allowed: Interval, besides: collections.abc.Sequence[int] = ()
    ) -> None: ...
    def __reduce__(self) -> tuple[typing.Any, ...]: ...
    def __repr__(self) -> str: ...
    @property
    def allowed(self) -> Interval:
        """
        What the rest of the bulletin lets it be.

        Unit: base unit.
        """
    @property
    def besides(self) -> tuple[int, ...]:
        """
        Numbers of facts that must be wrong as well.
        """
    @property
    def fact(self) -> int:
        """
        Number in the bulletin, from 0.
        """

class Hypothesis:
    """
    One slip in one fact that would mend the bulletin.
    """
    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def allowed(self) -> Interval:
        """
        What the rest lets the fact be.

        Unit: base unit.
        """
    @property
    def besides(self) -> list[int]:
        """
        Numbers of facts that must be wrong as well; mostly none.
        """
    @property
    def fact(self) -> int:
        """
        Number in the bulletin, from 0.
        """
    @property
    def others(self) -> list[int]:
        """
        Numbers of facts that the slip involves, such as another denominator.
        """
    @property
    def slip(self) -> Slip:
        """
        What went wrong.
        """

class Masks:
    """
    What the masked digits of a bulletin can be: an inference.
    """
    class Reason:
        """
        A relation that rules out some digits.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def allowed(self) -> Interval:
            """
            What it alone lets the figure be.

            Unit: base unit.
            """
        @property
        def facts(self) -> list[int]:
            """
            Numbers of its facts, from 0.
            """
        @property
        def kind(self) -> str:
            """
            Why it must hold, as for a finding.
            """
        @property
        def label(self) -> Label:
            """
            In both languages.
            """
        @property
        def relation(self) -> str:
            """
            As it was judged.
            """
        @property
        def rule(self) -> str:
            """
            Id of what implies it.
            """

    class Masked:
        """
        One masked figure.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def allowed(self) -> Interval:
            """
            What all relations let it be.

            Unit: base unit.
            """
        @property
        def fact(self) -> int:
            """
            Number in the bulletin, from 0.
            """
        @property
        def figure(self) -> Figure:
            """
            As printed.
            """
        @property
        def fillings(self) -> int:
            """
            How many fillings there are.
            """
        @property
        def is_forced(self) -> bool:
            """
            True when one filling alone fits.
            """
        @property
        def prints(self) -> list[str]:
            """
            Fillings that fit, rising.
            """
        @property
        def reasons(self) -> list[Masks.Reason]:
            """
            Relations that rule out some filling.
            """
        @property
        def values(self) -> list[fractions.Fraction]:
            """
            Their values.

            Unit: base unit.
            """

    class Pattern:
        """
        Masked digits in the text.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def count(self) -> int:
            """
            How often it stands in the text.
            """
        @property
        def range(self) -> str:
            """
            `20xx-2018` where a year bounds it, or empty.
            """
        @property
        def text(self) -> str:
            """
            As printed, every mask as `x`.
            """

    class Substitution:
        """
        The same digits for every run of masks of one length.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def digits(self) -> str:
            """
            Such as 16.
            """
        @property
        def figures(self) -> int:
            """
            Masked figures that it fills.
            """
        @property
        def in_text(self) -> int:
            """
            Runs in the text that it fills.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def explain(self, lang: str = "zh") -> str:
        """
        In words, with the relations that force what is forced.
        """
    @property
    def common(self) -> list[Masks.Substitution]:
        """
        Common substitutions that survive, rising.
        """
    @property
    def masked(self) -> list[Masks.Masked]:
        """
        In the order of the bulletin.
        """
    @property
    def patterns(self) -> list[Masks.Pattern]:
        """
        In the order of the text.
        """

class SeriesAudit:
    """
    What several bulletins say of one another.
    """
    class Source:
        """
        A fact of one of the bulletins.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def bulletin(self) -> int:
            """
            Number of the bulletin, from 0.
            """
        @property
        def fact(self) -> int:
            """
            Number in its bulletin, from 0.
            """

    class Remark:
        """
        One relation across bulletins.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def facts(self) -> list[SeriesAudit.Source]:
            """
            In the order of the relation.
            """
        @property
        def intervals(self) -> list[Interval]:
            """
            What their prints can stand for.

            Unit: base unit.
            """
        @property
        def kind(self) -> str:
            """
            growth, formula, cumulative, restatement, revision or plan_change.
            """
        @property
        def label(self) -> Label:
            """
            In both languages.
            """
        @property
        def relation(self) -> str:
            """
            As it was judged.
            """
        @property
        def rule(self) -> str:
            """
            Id of the item that implies it.
            """
        @property
        def verdict(self) -> str:
            """
            consistent, impossible or cannot_tell.
            """
        @property
        def vintages(self) -> list[str]:
            """
            Of the facts, where given.
            """

    class Narrowed:
        """
        A fact that the others know better than its print.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def interval(self) -> Interval:
            """
            What all bulletins together let it be.

            Unit: base unit.
            """
        @property
        def printed(self) -> Interval:
            """
            What its print can stand for.

            Unit: base unit.
            """
        @property
        def source(self) -> SeriesAudit.Source:
            """
            Which.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __repr__(self) -> str: ...
    @property
    def narrowed(self) -> list[SeriesAudit.Narrowed]:
        """
        In the order of the bulletins.
        """
    @property
    def remarks(self) -> list[SeriesAudit.Remark]:
        """
        In the order of their first facts.
        """
    @property
    def undated(self) -> list[SeriesAudit.Source]:
        """
        Facts without period: they meet no other bulletin.
        """
    @property
    def verdict(self) -> str:
        """
        impossible if any remark is, else cannot_tell if any is, else consistent.
        """

class PanelAudit:
    """
    Every relation that a catalogue implies, judged on every row and period of totals.
    """
    class Check:
        """
        One relation, for one choice of categories.
        """
        def __copy__(self) -> typing.Any: ...
        def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
        def __repr__(self) -> str: ...
        @property
        def cannot_tell(self) -> int:
            """
            Cells, explained ones among them.
            """
        @property
        def categories(self) -> dict[str, str]:
            """
            Code by dimension, for which it is read.
            """
        @property
        def consistent(self) -> int:
            """
            Cells; of a reported total only where something is unknown.
            """
        @property
        def gaps(self) -> int:
            """
            Cells with an input that is not known.
            """
        @property
        def impossible(self) -> int:
            """
            Cells, explained ones among them.
            """
        @property
        def kind(self) -> str:
            """
            indicator, rule, partition, subset, cumulative or region: why it must hold.
            """
        @property
        def label(self) -> Label:
            """
            In both languages.
            """
        @property
        def note(self) -> Label:
            """
            What the catalogue says of it.
            """
        @property
        def rule(self) -> str:
            """
            Id of what implies it.
            """
        @property
        def severity(self) -> str:
            """
            hard: must hold; soft: fix or explain.
            """
        @property
        def statement(self) -> str:
            """
            The relation, indicators without a series written out.
            """

    def __copy__(self) -> typing.Any: ...
    def __deepcopy__(self, memo: typing.Any) -> typing.Any: ...
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> Finding:
        """
        The finding of one cell that is not consistent, by check, then period, then row.
        """
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _repr_html_(self) -> str | None:
        """
        What a notebook shows; None without pyarrow, for the line of `repr`.
        """
    def to_arrow(self) -> typing.Any:
        """
        A pyarrow.Table.

        Raises: DependencyError without pyarrow.
        """
    def to_pandas(self) -> typing.Any:
        """
        A pandas.DataFrame.

        Raises: DependencyError without pandas or pyarrow.
        """
    def to_polars(self) -> typing.Any:
        """
        A polars.DataFrame.

        Raises: DependencyError without polars.
        """
    def to_table(self) -> Table:
        """
        A row for each cell that is not consistent: region, period, rule, verdict, both sides.
        """
    @property
    def checks(self) -> list[PanelAudit.Check]:
        """
        Every relation with the numbers of its cells by verdict.
        """
    @property
    def left_out(self) -> list[Fault]:
        """
        Relations that were not judged, each with what no series answers.
        """
    @property
    def totals(self) -> Totals:
        """
        What was audited.
        """
    @property
    def verdict(self) -> str:
        """
        impossible if any cell without explanation is, else cannot_tell if any is, else consistent.
        """

def aggregate(
    table: typing.Any, weights: typing.Any, aggregation: str = "arithmetic"
) -> list[float | None]:
    """
    One score for every row of scores; a gap in a row makes a gap (None).

    aggregation: arithmetic, geometric, harmonic, weighted_product or topsis.
    Raises: StructureError, CodeError, LimitError.
    """

def ahp(
    judgements: typing.Any, *, random_index: str = "saaty_1980", inconsistent: str = "refuse"
) -> Ahp:
    """
    层次分析法: weights from a reciprocal matrix of judgements.

    judgements: rows of numbers, fractions or texts such as "1/3", or a frame with named columns.
    random_index: saaty_1980 (0.58, 0.90, 1.12), saaty_2005 or donegan_dodd_1991.
    inconsistent: refuse or report judgements whose consistency ratio is 0.1 or more.
    Raises: StructureError, LimitError.
    """

def apportion(
    weights: collections.abc.Sequence[int | fractions.Fraction | decimal.Decimal | str | None],
    total: int,
    method: str = "largest_remainder",
    *,
    equal_claims: str = "earlier_first",
) -> list[int]:
    """
    Divides a whole number of places in proportion to weights.

    method: largest_remainder, quota, dhondt, sainte_lague, huntington_hill, adams, dean.
    equal_claims: earlier_first, or refused.
    Raises: StructureError (gaps, weights below 0 or that add up to 0, equal claims), LimitError,
    ParseError, CodeError, TypeError (float, bool).
    """

def atkinson(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    epsilon: int | float | fractions.Fraction | decimal.Decimal,
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> float:
    """
    Atkinson's index, epsilon from 0 to 64.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError, LimitError.
    """

@typing.overload
def audit(
    bulletin: Bulletin,
    catalogue: Catalogue,
    precision: str = "nearest",
    *,
    explanations: str | os.PathLike[str] | collections.abc.Sequence[Explanation] | None = None,
    as_of: datetime.date | str | None = None,
) -> Audit:
    """
    Judges every relation that the catalogue implies for the facts of a bulletin.

    explanations: a file or a list; as_of: the day on which they must be valid, today by default.
    Raises: CodeError for unknown items, UnitError for figures of another dimension, each with its line.
    """

@typing.overload
def audit(
    totals: Totals,
    catalogue: Catalogue,
    *,
    partial: str = "gap",
    explanations: str | os.PathLike[str] | collections.abc.Sequence[Explanation] | None = None,
    as_of: datetime.date | str | None = None,
    threads: int = 0,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> PanelAudit:
    """
    Judges every relation that the catalogue implies on every row and period.

    A panel is rolled up to all its levels first. partial: what a partial total counts as, gap or
    known_part. explanations: a file or a list, whose scopes are names or codes of rows; as_of: the day
    on which they must be valid, today by default.
    Raises: UnitError, StructureError, CodeError, KeyboardInterrupt.
    """

@typing.overload
def audit(
    panel: Panel,
    catalogue: Catalogue,
    *,
    partial: str = "gap",
    explanations: str | os.PathLike[str] | collections.abc.Sequence[Explanation] | None = None,
    as_of: datetime.date | str | None = None,
    threads: int = 0,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> PanelAudit:
    """
    Judges every relation that the catalogue implies on every row and period.

    A panel is rolled up to all its levels first. partial: what a partial total counts as, gap or
    known_part. explanations: a file or a list, whose scopes are names or codes of rows; as_of: the day
    on which they must be valid, today by default.
    Raises: UnitError, StructureError, CodeError, KeyboardInterrupt.
    """

def audit_series(
    bulletins: collections.abc.Sequence[Bulletin], catalogue: Catalogue, precision: str = "nearest"
) -> SeriesAudit:
    """
    Judges what relates bulletins of different dates, and narrows their figures.

    bulletins: in the order of publication.
    Raises: CodeError, UnitError.
    """

def balanced_development(
    schools: typing.Any,
    stage: str = "primary",
    regime: str = "basic",
    *,
    left_out: collections.abc.Sequence[str] = [],
    source: str = "",
    places: int = 2,
    primary_share: int | fractions.Fraction | decimal.Decimal | str = "1",
    junior_share: int | fractions.Fraction | decimal.Decimal | str = "1.1",
    senior_share: int | fractions.Fraction | decimal.Decimal | str = "1.32",
    split: collections.abc.Sequence[str] = [
        "teaching_area",
        "sports_area",
        "equipment_value",
        "computers",
        "books",
    ],
    split_source: str = "差异系数测算说明（义务教育基本均衡）",
) -> BalanceAssessment:
    """
    Assesses the balanced development of compulsory education between schools.

    schools: columns primary_pupils, junior_pupils, senior_pupils, and one for each measure of the
    catalogue balanced_development that the regime needs; name and kind as well.
    stage: primary or junior. regime: basic or high_quality.
    left_out: kinds that do not count, and where that stands as source.
    primary_share and so on: how a school of several stages splits what it has in common; split: which
    measures are of the whole school, the five conditions for which the ratios are stated, and where
    that stands as split_source. All other measures are of the stage, multimedia_rooms too.
    Raises: StructureError, CodeError, LimitError.
    """

def balanced_round(
    parts: collections.abc.Sequence[int | fractions.Fraction | decimal.Decimal | str | None],
    places: int | None = None,
    *,
    step: int | decimal.Decimal | str | None = None,
    rounding: str = "half_up",
    scale: int | fractions.Fraction | decimal.Decimal | str | tuple[Unit | str, Unit | str] = 1,
    total: int | decimal.Decimal | str | None = None,
) -> BalancedParts:
    """
    Rounds parts so that they add up to their rounded total, by largest remainders.

    places: 0 unless stated. step: to multiples of it, instead of to places. scale: 10000, or the units
    ("元", "万元"). total: as it was printed before, instead of the rounded sum; moved does not name it.
    Raises: StructureError (gaps, no parts, places and step, a total out of reach), LimitError (places
    below 0), UnitError, ParseError, CodeError, TypeError (float, bool).
    """

def balanced_shares(
    weights: collections.abc.Sequence[int | fractions.Fraction | decimal.Decimal | str | None],
    places: int = 2,
    *,
    absent: str = "refused",
    whole: int | fractions.Fraction | decimal.Decimal | str = 100,
) -> BalancedShares:
    """
    Shares of weights in a whole, 100 for percent, that add up to it exactly.

    absent: refused, or left_out for shares of the known weights among themselves.
    Raises: StructureError (gaps, a weight below 0, weights that add up to 0), LimitError, ParseError,
    CodeError, TypeError (float, bool).
    """

def balanced_table(
    rows: collections.abc.Sequence[
        collections.abc.Sequence[int | fractions.Fraction | decimal.Decimal | str | None]
    ],
    places: int | None = None,
    *,
    step: int | decimal.Decimal | str | None = None,
    rounding: str = "half_up",
    scale: int | fractions.Fraction | decimal.Decimal | str | tuple[Unit | str, Unit | str] = 1,
) -> BalancedTable:
    """
    Rounds a table so that rows, columns and totals all add up (controlled rounding).

    rows: the cells, without totals. places, step, scale: as balanced_round. Does not keep a total that
    was printed before.
    Raises: StructureError (gaps, rows of unequal length, places and step), LimitError, UnitError,
    ParseError, CodeError, TypeError (float, bool).
    """

@typing.overload
def check(
    arg0: str,
    /,
    *,
    precision: str = "nearest",
    **kwargs: Figure | str | int | fractions.Fraction | decimal.Decimal,
) -> Finding:
    """
    Judges whether some true values could have been printed so that the relation holds.

    The relation comes first, as text or Relation; each figure is given by its name in it, as text,
    Figure, int, Fraction or Decimal.
    precision: exact, nearest, half_up, half_even, truncated.
    Raises: ParseError, StructureError for a missing or unused figure, UnitError, TypeError for a float.
    """

@typing.overload
def check(
    arg0: Relation,
    /,
    *,
    precision: str = "nearest",
    **kwargs: Figure | str | int | fractions.Fraction | decimal.Decimal,
) -> Finding:
    """
    Judges whether some true values could have been printed so that the relation holds.

    The relation comes first, as text or Relation; each figure is given by its name in it, as text,
    Figure, int, Fraction or Decimal.
    precision: exact, nearest, half_up, half_even, truncated.
    Raises: ParseError, StructureError for a missing or unused figure, UnitError, TypeError for a float.
    """

def coefficient_of_variation(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> CoefficientOfVariation:
    """
    差异系数: between schools give amounts, and the pupils as per.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def composite_index(
    table: typing.Any,
    *,
    structure: typing.Any = None,
    weights: typing.Any = None,
    normalisation: str = "min_max",
    directions: typing.Any = None,
    goalposts: typing.Any = None,
    targets: typing.Any = None,
    scale: typing.Any = (0, 1),
    mean: typing.Any = 0,
    deviation: typing.Any = 1,
    divisor: str = "sample",
    beyond: str = "cap",
    zero_range: str = "refuse",
    aggregation: typing.Any = "arithmetic",
    availability: typing.Any = 1,
    ties: str = "lowest",
) -> CompositeIndex:
    """
    The index of every unit: normalise, then aggregate up the tree.

    structure: a nested mapping such as {"index": {"places": ["rooms", "beds"], "staff": ["teachers"]}};
    without one all columns stand below the index. The columns of the table are its indicators in its
    order.
    weights: Weights, which go by their names, or numbers by name for any node, against the others of
    the same parent; without a structure also in the order of the columns; 1 where a mapping names none.
    normalisation, directions, goalposts, targets, scale, mean, deviation, divisor, beyond, zero_range:
    as in normalise().
    aggregation: arithmetic, geometric, harmonic, weighted_product or topsis; or a list, one for each
    level from the groups of indicators up.
    availability: the least share of a group that must be known; at 1 a gap makes a gap, below 1 the
    weights of what is known are used. A gap is never 0; a group whose known nodes all weigh 0 is one.
    ties: lowest, highest or dense.
    Raises: StructureError, CodeError, LimitError, TypeError.
    """

def critic_weights(table: typing.Any, *, directions: typing.Any = None) -> Weights:
    """
    CRITIC: weights by deviation and by how little a column repeats the others.

    directions: benefit or cost, by column or in their order.
    Raises: StructureError, LimitError.
    """

def deviation_weights(table: typing.Any) -> Weights:
    """
    Weights proportional to the standard deviations of the columns as they stand.

    They depend on the units of measurement: normalise first unless all are in one unit.
    Raises: StructureError, LimitError.
    """

def entropy_weights(table: typing.Any, *, threads: int = 0) -> Weights:
    """
    熵权法: more weight to columns that tell the units apart more.

    Values must not be below 0; a gap is refused. Relative error below 1e-14.
    threads: at most so many; 0: as many as the machine runs at once. The result is the same.
    Raises: StructureError, LimitError.
    """

def equal_weights(table: typing.Any) -> Weights:
    """
    The same weight for every column of a table.

    Raises: StructureError.
    """

@typing.overload
def evaluate(
    bulletin: Bulletin, catalogue: Catalogue, precision: str = "nearest"
) -> list[Computed]:
    """
    Every indicator that the facts allow, exactly, with its trace.

    Raises: CodeError for unknown items, UnitError for figures of another dimension, CodeError (precision).
    """

@typing.overload
def evaluate(
    totals: Totals,
    catalogue: Catalogue,
    *,
    indicators: collections.abc.Sequence[str] | None = None,
    partial: str = "gap",
    threads: int = 0,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> Indicators:
    """
    Every indicator of a catalogue that the series allow, by period, indicator and row.

    A panel is rolled up to all its levels first. indicators: ids, labels or aliases; None for all.
    partial: what a partial total counts as, gap or known_part.
    Raises: CodeError, StructureError, UnitError, KeyboardInterrupt.
    """

@typing.overload
def evaluate(
    panel: Panel,
    catalogue: Catalogue,
    *,
    indicators: collections.abc.Sequence[str] | None = None,
    partial: str = "gap",
    threads: int = 0,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> Indicators:
    """
    Every indicator of a catalogue that the series allow, by period, indicator and row.

    A panel is rolled up to all its levels first. indicators: ids, labels or aliases; None for all.
    partial: what a partial total counts as, gap or known_part.
    Raises: CodeError, StructureError, UnitError, KeyboardInterrupt.
    """

def exact_gini(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> fractions.Fraction:
    """
    The Gini coefficient, exactly.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def from_double(value: float, places: int) -> fractions.Fraction:
    """
    The decimal of the stated places that a float was meant to be: 0.1 with 1 place is 1/10.

    Raises: ParseError when the float is not the one nearest to any decimal of these places.
    """

def generalised_entropy(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    alpha: int | float | fractions.Fraction | decimal.Decimal,
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> float:
    """
    The generalised entropy index, alpha from -64 to 64.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError, LimitError.
    """

def gini(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> float:
    """
    The Gini coefficient.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def hypotheses(
    bulletin: Bulletin,
    catalogue: Catalogue,
    suspects: collections.abc.Sequence[Suspect] | None = None,
    *,
    precision: str = "nearest",
    most: int = 20,
) -> list[Hypothesis]:
    """
    Every single slip that would mend each suspect, the likeliest first over all.

    suspects: by default those of `suspects`.
    Raises: CodeError, UnitError, StructureError for a fact without figure.
    """

def is_within_quota(
    weights: collections.abc.Sequence[int | fractions.Fraction | decimal.Decimal | str | None],
    counts: collections.abc.Sequence[int],
) -> bool:
    """
    True when every count is its quota, rounded down or up.

    Raises: StructureError, LimitError, ParseError, TypeError (float, bool).
    """

def lorenz(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> tuple[memoryview, memoryview]:
    """
    The Lorenz curve from (0, 0) to (1, 1): two memoryviews of floats, shares of the weight and of the total.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def masks(
    bulletin: Bulletin, catalogue: Catalogue, precision: str = "nearest", *, text: str = ""
) -> Masks:
    """
    What the relations of a bulletin let its masked digits be.

    text: the whole text; its masks count for the common substitution. The facts stay as printed.
    Raises: CodeError, UnitError.
    """

def normalise(
    table: typing.Any,
    method: str = "min_max",
    *,
    directions: typing.Any = None,
    goalposts: typing.Any = None,
    targets: typing.Any = None,
    scale: typing.Any = (0, 1),
    mean: typing.Any = 0,
    deviation: typing.Any = 1,
    divisor: str = "sample",
    beyond: str = "cap",
    zero_range: str = "refuse",
) -> ScoreSheet:
    """
    Scores of every column that can be compared; a gap (None, NaN) stays a gap.

    table: a two-dimensional array, a frame, an Arrow table, a mapping of names to columns, or rows.
    method: none, min_max, z_score, rank, vector, sum, goalposts or target.
    directions: benefit or cost, by column (a mapping may leave benefits out) or in their order.
    goalposts: pairs (low, high); targets: numbers; both by column or in their order, for the method of
    their name alone.
    scale: scores of the worst and the best, for min_max, goalposts and target.
    mean, deviation, divisor: for z_score; divisor is sample (n - 1) or population (n).
    beyond: cap or keep what lies beyond a goalpost or target.
    zero_range: refuse, gap or middle, for a column whose values are all the same (min_max, z_score), all
    0 (vector, sum) or whose worst is at the target.
    Raises: StructureError, CodeError, LimitError, TypeError.
    """

def parse_number(text: str) -> fractions.Fraction:
    """
    Reads a number as Chinese bulletins write it, exactly: 1.00005万, 三亿五千万, 百分之三点五.

    Raises: ParseError with the column of what does not fit, LimitError beyond 4,096 digits.
    """

def rank_intervals(
    lows: typing.Any,
    highs: typing.Any,
    *,
    structure: typing.Any = None,
    weights: typing.Any = None,
    normalisation: str = "min_max",
    directions: typing.Any = None,
    goalposts: typing.Any = None,
    targets: typing.Any = None,
    scale: typing.Any = (0, 1),
    mean: typing.Any = 0,
    deviation: typing.Any = 1,
    divisor: str = "sample",
    beyond: str = "cap",
    zero_range: str = "refuse",
    aggregation: typing.Any = "arithmetic",
    availability: typing.Any = 1,
    ties: str = "lowest",
) -> RankIntervals:
    """
    The ranks that are possible when every input lies between `lows` and `highs`.

    No choice of the inputs leaves them. For min_max, rank, goalposts, target or none, and the means.
    The other options are those of composite_index().
    Raises: StructureError, CodeError, LimitError, TypeError.
    """

def ratio_of_shares(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    top: int | fractions.Fraction | decimal.Decimal | str = "1/5",
    bottom: int | fractions.Fraction | decimal.Decimal | str = "1/5",
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> float:
    """
    What the top share of the weight holds over what the bottom share holds.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def read_bulletin(
    text: str,
    catalogue: collections.abc.Sequence[Catalogue] | Catalogue,
    *,
    region: Scope | str | None = None,
    period: str | Period | None = None,
    regions: collections.abc.Sequence[str] = [],
    name: str = "",
) -> BulletinText:
    """
    Reads every figure of Chinese running text and binds it by labels and aliases.

    catalogue: one or several. region: what 全市 means. period: that of the text where it names no year.
    regions: names that may occur. A figure is bound only where its name stands with it; every other one is
    in `readings` with the reason. Growth is a change and no fact.
    Raises: ParseError with line and column, LimitError beyond 16 MiB.
    """

def read_explanations(path: str | os.PathLike[str]) -> list[Explanation]:
    """
    Reads a CSV file of explanations; the columns relation and text are needed.

    Raises: FileError, ParseError, StructureError with every fault.
    """

def recognise_balance(
    values: collections.abc.Sequence[
        int | fractions.Fraction | decimal.Decimal | str | Interval | None
    ],
    prints: collections.abc.Sequence[int | decimal.Decimal | str | None],
    total: int | decimal.Decimal | str | None,
    *,
    precision: str = "nearest",
    step: int | decimal.Decimal | str | None = None,
    scale: int | fractions.Fraction | decimal.Decimal | str | tuple[Unit | str, Unit | str] = 1,
) -> BalanceFinding:
    """
    Recognises prints that were moved so that they add up to the printed total.

    values: exact, or intervals of what is known. precision: not exact. step: what the prints are
    multiples of, unless that is the last place of the finest. scale: as balanced_round.
    Raises: StructureError (gaps), UnitError, ParseError, CodeError, TypeError (float, bool).
    """

def recognise_balanced_table(
    values: collections.abc.Sequence[
        collections.abc.Sequence[int | fractions.Fraction | decimal.Decimal | str | Interval | None]
    ],
    prints: collections.abc.Sequence[collections.abc.Sequence[int | decimal.Decimal | str | None]],
    *,
    precision: str = "nearest",
    step: int | decimal.Decimal | str | None = None,
    scale: int | fractions.Fraction | decimal.Decimal | str | tuple[Unit | str, Unit | str] = 1,
) -> BalanceFinding:
    """
    Recognises a printed table that was moved so that all sums hold.

    values: the cells. prints: with a last column of row totals, and a last row of column totals that
    ends with the grand total. precision, step, scale: as recognise_balance.
    Raises: StructureError (gaps, prints of another shape), UnitError, ParseError, CodeError,
    TypeError (float, bool).
    """

@typing.overload
def render(
    quantity: Quantity,
    *,
    lang: str = "zh",
    places: int | None = None,
    rounding: str = "half_up",
    scale: str = "automatic",
) -> str:
    """
    Writes 176.4万平方米, 1,764,000 m², 63.49% or 4.31 percentage points.

    places stand in front of the scale word; scale: automatic, none, wan, yi.
    Raises: CodeError for another name.
    """

@typing.overload
def render(
    interval: Interval,
    unit: Unit | str,
    *,
    lang: str = "zh",
    places: int | None = None,
    rounding: str = "half_up",
    scale: str = "automatic",
) -> str:
    """
    Writes both ends, [63.19%, 63.79%], with enough places to tell them apart.
    """

def roll_up(
    panel: Panel,
    *,
    levels: collections.abc.Sequence[str] | None = None,
    groups: collections.abc.Sequence[str]
    | collections.abc.Mapping[str, collections.abc.Sequence[str]]
    | None = None,
    threads: int = 0,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> Totals:
    """
    The totals of a panel at levels (None for all) and groups.

    groups: names of groups of the tree, `!name` for the rest of what contains one; or a mapping of
    names to codes, which are added to the tree.
    Raises: CodeError, StructureError, LimitError, KeyboardInterrupt.
    """

@typing.overload
def round_to(
    value: int | fractions.Fraction | decimal.Decimal | str, places: int, rounding: str = "half_up"
) -> decimal.Decimal:
    """
    The value rounded once to a number of decimal places, with its trailing zeros.

    Rounding: half_up, half_even, half_down, up, down, ceiling, floor.
    Raises: LimitError, ParseError (text), CodeError (rounding), TypeError (float, bool).
    """

@typing.overload
def round_to(
    value: int | fractions.Fraction | decimal.Decimal | str,
    *,
    step: int | decimal.Decimal | str,
    rounding: str = "half_up",
) -> decimal.Decimal:
    """
    The value rounded once to a whole multiple of a step such as 0.5, with its places.

    Raises: StructureError when the step is not above zero, ParseError, CodeError, TypeError.
    """

def slips(
    figure: Figure | str | int | fractions.Fraction | decimal.Decimal,
    allowed: Interval,
    unit: Unit | str | None = None,
    *,
    precision: str = "nearest",
    most: int = 20,
) -> list[Slip]:
    """
    Every single slip that would mend a figure, the likeliest first.

    allowed: what the rest of the bulletin lets it be; unit: of its item, by default its own.
    Unit: base unit.
    """

def suspects(bulletin: Bulletin, catalogue: Catalogue, precision: str = "nearest") -> list[Suspect]:
    """
    The facts each of which could alone be at fault, with what the rest lets it be.

    Raises: CodeError, UnitError.
    """

def theil_decomposition(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    groups: collections.abc.Iterable[typing.Any],
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    measure: str = "t",
    gaps: str = "refuse",
) -> TheilDecomposition:
    """
    Theil's T or L within and between groups; groups: a label for each row.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def theil_l(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> float:
    """
    Theil's L, the mean logarithmic deviation; infinite where a value is 0.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def theil_t(
    values: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None],
    weights: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    *,
    per: collections.abc.Iterable[int | float | fractions.Fraction | decimal.Decimal | None]
    | None = None,
    gaps: str = "refuse",
) -> float:
    """
    Theil's T; 0 ln 0 is 0.

    values: NumPy array, Arrow column, series, or sequence of exact numbers or floats; None and NaN are gaps.
    weights: as long; per: the same, but a value is then an amount divided by it.
    gaps: refuse, or leave_out.
    Raises: StructureError.
    """

def threshold_of(regime: str, stage: str) -> fractions.Fraction:
    """
    The most that a coefficient, or the mean of all, may be; see BalanceRules.regulation.
    """

def topsis(
    table: typing.Any,
    weights: typing.Any = None,
    *,
    directions: typing.Any = None,
    normalisation: str = "vector",
    ties: str = "lowest",
    threads: int = 0,
) -> Topsis:
    """
    优劣解距离法: how near every unit is to the best values, and how far from the worst.

    weights: Weights, which go by their names and in their order where a table had none, or numbers by
    column or in their order; equal ones by default. Only their proportions matter.
    directions: benefit or cost, by column or in their order.
    normalisation: vector, min_max, sum, z_score or none. Costs are normalised as benefits are: sum
    divides by the sum, where normalise() takes shares of 1/x. ties: lowest, highest or dense.
    threads: at most so many; 0: as many as the machine runs at once. The result is the same.
    Raises: StructureError, LimitError, CodeError.
    """

def weight_sensitivity(
    table: typing.Any,
    spread: typing.Any = 0.25,
    draws: int = 1000,
    seed: int = 1,
    *,
    structure: typing.Any = None,
    weights: typing.Any = None,
    normalisation: str = "min_max",
    directions: typing.Any = None,
    goalposts: typing.Any = None,
    targets: typing.Any = None,
    scale: typing.Any = (0, 1),
    mean: typing.Any = 0,
    deviation: typing.Any = 1,
    divisor: str = "sample",
    beyond: str = "cap",
    zero_range: str = "refuse",
    aggregation: typing.Any = "arithmetic",
    availability: typing.Any = 1,
    ties: str = "lowest",
) -> WeightSensitivity:
    """
    Draws every weight anew, evenly and independently, and ranks the units each time.

    spread: a weight is multiplied by a factor from 1 - spread to 1 + spread. draws: how often. seed: 0
    to 2^64 - 1; the same draws on every machine.
    The other options are those of composite_index().
    Raises: StructureError, CodeError, LimitError, TypeError.
    """

__version__: str = "0.1.0"
