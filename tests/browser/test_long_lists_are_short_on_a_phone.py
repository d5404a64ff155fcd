"""On a phone each row of the queue says what it must and unfolds the rest, without a script; so does what somebody sent."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from referrals.models import Contact
from tests.browser.pages import JourneyTest
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db(transaction=True)
HIGHEST_ROW = 122
ANSWERS = [
    {
        "section": "concern",
        "title": "What you are worried about",
        "answers": [{"question": "What worries you?", "answer": "Hungry."}],
    },
    {
        "section": "consent",
        "title": "Consent",
        "answers": [{"question": "Did they agree?", "answer": "I asked, and they agreed"}],
    },
]


class TestShortLists(JourneyTest):
    """The queue for a manager, and one referral for who sent it."""

    def given_a_queue(self) -> None:
        self.hub = mash.make()
        for rating in ("red", "amber", "green"):
            mash.screened(self.hub, rating)
        Contact.objects.filter(pk=mash.received(self.hub).pk).update(urgent=True)
        self.given_i_am(self.hub.manager)
        self.given_i_am_on("/mash/")

    def rows(self) -> list[float]:
        found = self.page.locator(".app-table--folded tbody tr")
        return [float(box["height"]) for place in range(found.count()) if (box := found.nth(place).bounding_box())]

    def picture(self, name: str) -> None:
        folder = Path("test-artefacts")
        folder.mkdir(exist_ok=True)
        self.page.screenshot(path=folder / f"{name}.png", full_page=True)

    def test_a_row_of_the_queue_unfolds_on_a_phone(self) -> None:
        self.given_a_screen_of(375)
        self.given_a_queue()
        self.then_the_page_is_sound()
        self.picture("queue-375")
        folded = self.rows()
        assert len(folded) == 4
        assert max(folded) <= HIGHEST_ROW, folded
        first = self.page.locator(".app-table--folded tbody tr").first
        expect(first.get_by_text("How urgent")).to_have_count(0)
        expect(first.locator('[data-label="Screens"], [data-label="Who screens"]').first).to_be_hidden()
        first.locator("summary").click()
        expect(first.locator("[data-label]").nth(1)).to_be_visible()
        self.then_the_page_is_sound()
        self.picture("queue-375-unfolded")

    def test_on_a_desk_the_queue_is_a_table(self) -> None:
        self.given_a_screen_of(1280)
        self.given_a_queue()
        expect(self.page.locator(".app-table__fold").first).to_be_hidden()
        expect(self.page.locator(".app-table--folded tbody tr").first.locator("[data-label]").nth(1)).to_be_visible()
        self.then_the_page_is_sound()
        self.picture("queue-1280")

    @pytest.mark.parametrize(("width", "stands_open"), [(375, False), (1280, True)])
    def test_what_somebody_sent_is_folded_up_by_its_parts_on_a_phone(self, width: int, stands_open: bool) -> None:
        self.given_a_screen_of(width)
        teacher = build.make_practitioner()
        sent = build.send(author=teacher, answers=ANSWERS)
        self.given_i_am(teacher)
        self.given_i_am_on(reverse("referrals:submission", args=[sent.reference]))
        answer = self.page.get_by_text("Hungry.")
        (expect(answer).to_be_visible if stands_open else expect(answer).to_be_hidden)()
        self.then_the_page_is_sound()
        self.picture(f"sent-{width}")
        if not stands_open:
            self.page.locator(".app-fold > summary").first.click()
            expect(answer).to_be_visible()
            self.then_the_page_is_sound()
        self.given_i_am_on("/my-referrals/")
        self.picture(f"my-referrals-{width}")
