"""The glossary is made from the text: used and known is explained, used and unknown is listed for the editor."""

import pytest

from reporting.models import Acronym
from reporting.report.document import readable
from reporting.rules.glossary import glossary

KNOWN = {"MASH": "Multi-Agency Safeguarding Hub", "LADO": "local authority designated officer", "DfE": "Department for Education"}


def test_known_acronyms_that_are_used_are_explained_in_alphabetical_order() -> None:
    found = glossary("The MASH asked the DfE. (MASH again.)", KNOWN)
    assert found.entries == (("DfE", "Department for Education"), ("MASH", "Multi-Agency Safeguarding Hub"))
    assert found.unknown == ()


def test_a_plural_counts_as_its_singular() -> None:
    found = glossary("Both LADOs and three XYZs", KNOWN)
    assert [short for short, _ in found.entries] == ["LADO"]
    assert found.unknown == ("XYZ",)


def test_capitals_that_nobody_explains_are_listed() -> None:
    assert glossary("The QZX panel, McArthur, PDF, A, Northmere SCP", KNOWN, ignored=["SCP"]).unknown == ("QZX",)


@pytest.mark.django_db
def test_the_portal_knows_the_field_s_acronyms_from_the_start() -> None:
    meanings = dict(Acronym.objects.values_list("short", "meaning"))
    assert meanings["SCP"] == "safeguarding children partnership"
    assert meanings["CSPR"] == "child safeguarding practice review"
    assert meanings["CAMHS"] == "child and adolescent mental health services"


def test_the_cells_of_a_table_are_words_of_their_own() -> None:
    text = readable("<tr><th>GP</th><td>680</td><td>920</td></tr>")
    assert glossary(text, {"GP": "general practitioner"}).entries == (("GP", "general practitioner"),)
    assert glossary(text, {}).unknown == ("GP",)
