"""Beside the review of a death: contact with the family, the serious incident that follows, and the panels with their areas."""

from datetime import date, datetime

from accounts.models import Person
from foundation import clock
from foundation.errors import Refused, need
from foundation.events import record
from foundation.service import service
from reviews.models import Case, CaseKind, DeathPanel, FamilyContact, SeriousIncident, TeamRole
from reviews.selectors.deaths import death_case
from reviews.services.cases import ChildTold, add_child
from reviews.services.incidents import IncidentWritten, open_incident
from reviews.services.team import name_member, subject_of


@service
def record_contact(*, by: Person, case: str, day: date, who: str, whose: str, words: str) -> FamilyContact:
    """Keep one contact with the bereaved family. The case's owner, also after the review is closed."""
    found = Case.objects.select_for_update().get(pk=death_case(by, case).pk)
    if not found.death.died_on <= day <= clock.today():
        raise Refused("The day must lie between the death and today.", field="day")
    row = FamilyContact.objects.create(
        death=found.death,
        day=day,
        who=need(who, "Enter with whom, by relation.", "who"),
        whose=need(whose, "Enter who spoke with them.", "whose"),
        words=need(words, "Enter what was said.", "words"),
        recorded_at=clock.now(),
        recorded_by=by.actor_reference,
    )
    record(verb="reviews.family_contacted", by=by, subject=subject_of(found))
    return row


@service
def open_incident_of_death(
    *, by: Person, case: str, title: str, aware_at: datetime, written: IncidentWritten, board_manager: str
) -> SeriousIncident:
    """Open the serious incident of a death after which abuse or neglect is suspected. The death's owner owns both, and names
    the board manager, by their address at work, who owns the incident too: who notifies within five working days, and is told.

    The child goes along under the same pseudonym. Refused where nothing is suspected, and twice.
    """
    found = Case.objects.select_for_update().get(pk=death_case(by, case).pk)
    if found.death.abuse_suspected != "yes":
        raise Refused("Say first that abuse or neglect is suspected.")
    if found.followed_by.filter(kind=CaseKind.INCIDENT).exists():
        raise Refused("A serious incident has been opened from this death already.")
    incident = open_incident(by=by, title=title, aware_at=aware_at, written=written)
    incident.case.follows = found
    incident.case.save(update_fields=["follows"])
    name_member(
        by=by,
        case=incident.case.reference,
        email=board_manager,
        role=TeamRole.OWNER,
        independent=False,
        reason="Notifies the incident and leads its rapid review",
    )
    for child in found.children.select_related("child"):
        fields = {name: getattr(child, name) for name in ChildTold.__dataclass_fields__ if name != "child"}
        told = ChildTold(**fields, child=child.child.reference if child.child else "")
        add_child(by=by, case=incident.case.reference, told=told)
    record(verb="reviews.incident_of_death", by=by, subject=subject_of(found), data={"case": incident.case.reference})
    return incident


@service
def name_panel(*, by: Person, name: str, areas: str) -> DeathPanel:
    """Name a panel with the areas that share it; an area belongs to one panel. The child death coordinator."""
    panel = DeathPanel(name=need(name, "Enter the panel’s name.", "name"), areas=need(areas, "Enter its areas.", "areas"))
    if DeathPanel.objects.filter(name__iexact=panel.name).exists():
        raise Refused("There is a panel of this name.", field="name")
    taken = {area.casefold(): other.name for other in DeathPanel.objects.all() for area in other.covers}
    for area in panel.covers:
        if area.casefold() in taken:
            raise Refused(f"{area} belongs to {taken[area.casefold()]}.", field="areas")
    panel.named_at, panel.named_by = clock.now(), by.actor_reference
    panel.save()
    return panel
