"""Keeping the structure of the partnership: groups, whom they report to, their seats and who fills them.

Nothing is deleted: what ends has a last day, so that the structure of any past year stays what it was.
"""

from datetime import date

from accounts.models import Agency, Person
from board.models import Group, GroupLine, Seat, SeatHolding, TermsOfReference
from board.selectors.structure import above, locked_group, locked_seat
from board.services.pasts import save_with_past
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns


def subject_of(group: Group) -> Subject:
    """How events speak of a group."""
    return Subject("group", group.reference)


def _check_name(name: str, *, but: str = "") -> None:
    take_turns("board.group names")
    if Group.objects.filter(name__iexact=name, to_on__isnull=True).exclude(reference=but).exists():
        raise Refused("There is a group of this name. Give this one another name.", field="name")


@service
def open_group(*, by: Person, name: str, kind: str, from_on: date, purpose: str = "", meets: str = "", quorum: int = 0) -> Group:
    """Open a group from a day on. Refuses the name of one that is there: a second press opens nothing twice."""
    _check_name(name)
    group = Group.objects.create(name=name, kind=kind, from_on=from_on, purpose=purpose, meets=meets, quorum=quorum)
    record(verb="board.group_opened", by=by, subject=subject_of(group), data={"kind": kind, "from_on": from_on.isoformat()})
    return group


@service
def change_group(*, by: Person, reference: str, name: str, purpose: str, meets: str, quorum: int) -> Group:
    """Say anew what a group is called and for, how often it meets and how many seats make its quorum. A day before today still
    shows what held then.
    """
    group = locked_group(reference)
    _check_going_on(group)
    _check_name(name, but=reference)
    group.name, group.purpose, group.meets, group.quorum = name, purpose, meets, quorum
    save_with_past(group)
    record(verb="board.group_changed", by=by, subject=subject_of(group))
    return group


def _check_going_on(group: Group) -> None:
    if group.to_on is not None:
        raise Refused("This group has ended, so it stays as it was.")


@service
def end_group(*, by: Person, reference: str, to_on: date, reason: str) -> Group:
    """Name a group's last day, with a reason; its seats, who fills them and its lines end with it.

    Refuses a day before it began, a group that has ended, and one to which others still report.
    """
    group = locked_group(reference)
    _check_going_on(group)
    _check_end(group.from_on, to_on)
    reporting = GroupLine.objects.filter(other=group, kind=GroupLine.Kind.REPORTS_TO, to_on__isnull=True)
    if reporting.exists():
        raise Refused("Other groups report to this one. Say whom they report to before you end it.")
    for seat in Seat.objects.select_for_update().filter(group=group, to_on__isnull=True):
        _end_seat(seat, to_on)
    for line in GroupLine.objects.select_for_update().filter(group=group, to_on__isnull=True):
        _end(line, to_on)
    for line in GroupLine.objects.select_for_update().filter(other=group, to_on__isnull=True):
        _end(line, to_on)
    group.to_on = to_on
    group.save(update_fields=["to_on"])
    record(verb="board.group_ended", by=by, subject=subject_of(group), reason=reason, data={"to_on": to_on.isoformat()})
    return group


def _check_end(from_on: date, to_on: date) -> None:
    if to_on < from_on:
        raise Refused("It began later. Enter its first day or a later one.", field="to_on")


def _end(span: GroupLine | Seat | SeatHolding, to_on: date) -> None:
    """End a span on a day; one that begins later never was, and ends on the day on which it would have begun."""
    span.to_on = max(to_on, span.from_on)
    span.save(update_fields=["to_on"])


def _end_seat(seat: Seat, to_on: date) -> None:
    for holding in SeatHolding.objects.select_for_update().filter(seat=seat, to_on__isnull=True):
        _end(holding, to_on)
    _end(seat, to_on)


@service
def write_terms(*, by: Person, reference: str, text: str, from_on: date) -> TermsOfReference:
    """Write the next version of a group's terms of reference, from a day on. The same text again writes nothing.

    Refuses a day before the version before it, and a group that has ended.
    """
    group = locked_group(reference)
    _check_going_on(group)
    last = group.terms.order_by("-number").first()
    if last is not None and last.text == text:
        return last
    if last is not None and from_on < last.from_on:
        raise Refused("The version before this one holds from a later day. Enter that day or a later one.", field="from_on")
    terms = TermsOfReference.objects.create(
        group=group, number=last.number + 1 if last else 1, text=text, from_on=from_on, written_at=clock.now(),
        written_by=by.reference,
    )  # fmt: skip
    record(verb="board.terms_written", by=by, subject=subject_of(group), data={"number": terms.number})
    return terms


@service
def draw_line(*, by: Person, reference: str, other: str, kind: str, from_on: date) -> GroupLine:
    """Say from which day on a group reports to another, or is linked with it. It reports to one at a time: the line before ends.

    Refuses a group that has ended, a line that is there already, and a circle.
    """
    take_turns("board.group lines")
    group, to = locked_group(reference), locked_group(other)
    for one in (group, to):
        _check_going_on(one)
    if from_on < max(group.from_on, to.from_on):
        raise Refused("One of the two groups was not there on that day. Enter a later day.", field="from_on")
    if group.pk in above(to, from_on):
        raise Refused(f"{to.name} reports to {group.name} itself, so this would be a circle.", field="other")
    open_lines = list(GroupLine.objects.select_for_update().filter(group=group, to_on__isnull=True))
    if any(line.other_id == to.pk for line in open_lines):
        raise Refused("There is a line between the two already.", field="other")
    if kind == GroupLine.Kind.REPORTS_TO:
        for line in open_lines:
            if line.kind == kind:
                if line.from_on >= from_on:
                    raise Refused("It reports to another group from that day or later. Enter a later day.", field="from_on")
                _end(line, date.fromordinal(from_on.toordinal() - 1))
    line = GroupLine.objects.create(group=group, other=to, kind=kind, from_on=from_on)
    record(verb="board.line_drawn", by=by, subject=subject_of(group), data={"kind": kind, "other": to.reference})
    return line


