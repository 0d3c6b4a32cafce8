"""The structure tree of a volume: one element for each document that has tags of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dossier_studio.assembly.joining.catalog import Owned, name_of, string_of_bytes
from dossier_studio.assembly.joining.segment import Tags


class Tagging:
    """Numbers and names that the members' tags have in the volume.

    `first` is what each member's numbers begin with; `names` the names of its custom types and
    classes. Where two documents call different things by one name, the later one's gets a number.
    """

    def __init__(self, members: Sequence[Owned]) -> None:
        self._members = members
        self._roles: dict[str, str] = {}
        self._classes: dict[str, bytes] = {}
        self.first: list[int] = []
        self.names: list[tuple[bytes, ...]] = []
        self.count = 0
        for member in members:
            tags = member.based.segment.tags or Tags(0, 0)
            self.first.append(self.count)
            self.names.append(
                (
                    *(name_of(self._role(name, role)) for name, role in tags.roles),
                    *(name_of(self._class(member, *one)) for one in tags.classes),
                )
            )
            self.count += tags.count

    def root(self) -> bytes:
        """Return the root of the tree, empty where no member has tags."""
        found = [(one.based, one.based.segment.tags) for one in self._members]
        tagged = [(based, tags) for based, tags in found if tags]
        if not tagged:
            return b""
        elements = b" ".join(based.reference(based.segment.tree) for based, _ in tagged)
        nodes = b" ".join(based.reference(tags.node) for based, tags in tagged if tags.count)
        roles = [(name, name_of(role)) for name, role in sorted(self._roles.items())]
        parts = [
            b"/Type /StructTreeRoot /K [ %b ]" % elements,
            b"/ParentTree << /Kids [ %b ] >>" % nodes if nodes else b"/ParentTree << /Nums [ ] >>",
            b"/ParentTreeNextKey %d" % self.count,
            _mapped(b"/RoleMap", roles),
            _mapped(b"/ClassMap", sorted(self._classes.items())),
            self._identifiers(),
        ]
        return b"<< " + b" ".join(filter(None, parts)) + b" >>"

    def _role(self, name: str, role: str) -> str:
        return _free(name, lambda taken: self._roles.setdefault(taken, role) == role)

    def _class(self, member: Owned, name: str, number: int) -> str:
        own = member.based.reference(number)
        return _free(name, lambda taken: self._classes.setdefault(taken, own) == own)

    def _identifiers(self) -> bytes:
        """Elements by identifier; of equal ones the first stays."""
        found: dict[bytes, bytes] = {}
        for member in self._members:
            tags = member.based.segment.tags
            for name, number in tags.ids if tags else ():
                found.setdefault(bytes.fromhex(name), member.based.reference(number))
        if not found:
            return b""
        ordered = sorted(found.items())
        listed = b" ".join(string_of_bytes(name) + b" " + one for name, one in ordered)
        ends = b" ".join(string_of_bytes(name) for name in (ordered[0][0], ordered[-1][0]))
        return b"/IDTree << /Kids [ << /Limits [ %b ] /Names [ %b ] >> ] >>" % (ends, listed)


def entry(members: Sequence[Owned], root: int) -> bytes:
    """Return the catalog's entry; it says where pages without tags are among the others."""
    whole = all(one.based.segment.tags for one in members if one.based.segment.pages)
    suspects = b"" if whole else b" /Suspects true"
    return b"/StructTreeRoot %d 0 R /MarkInfo << /Marked true%b >>" % (root, suspects)


def _free(name: str, takes: Callable[[str], bool]) -> str:
    """Return the first of name, name.2, name.3 … that is free or already means the same."""
    candidate, count = name, 1
    while not takes(candidate):
        count += 1
        candidate = f"{name}.{count}"
    return candidate


def _mapped(key: bytes, pairs: Sequence[tuple[str, bytes]]) -> bytes:
    listed = b" ".join(name_of(name) + b" " + value for name, value in pairs)
    return key + b" << " + listed + b" >>" if listed else b""
