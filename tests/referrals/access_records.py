"""Records of the front door for the access matrix."""

import secrets
from datetime import timedelta

from django.contrib.auth.models import Permission

from accounts.access import AGENCY_LEAD
from accounts.models import Agency, Person, Team, Visitor
from children.models import Child, ChildMerge
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation import clock
from foundation.documents import storage
from foundation.events import Subject
from referrals.access import PRACTITIONER, READERS
from referrals.models import (
    Contact,
    ContactTask,
    Disagreement,
    Draft,
    DraftHandover,
    EarlyHelp,
    Episode,
    NoticeBatch,
    SightRequest,
    Submission,
    SubmissionCopy,
)
from referrals.rules.triage import MASH_CHECK, MORE_INFORMATION, SIGHT
from referrals.selectors.disagreements import as_raiser
from tests.access.kinds import Arguments, Kind
from tests.factories import make_agency, make_holding, make_team
from tests.referrals import before, build
from tests.work.build import SYSTEM, inside
from work.models import Request
from work.services.requests import ask

ON_EVERY_DRAFT = {"code": "concern", "kind": "children", "number": 1, "key": "concern", "document": "NM-D-2222-2222"}


def _home(person: Person) -> Agency:
    return person.holdings.order_by("pk")[0].agency


def _draft(draft: Draft) -> Arguments:
    return {"reference": draft.reference, **ON_EVERY_DRAFT}


def own_draft(person: Person, role: str) -> Arguments:
    return _draft(build.make_complete_draft(person))


def colleagues_draft(person: Person, role: str) -> Arguments:
    return _draft(build.make_complete_draft(build.make_practitioner(_home(person))))


def lapsed_draft(person: Person, role: str) -> Arguments:
    begun = clock.now() - timedelta(days=8)
    lapsed = {"started_at": begun, "last_saved_at": begun, "expires_at": begun + timedelta(days=7)}
    return _draft(build.make_draft(person, answers=build.answers(), **lapsed))


def another_agencys_draft(person: Person, role: str) -> Arguments:
    return _draft(build.make_complete_draft())


def _submission(sent: Submission) -> Arguments:
    return {"reference": sent.reference, "page": "concern", "kind": "children", "number": 1}


def own_submission(person: Person, role: str) -> Arguments:
    return _submission(build.send(author=person))


def own_restricted_submission(person: Person, role: str) -> Arguments:
    return _submission(restricted(build.send(author=person)))


def colleagues_submission(person: Person, role: str) -> Arguments:
    return _submission(build.send(author=build.make_practitioner(_home(person))))


def colleagues_restricted_submission(person: Person, role: str) -> Arguments:
    return _submission(restricted(build.send(author=build.make_practitioner(_home(person)))))


def another_agencys_submission(person: Person, role: str) -> Arguments:
    return _submission(build.send())


def restricted(submission: Submission) -> Submission:
    """The submission, hidden from everybody who is not named."""
    submission.contacts.update(restricted=True)
    return submission


def a_lead_sees_the_agencys(role: str, relation: str) -> bool:
    return relation in ("own", "own and restricted") or (role == AGENCY_LEAD and relation == "of a colleague")


def _contact(contact: Contact, *, hidden: bool = False) -> Arguments:
    if hidden:
        restricted(contact.submission)
    task = contact.tasks.create(
        kind=ContactTask.Kind.OTHER, title="Ring the school", opened_at=contact.received_at, opened_by="factory"
    )
    return {"reference": contact.reference, "task_id": task.pk, "check": _check(contact), **_same_child(contact)}


def _check(contact: Contact) -> str:
    """A question to an agency that has not answered."""
    with inside():
        return ask(
            by=SYSTEM,
            kind=MASH_CHECK,
            variant="amber",
            subject=Subject("contact", contact.reference),
            from_team=None,
            to_agency=make_agency(),
            question="What do you know of this child?",
        ).reference


