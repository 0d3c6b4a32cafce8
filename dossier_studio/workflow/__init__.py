"""The verbs of Dossier Studio, once, for window and command alike."""
