# SPDX-License-Identifier: Apache-2.0
"""One report, audited: relation by relation, and all its figures together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import edustat as es
from edustat.command.sentences import Sentences

TEXT_FILES = (".txt", ".docx", ".xlsx", ".xlsm")
STANDINGS = (
    "impossible",
    "cannot_tell",
    "consistent",
    "masked",
    "unrelated",
    "unbound",
    "no_statistic",
)


@dataclass(frozen=True)
class Question:
    """How reports are read and judged."""

    catalogue: es.Catalogue
    precision: str = "nearest"
    time_limit: timedelta = timedelta(seconds=10)
    explanations: Sequence[es.Explanation] = ()
    encoding: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    region: str | None = None
    period: str | None = None


@dataclass
class Report:
    """A report and everything that the audit says of it.

    `joint` is None where all figures together were not judged; `missing` then says what to
    install, or is None where nobody asked.
    """

    question: Question
    bulletin: es.Bulletin
    audit: es.Audit
    joint: Any = None
    missing: es.DependencyError | None = None

    @property
    def text(self) -> es.BulletinText | None:
        """The running text that was read, if the report is one."""
        return self.bulletin if isinstance(self.bulletin, es.BulletinText) else None

    @cached_property
    def sentences(self) -> Sentences | None:
        """The sentences of running text."""
        return None if self.text is None else Sentences(self.text)

    @property
    def is_impossible(self) -> bool:
        """True when a relation, or all figures together, cannot be true."""
        verdicts = [self.audit.verdict, *([] if self.joint is None else [self.joint.verdict])]
        return "impossible" in verdicts


def is_running_text(path: str) -> bool:
    """True for a file that is read as text and not as a table of facts."""
    return Path(path).suffix.lower() in TEXT_FILES


def read_report(path: str, question: Question) -> es.Bulletin:
    """The facts of a file, in the units of the catalogue; of a text, those that it states."""
    if is_running_text(path):
        return es.read_document(
            path,
            question.catalogue,
            region=question.region,
            period=question.period,
            encoding=question.encoding or "utf-8",
        )
    return es.Bulletin.read_csv(
        path, question.encoding, marks=question.marks, catalogue=question.catalogue
    )


def audit_report(path: str, question: Question) -> Report:
    """Reads a file and judges its figures, one relation at a time and all together."""
    bulletin = read_report(path, question)
    audit = es.audit(
        bulletin,
        question.catalogue,
        question.precision,
        explanations=list(question.explanations),
    )
    if not question.time_limit:
        return Report(question, bulletin, audit)
    try:
        joint = es.reconcile(
            bulletin, question.catalogue, question.precision, time_limit=question.time_limit
        )
    except es.DependencyError as missing:
        return Report(question, bulletin, audit, missing=missing)
    return Report(question, bulletin, audit, joint)


def unit_of(known: Any, report: Report) -> es.Unit:
    """The unit in which a statistic of the joint verdict is written: of its print, if any."""
    if known.fact is None:
        return report.question.catalogue.find(known.item).unit
    return unit_of_fact(known.fact, report)


def unit_of_fact(number: int, report: Report) -> es.Unit:
    """The unit of a print; that of the catalogue for a gap."""
    fact = report.bulletin[number]
    if fact.figure is None:
        return report.question.catalogue.find(fact.item).unit
    return fact.figure.unit


def standings_of_facts(report: Report) -> list[str]:
    """What the audit says of each fact: the strongest verdict on what it stands in.

    A masked fact stays masked unless something with it is impossible; explained findings do not
    count, as in the verdict of the audit.
    """
    verdicts: list[set[str]] = [set() for _ in report.bulletin]
    for finding in report.audit.findings:
        for origin in finding.origins:
            verdicts[origin.fact].add(finding.verdict)
    for conflict in [] if report.joint is None else report.joint.conflicts:
        for fact in conflict.facts:
            verdicts[fact].add("impossible")
    for fact, found in zip(report.bulletin, verdicts, strict=True):
        if fact.figure is not None and fact.figure.is_masked:
            found.add("masked")
        found.add("unrelated")
    order = ("impossible", "masked", "cannot_tell", "consistent", "unrelated")
    return [next(name for name in order if name in found) for found in verdicts]


def standing_of_reading(reading: es.Reading, facts: list[str]) -> str:
    """The standing of a figure of a text, given those of the facts."""
    if reading.fact is not None:
        return facts[reading.fact]
    return "no_statistic" if reading.reason is None else "unbound"