def _same_child(contact: Contact) -> Arguments:
    """Another record that may be of the same child, and one that was joined to it, both seen by whoever sees the contact; and one
    that only a team of its own sees."""
    form = build.send(author=a_referrer(), children=3)
    alike, joined, elsewhere = form.contacts.select_related("child").order_by("position")
    name = "".join(chr(ord("a") + int(digit)) for digit in f"{contact.pk:06}")
    for child in (contact.child, alike.child, elsewhere.child):
        child.given_name = child.family_name = name
        child.birth_date = contact.child.birth_date
        child.keys = keys_of(details_of(child))
        child.save()
    build.grant_to_team(elsewhere, build.make_mash())
    for other in (alike, joined):
        for grant in contact.team_grants.all():
            build.grant_to_team(other, grant.group.team)
        for alone in contact.person_grants.all():
            build.grant_to_person(other, alone.user)
    merge = ChildMerge.objects.create(
        lesser=joined.child,
        greater=contact.child,
        kind=ChildMerge.Kind.MERGED,
        reason="Same mother",
        merged_at=clock.now(),
        merged_by="factory",
    )
    Child.objects.filter(pk=joined.child_id).update(merged_into=contact.child_id)
    return {"child": alike.child.reference, "merge": merge.reference, "elsewhere": elsewhere.child.reference}


def _elsewhere(contact: Contact) -> Contact:
    """A contact of a team of its own about a child who is very likely that of another contact."""
    other = build.send(author=a_referrer(), teams=(build.make_mash(),)).contacts.get()
    other.child.given_name, other.child.family_name = contact.child.given_name, contact.child.family_name
    other.child.keys = contact.child.keys
    other.child.save()
    return other


def _sight_request(person: Person, role: str, *, asks: bool, answers: bool) -> Arguments:
    """A request for sight between the person's team, or another, and a team of theirs, or another."""
    mine = make_team(_home(person), ["contact"])
    make_holding(person, role, mine.agency, mine)
    theirs = build.make_mash()
    contact = build.make_contact(author=a_referrer(), teams=(mine if asks else theirs,))
    team = mine if answers else theirs
    moment = clock.now()
    asked = Request.objects.create(
        kind=SIGHT,
        subject_kind="contact",
        subject_reference=contact.reference,
        from_team=mine if asks else theirs,
        to_agency=team.agency,
        to_team=team,
        question="We work with the family.",
        due_at=moment + timedelta(days=1),
        asked_at=moment,
        asked_by="factory",
    )
    SightRequest.objects.create(request=asked, contact=contact, child=_elsewhere(contact).child, person=a_referrer())
    return {"reference": asked.reference}


def sight_asked(person: Person, role: str) -> Arguments:
    return _sight_request(person, role, asks=True, answers=False)


def sight_to_answer(person: Person, role: str) -> Arguments:
    return _sight_request(person, role, asks=False, answers=True)


def sight_of_others(person: Person, role: str) -> Arguments:
    return _sight_request(person, role, asks=False, answers=False)


def asked_or_answering(role: str, relation: str) -> bool:
    return relation in ("asked", "to answer")


def a_referrer() -> Person:
    """Whoever sent the contacts: one for all."""
    return (
        Person.objects.filter(holdings__role=PRACTITIONER, holdings__agency__kind="school").first() or build.make_practitioner()
    )


def _of_own_team(person: Person, role: str) -> Contact:
    team = make_team(_home(person), ["referrals.contact"])
    make_holding(person, role, team.agency, team)
    return build.make_contact(author=a_referrer(), teams=(team,))


def contact_of_own_team(person: Person, role: str) -> Arguments:
    return _contact(_of_own_team(person, role))


def contact_that_names_the_person(person: Person, role: str) -> Arguments:
    contact = build.make_contact(author=a_referrer(), teams=(build.make_mash(),))
    build.grant_to_person(contact, person)
    return _contact(contact)


def restricted_contact_that_names_the_person(person: Person, role: str) -> Arguments:
    contact = build.make_contact(author=a_referrer(), teams=(build.make_mash(),))
    build.grant_to_person(contact, person)
    return _contact(contact, hidden=True)


def restricted_contact_of_own_team(person: Person, role: str) -> Arguments:
    return _contact(_of_own_team(person, role), hidden=True)


def contact_whose_grant_has_ended(person: Person, role: str) -> Arguments:
    contact = _of_own_team(person, role)
    contact.team_grants.update(starts_at=clock.now() - timedelta(days=2), ends_at=clock.now() - timedelta(days=1))
    return _contact(contact)


def contact_of_another_team(person: Person, role: str) -> Arguments:
    """Of a team in the very agency in which the person works."""
    make_holding(person, role, _home(person), make_team(_home(person), ["referrals.contact"]))
    return _contact(build.make_contact(author=a_referrer(), teams=(make_team(_home(person), ["referrals.contact"]),)))


