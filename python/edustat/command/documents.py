# SPDX-License-Identifier: Apache-2.0
"""What `--json` writes: plain dictionaries, exact values as text.

The keys are described in docs/guide.md. Numbers are counts and line numbers only: an exact value is
a text such as `"3191/5000"`, because most readers of JSON turn its numbers into floats.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import edustat as es

Document = dict[str, Any]


def audit_document(bulletin: Any, catalogue: Any, result: Any) -> Document:
    """Everything that an audit says."""
    facts = [fact_document(i, fact, catalogue) for i, fact in enumerate(bulletin.facts)]
    return {
        "format": "edustat.audit/1",
        "edustat": es.__version__,
        "facts_file": bulletin.name,
        "catalogue": catalogue_head(catalogue),
        "precision": result.precision,
        "verdict": result.verdict,
        "counts": {
            "facts": len(facts),
            "relations": len(result.findings) + len(result.explained),
            **count_verdicts(finding.verdict for finding in result.findings),
            "explained": len(result.explained),
            "masked": len(result.masked),
            "unrelated": len(result.unrelated),
        },
        "findings": [finding_document(finding) for finding in result.findings],
        "explained": [finding_document(finding) for finding in result.explained],
        "masked": list(result.masked),
        "unrelated": list(result.unrelated),
        "facts": facts,
    }


def compute_document(bulletin: Any, catalogue: Any, precision: str, rows: Iterable[Any]) -> Document:
    """Every computed indicator; `rows` are pairs of it and the finding on its print, if any."""
    return {
        "format": "edustat.compute/1",
        "edustat": es.__version__,
        "facts_file": bulletin.name,
        "catalogue": catalogue_head(catalogue),
        "precision": precision,
        "indicators": [computed_document(computed, finding) for computed, finding in rows],
    }


def catalogue_document(catalogue: Any) -> Document:
    """Everything that a catalogue declares."""
    return {
        "format": "edustat.catalogue/1",
        "edustat": es.__version__,
        **catalogue_head(catalogue),
        "code_lists": [code_list_document(one) for one in catalogue.code_lists],
        "measures": [measure_document(one) for one in catalogue.measures],
        "indicators": [indicator_document(one) for one in catalogue.indicators],
        "relations": [rule_document(one) for one in catalogue.rules],
    }


def builtin_document() -> Document:
    """The built-in catalogues."""
    return {
        "format": "edustat.catalogues/1",
        "edustat": es.__version__,
        "catalogues": [
            {
                **catalogue_head(catalogue),
                "measures": len(catalogue.measures),
                "indicators": len(catalogue.indicators),
                "relations": len(catalogue.rules),
            }
            for catalogue in map(es.Catalogue.builtin, es.Catalogue.builtin_ids())
        ],
    }


def catalogue_head(catalogue: Any) -> Document:
    """Id, edition and label."""
    return {
        "id": catalogue.id,
        "edition": catalogue.edition,
        "label": label_document(catalogue.label),
    }


def count_verdicts(verdicts: Iterable[str]) -> dict[str, int]:
    """How often each verdict occurs."""
    counts = {"impossible": 0, "cannot_tell": 0, "consistent": 0}
    for verdict in verdicts:
        counts[verdict] += 1
    return counts


def fact_document(number: int, fact: Any, catalogue: Any) -> Document:
    """One fact of the facts file."""
    item = catalogue.find(fact.item)
    is_gap = isinstance(fact.figure, str)
    return {
        "fact": number,
        "line": fact.place.line,
        "item": item.full_id,
        "label": label_document(item.label),
        "categories": categories_document(fact.categories),
        "scope": str(fact.scope),
        "period": text_or_none(fact.period),
        "figure": None if is_gap else figure_document(fact.figure),
        "gap": fact.figure if is_gap else None,
        "precision": fact.precision,
        "vintage": fact.vintage,
        "source": fact.source,
        "note": fact.note,
    }


def figure_document(figure: Any) -> Document:
    """A figure as printed, with its exact value."""
    return {
        "text": figure.text,
        "value": exact(figure.value),
        "unit": figure.unit.symbol,
        "last_place": exact(figure.last_place),
        "is_masked": figure.is_masked,
    }


def finding_document(finding: Any) -> Document:
    """The verdict on one relation, with all that is needed to check it by hand."""
    subject = finding.subject
    explanation = subject.explanation
    return {
        "verdict": finding.verdict,
        "bound": finding.bound,
        "kind": subject.kind,
        "rule": subject.rule,
        "severity": subject.severity,
        "label": label_document(subject.label),
        "relation": str(finding.relation),
        "scope": str(subject.scope),
        "period": text_or_none(subject.period),
        "precision": finding.precision,
        "inputs": [input_document(finding, number) for number in range(len(finding.inputs))],
        "computed": interval_document(finding.interval, unit_of_computed(finding)),
        "notes": [note_document(note) for note in finding.notes],
        "explanation": None if explanation is None else explanation_document(explanation),
        "text": {"zh": finding.explain(lang="zh"), "en": finding.explain(lang="en")},
    }


def input_document(finding: Any, number: int) -> Document:
    """One figure of a finding: what it can be, and what it would have to be."""
    given = finding.inputs[number]
    origin = finding.subject.origins[number]
    unit = given.figure.unit
    allowed = finding.allowed(number)
    return {
        "name": given.name,
        "label": label_document(origin.label),
        "fact": origin.fact,
        "line": origin.place.line,
        "scope": str(origin.scope),
        "figure": figure_document(given.figure),
        "precision": given.precision,
        "interval": interval_document(given.interval, unit),
        "allowed": {
            "interval": interval_document(allowed.interval, unit),
            "bound": allowed.tightness,
        },
    }


def computed_document(computed: Any, finding: Any) -> Document:
    """One computed indicator, with its trace."""
    is_gap = isinstance(computed.value, str)
    unit = computed.unit
    return {
        "indicator": computed.indicator,
        "label": label_document(computed.label),
        "categories": categories_document(computed.categories),
        "scope": str(computed.scope),
        "period": text_or_none(computed.period),
        "formula": computed.formula,
        "inputs": [
            {
                "name": given.name,
                "label": label_document(given.label),
                "text": given.text,
                "interval": interval_document(given.interval, None),
            }
            for given in computed.inputs
        ],
        "unit": unit.symbol,
        "value": None if is_gap else exact(computed.value.value),
        "gap": computed.value if is_gap else None,
        "rounded": text_or_none(computed.rounded),
        "interval": interval_document(computed.bound.interval, unit),
        "bound": computed.bound.tightness,
        "printed": None if computed.printed is None else figure_document(computed.printed),
        "verdict": None if finding is None else finding.verdict,
    }


def interval_document(interval: Any, unit: Any) -> Document | None:
    """A range in base units, and its text in `unit`; None where there is no value at all."""
    if interval is None:
        return None
    return {
        "low": exact(interval.low),
        "low_closed": interval.low_closed,
        "high": exact(interval.high),
        "high_closed": interval.high_closed,
        "text": str(interval) if unit is None else es.render(interval, unit, lang="zh"),
    }


def unit_of_computed(finding: Any) -> Any:
    """The unit of the single figure of the relation, in which the computed side is shown."""
    return finding.inputs[0].figure.unit


def note_document(note: Any) -> Document:
    """One note in both languages."""
    return {
        "code": note.code,
        "arguments": list(note.arguments),
        "text": {"zh": note.message(lang="zh"), "en": note.message(lang="en")},
    }


def explanation_document(explanation: Any) -> Document:
    """A stored explanation."""
    return {
        "text": explanation.text,
        "who": explanation.who,
        "date": explanation.date,
        "valid_until": explanation.valid_until,
        "line": explanation.place.line,
    }


def label_document(label: Any) -> Document:
    """A label in both languages."""
    return {"zh": label.zh, "en": label.en}


def categories_document(categories: Iterable[Any]) -> Document:
    """Codes by dimension."""
    return {category.dimension: category.code for category in categories}


def code_list_document(code_list: Any) -> Document:
    """The codes of a dimension."""
    return {
        "id": code_list.id,
        "catalogue": code_list.catalogue,
        "label": label_document(code_list.label),
        "rule": code_list.rule,
        "codes": [
            {"id": code.id, "label": label_document(code.label), "aliases": list(code.aliases)}
            for code in code_list.codes
        ],
    }


def item_document(item: Any) -> Document:
    """What measures and indicators have in common."""
    return {
        "id": item.id,
        "catalogue": item.catalogue,
        "label": label_document(item.label),
        "aliases": list(item.aliases),
        "unit": item.unit.symbol,
        "dimensions": list(item.dimensions),
        "places": item.places,
        "note": label_document(item.note),
        "source": item.source,
    }


def measure_document(measure: Any) -> Document:
    """A measure."""
    return {
        **item_document(measure),
        "counts": measure.counts,
        "regions": measure.regions,
        "time": measure.time,
        "origin": measure.origin,
        "subset_of": measure.subset_of,
    }


def indicator_document(indicator: Any) -> Document:
    """An indicator."""
    return {
        **item_document(indicator),
        "formula": indicator.formula_text,
        "rounding": indicator.rounding,
    }


def rule_document(rule: Any) -> Document:
    """A declared relation."""
    return {
        "id": rule.id,
        "catalogue": rule.catalogue,
        "label": label_document(rule.label),
        "statement": str(rule.statement),
        "severity": rule.severity,
        "note": label_document(rule.note),
        "source": rule.source,
    }


def exact(value: Fraction | None) -> str | None:
    """An exact value as text, `7/8` or `-12`."""
    return text_or_none(value)


def text_or_none(value: object) -> str | None:
    """The text of a value that may be absent."""
    return None if value is None else str(value)
