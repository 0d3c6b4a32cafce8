"""Where links and bookmarks lead, as a reader finds it: names, name trees, pages by number."""

from __future__ import annotations

from urllib.parse import unquote

from pikepdf import Dictionary, Name, Object, String

from dossier_studio.assembly.proof.account import Goal
from dossier_studio.assembly.proof.objects import members, number, tree, words
from dossier_studio.assembly.proof.trunk import Leaves

_OTHER_FILE = frozenset({"/GoToR", "/Launch", "/GoToE"})
_MOST_NAMES = 8
"""A destination may be named by a name that is named by a name; readers stop somewhere."""

_NEAR = 0.01
"""Points between two places that are the same one."""


class Places:
    """Finds destinations of one file among the pages that were read of it."""

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self._names: dict[bytes, object] | None = None

    def goal(self, destination: object) -> Goal | None:
        """Return where a destination leads, None for nowhere."""
        for _ in range(_MOST_NAMES):
            if isinstance(destination, Name | String):
                destination = self._named().get(_key(destination))
            elif isinstance(destination, Dictionary):
                destination = destination.get("/D")
            else:
                break
        return self._explicit(members(destination))

    def _explicit(self, parts: tuple[object, ...]) -> Goal | None:
        page = self._page(parts[0]) if parts else None
        if page is None:
            return None
        where = [number(part) for part in (*parts[2:6], None, None, None, None)]
        match words(parts[1]) if len(parts) > 1 else "":
            case "/XYZ":
                return Goal(page, where[0], where[1])
            case "/FitH" | "/FitBH":
                return Goal(page, None, where[0])
            case "/FitV" | "/FitBV":
                return Goal(page, where[0], None)
            case "/FitR":
                return Goal(page, where[0], where[3])
            case _:
                return Goal(page)

    def _page(self, first: object) -> int | None:
        if isinstance(first, Dictionary):
            return self._leaves.index.get(first.objgen)
        known = isinstance(first, int) and 0 <= first < len(self._leaves.index)
        return int(first) if known and isinstance(first, int) else None

    def _named(self) -> dict[bytes, object]:
        """Names of both makes; where both have one, the tree of PDF 1.2 holds."""
        if self._names is None:
            root = self._leaves.pdf.Root
            old, new = root.get("/Dests"), root.get("/Names")
            self._names = {}
            if isinstance(old, Dictionary):
                self._names.update((_bare(name), value) for name, value in old.items())
            if isinstance(new, Dictionary):
                for name, value in tree(new.get("/Dests"), "/Names"):
                    if isinstance(name, String):
                        self._names[bytes(name)] = value
        return self._names


def agree(source: Goal | None, result: Goal | None) -> bool:
    """Return whether two goals of one page count are the same as far as the source names them."""
    if source is None or result is None:
        return source is result
    return source.page == result.page and all(
        named is None or (found is not None and abs(named - found) < _NEAR)
        for named, found in ((source.left, result.left), (source.top, result.top))
    )


def action_of(holder: Dictionary, key: str) -> Dictionary | None:
    """Return an action of a link, a bookmark or a page; None where there is none."""
    found = holder.get(key)
    return found if isinstance(found, Dictionary) else None


def jump(holder: Dictionary) -> object:
    """Return the destination that a link or bookmark jumps to within its file, None for none."""
    if "/Dest" in holder:
        return holder.get("/Dest")
    action = action_of(holder, "/A")
    return action.get("/D") if action is not None and action.get("/S") == Name.GoTo else None


def other_file(action: Dictionary) -> str:
    """Return the name of the file that an action opens, "" where it opens none."""
    kind = words(action.get("/S"))
    if kind not in _OTHER_FILE:
        return _beside(words(action.get("/URI"))) if kind == "/URI" else ""
    file = action.get("/F")
    if isinstance(file, Dictionary):
        return words(file.get("/UF")) or words(file.get("/F"))
    return words(file)


def _beside(address: str) -> str:
    """Return the file that an address names on the reader's own disk, "" for one of the web."""
    path = address.partition("#")[0].partition("?")[0]
    on_disk = path.startswith("file:") or ":" not in path
    return unquote(path).rpartition("/")[2] if on_disk else ""


def _key(name: Object) -> bytes:
    return _bare(str(name)) if isinstance(name, Name) else bytes(name)


def _bare(name: str) -> bytes:
    return name[1:].encode("latin-1", "replace")
