"""From the press of the button to the edition, as the outbox delivers it; one figure is one text wherever it is read."""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import InternalError, transaction
from django.test import Client
from django.urls import reverse

from foundation.outbox import deliver_now
from reporting.models import Compilation, Edition, Narrative
from reporting.rules.frozen import fingerprint, from_json
from reporting.services.demo import load_demo_inputs
from reporting.services.imports import import_file
from tests.factories import make_person, sign_in
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = [pytest.mark.pdf, pytest.mark.django_db]


@pytest.fixture
def demo_year(db: None) -> Iterator[None]:
    """What the demonstration returns and writes is there, and its apps publish."""
    with publishing(*EVERYTHING):
        load_demo_inputs(by=SYSTEM)
        yield


@pytest.fixture(autouse=True)
def store_of_its_own(settings: Any, tmp_path: Path) -> None:
    """Files are counted here, so nobody else's may come in between."""
    settings.DOCUMENT_ROOT = str(tmp_path / "documents")


@pytest.fixture
def client(client: Client) -> Client:
    return sign_in(client, make_person("scrutineer"))


def press(client: Client, year: str = "2025-26", key: str = "p1") -> Compilation:
    answer = client.post(reverse("reporting:compile", args=[year]), {"press": key})
    assert answer.status_code == 302
    return Compilation.objects.get(reference=answer["Location"].rstrip("/").rsplit("/", 1)[-1])


def files() -> set[str]:
    return {path.name for path in Path(settings.DOCUMENT_ROOT).rglob("*") if path.is_file()}


def test_one_press_leads_to_one_edition_that_says_the_same_everywhere(client: Client, demo_year: None) -> None:
    before = files()
    press(client)
    press(client)
    press(client, key="p2")
    assert deliver_now() == 1
    assert deliver_now() == 0
    edition = Edition.objects.get()
    assert files() - before == {edition.pdf_key}

    page = client.get(reverse("reporting:edition", args=[edition.reference]), {"chapter": "all"}).content.decode()
    download = json.loads(client.get(reverse("reporting:edition_json", args=[edition.reference])).content)
    pdf = client.get(reverse("reporting:edition_pdf", args=[edition.reference])).content
    printed = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    printed = re.sub(r"\s+", " ", printed)

    figures = from_json(edition.figures)
    assert len(figures) > 25
    for figure in download["figures"]:
        assert figure["text"] == figures[figure["code"]].text
        assert f"{figure['code']}, from" in page
        assert f"{figure['text']}</td>" in page, figure["code"]
        assert figure["text"] in printed, figure["code"]
        if figure["change"]:
            assert figure["change"]["sentence"] in page
    assert hashlib.sha256(pdf).hexdigest() == edition.pdf_sha256 == download["pdf_sha256"]
    assert fingerprint(download["figures"]) == edition.figures_sha256 == download["sha256"]

    shell = StringIO()
    call_command("figures", "2025-26", format="json", stdout=shell)
    assert json.loads(shell.getvalue())["figures"] == download["figures"]


def test_later_data_makes_a_new_edition_and_leaves_the_old_one_alone(client: Client, demo_year: None, tmp_path: Path) -> None:
    out = StringIO()
    call_command("compile_report", "2025-26", out=tmp_path / "a.pdf", stdout=out)
    assert out.getvalue().startswith("2025-26, edition 1: ")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    content = b"code,period,value,source,note\nmissing.episodes,2025-26,1745,Police,Five came late"
    import_file(by=SYSTEM, kind="indicators", content=content)
    call_command("compile_report", "2025-26", out=tmp_path / "b.pdf", stdout=out)
    first, second = Edition.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert (from_json(first.figures)["missing.episodes"].text, from_json(second.figures)["missing.episodes"].text) == (
        "1,740",
        "1,745",
    )
    assert first.figures_sha256 == fingerprint(first.figures)

    page = client.get(reverse("reporting:compare", args=[second.reference, first.reference])).content.decode()
    assert page.count('<tr class="govuk-table__row">') == 2  # the headings and the one figure
    assert "The source changed: Police, missing persons system, return for 2025-26 to Police." in page
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Edition.objects.update(number=9)
    with pytest.raises(InternalError, match="Cannot update or delete"), transaction.atomic():
        first.delete()


def test_a_token_that_names_no_figure_stops_the_compilation_with_its_place(client: Client, demo_year: None) -> None:
    Narrative.objects.filter(section="foreword").update(text="Good.\n\n{{ figure: contacts.lost }}")
    compilation = press(client)
    deliver_now()
    compilation.refresh_from_db()
    assert compilation.sentence == ("Foreword, line 3: {{ figure: contacts.lost }} names no figure: there is no “contacts.lost”.")
    assert not Edition.objects.exists()
    page = client.get(reverse("reporting:compilation", args=[compilation.reference])).content.decode()
    assert "Foreword, line 3" in page


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ("2010-11", "There are no figures for 2010-11: nothing was recorded in the portal or returned to it for that year."),
        ("nonsense", "Enter a financial year like 2025-26."),
        ("2030-31", "has not begun|There are no figures for 2030-31"),
    ],
)
def test_the_shell_answers_a_wrong_year_with_a_sentence(year: str, sentence: str, demo_year: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("figures", year)
    with pytest.raises(CommandError, match=sentence):
        call_command("compile_report", year, out=tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_figures_are_printed_as_text(demo_year: None) -> None:
    out = StringIO()
    call_command("figures", "2025-26", stdout=out)
    assert re.search(
        r"^cases\.open\.rate\s+416\.6  Open cases, rate per 10,000 \(2024-25: 362\.1\)$", out.getvalue(), re.MULTILINE
    )


def test_a_second_compilation_from_the_shell_waits_its_turn(client: Client, demo_year: None, tmp_path: Path) -> None:
    press(client)
    with pytest.raises(CommandError, match="is being compiled already"):
        call_command("compile_report", "2025-26", out=tmp_path / "x.pdf")