def contact_of_another_agency(person: Person, role: str) -> Arguments:
    return _contact(build.make_contact(author=a_referrer(), teams=(make_team(make_agency(), ["referrals.contact"]),)))


def contact_that_the_person_sent(person: Person, role: str) -> Arguments:
    """Who sent it sees it under what they sent, not as the MASH sees it."""
    return _contact(build.make_contact(author=person, teams=(build.make_mash(),)))


def _child(arguments: Arguments) -> Arguments:
    """The child of a contact, another record that may be of the same child, and a merge, by the contact's arguments."""
    contact = Contact.objects.select_related("child").get(reference=arguments["reference"])
    return {"reference": contact.child.reference, "other": arguments["child"], "merge": arguments["merge"]}


def child_of_own_team(person: Person, role: str) -> Arguments:
    return _child(contact_of_own_team(person, role))


def child_whose_contact_names_the_person(person: Person, role: str) -> Arguments:
    return _child(contact_that_names_the_person(person, role))


def child_whose_contact_is_restricted(person: Person, role: str) -> Arguments:
    return _child(restricted_contact_of_own_team(person, role))


def child_whose_grant_has_ended(person: Person, role: str) -> Arguments:
    return _child(contact_whose_grant_has_ended(person, role))


def child_of_another_team(person: Person, role: str) -> Arguments:
    return _child(contact_of_another_team(person, role))


def child_whom_the_person_referred(person: Person, role: str) -> Arguments:
    return _child(contact_that_the_person_sent(person, role))


def a_reader_sees_the_child(role: str, relation: str) -> bool:
    """Whoever may open the contact itself."""
    return role in READERS.roles and relation in ("of own team", "named")


def batch_of_the_person(person: Person, role: str) -> Arguments:
    return _batch(_home(person), person.reference)


def batch_of_own_agency(person: Person, role: str) -> Arguments:
    return _batch(_home(person), "factory")


def batch_of_another_agency(person: Person, role: str) -> Arguments:
    return _batch(make_agency("police"), "factory")


def _batch(agency: Agency, by: str) -> Arguments:
    sent = NoticeBatch.objects.filter(agency=agency).count()
    made = NoticeBatch.objects.create(agency=agency, content_hash=f"{sent:064d}", received_at=clock.now(), received_by=by)
    return {"reference": made.reference}


def granted_is_seen(role: str, relation: str) -> bool:
    return relation in ("of own team", "named", "named and restricted")


def draft_offered_to_the_person(person: Person, role: str) -> Arguments:
    return _offered(build.make_practitioner(_home(person)), person)


def draft_offered_to_another(person: Person, role: str) -> Arguments:
    return _offered(build.make_practitioner(_home(person)), build.make_practitioner(_home(person)))


def draft_offered_elsewhere(person: Person, role: str) -> Arguments:
    writer = build.make_practitioner()
    return _offered(writer, build.make_practitioner(_home(writer)))


def _offered(writer: Person, colleague: Person) -> Arguments:
    draft = build.make_complete_draft(writer)
    DraftHandover.objects.create(draft=draft, writer=writer, colleague=colleague, asked_at=clock.now(), asked_by="factory")
    return {"reference": draft.reference}


def followed_by_the_person(person: Person, role: str) -> Arguments:
    return _followed(build.make_practitioner(_home(person)), person)


def followed_by_another(person: Person, role: str) -> Arguments:
    return _followed(build.make_practitioner(_home(person)), build.make_practitioner(_home(person)))


def followed_elsewhere(person: Person, role: str) -> Arguments:
    sender = build.make_practitioner()
    return _followed(sender, build.make_practitioner(_home(sender)))


def _followed(sender: Person, follower: Person) -> Arguments:
    sent = build.send(author=sender)
    sent.followings.create(person=follower, reason="On leave", began_at=clock.now(), began_by="factory")
    return {"reference": sent.reference, "follower": follower.reference}


def followed_is_ended(role: str, relation: str) -> bool:
    return relation == "by the person" or (role == AGENCY_LEAD and relation == "by a colleague")


def a_lead_steps_in(role: str, relation: str) -> bool:
    return relation == "of a colleague"


def copy_of_the_person(person: Person, role: str) -> Arguments:
    return _copy(build.send(author=person), person)


