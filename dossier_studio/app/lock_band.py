"""Above a dossier that is only read: who edits it, and the way to edit it oneself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.worded import Worded, button, label, margins, restyle
from dossier_studio.app.language import day
from dossier_studio.app.session import Session
from dossier_studio.store.lock import Holder

_LOOK = 5_000
"""Milliseconds between two looks at the lock."""


class LockBand(Worded):
    """There as long as the open dossier cannot be edited; tells when it has become free."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._holder: Holder | None = None
        self.setProperty("kind", "band")
        self._title, self._words = label("strong", wraps=True), label("muted", wraps=True)
        self._glyph = Glyph("lock", "warn", 18)
        self._edit, self._again = button("plain"), button("flat")
        self._edit.clicked.connect(self._take)
        self._again.clicked.connect(self._read_again)
        said = QVBoxLayout()
        margins(said, gap=2)
        said.addWidget(self._title)
        said.addWidget(self._words)
        row = QHBoxLayout(self)
        margins(row, 16, 8, 12, 8, gap=12)
        row.addWidget(self._glyph)
        row.addLayout(said, 1)
        row.addWidget(self._again)
        row.addWidget(self._edit)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK)
        self._watch.timeout.connect(self.look)
        session.opened.connect(self.follow)
        self.hide()

    def follow(self) -> None:
        """Show the band where the open dossier cannot be edited."""
        locked = self._session.folder is not None and not self._session.writable
        self.setVisible(locked)
        if not locked:
            self._watch.stop()
            return
        self._watch.start()
        self.look()

    def look(self) -> None:
        """See who edits the dossier now."""
        folder = self._session.folder
        self._holder = folder.lock_holder if folder else None
        self.retranslate()

    @override
    def retranslate(self) -> None:
        holder = self._holder
        self._again.setText(self.tr("Read it anew"))
        self._edit.setText(self.tr("Edit it"))
        self._edit.setVisible(holder is None)
        restyle(self, tone="warn" if holder else "ok")
        if holder is None:
            self._glyph.show_icon("circle-check", "ok")
            self._title.setText(self.tr("Nobody is editing this dossier now"))
            self._words.setText(self.tr("It is open to read; you may begin to edit it."))
            return
        self._glyph.show_icon("lock", "warn")
        since = holder.since.astimezone()
        words = self.tr("Opened {date}, {time} on {machine}. You can read, check and print.")
        self._title.setText(self.tr("{name} is editing this dossier").format(name=holder.person))
        self._words.setText(words.format(
            date=day(since.date()), time=f"{since:%H.%M}", machine=holder.machine))  # fmt: skip

    def _take(self) -> None:
        if self._session.folder is not None:
            self._session.open(self._session.folder.path)

    def _read_again(self) -> None:
        if self._session.folder is not None:
            self._session.open(self._session.folder.path, write=False)
