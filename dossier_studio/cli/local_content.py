"""The command that calculates local content (TKDN)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from dossier_studio.cli.face import Face
from dossier_studio.core.text import Language
from dossier_studio.host.files import write_aside
from dossier_studio.host.messages import both
from dossier_studio.law.examined import cited
from dossier_studio.law.tkdn import Value, written
from dossier_studio.workflow.calculations import (
    LocalContentResult,
    local_content,
    sheet_pdf,
    sheet_xml,
)


def tkdn(said: Namespace, face: Face) -> int:
    """Calculate the local content of a self-assessment."""
    found = local_content(Path(said.file))
    if said.pdf:
        write_aside(Path(said.pdf), sheet_pdf(found, (face.language,)))
    if said.xml:
        write_aside(Path(said.xml), sheet_xml(found))
    if face.json:
        face.data({**_shape(found, face), "pdf": said.pdf, "xml": said.xml})
        return 0
    _print(found, face)
    for file in filter(None, (said.pdf, said.xml)):
        face.say("tkdn.sheet.written", file=file)
    return 0


def _shape(found: LocalContentResult, face: Face) -> dict[str, object]:
    outcome = found.outcome
    claimed = outcome.claimed
    return {
        "tkdn": written(claimed.total),
        "evidenced": written(outcome.evidenced.total),
        "components": {key: written(points) for key, points in claimed.points.items()},
        "by_rule_set": _totals(outcome.by_rule_set),
        "rule_set": claimed.rule_set.id,
        "evidenced_by_rule_set": _totals(outcome.evidenced_by_rule_set),
        "component_scores": {key: written(score) for key, score in claimed.scores.items()},
        "items": [
            {
                "item": one.item.id,
                "title": one.item.title.both(),
                "score": written(one.score),
                "points": written(one.points),
                "lines": [
                    {"name": line.name, "score": written(score)} for line, score in one.lines
                ],
            }
            for one in claimed.items
        ],
        "notices": [both(notice).both() for notice in outcome.notices],
        "confidence": claimed.rule_set.confidence,
        "source": cited(claimed.rule_set.citations).say(face.language),
    }


def _totals(values: Mapping[str, Value | None]) -> dict[str, str | None]:
    return {name: written(one.total) if one else None for name, one in values.items()}


def _print(found: LocalContentResult, face: Face) -> None:
    outcome = found.outcome
    claimed = outcome.claimed
    face.say("tkdn.total", value=_spelled(claimed.total, face))
    face.say("tkdn.evidenced", value=_spelled(outcome.evidenced.total, face))
    for component in found.rules.components:
        face.say(
            "tkdn.component",
            title=component.title,
            score=_spelled(claimed.scores[component.key], face),
            weight=_spelled(component.weight, face),
            points=_spelled(claimed.points[component.key], face),
        )
    for name, value in outcome.by_rule_set.items():
        if value is None:
            face.say("tkdn.by-rule-set-none", rule_set=name)
        else:
            face.say("tkdn.by-rule-set", rule_set=name, value=_spelled(value.total, face))
    for notice in outcome.notices:
        face.line(face.words(notice))


def _spelled(number: Fraction, face: Face) -> str:
    text = written(number)
    return text.replace(".", ",") if face.language is Language.ID else text
