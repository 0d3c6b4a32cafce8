from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from dossier_studio.app import language
from dossier_studio.app.language import Languages
from dossier_studio.core.text import Language
from dossier_studio.host import paths

ROOT = Path(__file__).parents[2]
FILES = ("dossier_studio_id", "dossier_studio_en", "qt_id")
BLANK = re.compile(r"\{\w+\}|%n|%\d")

Entry = tuple[str, str, tuple[str, ...], bool]


def entries(file: Path) -> list[Entry]:
    found = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [one.text or "" for one in translation.iter("numerusform")]
            words = tuple(forms or [translation.text or ""])
            source = message.findtext("source") or ""
            whole = translation.get("type") is None
            found.append((context.findtext("name") or "", source, words, whole))
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_entry_is_translated_and_keeps_its_blanks(name: str) -> None:
    found = entries(paths.translations() / f"{name}.ts")
    assert len(found) > 10
    for context, source, words, whole in found:
        assert whole, (context, source)
        for form in words:
            assert form.strip(), (context, source)
            assert sorted(BLANK.findall(form)) == sorted(BLANK.findall(source)), (source, form)


def test_english_has_two_forms_and_indonesian_one() -> None:
    for name, forms in (("id", 1), ("en", 2)):
        root = ET.parse(paths.translations() / f"dossier_studio_{name}.ts").getroot()
        counted = [one for one in root.iter("message") if one.get("numerus") == "yes"]
        assert counted
        assert {len(list(one.iter("numerusform"))) for one in counted} == {forms}


def test_the_files_hold_exactly_what_the_sources_say(tmp_path: Path) -> None:
    made = tmp_path / "made.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(one) for one in (ROOT / "dossier_studio" / "app").rglob("*.py"))
    subprocess.run([lupdate, *sources, "-ts", made], check=True, capture_output=True, cwd=ROOT)
    said = {(context, source) for context, source, _, _ in entries(made)}
    kept = {
        (context, source)
        for context, source, _, _ in entries(paths.translations() / "dossier_studio_id.ts")
    }
    assert said - kept == set()
    assert kept - said == set()


def test_no_sentence_is_built_from_an_f_string() -> None:
    for file in (ROOT / "dossier_studio" / "app").rglob("*.py"):
        assert not re.search(r"\b(tr|translate)\(\s*f\"", file.read_text(encoding="utf-8")), file


def test_qt_speaks_indonesian_too_and_english_again(languages: Languages) -> None:
    languages.switch(Language.EN)
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Open
    )
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.text() == "Cancel"
    heard: list[bool] = []
    languages.switched.connect(lambda: heard.append(True))
    languages.switch(Language.ID)
    QApplication.processEvents()
    assert heard == [True]
    assert cancel.text() == "Batal"
    line = QLineEdit()
    menu = line.createStandardContextMenu()
    assert "Salin" in " ".join(action.text().replace("&", "") for action in menu.actions())
    languages.switch(Language.EN)
    QApplication.processEvents()
    assert cancel.text() == "Cancel"
    languages.switch(Language.ID)
    box.deleteLater()


def test_numbers_are_written_as_the_language_does(languages: Languages) -> None:
    assert language.size(7_130_317) == "6,8 MB"
    languages.switch(Language.EN)
    assert language.size(7_130_317) == "6.8 MB"
    assert language.size(400 << 20) == "400 MB"
    assert language.size(10) == "1 kB"
    languages.switch(Language.ID)
