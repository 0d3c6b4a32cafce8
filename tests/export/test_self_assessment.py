"""The self-assessment as XML: its schema, the copy of the weights, the values."""

from __future__ import annotations

import json
from fractions import Fraction

from lxml import etree

from dossier_studio.export.self_assessment import self_assessment_xml
from dossier_studio.host import paths
from dossier_studio.law import tkdn_rules
from dossier_studio.law.tkdn import calculate
from dossier_studio.law.tkdn_form import assessment
from tests.law.assessments import everything, tick, ticked, with_evidence

RULES = tkdn_rules.rules()


def tree(form: object) -> etree._Element:
    read = assessment(json.dumps(form).encode(), RULES, "x.json")
    data = self_assessment_xml(RULES, read, calculate(RULES, read))
    root = etree.fromstring(data)
    schema = etree.XMLSchema(
        etree.parse(str(paths.resources() / "schemas" / "self-assessment.xsd"))
    )
    schema.assertValid(root)
    return root


def test_weights_lines_and_values_are_all_there() -> None:
    form = everything("PLMS", without=["RD-2", "RD-4", "PK-1"])
    root = tree({**form, "product": {"product_name": "Garam farmasi"}})
    assert (root.get("tkdn"), root.get("rule-set")) == ("85.5", "verifier-16-2020")
    assert root.findtext("product/field") == "Garam farmasi"
    weights = [Fraction(one.get("weight", "")) for one in root.iterfind("component")]
    assert sum(weights) == 100
    points = [Fraction(one.get("points", "")) for one in root.iterfind(".//item")]
    assert len(points) == 11
    assert sum(points) == Fraction("85.5")
    values = {one.get("rule-set"): one.get("claimed") for one in root.iterfind("value")}
    assert values == {
        "seed-16-2020": "91.3",
        "seed-16-2020-np0": "85.5",
        "verifier-16-2020": "85.5",
    }


def test_claims_and_evidence_stand_by_their_line() -> None:
    evidence = [{"criterion": "labour", "document": "sk\x00.pdf"}]
    form = ticked(tick("RM-1", "PLM", "20"), tick("RM-1", "", "80"))
    root = tree(with_evidence(form, evidence))
    lines = root.findall(".//item[@id='RM-1']/line")
    assert [(one.get("share"), one.get("score")) for one in lines] == [
        ("20.0", "80.0"),
        ("80.0", "0.0"),
    ]
    assert [one.get("key") for one in lines[0].iterfind("criterion")] == ["equipment", "labour"]
    assert lines[0].findtext("evidence") == "sk\ufffd.pdf"


def test_a_value_that_cannot_be_calculated_is_left_out() -> None:
    form = ticked(tick("RM-1", "P"), tick("RM-1", "P"))
    root = tree({**form, "rule_set": "seed-16-2020"})
    (open_,) = root.findall("value[@rule-set='verifier-16-2020']")
    assert open_.get("claimed") is None
