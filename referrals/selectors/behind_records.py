"""The episodes, families and disagreements behind a figure, to those who may see them."""

from collections.abc import Collection

from accounts.models import Person
from referrals.models import Disagreement, EarlyHelp, Episode
from referrals.selectors.disagreements import visible_disagreements
from referrals.selectors.early_help import visible_early_help
from referrals.selectors.episodes import visible_episodes


def episodes_among(person: Person, ids: Collection[int]) -> list[Episode]:
    """Those of some episodes that the person may see, newest first."""
    rows = visible_episodes(person).filter(pk__in=ids).select_related("contact__submitted_child", "child", "worker", "team")
    return list(rows.prefetch_related("assessments", "plans").order_by("-pk"))


def families_among(person: Person, ids: Collection[int]) -> list[EarlyHelp]:
    """Those of some families with early help that the person may see, newest first."""
    rows = visible_early_help(person).filter(pk__in=ids).select_related("agency", "team")
    return list(rows.prefetch_related("children__child").order_by("-pk"))


def disagreements_among(person: Person, ids: Collection[int]) -> list[Disagreement]:
    """Those of some disagreements whose record the person may open, newest first."""
    rows = visible_disagreements(person).filter(pk__in=ids)
    return list(rows.select_related("raised_for", "raised_with", "contact__child").order_by("-pk"))
