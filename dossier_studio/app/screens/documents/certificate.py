"""What a certificate says of itself: number, issuer, country, dates, and in what form it lies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.inputs import Combo
from dossier_studio.app.components.worded import Worded, button, margins
from dossier_studio.core.dossier import Certificate, Document

_LINES = ("number", "issuer", "country", "dosage_forms")
_FORMS = {
    "": QT_TRANSLATE_NOOP("Certificate", "not noted"),
    "original": QT_TRANSLATE_NOOP("Certificate", "original"),
    "certified-copy": QT_TRANSLATE_NOOP("Certificate", "certified copy"),
    "scan": QT_TRANSLATE_NOOP("Certificate", "scan"),
}
_ANSWERS = {
    "": QT_TRANSLATE_NOOP("Certificate", "not noted"),
    "yes": QT_TRANSLATE_NOOP("Certificate", "yes"),
    "no": QT_TRANSLATE_NOOP("Certificate", "no"),
    "not-needed": QT_TRANSLATE_NOOP("Certificate", "not needed"),
}
_CHOICES = {
    "form": _FORMS,
    "legalised": _ANSWERS,
    "sworn_translation": _ANSWERS,
    "e_meterai": _ANSWERS,
}


class CertificateForm(Worded):
    """The fields of one certificate; each commits when it is left."""

    entered = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._lines = {one: Field(QLineEdit()) for one in _LINES}
        self._issued, self._expires = DateField(), DateField()
        grid = QGridLayout(self)
        margins(grid, 0, 4, 0, 0, gap=12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._lines["number"], 0, 0)
        grid.addWidget(self._issued, 0, 1)
        grid.addWidget(self._expires, 0, 2)
        grid.addWidget(self._lines["issuer"], 1, 0)
        grid.addWidget(self._lines["country"], 1, 1)
        grid.addWidget(self._lines["dosage_forms"], 1, 2)
        for column, stretch in enumerate((5, 2, 2)):
            grid.setColumnStretch(column, stretch)
        for field in self._lines.values():
            line_of(field).editingFinished.connect(self._tell)
        self._issued.entered.connect(self._issued_on)
        self._expires.entered.connect(self._expires_on)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        names = (
            self.tr("Certificate number"),
            self.tr("Issued by"),
            self.tr("Country"),
            self.tr("Dosage forms covered"),
        )
        for field, words in zip(self._lines.values(), names, strict=True):
            field.name(words)
        self._issued.name(self.tr("Issued"))
        self._expires.name(self.tr("Valid until"))

    def show_document(self, document: Document, *, writable: bool) -> None:
        """Show the certificate of a document; what is being typed stays."""
        same = self._document is not None and self._document.key == document.key
        self._document = document
        said = document.certificate or Certificate()
        texts = (said.number, said.issuer, said.country, ", ".join(said.dosage_forms))
        for field, text in zip(self._lines.values(), texts, strict=True):
            line = line_of(field)
            if not (same and line.hasFocus() and line.isModified()):
                line.setText(text)
        self._issued.show_day(said.issued)
        self._expires.show_day(said.expires)
        self.setEnabled(writable)

    def focus_field(self, field: str) -> None:
        """Put the focus where something is to be filled in."""
        dates: dict[str, Field] = {"issued": self._issued, "expires": self._expires}
        (dates | self._lines)[field].editor.setFocus()

    def _said(self) -> Certificate:
        assert self._document is not None  # fields are shown only with a document
        texts = {one: line_of(field).text().strip() for one, field in self._lines.items()}
        forms = tuple(one.strip() for one in texts["dosage_forms"].split(",") if one.strip())
        return replace(
            self._document.certificate or Certificate(),
            number=texts["number"],
            issuer=texts["issuer"],
            country=texts["country"],
            dosage_forms=forms,
        )

    def _tell(self) -> None:
        self._emit(self._said())

    def _issued_on(self, day: date | None) -> None:
        self._emit(replace(self._said(), issued=day))

    def _expires_on(self, day: date | None) -> None:
        self._emit(replace(self._said(), expires=day))

    def _emit(self, said: Certificate) -> None:
        if self._document is not None and said != (self._document.certificate or Certificate()):
            self.entered.emit(self._document.key, said)


class Details(Worded):
    """A fold: in what form a certificate lies, and who prepared and checked the document."""

    entered = Signal(str, object)
    signed = Signal(str, str, str)
    """Document, who prepared it, who checked it."""

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._turn = button("flat", "chevron-right", small=True)
        self._turn.clicked.connect(self._fold)
        self._choices = {name: Field(Combo()) for name in _CHOICES}
        self._prepared, self._checked = Field(QLineEdit()), Field(QLineEdit())
        for field in self._choices.values():
            _combo_of(field).activated.connect(self._tell)
        for field in (self._prepared, self._checked):
            line_of(field).editingFinished.connect(self._sign)
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        margins(grid, gap=12)
        grid.setVerticalSpacing(8)
        for place, field in enumerate(self._choices.values()):
            grid.addWidget(field, 0, place)
        grid.addWidget(self._prepared, 1, 0, 1, 2)
        grid.addWidget(self._checked, 1, 2, 1, 2)
        for place in range(len(_CHOICES)):
            grid.setColumnStretch(place, 1)
        row = QHBoxLayout()
        margins(row)
        row.addWidget(self._turn)
        row.addStretch()
        column = QVBoxLayout(self)
        margins(column, gap=4)
        column.addLayout(row)
        column.addWidget(self._inside)
        self._inside.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        names = (
            self.tr("Filed as"),
            self.tr("Legalised"),
            self.tr("Sworn translation"),
            self.tr("E-meterai"),
        )
        for (key, field), words in zip(self._choices.items(), names, strict=True):
            field.name(words)
            combo = _combo_of(field)
            chosen = max(combo.currentIndex(), 0)
            combo.clear()
            for value, said in _CHOICES[key].items():
                combo.addItem(QCoreApplication.translate("Certificate", str(said)), value)
            combo.setCurrentIndex(chosen)
        self._prepared.name(self.tr("Prepared by"))
        self._checked.name(self.tr("Checked by somebody else"))
        self._say_turn()

    def _say_turn(self) -> None:
        document = self._document
        people = [one for one in (document.prepared_by, document.checked_by) if one] if (
            document) else []  # fmt: skip
        words = self.tr("More details")
        self._turn.setText(" · ".join([words, *people]))
        opened = not self._inside.isHidden()
        self._turn.setIcon(icons.icon("chevron-down" if opened else "chevron-right", "accent"))

    def show_document(self, document: Document, *, certificate: bool, writable: bool) -> None:
        """Show what is noted of a document; `certificate` says whether it is one."""
        self._document = document
        said = document.certificate or Certificate()
        for key, field in self._choices.items():
            field.setVisible(certificate)
            combo = _combo_of(field)
            combo.setCurrentIndex(max(combo.findData(getattr(said, key)), 0))
        line_of(self._prepared).setText(document.prepared_by)
        line_of(self._checked).setText(document.checked_by)
        self._inside.setEnabled(writable)
        self._say_turn()

    def complain(self, sentence: str) -> None:
        """Say beneath the names what is wrong with them."""
        self._checked.complain(sentence)

    def _fold(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
        self._say_turn()

    def _tell(self) -> None:
        if self._document is not None:
            said = {key: str(_combo_of(one).currentData()) for key, one in self._choices.items()}
            before = self._document.certificate or Certificate()
            after = replace(
                before,
                form=said["form"],
                legalised=said["legalised"],
                sworn_translation=said["sworn_translation"],
                e_meterai=said["e_meterai"],
            )
            if after != before:
                self.entered.emit(self._document.key, after)

    def _sign(self) -> None:
        document = self._document
        if document is None:
            return
        prepared = line_of(self._prepared).text().strip()
        checked = line_of(self._checked).text().strip()
        if (prepared, checked) == (document.prepared_by, document.checked_by):
            self._checked.complain("")
        elif prepared and prepared.casefold() == checked.casefold():
            self._checked.complain(self.tr("Somebody else has to check it."))
        else:
            self._checked.complain("")
            self.signed.emit(document.key, prepared, checked)


def line_of(field: Field) -> QLineEdit:
    """Return the line of a field that holds one."""
    editor: QWidget = field.editor
    assert isinstance(editor, QLineEdit)  # whoever asks has made it so
    return editor


def _combo_of(field: Field) -> Combo:
    editor: QWidget = field.editor
    assert isinstance(editor, Combo)  # made so above
    return editor
