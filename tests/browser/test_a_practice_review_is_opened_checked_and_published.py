"""A practice review from its opening to the page that everybody reads, with what the check found mended on the way."""

import datetime as dt

import pytest

from foundation import clock
from foundation.calendar import add_months
from reviews.models import PracticeReview, PracticeState, PublishedReview, Question
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reviews import build
from tests.reviews import build_practice as made

pytestmark = pytest.mark.django_db(transaction=True)


class TestAPracticeReview(JourneyTest):
    def test_it_is_opened_and_described(self) -> None:
        owner = build.board_manager()
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/reviews/")
        self.when_i_follow("Open a review")
        self.when_i_press("Open the review")
        self.then_the_error_is("Select what kind of review it is")
        self.then_the_page_is_sound()
        self.when_i_choose("Local child safeguarding practice review")
        self.when_i_fill("What do you call the case?", "Review Robin")
        self.when_i_choose("Significant incident learning process")
        self.when_i_enter_the_date(clock.today(), "When was it decided to do the review?")
        self.when_i_choose("It matters locally")
        self.when_i_fill("Why is the review done?", "It has happened before.")
        self.when_i_press("Open the review")
        self.then_i_see("The case is open")
        self.then_the_page_is_sound()
        self.when_i_follow("Write down parallel proceedings")
        self.when_i_select("Inquest", "What are they?")
        self.when_i_fill("Who leads them?", "The coroner")
        self.when_i_fill("How far are they?", "Opened")
        self.when_i_enter_the_date(clock.today(), "Since when?")
        self.when_i_choose("It waits for them")
        self.then_the_page_is_sound()
        self.when_i_press("Save")
        self.then_i_see("The publication waits")
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()

    def test_a_draft_is_given_out_and_answered(self) -> None:
        owner, reader = build.board_manager(), make_person("practitioner", make_agency("health"), name="Pat Panel")
        found = made.at(owner, PracticeState.DRAFT)
        build.named(owner, found, reader)  # type: ignore[arg-type]
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/reviews/{found.case.reference}/drafts/")
        self.when_i_follow("Add a draft")
        self.when_i_attach("Which file?", "report.pdf", made.PDF)
        self.then_the_page_is_sound()
        self.when_i_press("Add the draft")
        self.then_i_see("Nobody has a copy yet.")
        self.when_i_follow("Give out copies")
        self.page.get_by_label("Pat Panel").check()
        self.then_the_page_is_sound()
        self.when_i_press("Give the copies")
        self.then_i_see("The copies have been given out.")
        self.then_the_page_is_sound()
        self.given_i_am(reader)
        self.given_i_am_on(f"/reviews/{found.case.reference}/drafts/")
        self.when_i_follow("Say something of it")
        self.when_i_choose("A fact that is wrong")
        self.when_i_fill("What do you have to say?", "It was in spring.")
        self.then_the_page_is_sound()
        self.when_i_press("Save")
        self.given_i_am(owner)
        self.given_a_screen_of(375)
        self.given_i_am_on(f"/reviews/{found.case.reference}/drafts/")
        self.then_i_see("It was in spring.")
        self.then_the_page_is_sound()

    def test_its_text_is_checked_and_published(self) -> None:
        owner = build.board_manager()
        found = made.at(owner, PracticeState.PRE_PUBLICATION)
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/reviews/{found.case.reference}/publication/")
        self.when_i_follow("Write the text")
        self.when_i_fill("Title", "Child Robin")
        self.when_i_fill("Summary", "What we learned.")
        self.page.get_by_label("Report", exact=True).fill("Zosia was 7 years old.\n\nShe was born on 3 May 2019.")
        self.then_the_page_is_sound()
        self.when_i_press("Save and check")
        self.then_i_see("3 left to mend or to answer.")
        self.then_the_page_is_sound()
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
        self.when_i_follow("Write the text")
        self.page.get_by_label("Report", exact=True).fill("Robin was of primary school age.\n\nNobody asked.")
        self.when_i_press("Save and check")
        self.then_i_see("The check found nothing.")
        made.seen(owner, found)
        made.all_say(owner, found, Question.PUBLISH)
        PracticeReview.objects.update(copies_sent_on=clock.today() - dt.timedelta(days=30))
        self.given_i_am_on(f"/reviews/{found.case.reference}/")
        self.then_the_page_is_sound()
        self.when_i_press("Publish the report")
        self.when_i_enter_the_date(add_months(clock.today(), 12), "When do you ask again whether the page stands?")
        self.then_the_page_is_sound()
        self.when_i_press("Publish it now")
        self.then_i_see("The report is published.")
        self.page.context.clear_cookies()
        for width in (1280, 375):
            self.given_a_screen_of(width)
            self.given_i_am_on("/learning-from-reviews/")
            self.then_the_page_is_sound()
            self.when_i_follow(PublishedReview.objects.get().title)
            self.then_i_see("Robin was of primary school age.")
            self.then_the_page_is_sound()
