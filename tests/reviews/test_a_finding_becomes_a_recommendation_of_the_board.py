"""What a case found goes to the board with its source, which gives nothing of the case away; what is alike is joined."""

import pytest
from django.test import Client
from django.urls import reverse

from board.models import Recommendation
from foundation.errors import Conflict, NotVisible, Refused
from reviews.models import TeamRole
from reviews.selectors.findings import alike, cases_behind, findings_of
from reviews.services.findings import change_finding, join_recommendation, strike_finding
from tests.board.build import make_recommendation, make_theme
from tests.factories import make_agency, make_person, sign_in
from tests.reviews import build
from tests.reviews.build_findings import found, recommended

pytestmark = pytest.mark.django_db


def test_a_recommendation_stands_with_the_board_with_the_themes_of_its_finding() -> None:
    owner, theme = build.board_manager(), make_theme()
    incident = build.with_child(owner)
    finding = found(owner, incident, themes=[theme.code])
    link = recommended(owner, finding)
    one = Recommendation.objects.get()
    assert link.recommendation == one
    assert (one.source, one.source_title) == ("review", "Rapid review, 2026")
    assert [tag.theme for tag in one.tags.all()] == [theme]
    ((told, far),) = findings_of(incident.case)[0].recommendations
    assert (told.recommendation, far.actions) == (one, 0)
    assert cases_behind(owner, one) == (incident.case,)
    assert cases_behind(build.board_manager(), one) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "Ask Zofia’s father."}, "text"),
        ({"source_title": "Review of the Kowalska family"}, "source_title"),
        ({"source_title": f"Rapid review of {build.TITLE}"}, "source_title"),
        ({"text": " "}, "text"),
    ],
)
def test_nothing_that_gives_the_case_away_goes_to_the_board(changes: dict[str, str], field: str) -> None:
    owner = build.board_manager()
    finding = found(owner, build.with_child(owner))
    with pytest.raises(Refused) as refused:
        recommended(owner, finding, **changes)
    assert refused.value.field == field
    assert not Recommendation.objects.exists()


def test_a_finding_names_no_child() -> None:
    owner = build.board_manager()
    with pytest.raises(Refused, match="names a child of the case"):
        found(owner, build.with_child(owner), text="Nobody saw Zofia alone.")


def test_what_says_the_same_is_found_and_joined_instead_of_repeated() -> None:
    owner = build.board_manager()
    make_recommendation(text="Keep the building warm.")
    same = make_recommendation(text="Ask every family who the father is, and write it down.")
    incident = build.with_child(owner)
    finding = found(owner, incident)
    assert [one for one, _far in alike(owner, finding.text)] == [same]
    join_recommendation(by=owner, case=incident.case.reference, number=1, scope="partnership", recommendation=same.reference)
    with pytest.raises(Refused, match="has this recommendation already"):
        join_recommendation(by=owner, case=incident.case.reference, number=1, scope="partnership", recommendation=same.reference)
    assert Recommendation.objects.count() == 2


def test_a_finding_of_which_a_recommendation_came_is_not_rewritten() -> None:
    owner = build.board_manager()
    finding = found(owner, build.with_child(owner))
    recommended(owner, finding)
    told = {"by": owner, "case": finding.case.reference, "number": 1, "version": 1}
    with pytest.raises(Refused, match="The board has a recommendation"):
        change_finding(**told, kind="pattern", text="Something else.")
    strike_finding(**told, reason="Two findings said the same.")
    assert findings_of(finding.case)[0].finding.struck_reason
    with pytest.raises(NotVisible):
        recommended(owner, finding)


def test_two_who_change_it_at_once_do_not_overwrite_one_another() -> None:
    owner = build.board_manager()
    finding = found(owner, build.with_child(owner))
    told = {"by": owner, "case": finding.case.reference, "number": 1, "version": 1}
    change_finding(**told, kind="practice", text="First.")
    with pytest.raises(Conflict):
        change_finding(**told, kind="practice", text="Second.")


def test_a_reviewer_writes_findings_and_does_not_hand_them_to_the_board() -> None:
    owner, reviewer = build.board_manager(), make_person("practitioner", make_agency("health"))
    incident = build.with_child(owner)
    build.named(owner, incident, reviewer, TeamRole.REVIEWER)
    finding = found(reviewer, incident)
    with pytest.raises(NotVisible):
        recommended(reviewer, finding)
    panel = make_person("practitioner", make_agency("police"))
    build.named(owner, incident, panel)
    with pytest.raises(NotVisible):
        found(panel, incident)


def test_the_pages_show_it_to_those_named(client: Client) -> None:
    owner, agency = build.board_manager(), make_agency(name="Northmere Health")
    incident = build.with_child(owner)
    sign_in(client, owner)
    reference = incident.case.reference
    client.post(reverse("reviews:write_finding", args=[reference]), {"kind": "pattern", "text": "Nobody asked for the father."})
    same = make_recommendation(text="Ask each family for the father.")
    page = client.get(reverse("reviews:recommend", args=[reference, 1])).content.decode()
    assert "Ask each family for the father." in page
    client.post(
        reverse("reviews:recommend", args=[reference, 1]),
        {
            "scope": "agency",
            "text": "Write the father into each file.",
            "source_title": "Rapid review, 2026",
            "agency": agency.code,
            "priority": "high",
        },
    )
    client.post(reverse("reviews:join", args=[reference, 1]), {"scope": "partnership", "recommendation": same.reference})
    page = client.get(reverse("reviews:case", args=[reference])).content.decode()
    for text in ("Nobody asked for the father.", "Write the father into each file.", "Ask each family for the father.", "joined"):
        assert text in page
