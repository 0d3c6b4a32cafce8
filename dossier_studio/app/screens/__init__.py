"""One folder a screen; they meet in the session and never import each other."""
