"""Wording of the table of chasing."""

from collections.abc import Iterable
from typing import Any

from board.models import ChaseRule
from board.models.chasing import ACTIONS


def when_words(days: int) -> str:
    """The day of a line in words."""
    number = abs(days)
    if not number:
        return "On the day it is due"
    return f"{number} day{'s' if number > 1 else ''} {'before' if days < 0 else 'after'} it is due"


def often_words(every: int) -> str:
    """How often, in words."""
    if not every:
        return "Once"
    return "Then every day" if every == 1 else f"Then every {every} days"


def who_words(rule: ChaseRule) -> str:
    """Who is asked: an action has an owner, a letter and a return somebody who answers."""
    if rule.to == ChaseRule.To.OWNER:
        return "The owner" if rule.about == ACTIONS else "Whoever answers for the agency"
    return str(rule.get_to_display())


def rule_rows(rules: Iterable[ChaseRule]) -> list[dict[str, Any]]:
    """The lines of the table."""
    return [
        {"rule": rule, "when": when_words(rule.days), "who": who_words(rule), "often": often_words(rule.every)} for rule in rules
    ]


def rule_begins(rule: ChaseRule) -> dict[str, Any]:
    """What the form of a line begins with."""
    when = "before" if rule.days < 0 else "after"
    return {"about": rule.about, "when": when, "number": abs(rule.days), "to": rule.to, "every": rule.every}
