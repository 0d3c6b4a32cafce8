"""The reports of a package on paper: checklist, findings, receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Paragraph, Spacer, TableStyle
from typing_extensions import override

from dossier_studio.assembly import style
from dossier_studio.assembly.particulars import Particulars
from dossier_studio.assembly.typeset import Rule, grid, paragraph, typeset
from dossier_studio.assembly.wording import Languages, in_each, joined, long_date
from dossier_studio.core.dossier import DocumentKey
from dossier_studio.core.finding import Finding, Report, Severity
from dossier_studio.core.text import Message, Text, Words
from dossier_studio.host.messages import number
from dossier_studio.law.checklist import Checklist, Line
from dossier_studio.law.rulebook import Need

Cell = list[Flowable]

LONG_PLACE = 16
"""Letters of a place that fit on a line of its column."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt vouches for: the package's files and the state of the journal.

    `files` are path in the package, bytes, SHA-256; `head` is the hash of the journal's last
    entry; `ready` says whether the check left nothing open.
    """

    package: str
    documents: int
    pages: int
    head: str
    ready: bool
    files: tuple[tuple[str, int, str], ...]


def checklist_pdf(checklist: Checklist, about: Particulars) -> bytes:
    """Return the checklist: what this product needs, why, and where each line stands."""
    said = _Words(about.languages)
    looks = style.styles()
    rows = [_checklist_row(line, said) for line in checklist.lines]
    needs = Counter(line.need for line in checklist.lines if not line.parent)
    counts = Message(
        "assembly.report.needs",
        {
            "required": needs[Need.REQUIRED],
            "undecided": needs[Need.UNDECIDED],
            "not_needed": needs[Need.NOT_NEEDED],
        },
    )
    story = [
        *_opening("checklist", about, said),
        *(part for notice in checklist.notices for part in said.cell(notice, looks.body)),
        *(part for stop in checklist.stops for part in said.cell(stop.title, looks.plain_bold)),
        *said.cell(counts, looks.body),
        Spacer(0, 6),
        _table(
            said,
            ("line", "requirement", "need", "standing"),
            rows,
            (32 * mm, 78 * mm, 25 * mm, 25 * mm),
        ),
    ]
    return _set("checklist", about, story)


def findings_pdf(report: Report, about: Particulars, names: Mapping[DocumentKey, str]) -> bytes:
    """Return the findings, the heaviest first, and how much was checked.

    `names` are the documents' names, by which a finding speaks of them.
    """
    said = _Words(about.languages)
    found = sorted(report.findings, key=lambda one: one.severity.rank)
    cover = report.coverage
    coverage = Message(
        "assembly.report.coverage",
        {
            "passed": cover.passed,
            "failed": cover.failed,
            "not_run": cover.not_run,
            "not_applicable": cover.not_applicable,
        },
    )
    state = "ready" if report.ready else "complete" if report.complete else "incomplete"
    story: list[Flowable] = [
        *_opening("findings", about, said),
        *said.cell(Message(f"assembly.report.{state}"), style.styles().plain_bold),
        Spacer(0, 6),
        *said.cell(coverage, style.styles().body),
        Spacer(0, 6),
    ]
    if found:
        rows = [_finding_row(one, names, said) for one in found]
        story.append(
            _table(said, ("severity", "place", "finding"), rows, (28 * mm, 32 * mm, 100 * mm))
        )
    else:
        story.append(said.paragraph(Message("assembly.report.no-findings"), style.styles().body))
    return _set("findings", about, story)


def receipt_pdf(receipt: Receipt, about: Particulars) -> bytes:
    """Return the receipt: what was packed, with the checksum of every file."""
    said = _Words(about.languages)
    looks = style.styles()
    size = sum(count for _, count, _ in receipt.files)
    facts: list[tuple[str, Words]] = [
        ("package", Text(receipt.package, receipt.package)),
        ("documents", said.number(receipt.documents)),
        ("part-pages", said.number(receipt.pages)),
        ("bytes", Message("assembly.report.bytes", {"bytes": size})),
        ("ready", Message("assembly.report.yes" if receipt.ready else "assembly.report.no")),
    ]
    rows = [_file_row(*file, said) for file in receipt.files]
    story = [
        *_opening("receipt", about, said),
        _facts(facts, said),
        paragraph(joined(Message("assembly.report.head"), about.languages), looks.plain),
        paragraph(receipt.head or "–", looks.mono_large),
        *said.cell(Message("assembly.report.verify"), looks.body),
        Spacer(0, 6),
        _table(said, ("file", "size", "digest"), rows, (54 * mm, 20 * mm, 86 * mm)),
    ]
    return _set("receipt", about, story)


class _Settled(Paragraph):
    """A paragraph in a cell: a table asks again and again how high it is, yet it is broken once."""

    _known: tuple[float, tuple[float, float]] | None = None

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        if self._known is None or self._known[0] != aW:
            self._known = aW, super().wrap(aW, aH)
        return self._known[1]


class _Words:
    """Says things in the languages of the package; many rows say the same, which is set once."""

    def __init__(self, languages: Languages) -> None:
        self.languages = languages
        self._made: dict[tuple[str, str], Paragraph] = {}

    def set(self, text: str, look: ParagraphStyle) -> Paragraph:
        """Return a paragraph of plain text for a cell."""
        key = text, look.name
        if key not in self._made:
            self._made[key] = _Settled(escape(text, quote=False).replace("\n", "<br/>"), look)
        return self._made[key]

    def paragraph(self, words: Words, look: ParagraphStyle) -> Flowable:
        """All languages in one paragraph."""
        return self.set(joined(words, self.languages), look)

    def number(self, value: int) -> Text:
        """A number as the first language writes it."""
        written = number(value, self.languages[0])
        return Text(written, written)

    def cell(self, words: Words, look: ParagraphStyle) -> Cell:
        """The first language, and the second one beneath it more quietly."""
        quiet = style.styles().cell_quiet
        said = in_each(words, self.languages)
        return [self.set(one, quiet if index else look) for index, one in enumerate(said)]


def _opening(kind: str, about: Particulars, said: _Words) -> Iterator[Flowable]:
    looks = style.styles()
    title, *second = in_each(Message(f"assembly.report.{kind}"), about.languages)
    yield paragraph(title, looks.title)
    yield paragraph(" – ".join([*second, about.product]), looks.subtitle)
    yield Rule()
    filed: Words = long_date(about.filed) if about.filed else Message("assembly.cover.undated")
    facts: list[tuple[str, Words]] = [
        ("product", Text(about.product, about.product)),
        ("applicant", Text(about.applicant, about.applicant)),
        ("rulebook", about.rulebook),
        ("stage", about.stage or Text("", "")),
        ("sequence", Text(about.sequence, about.sequence)),
        ("filed", filed),
    ]
    yield _facts(facts, said)


def _facts(facts: Iterable[tuple[str, Words]], said: _Words) -> Flowable:
    looks = style.styles()
    rows = [
        [
            said.paragraph(Message(f"assembly.field.{key}"), looks.cell_quiet_plain),
            said.set(words, looks.cell),
        ]
        for key, value in facts
        if (words := joined(value, said.languages))
    ]
    table = grid(rows, [58 * mm, style.TEXT_WIDTH - 58 * mm])
    table.spaceBefore, table.spaceAfter = 4, 10
    return table


def _checklist_row(line: Line, said: _Words) -> list[Cell]:
    looks = style.styles()
    quiet = line.need is Need.NOT_NEEDED
    name = looks.cell if line.parent or quiet else looks.cell_bold
    cell = said.cell(line.title, name)
    if not quiet:
        cell += [said.set(one, looks.cell_quiet) for one in in_each(line.because, said.languages)]
        cell += _sources(line, said)
    need = said.cell(Message(f"assembly.need.{line.need}"), looks.cell)
    confidence = Message(f"assembly.confidence.{line.confidence}")
    need += [] if quiet else [said.paragraph(confidence, looks.cell_quiet)]
    standing: Cell = []
    if line.standing is not None and not quiet:
        standing = said.cell(Message(f"assembly.standing.{line.standing}"), looks.cell)
    indent = looks.cell_indented if line.parent else looks.cell
    return [[said.set(_breakable(line.id), indent)], cell, need, standing]


def _sources(line: Line, said: _Words) -> Cell:
    if not line.citations:
        return []
    sources = "; ".join(joined(one.words, said.languages[:1]) for one in line.citations)
    return [said.set(sources, style.styles().cell_quiet)]


def _finding_row(finding: Finding, names: Mapping[DocumentKey, str], said: _Words) -> list[Cell]:
    looks = style.styles()
    heavy = finding.severity is Severity.ERROR
    severity = said.cell(
        Message(f"assembly.severity.{finding.severity}"), looks.cell_bold if heavy else looks.cell
    )
    severity.append(said.set(finding.code, looks.digest))
    document = names.get(DocumentKey(finding.document), finding.document)
    place: Cell = [
        said.set(_breakable(one), looks.cell)
        for one in (finding.requirement, finding.section)
        if one
    ]
    place += [said.set(document, looks.cell_quiet)] if document else []
    cell = said.cell(finding.message, looks.cell)
    cell += said.cell(finding.mend, looks.cell_indented)
    source = joined(finding.source, said.languages[:1])
    cell += [said.set(source, looks.cell_quiet)] if source else []
    return [severity, place, cell]


def _breakable(place: str) -> str:
    """Return a place on two lines where one is too short for it."""
    name, mark, rest = place.partition("[") if "[" in place else place.partition(".")
    return f"{name}{mark}\n{rest}" if len(place) > LONG_PLACE else place


def _file_row(path: str, count: int, digest: str, said: _Words) -> list[Cell]:
    looks = style.styles()
    size = said.paragraph(said.number(count), looks.cell_right)
    folder, _, name = path.rpartition("/")
    shown = f"{folder}/\n{name}" if folder else name
    return [[said.set(shown, looks.mono)], [size], [said.set(digest, looks.digest)]]


def _table(
    said: _Words, heads: Sequence[str], rows: Sequence[list[Cell]], widths: Sequence[float]
) -> Flowable:
    looks = style.styles()
    first = [said.cell(Message(f"assembly.column.{head}"), looks.head) for head in heads]
    return LongTable(
        [first, *rows],
        colWidths=list(widths),
        repeatRows=1,
        hAlign="LEFT",
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), style.SERIF),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 5),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("BACKGROUND", (0, 0), (-1, 0), style.WASH),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.QUIET),
                ("LINEBELOW", (0, 1), (-1, -1), 0.3, style.RULE),
            ]
        ),
    )


def _set(kind: str, about: Particulars, story: Iterable[Flowable]) -> bytes:
    title = joined(Message(f"assembly.report.{kind}"), about.languages)
    running = f"{title} – {about.product}"
    return typeset(
        [*story, Spacer(0, 1)], title=running, languages=about.languages, running=running
    )
