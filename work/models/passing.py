import pghistory
from django.db import models

from accounts.models import Agency, Team
from foundation.privacy import BY_RECORD
from foundation.references import new_reference
from work.models.clocks import Clock


def new_handover_reference() -> str:
    """The opaque reference of a handover."""
    return new_reference("H")


def new_request_reference() -> str:
    """The opaque reference of a request."""
    return new_reference("Q")


def _pair(model: str, act: str) -> models.CheckConstraint:
    at, by = f"{act}_at", f"{act}_by"
    return models.CheckConstraint(
        name=f"{model}_{act}_at_and_by",
        condition=models.Q(**{f"{at}__isnull": True, by: ""}) | (models.Q(**{f"{at}__isnull": False}) & ~models.Q(**{by: ""})),
    )


def _state_has_moment(model: str, state: str) -> models.CheckConstraint:
    """The state is reached exactly when its moment is written."""
    return models.CheckConstraint(
        name=f"{model}_{state}_has_its_moment",
        condition=models.Q(state=state, **{f"{state}_at__isnull": False})
        | (~models.Q(state=state) & models.Q(**{f"{state}_at__isnull": True})),
    )


@pghistory.track(append_only=True)
class Handover(models.Model):
    """Work that passes from one team to the next: offered, then accepted or returned with a reason, never copied."""

    class State(models.TextChoices):
        OFFERED = "offered", "Offered"
        ACCEPTED = "accepted", "Accepted"
        RETURNED = "returned", "Returned"
        WITHDRAWN = "withdrawn", "Withdrawn"

    reference = models.CharField(max_length=20, unique=True, default=new_handover_reference, editable=False)
    kind = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_reference = models.CharField(max_length=40)
    from_team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="handovers_offered")
    to_team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="handovers_received")
    note = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    offered_at = models.DateTimeField()
    offered_by = models.CharField(max_length=60, help_text="The actor's reference.")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=60, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.CharField(max_length=60, blank=True)
    return_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    clock = models.OneToOneField(Clock, null=True, blank=True, on_delete=models.PROTECT, related_name="handover")

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_reference"], name="handover_subject"),
            models.Index(fields=["to_team", "offered_at", "id"], name="handover_inbox", condition=models.Q(state="offered")),
            models.Index(
                fields=["from_team", "returned_at", "id"], name="handover_came_back", condition=models.Q(state="returned")
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="handover_offered_once",
                fields=["kind", "subject_kind", "subject_reference"],
                condition=models.Q(state="offered"),
            ),
            models.CheckConstraint(
                name="handover_to_another_team",
                condition=models.Q(from_team__isnull=True) | ~models.Q(from_team=models.F("to_team")),
            ),
            models.CheckConstraint(
                name="handover_returned_with_a_reason",
                condition=models.Q(state="returned") & ~models.Q(return_reason="")
                | ~models.Q(state="returned") & models.Q(return_reason=""),
            ),
            *[_pair("handover", act) for act in ("accepted", "returned", "withdrawn")],
            *[_state_has_moment("handover", state) for state in ("accepted", "returned", "withdrawn")],
        ]

    class Privacy:
        personal = {
            "case": ["note", "return_reason"],
            "work": ["offered_by", "accepted_by", "returned_by", "withdrawn_by"],
        }
        keep = BY_RECORD

    def __str__(self) -> str:
        return self.reference


