# SPDX-License-Identifier: Apache-2.0
"""What a page shows, as plain texts and numbers for its template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import edustat as es
from edustat.command.joint import is_pinned
from edustat.command.page import Page, periods_of
from edustat.command.relation_views import RelationViews, View
from edustat.command.report import STANDINGS, Report, standing_of_reading, standings_of_facts
from edustat.command.words import name_of_item, printed, range_of


class PageViews:
    """A report in one language; figures are numbered in the order of the page."""

    def __init__(self, page: Page, report: Report) -> None:
        """Works out what every figure stands in."""
        self.page = page
        self.say = page.speech
        self.report = report
        self.readings: Sequence[es.Reading] = () if report.text is None else report.text.readings
        facts = standings_of_facts(report)
        self.standings = facts
        anchors = {number: number for number in range(len(facts))}
        if report.text is not None:
            self.standings = [standing_of_reading(reading, facts) for reading in self.readings]
            anchors = {
                reading.fact: number
                for number, reading in enumerate(self.readings)
                if reading.fact is not None
            }
        self.within = RelationViews(page, report, anchors)
        intervals = () if report.joint is None else report.joint.intervals
        self.known = {known.fact: known for known in intervals if known.fact is not None}

    def head(self) -> list[str]:
        """Catalogue, precision, period and verdicts."""
        question, audit = self.report.question, self.report.audit
        catalogue = question.catalogue
        label = self.page.words(catalogue.label)
        name = self.say("edition", label=label, id=catalogue.id, edition=catalogue.edition)
        periods = [self.page.period(period) for period in periods_of(self.report.bulletin)]
        lines = [
            self.say("head_catalogue", name=name),
            self.say("head_precision", name=self.say(f"precision_{audit.precision}")),
        ]
        if periods:
            lines.append(self.say("period", period=self.page.joined(periods)))
        if self.report.missing is not None:
            reason = self.report.missing.message(lang=self.say.language)
            lines.append(self.say("joint_missing", reason=reason))
        return lines

    def pieces(self) -> list[View] | None:
        """The text, cut at its figures; None for a table of facts."""
        if self.report.text is None:
            return None
        text: str = self.report.text.text
        pieces: list[View] = []
        at = 0
        for number, reading in enumerate(self.readings):
            standing = self.standings[number]
            pieces.append({"text": text[at : reading.begin], "standing": None})
            pieces.append({"text": reading.text, "standing": standing, "anchor": number})
            at = reading.end
        return [*pieces, {"text": text[at:], "standing": None}]

    def rows(self) -> list[View]:
        """The facts of a table."""
        return [
            {
                "line": fact.place.line,
                "name": self.within.name(number),
                "scope": self.page.scope(fact.scope),
                "period": self.page.period(fact.period),
                "text": printed(self.page, fact),
                "standing": self.standings[number],
                "anchor": number,
            }
            for number, fact in enumerate(self.within.facts)
        ]

    def legend(self) -> list[View]:
        """How often each standing occurs, and where first."""
        counts = Counter(self.standings)
        return [
            {
                "standing": name,
                "words": self.say(f"page_{name}"),
                "count": counts[name],
                "first": self.standings.index(name) if name in counts else None,
            }
            for name in STANDINGS
        ]

    def traces(self) -> list[View]:
        """What stands behind each figure, in the order of the page."""
        if self.report.text is None:
            facts = enumerate(self.within.facts)
            return [
                self.of_fact(number, number, printed(self.page, fact)) for number, fact in facts
            ]
        return [self.of_reading(number, reading) for number, reading in enumerate(self.readings)]

    def of_reading(self, anchor: int, reading: es.Reading) -> View:
        """The trace of a figure in a text."""
        if reading.fact is not None:
            return self.of_fact(anchor, reading.fact, reading.text, reading.context)
        return {
            "anchor": anchor,
            "text": reading.text,
            "standing": self.standings[anchor],
            "remark": reading.explain(lang=self.say.language),
            "fields": [("page_sentence", reading.context)],
            "fact": None,
            "conflicts": [],
            "slips": [],
            "related": [],
        }

    def of_fact(self, anchor: int, number: int, text: str, sentence: str = "") -> View:
        """The trace of a fact: what it states, and everything that it stands in."""
        relations = self.within.relations.get(number, [])
        conflicts = self.within.conflicts.get(number, [])
        together = {fact for one in [*relations, *conflicts] for fact in one["facts"]} - {number}
        return {
            "anchor": anchor,
            "text": text,
            "standing": self.standings[anchor],
            "remark": None,
            "fields": self.fields(number, sentence),
            "fact": number,
            "relations": relations,
            "conflicts": conflicts,
            "slips": [slip["text"] for slip in self.within.slips.get(number, [])],
            "related": sorted(self.within.anchors[fact] for fact in together),
        }

    def fields(self, number: int, sentence: str) -> list[tuple[str, str]]:
        """What a fact states, and what it can be."""
        fact = self.within.facts[number]
        figure, known = fact.figure, self.known.get(number)
        full_id = self.report.question.catalogue.find(fact.item).full_id
        fields = [
            ("page_sentence", sentence),
            ("page_item", f"{self.within.name(number)} [{full_id}]"),
            ("page_scope", self.page.scope(fact.scope)),
            ("page_period", self.page.period(fact.period)),
        ]
        if figure is not None and figure.value is not None:
            exact = es.Quantity(figure.value / figure.unit.factor, figure.unit)
            written = es.render(exact, lang=self.say.language, scale="none")
            fields.append(("page_value", written))
        means = self.within.prints.get(number, None if known is None else known.print)
        if figure is not None and means is not None:
            fields.append(("page_interval", range_of(self.page, means, figure.unit)))
        if known is not None and known.is_narrowed:
            fields.append(("page_allowed", self.within.known(known)))
        return [(key, value) for key, value in fields if value]

    def joint(self) -> View | None:
        """All figures together."""
        joint = self.report.joint
        if joint is None:
            return None
        seconds = f"{self.report.question.time_limit.total_seconds():g}"
        verdict = self.say(f"verdict_{joint.verdict}")
        return {
            "verdict": self.say("joint", verdict=verdict),
            "limit": None if joint.is_complete else self.say("joint_limit", seconds=seconds),
            "conflicts": self.within.every_conflict,
            "tables": [self.narrowed(joint.intervals), self.hidden(joint.intervals)],
            "slips": self.within.every_slip,
        }

    def narrowed(self, intervals: Sequence[Any]) -> View:
        """The figures of whose print the others rule out a part, or all."""
        found = [known for known in intervals if known.is_narrowed]
        return {
            "title": self.say("narrowed", count=len(found)),
            "columns": ["col_item", "col_scope", "col_figure", "col_allowed"],
            "rows": [
                [
                    self.within.name(known.fact),
                    self.page.scope(known.scope),
                    self.within.figure(known.fact),
                    self.within.known(known),
                ]
                for known in found
            ],
        }

    def hidden(self, intervals: Sequence[Any]) -> View:
        """What the figures say of inputs that are not printed."""
        found = [known for known in intervals if is_pinned(known)]
        catalogue = self.report.question.catalogue
        return {
            "title": self.say("hidden", count=len(found)),
            "columns": ["col_item", "col_scope", "col_period", "col_allowed"],
            "rows": [
                [
                    name_of_item(self.page, known.item, known.categories, catalogue),
                    self.page.scope(known.scope),
                    self.page.period(known.period),
                    self.within.known(known),
                ]
                for known in found
            ],
        }
