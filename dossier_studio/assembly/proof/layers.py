"""Which layers of a file are hidden when it opens."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Object

from dossier_studio.assembly.proof.objects import members

Mark = tuple[int, int]


def states(root: Object) -> dict[Mark, bool]:
    """Return the layers of a file by object, and whether each is shown at first."""
    properties = root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return {}
    default = properties.get("/D")
    default = default if isinstance(default, Dictionary) else Dictionary()
    shown = default.get("/BaseState") != Name.OFF
    found = dict.fromkeys(_marks(properties.get("/OCGs")), shown)
    for key, state in (("/ON", True), ("/OFF", False)):
        for mark in _marks(default.get(key)):
            if mark in found and state is not shown:
                found[mark] = state
    return found


def _marks(listed: object) -> list[Mark]:
    return [
        one.objgen for one in members(listed) if isinstance(one, Dictionary) and one.is_indirect
    ]
