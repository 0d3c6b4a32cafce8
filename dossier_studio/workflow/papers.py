"""The papers that the program writes: previewed, worded anew, headed, attached.

A paper's name is one of PAPERS, or "justification:A08" for the letter about one requirement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dossier_studio.assembly import generated, reports
from dossier_studio.assembly.papers import filling, form, letter, letterhead, text
from dossier_studio.assembly.papers.form import REGISTRATION_FORM
from dossier_studio.assembly.papers.letter import (
    COVER_LETTER,
    DECLARATION,
    JUSTIFICATION,
    PaperCase,
)
from dossier_studio.assembly.particulars import particulars
from dossier_studio.assembly.plan import OVERALL, plan
from dossier_studio.assembly.wording import languages_of
from dossier_studio.core.change import Change, edit
from dossier_studio.core.dossier import (
    LETTERHEAD,
    DecisionKind,
    Document,
    Dossier,
    Key,
    Letterhead,
    PaperText,
    RecordKind,
)
from dossier_studio.core.errors import WrongUse
from dossier_studio.core.text import Choice, Language, Message, Text, Words
from dossier_studio.core.work import Work
from dossier_studio.export import checklist_sheet
from dossier_studio.host import files
from dossier_studio.host.messages import both
from dossier_studio.law.blanks import blanks as form_blanks
from dossier_studio.law.checklist import Checklist, checklist
from dossier_studio.law.fact import typed
from dossier_studio.law.rulebook import Rulebook
from dossier_studio.store.folder import DossierFolder
from dossier_studio.workflow import dossiers, edits
from dossier_studio.workflow.edits import Incoming

CONTENTS, CHECKLIST = "contents", "checklist"
PAPERS = (COVER_LETTER, REGISTRATION_FORM, DECLARATION, JUSTIFICATION, CONTENTS, CHECKLIST)
EDITABLE = (COVER_LETTER, REGISTRATION_FORM, DECLARATION, JUSTIFICATION)
"""Those whose text a person may word anew."""

LONGEST = 20_000
"""Letters of a person's own text of a paper."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of one dossier: its name, title, and the requirement that asks for it ("" if none).

    `attached` says that a document lies there already.
    """

    id: str
    title: Text
    requirement: str
    attached: bool


def papers(rulebook: Rulebook, dossier: Dossier) -> tuple[Paper, ...]:
    """Return the papers that a dossier can have now, in the order of PAPERS."""
    return tuple(_papers(rulebook, dossier))


def _papers(rulebook: Rulebook, dossier: Dossier) -> Iterator[Paper]:
    for name in (COVER_LETTER, REGISTRATION_FORM, DECLARATION):
        if name == REGISTRATION_FORM and name not in rulebook.forms:
            continue
        asked = requirement_of(rulebook, name)
        yield Paper(name, _title(name), asked, bool(asked and dossier.at(asked)))
    for place, decision in dossier.decisions.items():
        if decision.kind is DecisionKind.EXCUSED:
            title = both(Message("assembly.letter.entry", {"requirement": place}))
            yield Paper(f"{JUSTIFICATION}:{place}", title, place, attached=False)
    if OVERALL in rulebook.outline.sections:
        yield Paper(CONTENTS, _title(CONTENTS), "", attached=False)
    yield Paper(CHECKLIST, _title(CHECKLIST), "", attached=False)


def _title(name: str) -> Text:
    return both(Message(f"assembly.paper.name.{name}"))


def requirement_of(rulebook: Rulebook, paper: str) -> str:
    """Return the requirement for which a paper is written, "" where none names it."""
    found = (one.id for one in rulebook.requirements.values() if one.paper == paper)
    return next(found, "")


def draft(folder: DossierFolder, paper: str) -> bytes:
    """Return a paper as PDF, from the answers as they stand.

    Raises WrongUse for a paper that this dossier cannot have, Unreadable for a letterhead that is
    no longer there.
    """
    case = case_of(folder)
    name, _, place = paper.partition(":")
    match name:
        case letter.COVER_LETTER | letter.DECLARATION if not place:
            return letter.written(case, name)
        case form.REGISTRATION_FORM if name in case.rulebook.forms:
            return form.registration_form(case, case.rulebook.forms[name])
        case letter.JUSTIFICATION:
            return _justification(case, place)
        case "contents" if OVERALL in case.rulebook.outline.sections:
            return _contents(folder, case)
        case "checklist":
            return reports.checklist_pdf(case.checklist, case.about)
    raise _unknown(case.rulebook, case.dossier, paper)


def _unknown(rulebook: Rulebook, dossier: Dossier, paper: str) -> WrongUse:
    known = Choice(tuple(one.id for one in papers(rulebook, dossier)))
    return WrongUse("workflow.paper.unknown", paper=paper, known=known)


def _justification(case: PaperCase, place: str) -> bytes:
    line, decision = case.checklist.line(place), case.dossier.decisions.get(place)
    if line is None or decision is None or decision.kind is not DecisionKind.EXCUSED:
        raise WrongUse("workflow.paper.not-excused", requirement=place or "–")
    return letter.justification(case, line, decision)


def _contents(folder: DossierFolder, case: PaperCase) -> bytes:
    planned = plan(
        case.rulebook, case.dossier, case.checklist, folder.facts(), letterhead=case.letterhead
    )
    made = [one.content for one in planned.entries if one.document.key == generated.CONTENTS]
    if made and made[0] is not None:
        return made[0]
    return generated.overall_contents(case.rulebook, case.dossier, planned.parts).content


def case_of(folder: DossierFolder) -> PaperCase:
    """Return what the papers of a dossier are written from."""
    dossier = folder.dossier
    rules = dossiers.rulebook_of(dossier)
    asked = checklist(rules, dossier.answers, dossier)
    return PaperCase(rules, dossier, asked, letterhead_of(folder))


def blanks(rulebook: Rulebook, dossier: Dossier, paper: str) -> tuple[Words, ...]:
    """Return what a paper would leave as dotted lines: the titles of what is to be answered."""
    if paper in rulebook.forms:
        answers = typed(rulebook.facts, dossier.answers)
        return form_blanks(rulebook, rulebook.forms[paper], dossier, answers)
    name = paper.partition(":")[0]
    if name not in EDITABLE:
        return ()
    known = [one for one in rulebook.facts if one not in dossier.answers]
    needed = {
        blank
        for language in languages_of(dossier.answers)
        for blank in text.blanks_in(text.required(wording(rulebook, dossier, name, language)))
    }
    usual = {filling.POSITION, rulebook.stage_fact, "product_name"}
    return tuple(rulebook.facts[one].title for one in known if one in needed - usual)


def wording(rulebook: Rulebook, dossier: Dossier, paper: str, language: Language) -> str:
    """Return the text of a paper for editing: the person's own, else the program's."""
    _check_editable(paper)
    own = dossier.paper_text(paper, language.value)
    return own or text.default(paper, language, rulebook.id)


def reword(
    rulebook: Rulebook, dossier: Dossier, paper: str, *, language: Language, words: str
) -> Change:
    """Word a paper anew; "", or the program's own text, gives the program's back.

    Raises WrongUse for a blank that nothing fills.
    """
    _check_editable(paper)
    if len(words) > LONGEST:
        raise WrongUse("workflow.paper.long", longest=LONGEST)
    known = filling.known(rulebook)
    for blank in text.blanks_in(words):
        if blank not in known:
            raise WrongUse("workflow.paper.blank", blank=f"{{{blank}}}")
    said = words.replace("\r\n", "\n").strip()
    usual = said == text.default(paper, language, rulebook.id).strip()
    record = PaperText(paper, language.value, f"{said}\n") if said and not usual else None
    label = Message("workflow.paper.reword", {"paper": _title(paper)})
    return edit(dossier, label, {Key(RecordKind.PAPER, f"{paper}/{language.value}"): record})


def _check_editable(paper: str) -> None:
    if paper not in EDITABLE:
        known = Choice(EDITABLE)
        raise WrongUse("workflow.paper.not-editable", paper=paper, known=known)


def adopt(folder: DossierFolder, paper: str, *, by: str) -> Work[Document]:
    """Attach a paper to the requirement that asks for it; one that was attached so is replaced.

    Raises WrongUse where nothing asks for it. What a person has attached there is left alone.
    """
    rules = dossiers.rulebook_of(folder.dossier)
    place = requirement_of(rules, paper)
    if not place:
        raise WrongUse("workflow.paper.not-attached", paper=paper)
    content = draft(folder, paper)
    name = both(Message(f"workflow.paper.file.{paper}")).id
    named = f"{name}-{folder.dossier.next_sequence}.pdf"
    digest = folder.keep_bytes(content)
    yield from dossiers.inspected(folder, [digest])
    file = Incoming(named, digest, len(content))
    folder.commit(_attached(rules, folder.dossier, place, file), by)
    return next(one for one in folder.dossier.at(place) if one.name == named)


def _attached(rulebook: Rulebook, dossier: Dossier, place: str, file: Incoming) -> Change:
    title = rulebook.requirements[place].title
    label = Message("workflow.paper.attach", {"paper": title, "place": place})
    for known in dossier.at(place):
        if known.name == file.name:
            newer = replace(known, sha256=file.sha256, bytes=file.bytes)
            return edit(dossier, label, {edits.key_of(known): newer})
    return replace(edits.attach(rulebook, dossier, place, [file]), label=label)


def letterhead_of(folder: DossierFolder) -> bytes | None:
    """Return the image of the dossier's letters, None where the applicant's name stands there."""
    return letterhead.read(folder.dossier, folder.blob)


def set_letterhead(folder: DossierFolder, image: Path, *, by: str) -> Change:
    """Put an image at the head of all letters; raises Unreadable for what is no PNG or JPEG."""
    name = files.spoken_name(image)
    data = files.beginning(image, letterhead.LARGEST + 1)
    letterhead.usable(data, name)
    record = Letterhead(name, folder.keep_bytes(data), len(data))
    label = Message("workflow.paper.letterhead", {"file": name})
    change = edit(folder.dossier, label, {LETTERHEAD: record})
    dossiers.commit(folder, change, by=by)
    return change


def no_letterhead(dossier: Dossier) -> Change:
    """Put the applicant's name and address at the head of letters again."""
    return edit(dossier, Message("workflow.paper.no-letterhead"), {LETTERHEAD: None})


def checklist_file(folder: DossierFolder, language: Language) -> bytes:
    """Return the checklist of a dossier as a spreadsheet (.xlsx) in one language."""
    dossier = folder.dossier
    rules = dossiers.rulebook_of(dossier)
    asked = checklist(rules, dossier.answers, dossier)
    return checklist_as(rules, dossier, asked, form=".xlsx", language=language)


def checklist_as(
    rulebook: Rulebook, dossier: Dossier, asked: Checklist, *, form: str, language: Language
) -> bytes:
    """Return a checklist as a spreadsheet (".xlsx", in one language) or as a report (".pdf").

    A report speaks the language of the package. Raises WrongUse for any other form.
    """
    if form == ".xlsx":
        return checklist_sheet.checklist_sheet(rulebook, dossier, asked, language)
    if form == ".pdf":
        return reports.checklist_pdf(asked, particulars(rulebook, dossier))
    raise WrongUse("workflow.paper.checklist-form", known=Choice((".xlsx", ".pdf")))
