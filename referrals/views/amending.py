"""After sending: a referrer amends what they sent, page by page; every version stays."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from foundation.errors import Conflict, NotVisible, Refused
from foundation.versions import posted_version
from referrals import services
from referrals.forms.amending import (
    NEW,
    NEW_CHILD,
    NEW_PERSON,
    REASON,
    AmendedPage,
    amending_form,
    child_page,
    new_child_page,
    pages_of,
    person_page,
    section_of,
    standing_section,
    values_from,
    with_reason,
)
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.finding import FOUND, offer, with_found
from referrals.forms.refer.people import PersonForm
from referrals.forms.refer.sections import CHILDREN, PEOPLE
from referrals.forms.refer.sending import answers_of, child_from, person_from
from referrals.models import Submission
from referrals.models.submissions import FIRST_VERSION
from referrals.presenters.afterwards import version_rows
from referrals.presenters.quality import prompt_rows, prompts_shown
from referrals.rules.amending import ADDED, taken_away, why_no_child
from referrals.rules.drafts import Typed
from referrals.rules.quality import PAGES_WITH_PROMPTS, prompts, told_standing
from referrals.selectors.drafts import Writer
from referrals.selectors.quality import scale_in_use
from referrals.selectors.submissions import submission_for
from referrals.selectors.versions import (
    PeopleStanding,
    newest_amendment,
    standing_children,
    standing_people,
    standing_submission,
)
from referrals.services import Changed
from referrals.views.afterwards import log_submission
from referrals.views.drafting import writer_of

NO_CONTENT, CONFLICT, REFUSED = 204, 409, 422
DONE = "The referral is amended. The MASH is told what changed."
ADDED_CHILD = (
    "The child is added, and the MASH has them in its queue. "
    "Now say on the page of each person in the family what they are to this child."
)
AWAY, TAKE_AWAY = "_away", "Take this person away"
"""The button on the page of somebody who is told of, and its words."""
Amending = Callable[[PageForm, Changed], object]


@require_GET
def amend(request: HttpRequest, reference: str) -> HttpResponse:
    """Which part is to be changed."""
    found = submission_for(writer_of(request), reference)
    log_submission(request, found)
    pages = pages_of(standing_submission(found))
    parts = [_link(page.title, found, code) for code, page in pages.items() if code != ADDED]
    children = [_item_link(child.full_name, "", found, CHILDREN, child.position) for child in standing_children(found.pk)]
    standing = PeopleStanding(found.pk)
    people = standing.each()
    named = [_item_link(one.name, one.get_kind_display(), found, PEOPLE, one.position) for one in people]
    groups = [
        ("The children", [*children, *_new_child_link(found)]),
        ("Household and network", [*named, _item_link(NEW_PERSON, "", found, PEOPLE, standing.next_position)]),
        ("What you wrote", [*parts, _link(pages[ADDED].title, found, ADDED)]),
    ]
    return render(request, "referrals/my_referrals/amend.html", {"submission": found, "groups": groups})


def _new_child_link(found: Submission) -> list[dict[str, str]]:
    states = [contact.state for contact in found.contacts.all()]
    return [] if why_no_child(len(states), states) else [_item_link(NEW_CHILD, "", found, CHILDREN, NEW)]


def _link(title: str, found: Submission, code: str) -> dict[str, str]:
    return {"title": title, "who": "", "url": reverse("referrals:amend_page", args=[found.reference, code])}


def _item_link(title: str, who: str, found: Submission, kind: str, position: int) -> dict[str, str]:
    return {"title": title, "who": who, "url": reverse("referrals:amend_item", args=[found.reference, kind, position])}


@require_http_methods(["GET", "POST"])
def amend_page(request: HttpRequest, reference: str, page: str) -> HttpResponse:
    """One part as it stands, to be changed with a reason."""
    person = writer_of(request)
    found = submission_for(person, reference)
    standing = standing_submission(found)
    asked = pages_of(standing).get(page)
    if asked is None:
        raise NotVisible

    def call(form: PageForm, change: Changed) -> None:
        services.amend_submission(
            by=person,
            reference=reference,
            page=page,
            values=values_from(asked, form, standing),
            seen=change.seen,
            before=change.before,
            after=change.after,
            reason=change.reason,
        )

    return _amended(request, found, asked, call)


@require_http_methods(["GET", "POST"])
def amend_item(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """A child or a person as they stand, to be described otherwise with a reason; or a person who is added."""
    person = writer_of(request)
    found = submission_for(person, reference)
    asked = _item(found, kind, number)
    if asked is None:
        raise NotVisible
    if kind == CHILDREN and asked.new:
        return _amended(request, found, asked, _new_child_call(person, reference), done=ADDED_CHILD)
    if kind == CHILDREN:
        return _amended(request, found, asked, _child_call(person, reference, number))
    if AWAY in request.POST and not asked.new:
        return _amended(request, found, asked, _away_call(person, reference, number), away=True)
    return _amended(request, found, asked, _person_call(person, reference, number))


def _item(found: Submission, kind: str, number: int) -> AmendedPage | None:
    children = standing_children(found.pk)
    if kind == CHILDREN and number == NEW:
        return new_child_page(children) if _new_child_link(found) else None
    if kind == CHILDREN:
        return next((child_page(found, one) for one in children if one.position == number), None)
    standing = PeopleStanding(found.pk)
    person = next((one for one in standing.each() if one.position == number), None)
    if kind != PEOPLE or (person is None and number != standing.next_position):
        return None
    return person_page(found, person, children, number)


def _child_call(person: Writer, reference: str, number: int) -> Amending:
    def call(form: PageForm, change: Changed) -> None:
        child = child_from(answers_of(form))
        services.amend_child(by=person, reference=reference, position=number, child=child, change=change)

    return call


def _new_child_call(person: Writer, reference: str) -> Amending:
    def call(form: PageForm, change: Changed) -> None:
        services.add_child(
            by=person,
            reference=reference,
            seen=change.seen,
            child=child_from(answers_of(form)),
            answers=change.after["answers"],
            reason=change.reason,
        )

    return call


def _person_call(person: Writer, reference: str, number: int) -> Amending:
    def call(form: PageForm, change: Changed) -> None:
        asked = cast("PersonForm", form)
        given = person_from(asked, {place: place for place, _name in asked.children})
        services.amend_person(by=person, reference=reference, position=number, person=given, change=change)

    return call


def _away_call(person: Writer, reference: str, number: int) -> Amending:
    def call(form: PageForm, change: Changed) -> None:
        services.take_person_away(by=person, reference=reference, position=number, change=change)

    return call


def _amended(
    request: HttpRequest, found: Submission, asked: AmendedPage, call: Amending, *, away: bool = False, done: str = DONE
) -> HttpResponse:
    """Show a page that amends, or do it; a refusal comes back with all that was typed, a conflict with what changed meanwhile."""
    newest = newest_amendment(found)
    number = newest.number if newest else FIRST_VERSION
    typed = _typed(request)
    form, status, wanted = amending_form(asked, typed), 200, ""
    if typed is not None and request.POST.get("_find") in FOUND and asked.form is ChildForm:
        form, wanted = _found(asked, typed, request.POST["_find"])
    elif typed is not None:
        status = _call(form, asked, call, posted_version(request.POST.get("seen", "")), away=away)
        if status == 0:
            messages.success(request, done)
            return redirect("referrals:submission", found.reference)
    log_submission(request, found)
    rows = _prompts(found, asked, form)
    context = {
        "submission": found,
        "form": form,
        "title": asked.title,
        "seen": number,
        "button_text": asked.title if asked.new else "Amend the referral",
        "away_text": TAKE_AWAY if asked.kind == PEOPLE and not asked.new else "",
        "meanwhile": version_rows([newest], {}) if newest and status == CONFLICT else [],
        "nothing_found": wanted,
        "prompts_url": _prompts_url(found, asked),
        "prompts": rows,
        "shown": prompts_shown(rows),
    }
    template = "amend_child" if asked.form is ChildForm else "amend_page"
    return render(request, f"referrals/my_referrals/{template}.html", context, status=status)


def _typed(request: HttpRequest) -> Typed | None:
    if request.method != "POST":
        return None
    posted: QueryDict = with_found(request.POST)
    return {name: [str(value) for value in posted.getlist(name)] for name in posted}


def _call(form: PageForm, asked: AmendedPage, call: Amending, seen: int, *, away: bool) -> int:
    """Call the service of a page; the status of a refusal, or nothing when it was done. `away`: only the reason is asked for."""
    if not form.is_valid() and not (away and REASON not in form.errors):
        return REFUSED
    reason = form.cleaned_data[REASON]
    after = taken_away(asked.section, asked.position, reason) if away else section_of(asked, form, seen + 1)
    change = Changed(seen, standing_section(asked), after, reason)
    try:
        call(form, change)
    except Conflict as conflict:
        form.refuse(conflict)
        return CONFLICT
    except Refused as refused:
        form.refuse(refused)
        return REFUSED
    return 0


def _found(asked: AmendedPage, typed: Typed, wanted: str) -> tuple[PageForm, str]:
    """The page with the schools or addresses that were found to choose from; and what was looked for where none was."""
    form = with_reason(asked.form.resumed(typed, **asked.options))
    return form, "" if offer(cast("ChildForm", form), wanted) else wanted


@require_POST
def amend_prompts(request: HttpRequest, reference: str, page: str) -> HttpResponse:
    """What could still be said, with what is typed at this moment; no content where the page shows it already.

    Nothing is judged or kept, and nothing about a child is shown.
    """
    found = submission_for(writer_of(request), reference)
    asked = pages_of(standing_submission(found)).get(page)
    if asked is None or page not in PAGES_WITH_PROMPTS:
        raise NotVisible
    form = asked.form.judged(_typed(request) or {}, **asked.options)
    form.cleaned_data = answers_of(form)
    rows = _prompts(found, asked, form)
    if request.POST.get("shown", "") == prompts_shown(rows):
        return HttpResponse(status=NO_CONTENT)
    return render(request, "referrals/refer/prompts_shown.html", {"prompts": rows, "shown": prompts_shown(rows)})


def _prompts_url(found: Submission, asked: AmendedPage) -> str:
    return (
        reverse("referrals:amend_prompts", args=[found.reference, asked.section]) if asked.section in PAGES_WITH_PROMPTS else ""
    )


def _prompts(found: Submission, asked: AmendedPage, form: PageForm) -> list[dict[str, str]]:
    """What could still be said on the page, as in the form that was sent first. Nothing of it stops anybody."""
    if asked.section not in PAGES_WITH_PROMPTS:
        return []
    standing = standing_submission(found)
    if form.is_bound and form.cleaned_data and set(form.fields) - {REASON} <= set(form.cleaned_data):
        for name, value in values_from(asked, form, standing).items():
            setattr(standing, name, value)
    said = told_standing(standing, standing_people(found.pk), standing_children(found.pk))
    return prompt_rows(prompts(said, scale_in_use(), page=asked.section), {})
