import pghistory
import pgtrigger
from django.db import models
from django.db.models import Case, ExpressionWrapper, Q, Value, When

from foundation.references import new_reference
from referrals.models.codes import (
    CLOSED_STATES,
    DECIDED_STATES,
    ContactState,
    Outcome,
    Rating,
    ThresholdLevel,
)
from referrals.models.submissions import NEVER_CHANGED, Submission, SubmittedChild

SEE_CONTACT = "see_contact"
"""The permission that grants of contacts carry."""


def new_contact_reference() -> str:
    """The opaque reference of a contact."""
    return new_reference("K")


def _pair(name: str) -> models.CheckConstraint:
    """A moment and who acted at it come together or not at all."""
    return models.CheckConstraint(
        name=f"contact_{name}_at_and_by",
        condition=Q(**{f"{name}_at__isnull": True, f"{name}_by": ""})
        | (Q(**{f"{name}_at__isnull": False}) & ~Q(**{f"{name}_by": ""})),
    )


COPY_TO_GRANTS = """
    UPDATE referrals_contactteamgrant SET is_open = NEW.is_open, urgency = NEW.urgency, due_at = NEW.decision_due_at,
        received_at = NEW.received_at, state = NEW.state, rating = NEW.rating, restricted = NEW.restricted
        WHERE content_object_id = NEW.id;
    UPDATE referrals_contactpersongrant SET is_open = NEW.is_open, urgency = NEW.urgency, due_at = NEW.decision_due_at,
        received_at = NEW.received_at, state = NEW.state, rating = NEW.rating, restricted = NEW.restricted
        WHERE content_object_id = NEW.id;
    RETURN NULL;
"""


