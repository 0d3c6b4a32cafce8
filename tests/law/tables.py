"""The tables of document by category, written down a second time, as facts to compare with.

A row: id, stage, confidence of the row, twelve cells. Stage: pre, reg, both, or when (asked at
registration, "when needed" at pre-registration). Cells: R required, - not required, ? not found,
C… condition; a mark behind a slash is the cell's own confidence.
"""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = "1N 1K 1B 1S 2E 2X 3 4C 4Q 5 6 7".split()

WRITTEN = """
A01 both H  R     R     R     R     R     R     R     R     R     R     R     R
A02 pre  H  R     R     R     R     C1/M  C1    R     R     -     -     -     -
A03 reg  H  R     R     R     R     C1    C1    R     R     -     -     -     -
A04 reg  H  R     R     R     R     R     R     R     R     R     R     R     R
A05 reg  H  R     R     R     R     R     R     R     R     R     R     R     R
A06 both H  R     R     R     R     R     R     R     R     R     R     R     R
A07 both H  R     R     R     R     R     R     R     R     R     R     R     R
A08 both H  C3    C3    C3    C3    C3    C3    C3    C3/L  C3/L  C4/L  C4/L  C3
A09 reg  H  R     R     R     R     R     R     R     C5/L  C5/L  C5/L  C5/L  ?/L
A10 both M  R     R     R     R     R     R     R     C4    C4    C4    -     ?/L
A11 both H  C6    C6    C6    C6    C6    C6    C6    C6    C6    C6    C6    C6
A12 both M  C7    C7    C7    C7    C7    C7    C7    C7    C7    C7    C7    C7
A13 both M  C8    C8    C8    C8    C8    C8    C8    C8    C8    C8    C8    C8
A14 reg  M  C9    C9    C9    C9    C9    C9    C9    C9    C9    C9    -     -
A15 reg  M  C10   C10   C10   C10   C10   C10   C10   C10   C10   C10   C10   C10
A16 reg  M  C11   C11   C11   C11   C11   C11   C11   -     -     -     -     -
A17 reg  L  C12   C12   C12   C12   C12   C12   C12   C12   C12   C12   C12   C12
A18 reg  H  R     R     R     R     -/L   -/L   -/L   C13/L -/L   -/L   -/L   -/L
A19 pre  M  C14   C14   C14   C14   C14   C14   C14   C14   -     -     -     -
A20 both M  C15   C15   C15   C15   -     -     C15   C15   -     -     -     -
A21 pre  M  C16   C16   C16   C16   C16   C16   C16   C16   -     -     -     -
A22 both M  -     -     -     -     C6    C6    -     -     -     -     -     -
A23 pre  M  R     R     R/L   R/L   C1    C1    R/L   R/L   -/L   -/L   -/L   -/L
A24 reg  L  -     -     -     -     -     -     -     R     R     R     R     R/H
A25 reg  L  -     -     -     -     -     -     -     R     R     R     R     C17
A26 reg  M  C18   C18   C18   C18   C18   C18   C18   C18   C18   -     -     -
A27 reg  M  C19   C19   C19   C19   C19   C19   C19   C19   C19   C19   -     C19
A28 both M  C20   C20   C20   C20   C20   C20   C20   C20   C20   C20   C20   C20
I01 reg  M  R     R     R     R     R     R     R     R     C4    C4    C4    R/H
I02 reg  L  R     R     R     R     C21   C21   R     C4    C4    C4    C4    C21
I03 reg  M  R     R     R     R     R     R     R     C4    C4    C4    C4    R/H
I04 reg  M  R     R     R     R     R     R     R     C4    C4    C4    C4    R/H
I05 reg  M  C22   C22   C22   C22   C22   C22   C22   C4    C4    C4    C4    C22
A29 reg  H  C34   C34   C34   C34   C34   C34   C34   C35/L C35/L C35/L -/L   ?/L
A30 pre  M  -     -     -     -     C36   C36   -     -     -     -     -     -
T01 both M  R     R     R     R     R     R     R     R     R     C4    C4    C17
T02 both M  R     R     R     R     R     R     R     C4    C4    C4    -     C17
T03 both M  R     R     R     R     R     R     R     C4    C4    C4    C4    C17
T04 both M  R     R     R     R     R     R     R     C4    C4    C4    C4    C17
T05 both L  R     C23   R     R     C24   C24   C23   C4    C4    C4    -     -
T06 both L  R     C23   R     R     C24   C24   C23   C4    C4    C4    -     -
T07 both M  R     R     R     R     R     R     R     C4    C4    C4    C4    C17
T08 both L  R     C23   R     R     -     -     C23   C4    C4    C4    -     -
T09 both M  R     R     R     R     R     R     R     C4    C4    C4    C4    -
T10 both L  R     C23   R     R     -     -     C23   C4    C4    C4    C4    -
T11 both M  R     R     R     R     R     R     R     C4    C4    C4    -     -
T12 both M  R     R     R     R     R     R     R     C4    C4    C4    C4    R/L
T13 both L  R     R     R     R     R     R     R     C4    C4    C4    -     -
T14 both L  R     R     R     R     R     R     R     C4    C4    C4    C4    C17
T15 both L  R     R     R     R     R     R     R     C4    C4    C4    -     -
T16 both L  R     R     R     R     R     R     R     C4    C4    C4    -     -
T17 both L  R     R     R     R     R     R     R     C4    C4    C4    C4    -
T18 both L  C25   C25   C25   C25   C25   C25   C25   C4    C4    C4    C4    -
T19 both L  C26   C26   C26   C26   C26   C26   C26   C4    C4    C4    -     -
T20 both L  R     R     R     R     R     R     R     C4    C4    C4    C4    C17
T21 both L  R     R     R     R     R     R     R     C4    C4    C4    -     -
T22 both L  R     R     R     R     R     R     R     C4    C4    C4    C4    -
T23 both L  R     R     R     R     R     R     R     C4    C4    C4    C4    C17
T24 both M  -     C27   -     -     R     C28   C27   C4    C4    C4    -     -
T25 both L  C33II C33II C33II C33II C33II C33II C33II C4    C4    C4    -     -
T26 when M  R     C29   R     R     -     -     C29   C30   -     -     -     -
T27 when M  R     C29   R     R     -     -     C29   C30   -     -     -     -
T28 when M  C31   C29   C31   R     -     -     C29   C30   -     -     -     -
T29 when M  R     C29   R     R     -     -     C29   C30   -     -     -     -
T30 when M  R     R     R     R     -     -     C29   R     -     -     -     -
T31 when M  R     R     R     R     -     -     C29   R     -     -     -     -
T32 when M  R     R     R     R     -     -     C29   R     -     -     -     -
T33 when M  C31   C29   C31   R     -     -     C29   R     -     -     -     -
T34 when M  C32   C27   -     -     R     -     C27   C4    C4    C4    -     -
T35 when M  R     R     R     R     C33IV -     C29   R     -     -     -     -"""

MARKS = {"H": "high", "M": "medium", "L": "low"}
STAGES = {
    "pre": ("pre-registration",),
    "reg": ("registration",),
    "both": ("pre-registration", "registration"),
    "when": ("pre-registration", "registration"),
}


@dataclass(frozen=True)
class Cell:
    """What stands in one cell, and how sure its source is."""

    text: str
    confidence: str


@dataclass(frozen=True)
class TableRow:
    """One line of the tables."""

    id: str
    stages: tuple[str, ...]
    when_needed: bool
    cells: dict[str, Cell]


def _row(line: str) -> TableRow:
    name, stage, mark, *cells = line.split()
    found = {}
    for column, cell in zip(COLUMNS, cells, strict=True):
        text, _, own = cell.partition("/")
        found[column] = Cell(text, MARKS[own or mark])
    return TableRow(name, STAGES[stage], stage == "when", found)


ROWS = {row.id: row for row in map(_row, WRITTEN.strip().splitlines())}
