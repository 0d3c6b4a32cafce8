"""The commands of the papers that the program writes, and of the image at their head."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dossier_studio.cli.edits import opened, person, reading, told
from dossier_studio.cli.face import Face
from dossier_studio.cli.tables import text_of
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Language, Words
from dossier_studio.host import files
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import dossiers

WAYS = ("--out", "--attach", "--text", "--show-text")


def paper(said: Namespace, face: Face) -> int:
    """Write a paper to a file, attach it, or show or change its text."""
    ways = [bool(said.out), said.attach, said.text is not None, said.show_text]
    if sum(ways) != 1:
        raise WrongUse("cli.paper.one-of", ways=WAYS)
    if said.out:
        return _write(said, face)
    if said.attach:
        return _attach(said, face)
    return _reword(said, face) if said.text is not None else _show_text(said, face)


def _write(said: Namespace, face: Face) -> int:
    from dossier_studio.workflow import papers  # drawing is heavy to import

    with reading(said) as folder:
        content = papers.draft(folder, said.which)
        empty = _empty(folder, said.which)
    write(Path(said.out), content)
    if face.json:
        blanks = [face.words(one) for one in empty]
        face.data({"file": said.out, "bytes": len(content), "blanks": blanks})
    else:
        face.say("cli.paper.written", file=said.out)
        if empty:
            face.say("cli.paper.blanks", blanks=empty)
    return 0


def _empty(folder: DossierFolder, paper: str) -> tuple[Words, ...]:
    from dossier_studio.workflow import papers  # as above

    rules = dossiers.rulebook_of(folder.dossier)
    return papers.blanks(rules, folder.dossier, paper)


def _attach(said: Namespace, face: Face) -> int:
    from dossier_studio.workflow import papers  # as above

    with opened(said) as folder:
        document = face.finish(papers.adopt(folder, said.which, by=person(said)))
        empty = _empty(folder, said.which)
    if face.json:
        face.data({"added": [{"document": document.key, "sha256": document.sha256}]})
    else:
        face.say(
            "cli.add.done", file=document.name, place=document.place, document=document.key
        )
        if empty:
            face.say("cli.paper.blanks", blanks=empty)
    return 0


def _language(said: Namespace, folder: DossierFolder) -> Language:
    from dossier_studio.assembly.wording import languages_of

    return Language(said.language) if said.language else languages_of(folder.dossier.answers)[0]


def _reword(said: Namespace, face: Face) -> int:
    from dossier_studio.workflow import papers  # as above

    words = text_of(Path(said.text))
    with opened(said) as folder:
        rules = dossiers.rulebook_of(folder.dossier)
        change = papers.reword(
            rules, folder.dossier, said.which, language=_language(said, folder), words=words
        )
        dossiers.commit(folder, change, by=person(said))
    return told(face, change.label)


def _show_text(said: Namespace, face: Face) -> int:
    from dossier_studio.workflow import papers  # as above

    with reading(said) as folder:
        rules = dossiers.rulebook_of(folder.dossier)
        language = _language(said, folder)
        words = papers.wording(rules, folder.dossier, said.which, language)
    if face.json:
        face.data({"paper": said.which, "language": language, "text": words})
    else:
        face.text(words)
    return 0


def letterhead(said: Namespace, face: Face) -> int:
    """Put an image at the head of letters, or take it away."""
    from dossier_studio.workflow import papers  # as above

    if bool(said.file) == said.remove:
        raise WrongUse("cli.letterhead.one-of")
    with opened(said) as folder:
        if said.remove:
            change = papers.no_letterhead(folder.dossier)
            dossiers.commit(folder, change, by=person(said))
        else:
            change = papers.set_letterhead(folder, Path(said.file), by=person(said))
    return told(face, change.label)


def write(target: Path, content: bytes) -> None:
    """Write a file that a person asked for; raises Unwritable where that cannot be."""
    if target.is_dir():
        raise WrongUse("cli.paper.folder", file=str(target))
    with files.writing(target):
        files.write_aside(target, content)
