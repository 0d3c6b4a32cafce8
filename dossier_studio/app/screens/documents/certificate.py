"""What a certificate says of itself: number, issuer, country, dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from dossier_studio.app.components.field import DateField, Field
from dossier_studio.app.components.worded import Worded, margins
from dossier_studio.core.dossier import Certificate, Document

_LINES = ("number", "issuer", "country", "dosage_forms")


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
            _line_of(field).editingFinished.connect(self._tell)
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
        """Show the certificate of a document."""
        self._document = document
        said = document.certificate or Certificate()
        texts = (said.number, said.issuer, said.country, ", ".join(said.dosage_forms))
        for field, text in zip(self._lines.values(), texts, strict=True):
            _line_of(field).setText(text)
        self._issued.show_day(said.issued)
        self._expires.show_day(said.expires)
        self.setEnabled(writable)

    def complain(self, sentence: str) -> None:
        """Say beneath the expiry date what is wrong with it."""
        self._expires.complain(sentence)

    def _said(self) -> Certificate:
        assert self._document is not None  # fields are shown only with a document
        texts = {one: _line_of(field).text().strip() for one, field in self._lines.items()}
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


def _line_of(field: Field) -> QLineEdit:
    editor: QWidget = field.editor
    assert isinstance(editor, QLineEdit)  # each of these fields holds one
    return editor
