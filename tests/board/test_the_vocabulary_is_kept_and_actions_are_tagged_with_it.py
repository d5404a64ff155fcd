"""The shared vocabulary: themes are added, changed, retired and brought back, never deleted; actions are found by them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import Person
from board.models import ActionTheme, Theme
from board.selectors.actions import ActionFilter, list_actions
from board.selectors.themes import all_themes
from board.services.themes import add_theme, bring_back_theme, change_theme, retire_theme, tag_action
from foundation import clock
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_action, make_theme
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def test_a_theme_is_added_once_and_its_code_is_never_used_again(business: Person) -> None:
    theme = add_theme(by=business, code="f12", kind="factor", name="Domestic abuse")
    assert theme.code == "F12"
    with pytest.raises(Refused, match="of this name in the same group") as again:
        add_theme(by=business, code="F13", kind="factor", name="domestic ABUSE")
    assert again.value.field == "name"
    retire_theme(by=business, code="F12", version=1, reason="Split in two.")
    with pytest.raises(Refused, match="belongs to another theme") as code:
        add_theme(by=business, code="F12", kind="factor", name="Coercive control")
    assert code.value.field == "code"
    for wrong in ("F 12", "F-1", "É1", "²"):
        with pytest.raises(Refused, match="letters and numbers only"):
            add_theme(by=business, code=wrong, kind="factor", name="Another")
    add_theme(by=business, code="M1", kind="message", name="Domestic abuse")
    assert Theme.objects.count() == 2


def test_a_theme_is_changed_by_whoever_has_seen_its_last_version(business: Person) -> None:
    theme, other = make_theme("Neglect"), make_theme("Housing")
    change_theme(by=business, code=theme.code, version=1, name="Neglect of a child", note="Long-lasting")
    with pytest.raises(Conflict, match="Somebody else has changed this theme"):
        change_theme(by=business, code=theme.code, version=1, name="Neglect", note="")
    with pytest.raises(Conflict):
        retire_theme(by=business, code=theme.code, version=1, reason="Not used")
    with pytest.raises(Refused, match="of this name"):
        change_theme(by=business, code=theme.code, version=2, name=other.name, note="")
    with pytest.raises(NotVisible):
        change_theme(by=business, code="NOTHING", version=1, name="A", note="")


def test_what_is_retired_keeps_its_tags_and_gets_no_new_ones(business: Person) -> None:
    theme, tagged, other = make_theme(), make_action(due_on=clock.today()), make_action(due_on=clock.today())
    tag_action(by=business, reference=tagged.reference, version=1, themes=[theme.code])
    with pytest.raises(Refused, match="Enter why"):
        retire_theme(by=business, code=theme.code, version=1, reason=" ")
    retire_theme(by=business, code=theme.code, version=1, reason="Nobody used it.")
    with pytest.raises(Refused, match="retired already"):
        retire_theme(by=business, code=theme.code, version=2, reason="Again")
    with pytest.raises(Refused, match="Bring it back"):
        change_theme(by=business, code=theme.code, version=2, name="A", note="")
    with pytest.raises(Refused, match="themes that are in use") as refused:
        tag_action(by=business, reference=other.reference, version=1, themes=[theme.code])
    assert refused.value.field == "themes"
    fresh = make_theme()
    tag_action(by=business, reference=tagged.reference, version=2, themes=[theme.code, fresh.code])
    assert ActionTheme.objects.filter(action=tagged).count() == 2
    bring_back_theme(by=business, code=theme.code)
    with pytest.raises(Refused, match="in use already"):
        bring_back_theme(by=business, code=theme.code)
    verbs = [event.verb for event in history(Subject("theme", theme.code))]
    assert verbs == ["board.theme_retired", "board.theme_brought_back"]


def test_one_that_is_retired_is_not_brought_back_beside_another_of_its_name(business: Person) -> None:
    theme = make_theme("Housing")
    retire_theme(by=business, code=theme.code, version=1, reason="Split")
    make_theme("housing")
    with pytest.raises(Refused, match="of this name"):
        bring_back_theme(by=business, code=theme.code)
    with pytest.raises(IntegrityError), transaction.atomic():
        Theme.objects.filter(code=theme.code).update(retired_at=None, retired_by="")


def test_tags_are_set_at_once_and_the_same_again_changes_nothing(business: Person) -> None:
    one, two, action = make_theme(), make_theme(), make_action(due_on=clock.today())
    tag_action(by=business, reference=action.reference, version=1, themes=[one.code])
    tag_action(by=business, reference=action.reference, version=1, themes=[one.code])
    action.refresh_from_db()
    assert action.version == 2
    with pytest.raises(Conflict, match="Somebody else has updated this action"):
        tag_action(by=business, reference=action.reference, version=1, themes=[two.code])
    tag_action(by=business, reference=action.reference, version=2, themes=[two.code])
    data = [event.data for event in history(Subject("action", action.reference))]
    assert data == [{"added": one.code, "removed": ""}, {"added": two.code, "removed": one.code}]
    for person in (make_person("executive"), make_person("agency_lead")):
        with pytest.raises(NotAllowed):
            tag_action(by=person, reference=action.reference, version=3, themes=[])


def test_the_list_of_actions_is_narrowed_by_theme_and_each_counts_what_the_person_sees(business: Person) -> None:
    theme, police = make_theme(), make_agency("police")
    own = make_action(due_on=clock.today(), agency=police)
    done = make_action(due_on=clock.today(), state="done", done_at=clock.now(), done_by="x")
    make_action(due_on=clock.today())
    for action in (own, done):
        tag_action(by=business, reference=action.reference, version=1, themes=[theme.code])
    lead = make_person("agency_lead", police)
    for person, number in ((business, 2), (lead, 1)):
        page = list_actions(person, ActionFilter(theme=theme.code, state="all"))
        assert len(page.rows) == number
        [row] = all_themes(person)
        assert (row["actions"], row["open"]) == (number, 1)


def test_pages_of_themes(client: Client, business: Person) -> None:
    pages = sign_in(client, business)
    assert "No themes yet" in pages.get("/themes/").content.decode()
    answer = pages.post("/themes/new/", {"code": "f 1", "kind": "factor", "name": "Neglect"})
    assert answer.status_code == 422
    assert "Enter a code of letters and numbers only" in answer.content.decode()
    answer = pages.post("/themes/new/", {"code": "F1", "kind": "factor", "name": "Neglect"}, follow=True)
    assert "The theme has been added." in answer.content.decode()
    answer = pages.post("/themes/F1/", {"name": "Neglect", "note": "Long-lasting", "version": "1"}, follow=True)
    assert "Long-lasting" in answer.content.decode()
    assert pages.post("/themes/F1/", {"name": "Other", "note": "", "version": "1"}).status_code == 409
    action = make_action(due_on=clock.today() + timedelta(days=30))
    address = f"/actions/{action.reference}/"
    answer = pages.post(f"{address}themes/", {"themes": ["F1"], "version": "1"}, follow=True).content.decode()
    assert '<a class="govuk-link" href="/actions/?theme=F1">Neglect</a>' in answer
    assert "Themes changed" in answer
    answer = pages.get("/actions/?theme=F1")
    assert [row["reference"] for row in answer.context["rows"]] == [action.reference]
    answer = pages.post("/themes/F1/retire/", {"reason": "Not used", "version": "2"}, follow=True).content.decode()
    assert "Retired" in answer
    assert "Neglect (retired)" in pages.get("/actions/").content.decode()
    assert "The theme is in use again." in pages.post("/themes/F1/use/", follow=True).content.decode()
    assert "The theme is in use already" not in answer
    assert "in use already" in pages.post("/themes/F1/use/", follow=True).content.decode()
    reader = sign_in(Client(), make_person("agency_lead")).get("/themes/").content.decode()
    assert "Add a theme" not in reader
