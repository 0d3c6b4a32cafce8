from __future__ import annotations

from urllib.parse import unquote

import pytest
from lxml import etree, html

from dossier_studio.export.package import Package


@pytest.fixture(scope="module")
def page(made: Package) -> etree._Element:
    return html.fromstring((made.path / "data/index.html").read_bytes())


def test_every_link_leads_to_a_file_of_the_package(made: Package, page: etree._Element) -> None:
    links = {str(link) for link in page.xpath("//a/@href")}
    assert len(links) > 10
    for link in links:
        target = made.path / "data" / unquote(link.partition("#")[0])
        assert target.resolve().is_relative_to(made.path.resolve())
        assert target.is_file(), link


def test_it_needs_nothing_from_elsewhere(page: etree._Element) -> None:
    assert page.xpath("//script | //link | //img | //iframe | //*[@src]") == []
    text = etree.tostring(page, encoding="unicode")
    assert "http" not in text
    assert "@import" not in text
    assert "url(" not in text


def test_it_says_everything_in_both_languages(page: etree._Element) -> None:
    said = {one: page.xpath(f"count(//main//*[@lang='{one}'])") for one in ("id", "en")}
    assert said["id"] == said["en"]
    words = " ".join(str(one) for one in page.itertext())
    assert "export." not in words
    assert "Slot unggah" in words
    assert "Upload slots" in words


def test_every_document_has_its_checksums(made: Package, page: etree._Element) -> None:
    index = etree.parse(made.path / "data/index.xml")
    text = " ".join(str(one) for one in page.itertext())
    for document in index.iterfind("documents/document"):
        assert f"SHA-256 {document.get('sha256')}" in text
        assert f"MD5 {document.get('md5')}" in text
