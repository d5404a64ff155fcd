"""Findings in the browser: written, changed, struck; recommendations handed to the board, or joined to one that is there."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from board.presenters.recommendations import far_words
from board.selectors.actions import agencies_that_lead
from board.selectors.recommendations import words_of
from board.selectors.structure import open_groups
from board.selectors.themes import themes_to_choose
from foundation import clock
from reviews.forms.findings import FindingForm, JoinForm, LinkForm, RecommendForm
from reviews.forms.incidents import ReasonForm
from reviews.models import Finding
from reviews.presenters.findings import alike_choices
from reviews.rules import kinds
from reviews.selectors.findings import alike, case_to_find_on, finding_of, themes_of_finding
from reviews.selectors.linked import learning_to_link
from reviews.selectors.sight import children_behind, owned_case
from reviews.services import findings as services
from reviews.services.linked import link_case
from reviews.views.reading import reader, shown
from work.views.acting import Case, CaseAct, case_acted


@require_http_methods(["GET", "POST"])
def writing(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what the case found."""
    person = asking(request)
    form = FindingForm(request.POST or None, themes=themes_to_choose())
    act = CaseAct(
        "Write down a finding",
        "Save the finding",
        form,
        lambda _version: services.write_finding(by=person, case=reference, **form.cleaned_data),
        "The finding has been saved.",
    )
    return case_acted(request, reader(request, reference, find=case_to_find_on), act)


def _read(request: HttpRequest, reference: str, number: int) -> tuple[Finding, Case]:
    """A finding, and its case for a page that changes the finding: the version that counts is the finding's."""
    found = case_to_find_on(asking(request), reference)
    row = finding_of(found, number)
    case = shown(found)
    return row, Case(kinds.CASE, reference, row.version, case.name, case.url, children_behind(reference))


@require_http_methods(["GET", "POST"])
def changing(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Say anew what was found."""
    person = asking(request)
    row, _case = _read(request, reference, number)
    had = themes_of_finding(row)
    initial = {"kind": row.kind, "text": row.text, "themes": had}
    form = FindingForm(request.POST if request.method == "POST" else None, themes=themes_to_choose(had), initial=initial)
    act = CaseAct(
        f"Change finding {number}",
        "Save the finding",
        form,
        lambda version: services.change_finding(by=person, case=reference, number=number, version=version, **form.cleaned_data),
        "The finding has been saved.",
    )
    return case_acted(request, lambda: _read(request, reference, number)[1], act)


@require_http_methods(["GET", "POST"])
def striking(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Take a finding back."""
    person = asking(request)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        f"Strike finding {number}",
        "Strike it",
        form,
        lambda version: services.strike_finding(by=person, case=reference, number=number, version=version, **form.cleaned_data),
        "The finding has been struck.",
        explanation="It stays readable with the reason. Recommendations that came of it stay with the board.",
    )
    return case_acted(request, lambda: _read(request, reference, number)[1], act)


@require_http_methods(["GET", "POST"])
def recommending(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Make a recommendation of a finding, and hand it to the board; what was asked for before is shown beside."""
    person = asking(request)
    row = finding_of(owned_case(person, reference), number)
    form = RecommendForm(
        request.POST or None,
        agencies=agencies_that_lead(),
        groups=open_groups(clock.today()),
        initial={"priority": "medium", "source_title": f"{row.case.get_kind_display()}, {clock.today().year}"},
    )
    act = CaseAct(
        "Recommend something",
        "Hand it to the board",
        form,
        lambda _version: services.recommend(by=person, case=reference, number=number, **form.cleaned_data),
        "The recommendation stands with the board.",
        template="reviews/recommend.html",
        context={
            "finding": row.text,
            "alike": [{"text": words_of(one), "far": far_words(one, far)} for one, far in alike(person, row.text)],
        },
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def joining(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Join a finding to a recommendation of the board."""
    person = asking(request)
    row = finding_of(owned_case(person, reference), number)
    form = JoinForm(request.POST or None, alike=alike_choices(alike(person, row.text)))
    act = CaseAct(
        "Join a recommendation of the board",
        "Join it",
        form,
        lambda _version: services.join_recommendation(by=person, case=reference, number=number, **form.cleaned_data),
        "The finding stands with the recommendation.",
        explanation=row.text,
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def linking(request: HttpRequest, reference: str) -> HttpResponse:
    """Link the case with another review or event."""
    person = asking(request)
    case = owned_case(person, reference)
    form = LinkForm(request.POST or None, learning=learning_to_link(case))
    act = CaseAct(
        "Link another review or event",
        "Link it",
        form,
        lambda _version: link_case(by=person, case=reference, **form.cleaned_data),
        "It has been linked.",
        explanation="Only those named on the case see the link.",
    )
    return case_acted(request, reader(request, reference), act)
