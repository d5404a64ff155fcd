"""The pack of a panel meeting: tagged PDF, of the deaths that the asker sees, under pseudonyms."""

import pytest
from django.urls import reverse

from foundation.actors import SystemActor
from foundation.errors import NotVisible, Refused
from foundation.tagged_pdf import check
from reviews.deaths_copying import document, run_death_pack
from reviews.models import DeathPackCopy, DeathState
from reviews.rules.naming import blanked
from reviews.selectors.deaths import pack_for
from reviews.services import deaths_gathering
from reviews.services.deaths_packs import PACK, ask_for_death_pack, purge_death_packs
from reviews.services.team import strike_member
from tests.factories import sign_in
from tests.reviews import build_deaths
from work.selectors.copies import file_of

pytestmark = pytest.mark.django_db


def test_names_are_taken_out_of_a_text() -> None:
    assert (
        blanked("Zofia's mother and Kowalska said zofia.", ["Zofia", "Kowalska-Byrne"]) == "[name] mother and [name] said [name]."
    )


def test_the_pack_is_printed_without_a_name(client: object) -> None:
    owner = build_deaths.coordinator()
    death = build_deaths.at(owner, DeathState.LISTED, happened="Zofia was taken to hospital.")
    deaths_gathering.add_factor(by=owner, case=death.case.reference, domain="D", words="Seen late", relevance=2)
    meeting = build_deaths.meeting(owner)
    made = ask_for_death_pack(by=owner, meeting=meeting.reference, once="page-1")
    assert ask_for_death_pack(by=owner, meeting=meeting.reference, once="page-1") == made
    told = document(made)
    for words in ("Wren", "[name] was taken to hospital.", "Seen late", "5 to 9"):
        assert words in told
    for secret in ("Zofia", "Kowalska", "Byrne", "2019"):
        assert secret not in told
    run_death_pack(reference=made.reference, by=SystemActor(PACK))
    found = pack_for(owner, made.reference)
    assert found.state == DeathPackCopy.State.READY
    assert check(file_of(found)) == found.pages
    sign_in(client, owner)  # type: ignore[arg-type]
    assert client.get(reverse("reviews:death_pack_file", args=[made.reference])).status_code == 200  # type: ignore[attr-defined]
    assert client.get(reverse("reviews:death_pack", args=[made.reference])).status_code == 200  # type: ignore[attr-defined]


def test_a_pack_is_open_while_every_case_in_it_is_seen() -> None:
    owner, second = build_deaths.coordinator(), build_deaths.coordinator()
    death = build_deaths.at(owner, DeathState.LISTED)
    meeting = build_deaths.meeting(owner)
    with pytest.raises(Refused, match="No death is listed"):
        ask_for_death_pack(by=second, meeting=meeting.reference, once="page-1")
    member = build_deaths.named(owner, death, second)
    made = ask_for_death_pack(by=second, meeting=meeting.reference, once="page-1")
    assert pack_for(second, made.reference) == made
    with pytest.raises(NotVisible):
        pack_for(owner, made.reference)
    strike_member(by=owner, case=death.case.reference, member=member.pk, reason="Moved on")
    with pytest.raises(NotVisible):
        pack_for(second, made.reference)
    run_death_pack(reference=made.reference, by=SystemActor(PACK))
    made.refresh_from_db()
    assert made.state == DeathPackCopy.State.FAILED
    assert purge_death_packs(by=SystemActor(PACK)) == 0
