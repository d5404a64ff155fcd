"""Everything of a section 47 enquiry."""

from functools import cached_property

from foundation import events
from foundation.models.events import DomainEvent
from protection.models import Conference, Section47
from protection.rules import kinds
from work.models import Clock, Request
from work.selectors.clocks import running_clocks


class EnquiryFile:
    """What belongs to an enquiry. Each part is read when it is first asked for, and once."""

    def __init__(self, enquiry: Section47) -> None:
        self.enquiry = enquiry

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """What agencies were asked, in the order in which they were."""
        asked = Request.objects.filter(
            kind=kinds.ENQUIRY_INFORMATION, subject_kind=kinds.ENQUIRY, subject_reference=self.enquiry.reference
        )
        return tuple(asked.select_related("to_agency", "clock").order_by("asked_at", "pk"))

    @cached_property
    def conference(self) -> Conference | None:
        """The conference that was asked for because of it."""
        return Conference.objects.filter(children__enquiry=self.enquiry).order_by("-pk").first()

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, the soonest due first."""
        return tuple(running_clocks([kinds.ENQUIRY], [self.enquiry.reference]))

    @cached_property
    def events(self) -> tuple[DomainEvent, ...]:
        """What happened, newest first."""
        return tuple(events.history(events.Subject(kinds.ENQUIRY, self.enquiry.reference)).order_by("-at", "-id"))


def enquiry_file(enquiry: Section47) -> EnquiryFile:
    """Everything of an enquiry. Asked by pages that have decided who may see it."""
    return EnquiryFile(enquiry)
