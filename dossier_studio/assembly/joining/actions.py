"""Makes the links of a source independent of its names: every jump names its page."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object

from dossier_studio.assembly.joining.targets import DEEPEST, Targets


def make_explicit(page: Dictionary, targets: Targets) -> None:
    """Turn what jumps on a page into explicit jumps; what leads nowhere, leads nowhere still."""
    for annotation in annotations_of(page):
        if "/Dest" in annotation:
            spot = targets.spot(annotation.get("/Dest"))
            if spot is None:
                del annotation["/Dest"]
            else:
                annotation["/Dest"] = targets.explicit(spot)
        for holder, key in _actions(annotation):
            _settle(holder, key, targets)
    for holder, key in _actions(page):
        _settle(holder, key, targets)


def annotations_of(page: Dictionary) -> Iterator[Dictionary]:
    """Yield the annotations of a page that are what they should be."""
    listed = page.get("/Annots")
    if isinstance(listed, Array):
        for one in listed:
            if isinstance(one, Dictionary):
                yield one


def settled(action: Object, targets: Targets, depth: int = 0) -> bool:
    """Make an action and those that follow it explicit; say whether the first does anything."""
    if not isinstance(action, Dictionary) or depth > DEEPEST:
        return False
    following = action.get("/Next")
    if isinstance(following, Dictionary):
        if not settled(following, targets, depth + 1):
            del action["/Next"]
    elif isinstance(following, Array):
        kept = [one for one in following if settled(one, targets, depth + 1)]
        action["/Next"] = Array(kept)
    if action.get("/S") != Name.GoTo:
        return True
    spot = targets.spot(action.get("/D"))
    if spot is None:
        return False
    action["/D"] = targets.explicit(spot)
    if "/SD" in action:
        del action["/SD"]
    return True


def _actions(holder: Dictionary) -> Iterator[tuple[Dictionary, str]]:
    for key in ("/A", "/PA"):
        if isinstance(holder.get(key), Dictionary):
            yield holder, key
    more = holder.get("/AA")
    if isinstance(more, Dictionary):
        for key in list(more.keys()):
            yield more, key


def _settle(holder: Dictionary, key: str, targets: Targets) -> None:
    if not settled(holder[key], targets):
        del holder[key]
