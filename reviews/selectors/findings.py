"""The findings of a case, what became of them at the board, and recommendations that say something alike."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import Prefetch

from accounts.models import Person
from board.models import Recommendation
from board.selectors.recommendations import HowFar, how_far, visible_recommendations
from foundation.errors import NotVisible
from reviews.models import Case, Finding, FindingRecommendation, TeamRole
from reviews.selectors.sight import DETAILS, case_for, role_on, visible_cases

WRITERS = frozenset({TeamRole.OWNER, TeamRole.REVIEWER})
MOST_ALIKE = 8
LEAST_ALIKE = 0.02


@dataclass(frozen=True)
class Found:
    """A finding with its themes and recommendations, each with how far it is."""

    finding: Finding
    themes: tuple[str, ...]
    recommendations: tuple[tuple[FindingRecommendation, HowFar], ...]


def writes_findings(role: TeamRole) -> bool:
    """Whether somebody with this role on the case writes its findings."""
    return role in WRITERS


def case_to_find_on(person: Person, reference: str) -> Case:
    """One case, for whoever writes its findings: its owner and its reviewers."""
    case = case_for(person, reference)
    if not writes_findings(role_on(person, case)):
        raise NotVisible
    return case


def finding_of(case: Case, number: int) -> Finding:
    """One finding of a case that is not struck."""
    found = case.findings.filter(number=number, struck_at__isnull=True).first()
    if found is None:
        raise NotVisible
    return found


def is_closed(case: Case) -> bool:
    """Whether what a kind of case keeps of its own says that it is closed."""
    return any(getattr(getattr(case, name, None), "closed_at", None) is not None for name in DETAILS)


def findings_of(case: Case) -> tuple[Found, ...]:
    """All findings of a case in their order, those that were struck too."""
    made = FindingRecommendation.objects.select_related("recommendation").order_by("made_at", "pk")
    rows = case.findings.prefetch_related("tags__theme", Prefetch("recommendations", queryset=made))
    found = list(rows)
    far = how_far([link.recommendation for row in found for link in row.recommendations.all()])
    return tuple(
        Found(
            row,
            tuple(sorted(tag.theme.name for tag in row.tags.all())),
            tuple((link, far[link.recommendation_id]) for link in row.recommendations.all()),
        )
        for row in found
    )


def themes_of_finding(finding: Finding) -> list[str]:
    """The codes of its themes."""
    return list(finding.tags.values_list("theme__code", flat=True))


def alike(person: Person, text: str) -> tuple[tuple[Recommendation, HowFar], ...]:
    """Recommendations that share words with a text, the most alike first, among those that the person sees."""
    vector = SearchVector("text", config="english")
    words = [word for word in text.split() if len(word) > 3 and word.isalpha()][:40]
    if not words:
        return ()
    query = SearchQuery(" OR ".join(words), search_type="websearch", config="english")
    rows = visible_recommendations(person).annotate(rank=SearchRank(vector, query)).filter(rank__gt=LEAST_ALIKE)
    found = list(rows.order_by("-rank", "-made_on")[:MOST_ALIKE])
    far = how_far(found)
    return tuple((one, far[one.pk]) for one in found)


def cases_behind(person: Person, recommendation: Recommendation) -> tuple[Case, ...]:
    """The cases from whose findings a recommendation came, among those on which the person is named."""
    return tuple(visible_cases(person).filter(findings__recommendations__recommendation=recommendation).distinct())
