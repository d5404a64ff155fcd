"""Reviews of practice for the access matrix."""

from collections.abc import Callable

from accounts.models import Person
from reviews.models import DraftCopy, PracticeReview, PracticeState, TeamRole
from reviews.selectors.publication import found_in_publication
from reviews.services import drafts
from tests.access.kinds import Arguments, Kind
from tests.reviews import build
from tests.reviews import build_practice as made

P = PracticeState
Maker = Callable[[PracticeReview, Person], Arguments]


def _plain(found: PracticeReview, _owner: Person) -> Arguments:
    return {"reference": found.case.reference}


def _with_proceeding(found: PracticeReview, owner: Person) -> Arguments:
    return {"reference": found.case.reference, "proceeding": made.held(owner, found).pk}


def _copy(found: PracticeReview, owner: Person, member: int) -> DraftCopy:
    PracticeReview.objects.filter(pk=found.pk).update(state=P.DRAFT)
    drafts.add_draft(**made.who(owner, found), document=made.pdf())
    made.clean(found)
    (copy,) = drafts.give_copies(**made.who(owner, found), members=[member])
    return copy


def _with_copy(found: PracticeReview, owner: Person) -> Arguments:
    """The owner's own copy."""
    return {"reference": found.case.reference, "copy": _copy(found, owner, found.case.members.get(person=owner).pk).pk}


def _copy_of_member(person: Person, _role: str) -> Arguments:
    owner, found = _by_another()
    member = build.named(owner, found, person)  # type: ignore[arg-type]  # a case is all that it needs
    return {"reference": found.case.reference, "copy": _copy(found, owner, member.pk).pk}


def _with_remark(found: PracticeReview, owner: Person) -> Arguments:
    copy = _copy(found, owner, found.case.members.get(person=owner).pk)
    remark = drafts.make_remark(**made.who(owner, found), copy=copy.pk, kind="fact", text="It was in spring.")
    return {"reference": found.case.reference, "remark": remark.pk}


def _with_finding(found: PracticeReview, owner: Person) -> Arguments:
    PracticeReview.objects.filter(pk=found.pk).update(state=P.DRAFT)
    made.text(owner, found, body="Zofia was seen.")
    (one,) = found_in_publication(made.again(found).case)
    return {"reference": found.case.reference, "finding": one.finding.mark}


def _with_page(_found: PracticeReview, owner: Person) -> Arguments:
    return {"reference": made.at(owner, P.PUBLISHED, kind="thematic").case.reference}


def _by_another() -> tuple[Person, PracticeReview]:
    owner = build.board_manager()
    return owner, made.review(owner)


def _kind(make: Maker, *, reads: bool = False) -> Kind:
    """A record that the owner of a review has made; `reads`: it stands open to everybody named on the review."""

    def other(_person: Person, _role: str) -> Arguments:
        owner, found = _by_another()
        return make(found, owner)

    def granted(person: Person, _role: str) -> Arguments:
        owner, found = _by_another()
        args = make(found, owner)
        case = type(found.case).objects.get(reference=args["reference"])
        build.named(owner, case.practice, person)
        return args

    def own(person: Person, _role: str) -> Arguments:
        owner, found = _by_another()
        args = make(found, owner)
        case = type(found.case).objects.get(reference=args["reference"])
        build.named(owner, case.practice, person, TeamRole.OWNER)
        return args

    relations = {"own": own, "granted": granted, "other": other}
    return Kind(relations) if reads else Kind(relations, visible=lambda _role, relation: relation == "own")


def _held_by_me() -> Kind:
    def other(_person: Person, _role: str) -> Arguments:
        owner, found = _by_another()
        return _with_copy(found, owner)

    return Kind({"own": _copy_of_member, "other": other})


def _published(_person: Person, _role: str) -> Arguments:
    made.at(build.board_manager(), P.PUBLISHED, kind="thematic")
    return {"slug": "child-robin"}


def _not_published(_person: Person, _role: str) -> Arguments:
    return {"slug": "never-was"}


KINDS = {
    "review that I own": _kind(_plain),
    "review to read": _kind(_plain, reads=True),
    "proceedings beside my review": _kind(_with_proceeding),
    "copy of a draft": _held_by_me(),
    "copy that I hold": _held_by_me(),
    "copy that I gave": _kind(_with_copy),
    "comment on my draft": _kind(_with_remark),
    "finding in my text": _kind(_with_finding),
    "page of my review": _kind(_with_page),
    "published review": Kind(
        {"own": _published, "other": _not_published}, visible=lambda _role, relation: relation == "own", everybodys=True
    ),
}
