"""Dossier Studio: from answers about a medicine to a verified dossier package."""

__version__ = "0.1.0"
