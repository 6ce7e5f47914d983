# SPDX-License-Identifier: Apache-2.0
"""What `edustat audit` prints: what is impossible first, and in full."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

import edustat as es
from edustat.command.documents import audit_counts
from edustat.command.joint import show_joint
from edustat.command.page import COLOURS, Page, lines_of, periods_of
from edustat.command.report import Report
from edustat.command.sentences import Sentences
from edustat.command.words import name_of_item, printed


def show_audit(page: Page, report: Report, *, every: bool) -> None:
    """Prints the verdicts on all relations of a report, and on all its figures together."""
    speech = page.speech
    catalogue, result, text = report.question.catalogue, report.audit, report.text
    page.line(speech("head_audit", name=result.bulletin.name), "bold")
    show_rule(page, catalogue, result.precision)
    show_periods(page, periods_of(result.bulletin))
    show_impossible(page, findings_that_are("impossible", result), report.sentences)
    show_open(page, findings_that_are("cannot_tell", result))
    show_explained(page, result.explained)
    show_consistent(page, findings_that_are("consistent", result), every=every)
    show_facts(page, "masked", result.masked, catalogue)
    show_facts(page, "unrelated", result.unrelated, catalogue)
    show_unbound(page, text)
    show_joint(page, report, every=every)
    page.heading(speech("total_audit", **audit_counts(result)), COLOURS[result.verdict])


def findings_that_are(verdict: str, result: es.Audit) -> list[es.Finding]:
    """The findings with one verdict, in their order."""
    return [finding for finding in result.findings if finding.verdict == verdict]


def show_rule(page: Page, catalogue: es.Catalogue, precision: str) -> None:
    """Prints by which catalogue and precision the facts are read."""
    speech = page.speech
    label = page.words(catalogue.label)
    name = speech("edition", label=label, id=catalogue.id, edition=catalogue.edition)
    page.line(speech("head_catalogue", name=name))
    page.line(speech("head_precision", name=speech(f"precision_{precision}")))


def show_periods(page: Page, periods: Sequence[es.Period]) -> None:
    """Prints for when the facts are."""
    if periods:
        listed = page.joined(page.period(period) for period in periods)
        page.line(page.speech("period", period=listed))


def show_impossible(
    page: Page, findings: Sequence[es.Finding], sentences: Sentences | None
) -> None:
    """Prints each impossible relation with its explanation in full."""
    page.heading(page.speech("impossible", count=len(findings)), COLOURS["impossible"])
    for finding in findings:
        head, *rest = finding.explain(lang=page.speech.language).splitlines()
        page.line()
        page.indented(Text(head, style=COLOURS["impossible"]))
        places = page.speech("where", places=places_of(finding))
        page.points([*(line.strip() for line in rest), places])
        facts = [origin.fact for origin in finding.origins]
        for marked in [] if sentences is None else sentences.of(facts):
            page.indented(marked, 6)


def show_unbound(page: Page, text: es.BulletinText | None) -> None:
    """Prints the statistics of a text that became no fact, each with the reason."""
    if text is None:
        return
    left = [reading for reading in text.readings if reading.reason is not None]
    if not left:
        return
    page.heading(page.speech("unbound", count=len(left)))
    page.table(
        ["col_reason", "col_sentence"],
        [[reading.explain(lang=page.speech.language), reading.context] for reading in left],
    )


def show_open(page: Page, findings: Sequence[es.Finding]) -> None:
    """Prints the relations that nobody can judge, each with the reason."""
    if not findings:
        return
    page.heading(page.speech("cannot_tell", count=len(findings)), COLOURS["cannot_tell"])
    page.table(
        ["col_line", "col_relation", "col_scope", "col_reason"],
        [
            [
                numbers_of(finding),
                label_of(page, finding),
                scope_of(page, finding),
                reason_of(page, finding),
            ]
            for finding in findings
        ],
    )


def show_explained(page: Page, findings: Sequence[es.Finding]) -> None:
    """Prints the soft findings that a stored explanation covers."""
    if not findings:
        return
    page.heading(page.speech("explained", count=len(findings)))
    rows: list[list[str | Text]] = [
        [
            numbers_of(finding),
            page.verdict(finding.verdict),
            label_of(page, finding),
            scope_of(page, finding),
            told.text,
            told.who,
            told.valid_until,
        ]
        for finding in findings
        if (told := finding.explanation) is not None
    ]
    page.table(
        [
            "col_line",
            "col_verdict",
            "col_relation",
            "col_scope",
            "col_text",
            "col_who",
            "col_until",
        ],
        rows,
    )


def show_consistent(page: Page, findings: Sequence[es.Finding], *, every: bool) -> None:
    """Prints how many relations can hold, by kind; or each of them."""
    hint = "" if every or not findings else page.speech("all_hint")
    page.heading(page.speech("consistent", count=len(findings)) + hint, COLOURS["consistent"])
    if every:
        page.table(
            ["col_line", "col_relation", "col_scope", "col_figures"],
            [
                [
                    numbers_of(finding),
                    label_of(page, finding),
                    scope_of(page, finding),
                    page.joined(given.figure.text for given in finding.inputs),
                ]
                for finding in findings
            ],
        )
        return
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.kind] = counts.get(finding.kind, 0) + 1
    texts = (f"{page.speech(f'kind_{kind}')} {count}" for kind, count in counts.items())
    if counts:
        page.indented(Text(page.joined(texts)))


def show_facts(page: Page, title: str, facts: Sequence[es.Fact], catalogue: es.Catalogue) -> None:
    """Prints facts by their lines."""
    if not facts:
        return
    page.heading(page.speech(title, count=len(facts)))
    page.table(
        ["col_line", "col_item", "col_scope", "col_figure"],
        [
            [
                str(fact.place.line),
                name_of_item(page, fact.item, fact.categories, catalogue),
                page.scope(fact.scope),
                printed(page, fact),
            ]
            for fact in facts
        ],
    )


def label_of(page: Page, finding: es.Finding) -> str:
    """What a relation is called."""
    return page.words(finding.label) or finding.relation


def scope_of(page: Page, finding: es.Finding) -> str:
    """The scope of the first figure: of the part, where a part is compared with its whole."""
    return page.scope(finding.scope)


def numbers_of(finding: es.Finding) -> str:
    """The lines of the facts file where the figures of a relation stand."""
    return lines_of(origin.place.line for origin in finding.origins)


def places_of(finding: es.Finding) -> str:
    """File and lines of the figures of a relation."""
    return f"{finding.origins[0].place.source}:{numbers_of(finding)}"


def reason_of(page: Page, finding: es.Finding) -> str:
    """Why nobody can tell."""
    for note in finding.to_dict()["notes"]:
        if note["code"] in ("masked", "undefined"):
            return page.speech(f"reason_{note['code']}", names=page.joined(note["arguments"]))
    return page.speech("reason_outer" if finding.bound == "outer" else "reason_endless")