@pghistory.track(append_only=True, exclude=["is_open", "urgency"])
class Contact(models.Model):
    """One child in a submission: what is queued, clocked, rated, decided and signed off. Statistics of contacts count these."""

    reference = models.CharField(max_length=20, unique=True, default=new_contact_reference, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="contacts")
    submitted_child = models.OneToOneField(SubmittedChild, on_delete=models.PROTECT, related_name="contact")
    child = models.ForeignKey("children.Child", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=ContactState.choices, default=ContactState.RECEIVED)
    urgent = models.BooleanField(default=False)
    restricted = models.BooleanField(default=False, help_text="Only those named on it see it.")
    initial_rating = models.CharField(max_length=5, choices=Rating.choices, blank=True)
    rating = models.CharField(max_length=5, choices=Rating.choices, blank=True, help_text="The current one.")
    received_at = models.DateTimeField()
    decision_due_at = models.DateTimeField(help_text="Of the decision waited for now: copied from the clock that runs.")
    first_due_at = models.DateTimeField(
        null=True, blank=True, help_text="By when the first decision was due, kept when it is approved."
    )
    information_due_at = models.DateTimeField(null=True, blank=True, help_text="By when agencies answer, from the rating.")
    screener = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    screened_at = models.DateTimeField(null=True, blank=True, help_text="When screening began.")
    screened_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    allocated_to = models.ForeignKey("accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    allocated_at = models.DateTimeField(null=True, blank=True, help_text="When it was given to whoever is to screen it.")
    allocated_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    proposed_at = models.DateTimeField(null=True, blank=True)
    proposed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    outcome = models.CharField(max_length=5, choices=Outcome.choices, blank=True, help_text="As approved.")
    threshold_level = models.PositiveSmallIntegerField(choices=ThresholdLevel.choices, null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    feedback_at = models.DateTimeField(null=True, blank=True, help_text="When the referrer was told.")
    feedback_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When nothing was left to do in the queue.")
    closed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    version = models.PositiveIntegerField(
        default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
    )
    is_open = models.GeneratedField(
        expression=ExpressionWrapper(~Q(state__in=CLOSED_STATES), output_field=models.BooleanField()),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    urgency = models.GeneratedField(
        expression=Case(
            When(state__in=DECIDED_STATES, then=Value(60)),
            When(rating=Rating.RED, then=Value(10)),
            When(rating="", urgent=True, then=Value(20)),
            When(rating__in=("", Rating.AMBER), then=Value(30)),
            When(rating=Rating.GREEN, then=Value(50)),
            default=Value(55),
        ),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )
    """Rank in the queue, smallest first: red, urgent and unrated, amber with unrated, green, blue, decided.

    What nobody has rated yet may be amber: it stands among the ambers by its time, so that a late one is not below them.
    """

    class Meta:
        permissions = [(SEE_CONTACT, "See a contact")]
        indexes = [
            models.Index(fields=["child", "-received_at"], name="contact_child"),
            models.Index(fields=["received_at"], name="contact_received"),
            models.Index(fields=["approved_at"], name="contact_approved", condition=Q(approved_at__isnull=False)),
            models.Index(fields=["screener", "urgency", "decision_due_at"], name="contact_screener", condition=Q(is_open=True)),
            models.Index(fields=["state", "decision_due_at"], name="contact_open_states", condition=Q(is_open=True)),
        ]
        constraints = [
            models.UniqueConstraint(name="contact_position_once", fields=["submission", "position"]),
            _pair("screened"),
            _pair("allocated"),
            _pair("proposed"),
            _pair("approved"),
            _pair("feedback"),
            _pair("signed_off"),
            _pair("closed"),
            models.CheckConstraint(
                name="contact_rated_first_and_now",
                condition=Q(rating="", initial_rating="") | (~Q(rating="") & ~Q(initial_rating="")),
            ),
            models.CheckConstraint(
                name="contact_approved_by_another",
                condition=Q(approved_by="") | (~Q(approved_by=models.F("proposed_by")) & ~Q(approved_by=models.F("screened_by"))),
            ),
            models.CheckConstraint(
                name="contact_signed_off_by_another",
                condition=Q(signed_off_by="")
                | (~Q(signed_off_by=models.F("proposed_by")) & ~Q(signed_off_by=models.F("screened_by"))),
            ),
            models.CheckConstraint(
                name="contact_decided_with_an_outcome",
                condition=~Q(state__in=(*DECIDED_STATES, ContactState.SIGNED_OFF))
                | (Q(approved_at__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="contact_signed_off_when_it_says_so",
                condition=~Q(state=ContactState.SIGNED_OFF) | Q(signed_off_at__isnull=False),
            ),
            models.CheckConstraint(
                name="contact_closed_when_it_says_so",
                condition=(Q(state__in=CLOSED_STATES) & Q(closed_at__isnull=False))
                | (~Q(state__in=CLOSED_STATES) & Q(closed_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="contact_level_of_the_thresholds",
                condition=Q(threshold_level__isnull=True) | Q(threshold_level__range=(1, 4)),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="copy_sort_keys_to_grants",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("state", "rating", "urgent", "restricted", "received_at", "decision_due_at"),
                func=COPY_TO_GRANTS,
            )
        ]

    class Privacy:
        personal: dict[str, list[str]] = {"case": ["outcome", "threshold_level"]}
        keep = "contact"

    def __str__(self) -> str:
        return self.reference


class RatingChange(models.Model):
    """A rating and why it was given, the first and each later one."""

    append_only = True

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="rating_changes")
    old = models.CharField(max_length=5, choices=Rating.choices, blank=True)
    new = models.CharField(max_length=5, choices=Rating.choices)
    reason = models.TextField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60, help_text="The actor's reference.")

    class Meta:
        indexes = [models.Index(fields=["contact", "changed_at"], name="rating_change_contact")]
        constraints = [
            models.CheckConstraint(name="rating_change_changes_something", condition=~Q(old=models.F("new"))),
            models.CheckConstraint(name="rating_change_says_why", condition=~Q(reason="")),
        ]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["reason"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.contact_id}: {self.old or 'none'} to {self.new}"


@pghistory.track(append_only=True)
class Decision(models.Model):
    """What is to happen for the child: proposed by one, approved or sent back by another. A later one supersedes it."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField(help_text="1 for the first of this contact.")
    outcome = models.CharField(max_length=5, choices=Outcome.choices)
    threshold_level = models.PositiveSmallIntegerField(choices=ThresholdLevel.choices)
    reasons = models.TextField(help_text="For the record; the referrer does not read it.")
    words_for_referrer = models.TextField(help_text="What the referrer reads.")
    consent_overridden_because = models.TextField(blank=True, help_text="Legal basis, where consent was refused or not sought.")
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=60, help_text="The actor's reference.")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    sent_back_reason = models.TextField(blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)
    superseded_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    facts_changed_at = models.DateTimeField(
        null=True, blank=True, help_text="When what it stands on was amended after a manager last looked at it."
    )
    facts_changed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    confirmed_at = models.DateTimeField(null=True, blank=True, help_text="When a manager looked again and let it stand.")
    confirmed_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    confirmed_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="decision_facts_changed_at_and_by",
                condition=Q(facts_changed_at__isnull=True, facts_changed_by="")
                | (Q(facts_changed_at__isnull=False) & ~Q(facts_changed_by="")),
            ),
            models.CheckConstraint(
                name="decision_confirmed_with_reason",
                condition=Q(confirmed_at__isnull=True, confirmed_by="", confirmed_because="")
                | (Q(confirmed_at__isnull=False) & ~Q(confirmed_by="") & ~Q(confirmed_because="")),
            ),
            models.UniqueConstraint(name="decision_number_once", fields=["contact", "number"]),
            models.UniqueConstraint(
                name="decision_current_once",
                fields=["contact"],
                condition=Q(superseded_at__isnull=True, sent_back_at__isnull=True),
            ),
            models.CheckConstraint(
                name="decision_approved_at_and_by",
                condition=Q(approved_at__isnull=True, approved_by="") | (Q(approved_at__isnull=False) & ~Q(approved_by="")),
            ),
            models.CheckConstraint(
                name="decision_sent_back_with_reason",
                condition=Q(sent_back_at__isnull=True, sent_back_by="", sent_back_reason="")
                | (Q(sent_back_at__isnull=False) & ~Q(sent_back_by="") & ~Q(sent_back_reason="")),
            ),
            models.CheckConstraint(
                name="decision_superseded_at_and_by",
                condition=Q(superseded_at__isnull=True, superseded_by="")
                | (Q(superseded_at__isnull=False) & ~Q(superseded_by="")),
            ),
            models.CheckConstraint(
                name="decision_approved_by_another",
                condition=Q(approved_by="") | ~Q(approved_by=models.F("proposed_by")),
            ),
            models.CheckConstraint(
                name="decision_approved_or_sent_back",
                condition=Q(approved_at__isnull=True) | Q(sent_back_at__isnull=True),
            ),
            models.CheckConstraint(name="decision_level_of_the_thresholds", condition=Q(threshold_level__range=(1, 4))),
        ]

    class Privacy:
        personal = {
            "case": [
                "outcome",
                "threshold_level",
                "reasons",
                "words_for_referrer",
                "consent_overridden_because",
                "sent_back_reason",
                "confirmed_because",
            ]
        }
        scrub: dict[str, object] = {"threshold_level": 1}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.contact_id} decision {self.number}"

    @property
    def facts_changed(self) -> bool:
        """Whether what it stands on was amended after a manager last looked; an approval has lapsed then."""
        return self.facts_changed_at is not None


class DecisionEvidence(models.Model):
    """One thing on which a decision rests: a part of the referral, an agency's answer or a document, as it was called then."""

    append_only = True

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="evidence")
    code = models.CharField(max_length=60, help_text="What it is and its reference, as in check:NM-Q-…")
    label = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(name="decision_evidence_once", fields=["decision", "code"])]
        triggers = [NEVER_CHANGED]

    class Privacy:
        personal = {"case": ["label"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.decision_id} {self.code}"


@pghistory.track(append_only=True)
class ContactTask(models.Model):
    """Something that must be done, or waived with a reason, before a contact can be signed off."""

    class Kind(models.TextChoices):
        HISTORY_CHECK = "history_check", "Check the child’s history"
        INFORMATION_REQUEST = "information_request", "Answer of an agency"
        REFERRER_TOLD = "referrer_told", "Tell the referrer"
        FAMILY_TOLD = "family_told", "Tell the family"
        HANDOVER = "handover", "Handover accepted by the receiving team"
        NOTICE = "notice", "Notice sent"
        CPIS = "cpis_notice", "CP-IS told"
        LOOK_AGAIN = "look_again", "Look again: the facts changed"
        WITHDRAWAL = "withdrawal", "Answer a withdrawal"
        OTHER = "other", "Other"

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=200)
    record_kind = models.CharField(max_length=40, blank=True, help_text="The handover or request that it waits for, if any.")
    record_reference = models.CharField(max_length=40, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=60, help_text="The actor's reference.")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_by = models.CharField(max_length=60, blank=True, help_text="The actor's reference.")
    waived_reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["contact"], name="contact_task_open", condition=Q(done_at__isnull=True, waived_at__isnull=True)),
            models.Index(fields=["record_kind", "record_reference"], name="contact_task_record"),
        ]
        constraints = [
            models.CheckConstraint(
                name="contact_task_done_at_and_by",
                condition=Q(done_at__isnull=True, done_by="") | (Q(done_at__isnull=False) & ~Q(done_by="")),
            ),
            models.CheckConstraint(
                name="contact_task_waived_with_reason",
                condition=Q(waived_at__isnull=True, waived_by="", waived_reason="")
                | (Q(waived_at__isnull=False) & ~Q(waived_by="") & ~Q(waived_reason="")),
            ),
            models.CheckConstraint(
                name="contact_task_done_or_waived",
                condition=Q(done_at__isnull=True) | Q(waived_at__isnull=True),
            ),
        ]

    class Privacy:
        personal = {"case": ["title", "waived_reason"]}
        keep = "contact"

    def __str__(self) -> str:
        return f"{self.contact_id} {self.kind}"
