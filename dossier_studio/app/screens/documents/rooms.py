"""Which panes stand beside each other in how much room."""

from __future__ import annotations

from dataclasses import dataclass

WITH_PREVIEW = 1180
"""From this width on the preview stands beside the cards; below it lies over them."""

WITH_OUTLINE = 700
"""From this width on the outline stands beside the cards."""

_NARROW, _LOW = 960, 600


@dataclass(frozen=True, slots=True)
class Room:
    """What is shown; `brief` leaves out what is only comfortable."""

    outline: bool
    cards: bool
    preview: bool
    brief: bool


class Rooms:
    """What a person has asked for, and what the window can give."""

    def __init__(self) -> None:
        self._wide, self._roomy = True, True
        self._preview, self._preview_over, self._outline_over = True, False, False

    def of(self, width: int, height: int) -> Room:
        """Return what is shown in a window of this size."""
        self._wide, self._roomy = width >= WITH_PREVIEW, width >= WITH_OUTLINE
        preview = self._preview if self._wide else self._preview_over
        outline = self._roomy or (self._outline_over and not preview)
        covered = (preview and not self._wide) or (outline and not self._roomy)
        return Room(outline, not covered, preview, width < _NARROW or height < _LOW)

    def turn_preview(self) -> None:
        """Show the preview, or fold it."""
        if self._wide:
            self._preview = not self._preview
        else:
            self._preview_over = not self._preview_over

    def turn_outline(self) -> None:
        """Show the outline over the cards, or the cards again."""
        self._outline_over = not self._outline_over

    def settle(self) -> None:
        """Show the cards: somebody has gone to one."""
        self._preview_over = self._outline_over = False
