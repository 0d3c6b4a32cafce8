"""Reads the finders of a rulebook: every answer leads on or finds a value that there is."""

from __future__ import annotations

from dossier_studio.core.finding import Confidence
from dossier_studio.core.text import Message, Text
from dossier_studio.law import source
from dossier_studio.law.finder import Ask, Finder, Option
from dossier_studio.law.reader import Reader
from dossier_studio.law.source import Element


def finders_of(root: Element, reader: Reader) -> dict[str, Finder]:
    """Return the finders by the fact whose answer they find."""
    return {one.get("fact", ""): _finder(one, reader) for one in root.iterfind("finders/finder")}


def _finder(one: Element, reader: Reader) -> Finder:
    fact = one.get("fact", "")
    asks = {ask.get("id", ""): _ask(ask, reader) for ask in one.iterfind("ask")}
    values = {value.key for value in reader.facts[fact].values}
    later = list(asks)
    reached = set(later[:1])
    for ask in one.iterfind("ask"):
        name = later.pop(0)
        for answer in ask.iterfind("answer"):
            leads, finds = answer.get("leads", ""), answer.get("finds", "")
            if bool(leads) == bool(finds) or (leads and leads not in later):
                reader.notes.add(answer, "law.load.finder", ask=name, answer=answer.get("key", ""))
            if finds and finds not in values:
                reader.notes.add(answer, "law.load.no-column", column=finds, fact=fact)
            reached.add(leads)
        if name not in reached:
            reader.notes.add(ask, "law.load.finder-unreached", ask=name)
    return Finder(fact, source.title_of(one), asks)


def _ask(one: Element, reader: Reader) -> Ask:
    return Ask(
        id=one.get("id", ""),
        title=source.title_of(one),
        options=tuple(_option(answer, reader) for answer in one.iterfind("answer")),
        help=source.words_of(one, "help"),
        source=_source(one, reader),
    )


def _option(one: Element, reader: Reader) -> Option:
    key = one.get("key", "")
    return Option(
        key=key,
        title=source.words_of(one, "title") or Message(f"law.answer.{key}"),
        leads=one.get("leads", ""),
        finds=one.get("finds", ""),
        because=source.words_of(one, "because"),
        confidence=Confidence(one.get("confidence", "low")),
        source=_source(one, reader),
    )


def _source(one: Element, reader: Reader) -> Text:
    words = [citation.words for citation in reader.citations(one)]
    return Text("; ".join(word.id for word in words), "; ".join(word.en for word in words))
