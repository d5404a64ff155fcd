"""The local directory: from a feed and by hand, searched by need, age, area and cost, and counted when it is used."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.cuts import Span
from foundation.errors import NotVisible, Refused
from referrals.figures.local_help import LOCAL_HELP
from referrals.models import DirectoryChoice, DirectoryImport, DirectoryService
from referrals.selectors.directory import Wanted, found_services
from referrals.services import choose_service, import_directory
from tests import factories
from tests.referrals import before, build

pytestmark = pytest.mark.django_db
IMPORT = "/local-help/import/"


@pytest.fixture
def coordinator(client: Client) -> Person:
    person = factories.make_person("early_help_coordinator")
    factories.sign_in(client, person)
    return person


def bring_in(content: bytes, *, whole: bool = True) -> DirectoryImport:
    return import_directory(by=before.SYSTEM, file_name="feed.json", content=content, whole=whole)


def names(**wanted: object) -> list[str]:
    return [one.name for one in found_services(Wanted(**wanted)).services]  # type: ignore[arg-type]


def test_a_feed_goes_in_as_it_says() -> None:
    kept = bring_in(before.feed(before.feed_service()))
    row = DirectoryService.objects.get()
    assert (kept.added, kept.changed, kept.broken) == (1, 0, [])
    assert (row.name, row.organisation.name, row.status) == ("Parents’ drop-in", "Harbour Families", "active")
    assert (row.min_age, row.max_age, row.areas, row.free) == (0, 5, ["Harbour"], True)
    assert (row.telephone, row.schedule) == ("01632 960010", "Tuesdays 10am to noon")
    assert (row.needs, row.assured_on) == (["parenting"], date(2026, 9, 1))


def test_importing_again_brings_up_to_date_by_id_and_repeats_nothing() -> None:
    bring_in(before.feed(before.feed_service()))
    same = bring_in(before.feed(before.feed_service()))
    assert (same.added, same.changed) == (0, 0)
    other = bring_in(before.feed(before.feed_service(name="Drop-in", status="temporarily closed")))
    assert (other.added, other.changed) == (0, 1)
    assert DirectoryService.objects.get().name == "Drop-in"
    assert names() == []


def test_good_services_go_in_and_broken_ones_come_back_with_reasons() -> None:
    good = before.feed_service(id="s-9")
    broken = [
        "text",
        before.feed_service(id=None),
        before.feed_service(id="s-2", name=" "),
        before.feed_service(id="s-3", organization=None),
        before.feed_service(id="s-4", status="perhaps"),
        before.feed_service(id="s-5", minimum_age=9, maximum_age=3),
        before.feed_service(id="s-6", minimum_age="many"),
        before.feed_service(id="s-7", assured_date="yesterday"),
        before.feed_service(id="s-8", url="javascript:alert(1)"),
        before.feed_service(id="s-10", name="N" * 10_000),
        before.feed_service(id="s-11", description="\x00"),
        good,
    ]
    kept = bring_in(before.feed(good, *broken))
    assert kept.added == 1
    assert [one["place"] for one in kept.broken] == list(range(2, 14))
    reasons = " ".join(one["why"] for one in kept.broken)
    for part in ("has no “id”", "“perhaps” is none of", "lowest age is above", "not a web address", "stands in the file twice"):
        assert part in reasons


def test_what_the_whole_feed_names_no_more_is_closed_with_the_day_on_which_it_was_last_named(
    client: Client, coordinator: Person
) -> None:
    bring_in(before.feed(before.feed_service(), before.feed_service(id="s-2", name="Walk and talk")))
    with clock.frozen(clock.now() + timedelta(days=7)):
        kept = bring_in(before.feed(before.feed_service(name="Drop-in")))
        row = DirectoryService.objects.get(feed_id="s-2")
        assert (row.status, row.named_on, row.dropped_on) == ("inactive", date(2026, 11, 18), date(2026, 11, 25))
        assert kept.closed == [{"name": "Walk and talk", "named_on": "2026-11-18"}]
        assert names() == ["Drop-in"]
        factories.sign_in(client, coordinator)
        assert "Walk and talk: last named on 18 November 2026" in client.get(IMPORT).content.decode()
        page = client.get(f"/local-help/{row.pk}/").content.decode()
        assert "the feed named it last on 18 November 2026" in page
        reader = factories.sign_in(Client(), build.make_practitioner())
        assert "the feed named it last" not in reader.get(f"/local-help/{row.pk}/").content.decode()
        again = bring_in(before.feed(before.feed_service(name="Drop-in"), before.feed_service(id="s-2", name="Walk and talk")))
        row.refresh_from_db()
        assert (row.status, row.dropped_on, again.closed) == ("active", None, [])


def test_what_is_kept_by_hand_broken_in_the_feed_or_opened_again_here_is_not_closed() -> None:
    bring_in(
        before.feed(before.feed_service(), before.feed_service(id="s-2", name="Walk"), before.feed_service(id="s-3", name="Run"))
    )
    organisation = DirectoryService.objects.get(feed_id="s-2").organisation
    DirectoryService.objects.create(name="By hand", organisation=organisation, changed_at=clock.now(), changed_by="x")
    kept = bring_in(before.feed(before.feed_service(), before.feed_service(id="s-2", status="perhaps")))
    assert [one["name"] for one in kept.closed] == ["Run"]
    DirectoryService.objects.filter(feed_id="s-3").update(status="active")
    assert bring_in(before.feed(before.feed_service(), before.feed_service(id="s-2", name="Walk"))).closed == []
    assert DirectoryService.objects.filter(status="active").count() == 4


def test_a_part_of_a_feed_and_one_of_which_nothing_can_be_taken_close_nothing() -> None:
    bring_in(before.feed(before.feed_service(), before.feed_service(id="s-2", name="Walk")))
    assert bring_in(before.feed(before.feed_service()), whole=False).closed == []
    assert bring_in(before.feed({})).closed == []
    assert DirectoryService.objects.filter(status="active").count() == 2


@pytest.mark.parametrize("content", [b"", b"<html>", b"\xff\xfe", b"[" * 5000, b'"text"', b'{"people": []}', b"null"])
def test_what_is_no_feed_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(Refused, match=r"This file (is not JSON|holds no list)"):
        bring_in(content)
    assert not DirectoryImport.objects.exists()


def test_the_page_takes_a_feed_and_says_what_did_not_go_in(client: Client, coordinator: Person) -> None:
    page = client.post(IMPORT, {"feed": SimpleUploadedFile("feed.json", b"not json"), "whole": "yes"})
    assert page.status_code == 422
    assert "This file is not JSON" in page.content.decode()
    content = before.feed(before.feed_service(), before.feed_service(id="s-2", status=""))
    page = client.post(IMPORT, {"feed": SimpleUploadedFile("feed.json", content), "whole": "yes"}, follow=True)
    assert "Added: 1. Changed: 0. Closed: 0. Not taken: 1." in page.content.decode()
    assert "It has no “status”." in page.content.decode()


def test_the_command_takes_a_feed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "feed.json"
    path.write_bytes(before.feed(before.feed_service(), {}))
    call_command("import_directory", str(path))
    assert "Added: 1. Changed: 0. Closed: 0. Not taken: 1." in capsys.readouterr().out
    path.write_bytes(b"no")
    with pytest.raises(CommandError, match="not JSON"):
        call_command("import_directory", str(path))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_directory", str(tmp_path / "missing.json"))


def test_services_are_found_by_need_age_area_cost_and_level() -> None:
    before.make_service(name="A", needs=["parenting"], min_age=0, max_age=5, areas=["Harbour"])
    before.make_service(name="B", needs=["youth"], min_age=11, free=False, level=2)
    before.make_service(name="C", status="inactive")
    assert names() == ["A", "B"]
    assert names(need="parenting") == ["A"]
    assert names(age=12) == ["B"]
    assert names(area="Harbour") == ["A", "B"]
    assert names(area="Hill") == ["B"]
    assert names(free=True) == ["A"]
    assert names(level=1) == ["A"]
    assert names(words="b") == ["B"]


def test_the_list_is_paged(client: Client) -> None:
    for number in range(26):
        before.make_service(name=f"Service {number:02d}")
    factories.sign_in(client, build.make_practitioner())
    page = client.get("/local-help/").content.decode()
    assert "26 services" in page
    assert "Service 25" not in page
    after = found_services(Wanted()).next_key
    assert after
    assert "Service 25" in client.get("/local-help/", {"after": after}).content.decode()


def test_a_service_is_kept_by_hand(client: Client, coordinator: Person) -> None:
    given = {"name": "Homework club", "organisation": "Library", "status": "active", "level": "2", "free": "yes"}
    page = client.post("/local-help/add/", {**given, "min_age": "9", "max_age": "5", "website": "library"})
    assert page.status_code == 422
    assert "must begin with https://" in page.content.decode()
    assert "highest age" in client.post("/local-help/add/", {**given, "min_age": "9", "max_age": "5"}).content.decode().lower()
    client.post("/local-help/add/", {**given, "areas": "Harbour, Hill,, Harbour", "needs": ["school"]})
    row = DirectoryService.objects.get()
    assert (row.areas, row.needs, row.level, row.changed_by) == (["Harbour", "Hill"], ["school"], 2, coordinator.reference)
    client.post(reverse("referrals:directory_change", args=[row.pk]), {**given, "name": "Homework hour"})
    row.refresh_from_db()
    assert row.name == "Homework hour"


def test_using_it_instead_is_kept_without_a_child_and_counted_by_service_and_agency(client: Client) -> None:
    teacher = build.make_practitioner()
    factories.sign_in(client, teacher)
    service = before.make_service(name="Drop-in")
    page = client.get("/local-help/?level=2").content.decode()
    assert "Drop-in" in page
    assert "Go on with the referral" in page
    client.post(f"{reverse('referrals:directory_choose', args=[service.pk])}?level=2")
    choice = DirectoryChoice.objects.get()
    assert (choice.service, choice.level, choice.chosen_on) == (service, 2, clock.today())
    assert {field.name for field in DirectoryChoice._meta.concrete_fields} == {"id", "service", "agency", "level", "chosen_on"}
    visitor = factories.make_visitor(build.make_school())
    choose_service(by=visitor, pk=service.pk)
    with connection.cursor() as cursor:
        found = {value.code: value for value in LOCAL_HELP.read(Span.of(FinancialYear.of(clock.today())), {}, cursor)}
    figure = found["directory.chosen"]
    assert figure.value == 2
    assert figure.by["service"] == {"Drop-in": 2}
    assert sorted(figure.by["agency"].values()) == [1, 1]


def test_a_closed_or_unknown_service_is_not_used() -> None:
    teacher = build.make_practitioner()
    with pytest.raises(Refused, match="not open"):
        choose_service(by=teacher, pk=before.make_service(status="defunct").pk)
    with pytest.raises(NotVisible):
        choose_service(by=teacher, pk=999_999)
