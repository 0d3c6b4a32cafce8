"""What a dossier is: frozen values and functions, free of Qt, disk and libraries."""
