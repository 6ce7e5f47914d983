# SPDX-License-Identifier: Apache-2.0
"""What `--json` writes of all figures together."""

from __future__ import annotations

from typing import Any

import edustat as es
from edustat.command.report import Report, unit_of, unit_of_fact

Document = dict[str, Any]


def joint_document(report: Report) -> Document | None:
    """The joint verdict; what to install where it cannot be had, None where nobody asked."""
    joint, missing = report.joint, report.missing
    if missing is not None:
        return {"verdict": None, "missing": in_both_languages(missing.message)}
    if joint is None:
        return None
    return {
        "verdict": joint.verdict,
        "is_complete": joint.is_complete,
        "time_limit": f"{report.question.time_limit.total_seconds():g}",
        "conflicts": [conflict_document(conflict) for conflict in joint.conflicts],
        "least": joint.least,
        "intervals": [known_document(known, report) for known in joint.intervals],
        "hypotheses": [hypothesis_document(one, report) for one in joint.hypotheses],
    }


def conflict_document(conflict: Any) -> Document:
    """Figures that cannot all be true, and the relations that say so."""
    return {
        "facts": conflict.facts,
        "reasons": [
            {
                "rule": reason.rule,
                "label": {"zh": reason.label.zh, "en": reason.label.en},
                "relation": reason.relation,
                "facts": reason.facts,
            }
            for reason in conflict.reasons
        ],
    }


def known_document(known: Any, report: Report) -> Document:
    """What one statistic can be; `fact` is null where it is not printed."""
    return {
        "id": known.item,
        "categories": known.categories,
        "scope": str(known.scope),
        "period": None if known.period is None else str(known.period),
        "fact": known.fact,
        "print": interval_document(known.print),
        "interval": with_text(known.interval, unit_of(known, report)),
        "bound": known.bound,
        "is_narrowed": known.is_narrowed,
    }


def hypothesis_document(one: es.Hypothesis, report: Report) -> Document:
    """One slip that would mend the report."""
    return {
        "fact": one.fact,
        "kind": one.slip.kind,
        "figure": one.slip.figure.text,
        "weight": str(one.slip.weight),
        "allowed": with_text(one.allowed, unit_of_fact(one.fact, report)),
        "others": one.others,
        "besides": one.besides,
        "text": in_both_languages(one.slip.explain),
    }


def with_text(interval: es.Interval | None, unit: es.Unit) -> Document | None:
    """A range with its writing, rounded."""
    fields = interval_document(interval)
    if fields is not None and interval is not None:
        fields["text"] = es.render(interval, unit, lang="zh")
    return fields


def interval_document(interval: es.Interval | None) -> Document | None:
    """The ends of a range, in base units; null for one that does not exist."""
    if interval is None:
        return None
    return {
        "low": None if interval.low is None else str(interval.low),
        "low_closed": interval.low_closed,
        "high": None if interval.high is None else str(interval.high),
        "high_closed": interval.high_closed,
    }


def in_both_languages(say: Any) -> Document:
    """A sentence of the library."""
    return {language: say(lang=language) for language in ("zh", "en")}
