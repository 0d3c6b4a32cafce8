"""Readings that every kind of element in a rulebook shares; what is wrong goes into the notes."""

from __future__ import annotations

from dataclasses import dataclass

from dossier_studio.core.finding import Confidence
from dossier_studio.law import grammar, source
from dossier_studio.law.condition import All, Assumed, Expression
from dossier_studio.law.fact import Fact
from dossier_studio.law.outline import Outline
from dossier_studio.law.rulebook import Citation, Condition, Source
from dossier_studio.law.source import Element, Notes

ALWAYS: Expression = All(())


@dataclass(slots=True)
class Reader:
    """What is already known of a rulebook while the rest of it is read."""

    facts: dict[str, Fact]
    expressions: dict[str, Expression]
    sources: dict[str, Source]
    outline: Outline
    stages: tuple[str, ...]
    notes: Notes

    def conditions(self, root: Element) -> dict[str, Condition]:
        """Read the named conditions; each may use those before it."""
        found: dict[str, Condition] = {}
        for one in root.iterfind("conditions/condition"):
            name = one.get("id", "")
            expression = self.condition(one)
            assumed = one.get("assumed")
            if assumed:
                expression = Assumed(expression, assumed == "yes")
            self.expressions[name] = expression
            found[name] = Condition(
                id=name,
                expression=expression,
                title=source.title_of(one),
                confidence=Confidence(one.get("confidence", "low")),
                assumed=None if assumed is None else assumed == "yes",
            )
        return found

    def condition(self, element: Element) -> Expression:
        """Return the condition of an element's `if` and `when`; a broken one is noted."""
        parts: list[Expression] = []
        if element.get("if"):
            parts.append(self.expressions.get(element.get("if", ""), ALWAYS))
        parsed = self.parsed(element, "when")
        if parsed is not None:
            parts.append(parsed)
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def parsed(self, element: Element, attribute: str) -> Expression | None:
        """Return the condition that an attribute holds; a broken one is noted."""
        text = element.get(attribute)
        if not text:
            return None
        try:
            return grammar.parse(text, self.facts, self.expressions)
        except grammar.Mistake as mistake:
            self.notes.found.append(source.Mistake(element.sourceline or 0, mistake.message))
            return ALWAYS

    def conditional(self, element: Element) -> Expression | None:
        """Return the condition of an element, None where it has neither `if` nor `when`."""
        has = element.get("if") or element.get("when")
        return self.condition(element) if has else None

    def citations(self, element: Element) -> tuple[Citation, ...]:
        """Return what an element cites."""
        return tuple(
            Citation(self.sources[one.get("source", "")], source.clause_of(one))
            for one in element.iterfind("cite")
            if one.get("source") in self.sources
        )

    def sections(self, element: Element, attribute: str) -> tuple[str, ...]:
        """Return the sections that an attribute lists; an unknown one is noted."""
        found = source.listed(element, attribute)
        for section in found:
            if section not in self.outline.sections:
                self.notes.add(element, "law.load.no-section", section=section)
        return tuple(section for section in found if section in self.outline.sections)

    def requirement_ids(self, element: Element, attribute: str, root: Element) -> tuple[str, ...]:
        """Return the requirements or parts that an attribute lists; an unknown one is noted."""
        known = {one.get("id", "") for one in root.iterfind("requirements//*[@id]")}
        found = source.listed(element, attribute)
        for name in found:
            if name not in known:
                self.notes.add(element, "law.load.no-requirement", requirement=name)
        return tuple(name for name in found if name in known)

    def stage(self, element: Element, attribute: str = "stage") -> str:
        """Return an element's stage; an unknown one is noted."""
        stage = element.get(attribute, "")
        if stage and stage not in self.stages:
            self.notes.add(element, "law.load.no-stage", stage=stage)
        return stage

    def stage_list(self, element: Element, attribute: str) -> tuple[str, ...]:
        """Return a list of stages; an unknown one is noted."""
        found = source.listed(element, attribute)
        for stage in found:
            if stage not in self.stages:
                self.notes.add(element, "law.load.no-stage", stage=stage)
        return found

    def column_list(self, element: Element, *facts: str) -> tuple[str, ...]:
        """Return an element's columns; what is no answer of one of the facts is noted."""
        found = source.listed(element, "columns")
        known = {value.key for fact in facts if fact for value in self.facts[fact].values}
        for column in found:
            if column not in known:
                self.notes.add(element, "law.load.no-column", column=column, fact=facts[0])
        return found