def copy_of_a_colleague(person: Person, role: str) -> Arguments:
    colleague = build.make_practitioner(_home(person))
    return _copy(build.send(author=colleague), colleague)


def copy_of_others(person: Person, role: str) -> Arguments:
    other = build.make_practitioner()
    return _copy(build.send(author=other), other)


def copy_of_visitor(visitor: Visitor) -> Arguments:
    return _copy(build.send(author=visitor), visitor)


def _copy(sent: Submission, asker: Person | Visitor) -> Arguments:
    who = {"visitor": asker} if isinstance(asker, Visitor) else {"person": asker}
    key = storage.write([b"%PDF-"]).key
    made = SubmissionCopy.objects.create(
        submission=sent,
        once=secrets.token_urlsafe(9),
        state=SubmissionCopy.State.READY,
        key=key,
        asked_at=clock.now(),
        asked_by=asker.reference,
        made_at=clock.now(),
        **who,
    )
    return {"reference": made.reference}


def asked_of_the_person(person: Person, role: str) -> Arguments:
    return _asked(build.send(author=person), person)


def asked_of_a_colleague(person: Person, role: str) -> Arguments:
    colleague = build.make_practitioner(_home(person))
    return _asked(build.send(author=colleague), colleague)


def asked_of_others(person: Person, role: str) -> Arguments:
    other = build.make_practitioner()
    return _asked(build.send(author=other), other)


def asked_of_visitor(visitor: Visitor) -> Arguments:
    return _asked(build.send(author=visitor), None)


def _asked(sent: Submission, sender: Person | None) -> Arguments:
    assert sent.agency is not None
    with inside():
        asked = ask(
            by=SYSTEM,
            kind=MORE_INFORMATION,
            subject=Subject("contact", sent.contacts.get().reference),
            from_team=None,
            to_agency=sent.agency,
            to_person=sender,
            question="Who collects her?",
        )
    return {"reference": sent.reference, "question": asked.reference}


def a_lead_answers_too(role: str, relation: str) -> bool:
    return relation == "of the person" or (role == AGENCY_LEAD and relation == "of a colleague")


def only_their_own(role: str, relation: str) -> bool:
    return relation == "of the person"


def asked_themselves(role: str, relation: str) -> bool:
    return relation == "asked"


def draft_of_visitor(visitor: Visitor) -> Arguments:
    return _draft(build.make_complete_draft(visitor))


def submission_of_visitor(visitor: Visitor) -> Arguments:
    return _submission(build.send(author=visitor))


def _disagreement(raiser: Person | Visitor, contact: Contact) -> Arguments:
    moment = clock.now()
    made = Disagreement.objects.create(
        contact=contact,
        about="threshold",
        raised_for=contact.submission.agency,
        raised_with=make_agency(),
        **as_raiser(raiser),
        disputed="No further action",
        concern="Hungry again",
        wanted="An assessment",
        risk="We feed her",
        due_at=moment,
        raised_at=moment,
        raised_by=raiser.reference,
        once=secrets.token_urlsafe(9),
    )
    made.stages.create(number=1, began_at=moment, began_by=raiser.reference, due_at=moment)
    return {"reference": made.reference}


def a_school(person: Person, role: str) -> Arguments:
    return {"school": build.make_school().code}


def disagreement_of_visitor(visitor: Visitor) -> Arguments:
    return _disagreement(visitor, build.make_contact(author=visitor))


def disagreement_of_the_person(person: Person, role: str) -> Arguments:
    return _disagreement(person, build.make_contact(author=person))


def disagreement_of_a_colleague(person: Person, role: str) -> Arguments:
    colleague = build.make_practitioner(_home(person))
    return _disagreement(colleague, build.make_contact(author=colleague))


def restricted_disagreement_of_a_colleague(person: Person, role: str) -> Arguments:
    colleague = build.make_practitioner(_home(person))
    contact = build.make_contact(author=colleague)
    restricted(contact.submission)
    return _disagreement(colleague, contact)


def disagreement_of_others(person: Person, role: str) -> Arguments:
    other = build.make_practitioner()
    return _disagreement(other, build.make_contact(author=other))


def a_lead_sees_both_sides(role: str, relation: str) -> bool:
    return relation == "raised by the person" or (role == AGENCY_LEAD and relation == "of a colleague")