@service
def end_line(*, by: Person, reference: str, line_id: int, to_on: date) -> GroupLine:
    """Name the last day on which a group reports to another or is linked with it."""
    group = locked_group(reference)
    line = GroupLine.objects.select_for_update().filter(pk=line_id, group=group, to_on__isnull=True).first()
    if line is None:
        raise Refused("This line has ended already.")
    _check_end(line.from_on, to_on)
    _end(line, to_on)
    record(verb="board.line_ended", by=by, subject=subject_of(group), data={"line": line_id, "to_on": to_on.isoformat()})
    return line


@service
def add_seat(
    *, by: Person, reference: str, title: str, part: str, from_on: date, agency_code: str = "", counts: bool = True
) -> Seat:
    """Add a seat to a group from a day on. Refuses a second chair on the same day, and a seat of that title that is there."""
    group = locked_group(reference)
    _check_going_on(group)
    agency = Agency.objects.filter(code=agency_code).first() if agency_code else None
    if agency_code and agency is None:
        raise Refused("Select whose seat it is.", field="agency")
    if from_on < group.from_on:
        raise Refused("The group was not there on that day. Enter a later day.", field="from_on")
    going_on = Seat.objects.filter(group=group, to_on__isnull=True)
    if going_on.filter(title__iexact=title, agency=agency).exists():
        raise Refused("This seat is there already.", field="title")
    chairs = Seat.objects.filter(group=group, part=Seat.Part.CHAIR)
    if part == Seat.Part.CHAIR and chairs.exclude(to_on__lt=from_on).exists():
        raise Refused("The group has a chair on that day. End that seat first.", field="part")
    seat = Seat.objects.create(group=group, title=title, agency=agency, part=part, counts=counts, from_on=from_on)
    record(verb="board.seat_added", by=by, subject=subject_of(group), data={"seat": seat.pk, "part": part})
    return seat


@service
def end_seat(*, by: Person, seat_id: int, to_on: date) -> Seat:
    """Name a seat's last day; whoever fills it leaves with it."""
    seat = locked_seat(seat_id)
    if seat.to_on is not None:
        raise Refused("This seat has ended already.")
    _check_end(seat.from_on, to_on)
    _end_seat(seat, to_on)
    record(verb="board.seat_ended", by=by, subject=subject_of(seat.group), data={"seat": seat.pk, "to_on": to_on.isoformat()})
    return seat


@service
def fill_seat(*, by: Person, seat_id: int, from_on: date, email: str = "", name: str = "", deputy: bool = False) -> SeatHolding:
    """Say who fills a seat, or deputises, from a day on: somebody with an account by their address, or a name alone.

    Whoever filled it before leaves the day before. Refuses a seat that has ended, nobody, an address without an account,
    and who is there already.
    """
    seat = locked_seat(seat_id)
    if seat.to_on is not None:
        raise Refused("This seat has ended, so nobody can fill it.")
    if from_on < seat.from_on:
        raise Refused("The seat was not there on that day. Enter a later day.", field="from_on")
    person = Person.objects.filter(email__iexact=email, is_active=True).first() if email else None
    if email and person is None:
        raise Refused("Nobody with an account has this address. Enter another, or the name alone.", field="email")
    if person is None and not name:
        raise Refused("Enter the address or the name of who fills the seat.", field="email")
    going_on = list(SeatHolding.objects.select_for_update().filter(seat=seat, to_on__isnull=True))
    kept_name = "" if person else name
    if any((one.person, one.name, one.deputy) == (person, kept_name, deputy) for one in going_on):
        raise Refused("They are there already.", field="email")
    for one in going_on:
        if not deputy and not one.deputy:
            if one.from_on >= from_on:
                raise Refused("Somebody fills the seat from that day or later. Enter a later day.", field="from_on")
            _end(one, date.fromordinal(from_on.toordinal() - 1))
    holding = SeatHolding.objects.create(seat=seat, person=person, name=kept_name, deputy=deputy, from_on=from_on)
    record(verb="board.seat_filled", by=by, subject=subject_of(seat.group), data={"seat": seat.pk, "deputy": deputy})
    return holding


@service
def leave_seat(*, by: Person, seat_id: int, holding_id: int, to_on: date) -> SeatHolding:
    """Name the last day on which somebody fills a seat or deputises."""
    seat = locked_seat(seat_id)
    holding = SeatHolding.objects.select_for_update().filter(pk=holding_id, seat=seat, to_on__isnull=True).first()
    if holding is None:
        raise Refused("They have left this seat already.")
    _check_end(holding.from_on, to_on)
    _end(holding, to_on)
    record(verb="board.seat_left", by=by, subject=subject_of(seat.group), data={"seat": seat.pk})
    return holding
