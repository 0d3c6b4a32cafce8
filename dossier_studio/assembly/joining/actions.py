"""Makes the links of a source independent of its names: every jump names its page."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name

from dossier_studio.assembly.joining.leaving import address_of
from dossier_studio.assembly.joining.segment import Away
from dossier_studio.assembly.joining.targets import DEEPEST, Targets
from dossier_studio.assembly.joining.tracing import Keep

LEAVING = (Name.GoToR, Name.Launch, Name.URI)


class Jumps:
    """The jumps of one source; `away` collects those that lead to other files."""

    def __init__(self, pdf: pikepdf.Pdf, targets: Targets, keep: Keep) -> None:
        self._pdf = pdf
        self._targets = targets
        self._keep = keep
        self.away: list[Away] = []

    def make_explicit(self, page: Dictionary, index: int) -> None:
        """Turn what jumps on a page into explicit jumps; what leads nowhere, leads nowhere."""
        for annotation in annotations_of(page):
            if "/Dest" in annotation:
                spot = self._targets.spot(annotation.get("/Dest"))
                if spot is None:
                    del annotation["/Dest"]
                else:
                    annotation["/Dest"] = self._targets.explicit(spot)
            self._settle(annotation, index)
        self._settle(page, index, keys=())

    def kept(self, action: Dictionary) -> int | None:
        """Take a bookmark's action along and return its number, None when it does nothing."""
        if not action.is_indirect:
            action = self._pdf.make_indirect(action)
        return self._keep(action) if self._settled(action, -1) else None

    def _settle(
        self, holder: Dictionary, index: int, keys: tuple[str, ...] = ("/A", "/PA")
    ) -> None:
        for key in keys:
            self._settle_one(holder, key, index)
        more = holder.get("/AA")
        if isinstance(more, Dictionary):
            for key in list(more.keys()):
                self._settle_one(more, key, index)

    def _settle_one(self, holder: Dictionary, key: str, index: int) -> None:
        action = holder.get(key)
        if not isinstance(action, Dictionary):
            return
        if not action.is_indirect and action.get("/S") in LEAVING:
            holder[key] = action = self._pdf.make_indirect(action)
        if not self._settled(action, index):
            del holder[key]

    def _settled(self, action: object, index: int, depth: int = 0) -> bool:
        """Make an action and those that follow explicit; say whether the first does anything."""
        if not isinstance(action, Dictionary) or depth > DEEPEST:
            return False
        following = action.get("/Next")
        if isinstance(following, Dictionary):
            if not self._settled(following, index, depth + 1):
                del action["/Next"]
        elif isinstance(following, Array):
            kept = [one for one in following if self._settled(one, index, depth + 1)]
            action["/Next"] = Array(kept)
        if action.get("/S") != Name.GoTo:
            self._note_leaving(action, index)
            return True
        spot = self._targets.spot(action.get("/D"))
        if spot is None:
            return False
        action["/D"] = self._targets.explicit(spot)
        if "/SD" in action:
            del action["/SD"]
        return True

    def _note_leaving(self, action: Dictionary, index: int) -> None:
        address = address_of(action) if action.is_indirect else None
        if address is not None:
            self.away.append(address.away(self._keep(action), index + 1))


def annotations_of(page: Dictionary) -> Iterator[Dictionary]:
    """Yield the annotations of a page that are what they should be."""
    listed = page.get("/Annots")
    if isinstance(listed, Array):
        for one in listed:
            if isinstance(one, Dictionary):
                yield one
