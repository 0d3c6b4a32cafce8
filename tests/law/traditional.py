"""The tables of the sources on natural medicines, and how tests ask the rulebook about them."""

from __future__ import annotations

from dossier_studio.law import load
from dossier_studio.law.checklist import Checklist, Need, checklist

BOOK = load.rulebook("id.bpom.traditional")
CATEGORIES = tuple(f"CAT-{number:02}" for number in range(1, 12))
ORIGINS = ("OR-L", "OR-C", "OR-N", "OR-I")
KINDS = "OB-1 OB-2 OB-3 OB-4 OB-5 OB-6 OB-7 OB-8 OB-9 OB-V1 OB-V2 OB-V3 OB-U1 OB-U2".split()


def asked(**answers: str) -> Checklist:
    """The checklist of some answers; `class_` stands for the fact `class`."""
    return checklist(BOOK, {name.rstrip("_"): value for name, value in answers.items()})


def need(found: Checklist, requirement: str) -> Need:
    line = found.line(requirement)
    assert line is not None, requirement
    return line.need


def required(found: Checklist) -> set[str]:
    return {line.id for line in found.lines if line.need is Need.REQUIRED}


def stops(**answers: str) -> list[str]:
    return [stop.id for stop in asked(**answers).stops]


# Table 7.3: origins and the papers of the first stage. M required, C asked about or judged, - not

FIRST_STAGE = """
P-01 M M M M    P-02 M M M M    P-03 M M M -    P-04 - M - C    P-05 - - M -
P-06 - - M M    P-07 - - C M    P-08 - - C M    P-09 - C - M    P-10 M M M M
P-11 M M M M    P-12 M M M M    P-13 C C C C    P-14 C C C C    P-15 C C C C
P-16 M M M M    P-17 M M M M    P-18 - - - M    P-19 - - - C
""".split()
FIRST = {
    FIRST_STAGE[at]: dict(zip(ORIGINS, FIRST_STAGE[at + 1 : at + 5], strict=True))
    for at in range(0, len(FIRST_STAGE), 5)
}
LETTERS = {Need.REQUIRED: "M", Need.UNDECIDED: "C", Need.NOT_NEEDED: "-"}


# Table 7.5: the evidence of the eleven categories (scheme of 2005).
# R required; C judged by a person; - none; a word names its condition. "!" rests on the seed.

MATRIX = """
R-01  R    R    R     R   R    R     R      R     -    -        R!
R-02  R    R    C     R   R    C     R      C     -    making!  C
R-03  R!   R!   C     R!  R!   C     R!     C     -    raw!     C
R-04  R    R    C     R   R!   C     R      C     -    product! R
R-05  R    R    form  R   R    form  R      form  -    shelf!   R
R-06  R    R    form  R   R    form  R      form  -    shelf!   R
R-08  R    R    R     R   R    R     R      R     R!   C        R
R-10  R!   R!   C     -   -    -     C      C     -    -        -
R-07  -    -    C     R   R    C     unsafe! C    -    -        -
R-11  -    -    C     R!  R!   R     C      C     -    -        -
R-12  -    -    -     -   R!   ff!   -      -     -    -        -
R-13  -    -    -     R!  R!   -     -      -     -    raw      -
R-14  -    -    -     -   R!   -     -      -     -    product  -
R-15  -    -    R!    -   -    R!    -      R!    -    -        -
R-16  -    -    -     -   -    -     -      -     R    R        R
R-17  -    -    -     -   -    -     -      -     R    R        R
R-18  -    -    -     -   -    -     -      -     owner! -      -
R-19  -    -    -     -   -    -     -      -     same! -       R!
"""
CELLS = [
    (row, category, cell)
    for row, *cells in (line.split() for line in MATRIX.strip().splitlines())
    for category, cell in zip(CATEGORIES, cells, strict=True)
]
