"""Collects what is amiss in one file, and turns it into problems in a fixed order."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from dossier_studio.core.file import Problem

MOST_DETAILS = 5
LONGEST_DETAIL = 80

# Each cause of these stands alone, because the rest of the program reads its detail.
_APART = frozenset({"PF-01", "PF-07", "PF-20", "PK-01"})

Arguments = ParamSpec("Arguments")
Found = TypeVar("Found")


class Notes:
    """Problems by code: pages and details of one code are gathered into one problem."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str, str], set[int]] = {}
        self._details: dict[tuple[str, str], dict[str, None]] = {}

    def add(self, code: str, *, page: int = 0, detail: str = "") -> None:
        """Note a problem; `page` is 1-based, 0 where there is none."""
        detail = _plain(detail)
        key = (code, detail if code in _APART else "")
        pages = self._pages.setdefault(key, set())
        if page:
            pages.add(page)
        if detail:
            self._details.setdefault(key, {})[detail] = None

    def attempt(
        self,
        part: str,
        look: Callable[Arguments, Found],
        /,
        *arguments: Arguments.args,
        **named: Arguments.kwargs,
    ) -> Found | None:
        """Look at one part of a file; whatever it raises becomes PF-20 with the part's name.

        Lack of memory is not a property of the part: the worker ends, and the file is tried alone.
        """
        try:
            return look(*arguments, **named)
        except MemoryError:
            raise
        except Exception:
            self.add("PF-20", detail=part)
            return None

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems, sorted by code and detail."""
        return tuple(
            sorted(
                Problem(key[0], tuple(sorted(pages)), _listed(self._details.get(key, {})))
                for key, pages in self._pages.items()
            )
        )


def _plain(detail: str) -> str:
    words = " ".join("".join(c if c.isprintable() else " " for c in detail).split())
    return words if len(words) <= LONGEST_DETAIL else words[: LONGEST_DETAIL - 1] + "…"


def _listed(details: dict[str, None]) -> str:
    first = list(details)[:MOST_DETAILS]
    return ", ".join([*first, "…"] if len(details) > MOST_DETAILS else first)
