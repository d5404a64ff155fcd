"""Which further questions a referral asks is written by the MASH in the portal, version by version, and by no release."""

from typing import Any

import pytest
from django.db import InternalError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person
from foundation.errors import NotVisible, Refused
from referrals import services
from referrals.forms.refer.reading import read_draft
from referrals.forms.refer.sending import content_of
from referrals.models import Draft, Submission
from referrals.models.harms import WORRIES
from referrals.presenters.contacts import further_cards, harm_rows
from referrals.question_table import write_missing_question_sets
from referrals.rules.first_questions import FIRST_SETS
from referrals.rules.question_sets import OF_AGENCIES, OF_WORRIES
from referrals.selectors.question_sets import pins_in_use
from tests.factories import make_agency, make_person, sign_in
from tests.referrals import build
from work.models import Questionnaire, QuestionnaireVersion
from work.services.questionnaires import publish_version, save_question, set_when_asked, start_version

pytestmark = pytest.mark.django_db

EXPLOITED = {"harms": ["24A"]}
SIGNS = {"signs": ["Found far from home"], "who": ["A man in a white van"]}


@pytest.fixture
def manager() -> Person:
    return make_person("mash_manager")


@pytest.fixture
def teacher() -> Person:
    build.make_mash()
    return build.make_practitioner()


def begin(by: Person, **pages: dict[str, list[str]]) -> Draft:
    """A whole draft that was begun today, with pages changed."""
    draft = services.start_draft(by=by, answers={"danger": build.DANGER})
    draft.answers = build.answers(**pages)
    draft.save()
    return draft


def asked(draft: Draft) -> list[str]:
    return [section.title for section in read_draft(draft).sections if section.further]


def page(draft: Draft, code: str) -> str:
    return reverse("referrals:section", args=[draft.reference, f"questions-{code}"])


def body(answer: Any) -> str:
    return str(answer.content.decode())


def test_only_the_questions_of_the_worry_and_of_the_agency_are_asked(teacher: Person) -> None:
    assert asked(begin(teacher)) == ["What the school knows"]
    assert asked(begin(teacher, harm=EXPLOITED)) == ["If the child may be exploited", "What the school knows"]
    several = begin(teacher, harm={"harms": ["22A", "10A"]})
    assert asked(several)[:2] == ["If female genital mutilation is a worry", "If the child goes missing"]
    officer = build.make_practitioner(make_agency("police"))
    assert asked(begin(officer, harm={"harms": ["RAD"]})) == ["If the child may be drawn into terrorism", "What the police know"]


def test_a_set_that_must_be_answered_is_missing_until_it_is(client: Client, teacher: Person) -> None:
    draft = begin(teacher, harm=EXPLOITED)
    sign_in(client, teacher)
    tasks = body(client.get(reverse("referrals:draft", args=[draft.reference])))
    assert "If the child may be exploited" in tasks
    assert "Asked because you chose: Criminal exploitation" in tasks
    refused = client.post(reverse("referrals:check", args=[draft.reference]), {"declared": "on", "_version": draft.version})
    assert "Complete “If the child may be exploited”" in body(refused)
    wrong = client.post(page(draft, "exploitation"), {"_page": "a", "_seen": "0", "who": "Him"})
    assert wrong.status_code == 422
    assert "Select an answer to “Which of these have you seen or heard of?”" in body(wrong)
    assert client.post(page(draft, "exploitation"), {"_page": "a", "_seen": "0", **SIGNS}).status_code == 302
    draft.refresh_from_db()
    assert not read_draft(draft).incomplete


