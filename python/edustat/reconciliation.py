# SPDX-License-Identifier: Apache-2.0
"""The joint audit, loaded when it is first asked for: it needs Z3."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from ._edustat import Bulletin, Catalogue, DependencyError, Fault

if TYPE_CHECKING:
    from ._reconcile import Reconciliation


def reconcile(
    bulletin: Bulletin,
    catalogue: Catalogue,
    precision: str = "nearest",
    *,
    fixed: Iterable[int] = (),
    weights: Mapping[int, Fraction | int | str] | None = None,
    time_limit: timedelta = timedelta(seconds=10),
    most_conflicts: int = 100,
) -> Reconciliation:
    """Judges all prints of a bulletin together with all hard relations that the catalogue implies.

    The result has `verdict` (consistent, impossible or cannot_tell), `conflicts` (minimal sets of
    facts that cannot all be true, the smallest first), `intervals` (what every fact and every
    hidden input can be; for an impossible bulletin, what the others let it be), `least` (the least
    sets of facts that must be wrong) and `hypotheses` (slips that would mend it). fixed: numbers of
    facts beyond doubt. weights: by number, how much speaks against a fact being wrong (1 for all
    others): `least` are the sets of the least total weight.

    Raises: DependencyError where edustat was built without Z3; CodeError, UnitError.
    """
    try:
        joint = importlib.import_module("edustat._reconcile")
    except ImportError as error:
        fault = Fault(
            "package_missing", ["Z3", "apt install libz3-dev; pip install --force edustat"]
        )
        missing = DependencyError(fault.message(lang="en"))
        setattr(missing, "_faults", (fault,))  # noqa: B010
        raise missing from error
    result: Reconciliation = joint.reconcile(
        bulletin, catalogue, precision, set(fixed), dict(weights or {}), time_limit, most_conflicts
    )
    return result
