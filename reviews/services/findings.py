"""What a case found, and handing recommendations to the board, where they stand beside all others with their source."""

from collections.abc import Iterable

from accounts.models import Person
from board.models import Recommendation
from board.selectors.recommendations import visible_recommendations
from board.selectors.themes import chosen_themes
from board.services.recommendations import record_recommendation
from board.services.themes import NOT_IN_USE
from foundation import clock
from foundation.errors import Refused, need
from foundation.events import record
from foundation.service import service
from foundation.versions import check_version
from reviews.models import Case, Finding, FindingRecommendation, FindingTheme
from reviews.rules.naming import names_in, says_any_of
from reviews.selectors.findings import case_to_find_on, finding_of, is_closed
from reviews.selectors.sight import owned_case
from reviews.services.team import subject_of

CLOSED = "The case is closed, and what it found stands."
OVERTAKEN = "Somebody else changed this finding while you had it open. Look at it, then send yours again."


@service
def write_finding(*, by: Person, case: str, kind: str, text: str, themes: Iterable[str] = ()) -> Finding:
    """Write down what a case found. Its owner or a reviewer; refused where the text names a child, and once it is closed."""
    found = Case.objects.select_for_update().get(pk=case_to_find_on(by, case).pk)
    _check_open(found)
    _check(found, text, "text")
    last = found.findings.order_by("-number").values_list("number", flat=True).first() or 0
    row = Finding.objects.create(
        case=found,
        number=last + 1,
        kind=Finding.Kind(kind),
        text=text.strip(),
        written_at=clock.now(),
        written_by=by.actor_reference,
    )
    _tag(row, themes)
    record(verb="reviews.finding_written", by=by, subject=subject_of(found), data={"number": row.number})
    return row


@service
def change_finding(
    *, by: Person, case: str, number: int, version: int, kind: str, text: str, themes: Iterable[str] = ()
) -> Finding:
    """Say anew what was found. The case's owner or a reviewer, until it is closed; refused where it led on."""
    row = _hold(by, case, number, version)
    _check_open(row.case)
    if row.recommendations.exists():
        raise Refused("The board has a recommendation of this finding. Write another finding, or strike this one.")
    _check(row.case, text, "text")
    row.kind, row.text = Finding.Kind(kind), text.strip()
    _tag(row, themes)
    return _kept(row, by, "reviews.finding_changed")


@service
def strike_finding(*, by: Person, case: str, number: int, version: int, reason: str) -> Finding:
    """Take a finding back, with the reason. Its recommendations stay with the board, which decides about them."""
    row = _hold(by, case, number, version)
    need(reason, "Enter why it is struck.", "reason")
    row.struck_at, row.struck_by, row.struck_reason = clock.now(), by.actor_reference, reason.strip()
    return _kept(row, by, "reviews.finding_struck", reason)


@service
def recommend(
    *,
    by: Person,
    case: str,
    number: int,
    scope: str,
    text: str,
    source_title: str,
    agency: str = "",
    group: str = "",
    priority: str = Recommendation.Priority.MEDIUM,
) -> FindingRecommendation:
    """Make a recommendation of a finding and hand it to the board, with the finding's themes. The case's owner.

    Refuses a text or a title of the source that names a child of the case or gives the case away by its title, reference or
    pseudonym, and what the board refuses: one without an agency or group that leads, and the same one twice.
    """
    row = _owned(by, case, number)
    for field, told in (("text", text), ("source_title", source_title)):
        _check(row.case, told, field)
        _check_silent(row.case, told, field)
    if scope == FindingRecommendation.Scope.AGENCY and not agency:
        raise Refused("Select the agency for which it is.", field="agency")
    themes = tuple(row.tags.values_list("theme__code", flat=True))
    recommendation = record_recommendation(
        by=by,
        text=text.strip(),
        source=Recommendation.Source.REVIEW,
        source_title=source_title.strip(),
        made_on=clock.today(),
        agency=agency,
        group=group,
        priority=priority,
        themes=themes,
    )
    return _link(by, row, recommendation, scope, joined=False)


@service
def join_recommendation(*, by: Person, case: str, number: int, scope: str, recommendation: str) -> FindingRecommendation:
    """Join a finding to a recommendation that the board has already, instead of repeating it. The case's owner."""
    row = _owned(by, case, number)
    there = visible_recommendations(by).filter(reference=recommendation).first()
    if there is None:
        raise Refused("Select a recommendation that the board has.", field="recommendation")
    if row.recommendations.filter(recommendation=there).exists():
        raise Refused("The finding has this recommendation already.", field="recommendation")
    return _link(by, row, there, scope, joined=True)


def _link(by: Person, row: Finding, recommendation: Recommendation, scope: str, *, joined: bool) -> FindingRecommendation:
    link = FindingRecommendation.objects.create(
        finding=row,
        recommendation=recommendation,
        scope=FindingRecommendation.Scope(scope),
        joined=joined,
        made_at=clock.now(),
        made_by=by.actor_reference,
    )
    verb = "reviews.recommendation_joined" if joined else "reviews.recommendation_made"
    record(verb=verb, by=by, subject=subject_of(row.case), data={"number": row.number})
    return link


def _check(case: Case, text: str, field: str) -> None:
    need(text, "Enter what it says.", field)
    for child in case.children.all():
        if names_in(text, (child.given_name, child.family_name)):
            raise Refused("This names a child of the case. Write the pseudonym, or better nobody.", field=field)


def _check_silent(case: Case, text: str, field: str) -> None:
    """What the board reads does not say of which case it came."""
    if says_any_of(text, (case.title, case.reference, *case.children.values_list("pseudonym", flat=True))):
        raise Refused("This would give the case away. Write neither its title nor a pseudonym of it.", field=field)


def _check_open(case: Case) -> None:
    if is_closed(case):
        raise Refused(CLOSED)


def _tag(row: Finding, codes: Iterable[str]) -> None:
    had = set(row.tags.values_list("theme__code", flat=True))
    wanted = chosen_themes(codes, had)
    if wanted is None:
        raise Refused(NOT_IN_USE, field="themes")
    row.tags.exclude(theme__in=wanted).delete()
    FindingTheme.objects.bulk_create(FindingTheme(finding=row, theme=theme) for theme in wanted if theme.code not in had)


def _hold(by: Person, case: str, number: int, version: int) -> Finding:
    found = case_to_find_on(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    row = finding_of(found, number)
    check_version(row, version, OVERTAKEN)
    return row


def _owned(by: Person, case: str, number: int) -> Finding:
    found = owned_case(by, case)
    Case.objects.select_for_update().get(pk=found.pk)
    return finding_of(found, number)


def _kept(row: Finding, by: Person, verb: str, reason: str = "") -> Finding:
    row.version += 1
    row.save()
    record(verb=verb, by=by, subject=subject_of(row.case), reason=reason, data={"number": row.number})
    return row
