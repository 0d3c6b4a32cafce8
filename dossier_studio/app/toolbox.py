"""The tools there are, in the order of the list, with icon and words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class Name:
    """A tool's key, icon, name, and a line on what it answers."""

    key: str
    icon: str
    name: str
    line: str

    def say(self) -> str:
        """Return the name in the language on screen."""
        return QCoreApplication.translate("Tools", self.name)

    def explain(self) -> str:
        """Return the line in the language on screen."""
        return QCoreApplication.translate("Tools", self.line)


def _name(key: str, icon: str, name: object, line: object) -> Name:
    return Name(key, icon, str(name), str(line))


NAMES = (
    _name(
        "local-content", "factory", QT_TRANSLATE_NOOP("Tools", "Local content (TKDN)"),
        QT_TRANSLATE_NOOP("Tools", "How much is made in Indonesia"),
    ),
    _name(
        "fees", "receipt", QT_TRANSLATE_NOOP("Tools", "Fees"),
        QT_TRANSLATE_NOOP("Tools", "State fees of a registration"),
    ),
    _name(
        "shelf-life", "hourglass", QT_TRANSLATE_NOOP("Tools", "Shelf life at import"),
        QT_TRANSLATE_NOOP("Tools", "Are batches fresh enough?"),
    ),
    _name(
        "shipments", "ship", QT_TRANSLATE_NOOP("Tools", "Shipments"),
        QT_TRANSLATE_NOOP("Tools", "Import permits, one a shipment"),
    ),
    _name(
        "certificates", "file-badge", QT_TRANSLATE_NOOP("Tools", "Certificates"),
        QT_TRANSLATE_NOOP("Tools", "What expires when"),
    ),
    _name(
        "authorisation", "badge-check", QT_TRANSLATE_NOOP("Tools", "Authorisation and reports"),
        QT_TRANSLATE_NOOP("Tools", "Renewal, half-year reports"),
    ),
    _name(
        "variations", "git-compare-arrows", QT_TRANSLATE_NOOP("Tools", "Variations"),
        QT_TRANSLATE_NOOP("Tools", "Category, documents"),
    ),
    _name(
        "deadlines", "calendar-days", QT_TRANSLATE_NOOP("Tools", "Deadlines"),
        QT_TRANSLATE_NOOP("Tools", "When something falls due"),
    ),
)  # fmt: skip
