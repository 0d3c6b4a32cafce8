"""Where a dossier is kept: a folder with blobs, a journal, a lock, and its upgrades."""
