"""A batch of the police: good rows go in, broken ones come back with their reasons, and nothing goes in twice."""

import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import AccessLogEntry, Agency
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import Refused
from referrals import services
from referrals.models import Contact, NoticeBatch, NoticeRow, Submission
from referrals.rules.notices import COLUMNS, tidy
from tests.factories import make_agency, make_person, sign_in
from tests.referrals import build, systems

pytestmark = pytest.mark.django_db


def row(number: int = 1, **changes: str) -> dict[str, str]:
    return {
        "police_reference": f"MG/{number}",
        "incident_on": "17/11/2026",
        "incident_time": "21:40",
        "what_happened": "Officers attended an argument; the child was in the next room.",
        "given_name": f"Robin{number}",
        "family_name": "Example",
        "birth_date": "2018-04-02",
        "sex": "M",
        "postcode": "cr0 1ea",
        "officer": "PC Example",
        **changes,
    }


BROKEN = [
    row(90, birth_date="31/02/2018"),
    row(91, family_name="N" * 10_000),
    row(92, postcode="Sample Street", what_happened=""),
]
MIXED = [row(1), BROKEN[0], row(2), BROKEN[1], BROKEN[2], row(3)]


def as_csv(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(COLUMNS))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def upload(client: Client, content: bytes, name: str = "notifications.csv") -> Any:
    return client.post("/notices/", {"file": SimpleUploadedFile(name, content)}, follow=True)


@pytest.fixture
def police() -> Agency:
    build.make_mash()
    agency = make_agency("police")
    agency.referral_source = "6"
    agency.save()
    return agency


@pytest.fixture
def officer(police: Agency) -> Client:
    return sign_in(Client(), make_person("practitioner", police))


def test_three_broken_rows_among_good_ones_come_back_with_number_and_reason(officer: Client, police: Agency) -> None:
    page = upload(officer, as_csv(MIXED)).content.decode()
    sent = Submission.objects.order_by("id")
    assert [(one.channel, one.agency, one.referral_source, one.purpose) for one in sent] == [
        ("batch", police, "6", "notification")
    ] * 3
    assert Contact.objects.count() == 3
    assert sent[0].consent_reason == "duty_to_notify"
    assert sent[0].children.get().postcode == "CR0 1EA"
    assert sent[0].incident_at is not None
    assert "3 received, 0 received before, 3 came back" in page
    assert [
        (one.number, [told["column"] for told in one.problems])
        for one in NoticeRow.objects.filter(state="refused").order_by("number")
    ] == [
        (3, ["birth_date"]),
        (5, ["family_name"]),
        (6, ["what_happened"]),
    ]
    for sentence in ("Date of birth must be a real date", "Last name must be 100 characters or fewer", "Enter what happened"):
        assert sentence in page


def test_the_rows_that_came_back_are_downloaded_mended_and_sent_and_nothing_is_received_twice(officer: Client) -> None:
    upload(officer, as_csv(MIXED))
    batch = NoticeBatch.objects.get()
    download = officer.get(f"/notices/{batch.reference}/mend/")
    rows = list(csv.DictReader(io.StringIO(download.content.decode("utf-8-sig"))))
    assert [one["police_reference"] for one in rows] == ["MG/90", "MG/91", "MG/92"]
    assert rows[1]["family_name"] == "N" * 10_000
    rows[0]["birth_date"] = "2018-02-28"
    page = upload(officer, as_csv([*rows[:1], MIXED[0]])).content.decode()
    assert "1 received, 1 received before, 0 came back" in page
    assert Submission.objects.count() == 4
    assert {look.action for look in AccessLogEntry.objects.filter(record_kind="batch")} == {"view", "export"}


def test_the_same_file_again_is_noticed(officer: Client) -> None:
    upload(officer, as_csv([row()]))
    page = upload(officer, as_csv([row()])).content.decode()
    assert "This very file was sent before" in page
    assert (NoticeBatch.objects.count(), Submission.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "The file must have a column police_reference"),
        (as_csv([row()]).replace(b"school", b"hobby"), "The file has a column that the portal does not know"),
        (as_csv([]), "Send between 1 and 500 rows at a time"),
        (as_csv([row(number) for number in range(501)]), "Send between 1 and 500 rows at a time"),
        (b"PK\x03\x04 not a workbook", "The selected file must be an Excel workbook"),
    ],
)
def test_a_file_that_is_no_batch_is_refused_whole(officer: Client, content: bytes, sentence: str) -> None:
    response = upload(officer, content)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not NoticeBatch.objects.exists()


