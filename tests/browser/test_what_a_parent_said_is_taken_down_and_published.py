"""What a parent said is taken down, agreed to, read by a second person, answered, and stands in the voice of the year."""

import datetime as dt

import pytest

from board.models import Feedback, SurveyQuestion
from tests.board.build import make_feedback, make_survey, make_theme, may_be_published
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Karen listened to both of us at Oakfield Academy."


class TestAVoice(JourneyTest):
    def test_it_goes_from_the_words_to_what_was_done(self) -> None:
        make_theme("Ask about the father")
        school = make_agency("school", name="Oakfield Academy")
        for number, service in enumerate(["School nursing", "Conferences", "Early help", "Maternity"]):
            make_feedback(
                f"Somebody asked me what I wanted to happen, and then did it within {number + 2} weeks.",
                service=service,
                agency=school,
                said_on=dt.date(2026, 8 + number // 2, 1),
            )
        may_be_published(make_feedback("It was the first time that I was asked.", service="Early help"))
        survey = make_survey(title="After a first conference")
        SurveyQuestion.objects.create(
            survey=survey, position=1, text="Did you feel listened to?", answers=["Always", "Mostly", "Never"],
            numbers=[31, 22, 7],
        )  # fmt: skip
        business = make_person("business_team", make_agency("partnership"))
        reader = make_person("governance_lead", make_agency())
        self.given_i_am(business)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/")
        self.when_i_follow("Voice")
        self.then_the_heading_is("What children, families and practitioners say")
        self.then_the_page_is_sound()
        self.when_i_press("Take down what somebody said")
        self.when_i_press("Save")
        self.then_the_error_is("Select who said it")
        self.then_the_page_is_sound()
        self.when_i_choose("Parent or carer", "Who said it?")
        self.when_i_select("Quote", "How did it come?")
        self.when_i_enter_the_date(dt.date(2026, 10, 2), "When was it said?")
        self.when_i_fill("Which service is it about?", "Social work")
        self.when_i_fill("What did they say, in their own words?", WORDS)
        self.when_i_press("Save")
        self.then_i_see("What was said has been taken down")
        one = Feedback.objects.get(words=WORDS)
        self.given_i_am_on(f"/voice/{one.reference}/")
        self.then_the_page_is_sound()
        self.when_i_follow("Write down what was said of publishing")
        self.when_i_choose("Yes, it may be published")
        self.when_i_choose("Yearly report")
        self.when_i_fill("Who said so?", "Both parents")
        self.when_i_choose("In writing")
        self.then_the_page_is_sound()
        self.when_i_press("Save")
        self.when_i_follow("Say what was done")
        self.when_i_fill("What was done?", "Both parents are asked in every assessment.")
        self.when_i_fill("Who did it?", "Head of service")
        self.when_i_press("Save")
        self.then_i_see("Both parents are asked in every assessment.")
        self.when_i_follow("Say how they were told")
        self.when_i_choose("By telephone")
        self.when_i_enter_the_date(dt.date(2026, 11, 3), "When?")
        self.when_i_press("Save")
        self.given_i_am(reader)
        self.given_a_screen_of(375)
        self.given_i_am_on(f"/voice/{one.reference}/check/")
        self.then_i_see("An agency or a school that is on the portal")
        self.then_the_page_is_sound()
        self.given_i_am(business)
        self.given_i_am_on(f"/voice/{one.reference}/change/")
        self.when_i_fill(
            "How may the words be published, if their own name somebody? (optional)", "[My worker] listened to both of us."
        )
        self.when_i_press("Save")
        self.given_i_am(reader)
        self.given_i_am_on(f"/voice/{one.reference}/")
        self.when_i_follow("Read whether it names anybody")
        for choice in ("Names of people", "Dates and ages", "Schools, teams", "Places and addresses", "Circumstances so rare"):
            self.page.get_by_label(choice).check()
        self.when_i_press("Confirm that it names nobody")
        self.then_i_see("It is confirmed that this names nobody")
        self.then_the_page_is_sound()
        self.given_i_am_on("/voice/year/?year=2026-27")
        self.then_i_see("[My worker] listened to both of us.")
        self.then_the_page_is_sound()
        self.given_i_am_on(f"/voice/surveys/{survey.reference}/")
        self.then_i_see("60 of 120")
        self.then_the_page_is_sound()
        self.given_i_am(business)
        self.given_i_am_on("/voice/publication/")
        self.then_the_page_is_sound()
        self.given_i_am_on("/voice/")
        self.then_i_see("Names nobody")
