"""Pages of a PDF for the screen: pictures, letters and hits, read in a process that may be killed."""
