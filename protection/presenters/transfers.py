"""The words of a child who moves here: who they likely are, and whom to ring."""

from collections.abc import Iterable, Sequence

from accounts.models import Team
from children.presenters import born_words, likeness_words, reason_rows
from children.selectors.likely import Candidate


def alike_rows(candidates: Iterable[Candidate]) -> list[tuple[str, str, str]]:
    """Known children who are likely the one who moves here: by reference, in words, and why they are alike."""
    return [(one.child.reference, f"{one.child.full_name}, {born_words(one.child)}", _why(one)) for one in candidates]


def _why(one: Candidate) -> str:
    likely, _colour = likeness_words(one.likeness)
    return f"{likely}: {'; '.join(str(row['text']) for row in reason_rows(one.likeness))}. {one.child.reference}"


def ring_words(teams: Sequence[Team]) -> str:
    """Whom to ring where the child is very likely known to others alone; nothing where there is nobody."""
    if not teams:
        return ""
    names = "; ".join(f"{team.name}, {team.agency.name}" for team in teams)
    return f"Somebody else very likely knows this child. Ring them: {names}."
