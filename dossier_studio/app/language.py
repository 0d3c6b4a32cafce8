"""The language of the window, switched while it is open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from dossier_studio.core.text import Language, Words
from dossier_studio.host import messages, paths

_now = Language.ID
_MEGABYTE = 1 << 20

_LOCALES = {
    Language.ID: QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    Language.EN: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def current() -> Language:
    """Return the language on screen now."""
    return _now


def say(words: Words) -> str:
    """Return words of the law or the core in the language on screen."""
    return messages.say(words, _now)


def day(when: date) -> str:
    """Return a date as a sentence shows it: 9 Jan 2027."""
    return messages.spoken(when, _now)


def size(count: int) -> str:
    """Return a number of bytes as people read it, in steps of 1024: 412 kB, 6,8 MB."""
    if count < _MEGABYTE:
        return f"{locale().toString(max(1, round(count / 1024)))} kB"
    whole = count % _MEGABYTE == 0
    return f"{locale().toString(count / _MEGABYTE, 'f', 0 if whole else 1)} MB"


def locale() -> QLocale:
    """Return the locale whose digits and separators the window uses."""
    return _LOCALES[_now]


class Languages(QObject):
    """Installs the translators; widgets hear LanguageChange, models listen to `switched`."""

    switched = Signal()

    def __init__(self, application: QCoreApplication, language: Language) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self._take(language)

    def switch(self, language: Language) -> None:
        """Show the window in another language."""
        if language is not _now:
            self._take(language)
            self.switched.emit()

    def _take(self, language: Language) -> None:
        global _now  # noqa: PLW0603  # one screen speaks one language
        _now = language
        QLocale.setDefault(_LOCALES[language])
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        # English is what the sources say; its file brings the plurals.
        names = [f"dossier_studio_{language}"] + (["qt_id"] if language is Language.ID else [])
        for name in names:
            translator = QTranslator(self)
            if translator.load(str(paths.translations() / f"{name}.qm")):
                self._application.installTranslator(translator)
                self._installed.append(translator)
