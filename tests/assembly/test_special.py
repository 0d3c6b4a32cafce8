"""What joining files is known to lose, and ours keeps or reports: one test for each."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest

from dossier_studio.assembly.binder import BoundPart
from dossier_studio.assembly.joining.segment import Loss, Note
from dossier_studio.assembly.proof.prove import prove
from dossier_studio.core.work import finish
from dossier_studio.host.messages import both
from tests.assembly import oracle, sources
from tests.assembly.special import special
from tests.assembly.volumes import ABOUT, bound, entry, part

FILES, PAGES = 6, 8


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("special")
    return [
        sources.saved(
            folder,
            f"khusus{number}.pdf",
            special(
                f"khusus{number}",
                role="/P" if number < 3 else "/H1",
                neighbour="khusus2.pdf" if number == 0 else "hilang.pdf" if number == 1 else "",
            ),
        )
        for number in range(FILES)
    ]


@pytest.fixture(scope="module")
def volume(papers: list[Path], tmp_path_factory: pytest.TempPathFactory) -> BoundPart:
    return bound(tmp_path_factory.mktemp("bound") / "part.pdf", papers)


def test_the_proof_holds(volume: BoundPart, papers: list[Path]) -> None:
    entries = [entry(path) for path in papers]
    files = {one.document.sha256: path for one, path in zip(entries, papers, strict=True)}
    proof = finish(
        prove(part(entries), volume, files.__getitem__, about=ABOUT, deep=True, processes=1)
    )
    assert proof.mismatches == ()
    assert [one.account.mismatches for one in proof.documents] == [()] * FILES


def start_of(volume: BoundPart, path: Path) -> int:
    return volume.first_page_of[entry(path).document.key] - 1


def test_judges_have_nothing_to_say(volume: BoundPart) -> None:
    judged = subprocess.run(
        ["qpdf", "--check", str(volume.path)], capture_output=True, text=True, check=False
    )
    assert (judged.returncode, judged.stderr) == (0, "")
    assert volume.slips == {}


def test_named_links_and_bookmarks_lead_into_their_own_file(
    volume: BoundPart, papers: list[Path]
) -> None:
    links = oracle.links(volume.path)
    for path in papers:
        start = start_of(volume, path)
        assert [goal.page - start for page, goal in links if page == start] == [3, 1, 2, 4]
    titles = [mark.title for mark in oracle.bookmarks(volume.path)]
    assert titles.count("Bab 3") == FILES


def test_fields_of_one_name_and_layers_stay_apart(volume: BoundPart) -> None:
    with pikepdf.open(volume.path) as pdf:
        names = {field.fully_qualified_name for field in pdf.acroform.fields}
        assert names == {f"D{number + 1:04}.Name" for number in range(FILES)}
        layers = pdf.Root.OCProperties
        assert [str(one.Name) for one in layers.OCGs] == [
            f"lapis khusus{number}" for number in range(FILES)
        ]
        assert len(layers.D.OFF) == FILES


def test_attachments_are_kept_apart(volume: BoundPart) -> None:
    with pikepdf.open(volume.path) as pdf:
        held = {name: one.get_file().read_bytes() for name, one in sorted(pdf.attachments.items())}
    assert held == {
        f"D{number + 1:04} 0001 data.csv": f"khusus{number};1".encode() for number in range(FILES)
    }


def test_labels_are_the_printed_numbers(volume: BoundPart) -> None:
    with pikepdf.open(volume.path) as pdf:
        assert [str(page.label) for page in pdf.pages] == [
            str(number) for number in range(1, volume.pages + 1)
        ]


def test_every_tagged_page_finds_its_elements(volume: BoundPart, papers: list[Path]) -> None:
    with pikepdf.open(volume.path) as pdf:
        root = pdf.Root.StructTreeRoot
        numbers = dict(pikepdf.NumberTree(root.ParentTree).items())
        tagged = 0
        for path in papers:
            start = start_of(volume, path)
            for index in range(PAGES):
                page = pdf.pages[start + index]
                (element,) = numbers[int(page.obj.StructParents)]
                assert element.Pg.objgen == page.obj.objgen
                assert element.P.S == "/Document"
                assert str(element.ID) == f"isi-{index}"
                tagged += 1
            for annotation in pdf.pages[start].obj.Annots:
                element = numbers[int(annotation.StructParent)]
                assert element.K.Obj.objgen == annotation.objgen
        assert tagged == FILES * PAGES
        assert bool(pdf.Root.MarkInfo.Marked)
        assert int(root.ParentTreeNextKey) == max(numbers) + 1 == len(numbers)


def test_the_tree_hangs_together(volume: BoundPart) -> None:
    with pikepdf.open(volume.path) as pdf:
        root = pdf.Root.StructTreeRoot
        documents = list(root.K)
        assert [str(one.T) for one in documents] == [f"khusus{number}" for number in range(FILES)]
        for one in documents:
            assert (str(one.S), str(one.Lang)) == ("/Document", "id")
            assert one.P.objgen == root.objgen
            assert one.K.P.objgen == one.objgen
            assert len(one.K.K) >= PAGES + 7
        first, last = (documents[at].K.K[0] for at in (0, FILES - 1))
        # One name stood for two things: the later one has another name, and its own meaning.
        assert root.RoleMap[str(first.S)] == "/P"
        assert root.RoleMap[str(last.S)] == "/H1"
        assert root.ClassMap[str(last.C[0])].TextAlign == "/Start"
        assert pikepdf.NameTree(root.IDTree)["isi-0"].objgen == first.objgen


def test_a_link_to_a_neighbour_leads_to_it_within_the_volume(
    volume: BoundPart, papers: list[Path]
) -> None:
    here, there = start_of(volume, papers[0]), start_of(volume, papers[2])
    goals = [goal for page, goal in oracle.links(volume.path) if page == here + 1]
    assert [goal.page - there for goal in goals] == [0, 2, 3, 3, 1]
    assert (goals[1].left, goals[1].top) == (10, 500)
    assert goals[2].top == 697
    assert entry(papers[0]).document.key not in volume.notes


def test_a_link_to_a_file_that_is_not_here_is_told(volume: BoundPart, papers: list[Path]) -> None:
    told = volume.notes[entry(papers[1]).document.key]
    names = ["HILANG.PDF", "hilang.pdf"]
    assert told == tuple(Note(Loss.ELSEWHERE, 2, name) for name in names)
    assert set(volume.notes) == {entry(papers[1]).document.key}


def test_a_name_that_two_documents_have_is_nobodys(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    leads = sources.saved(tmp_path, "asal.pdf", special("asal", neighbour="sama.pdf"))
    twins = [
        sources.saved(folder, "sama.pdf", sources.linked(folder.name, tree=True))
        for folder in folders
    ]
    entries = {path: entry(path) for path in (leads, *twins)}
    made = bound(tmp_path / "part.pdf", entries)
    assert {note.loss for note in made.notes[entry(leads).document.key]} == {Loss.ELSEWHERE}


def test_what_cannot_be_carried_is_told(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        sources.cyclic(pdf)
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.beep(0)")
        pdf.Root.AA = pikepdf.Dictionary()
        pdf.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.Array([]), Fields=pikepdf.Array([]))
        pdf.pages[1].obj["/B"] = pikepdf.Array([])

    path = sources.saved(tmp_path, "banyak.pdf", build)
    made = bound(tmp_path / "part.pdf", [path])
    assert made.notes[entry(path).document.key] == (
        Note(Loss.BOOKMARKS_CUT),
        Note(Loss.OPENING, detail="JavaScript"),
        Note(Loss.SCRIPT),
        Note(Loss.THREADS, 2),
        Note(Loss.XFA),
    )
    for note in (*made.notes[entry(path).document.key], Note(Loss.ELSEWHERE, 2, "x.pdf")):
        words = both(note.message)
        assert words.id != words.en
        assert "{" not in words.id + words.en


def test_pages_without_tags_among_tagged_ones_are_said_to_be(
    papers: list[Path], tmp_path: Path
) -> None:
    plain = sources.saved(tmp_path, "polos.pdf", sources.inheriting)
    made = bound(tmp_path / "part.pdf", [papers[0], plain])
    with pikepdf.open(made.path) as pdf:
        assert bool(pdf.Root.MarkInfo.Suspects)
        start = start_of(made, plain)
        assert not [page for page in list(pdf.pages)[start:] if "/StructParents" in page.obj]