def _episode(contact: Contact, team: Team, *, hidden: bool = False) -> Arguments:
    """An episode of this contact with this team. What the team sees of the contact is not changed."""
    if hidden:
        restricted(contact.submission)
    episode = Episode.objects.create(
        contact=contact,
        child=contact.child,
        team=team,
        referred_on=contact.received_at.date(),
        opened_at=contact.received_at,
        opened_by="factory",
    )
    return {"reference": episode.reference, "step_id": 1}


def _family(person: Person | None, team: Team | None, *, contact: Contact | None = None) -> Arguments:
    """Early help that this person, or this team, is given sight of."""
    holder = team or make_team(make_agency())
    family = EarlyHelp.objects.create(
        team=holder,
        agency=holder.agency,
        source="practitioner",
        reason="Mornings are hard",
        requested_at=clock.now(),
        requested_by="factory",
    )
    if contact is not None:
        family.children.create(child=contact.child, contact=contact, added_at=clock.now(), added_by="factory")
    given = {"permission": Permission.objects.get(codename="see_earlyhelp"), "reason": "Has this family"}
    given |= {"starts_at": clock.now(), "given_at": clock.now(), "given_by": "factory"}
    if team is not None:
        family.team_grants.create(group=team.group, **given)
    if person is not None:
        family.person_grants.create(user=person, holding=person.holdings.order_by("pk")[0], **given)
    return {"reference": family.reference, "action_id": 1}


def early_help_of_own_team(person: Person, role: str) -> Arguments:
    team = make_team(_home(person), ["referrals.early_help"])
    make_holding(person, role, team.agency, team)
    return _family(None, team)


def early_help_that_names_the_person(person: Person, role: str) -> Arguments:
    return _family(person, None)


def early_help_of_others(person: Person, role: str) -> Arguments:
    return _family(None, make_team(_home(person), ["referrals.early_help"]))


def early_help_from_a_restricted_contact(person: Person, role: str) -> Arguments:
    contact = build.make_contact(author=a_referrer(), teams=(build.make_mash(),))
    restricted(contact.submission)
    return _family(person, None, contact=contact)


def _team_of(contact: Contact) -> Team:
    return Team.objects.get(group=contact.team_grants.get().group_id)


def episode_of_own_team(person: Person, role: str) -> Arguments:
    contact = _of_own_team(person, role)
    return _episode(contact, _team_of(contact))


def restricted_episode_of_own_team(person: Person, role: str) -> Arguments:
    contact = _of_own_team(person, role)
    return _episode(contact, _team_of(contact), hidden=True)


def restricted_episode_that_names_the_person(person: Person, role: str) -> Arguments:
    contact = _of_own_team(person, role)
    build.grant_to_person(contact, person)
    return _episode(contact, _team_of(contact), hidden=True)


def episode_whose_grant_has_ended(person: Person, role: str) -> Arguments:
    contact = _of_own_team(person, role)
    contact.team_grants.update(starts_at=clock.now() - timedelta(days=2), ends_at=clock.now() - timedelta(days=1))
    return _episode(contact, _team_of(contact))


def episode_of_another_team(person: Person, role: str) -> Arguments:
    """The person sees the contact, but another team works with the child."""
    return _episode(_of_own_team(person, role), make_team(_home(person), ["referrals.assessment"]))


def published_guide(person: Person, role: str) -> Arguments:
    return {"number": before.make_guide().number}


def open_service(person: Person, role: str) -> Arguments:
    return {"pk": before.make_service().pk}


def by_everybody(role: str, relation: str) -> bool:
    return True


MONTH = "2026-11"


def quality_of_own_agency(person: Person, role: str) -> Arguments:
    return {"agency": _home(person).code, "month": MONTH}


def quality_of_another_agency(person: Person, role: str) -> Arguments:
    return {"agency": make_agency().code, "month": MONTH}


def watchers_of_all_see_every_agency(role: str, relation: str) -> bool:
    return relation == "own" or role != AGENCY_LEAD


