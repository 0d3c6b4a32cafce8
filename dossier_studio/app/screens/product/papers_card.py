"""Letters and forms that the program writes: looked at, worded anew, headed, attached."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.banner import Glyph
from dossier_studio.app.components.inputs import Elided
from dossier_studio.app.components.worded import Worded, button, empty, label, margins
from dossier_studio.app.language import say
from dossier_studio.app.preview.preview import Preview
from dossier_studio.app.screens.product.paper_text import PaperText
from dossier_studio.app.session import Session
from dossier_studio.core.dossier import Document, DocumentKey, Dossier, Place
from dossier_studio.core.errors import StudioError
from dossier_studio.core.file import Digest
from dossier_studio.core.text import Language, Message
from dossier_studio.core.work import Step, Work
from dossier_studio.host.messages import both
from dossier_studio.store.folder import DossierFolder

if TYPE_CHECKING:
    from dossier_studio.workflow.papers import Paper

_HEIGHT = 520


class PaperRow(Worded):
    """One paper, and what can be done with it."""

    looked = Signal()
    worded = Signal()
    attached = Signal()

    def __init__(self, paper: Paper, *, editable: bool, writable: bool) -> None:
        super().__init__()
        self._paper = paper
        self._title, self._state = Elided(middle=False), label("caption")
        self._look, self._word, self._attach = (button("flat") for _ in range(3))
        self._look.clicked.connect(self.looked)
        self._word.clicked.connect(self.worded)
        self._attach.clicked.connect(self.attached)
        self._word.setVisible(editable)
        self._word.setEnabled(writable)
        self._attach.setEnabled(writable)
        self._attach.setVisible(bool(paper.requirement) and ":" not in paper.id)
        row = QHBoxLayout(self)
        margins(row, gap=8)
        row.addWidget(Glyph("file-text", "text_2"))
        row.addWidget(self._title, 1)
        for one in (self._state, self._look, self._word, self._attach):
            row.addWidget(one)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        title, there = say(self._paper.title), self._paper.attached
        self._title.say(title)
        self._state.setText(self.tr("attached") if there else "")
        self._look.setText(self.tr("Preview"))
        self._word.setText(self.tr("Edit the text"))
        self._attach.setText(self.tr("Attach anew") if there else self.tr("Attach"))
        for one in (self._look, self._word, self._attach):
            one.setAccessibleName(f"{title}: {one.text()}")


class PapersCard(Worded):
    """The card, folded until it is asked for: writing papers brings heavy libraries."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._session = session
        self._drafts = QTemporaryDir()
        self._paper = ""
        self._folder: Path | None = None
        self._looked: Paper | None = None
        self._seen: Dossier | None = None
        self._heading, self._words = label("heading"), label("caption", wraps=True)
        self._fold, self._plain = button("flat"), button("flat")
        self._image = button("flat", "image")
        self._fold.clicked.connect(self._turn)
        self._image.clicked.connect(self._choose_image)
        self._plain.clicked.connect(self._no_image)
        self._rows = QVBoxLayout()
        margins(self._rows, gap=2)
        self.text = PaperText()
        self.text.kept.connect(self._reword)
        self.text.asked.connect(self._show_text)
        self.text.hide()
        self.preview = Preview()
        self.preview.setFixedHeight(_HEIGHT)
        self.preview.folded.connect(self.preview.hide)
        self.preview.hide()
        self._body = QWidget()
        self._body.hide()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        margins(head, gap=10)
        head.addWidget(self._heading, 1)
        head.addWidget(self._fold)
        foot = QHBoxLayout()
        margins(foot, gap=8)
        foot.addWidget(self._image)
        foot.addWidget(self._plain)
        foot.addStretch()
        inner = QVBoxLayout(self._body)
        margins(inner, gap=8)
        inner.addWidget(self._words)
        inner.addLayout(self._rows)
        inner.addLayout(foot)
        inner.addWidget(self.text)
        inner.addWidget(self.preview)
        column = QVBoxLayout(self)
        margins(column, 16, 10, 16, 12, gap=8)
        column.addLayout(head)
        column.addWidget(self._body)

    @override
    def retranslate(self) -> None:
        shown = not self._body.isHidden()
        self._heading.setText(self.tr("Letters and forms"))
        self._words.setText(self.tr("Written from the answers, with your letterhead and text."))
        self._fold.setIcon(icons.icon("chevron-up" if shown else "chevron-down", "accent"))
        self._fold.setText(self.tr("Fold") if shown else self.tr("Show"))
        self._fold.setAccessibleName(f"{self._heading.text()}: {self._fold.text()}")
        self._image.setText(self.tr("Letterhead image…"))
        self._plain.setText(self.tr("Without an image"))

    def fill(self) -> None:
        """Show the papers that the dossier can have now."""
        if self._body.isHidden() or self._session.folder is None:
            return
        from dossier_studio.workflow import papers  # brings reportlab

        self._follow(self._session.folder.path)
        empty(self._rows)
        writable = self._session.writable
        for paper in papers.papers(self._session.rulebook, self._session.dossier):
            row = PaperRow(paper, editable=paper.id in papers.EDITABLE, writable=writable)
            row.looked.connect(partial(self._look, paper))
            row.worded.connect(partial(self._word, paper.id))
            row.attached.connect(partial(self._attach, paper))
            self._rows.addWidget(row)
        self._image.setEnabled(writable)
        self._plain.setVisible(writable and self._session.dossier.letterhead is not None)

    def _follow(self, folder: Path) -> None:
        """Write what is looked at anew after a change; put it away with its dossier."""
        if folder != self._folder:
            self._folder = folder
            self.preview.hide()
            self.text.hide()
        changed = self._seen is not self._session.dossier
        if self._looked is not None and changed and not self.preview.isHidden():
            self._look(self._looked)

    def _turn(self) -> None:
        self._body.setVisible(self._body.isHidden())
        self.retranslate()
        self.fill()

    def _write(self, paper: str, name: str) -> Work[Path]:
        folder = self._session.folder
        assert folder is not None  # the card stands beneath an open dossier
        target = Path(self._drafts.path()) / f"{len(list(Path(self._drafts.path()).iterdir()))}"
        return drafted(folder.path, paper, target / name)

    def _look(self, paper: Paper) -> None:
        self._looked, self._seen = paper, self._session.dossier
        jobs, name = self._session.jobs, say(paper.title).replace("/", "-")
        work = self._write(paper.id, f"{name}.pdf")
        job = jobs.job(work, Message("app.job.hand-out"), quiet=True)
        job.succeeded.connect(self._show_draft)
        job.failed.connect(self._session.refused)
        jobs.start(job)

    def _show_draft(self, path: Path) -> None:
        document = Document(DocumentKey(""), Place(""), 0, path.name, Digest(""),
                            path.stat().st_size)  # fmt: skip
        self.text.hide()
        self.preview.show()
        self.preview.show_document(path, document, None, ())

    def _word(self, paper: str) -> None:
        self._paper = paper
        self.preview.hide()
        self.text.show()
        self._show_text(self.text.language)

    def _show_text(self, language: Language) -> None:
        from dossier_studio.workflow import papers

        book, dossier = self._session.rulebook, self._session.dossier
        self.text.show_words(papers.wording(book, dossier, self._paper, language))

    def _reword(self, language: Language, words: str) -> None:
        from dossier_studio.workflow import papers

        book, dossier, paper = self._session.rulebook, self._session.dossier, self._paper
        self._session.edit(
            lambda: papers.reword(book, dossier, paper, language=language, words=words)
        )
        if not words:
            self._show_text(language)

    def _attach(self, paper: Paper) -> None:
        sequence = self._session.dossier.next_sequence
        name = f"{both(Message(f'workflow.paper.file.{paper.id}')).id}-{sequence}.pdf"
        jobs = self._session.jobs
        job = jobs.job(self._write(paper.id, name), Message("app.job.hand-out"))
        job.succeeded.connect(partial(self._take, paper.requirement))
        job.failed.connect(self._session.refused)
        jobs.start(job)

    def _take(self, place: str, path: Path) -> None:
        """Attach what was written; one that was attached so is replaced."""
        for known in self._session.dossier.at(place):
            if known.name == path.name:
                self._session.exchange(known.key, path)
                return
        self._session.attach(place, [path])

    def _choose_image(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Image of your letterhead"), "", "PNG, JPEG (*.png *.jpg *.jpeg)"
        )
        if chosen:
            self.head_with(Path(chosen))

    def head_with(self, image: Path) -> None:
        """Put an image at the head of all letters; a refusal is told."""
        from dossier_studio.workflow import papers

        folder = self._session.folder
        if folder is None:
            return
        try:
            change = papers.set_letterhead(folder, image, by=self._session.person)
        except StudioError as refusal:
            self._session.refused.emit(refusal.message)
            return
        self._session.changed.emit(change.keys)

    def _no_image(self) -> None:
        from dossier_studio.workflow import papers

        self._session.edit(lambda: papers.no_letterhead(self._session.dossier))


def drafted(dossier: Path, paper: str, target: Path) -> Work[Path]:
    """Write a paper of a dossier as it stands into a file."""
    from dossier_studio.workflow import papers

    yield Step(Message("app.job.hand-out"))
    with DossierFolder.open(dossier, write=False, by="") as folder:
        content = papers.draft(folder, paper)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return target
