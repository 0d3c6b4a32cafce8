"""The certificate register: of the open dossier, and of all dossiers opened lately."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app.components.banner import Banner, Glyph
from dossier_studio.app.components.segments import Segments
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.language import day, say
from dossier_studio.app.screens.tools import held
from dossier_studio.app.screens.tools.expiry_line import ExpiryLine, Sign
from dossier_studio.app.screens.tools.held import Held, Shelf, Standing, look_of, word_of
from dossier_studio.app.screens.tools.held_table import HeldTable
from dossier_studio.app.screens.tools.reading import Reader, recent
from dossier_studio.app.screens.tools.tool import Tool, card
from dossier_studio.app.session import Session
from dossier_studio.core.text import Message

_HERE, _ALL = "here", "all"


class ExpiryLegend(Worded):
    """What the signs of the timeline mean."""

    def __init__(self) -> None:
        super().__init__()
        self._words = {one: label("caption") for one in _SHOWN}
        self._filing = label("caption")
        row = QHBoxLayout(self)
        margins(row, gap=5)
        for one, words in self._words.items():
            shown = look_of(one)
            row.addWidget(Sign(shown.tone, filled=one is not Standing.VALID))
            row.addWidget(words)
            row.addSpacing(8)
        row.addWidget(Sign("accent", filing=True))
        row.addWidget(self._filing)
        row.addStretch()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for one, words in self._words.items():
            words.setText(word_of(one))
        self._filing.setText(self.tr("filing"))


_SHOWN = (Standing.EXPIRED, Standing.IN_EVALUATION, Standing.VALID)


class CertificatesTool(Tool):
    """Timeline above, table below; Enter goes to the place in the dossier."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._all: tuple[Shelf, ...] = ()
        self._reader = Reader(session, self)
        self._reader.read.connect(self._looked)
        self._after: tuple[Path, str] | None = None
        self.which = Segments((_HERE, _ALL), may_clear=False)
        self.which.chosen.connect(self._turn)
        self.table, self.line = HeldTable(), ExpiryLine()
        self.table.chosen.connect(self._go)
        self.table.setMinimumHeight(170)
        self._go_button = button("plain", small=True)
        self._go_button.clicked.connect(self._go_current)
        self._legend = ExpiryLegend()
        self._summary, self._trouble = label("heading"), Banner("warn")
        self._trouble.hide()
        self._empty = self._made_empty()
        self._shown = self._made_shown()
        self.head.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._shown, 1)
        self.body.addWidget(self._empty, 1)
        self.which.choose(_HERE if session.folder else _ALL)
        session.opened.connect(self._opened)

    def _made_shown(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        margins(column, gap=12)
        lines, inside = card()
        head = QHBoxLayout()
        margins(head, gap=8)
        head.addWidget(self._summary, 1)
        inside.addLayout(head)
        inside.addWidget(self.line)
        inside.addWidget(self._legend)
        tables, below = card(gap=0)
        below.setContentsMargins(1, 1, 1, 8)
        below.addWidget(self.table, 1)
        foot = QHBoxLayout()
        margins(foot, 12, 8, 12, 0)
        foot.addStretch()
        foot.addWidget(self._go_button)
        below.addLayout(foot)
        column.addWidget(lines)
        column.addWidget(tables, 1)
        return whole

    def _made_empty(self) -> QWidget:
        made, column = card()
        self._nothing, self._advice = label("title", wraps=True), label("muted", wraps=True)
        self._documents = button("plain")
        self._documents.clicked.connect(self._to_documents)
        centre = Qt.AlignmentFlag.AlignHCenter
        for words in (self._nothing, self._advice):
            words.setAlignment(centre)
        column.addStretch()
        column.addWidget(Glyph("file-badge", "accent", 40), 0, centre)
        column.addWidget(self._nothing)
        column.addWidget(self._advice)
        column.addWidget(self._documents, 0, centre)
        column.addStretch()
        return made

    @override
    def fill(self) -> None:
        self.heading.setText(self.tr("Certificates"))
        self.purpose.setText(self.tr("Every certificate with its last day, the next one first."))
        here, every = self.tr("This dossier"), self.tr("All recent dossiers")
        self.which.say(self.tr("Which certificates"), (here, every))
        there = self.session.folder is not None
        self.which.setVisible(there)
        if not there:
            self.which.choose(_ALL)
        self._go_button.setText(self.tr("Go to its place"))
        self.table.setAccessibleName(self.tr("Certificates"))
        self._documents.setText(self.tr("Go to the documents"))
        self.table.cells.retranslate()
        self._show()
        if self.which.value == _ALL:
            self._look()

    def _opened(self) -> None:
        self.which.choose(_HERE if self.session.folder else _ALL)
        if self._after is not None and self.session.folder is not None:
            path, document = self._after
            self._after = None
            if self.session.folder.path == path:
                self.session.sought.emit("documents", document)

    def _turn(self) -> None:
        self.fill()

    def _look(self) -> None:
        folders = recent(self.session)
        if folders:
            self._reader.begin(lambda: held.look(folders), Message("app.job.certificates"))

    def _looked(self, shelves: tuple[Shelf, ...]) -> None:
        self._all = shelves
        self._show()

    def _shelves(self) -> tuple[Shelf, ...]:
        session = self.session
        if self.which.value == _ALL or session.folder is None:
            return self._all
        return (
            held.shelf_of(
                session.folder.path, session.dossier, session.rulebook, session.checklist
            ),
        )

    def _show(self) -> None:
        shelves = self._shelves()
        rows = tuple(held.in_order(shelves))
        several = self.which.value == _ALL
        self.table.show_dossiers(several=several)
        self.table.cells.show_rows(rows)
        self.line.show_shelves(shelves)
        self._summary.setText(self._summed(rows))
        broken = [one for one in shelves if one.trouble]
        self._trouble.setVisible(bool(broken))
        if broken and broken[0].trouble:
            self._trouble.say(f"{broken[0].dossier}: {say(broken[0].trouble)}")
        self._shown.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._say_empty(several=several)

    def _summed(self, rows: tuple[Held, ...]) -> str:
        coming = [one for one in rows if one.expires and one.standing is not Standing.EXPIRED]
        if not coming or coming[0].expires is None:
            return self.tr("Timeline of expiry")
        words = self.tr("Next: {title}, {day}")
        return words.format(title=say(coming[0].title), day=day(coming[0].expires))

    def _say_empty(self, *, several: bool) -> None:
        there = self.session.folder is not None
        self._nothing.setText(self.tr("No certificate yet"))
        if several:
            words = self.tr("The certificates of the dossiers you have opened appear here.")
        else:
            words = self.tr(
                "Attach one in Documents and write the dates that stand on it; then it is here."
            )
        self._advice.setText(words)
        self._documents.setVisible(there and not several)

    def _to_documents(self) -> None:
        self.session.sought.emit("documents", "")

    def _go_current(self) -> None:
        index = self.table.currentIndex()
        if not index.isValid() and self.table.cells.rowCount():
            index = self.table.cells.index(0, 0)
        if index.isValid():
            self._go(self.table.cells.at(index))

    def _go(self, one: Held) -> None:
        session = self.session
        if session.folder is not None and session.folder.path == one.path:
            session.sought.emit("documents", one.document)
        else:
            self._after = (one.path, one.document)
            session.open(one.path)
