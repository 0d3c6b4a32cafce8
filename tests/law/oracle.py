"""A second reading of the tables: what is asked, in three values, apart from the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from tests.law.tables import COLUMNS, ROWS, TableRow

Truth = bool | None
Answers = Mapping[str, str]

# Which rows a few changes touch; the full list is in the ASEAN guideline's table of changes.
TOUCHED = {
    "MaV-2": "I01 I02 I03 I04 I05",
    "MaV-3": "T01 T02 T03 T04 T05 T06 T07 T08 T09 T10 T11 T20 T23",
    "MaV-12": "T01 T02 T22 T23",
    "MaV-15": "I03 I04 I05 T01 T02 T23",
    "MiV-N-4": "A08 A10 I01 I02 I03 I04 I05",
    "MiV-N-6": "T01 T02 T04",
    "MiV-N-9": "T01 T02 T07 T08 T20",
}
UNREAD = {"MaV-17", "MiV-PA-3"}


def no(truth: Truth) -> Truth:
    return None if truth is None else not truth


def both(*truths: Truth) -> Truth:
    return False if False in truths else None if None in truths else True


def either(*truths: Truth) -> Truth:
    return True if True in truths else None if None in truths else False


class Case:
    """One product's answers."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    def yes(self, fact: str) -> Truth:
        said = self.answers.get(fact)
        return None if said is None else said == "yes"

    def one(self, fact: str, *values: str) -> Truth:
        said = self.answers.get(fact)
        return None if said is None else said in values

    def later(self, day: date) -> Truth:
        said = self.answers.get("filing_date")
        return None if said is None else date.fromisoformat(said) > day

    def touches(self, row: str) -> Truth:
        said = self.answers.get("changes")
        if said is None:
            return None
        codes = said.split(",")
        if any(row in TOUCHED.get(code, "").split() for code in codes):
            return True
        return None if UNREAD & set(codes) else False


def local(case: Case) -> Truth:
    return case.one("origin", "own", "contract", "licence")


def stage_one(case: Case) -> Truth:
    odd = either(case.one("origin", "import"), no(case.yes("conventional_form")))
    if case.answers["category"] == "2X":
        return odd
    return either(odd, case.yes("stage_one_confirmed"))


def halal(case: Case) -> Truth:
    certified = case.answers.get("halal_certified") == "yes"
    dates = either(
        both(case.one("dispensing", "B", "T"), case.later(date(2029, 10, 17))),
        both(case.one("dispensing", "K"), case.later(date(2034, 10, 17))),
    )
    return both(case.one("substance_class", "none", "precursor"), either(certified, dates))


CONDITIONS: dict[str, Callable[[Case], Truth]] = {
    "C1": stage_one,
    "C3": local,
    "C5": lambda c: c.yes("active_source_changed"),
    "C6": lambda c: c.one("origin", "contract"),
    "C7": lambda c: c.one("origin", "licence"),
    "C8": lambda c: c.one("origin", "import"),
    "C9": lambda c: both(
        c.one("origin", "import"),
        either(no(c.yes("similar_product_approved")), no(c.yes("smf_recent"))),
    ),
    "C10": lambda c: c.yes("export_only"),
    "C11": lambda c: c.one("patent", "patented", "first-generic"),
    "C12": lambda c: c.one("substance_class", "narcotic", "psychotropic", "precursor"),
    "C13": lambda c: c.yes("change_alters_risk"),
    "C14": lambda c: either(c.yes("orphan"), c.yes("life_threatening"), c.yes("programme")),
    "C15": lambda c: c.yes("reliance"),
    "C16": lambda c: either(c.yes("programme"), c.yes("essential")),
    "C17": lambda c: c.yes("renewal_with_variation"),
    "C18": lambda c: c.yes("samples_requested"),
    "C19": halal,
    "C20": lambda _: False,  # nothing is excused without a dossier
    "C21": lambda c: either(c.one("dispensing", "B", "T"), c.yes("self_administered")),
    "C22": lambda c: either(
        c.answers["category"] in {"1B", "1S"}, None if "dispensing" not in c.answers else True
    ),
    "C23": lambda c: both(no(c.yes("substance_file_approved")), no(c.yes("dmf_cep"))),
    "C24": lambda c: c.yes("dmf_cep"),
    "C25": lambda c: c.yes("human_animal_excipient"),
    "C26": lambda c: c.yes("novel_excipient"),
    "C27": lambda c: c.yes("be_bridging"),
    "C28": lambda c: c.yes("comparative_dissolution"),
    "C29": lambda c: c.yes("new_studies_needed"),
    "C30": lambda c: c.yes("change_needs_nonclinical"),
    "C31": lambda c: c.answers.get("study_waiver") != "yes",
    "C32": lambda c: c.yes("ba_be_studies"),
    "C33II": lambda c: c.yes("literature_ii"),
    "C33IV": lambda c: c.yes("literature_iv"),
    "C34": lambda c: either(c.one("origin", "import"), c.yes("foreign_making_step")),
    "C35": lambda c: both(
        either(c.one("origin", "import"), c.yes("foreign_making_step")),
        c.yes("foreign_site_changed"),
    ),
    "C36": lambda c: c.yes("same_as_own_product"),
}

Said = tuple[Truth, str]
"""Whether a row is asked for (None: undecided), and how sure that is."""


def cell(row: TableRow, case: Case) -> Truth:
    text = row.cells[case.answers["category"]].text
    if text in {"R", "-", "?"}:
        return {"R": True, "-": False}.get(text)
    return case.touches(row.id) if text == "C4" else CONDITIONS[text](case)


def exempt(case: Case) -> Truth:
    """Whether the first stage does not apply, by Article 34."""
    category = case.answers["category"]
    plain = both(local(case), case.yes("conventional_form"))
    if category == "2E":
        return both(plain, case.answers.get("stage_one_confirmed") == "no")
    return category in {"4Q", "5", "6", "7"} or (category == "2X" and plain)


def at_stage(row: TableRow, case: Case, stage: str) -> Truth:
    asked = cell(row, case)
    spared = exempt(case) if stage == "pre-registration" else False
    if spared or stage not in row.stages or asked is False:
        return False
    if spared is None or (row.when_needed and stage == "pre-registration"):
        return None
    return asked


def expected(name: str, answers: Answers) -> Said:
    """Return need and confidence of a row; unanswered stage and category are tried in full."""
    row = ROWS[name]
    categories = [answers["category"]] if "category" in answers else COLUMNS
    stages = [answers["stage"]] if "stage" in answers else ["pre-registration", "registration"]
    found = {
        at_stage(row, Case({**answers, "category": category}), stage)
        for category in categories
        for stage in stages
    }
    marks = [row.cells[category].confidence for category in categories]
    lowest = min(marks, key=["low", "medium", "high"].index)
    return (found.pop() if len(found) == 1 else None), lowest
