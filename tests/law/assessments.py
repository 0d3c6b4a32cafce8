"""Self-assessments of local content, written as short as the tables of their examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

ITEMS = "RM-1 RM-2 RD-1 RD-2 RD-3 RD-4 PR-1 PR-2 PK-1 PK-2 PK-3".split()
CRITERIA = ["labour", "equipment", "material"]

Said = dict[str, object]
NOTHING: Said = {"performed": False, "in_indonesia": False, "criteria": []}


def line(item: str, met: int = 0, **more: object) -> Said:
    """Return a line with the first so many criteria met."""
    said: Said = {"item": item, "name": item, "performed": True, "criteria": CRITERIA[:met]}
    return {**said, **more}


def counted(row: str, *, rule_set: str = "seed-16-2020", skipped: Iterable[str] = ()) -> Said:
    """Return a form from a row of the examples: criteria met, in the order of the items."""
    lines = [line(item, int(met)) for item, met in zip(ITEMS, row.split(), strict=True)]
    for one in lines:
        if one["item"] in set(skipped):
            one["performed"] = False
    return {"rule_set": rule_set, "lines": lines}


def ticked(*lines: Said) -> Said:
    """Return a form for the verifier's rule set; items without a line are not done."""
    named = {one["item"] for one in lines}
    rest = [{"item": item, "name": item, **NOTHING} for item in ITEMS if item not in named]
    return {"rule_set": "verifier-16-2020", "lines": [*lines, *rest]}


def tick(item: str, ticks: str, share: str | None = None) -> Said:
    """Return a line with ticks P (in Indonesia), L (labour), M (machine), S (material)."""
    names = {"L": "labour", "M": "equipment", "S": "material"}
    said = line(item, criteria=[names[one] for one in ticks if one in names])
    return {**said, "in_indonesia": "P" in ticks} | ({} if share is None else {"share": share})


def everything(ticks: str, *, without: Iterable[str] = ()) -> Said:
    """Return a form with the same ticks on every item but some."""
    return ticked(*(tick(item, ticks) for item in ITEMS if item not in set(without)))


def with_evidence(form: Mapping[str, object], evidence: object) -> Said:
    """Return a form whose lines all have the same evidence."""
    lines = form["lines"]
    assert isinstance(lines, list)
    return {**form, "lines": [{**one, "evidence": evidence} for one in lines]}
