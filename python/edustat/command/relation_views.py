# SPDX-License-Identifier: Apache-2.0
"""Relations, conflicts and slips as a page shows them: plain texts, numbers and anchors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import edustat as es
from edustat.command.page import Page
from edustat.command.report import Report, unit_of
from edustat.command.words import name_of_item, printed, range_of, slip_text

View = dict[str, Any]


class RelationViews:
    """What the figures of a report stand in, by the number of the fact."""

    def __init__(self, page: Page, report: Report, anchors: Mapping[int, int]) -> None:
        """`anchors` says which figure of the page a fact is."""
        self.page = page
        self.report = report
        self.anchors = anchors
        self.facts = list(report.bulletin)
        self.prints: dict[int, es.Interval] = {}
        findings = [*report.audit.findings, *report.audit.explained]
        self.relations = by_fact(self.relation(finding) for finding in findings)
        conflicts = () if report.joint is None else report.joint.conflicts
        self.every_conflict = [self.conflict(conflict) for conflict in conflicts]
        self.conflicts = by_fact(self.every_conflict)
        hypotheses = () if report.joint is None else report.joint.hypotheses
        self.every_slip = [self.slip(one) for one in hypotheses]
        self.slips = by_fact(self.every_slip)

    def name(self, number: int) -> str:
        """What a fact states."""
        fact = self.facts[number]
        return name_of_item(self.page, fact.item, fact.categories, self.report.question.catalogue)

    def figure(self, number: int) -> View:
        """A fact to point at."""
        fact = self.facts[number]
        return {
            "name": f"{fact.scope} {self.name(number)}".strip(),
            "text": printed(self.page, fact),
            "anchor": self.anchors[number],
        }

    def relation(self, finding: es.Finding) -> View:
        """One relation with its formula, its figures and its verdict."""
        page = self.page
        pairs = list(zip(finding.inputs, finding.origins, strict=True))
        self.prints.update({origin.fact: given.interval for given, origin in pairs})
        notes = [note.message(lang=page.speech.language) for note in finding.notes]
        return {
            "verdict": finding.verdict,
            "label": page.words(finding.label) or finding.rule,
            "kind": page.speech(f"kind_{finding.kind}"),
            "severity": page.speech(f"severity_{finding.severity}"),
            "relation": finding.relation,
            "bound": finding.bound,
            "computed": self.computed(finding),
            "facts": {origin.fact for origin in finding.origins},
            "inputs": [
                {
                    "name": f"{origin.scope} {page.words(origin.label)}".strip(),
                    "figure": given.figure.text,
                    "anchor": self.anchors[origin.fact],
                    "interval": range_of(page, given.interval, given.figure.unit),
                }
                for given, origin in pairs
            ],
            "allowed": {
                origin.fact: range_of(page, finding.allowed(given.name), given.figure.unit)
                for given, origin in pairs
            },
            "notes": [note for note in [*notes, page.words(finding.note)] if note],
            "explanation": finding.explanation,
        }

    def computed(self, finding: es.Finding) -> str | None:
        """What the computed side can be; in base units where no unit of a figure suits it."""
        if finding.interval is None:
            return None
        units = [given.figure.unit for given in finding.inputs]
        is_alike = all(unit.dimension == units[0].dimension for unit in units)
        if is_alike or finding.kind == "indicator":
            return range_of(self.page, finding.interval, units[0])
        return str(finding.interval)

    def conflict(self, conflict: Any) -> View:
        """Figures that cannot all be true, and why."""
        say, words = self.page.speech, self.page.words
        return {
            "facts": set(conflict.facts),
            "figures": [self.figure(fact) for fact in conflict.facts],
            "reasons": [
                say("conflict_reason", label=words(reason.label), relation=reason.relation)
                for reason in conflict.reasons
            ],
        }

    def slip(self, one: es.Hypothesis) -> View:
        """One slip that would mend the report."""
        text = slip_text(self.page, one, self.report.bulletin)
        return {"facts": {one.fact}, "text": text, "anchor": self.anchors[one.fact]}

    def known(self, known: Any) -> str:
        """What the others let a statistic be."""
        return range_of(self.page, known.interval, unit_of(known, self.report), known.bound)


def by_fact(views: Iterable[View]) -> dict[int, list[View]]:
    """The views in which each fact stands."""
    found: dict[int, list[View]] = {}
    for view in views:
        for fact in view["facts"]:
            found.setdefault(fact, []).append(view)
    return found
