from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier_studio.core.file import FileFacts
from dossier_studio.intake.inspect import Limits, facts_of

Pack = Callable[..., Path]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    def packed(*members: tuple[str, bytes], name: str = "sertifikat.zip") -> Path:
        path = tmp_path / name
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            warnings.simplefilter("ignore")  # zipfile warns of the twins that we want
            for member, data in members:
                archive.writestr(member, data)
        return path

    return packed


def codes(facts: FileFacts) -> set[str]:
    return {problem.code for problem in facts.problems}


def test_a_sound_archive_has_no_problem(pack: Pack) -> None:
    facts = facts_of(pack(("CPOB.pdf", b"%PDF-"), ("lampiran/SMF.pdf", b"%PDF-")))
    assert facts.problems == ()
    assert facts.encrypted is False


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ((), "PK-05"),
        ((("kosong/", b""),), "PK-05"),
        ((("a.pdf", b"x"), ("dalam.zip", b"PK\x05\x06" + bytes(18))), "PK-04"),
        ((("a.pdf", b"Rar!\x1a\x07\0 disguised"),), "PK-04"),
        ((("../luar.pdf", b"x"),), "PK-08"),
        ((("/etc/passwd", b"x"),), "PK-08"),
        ((("C:\\data\\a.pdf", b"x"),), "PK-08"),
        ((("dalam\\a.pdf", b"x"),), "PK-08"),
        ((("A.pdf", b"x"), ("a.PDF", b"y")), "PK-09"),
        ((("a.pdf", b"x"), ("a.pdf", b"y")), "PK-09"),
        ((("é.pdf", b"x"), ("e\u0301.pdf", b"y")), "PK-09"),
        (((".DS_Store", b"x"), ("a.pdf", b"y")), "PK-06"),
        ((("__MACOSX/a.pdf", b"x"), ("a.pdf", b"y")), "PK-06"),
    ],
)
def test_archives_are_looked_into(
    pack: Pack, members: tuple[tuple[str, bytes], ...], code: str
) -> None:
    assert codes(facts_of(pack(*members))) == {code}


def test_a_docx_may_lie_in_an_archive(pack: Pack, tmp_path: Path) -> None:
    inner = pack(("[Content_Types].xml", b"x"), ("word/document.xml", b"x"), name="surat.docx")
    assert facts_of(pack(("surat.docx", inner.read_bytes()))).problems == ()


def test_a_link_member_leads_out(tmp_path: Path) -> None:
    path = tmp_path / "tautan.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("a.pdf")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert codes(facts_of(path)) == {"PK-08"}


def test_an_encrypted_member_is_seen(pack: Pack) -> None:
    path = pack(("a.pdf", b"secret"))
    data = bytearray(path.read_bytes())
    data[6] |= 1  # local header, then the central directory's
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    facts = facts_of(path)
    assert codes(facts) == {"PK-03"}
    assert facts.encrypted is True


def test_a_wrong_checksum_names_the_member(pack: Pack) -> None:
    path = pack(("a.pdf", b"x"), ("b.pdf", b"y"))
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 16] ^= 0xFF
    path.write_bytes(data)
    (problem,) = facts_of(path).problems
    assert (problem.code, problem.detail) == ("PK-01", "b.pdf")


def test_a_cut_archive_will_not_open(pack: Pack) -> None:
    path = pack(("a.pdf", b"x" * 500))
    path.write_bytes(path.read_bytes()[:-40])
    (problem,) = facts_of(path).problems
    assert (problem.code, problem.detail) == ("PK-01", "unreadable")


def test_a_bomb_is_left_off_at_the_limit(pack: Pack) -> None:
    facts = facts_of(pack(("a.txt", bytes(8_000_000))), Limits(archive=1_000_000))
    assert [(problem.code, problem.detail) for problem in facts.problems] == [
        ("PK-01", "too-large")
    ]


def test_an_office_document_is_opened_but_its_names_are_its_own(pack: Pack) -> None:
    path = pack(
        ("[Content_Types].xml", b"x"),
        ("word/document.xml", b"x"),
        ("word/media/a.zip", b"PK\x03\x04"),
    )
    assert facts_of(path).problems == ()
    path.write_bytes(path.read_bytes().replace(b"word/document.xml", b"word/document.xmk", 1))
    assert "PK-01" in codes(facts_of(path))
