"""What agencies are asked about a case, and what each returns: its involvement in words, and the files of its chronology."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from referrals.models.acts import acted
from reviews.models.cases import Case
from reviews.models.codes import ReturnState
from reviews.models.rows import never_deleted, new_case_reference


@pghistory.track(append_only=True)
class ScopingLetter(models.Model):
    """A letter to several agencies at once: of which period they are asked, what the review wants to know, and by when."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    period_from = models.DateField()
    period_to = models.DateField()
    key_questions = models.TextField(blank=True)
    names_children = models.BooleanField(help_text="Whether the authors are told here who the children are.")
    due_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="letter_of_case")]
        constraints = [
            models.CheckConstraint(name="letter_period_in_order", condition=Q(period_to__gte=F("period_from"))),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["key_questions", "period_from", "period_to"]}
        keep = "child"
        scrub = {"period_from": date(1900, 1, 1), "period_to": date(1900, 1, 1)}

    def __str__(self) -> str:
        return f"{self.case_id} {self.pk}"


@pghistory.track(append_only=True)
class AgencyReturn(models.Model):
    """What one agency knows, written by one author who had no part in the case. The author sees this, and nothing of the case."""

    reference = models.CharField(max_length=20, unique=True, default=new_case_reference, editable=False)
    letter = models.ForeignKey(ScopingLetter, on_delete=models.PROTECT, related_name="returns")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="returns")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    request = models.OneToOneField(
        "work.Request", null=True, blank=True, on_delete=models.PROTECT, related_name="agency_return", help_text="The last one."
    )
    state = models.CharField(max_length=9, choices=ReturnState.choices, default=ReturnState.ASKED)
    due_on = models.DateField()
    declared_at = models.DateTimeField(null=True, blank=True, help_text="When the author said that they had no part in the case.")
    declared_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    involved = models.BooleanField(null=True, blank=True, help_text="Whether the agency knew of child or family at all.")
    involved_from = models.DateField(null=True, blank=True)
    involved_to = models.DateField(null=True, blank=True)
    completer = models.CharField(max_length=150, blank=True, help_text="Name and post of who completed it.")
    summary = models.TextField(blank=True)
    key_episodes = models.TextField(blank=True)
    child_voice = models.TextField(blank=True)
    family_context = models.TextField(blank=True)
    fathers = models.TextField(blank=True, help_text="What is known of fathers and of partners.")
    culture = models.TextField(blank=True, help_text="Ethnicity, culture, faith and language.")
    analysis = models.TextField(blank=True)
    learning = models.TextField(blank=True)
    good_practice = models.TextField(blank=True)
    action_taken = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    back_at = models.DateTimeField(null=True, blank=True, help_text="When it was last sent back.")
    back_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    missing = models.TextField(blank=True, help_text="What was missing when it was sent back.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    withdrawn_reason = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["case", "id"], name="return_of_case")]
        constraints = [
            *(acted("return", act) for act in ("declared", "sent", "back", "withdrawn")),
            models.UniqueConstraint(
                name="return_asked_once", fields=["letter", "agency"], condition=~Q(state=ReturnState.WITHDRAWN)
            ),
            models.CheckConstraint(
                name="return_written_by_who_had_no_part",
                condition=Q(state__in=[ReturnState.ASKED, ReturnState.WITHDRAWN]) | Q(declared_at__isnull=False),
            ),
            models.CheckConstraint(
                name="return_sent_says_something",
                condition=~Q(state=ReturnState.SENT)
                | Q(sent_at__isnull=False, involved__isnull=False) & ~Q(completer="") & ~Q(summary=""),
            ),
            models.CheckConstraint(
                name="return_back_says_what_is_missing",
                condition=Q(back_at__isnull=True, missing="") | Q(back_at__isnull=False) & ~Q(missing=""),
            ),
            models.CheckConstraint(
                name="return_withdrawn_with_a_reason",
                condition=Q(state=ReturnState.WITHDRAWN, withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")
                | ~Q(state=ReturnState.WITHDRAWN) & Q(withdrawn_at__isnull=True, withdrawn_reason=""),
            ),
            models.CheckConstraint(
                name="return_involved_in_order",
                condition=Q(involved_from__isnull=True) | Q(involved_to__isnull=True) | Q(involved_to__gte=F("involved_from")),
            ),
        ]
        triggers = [never_deleted()]

    class Privacy:
        personal: dict[str, list[str]] = {
            "case": [
                *("involved", "involved_from", "involved_to", "summary", "key_episodes", "child_voice", "family_context"),
                *("fathers", "culture", "analysis", "learning", "good_practice", "action_taken", "missing", "withdrawn_reason"),
            ],
            "work": ["author", "completer"],
        }
        keep = "child"

    def __str__(self) -> str:
        return self.reference


class ChronologyUpload(models.Model):
    """The rows of a file with chronology entries, from the trying out until they are taken in; those to put right stay."""

    class State(models.TextChoices):
        OPEN = "open", "Tried out"
        TAKEN = "taken", "Taken in"
        GIVEN_UP = "given_up", "Given up"

    of_return = models.ForeignKey(AgencyReturn, on_delete=models.PROTECT, related_name="uploads")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    rows = models.JSONField(default=list, help_text="Number and cells of each row; once taken in, those to put right.")
    taken = models.PositiveIntegerField(default=0, help_text="How many entries came of it.")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["of_return", "id"], name="upload_of_return")]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["rows"]}
        keep = "child"
        scrub: dict[str, object] = {"rows": []}

    def __str__(self) -> str:
        return f"{self.of_return_id} {self.pk}"
