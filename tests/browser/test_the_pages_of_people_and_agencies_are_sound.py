"""Whoever looks after people, agencies and the access log does it on sound pages, at every width."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.access_log import Action, log_look
from accounts.models import Person
from accounts.services.agreements import attach_agreement_document
from foundation import clock
from foundation.documents import scanning
from foundation.virus_scanner import Verdict
from tests import factories
from tests.browser.pages import JourneyTest
from tests.foundation.documents.build import PDF, UPLOADER
from work.models import Request
from work.tasks import ask_for_confirmations

pytestmark = pytest.mark.django_db(transaction=True)
CHILD = "NM-C-7K4P2-2XQ99"


class TestPeopleAndAgencies(JourneyTest):
    @pytest.fixture(autouse=True)
    def _records(self, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, _browser: None) -> None:
        settings.DOCUMENT_ROOT = str(tmp_path)
        monkeypatch.setattr(scanning, "scan", lambda content: Verdict(""))
        name = "Saint Bartholomew’s Church of England Voluntary Aided Primary School"
        self.agency = factories.make_agency(
            "school", "st-bartholomews", name=name, domains=["st-bartholomews-primary.northmere.sch.example"]
        )
        self.lead = factories.make_person("agency_lead", self.agency, name="Lee Lead")
        self.teacher = factories.make_person("practitioner", self.agency, name="Alexandria Featherstonehaugh-Cholmondeley")
        self.ended = factories.make_holding(self.teacher, "business_team", self.agency)
        self.ended.ended_at, self.ended.ended_by = clock.now(), "test"
        self.ended.save()
        self.team = factories.make_team(self.agency, name="Safeguarding team")
        self.invitation = factories.make_invitation(self.agency)
        factories.make_invitation(self.agency, days=-1)
        self.administrator = factories.make_person("system_administrator", name="Ada Administrator")
        self.governance = factories.make_person("governance_lead", name="Gil Governance")
        factories.make_agency("health", name="Agency without an agreement", with_agreement=False)
        self._documents()
        for action in (Action.VIEW, Action.DOWNLOAD):
            log_look(
                by=self.lead,
                action=action,
                route="contact",
                record_kind="contact",
                record_reference="NM-K-22222-22222",
                children=[CHILD],
            )

    def _documents(self) -> None:
        self.agreement = self.agency.agreements.get()
        for name in ("Information sharing agreement as signed.pdf", "Information sharing agreement, better copy.pdf"):
            document = attach_agreement_document(
                by=self.administrator, agreement_id=self.agreement.pk, document=SimpleUploadedFile(name, PDF)
            )
            scanning.scan_document(document.pk, by=UPLOADER)

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def then_these_are_sound(self, *addresses: tuple[str, tuple[object, ...], str]) -> None:
        for name, arguments, heading in addresses:
            self.given_i_am_on(reverse(name, args=arguments))
            self.then_the_heading_is(heading)
            self.then_the_page_is_sound()

    def then_it_is_sound_with_errors(self, name: str, arguments: tuple[object, ...], button: str, error: str) -> None:
        self.given_i_am_on(reverse(name, args=arguments))
        self.when_i_press(button)
        self.then_the_error_is(error)
        self.then_the_page_is_sound()

    def test_for_the_lead_of_an_agency(self) -> None:
        self.given_i_am(self.lead)
        holding = self.teacher.holdings.get(role="practitioner").pk
        self.then_these_are_sound(
            ("people_of_agency", (self.agency.code,), f"People of {self.agency.name}"),
            ("invite", (self.agency.code,), "Invite somebody"),
            ("withdraw_invitation", (self.invitation.reference,), f"Withdraw the invitation of {self.invitation.name}"),
            ("person", (self.teacher.reference,), self.teacher.name),
            ("give_role", (self.teacher.reference, self.agency.code), f"Give {self.teacher.name} a role"),
            ("end_role", (holding,), f"End this role of {self.teacher.name}"),
            ("confirm_role", (holding,), f"Confirm this role of {self.teacher.name}"),
        )
        self.then_it_is_sound_with_errors("invite", (self.agency.code,), "Send the invitation", "Enter their full name")

    def test_for_the_lead_who_confirms_the_people(self) -> None:
        self.teacher.holdings.update(confirmed_until=clock.today() + timedelta(days=10))
        ask_for_confirmations()
        request = Request.objects.get(to_agency=self.agency)
        self.given_i_am(self.lead)
        self.then_these_are_sound(("work:confirm_people", (request.reference,), "Confirm your agency’s people"))
        self.then_it_is_sound_with_errors("work:confirm_people", (request.reference,), "Confirm", "Select")

    def test_for_the_system_administrator(self) -> None:
        self.lead.holdings.update(confirmed_until=clock.today() + timedelta(days=10))
        self.given_i_am(self.administrator)
        code = self.agency.code
        self.then_these_are_sound(
            ("people", (), "People"),
            ("agencies", (), "Agencies"),
            ("add_agency", (), "Add an agency"),
            ("agency", (code,), self.agency.name),
            ("change_agency", (code,), f"Change {self.agency.name}"),
            ("record_agreement", (code,), f"Record an agreement of {self.agency.name}"),
            ("agreement_document", (self.agreement.pk,), "Attach the signed document"),
            ("add_team", (code,), f"Add a team to {self.agency.name}"),
            ("change_team", (self.team.code,), f"Change {self.team.name}"),
            ("reset_second_factor", (self.lead.reference,), f"Reset the second factor of {self.lead.name}"),
        )
        self.then_it_is_sound_with_errors("record_agreement", (code,), "Save", "Enter the name of who signed")

    def test_for_the_information_governance_lead(self) -> None:
        self.given_i_am(self.governance)
        self.then_these_are_sound(
            ("access_log", (), "Who has looked at a record"),
            ("access_log_of_record", (CHILD,), f"Who has looked at {CHILD}"),
            ("access_log_of_record", ("NM-C-22222-22222",), "Who has looked at NM-C-22222-22222"),
            ("agency", (self.agency.code,), self.agency.name),
        )
        self.then_it_is_sound_with_errors("access_log", (), "Show who has looked", "Enter a reference")
