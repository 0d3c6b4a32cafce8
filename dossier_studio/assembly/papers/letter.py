"""Letters and statements: cover letter, applicant's declaration, letters of justification."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable, KeepTogether, Spacer

from dossier_studio.assembly.papers import columns, layout, letterhead, text
from dossier_studio.assembly.papers.filling import DOTS, Blanks, blanks_of
from dossier_studio.assembly.papers.text import (
    Block,
    Heading,
    Labels,
    PaperText,
    Paragraph,
    Parts,
    Points,
    Quote,
)
from dossier_studio.assembly.particulars import Particulars, particulars
from dossier_studio.assembly.typeset import Rule, typeset
from dossier_studio.core.dossier import Decision, Dossier
from dossier_studio.core.text import Language, Message, Text, Words
from dossier_studio.host.messages import both, say
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.rulebook import Need, Rulebook

COVER_LETTER, DECLARATION, JUSTIFICATION = "cover-letter", "declaration", "justification"

REFERENCE = ("number", "enclosures", "subject")


@dataclass(frozen=True)
class PaperCase:
    """What a paper is written from; `letterhead` is an image as letterhead.usable returns it."""

    rulebook: Rulebook
    dossier: Dossier
    checklist: Checklist
    letterhead: bytes | None = None

    @property
    def about(self) -> Particulars:
        """Who files what and when."""
        return particulars(self.rulebook, self.dossier)


def justification(case: PaperCase, line: Line, decision: Decision) -> bytes:
    """Return the letter that explains why one requirement is not met."""
    reason = decision.reason
    more: dict[str, Words] = {
        "requirement": line.title,
        "requirement_id": Text(line.id, line.id),
        "reason": Text(reason, reason),
    }
    return written(case, JUSTIFICATION, more)


def written(case: PaperCase, paper: str, more: Mapping[str, Words] | None = None) -> bytes:
    """Return a letter or statement as PDF, in the language or languages of the package.

    `more` fills blanks that no question answers.
    """
    about = case.about
    blanks = blanks_of(case.rulebook, case.dossier, about, more or {})
    said = {
        language: _filled(case, wording_of(case, paper, language), blanks, language)
        for language in about.languages
    }
    first = said[about.languages[0]]
    heads = _heads(list(said.values()))
    statement = any(isinstance(block, Heading) for block in first.blocks)
    story = [
        *letterhead.drawn(
            about, case.letterhead, letterhead.contact(dict(case.dossier.answers), about.languages)
        ),
        *(() if statement else _opening(about, heads)),
        *_body([one.blocks for one in said.values()]),
    ]
    end = layout.signature(about, heads, stamped=first.stamped, dated=statement)
    title = _title(first, paper, about)
    last = len(about.languages)
    return typeset(
        # The signature never stands alone on a page: the last paragraph goes with it.
        [*story[:-last], KeepTogether([*story[-last:], *end])],
        title=title,
        languages=about.languages,
        running=" – ".join(one for one in (columns.short(about.applicant), title) if one),
        first_page=letterhead.painter(case.letterhead),
    )


def ending(case: PaperCase, paper: str) -> Iterator[Flowable]:
    """Yield the text of a paper and its signature alone, as they stand at the end of a form."""
    about = case.about
    blanks = blanks_of(case.rulebook, case.dossier, about, {})
    said = [
        _filled(case, wording_of(case, paper, language), blanks, language)
        for language in about.languages
    ]
    yield Spacer(0, 6)
    yield from _body([one.blocks for one in said])
    yield from layout.signature(about, _heads(said), stamped=said[0].stamped, dated=True)


def wording_of(case: PaperCase, paper: str, language: Language) -> PaperText:
    """Return the person's own text of a paper, with the program's heads where it has none."""
    usual = text.parsed(text.default(paper, language, case.rulebook.id))
    own = case.dossier.paper_text(paper, language.value)
    if not own.strip():
        return usual
    mine = text.parsed(own)
    return PaperText({**usual.heads, **mine.heads}, mine.blocks or usual.blocks)


def _title(first: PaperText, paper: str, about: Particulars) -> str:
    heading = next((one.text for one in first.blocks if isinstance(one, Heading)), "")
    title = heading or first.heads.get("subject", "")
    title = title or say(Message(f"assembly.paper.name.{paper}"), about.languages[0])
    return columns.short(" ".join(title.split()))


def _heads(said: Sequence[PaperText]) -> dict[str, tuple[str, ...]]:
    """Return what each head says, in each language that says it differently."""
    names = dict.fromkeys(name for one in said for name in one.heads)
    return {
        name: tuple(dict.fromkeys(one.heads[name] for one in said if one.heads.get(name)))
        for name in names
    }


def _opening(about: Particulars, heads: Mapping[str, tuple[str, ...]]) -> Iterator[Flowable]:
    reference = [(name, heads.get(name, ())) for name in REFERENCE]
    # A number, or how many papers are enclosed, needs no translation; the subject does.
    shown = [(name, said if name == "subject" else said[:1]) for name, said in reference]
    yield from layout.reference(about, shown)
    addressee = heads.get("to", ())[:1]
    if addressee:
        yield from layout.block([Paragraph(addressee[0])])
        yield Spacer(0, 6)


def _body(said: Sequence[Sequence[Block]]) -> Iterator[Flowable]:
    """Each block in both languages where they run alike, else one language after the other."""
    if len({tuple(map(_shape, blocks)) for blocks in said}) == 1:
        for together in zip(*said, strict=True):
            yield from layout.block(together)
        return
    for index, blocks in enumerate(said):
        if index:
            yield Rule()
            yield Spacer(0, 8)
        for block in blocks:
            yield from layout.block([block])


def _shape(block: Block) -> tuple[str, int]:
    match block:
        case Points(items=inner) | Labels(lines=inner):
            return type(block).__name__, len(inner)
        case _:
            return type(block).__name__, 1


def _filled(case: PaperCase, paper: PaperText, blanks: Blanks, language: Language) -> PaperText:
    heads = {name: blanks.fill(value, language) for name, value in paper.heads.items()}
    blocks = [_block(case, block, blanks, language) for block in paper.blocks]
    return PaperText(heads, tuple(block for block in blocks if block is not None))


def _block(case: PaperCase, block: Block, blanks: Blanks, language: Language) -> Block | None:
    match block:
        case Parts():
            found = tuple(("-", one) for one in _parts(case, language))
            return Points(found or (("-", DOTS),))
        case Labels(lines=lines):
            kept = tuple(
                (label, blanks.fill(value, language, inline=False), optional)
                for label, value, optional in lines
                if not (optional and blanks.empty(value, language))
            )
            return Labels(kept) if kept else None
        case Points(items=items):
            return Points(tuple((mark, blanks.fill(said, language)) for mark, said in items))
        case Heading(text=said) | Paragraph(text=said) | Quote(text=said):
            filled = blanks.fill(said, language).strip()
            return replace(block, text=filled) if filled else None


def _parts(case: PaperCase, language: Language) -> Iterator[str]:
    """Yield the Parts in which anything is asked for or filed."""
    outline = case.rulebook.outline
    held = {
        outline.sections[section].part
        for line in case.checklist.lines
        if line.need is Need.REQUIRED or line.documents
        for section in line.sections
    }
    for part in outline.parts:
        if part.id in held:
            mark = both(Message("assembly.part", {"part": part.code}))
            yield f"{mark.say(language)}: {part.title.say(language)}"

