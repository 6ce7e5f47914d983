# SPDX-License-Identifier: Apache-2.0
"""What `--json` writes: what the library says of itself, with texts for people beside it.

The keys are described in docs/guide.md. Exact values are texts such as `"3191/5000"`, because most
readers of JSON turn its numbers into floats.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import edustat as es
from edustat.command.joint_document import joint_document
from edustat.command.report import Report

Document = dict[str, Any]
Row = tuple[es.Computed, es.Finding | None]  # and the finding on its print, if there is one


def audit_document(report: Report) -> Document:
    """Everything that an audit says; of a text also every figure with its place."""
    catalogue, result, text = report.question.catalogue, report.audit, report.text
    document: Document = {
        "format": "edustat.audit/1",
        "edustat": es.__version__,
        "catalogue": catalogue_head(catalogue),
        "counts": audit_counts(result),
        **result.to_dict(),
        "findings": [finding_document(finding) for finding in result.findings],
        "explained": [finding_document(finding) for finding in result.explained],
        "facts": [fact_document(fact, catalogue) for fact in result.bulletin],
        "joint": joint_document(report),
    }
    if text is not None:
        document["readings"] = [reading.to_dict() for reading in text.readings]
    return document


def audit_counts(result: es.Audit) -> dict[str, int]:
    """How many there are of everything."""
    return {
        "facts": len(result.bulletin),
        "relations": len(result.findings) + len(result.explained),
        **count_verdicts(finding.verdict for finding in result.findings),
        "explained": len(result.explained),
        "masked": len(result.masked),
        "unrelated": len(result.unrelated),
    }


def count_verdicts(verdicts: Iterable[str]) -> dict[str, int]:
    """How often each verdict occurs."""
    counts = {"impossible": 0, "cannot_tell": 0, "consistent": 0}
    for verdict in verdicts:
        counts[verdict] += 1
    return counts


def fact_document(fact: es.Fact, catalogue: es.Catalogue) -> Document:
    """One fact, bound to its item and with its exact value."""
    figure = fact.figure
    value = None if figure is None else figure.value
    return {
        **fact.to_dict(),
        "id": catalogue.find(fact.item).full_id,
        "value": None if value is None else str(value),
        "unit": None if figure is None else figure.unit.symbol,
        "is_masked": figure is not None and figure.is_masked,
    }


def finding_document(finding: es.Finding) -> Document:
    """The verdict on one relation; every range also in the writing of its figure."""
    document: Document = finding.to_dict()
    for given, fields in zip(finding.inputs, document["inputs"], strict=True):
        add_text(fields["interval"], given.interval, given.figure.unit)
        add_text(fields["allowed"]["interval"], finding.allowed(given.name), given.figure.unit)
    units = [given.figure.unit for given in finding.inputs]
    is_alike = all(unit.dimension == units[0].dimension for unit in units)
    if is_alike or finding.kind == "indicator":
        add_text(document["interval"], finding.interval, units[0])
    document["text"] = {"zh": finding.explain(lang="zh"), "en": finding.explain(lang="en")}
    return document


def add_text(fields: Document | None, interval: es.Interval | None, unit: es.Unit) -> None:
    """Adds the range as people write it, rounded."""
    if fields is not None and interval is not None:
        fields["text"] = es.render(interval, unit, lang="zh")


def compute_document(
    bulletin: es.Bulletin,
    catalogue: es.Catalogue,
    precision: str,
    rows: Iterable[Row],
) -> Document:
    """Every computed indicator; `rows` are pairs of it and the finding on its print, if any."""
    return {
        "format": "edustat.compute/1",
        "edustat": es.__version__,
        "catalogue": catalogue_head(catalogue),
        "bulletin": bulletin.name,
        "precision": precision,
        "indicators": [
            computed_document(computed, finding, catalogue) for computed, finding in rows
        ],
    }


def computed_document(
    computed: es.Computed, finding: es.Finding | None, catalogue: es.Catalogue
) -> Document:
    """One computed indicator with its trace, and the verdict on its print."""
    document: Document = computed.to_dict()
    unit = catalogue.find(computed.indicator).unit
    document["unit"] = unit.symbol
    add_text(document["interval"], computed.interval, unit)
    document["verdict"] = None if finding is None else finding.verdict
    return document


def catalogue_document(catalogue: es.Catalogue) -> Document:
    """Everything that a catalogue declares."""
    return {
        "format": "edustat.catalogue/1",
        "edustat": es.__version__,
        **catalogue_head(catalogue),
        "code_lists": [code_list_document(one) for one in catalogue.code_lists],
        "measures": [measure_document(one) for one in catalogue.measures],
        "indicators": [indicator_document(one) for one in catalogue.indicators],
        "relations": [rule_document(one) for one in catalogue.relations],
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
                "relations": len(catalogue.relations),
            }
            for catalogue in map(es.Catalogue.builtin, es.Catalogue.builtin_ids())
        ],
    }


def catalogue_head(catalogue: es.Catalogue) -> Document:
    """Id, edition and label."""
    return {
        "id": catalogue.id,
        "edition": catalogue.edition,
        "label": label_document(catalogue.label),
    }


def label_document(label: es.Label) -> Document:
    """A label in both languages."""
    return {"zh": label.zh, "en": label.en}


def code_list_document(code_list: es.CodeList) -> Document:
    """A dimension and its codes."""
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


def entry_document(entry: es.Measure | es.Indicator | es.Rule) -> Document:
    """What every entry of a catalogue says."""
    return {
        "id": entry.id,
        "catalogue": entry.catalogue,
        "label": label_document(entry.label),
        "note": label_document(entry.note),
        "source": entry.source,
    }


def item_document(item: es.Measure | es.Indicator) -> Document:
    """What measures and indicators have in common."""
    return {
        **entry_document(item),
        "aliases": list(item.aliases),
        "unit": item.unit.symbol,
        "dimensions": list(item.dimensions),
        "places": item.places,
    }


def measure_document(measure: es.Measure) -> Document:
    """A measure."""
    return {
        **item_document(measure),
        "counts": measure.counts,
        "regions": measure.regions,
        "time": measure.time,
        "origin": measure.origin,
        "subset_of": measure.subset_of,
    }


def indicator_document(indicator: es.Indicator) -> Document:
    """An indicator."""
    return {
        **item_document(indicator),
        "formula": indicator.formula_text,
        "rounding": indicator.rounding,
    }


def rule_document(rule: es.Rule) -> Document:
    """A declared relation."""
    return {
        **entry_document(rule),
        "statement": rule.statement.text,
        "severity": rule.severity,
    }
