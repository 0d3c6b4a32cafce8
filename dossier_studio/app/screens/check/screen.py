"""To come."""

from __future__ import annotations

from dossier_studio.app.screen import Screen


class CheckScreen(Screen):
    """To come."""