@pghistory.track(append_only=True)
class Request(models.Model):
    """One agency asks another for something by a time; the answer stays with the question."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked"
        ANSWERED = "answered", "Answered"
        WAIVED = "waived", "Waived"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Channel(models.TextChoices):
        PORTAL = "portal", "In the portal"
        TELEPHONE = "telephone", "By telephone"
        PAPER = "paper", "On paper"
        EMAIL = "email", "By email"

    reference = models.CharField(max_length=20, unique=True, default=new_request_reference, editable=False)
    kind = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_reference = models.CharField(max_length=40)
    from_team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="requests_sent")
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="requests")
    to_team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="requests_received")
    to_person = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Who is asked there."
    )
    question = models.TextField()
    legal_basis = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(blank=True, help_text="What the answer is needed for.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    due_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60, help_text="The actor's reference.")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_for = models.CharField(max_length=150, blank=True, help_text="Who knew it, where somebody else wrote it down.")
    channel = models.CharField(max_length=10, choices=Channel.choices, blank=True, help_text="How the answer came.")
    result = models.CharField(max_length=20, blank=True, help_text="One of the results that the kind declares.")
    answer = models.TextField(blank=True)
    proportionate = models.BooleanField(null=True, blank=True, help_text="Who answered says: needed for the question, no more.")
    may_tell_family = models.BooleanField(null=True, blank=True)
    not_told_because = models.TextField(blank=True, help_text="Why the family must not be told of it.")
    consent_not_needed_because = models.TextField(blank=True)
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_by = models.CharField(max_length=60, blank=True)
    waived_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    clock = models.OneToOneField(Clock, null=True, blank=True, on_delete=models.PROTECT, related_name="request")

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_reference"], name="request_subject"),
            models.Index(fields=["to_agency", "due_at", "id"], name="request_inbox", condition=models.Q(state="asked")),
            models.Index(
                fields=["to_person", "due_at", "id"],
                name="request_person",
                condition=models.Q(state="asked", to_person__isnull=False),
            ),
            models.Index(fields=["kind", "due_at", "id"], name="request_open", condition=models.Q(state="asked")),
            models.Index(
                fields=["from_team", "answered_at", "id"], name="request_came_back", condition=models.Q(state="answered")
            ),
            models.Index(fields=["kind", "asked_at"], name="request_kind_asked"),
        ]
        constraints = [
            models.CheckConstraint(name="request_has_a_question", condition=~models.Q(question="")),
            models.CheckConstraint(
                name="request_answered_with_a_result",
                condition=models.Q(state="answered") & ~models.Q(result="") | ~models.Q(state="answered") & models.Q(result=""),
            ),
            models.CheckConstraint(
                name="request_waived_with_a_reason",
                condition=models.Q(state="waived") & ~models.Q(waived_reason="")
                | ~models.Q(state="waived") & models.Q(waived_reason=""),
            ),
            models.CheckConstraint(
                name="request_withdrawn_with_a_reason",
                condition=models.Q(state="withdrawn") & ~models.Q(withdrawn_reason="")
                | ~models.Q(state="withdrawn") & models.Q(withdrawn_reason=""),
            ),
            models.CheckConstraint(
                name="request_answered_by_a_channel",
                condition=models.Q(state="answered") & ~models.Q(channel="") | ~models.Q(state="answered") & models.Q(channel=""),
            ),
            models.CheckConstraint(
                name="request_not_told_with_a_reason",
                condition=models.Q(may_tell_family=False) & ~models.Q(not_told_because="")
                | ~models.Q(may_tell_family=False) & models.Q(not_told_because="")
                | models.Q(may_tell_family__isnull=True, not_told_because=""),
            ),
            *[_pair("request", act) for act in ("answered", "waived", "withdrawn")],
            *[_state_has_moment("request", state) for state in ("answered", "waived", "withdrawn")],
        ]

    class Privacy:
        personal = {
            "case": [
                "question",
                "purpose",
                "answer",
                "waived_reason",
                "withdrawn_reason",
                "not_told_because",
                "consent_not_needed_because",
            ],
            "work": ["to_person", "asked_by", "answered_by", "answered_for", "waived_by", "withdrawn_by"],
        }
        keep = BY_RECORD

    def __str__(self) -> str:
        return self.reference


class Chase(models.Model):
    """An agency was reminded of a late answer by who asked: once a day and request."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="chases")
    day = models.DateField()
    chased_at = models.DateTimeField()
    chased_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(name="chase_once_a_day", fields=["request", "day"])]

    class Privacy:
        personal = {"work": ["chased_by"]}
        keep = BY_RECORD

    def __str__(self) -> str:
        return f"{self.request_id} {self.day}"


class HandedOn(models.Model):
    """A colleague to whom an agency has handed on what it was asked: they go on answering it, whoever has it after them."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="handed_on")
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()
    handed_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        constraints = [models.UniqueConstraint(name="handed_on_once", fields=["person", "request"])]

    class Privacy:
        personal = {"work": ["person", "handed_by"]}
        keep = BY_RECORD

    def __str__(self) -> str:
        return f"{self.request_id} {self.person_id}"
