"""Proves a bound volume: reads sources and result anew and compares what each of them says.

Nothing here knows how the volume was written. A source and its pages of the result are walked side
by side (graph.py): what the pages draw with must be the same, object by object and byte by byte.
Links and fields are compared by what they mean (places.py, fields.py), bookmarks by the result's
whole outline (outlines.py), and a sample of pages by their pictures and words (pictures.py), which
a second reader makes.
"""