def test_the_way_to_it_is_shown_to_the_police_alone(officer: Client) -> None:
    teacher = sign_in(Client(), build.make_practitioner())
    assert [b"/notices/" in who.get("/refer/").content for who in (officer, teacher)] == [True, False]


def test_an_immediate_danger_is_urgent(officer: Client) -> None:
    upload(officer, as_csv([row(immediate_danger="Yes")]))
    assert Contact.objects.get().urgent


def test_who_is_not_of_the_police_sends_no_batch() -> None:
    build.make_mash()
    school = build.make_school()
    teacher = sign_in(Client(), make_person("practitioner", school))
    assert "Only the police send" in teacher.get("/notices/").content.decode()
    assert upload(teacher, as_csv([row()])).status_code == 403
    with pytest.raises(Refused):
        services.receive_notices(by=make_person("practitioner", school), agency=school, rows=[tidy(row())])
    token = systems.connect(school, "notify")[1]
    assert systems.ask(token, "POST", "/api/v1/notifications", {"notifications": [row()]}).status_code == 422
    assert not Submission.objects.exists()


def test_another_agencys_batch_does_not_exist(officer: Client, police: Agency) -> None:
    upload(officer, as_csv([row()]))
    other = sign_in(Client(), make_person("practitioner", make_agency("police")))
    for tail in ("", "mend/"):
        assert other.get(f"/notices/{NoticeBatch.objects.get().reference}/{tail}").status_code == 404


def test_a_batch_is_open_to_who_sent_it_and_to_the_lead_alone(officer: Client, police: Agency) -> None:
    upload(officer, as_csv(MIXED))
    reference = NoticeBatch.objects.get().reference
    colleague, lead = make_person("practitioner", police), make_person("agency_lead", police)
    for person, status in ((colleague, 404), (lead, 200)):
        client = sign_in(Client(), person)
        for tail in ("", "mend/"):
            assert client.get(f"/notices/{reference}/{tail}").status_code == status
        assert (reference in client.get("/notices/").content.decode()) == (status == 200)


def test_the_file_of_a_colleague_is_not_received_again_and_their_batch_stays_closed(officer: Client, police: Agency) -> None:
    upload(officer, as_csv([row()]))
    answer = upload(sign_in(Client(), make_person("practitioner", police)), as_csv([row()]))
    assert answer.status_code == 422
    assert "Somebody else of your agency sent this very file before" in answer.content.decode()
    assert (NoticeBatch.objects.count(), Submission.objects.count()) == (1, 1)


def test_a_system_of_the_police_sends_the_same_and_is_told_row_by_row(police: Agency) -> None:
    client, token = systems.connect(police, "notify")
    response = systems.ask(token, "POST", "/api/v1/notifications", {"notifications": MIXED})
    told = json.loads(response.content)
    assert response.status_code == 200, told
    assert (told["received"], told["repeated"], told["refused"]) == (3, 0, 3)
    assert [one["row"] for one in told["rows"] if one["state"] == "refused"] == [2, 4, 5]
    assert told["rows"][1]["problems"] == [
        {"column": "birth_date", "sentence": "Date of birth must be a real date, like 2017-03-27"},
    ]
    assert b"Robin" not in response.content
    assert Submission.objects.first().received_by == client.reference
    again = systems.ask(token, "POST", "/api/v1/notifications", {"notifications": MIXED})
    assert again.content == response.content
    assert Submission.objects.count() == 3


@pytest.mark.parametrize("body", [{}, {"notifications": []}, {"notifications": ["x"]}, {"notifications": [{"hobby": "x"}]}, []])
def test_a_body_that_is_no_batch_is_refused(police: Agency, body: object) -> None:
    token = systems.connect(police, "notify")[1]
    assert systems.ask(token, "POST", "/api/v1/notifications", json.dumps(body)).status_code == 422


def test_what_rows_that_came_back_said_is_forgotten_after_some_days(officer: Client) -> None:
    upload(officer, as_csv(MIXED))
    with clock.frozen(clock.now() + timedelta(days=8)):
        services.purge_lapsed_drafts(by=SystemActor("test"))
    assert not NoticeRow.objects.exclude(answers={}).exists()
    assert NoticeRow.objects.filter(state="refused").count() == 3
