"""The words that the commands take; help, usage and the parser's own errors in both languages."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from typing_extensions import override

from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Language, Message
from dossier_studio.host.messages import say

PROGRAM = "dossier-studio"

ERRORS = (
    (r"the following arguments are required: (?P<what>.+)", "required"),
    (r"unrecognized arguments: (?P<what>.+)", "unrecognized"),
    (r"argument (?P<name>.+?): invalid choice: '?(?P<what>[^' ]*)'? "
     r"\(choose from (?P<allowed>.+)\)", "choice"),
    (r"argument (?P<name>.+?): expected .+", "expected"),
    (r"argument (?P<name>.+?): ignored explicit argument .+", "no-value"),
    (r"argument (?P<name>.+?): not allowed with argument (?P<what>.+)", "conflict"),
    (r"one of the arguments (?P<options>.+) is required", "one-of"),
    (r"argument (?P<name>.+?): invalid .+ value: '(?P<what>.*)'", "value"),
)  # fmt: skip
"""What argparse says, and the message that says it in both languages."""

STAND_INS = {
    "folder": ("dir", "out"),
    "file": ("file", "files", "package", "paper-file", "checklist-file", "text", "rows"),
    "date": ("date", "issued", "expires", "from", "arrival", "first", "last"),
    "name": ("name", "by", "which", "paper", "table", "branch", "new-name"),
    "answer": ("answers", "fact"),
    "document": ("document", "documents"),
    "place": ("to",),
    "id": ("requirement", "rule", "rulebook", "slot"),
    "kind": ("axis", "type", "form"),
    "number": ("position",),
    "text": ("title", "reason", "note"),
}
"""The word that stands for a value in usage and help, and the values that it stands for."""

PATHS = ("dir", "out", "file", "files", "package", "text", "rows")
"""Values that name a place of the disk, whose names may be no text."""


def _listed(name: str, text: str | None) -> str | Choice:
    """Return what argparse names, its own lists as lists of ours."""
    if name in {"allowed", "options"}:
        return Choice(tuple(re.findall(r"[^',\s]+", text or "")))
    return text or '""'


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the chosen language and refuses in a sentence."""

    language = Language.ID

    @override
    def error(self, message: str) -> NoReturn:
        for pattern, key in ERRORS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                said = {name: _listed(name, text) for name, text in found.groupdict().items()}
                raise WrongUse(f"cli.parser.{key}", command=self.prog, **said)
        raise WrongUse("cli.parser.other", command=self.prog)

    @override
    def format_usage(self) -> str:
        formatter = self._get_formatter()
        prefix = say(Message("cli.parser.usage"), self.language) + " "
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups, prefix)
        return formatter.format_help()

    @override
    def format_help(self) -> str:
        usage = self.format_usage()
        formatter = self._get_formatter()
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)  # noqa: SLF001  # argparse has no door
            formatter.end_section()
        return usage + "\n" + formatter.format_help()


class Spelling:
    """Declares commands in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.root = self._parser(PROGRAM, "cli.about")
        self._commands = self.root.add_subparsers(
            dest="command",
            metavar=self._say("cli.parser.command"),
            title=self._say("cli.parser.commands"),
            parser_class=Parser,
        )

    def command(self, name: str) -> Command:
        """Begin a command; its words are cli.<name>.about and cli.option.*."""
        parser = self._parser(f"{PROGRAM} {name}", f"cli.{name}.about")
        self._commands._name_parser_map[name] = parser  # noqa: SLF001  # its words are made above
        self._commands._choices_actions.append(  # noqa: SLF001  # so that help lists it
            self._commands._ChoicesPseudoAction(name, (), self._say(f"cli.{name}.about"))  # noqa: SLF001  # as above
        )
        return Command(parser, self._language)

    def _parser(self, program: str, about: str) -> Parser:
        parser = Parser(
            prog=program, description=self._say(about), add_help=False, allow_abbrev=False
        )
        parser.language = self._language
        parser._positionals.title = self._say("cli.parser.words")  # noqa: SLF001  # as above
        parser._optionals.title = self._say("cli.parser.options")  # noqa: SLF001  # as above
        parser.add_argument("-h", "--help", action="help", help=self._say("cli.option.help"))
        return parser

    def _say(self, key: str) -> str:
        return say(Message(key), self._language).replace("%", "%%")


class Command:
    """One command while it is being declared."""

    def __init__(self, parser: Parser, language: Language) -> None:
        self.parser = parser
        self._language = language
        self.option("--lang", choices=("id", "en"))
        self.option("--format", choices=("text", "json"), default="text")

    def word(self, name: str, *, many: bool = False, optional: bool = False) -> Command:
        """Take a word by its place."""
        nargs = "+" if many else "?" if optional else None
        stand_in, about = self._stand_in(name), self._help(name)
        self.parser.add_argument(name, nargs=nargs, metavar=stand_in, help=about)
        return self

    def option(
        self,
        name: str,
        *,
        choices: Sequence[str] | None = None,
        default: str | None = None,
        many: bool = False,
        required: bool = False,
        about: str = "",
    ) -> Command:
        """Take an option with a value; `many` lets it stand several times or hold several.

        `about` names its words where the option means something of its own in this command.
        """
        self.parser.add_argument(
            name,
            choices=choices,
            default=[] if many else default,
            nargs="+" if many else None,
            action="extend" if many else "store",
            required=required,
            metavar=None if choices else self._stand_in(about or name.removeprefix("--")),
            help=self._help(about or name.removeprefix("--")),
        )
        return self

    def flag(self, name: str) -> Command:
        """Take an option without a value."""
        self.parser.add_argument(
            name, action="store_true", help=self._help(name.removeprefix("--"))
        )
        return self

    def one_of(self, *names: str) -> Command:
        """Take exactly one of several flags."""
        group = self.parser.add_mutually_exclusive_group(required=True)
        for name in names:
            group.add_argument(
                name,
                dest="choice",
                action="store_const",
                const=name.removeprefix("--"),
                help=self._help(name.removeprefix("--")),
            )
        return self

    def _stand_in(self, name: str) -> str:
        """Return the word that stands for a value in usage and help."""
        kinds = (kind for kind, names in STAND_INS.items() if name in names)
        return say(Message(f"cli.metavar.{next(kinds, 'value')}"), self._language)

    def _help(self, name: str) -> str:
        return say(Message(f"cli.option.{name}"), self._language).replace("%", "%%")


def pairs(words: Sequence[str]) -> dict[str, str]:
    """Return k=v words as a mapping; raises WrongUse for a word without "="."""
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise WrongUse("cli.parser.pair", word=word)
        found[name] = value
    return found


def refuse_odd(said: argparse.Namespace) -> None:
    """Raise WrongUse for a place without a name, and for words that are no text.

    An empty name would mean the folder in which one happens to be.
    """
    for name, value in sorted(vars(said).items()):
        for word in value if isinstance(value, list) else [value]:
            if not isinstance(word, str):
                continue
            if name in PATHS and not word:
                raise WrongUse("cli.parser.empty")
            if "\0" in word or (name not in PATHS and not _is_text(word)):
                raise WrongUse("cli.parser.no-text", word=word)


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def unknown_command(name: str, known: Sequence[str]) -> WrongUse:
    """Return the refusal of a command that does not exist."""
    return WrongUse("cli.parser.unknown-command", command=name, known=Choice(tuple(known)))
