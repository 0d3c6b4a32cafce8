"""The pages of one file beside the work: rendered elsewhere, shown, searched, and marked."""
