"""Write resources/calendars/id.xml from the `holidays` package (`make calendar`).

The package is asked at build time only: joint leave depends on its version, which
requirements-dev.txt pins, and which the file names as its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import holidays

FIRST, LAST = 2015, 2035
DECREED = 2027
"""The last year whose joint leave the package knows from its decree."""

KINDS = {"public": "public", "government": "joint-leave"}
ESTIMATED = (" (perkiraan)", " (estimated)")
TARGET = Path(__file__).resolve().parents[1] / "resources" / "calendars" / "id.xml"

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!--
  Made by tools/calendar_id.py from the Python package "holidays" (MIT licence, copyright of the
  Vacanza team and the holidays authors), whose module for Indonesia cites the yearly joint decrees
  of three ministers. A year of yours: copy this file into the folder "calendars" of the program's
  data folder and edit it there; that copy is read instead.
-->
<calendar id="id" version="2026.1" source="holidays">
  <title xml:lang="id">Hari kerja di Indonesia</title>
  <title xml:lang="en">Working days in Indonesia</title>
  <sources>
    <source id="holidays">
      <title xml:lang="id">Paket Python holidays {version} (MIT), modul Indonesia, menurut
        SKB 3 Menteri tiap tahun</title>
      <title xml:lang="en">Python package holidays {version} (MIT), module for Indonesia, after
        the yearly joint decree of three ministers</title>
      <address>github.com/vacanza/holidays</address>
    </source>
  </sources>
  <week id="authority" works="1 2 3 4 5" keeps="public joint-leave">
    <title xml:lang="id">Hari kerja instansi: Senin–Jumat selain hari libur nasional dan
      cuti bersama</title>
    <title xml:lang="en">Days of the authority: Monday to Friday less public holidays and
      joint leave</title>
  </week>
  <week id="company" works="1 2 3 4 5" keeps="public">
    <title xml:lang="id">Hari kerja perusahaan: Senin–Jumat selain hari libur nasional</title>
    <title xml:lang="en">Days of a company: Monday to Friday less public holidays</title>
  </week>
  <kind id="public">
    <title xml:lang="id">hari libur nasional</title>
    <title xml:lang="en">public holiday</title>
  </kind>
  <kind id="joint-leave">
    <title xml:lang="id">cuti bersama</title>
    <title xml:lang="en">joint leave</title>
  </kind>
"""

Day = tuple[date, str, str, str, bool]
"""Date, kind, name in Indonesian, name in English, estimated."""


def spoken(year: int, category: str, language: str) -> dict[date, list[str]]:
    """Return the names of the holidays of a year by day."""
    found = holidays.country_holidays("ID", years=year, categories=(category,), language=language)
    return {day: [mended(name) for name in found.get_list(day)] for day in sorted(found)}


def mended(name: str) -> str:
    """Return a name without the package's slip of the pen."""
    return name.replace("Pegangti", "Pengganti")


@cache
def english() -> dict[str, str]:
    """Return the English name of each Indonesian one, learnt from days that have one name only."""
    names: dict[str, str] = {}
    for year in range(FIRST, LAST + 1):
        for category in KINDS:
            indonesian, translated = (spoken(year, category, code) for code in ("id", "en_US"))
            for day, said in indonesian.items():
                if len(said) == 1:
                    names[said[0].removesuffix(ESTIMATED[0])] = translated[day][0].removesuffix(
                        ESTIMATED[1]
                    )
    return names


def days(year: int) -> Iterator[Day]:
    """Yield the holidays of a year; two on one day stay two."""
    for category, kind in KINDS.items():
        for day, names in spoken(year, category, "id").items():
            for name in names:
                plain = name.removesuffix(ESTIMATED[0])
                yield day, kind, plain, english()[plain], name != plain


def key(name: str) -> str:
    """Return the id of a holiday's name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")


def text() -> str:
    """Return the whole file."""
    found = {year: sorted(days(year)) for year in range(FIRST, LAST + 1)}
    names = {key(day[3]): (day[2], day[3]) for year in found.values() for day in year}
    parts = [HEAD.format(version=metadata.version("holidays"))]
    for name, (indonesian, translated) in sorted(names.items()):
        parts.append(
            f"  <holiday id={quoteattr(name)}>\n"
            f'    <title xml:lang="id">{escape(indonesian)}</title>\n'
            f'    <title xml:lang="en">{escape(translated)}</title>\n'
            "  </holiday>\n"
        )
    for year, listed in found.items():
        decreed = "yes" if year <= DECREED else "no"
        parts.append(f'  <year number="{year}" decreed="{decreed}">\n')
        for day, kind, _, name, guessed in listed:
            mark = ' estimated="yes"' if guessed else ""
            parts.append(f'    <day date="{day}" kind="{kind}" name="{key(name)}"{mark}/>\n')
        parts.append("  </year>\n")
    return "".join([*parts, "</calendar>\n"])


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8")
