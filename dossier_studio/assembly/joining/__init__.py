"""Joins PDF files so that nothing in them is lost and every link stays true.

A source is opened alone, made independent of its catalog (targets.py, bookmarks.py, forms.py,
layers.py), and cut: each object that its pages need is written to a segment with references left
open (cutting.py). A volume closes the references and writes segment after segment (volume.py).
Streams are copied as they are; memory depends on the largest source, not on the volume.
"""
