"""A social worker sees the children's network drawn on the family's page and on a conference's, at every width."""

import os
from pathlib import Path

import pytest

from children.models import Child
from protection.models import Conference
from referrals.models import Contact
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""
PEOPLE = (
    ("Maud Example", "Mother", {"kind": "carer", "lives_in_household": "yes"}),
    ("Fred Example", "Father", {"kind": "father", "lives_in_household": "no"}),
    ("Nan Ample", "Maternal grandmother", {}),
    ("Bo Boyd", "Mother’s boyfriend", {"kind": "of_concern"}),
)


class TestGenogram(JourneyTest):
    """The same people in the picture and in its table."""

    def given_a_family_with_a_network(self) -> None:
        self.service = build.make()
        self.conference: Conference = build.booked(self.service, build.initial(self.service))
        self.child: Child = self.conference.children.get().child
        contact = Contact.objects.get(child=self.child)
        people = contact.submission.people
        for place, (name, relationship, fields) in enumerate(PEOPLE, people.count() + 1):
            row = people.create(**{"position": place, "version": 1, "kind": "household", "name": name, **fields})
            row.relations.create(child=contact.submitted_child, relationship=relationship)

    def then_the_network_is_drawn(self, where: str) -> None:
        self.then_i_see("Genogram")
        self.page.get_by_text("Show as a table").first.click()
        for name, _relationship, _fields in PEOPLE:
            self.then_i_see(name)
        check_page(self.page, pictures=Path(PICTURES) / where if PICTURES else None)

    def test_the_worker_sees_it_beside_the_family_and_the_conference(self) -> None:
        self.given_a_family_with_a_network()
        self.given_i_am(self.service.worker)
        self.given_i_am_on(f"/child-protection/families/{self.conference.family.reference}/")
        self.then_the_network_is_drawn("genogram-family")
        self.given_i_am_on(f"/child-protection/conferences/{self.conference.reference}/")
        self.then_the_network_is_drawn("genogram-conference")
