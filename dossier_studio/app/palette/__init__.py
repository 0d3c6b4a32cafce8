"""Ctrl+K: everything in the program by a few letters of its name."""
