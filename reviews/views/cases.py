"""Cases in the browser: those of the reader, one of them, its children and those named on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.selectors.people import names_of
from reviews.access import NOTIFIES_DEATHS, OPENS_CASES
from reviews.forms.cases import ChangeChildForm, ChildForm, MemberForm, RenameForm, StrikeForm, TakeOverForm
from reviews.presenters.cases import case_page, case_rows, ownerless_rows, people_of
from reviews.rules import kinds
from reviews.selectors.cases import CaseFile, cases_of
from reviews.selectors.sight import case_for, member_to_strike, owned_case, ownerless_case, ownerless_cases, some_are_ownerless
from reviews.selectors.trends import child_to_code
from reviews.services.cases import ChildTold, add_child, change_child, rename_case
from reviews.services.team import name_member, strike_member, take_over_case
from reviews.views.reading import reader, shown, unseen
from work.views.acting import CaseAct, case_acted, log_case


@require_GET
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases on which the reader is named."""
    person = asking(request)
    page = cases_of(person, request.GET.get("after", ""))
    log_look(by=person, action=Action.VIEW, route="reviews:cases", record_kind=kinds.CASE)
    context = {
        "rows": case_rows(page.rows),
        "opens": OPENS_CASES.admits(person),
        "notifies": NOTIFIES_DEATHS.admits(person),
        "ownerless": OPENS_CASES.admits(person) and some_are_ownerless(),
        "next_url": f"?after={page.next_key}" if page.next_key else "",
        "first_url": request.path if request.GET.get("after") else "",
    }
    return render(request, "reviews/cases.html", context)


@require_GET
def ownerless(request: HttpRequest) -> HttpResponse:
    """Cases whose owners have all gone: their references and days, and nothing of what they are about."""
    log_look(by=asking(request), action=Action.VIEW, route="reviews:ownerless", record_kind=kinds.CASE)
    return render(request, "reviews/ownerless.html", {"rows": ownerless_rows(ownerless_cases())})


@require_http_methods(["GET", "POST"])
def taking_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Become the owner of a case that nobody owns."""
    person = asking(request)
    form = TakeOverForm(request.POST or None)
    act = CaseAct(
        "Take the case over",
        "Take it over",
        form,
        lambda _version: take_over_case(by=person, case=reference, reason=form.cleaned_data["reason"]),
        "You own the case now.",
        explanation="Everybody who owned it has left. You see all of it then.",
    )
    found = ownerless_case(reference)
    return case_acted(request, lambda: unseen(found), act)


@require_GET
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One case: what is known, what the partners decided, what is due, who is named."""
    person = asking(request)
    found = case_for(person, reference)
    file = CaseFile(person, found)
    log_case(request, shown(found, file))
    return render(request, "reviews/case.html", case_page(file, names_of(people_of(file))))


@require_http_methods(["GET", "POST"])
def renaming(request: HttpRequest, reference: str) -> HttpResponse:
    """Give a case another title."""
    person = asking(request)
    found = owned_case(person, reference)
    form = RenameForm(request.POST or None, initial={"title": found.title})
    act = CaseAct(
        "Give the case another title",
        "Save",
        form,
        lambda _version: rename_case(by=person, case=reference, title=form.cleaned_data["title"]),
        "The case has another title.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def adding_child(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of which child the case is."""
    person = asking(request)
    form = ChildForm(request.POST or None)
    act = CaseAct(
        "Add a child",
        "Add the child",
        form,
        lambda _version: add_child(by=person, case=reference, told=form.told),
        "The child has been added.",
        explanation="Who the child is stands here alone. Everything else of the case speaks of them by the pseudonym.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def changing_child(request: HttpRequest, reference: str, child: int) -> HttpResponse:
    """Put right who a child is, or what is known of them."""
    person = asking(request)
    row = child_to_code(owned_case(person, reference).pk, child)
    initial = {name: getattr(row, name) for name in ChildTold.__dataclass_fields__ if name != "child"}
    initial["child"] = row.child.reference if row.child else ""
    form = ChangeChildForm(request.POST or None, initial=initial)
    act = CaseAct(
        f"Put right who {row.pseudonym} is",
        "Save",
        form,
        lambda _version: change_child(by=person, case=reference, child=child, told=form.told),
        "It has been saved.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def naming(request: HttpRequest, reference: str) -> HttpResponse:
    """Name somebody on the case."""
    person = asking(request)
    form = MemberForm(request.POST or None)
    act = CaseAct(
        "Name somebody on the case",
        "Name them",
        form,
        lambda _version: name_member(by=person, case=reference, **form.cleaned_data),
        "They see the case from now on.",
        explanation="They see all of this case, and nothing of any other. Their sight ends with their role.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def striking(request: HttpRequest, reference: str, member: int) -> HttpResponse:
    """End somebody's place on the case."""
    person = asking(request)
    row = member_to_strike(person, reference, member)
    form = StrikeForm(request.POST or None)
    act = CaseAct(
        f"{row.person.name} leaves the case",
        "End their sight",
        form,
        lambda _version: strike_member(by=person, case=reference, member=member, reason=form.cleaned_data["reason"]),
        "They no longer see the case.",
    )
    return case_acted(request, reader(request, reference), act)
