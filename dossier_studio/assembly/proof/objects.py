"""Reads values of a PDF file without trusting that anything is as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, String

Mark = tuple[int, int]


def members(value: object) -> tuple[object, ...]:
    """Return the elements of an array, nothing for anything else."""
    return tuple(value) if isinstance(value, Array) else ()


def number(value: object) -> float | None:
    """Return a number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return float(value)


def words(value: object) -> str:
    """Return a text string as far as it can be read, "" for anything else."""
    if isinstance(value, Name):
        return str(value)
    if not isinstance(value, String):
        return ""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


def tree(root: object, leaf: str) -> Iterator[tuple[object, object]]:
    """Yield keys and values of a name tree (`leaf` /Names) or number tree (/Nums)."""
    waiting = [root]
    seen: set[Mark] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        pairs = members(node.get(leaf))
        yield from zip(pairs[0::2], pairs[1::2], strict=False)
        waiting.extend(reversed(members(node.get("/Kids"))))
