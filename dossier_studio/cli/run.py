"""Runs one command: language first, then the words, the verb, its answer, the exit code."""

from __future__ import annotations

import argparse
import locale
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from dossier_studio.cli import answers, commands, parser
from dossier_studio.cli.face import Face, shown
from dossier_studio.core.errors import Interrupted, StudioError, Unreadable, WrongUse
from dossier_studio.core.text import Language, Message
from dossier_studio.host import files, logs, settings
from dossier_studio.host.messages import say

BROKEN = 70
"""Exit code of a mistake of the program itself (EX_SOFTWARE of sysexits.h)."""

log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing but `--help` raises SystemExit."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A name of a file may hold bytes that are no text at all.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    language = chosen_language(words)
    with logs.kept():
        return _answered(words, language)


def _answered(words: list[str], language: Language) -> int:
    try:
        return _run(words, language)
    except StudioError as refusal:
        _tell(say(refusal.message, language))
        return refusal.exit_code
    except KeyboardInterrupt:
        _tell(say(Message("cli.interrupted"), language))
        return Interrupted.exit_code
    except BrokenPipeError:
        # Whoever read our answer has seen enough; python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        log.exception("a place that nobody looked at first: %s", " ".join(words[:1]))
        _tell(say(files.unreadable(error, Path(error.filename or "")).message, language))
        return Unreadable.exit_code
    except Exception:
        log.exception("a mistake of the program: %s", " ".join(words[:1]))
        _tell(say(Message("cli.broken"), language))
        return BROKEN


def _run(words: list[str], language: Language) -> int:
    root = commands.declared(language)
    if words and words[0] in {"-h", "--help"}:
        print(root.format_help(), end="")
        return 0
    if not words or words[0].startswith("--"):
        raise WrongUse("cli.no-display")
    known = sorted(answers.COMMANDS)
    if words[0] not in known:
        raise parser.unknown_command(words[0], known)
    said = root.parse_args(words)
    parser.refuse_odd(said)
    return answers.COMMANDS[words[0]](said, Face(language, json=said.format == "json"))


def chosen_language(words: Sequence[str]) -> Language:
    """Return the language asked for, else the saved one, else the system's, else Indonesian."""
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    finder.add_argument("--lang")
    try:
        asked = finder.parse_known_args(list(words))[0].lang
    except argparse.ArgumentError:
        asked = None
    if asked in set(Language):
        return Language(asked)
    saved = settings.read().language
    if saved:
        return saved
    return system_language()


def system_language() -> Language:
    """Return the system's language where we speak it, else Indonesian."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    name = name or (locale.getlocale()[0] or "")
    return Language.EN if name.lower().startswith(("en", "english")) else Language.ID


def _tell(sentence: str) -> None:
    print(shown(sentence), file=sys.stderr)
