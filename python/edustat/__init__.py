# SPDX-License-Identifier: Apache-2.0
"""The figures of education bulletins, computed exactly and audited.

Figures cross the border as ``fractions.Fraction``, ``decimal.Decimal``, ``int`` and ``str``; a
float or a bool is refused. The classes are those of the C++ library, under the same names.
"""

try:
    from . import _edustat
except ImportError as error:
    raise ImportError(
        "the compiled part of edustat cannot be loaded "
        f"({error}). Install the package with `pip install .` in its source directory, "
        "and do not import it from there: python/edustat has no compiled part beside it."
    ) from error

from ._edustat import (
    Audit,
    Bulletin,
    Catalogue,
    Code,
    CodeError,
    CodeList,
    Computed,
    DependencyError,
    Dimension,
    Error,
    Explanation,
    Fact,
    Fault,
    Figure,
    FileError,
    Finding,
    Findings,
    Formula,
    Indicator,
    Interval,
    Kind,
    Label,
    LimitError,
    Measure,
    ParseError,
    Period,
    Place,
    Quantity,
    Reference,
    RegionTree,
    Relation,
    Rule,
    Scope,
    StructureError,
    Unit,
    UnitError,
    UnitSystem,
    ZeroError,
    audit,
    check,
    evaluate,
    from_double,
    parse_number,
    read_explanations,
    render,
    round_to,
)

__version__: str = _edustat.__version__

__all__ = [
    "Audit",
    "Bulletin",
    "Catalogue",
    "Code",
    "CodeError",
    "CodeList",
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
    "Indicator",
    "Interval",
    "Kind",
    "Label",
    "LimitError",
    "Measure",
    "ParseError",
    "Period",
    "Place",
    "Quantity",
    "Reference",
    "RegionTree",
    "Relation",
    "Rule",
    "Scope",
    "StructureError",
    "Unit",
    "UnitError",
    "UnitSystem",
    "ZeroError",
    "__version__",
    "audit",
    "check",
    "evaluate",
    "from_double",
    "parse_number",
    "read_explanations",
    "render",
    "round_to",
]
