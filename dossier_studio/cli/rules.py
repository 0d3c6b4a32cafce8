"""The command that tells every mistake of a data file of the law."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dossier_studio.cli.face import Face
from dossier_studio.core.errors import Unreadable, WrongUse
from dossier_studio.core.text import Choice
from dossier_studio.host.messages import both
from dossier_studio.law.inspection import inspected

VERBS = ("check",)


def rules(said: Namespace, face: Face) -> int:
    """Tell every mistake of a data file; 3 when there is one."""
    if said.verb not in VERBS:
        raise WrongUse("cli.rules.verb", verb=said.verb, known=Choice(VERBS))
    found = inspected(Path(said.file))
    if face.json:
        face.data(
            {
                "file": said.file,
                "kind": found.kind or None,
                "valid": not found.mistakes,
                "mistakes": [
                    {"line": one.line, "message": both(one.message).both()}
                    for one in found.mistakes
                ],
            }
        )
    else:
        for one in found.mistakes:
            face.say("cli.rules.mistake", line=str(one.line), message=one.message)
        if found.mistakes:
            face.say("cli.rules.wrong", file=said.file, count=len(found.mistakes))
        else:
            face.say("cli.rules.fine", file=said.file)
    return Unreadable.exit_code if found.mistakes else 0