KINDS = {
    "quality of an agency": Kind(
        {"own": quality_of_own_agency, "other": quality_of_another_agency}, watchers_of_all_see_every_agency, frozenset({"other"})
    ),
    "month of an agency": Kind({"own": quality_of_own_agency, "other": quality_of_another_agency}),
    "asked submission": Kind(
        {"of the person": asked_of_the_person, "of a colleague": asked_of_a_colleague, "other": asked_of_others},
        a_lead_answers_too,
        of_visitor=asked_of_visitor,
    ),
    "submission copy": Kind(
        {"of the person": copy_of_the_person, "of a colleague": copy_of_a_colleague, "other": copy_of_others},
        only_their_own,
        of_visitor=copy_of_visitor,
    ),
    "draft offer": Kind(
        {
            "asked": draft_offered_to_the_person,
            "of another": draft_offered_to_another,
            "other agency": draft_offered_elsewhere,
        },
        asked_themselves,
    ),
    "agency draft": Kind(
        {"own": own_draft, "of a colleague": colleagues_draft, "other agency": another_agencys_draft}, a_lead_steps_in
    ),
    "agency submission": Kind(
        {
            "own": own_submission,
            "of a colleague": colleagues_submission,
            "of a colleague and restricted": colleagues_restricted_submission,
            "other agency": another_agencys_submission,
        },
        a_lead_steps_in,
    ),
    "followed submission": Kind(
        {"by the person": followed_by_the_person, "by a colleague": followed_by_another, "other agency": followed_elsewhere},
        followed_is_ended,
    ),
    "sight_request": Kind({"asked": sight_asked, "to answer": sight_to_answer, "of others": sight_of_others}, asked_or_answering),
    "batch": Kind(
        {"of the person": batch_of_the_person, "of a colleague": batch_of_own_agency, "elsewhere": batch_of_another_agency},
        a_lead_answers_too,
    ),
    "guide": Kind({"published": published_guide}, by_everybody, frozenset({"published"}), everybodys=True),
    "directory service": Kind({"open": open_service}, by_everybody, frozenset({"open"}), everybodys=True),
    "draft": Kind(
        {"own": own_draft, "of a colleague": colleagues_draft, "lapsed": lapsed_draft, "other agency": another_agencys_draft},
        of_visitor=draft_of_visitor,
    ),
    "submission": Kind(
        {
            "own": own_submission,
            "own and restricted": own_restricted_submission,
            "of a colleague": colleagues_submission,
            "of a colleague and restricted": colleagues_restricted_submission,
            "other agency": another_agencys_submission,
        },
        a_lead_sees_the_agencys,
        of_visitor=submission_of_visitor,
    ),
    "contact": Kind(
        {
            "of own team": contact_of_own_team,
            "named": contact_that_names_the_person,
            "named and restricted": restricted_contact_that_names_the_person,
            "restricted": restricted_contact_of_own_team,
            "ended": contact_whose_grant_has_ended,
            "of another team": contact_of_another_team,
            "other agency": contact_of_another_agency,
            "sent by the person": contact_that_the_person_sent,
        },
        granted_is_seen,
    ),
    "episode": Kind(
        {
            "of own team": episode_of_own_team,
            "named and restricted": restricted_episode_that_names_the_person,
            "restricted": restricted_episode_of_own_team,
            "ended": episode_whose_grant_has_ended,
            "of another team": episode_of_another_team,
        },
        granted_is_seen,
    ),
    "early help": Kind(
        {
            "of own team": early_help_of_own_team,
            "named": early_help_that_names_the_person,
            "of another team": early_help_of_others,
            "restricted": early_help_from_a_restricted_contact,
        },
        granted_is_seen,
    ),
    "child": Kind(
        {
            "of own team": child_of_own_team,
            "named": child_whose_contact_names_the_person,
            "restricted": child_whose_contact_is_restricted,
            "ended": child_whose_grant_has_ended,
            "of another team": child_of_another_team,
            "sent by the person": child_whom_the_person_referred,
        },
        a_reader_sees_the_child,
    ),
    "notice school": Kind({"of a school": a_school}, lambda role, relation: True, everybodys=True),
    "disagreement": Kind(
        {
            "raised by the person": disagreement_of_the_person,
            "of a colleague": disagreement_of_a_colleague,
            "of a colleague and restricted": restricted_disagreement_of_a_colleague,
            "other agency": disagreement_of_others,
        },
        a_lead_sees_both_sides,
        of_visitor=disagreement_of_visitor,
    ),
}
OF_SYSTEMS = ("api:referral", "api:documents", "api:amendments", "api:withdrawal")
ROUTE_ARGS = {name: {"reference": "NM-R-2222-2222"} for name in OF_SYSTEMS}
