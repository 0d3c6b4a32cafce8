"""What a person may decide about a requirement, asked for within the card."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout
from typing_extensions import override

from dossier_studio.app import icons
from dossier_studio.app.components.field import Field
from dossier_studio.app.components.worded import Worded, button, label, margins
from dossier_studio.app.language import say
from dossier_studio.core.dossier import DecisionKind
from dossier_studio.law.checklist import Line, Standing
from dossier_studio.law.rulebook import Need

_ICONS = {
    DecisionKind.DEFERRED: "hourglass",
    DecisionKind.EXCUSED: "message-square-quote",
    DecisionKind.NEEDED: "circle-plus",
    DecisionKind.NOT_NEEDED: "circle-minus",
    DecisionKind.ACCEPTED: "circle-check",
}
_OFFER = {
    DecisionKind.DEFERRED: QT_TRANSLATE_NOOP("Decision", "Defer…"),
    DecisionKind.EXCUSED: QT_TRANSLATE_NOOP("Decision", "Give a reason…"),
    DecisionKind.NEEDED: QT_TRANSLATE_NOOP("Decision", "Needed…"),
    DecisionKind.NOT_NEEDED: QT_TRANSLATE_NOOP("Decision", "Not applicable…"),
    DecisionKind.ACCEPTED: QT_TRANSLATE_NOOP("Decision", "Accept…"),
}
_DO = {
    DecisionKind.DEFERRED: QT_TRANSLATE_NOOP("Decision", "Defer it"),
    DecisionKind.EXCUSED: QT_TRANSLATE_NOOP("Decision", "Excuse it with this reason"),
    DecisionKind.NEEDED: QT_TRANSLATE_NOOP("Decision", "It is needed"),
    DecisionKind.NOT_NEEDED: QT_TRANSLATE_NOOP("Decision", "It is not applicable"),
    DecisionKind.ACCEPTED: QT_TRANSLATE_NOOP("Decision", "Accept it"),
}
_HINT = {
    DecisionKind.DEFERRED: QT_TRANSLATE_NOOP(
        "Decision", "The document comes after filing; it must be there before the authorisation."
    ),
    DecisionKind.EXCUSED: QT_TRANSLATE_NOOP(
        "Decision", "A letter of justification with this reason is made for the package."
    ),
    DecisionKind.NEEDED: QT_TRANSLATE_NOOP("Decision", "The document is then asked for."),
    DecisionKind.NOT_NEEDED: QT_TRANSLATE_NOOP("Decision", "The document is then not asked for."),
    DecisionKind.ACCEPTED: QT_TRANSLATE_NOOP(
        "Decision", "You have looked at what is filed, and it will do."
    ),
}


def offered(line: Line) -> tuple[DecisionKind, ...]:
    """Return what may be decided about a line as it stands."""
    if line.decision is not None:
        return ()
    if line.judgement_due:
        return (DecisionKind.NEEDED, DecisionKind.NOT_NEEDED)
    if line.need is not Need.REQUIRED:
        return ()
    found = []
    if line.standing is Standing.TO_BE_JUDGED:
        found.append(DecisionKind.ACCEPTED)
    if line.standing is Standing.UNMET:
        found += [DecisionKind.DEFERRED] if line.deferrable else []
        found.append(DecisionKind.EXCUSED)
    return tuple(found)


class Decisions(Worded):
    """The offers in a row; choosing one opens a line for the reason beneath."""

    decided = Signal(str, str)
    withdrawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: Line | None = None
        self._kind = DecisionKind.EXCUSED
        self._offers: dict[DecisionKind, QPushButton] = {}
        self._row = QHBoxLayout()
        margins(self._row, gap=8)
        for kind, icon in _ICONS.items():
            offer = button("flat", icon)
            offer.setProperty("decision", kind)
            offer.clicked.connect(self._ask)
            self._offers[kind] = offer
            self._row.addWidget(offer)
        self._withdraw = button("flat", "undo-2")
        self._withdraw.clicked.connect(self.withdrawn)
        self._row.addWidget(self._withdraw)
        self._row.addStretch()
        self._form = self._made_form()
        column = QVBoxLayout(self)
        margins(column, gap=6)
        column.addLayout(self._row)
        column.addWidget(self._form)
        self.retranslate()

    def _made_form(self) -> Worded:
        form = Worded()
        form.setProperty("kind", "inner")
        self._reason = Field(QLineEdit())
        self._hint = label("caption", wraps=True)
        self._do, self._leave = button("primary", small=True), button("flat", small=True)
        self._do.clicked.connect(self._decide)
        self._leave.clicked.connect(form.hide)
        editor = self._reason.editor
        assert isinstance(editor, QLineEdit)  # made two lines above
        self._text = editor
        self._text.returnPressed.connect(self._decide)
        buttons = QHBoxLayout()
        margins(buttons, gap=8)
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._do)
        column = QVBoxLayout(form)
        margins(column, 12, 8, 12, 10, gap=8)
        column.addWidget(self._reason)
        column.addLayout(buttons)
        form.hide()
        return form

    def show_line(self, line: Line, *, writable: bool) -> None:
        """Offer what may be decided about a line."""
        self._line = line
        kinds = offered(line)
        for kind, offer in self._offers.items():
            offer.setVisible(writable and kind in kinds)
        self._withdraw.setVisible(writable and line.decision is not None)
        if self._kind not in kinds:
            self._form.hide()
        self.setVisible(writable and (bool(kinds) or line.decision is not None))

    @override
    def retranslate(self) -> None:
        for kind, offer in self._offers.items():
            offer.setText(_translated(_OFFER[kind]))
        self._withdraw.setText(self.tr("Take the decision back"))
        self._leave.setText(self.tr("Not now"))
        self._say_form()

    def _say_form(self) -> None:
        self._reason.name(self.tr("Reason, as the authority will read it"))
        self._hint.setText(_translated(_HINT[self._kind]))
        self._do.setText(_translated(_DO[self._kind]))
        if self._line is not None:
            self._reason.editor.setAccessibleDescription(say(self._line.title))

    def _ask(self) -> None:
        self.ask(DecisionKind(str(self.sender().property("decision"))))

    def shorten(self, *, brief: bool) -> None:
        """Leave the icons out where there is little room."""
        for kind, offer in self._offers.items():
            offer.setIcon(QIcon() if brief else icons.icon(_ICONS[kind], "accent"))

    def ask(self, kind: DecisionKind) -> None:
        """Open the line for the reason of a decision, where it may be taken."""
        if self._offers[kind].isHidden():
            return
        self._kind = kind
        self._say_form()
        self._reason.complain("")
        self._form.show()
        self._text.setFocus()

    def _decide(self) -> None:
        reason = self._text.text().strip()
        self._reason.complain("" if reason else self.tr("Write the reason first."))
        if reason:
            self._text.clear()
            self._form.hide()
            self.decided.emit(self._kind, reason)


def _translated(words: object) -> str:
    return QCoreApplication.translate("Decision", str(words))
