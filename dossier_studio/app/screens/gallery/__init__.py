"""Every component side by side, for looking at the style; not on the way of a dossier."""
