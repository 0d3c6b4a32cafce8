"""A self-assessment of local content as XML, with the weights that it was calculated with."""

from __future__ import annotations

from lxml import etree

from dossier_studio.export import xml
from dossier_studio.law.tkdn import Assessment, ItemScore, Line, Outcome, written
from dossier_studio.law.tkdn_rules import Component, LocalContent

SCHEMA = "self-assessment.xsd"


def self_assessment_xml(rules: LocalContent, assessment: Assessment, outcome: Outcome) -> bytes:
    """Return the file; its schema is resources/schemas/self-assessment.xsd."""
    claimed = outcome.claimed
    attributes = {
        "version": "1",
        "rules": rules.version,
        "rule-set": claimed.rule_set.id,
        "tkdn": written(claimed.total),
        "evidenced": written(outcome.evidenced.total),
    }
    root = etree.Element("self-assessment", xml.spelt(attributes))
    product = xml.child(root, "product", {})
    for name, value in sorted(assessment.product.items()):
        xml.child(product, "field", {"name": name}, value)
    for component in rules.components:
        _component(root, component, outcome)
    for name, value_ in outcome.by_rule_set.items():
        backed = outcome.evidenced_by_rule_set[name]
        totals = {
            "rule-set": name,
            "claimed": written(value_.total) if value_ else None,
            "evidenced": written(backed.total) if backed else None,
        }
        xml.child(root, "value", totals)
    return xml.written(root, SCHEMA)


def _component(root: etree._Element, component: Component, outcome: Outcome) -> None:
    claimed = outcome.claimed
    attributes = {
        "key": component.key,
        "weight": written(component.weight),
        "score": written(claimed.scores[component.key]),
        "points": written(claimed.points[component.key]),
    }
    element = xml.child(root, "component", attributes)
    xml.pair(element, "title", component.title)
    for one in claimed.items:
        if one.item.component == component.key:
            _item(element, one)


def _item(component: etree._Element, one: ItemScore) -> None:
    attributes = {
        "id": one.item.id,
        "kind": one.item.kind,
        "weight": written(one.item.weight),
        "score": written(one.score),
        "points": written(one.points),
    }
    element = xml.child(component, "item", attributes)
    xml.pair(element, "title", one.item.title)
    for line, score in one.lines:
        _line(element, line, written(score))


def _line(item: etree._Element, line: Line, score: str) -> None:
    attributes = {
        "name": line.name,
        "performed": _yes_no(line.performed),
        "in-indonesia": None if line.in_indonesia is None else _yes_no(line.in_indonesia),
        "share": None if line.share is None else written(line.share),
        "score": score,
    }
    element = xml.child(item, "line", attributes)
    for criterion in sorted(line.criteria):
        xml.child(element, "criterion", {"key": criterion})
    for criterion, documents in sorted((line.evidence or {}).items()):
        for document in documents:
            xml.child(element, "evidence", {"criterion": criterion}, document)


def _yes_no(value: bool) -> str:  # noqa: FBT001 - the one thing it spells
    return "yes" if value else "no"
