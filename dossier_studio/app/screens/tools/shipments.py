"""Shipments: each a dossier of its own, with what its batches have left on the day of import."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.pill import Pill
from dossier_studio.app.components.worded import button, empty, label, line, margins
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.tools.reading import Reader, Seen, look, recent
from dossier_studio.app.screens.tools.tool import Tool, card
from dossier_studio.app.session import Session
from dossier_studio.core.errors import StudioError
from dossier_studio.core.text import Message, Text
from dossier_studio.law.load import rulebook
from dossier_studio.law.rulebook import Check, Rulebook
from dossier_studio.law.shelf_life import Batch, remaining, rules


@dataclass(frozen=True, slots=True)
class Shipment:
    """A shipment: when it comes in, how many batches, how many of them are fresh enough.

    `fresh` is None where a day is missing.
    """

    path: Path
    name: str
    kind: Text
    arrival: date | None
    batches: int
    fresh: int | None
    sent: date | None


def shipment_of(seen: Seen) -> Shipment | None:
    """Return the shipment that a dossier is, None for any other dossier."""
    book = rulebook(seen.dossier.identity.rulebook)
    check = _judging(book)
    if check is None:
        return None
    dossier = seen.dossier
    said = dossier.answers.get(check.targets[0])
    arrival = date.fromisoformat(said) if said else None
    rows = [dict(row.values) for row in dossier.table(check.table)]
    sent = dossier.sequences[-1].filed if dossier.sequences else None
    name, kind = dossier.identity.name, book.title
    fresh = _fresh(rows, arrival, check.rule)
    return Shipment(seen.path, name, kind, arrival, len(rows), fresh, sent)


def _judging(book: Rulebook) -> Check | None:
    """Return the check that judges a table of batches, by which a shipment is known."""
    return next((one for one in book.checks if one.table and one.rule and one.targets), None)


def _fresh(rows: list[dict[str, str]], arrival: date | None, rule: str) -> int | None:
    if arrival is None or not rows:
        return None
    try:
        batches = [
            Batch(
                row.get("batch", ""),
                date.fromisoformat(row["made"]) if row.get("made") else None,
                date.fromisoformat(row["expires"]),
            )
            for row in rows
        ]
        judged = [remaining(one, arrival, rules().rule(rule)).passes for one in batches]
    except (StudioError, KeyError, ValueError):
        return None
    return None if None in judged else sum(one is True for one in judged)


class ShipmentsTool(Tool):
    """The shipments among the dossiers opened lately; the next to come in is the first."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: tuple[Shipment, ...] = ()
        self._reader = Reader(session, self)
        self._reader.read.connect(self._looked)
        self._new = button("primary", "file-plus")
        self._new.clicked.connect(self._begin)
        self.head.addWidget(self._new, 0, Qt.AlignmentFlag.AlignTop)
        self._nothing, self._advice = label("title", wraps=True), label("muted", wraps=True)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=10)
        self._listed, column = card()
        column.addLayout(self._rows)
        self._empty, inside = card()
        centre = Qt.AlignmentFlag.AlignHCenter
        for words in (self._nothing, self._advice):
            words.setAlignment(centre)
        inside.addStretch()
        inside.addWidget(Glyph("ship", "accent", 40), 0, centre)
        inside.addWidget(self._nothing)
        inside.addWidget(self._advice)
        inside.addStretch()
        self.body.addWidget(self._listed)
        self.body.addWidget(self._empty, 1)
        self.body.addStretch(0)

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Shipments"))
        self.purpose.setText(
            self.tr("Each import needs a permit of its own; each is a dossier with its own papers.")
        )
        self._new.setText(self.tr("New shipment…"))
        self._nothing.setText(self.tr("No shipment yet"))
        self._advice.setText(
            self.tr(
                "Begin one as a new dossier and choose the import permit; its batches are judged"
                " on the day they come in, and it stands here."
            )
        )
        self._show()
        folders = recent(self.session)
        if folders:
            title = Message("app.job.recent")
            self._reader.begin(lambda: look(folders, shipment_of), title)

    def _begin(self) -> None:
        self.asked.emit("new")

    def _looked(self, found: tuple[Shipment, ...]) -> None:
        self._found = tuple(sorted(found, key=lambda one: (one.arrival or date.max, one.name)))
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        for number, one in enumerate(self._found):
            if number:
                self._rows.addWidget(line())
            self._add(one)
        self._listed.setVisible(bool(self._found))
        self._empty.setVisible(not self._found)

    def _add(self, one: Shipment) -> None:
        row = QHBoxLayout()
        margins(row, gap=12)
        row.addWidget(Glyph("ship", "accent", 18))
        words = QVBoxLayout()
        margins(words, gap=1)
        words.addWidget(label("strong", wraps=True, text=one.name))
        words.addWidget(label("small", wraps=True, text=self._line(one)))
        row.addLayout(words, 1)
        verdict = Pill()
        verdict.say(*self._verdict(one))
        row.addWidget(verdict)
        go = button("plain", small=True)
        go.setText(self.tr("Open"))
        go.setAccessibleName(self.tr("Open {name}").format(name=one.name))
        go.setProperty("path", str(one.path))
        go.clicked.connect(self._open)
        row.addWidget(go)
        self._rows.addLayout(row)

    def _line(self, one: Shipment) -> str:
        words = [say(one.kind)]
        if one.arrival:
            words.append(self.tr("comes in on {day}").format(day=day(one.arrival)))
        if one.sent:
            words.append(self.tr("applied for on {day}").format(day=day(one.sent)))
        return " · ".join(words)

    def _verdict(self, one: Shipment) -> tuple[str, str, str]:
        if not one.batches:
            return self.tr("no batch yet"), "none", "circle-minus"
        if one.fresh is None:
            return self.tr("a day is missing"), "open", "circle-question-mark"
        words = self.tr("{fresh} of {all} batches fresh enough")
        said = words.format(fresh=one.fresh, all=one.batches)
        good = one.fresh == one.batches
        return said, "ok" if good else "error", "circle-check" if good else "circle-x"

    def _open(self) -> None:
        path = Path(str(self.sender().property("path")))
        if self.session.folder is not None and self.session.folder.path == path:
            self.session.sought.emit("product", "")
        else:
            self.session.open(path)
