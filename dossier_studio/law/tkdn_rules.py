"""How local content is weighed and scored, read from resources/rules/kemenperin/tkdn.xml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Choice, Text
from dossier_studio.law import papers, source
from dossier_studio.law.rulebook import Citation, Source
from dossier_studio.law.source import Element, LawInvalid, Mistake, Notes

FILE = "rules/kemenperin/tkdn.xml"
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Item:
    """One of the items that are scored; `weight` is its percentage of the component."""

    id: str
    title: Text
    component: str
    weight: Fraction
    kind: str


@dataclass(frozen=True, slots=True)
class Component:
    """One of the parts of the value; `weight` is its percentage of the whole."""

    key: str
    title: Text
    weight: Fraction
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The criteria that count for a kind of item, and the score for each number of them met."""

    criteria: frozenset[str]
    scores: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One reading of the regulation.

    `by_share`: the lines of an item count by their share, otherwise by plain mean. `base`: a line
    counts only when it is made or done in Indonesia, otherwise it scores `without_base`.
    """

    id: str
    title: Text
    notice: Text | None
    by_share: bool
    base: bool
    without_base: Fraction
    not_performed: Fraction
    scales: Mapping[str, Scale]
    confidence: Confidence
    verified: bool
    valid_from: str
    valid_to: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step on the way to the certificate; `deadline` is its row of the deadlines, or ""."""

    title: Text
    deadline: str
    confidence: Confidence
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class LocalContent:
    """Weights, rule sets and procedure of the local content of medicines."""

    version: str
    title: Text
    usual: str
    criteria: Mapping[str, Text]
    components: tuple[Component, ...]
    rule_sets: Mapping[str, RuleSet]
    stages: tuple[Stage, ...]

    @property
    def items(self) -> Mapping[str, Item]:
        """All items by id, in the order of the file."""
        return {item.id: item for component in self.components for item in component.items}

    def rule_set(self, name: str) -> RuleSet:
        """Return a rule set; raises WrongUse naming those there are."""
        if name not in self.rule_sets:
            known = Choice(tuple(self.rule_sets))
            raise WrongUse("tkdn.unknown-rule-set", rule_set=name, known=known)
        return self.rule_sets[name]


def rules() -> LocalContent:
    """Return the rules of local content: the person's own copy where there is one."""
    return papers.kept(papers.edition(FILE), load)


def load(file: Path) -> LocalContent:
    """Return the rules of a file; raises LawInvalid with all its mistakes."""
    found, mistakes = read(file)
    if found is None or mistakes:
        raise LawInvalid(file.name, mistakes)
    return found


def read(file: Path) -> tuple[LocalContent | None, tuple[Mistake, ...]]:
    """Return the rules and all mistakes of their file."""
    opened = source.opened(file, "tkdn")
    if opened.mistakes:
        return None, opened.mistakes
    root, notes = opened.root, Notes([])
    sources = papers.sources_of(root)
    criteria = {one.get("key", ""): source.title_of(one) for one in root.iterfind("criterion")}
    _weights(root, list(root.iterfind("component")), notes)
    found = LocalContent(
        version=root.get("version", ""),
        title=source.title_of(root),
        usual=root.get("usual", ""),
        criteria=criteria,
        components=tuple(_component(one, notes) for one in root.iterfind("component")),
        rule_sets={
            one.get("id", ""): _rule_set(one, sources, criteria, notes)
            for one in root.iterfind("rule-set")
        },
        stages=tuple(_stage(one, sources) for one in root.iterfind("step")),
    )
    return found, tuple(sorted(notes.found, key=lambda one: one.line))


def _component(element: Element, notes: Notes) -> Component:
    key = element.get("key", "")
    items = list(element.iterfind("item"))
    _weights(element, items, notes)
    return Component(
        key=key,
        title=source.title_of(element),
        weight=_percent(element, "weight"),
        items=tuple(
            Item(
                id=one.get("id", ""),
                title=source.title_of(one),
                component=key,
                weight=_percent(one, "weight"),
                kind=one.get("kind", ""),
            )
            for one in items
        ),
    )


def _weights(parent: Element, weighed: list[Element], notes: Notes) -> None:
    total = sum(_percent(one, "weight") for one in weighed)
    if total != WHOLE:
        notes.add(parent, "tkdn.weights", total=str(float(total)))


def _rule_set(
    element: Element, sources: Mapping[str, Source], criteria: Mapping[str, Text], notes: Notes
) -> RuleSet:
    scales: dict[str, Scale] = {}
    for one in element.iterfind("scale"):
        scale = _scale(one, criteria, notes)
        scales.update(dict.fromkeys(source.listed(one, "kinds"), scale))
    for kind in ("material", "process"):
        if kind not in scales:
            notes.add(element, "tkdn.no-scale", kind=kind)
    return RuleSet(
        id=element.get("id", ""),
        title=source.title_of(element),
        notice=source.words_of(element, "note"),
        by_share=element.get("combine") == "share",
        base=source.yes(element, "base"),
        without_base=_percent(element, "without-base"),
        not_performed=_percent(element, "not-performed"),
        scales=scales,
        confidence=Confidence(element.get("confidence", "low")),
        verified=source.yes(element, "verified"),
        valid_from=element.get("valid-from", ""),
        valid_to=element.get("valid-to", ""),
        citations=papers.citations_of(element, sources),
    )


def _scale(element: Element, criteria: Mapping[str, Text], notes: Notes) -> Scale:
    listed = source.listed(element, "criteria")
    for name in listed:
        if name not in criteria:
            notes.add(element, "tkdn.no-criterion", criterion=name)
    steps = {int(one.get("met", "0")): _percent(one, "score") for one in element.iterfind("step")}
    if set(steps) != set(range(len(set(listed)) + 1)):
        notes.add(element, "tkdn.steps", last=len(set(listed)))
    return Scale(frozenset(listed), tuple(steps[met] for met in sorted(steps)))


def _stage(element: Element, sources: Mapping[str, Source]) -> Stage:
    return Stage(
        title=source.title_of(element),
        deadline=element.get("deadline", ""),
        confidence=Confidence(element.get("confidence", "low")),
        citations=papers.citations_of(element, sources),
    )


def _percent(element: Element, attribute: str) -> Fraction:
    return Fraction(element.get(attribute, "0"))