def test_what_was_answered_is_kept_with_its_words_and_version(client: Client, teacher: Person) -> None:
    draft = begin(teacher, harm={"harms": ["24A"], "contexts": ["place"], "place": ["The bus station"]})
    draft.answers["questions-exploitation"] = {"typed": SIGNS, "version": 1, "page": ""}
    draft.save()
    sent = services.send_submission(
        by=teacher, draft_reference=draft.reference, version=draft.version, content=content_of(read_draft(draft))
    )
    sent = Submission.objects.get(pk=sent.pk)
    assert (sent.harm_types, sent.contexts, sent.place) == (["24A"], ["place"], "The bus station")
    section = next(one for one in sent.answers if one.get("questionnaire"))
    assert (section["section"], section["questionnaire"], section["version"]) == ("questions-exploitation", "exploitation", 1)
    assert {"question": "Which of these have you seen or heard of?", "answer": "Found far from home"} in section["answers"]
    assert further_cards(sent)[0]["title"] == "If the child may be exploited (questions of version 1)"
    assert {
        "key": "Where it happens",
        "value": "In a place outside, such as a park, a shop or a bus: The bus station",
    } in harm_rows(sent)
    sign_in(client, teacher)
    for name in ("submission", "submission_copy"):
        assert "A man in a white van" in body(client.get(reverse(f"referrals:{name}", args=[sent.reference])))


def new_version(manager: Person, text: str = "Which phone numbers were used?") -> QuestionnaireVersion:
    draft = start_version(by=manager, code="exploitation")
    save_question(by=manager, version_id=draft.pk, text=text, kind="text", required=False)
    return publish_version(by=manager, version_id=draft.pk)


def test_a_new_version_asks_in_new_drafts_and_a_begun_draft_keeps_its_own(
    client: Client, teacher: Person, manager: Person
) -> None:
    begun = begin(teacher, harm=EXPLOITED)
    begun.answers["questions-exploitation"] = {"typed": SIGNS, "version": 1, "page": ""}
    begun.save()
    new_version(manager)
    sign_in(client, teacher)
    assert "Which phone numbers were used?" not in body(client.get(page(begun, "exploitation")))
    assert "Which phone numbers were used?" in body(client.get(page(begin(teacher, harm=EXPLOITED), "exploitation")))
    tasks = reverse("referrals:draft", args=[begun.reference])
    assert "Some of the further questions have changed since you began" in body(client.get(tasks))
    client.post(reverse("referrals:newer_questions", args=[begun.reference]))
    assert "have changed since you began" not in body(client.get(tasks))
    now = body(client.get(page(begun, "exploitation")))
    assert "Which phone numbers were used?" in now
    assert "A man in a white van" in now


def test_a_new_set_is_asked_without_a_deployment(client: Client, teacher: Person, manager: Person) -> None:
    sign_in(client, manager)
    made = client.post("/questionnaires/new/", {"title": "If the child hurts themselves", "kind": OF_WORRIES})
    assert made.url == "/questionnaires/if-the-child-hurts-themselves/when/"
    assert client.post(made.url, {"occasions": ["99Z"]}).status_code == 422
    version = client.post(made.url, {"occasions": ["15A"]}).url
    assert "Asked in a referral after a worry: Self-harm" in body(client.get(version))
    question = {"text": "How, and since when?", "kind": "long_text", "required": "no"}
    assert client.post(f"{version}questions/new/", question).status_code == 302
    file = {"text": "A photograph", "kind": "evidence_file", "required": "no"}
    assert "files are attached elsewhere" in body(client.post(f"{version}questions/new/", file))
    assert asked(begin(teacher, harm={"harms": ["unsure"], "needs": ["15A"]})) == ["What the school knows"]
    client.post(f"{version}publish/")
    assert asked(begin(teacher, harm={"harms": ["unsure"], "needs": ["15A"]}))[0] == "If the child hurts themselves"


def test_the_occasions_of_a_set_change_with_its_version_and_a_begun_draft_keeps_its_own(teacher: Person, manager: Person) -> None:
    begun = begin(teacher)
    with pytest.raises(Refused, match="Begin a new version first"):
        set_when_asked(by=manager, code="from-schools", occasions=["housing"])
    draft = start_version(by=manager, code="from-schools")
    assert draft.occasions == ["school", "early_years"], "a new version is asked when the one before was"
    set_when_asked(by=manager, code="from-schools", occasions=["housing"])
    assert asked(begin(teacher)) == ["What the school knows"], "nothing holds before it is published"
    publish_version(by=manager, version_id=draft.pk)
    assert asked(begin(teacher)) == []
    begun.refresh_from_db()
    assert asked(begun) == ["What the school knows"]


