"""Writing what a tool has found into a file that the person names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from dossier_studio.app.language import say
from dossier_studio.core.errors import StudioError
from dossier_studio.host import files

translate = QCoreApplication.translate


def to_calendar(parent: QWidget, name: str, data: bytes) -> str:
    """Ask for a name and write an iCalendar file; return what to say of it, "" when left."""
    title = translate("Exporting", "Save for your calendar")
    proposed = f"{files.safe_name(name)}.ics"
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposed, "iCalendar (*.ics)")
    return save(Path(chosen), data) if chosen else ""


def save(place: Path, data: bytes) -> str:
    """Write a file and return a sentence: where it lies, or why it could not be written."""
    try:
        with files.writing(place.parent):
            files.write_aside(place, data)
    except StudioError as refusal:
        return say(refusal.message)
    return translate("Exporting", "Saved as {name}.").format(name=place.name)
