import pgtrigger
from django.db import models

from referrals.models.codes import ThresholdLevel

_FROZEN = """
    IF EXISTS (SELECT 1 FROM referrals_guide WHERE id = {row}.guide_id AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'The levels of a published guide never change.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN {row};
"""


class Guide(models.Model):
    """One version of the partnership's threshold document. Edited as a draft, and never again once it is published."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "In use"
        RETIRED = "retired", "No longer in use"

    number = models.PositiveSmallIntegerField(unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    introduction = models.TextField(blank=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=60, help_text="The actor's reference.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=60, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(name="guide_draft_once", fields=["state"], condition=models.Q(state="draft")),
            models.UniqueConstraint(name="guide_published_once", fields=["state"], condition=models.Q(state="published")),
            models.CheckConstraint(
                name="guide_published_at_and_by",
                condition=models.Q(published_at__isnull=True, published_by="")
                | (models.Q(published_at__isnull=False) & ~models.Q(published_by="")),
            ),
            models.CheckConstraint(
                name="guide_retired_at_and_by",
                condition=models.Q(retired_at__isnull=True, retired_by="")
                | (models.Q(retired_at__isnull=False) & ~models.Q(retired_by="")),
            ),
            models.CheckConstraint(
                name="guide_state_and_moments",
                condition=models.Q(state="draft", published_at__isnull=True, retired_at__isnull=True)
                | models.Q(state="published", published_at__isnull=False, retired_at__isnull=True)
                | models.Q(state="retired", published_at__isnull=False, retired_at__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stays_as_published",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__published_at__isnull=False)
                & (
                    pgtrigger.Q(old__published_at__df=pgtrigger.F("new__published_at"))
                    | pgtrigger.Q(old__introduction__df=pgtrigger.F("new__introduction"))
                    | pgtrigger.Q(old__number__df=pgtrigger.F("new__number"))
                ),
            ),
            pgtrigger.Protect(name="is_kept", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__published_at__isnull=False)),
        ]

    class Privacy:
        personal = {"work": ["created_by", "published_by", "retired_by"]}
        keep = "board"

    def __str__(self) -> str:
        return f"version {self.number}"


class GuideLevel(models.Model):
    """One level of need in one version of the guide. The database refuses to touch it once the version is published."""

    guide = models.ForeignKey(Guide, on_delete=models.PROTECT, related_name="levels")
    level = models.PositiveSmallIntegerField(choices=ThresholdLevel.choices)
    title = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    indicators = models.TextField(blank=True, help_text="What one may notice, one to a line.")
    what_to_do = models.TextField(blank=True)

    class Meta:
        ordering = ["guide", "level"]
        constraints = [
            models.UniqueConstraint(name="guide_level_once", fields=["guide", "level"]),
            models.CheckConstraint(name="guide_level_of_four", condition=models.Q(level__range=(1, 4))),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_once_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_FROZEN.replace("{row}", "NEW"),
            ),
            pgtrigger.Trigger(
                name="kept_once_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_FROZEN.replace("{row}", "OLD"),
            ),
        ]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "board"

    def __str__(self) -> str:
        return f"{self.guide_id} level {self.level}"