def test_what_is_published_stays_asked_when_it_was() -> None:
    version = QuestionnaireVersion.objects.get(questionnaire__code="from-schools")
    version.occasions = ["housing"]
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        version.save(update_fields=["occasions"])


def test_the_questions_of_the_front_door_belong_to_its_manager_and_others_to_the_business_team(
    client: Client, manager: Person
) -> None:
    board = make_person("business_team")
    with pytest.raises(NotVisible):
        start_version(by=board, code="exploitation")
    with pytest.raises(NotVisible):
        set_when_asked(by=board, code="exploitation", occasions=[])
    sign_in(client, board)
    assert client.get("/questionnaires/exploitation/1/").status_code == 404
    assert "If the child may be exploited" not in body(client.get("/questionnaires/"))
    other = Client()
    sign_in(other, manager)
    assert "If the child may be exploited" in body(other.get("/questionnaires/"))
    assert other.get("/questionnaires/exploitation/1/preview/").status_code == 200
    assert other.get("/questionnaires/exploitation/asked/").status_code == 403


def test_further_answers_are_amended_under_the_version_in_which_they_were_asked(
    client: Client, teacher: Person, manager: Person
) -> None:
    draft = begin(teacher, harm=EXPLOITED)
    draft.answers["questions-exploitation"] = {"typed": SIGNS, "version": 1, "page": ""}
    draft.save()
    sent = services.send_submission(
        by=teacher, draft_reference=draft.reference, version=draft.version, content=content_of(read_draft(draft))
    )
    new_version(manager)
    sign_in(client, teacher)
    assert "If the child may be exploited" in body(client.get(reverse("referrals:amend", args=[sent.reference])))
    address = reverse("referrals:amend_page", args=[sent.reference, "questions-exploitation"])
    shown = body(client.get(address))
    assert "A man in a white van" in shown
    assert "Which phone numbers were used?" not in shown
    changed = {"seen": "1", "reason_for_change": "She told me more", **SIGNS, "who": "A man called Sam"}
    assert client.post(address, changed).status_code == 302
    amended = sent.amendments.get()
    section = next(one for one in amended.answers if one["section"] == "questions-exploitation")
    assert (section["version"], section["typed"]["who"]) == (1, ["A man called Sam"])
    assert "reason_for_change" not in section["typed"]
    assert amended.changes["questions"] == [
        {"question": "Who may be exploiting the child?", "was": "A man in a white van", "now": "A man called Sam"}
    ]
    assert "A man called Sam" in body(client.get(address))
    harm = reverse("referrals:amend_page", args=[sent.reference, "harm"])
    assert client.post(harm, {"seen": "2", "reason_for_change": "Online too", "harms": ["24A", "ONL"]}).status_code == 302
    assert sent.amendments.get(number=3).values["harm_types"] == ["24A", "ONL"]
    unheard = reverse("referrals:amend_page", args=[sent.reference, "questions-missing"])
    assert client.get(unheard).status_code == 404


def test_an_installation_begins_with_sound_sets_for_every_worry_of_the_front_door() -> None:
    assert {one.code for one in FIRST_SETS} <= set(pins_in_use())
    kinds = {OF_WORRIES: set(WORRIES), OF_AGENCIES: set(Agency.Kind.values)}
    for one in FIRST_SETS:
        assert 3 <= len(one.questions) <= 6
        assert set(one.occasions) <= kinds[one.kind]
    covered = {code for one in FIRST_SETS for code in one.occasions}
    assert {"24A", "11A", "10A", "22A", "RAD", "PF", "ONL", "school", "police", "health"} <= covered


def test_a_set_that_the_mash_changed_is_left_alone_by_the_next_start(manager: Person) -> None:
    from django.apps import apps

    new_version(manager)
    before = QuestionnaireVersion.objects.count()
    write_missing_question_sets(apps.get_app_config("referrals"), "default")
    assert QuestionnaireVersion.objects.count() == before
    Questionnaire.objects.filter(code="honour").update(code="renamed")
    write_missing_question_sets(apps.get_app_config("referrals"), "default")
    assert pins_in_use()["honour"] == 1
