"""Canonical JSON: one spelling for each value, so that its hash means something."""

from __future__ import annotations

import json
from typing import NoReturn, TypeAlias, cast

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
"""Numbers are whole: fractions have many spellings, so they travel as text."""


def spell(value: Json) -> bytes:
    """Return sorted keys, no blanks, UTF-8.

    A lone surrogate (a file name that is not UTF-8) becomes its JSON escape.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def parse(text: str | bytes) -> Json:
    """Return the value that JSON spells; raises ValueError for broken JSON and for fractions."""
    try:
        value = json.loads(text, parse_float=_refuse, parse_constant=_refuse)
    except RecursionError as error:
        message = "JSON nested too deep"
        raise ValueError(message) from error
    return cast("Json", value)


def table(value: Json) -> dict[str, Json]:
    """Return a JSON object; raises ValueError for anything else."""
    if not isinstance(value, dict):
        message = "a JSON object was expected"
        raise ValueError(message)
    return value


def text(value: Json) -> str:
    """Return a JSON string; raises ValueError for anything else."""
    if not isinstance(value, str):
        message = "a JSON string was expected"
        raise ValueError(message)
    return value


def _refuse(number: str) -> NoReturn:
    message = f"not a whole number: {number}"
    raise ValueError(message)
