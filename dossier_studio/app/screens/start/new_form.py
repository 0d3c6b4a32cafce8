"""The form of a new dossier, on the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from dossier_studio.app.components.field import Field
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.language import say
from dossier_studio.core.text import Text


class NewForm(Worded):
    """Name, rulebook, folder, and the person's name as long as it is not known."""

    made = Signal(str, str, object, str)
    """Name, rulebook id, folder, and the person's name."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._rulebooks: tuple[tuple[str, Text], ...] = ()
        self._heading, self._line = label("title"), label("muted", wraps=True)
        self._name, self._rulebook = Field(QLineEdit()), Field(Combo())
        self._folder, self._person = Field(QLineEdit()), Field(QLineEdit())
        self._choose, self._make, self._leave = button(), button("primary"), button("flat")
        self._choose.clicked.connect(self._choose_folder)
        self._make.clicked.connect(self._finish)
        self._leave.clicked.connect(self.left)
        self._named().textChanged.connect(self._propose)
        self._named().returnPressed.connect(self._finish)
        self._proposed = ""
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        margins(place, gap=8)
        place.addWidget(self._folder, 1)
        beside = QVBoxLayout()
        beside.addStretch()
        beside.addWidget(self._choose)
        place.addLayout(beside)
        buttons = QHBoxLayout()
        margins(buttons, gap=8)
        buttons.addWidget(self._make)
        buttons.addWidget(self._leave)
        buttons.addStretch()
        column = QVBoxLayout(self)
        margins(column, 20, 16, 20, 18, gap=12)
        column.addWidget(self._heading)
        column.addWidget(self._line)
        column.addWidget(self._name)
        column.addWidget(self._rulebook)
        column.addLayout(place)
        column.addWidget(self._person)
        column.addSpacing(4)
        column.addLayout(buttons)

    def begin(self, rulebooks: tuple[tuple[str, Text], ...], person: str) -> None:
        """Show the form empty, with these rulebooks to choose from."""
        self._rulebooks = rulebooks
        self._person.setVisible(not person)
        self._name_person().setText(person)
        self._named().clear()
        self._propose("")
        for field in (self._name, self._folder, self._person):
            field.complain("")
        self.retranslate()
        self._named().setFocus()

    def refuse(self, sentence: str) -> None:
        """Say beside the folder why nothing was made."""
        self._folder.complain(sentence)

    @override
    def retranslate(self) -> None:
        self._heading.setText(self.tr("New dossier"))
        self._line.setText(
            self.tr(
                "Its folder holds the answers, your files and the journal."
                " Copy it, and all is copied."
            )
        )
        self._name.name(self.tr("Name of the dossier"))
        self._named().setPlaceholderText(self.tr("for instance Paracetamol Example 500 mg"))
        self._rulebook.name(self.tr("What is registered"))
        self._folder.name(self.tr("Folder"))
        self._person.name(self.tr("Your name, for the journal"))
        self._choose.setText(self.tr("Choose…"))
        self._make.setText(self.tr("Make the dossier"))
        self._leave.setText(self.tr("Not now"))
        combo = self._books()
        chosen = max(combo.currentIndex(), 0)
        combo.clear()
        for key, title in self._rulebooks:
            combo.addItem(say(title), key)
        combo.setCurrentIndex(chosen if combo.count() else -1)

    def _named(self) -> QLineEdit:
        return _line_of(self._name)

    def _name_person(self) -> QLineEdit:
        return _line_of(self._person)

    def _books(self) -> Combo:
        combo = self._rulebook.editor
        assert isinstance(combo, Combo)  # made in __init__
        return combo

    def _propose(self, name: str) -> None:
        place = _line_of(self._folder)
        if place.text() not in {"", self._proposed}:
            return
        self._proposed = str(_documents() / (_folder_name(name) or self.tr("New dossier")))
        place.setText(self._proposed)

    def _choose_folder(self) -> None:
        place = _line_of(self._folder)
        start = str(Path(place.text()).parent)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where is it to be kept?"), start)
        if chosen:
            name = _folder_name(self._named().text()) or self.tr("New dossier")
            place.setText(str(Path(chosen) / name))

    def _finish(self) -> None:
        name = self._named().text().strip()
        folder = _line_of(self._folder).text().strip()
        person = self._name_person().text().strip()
        self._name.complain("" if name else self.tr("Give the dossier a name."))
        self._folder.complain("" if folder else self.tr("Choose a folder for it."))
        unnamed = self.tr("Write your name; the journal signs with it.")
        self._person.complain("" if person else unnamed)
        if name and folder and person:
            book = str(self._books().currentData())
            self.made.emit(name, book, Path(folder), person)


def _line_of(field: Field) -> QLineEdit:
    editor = field.editor
    assert isinstance(editor, QLineEdit)  # each of these fields holds one
    return editor


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place)) / "Dossier Studio"


def _folder_name(name: str) -> str:
    kept = "".join(one if one not in '<>:"/\\|?*' and one.isprintable() else " " for one in name)
    return " ".join(kept.split()).rstrip(". ")[:80]
