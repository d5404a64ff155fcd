"""The only errors that the portal raises on purpose. The browser's and the API's side turn them into pages and answers."""

from collections.abc import Sequence
from dataclasses import dataclass


class Refused(Exception):
    """A request that the rules refuse, with the sentence that the user reads (answers 422)."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with what was given: the sentence for the user, and where it stands.

    `field` is the question's name; `page` the page of the form on which it is asked, such as children/1.
    """

    sentence: str
    field: str
    page: str = ""


class Incomplete(Refused):
    """Several things are wrong at once; the sentence is the first of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].sentence, field=problems[0].field)
        self.problems = tuple(problems)


class Conflict(Refused):
    """Somebody else changed the record meanwhile; both versions are to be shown (answers 409)."""


class NotAllowed(Refused):
    """The person's role does not allow this act (answers 403)."""


class NotVisible(Exception):
    """The record does not exist for this person (answers 404, the same as one that does not exist at all)."""


def need(words: str, sentence: str, field: str) -> str:
    """The words, without blanks round them; refuses when there are none."""
    if not words.strip():
        raise Refused(sentence, field=field)
    return words.strip()
