"""Comments beside the draft of a chapter, which are never printed, and what was done about them."""

from accounts.models import Person
from foundation import clock, events
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import DraftComment
from reporting.rules.drafting import LONGEST_COMMENT, LONGEST_WORD
from reporting.selectors.drafts import chapter_to_read, comment_to_deal_with, open_place


@service
def comment_on_chapter(*, by: Person, year: FinancialYear, section: str, comment: str) -> DraftComment:
    """Say something about the draft of a chapter. Who may: whoever may read it; who was consulted and comes too late is refused.

    The same words of the same person about the same version, while nobody has dealt with them, are said once. Refuses an empty
    comment and one that is too long.
    """
    chapter = chapter_to_read(by, year, section)
    text = comment.strip()
    if not text:
        raise Refused("Enter your comment.", field="comment")
    if len(text) > LONGEST_COMMENT:
        raise Refused(f"Your comment must be {LONGEST_COMMENT:,} characters or fewer.", field="comment")
    take_turns(f"reporting.comments.{year.label}.{section}.{by.actor_reference}")
    mine = DraftComment.objects.filter(year=year.label, section=section, version=chapter.version, made_by=by.actor_reference)
    there = mine.filter(text=text, dealt_at__isnull=True).first()
    if there is not None:
        return there
    place = open_place(by, year)
    made = DraftComment.objects.create(
        year=year.label,
        section=section,
        version=chapter.version,
        text=text,
        consultation=place.consultation if place else None,
        made_at=clock.now(),
        made_by=by.actor_reference,
    )
    _record(by, "comment_made", made)
    return made


@service
def deal_with_comment(*, by: Person, reference: str, words: str) -> DraftComment:
    """Mark a comment dealt with, in a word. Who may: the business team and the authors of the chapter.

    Refuses without a word, and one that was dealt with already.
    """
    found = DraftComment.objects.select_for_update().get(pk=comment_to_deal_with(by, reference).pk)
    if found.dealt_at is not None:
        raise Refused("This comment has been dealt with already.")
    told = words.strip()
    if not told:
        raise Refused("Enter what you did about it.", field="words")
    if len(told) > LONGEST_WORD:
        raise Refused(f"What you did must be {LONGEST_WORD:,} characters or fewer.", field="words")
    found.dealt_at, found.dealt_by, found.dealt_words = clock.now(), by.actor_reference, told
    found.save()
    _record(by, "comment_dealt_with", found)
    return found


def _record(by: Person, what: str, comment: DraftComment) -> None:
    data = {"year": comment.year, "section": comment.section}
    events.record(verb=f"reporting.{what}", by=by, subject=events.Subject("draft_comment", comment.reference), data=data)
