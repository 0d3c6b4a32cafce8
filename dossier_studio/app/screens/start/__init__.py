"""Where one begins: recent dossiers, a new one, an existing one, or the sample."""
