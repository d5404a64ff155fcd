"""A teacher says that a child may be exploited and goes missing, and is asked what the MASH wants to know about that."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from children.services.places import import_places
from foundation.actors import SystemActor
from referrals.models import Contact, Draft
from tests.browser.test_a_practitioner_refers_two_children import DESKTOP, PHONE, Referring
from tests.factories import make_person
from tests.referrals import build
from tests.referrals.test_a_school_and_an_address_are_looked_up import SCHOOLS
from work.services.questionnaires import publish_version, save_question, start_version

pytestmark = pytest.mark.django_db(transaction=True)

EXPLOITED, MISSING = "If the child may be exploited", "If the child goes missing"


class Worrying(Referring):
    """What a practitioner does about a worry that asks more."""

    def given_a_draft_that_lacks_its_kinds_of_harm(self) -> None:
        self.given_a_teacher_and_a_mash()
        self.when_i_start()
        draft = Draft.objects.get()
        whole = build.answers()
        del whole["harm"]
        Draft.objects.filter(pk=draft.pk).update(answers=whole)
        self.given_i_am_on(f"/refer/{draft.reference}/")

    def when_i_say_that_the_child_is_exploited_and_missing(self) -> None:
        self.when_i_follow("Kinds of harm")
        self.when_i_choose("Criminal exploitation, such as carrying drugs for others")
        self.when_i_choose("Going missing")
        self.when_i_choose("In a place outside, such as a park, a shop or a bus")
        self.when_i_fill("Which place?", "The bus station")
        self.when_i_press("Save and continue")

    def when_i_answer_what_is_asked_besides(self) -> None:
        self.when_i_follow(EXPLOITED)
        self.then_i_see("Asked because you chose: Criminal exploitation")
        self.when_i_choose("Found far from home")
        self.when_i_fill("Who may be exploiting the child?", "A man in a white van")
        self.when_i_press("Save and continue")
        self.when_i_follow(MISSING)
        self.when_i_choose("No", "Is the child missing now?")
        self.when_i_press("Save and continue")


class TestWorrying(Worrying):
    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_its_questions_appear_and_reach_the_mash(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_draft_that_lacks_its_kinds_of_harm()
        self.then_i_do_not_see(EXPLOITED)
        self.when_i_follow("Kinds of harm")
        self.when_i_press("Save and continue")
        self.then_the_error_is("Select which kinds of harm you are worried about, or that you are not sure")
        self.then_the_page_is_sound()
        self.given_i_am_on(f"/refer/{Draft.objects.get().reference}/")
        self.when_i_say_that_the_child_is_exploited_and_missing()
        self.then_i_see("Asked because you chose: Going missing")
        self.then_the_page_is_sound()
        self.when_i_follow(EXPLOITED)
        self.when_i_press("Save and continue")
        self.then_the_error_is("Select an answer to “Which of these have you seen or heard of?”")
        self.then_the_page_is_sound()
        self.given_i_am_on(f"/refer/{Draft.objects.get().reference}/")
        self.when_i_answer_what_is_asked_besides()
        submission = self.when_i_send()
        assert [one["version"] for one in submission.answers if one.get("questionnaire")] == [1, 1]
        self.then_the_mash_reads_it(Contact.objects.filter(submission=submission)[0])

    def then_the_mash_reads_it(self, contact: Contact) -> None:
        team = contact.team_grants.get().group.team
        self._signed_in_with_second_factor(make_person("mash_officer", team.agency, team=team))
        self.given_i_am_on(f"/mash/contacts/{contact.reference}/")
        self.then_i_see("A man in a white van")
        self.then_i_see("The bus station")
        self.then_the_page_is_sound()

    def test_newer_questions_are_offered_to_a_begun_draft(self) -> None:
        self.given_a_draft_that_lacks_its_kinds_of_harm()
        self.when_i_say_that_the_child_is_exploited_and_missing()
        manager = make_person("mash_manager")
        draft = start_version(by=manager, code="missing")
        save_question(by=manager, version_id=draft.pk, text="Which bus did the child take?", kind="text", required=False)
        publish_version(by=manager, version_id=draft.pk)
        self.page.reload()
        self.then_i_see("Some of the further questions have changed since you began")
        self.then_the_page_is_sound()
        self.when_i_press("Ask me the newest questions")
        self.when_i_follow(MISSING)
        self.then_i_see("Which bus did the child take?")

    def test_a_school_is_found_and_chosen(self) -> None:
        self.given_a_draft_that_lacks_its_kinds_of_harm()
        import_places(by=SystemActor("tests"), kind="schools", content=SCHOOLS.encode())
        self.when_i_look_for_a_school()

    def when_i_look_for_a_school(self) -> None:
        self.when_i_follow("The children")
        self.when_i_follow("Change Ada Example")
        self.then_the_page_is_sound()
        self.page.get_by_role("textbox", name="School, college or nursery").fill("oakfield")
        self.when_i_press("Find the school")
        self.then_the_page_is_sound()
        self.when_i_choose("Oakfield Primary School, Alder Street NM1 1AP")
        self.when_i_press("Save and continue")
        self.when_i_follow("Change Ada Example")
        expect(self.page.get_by_role("textbox", name="School, college or nursery")).to_have_value(
            "Oakfield Primary School, Alder Street NM1 1AP"
        )


class TestWorryingWithoutScript(Worrying):
    @pytest.fixture(autouse=True)
    def _browser(self, page_without_script: Page, site: str, **_: Any) -> None:
        self.page, self.site = page_without_script, site

    def test_its_questions_appear(self) -> None:
        self.given_a_draft_that_lacks_its_kinds_of_harm()
        self.when_i_say_that_the_child_is_exploited_and_missing()
        self.when_i_answer_what_is_asked_besides()
        self.when_i_send()
