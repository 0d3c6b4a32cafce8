"""The facts of a PDF: structure with pikepdf, text with pdfium where the structure leaves doubt.

The rules are those of pdf-and-ectd-rules, sections 5 and 6, as far as one file alone can break
them. Left out are PF-16 (margin for binding) and PF-18 (size of type), which advise only, PF-19
(duplicates), which needs the dossier, and the rules that want the linked file too (NV-04, NV-12).
"""
