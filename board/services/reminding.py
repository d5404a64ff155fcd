"""Reminding people of a meeting some working days before it."""

from django.conf import settings

from board.models import Meeting, MeetingReminder
from board.rules import is_time_to_remind
from board.selectors.meetings import meetings_to_remind_of, people_to_invite
from board.services.meetings import subject_of
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date
from foundation.design.words import moment as moment_words
from foundation.events import record
from foundation.mail import queue_mail
from foundation.service import service
from foundation.working_days import working_calendar


@service
def remind_of_meetings(*, by: Actor) -> int:
    """Remind everybody with an account who sits in a group of its meetings of the next working days, each time once.

    The system's hourly task. Only of meetings to which people were invited; of one that was moved they are told again. Gives how
    many mails were promised. The setting MEETING_REMINDER_WORKING_DAYS says how many days before; with 0 nobody is reminded.
    """
    days = settings.MEETING_REMINDER_WORKING_DAYS
    today, calendar = clock.today(), working_calendar()
    due = [
        one
        for one in meetings_to_remind_of()
        if is_time_to_remind(london_date(one.starts_at), today, days=days, calendar=calendar)
    ]
    return sum(_remind(by, meeting) for meeting in due)


def _remind(by: Actor, meeting: Meeting) -> int:
    told = 0
    for person in people_to_invite(meeting):
        _row, new = MeetingReminder.objects.get_or_create(
            meeting=meeting, person=person, starts_at=meeting.starts_at, defaults={"reminded_at": clock.now()}
        )
        if new:
            queue_mail(
                to=person.email,
                template="meeting_reminder",
                context={"when": moment_words(meeting.starts_at), "path": f"/meetings/{meeting.reference}/"},
                key=f"meeting-reminder:{meeting.reference}:{meeting.starts_at.isoformat()}:{person.reference}",
            )
            told += 1
    if told:
        record(verb="board.meeting_reminded", by=by, subject=subject_of(meeting), data={"people": told})
    return told
