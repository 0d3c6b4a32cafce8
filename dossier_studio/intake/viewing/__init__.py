"""Pages of a PDF for the screen, read in a process that may be killed."""
