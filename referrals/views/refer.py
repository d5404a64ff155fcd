"""The referral form: start, the first question, the task list, its sections, children and people."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.models import Visitor
from foundation.errors import NotVisible, Refused
from referrals import services
from referrals.forms.refer.about import AboutForm, BeginForm, DangerForm
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.children import CARRIED_ON, ChildForm
from referrals.forms.refer.finding import FOUND, offer, with_found
from referrals.forms.refer.prompts import prompts_of
from referrals.forms.refer.reading import Asked, asked_page, read_draft
from referrals.forms.refer.sections import BY_CODE, CHILDREN, DOCUMENTS, FAMILY, PEOPLE, Section, form_for
from referrals.forms.refer.showing import (
    child_items,
    conflicting,
    newer_questions_asked,
    page_url,
    person_items,
    section_url,
    task_items,
    why_asked,
)
from referrals.forms.refer.urgent import can_follow, hindering
from referrals.models import Draft
from referrals.presenters.quality import prompt_rows
from referrals.presenters.taken import called
from referrals.rules.drafts import Typed, item_keys, next_key
from referrals.rules.quality import PAGES_WITH_PROMPTS
from referrals.selectors.drafts import agencies_to_refer_for, documents_of_draft, drafts_of
from referrals.selectors.notices import police_of
from referrals.selectors.quality import scale_in_use
from referrals.selectors.taken import calls_of
from referrals.services import StaleSection
from referrals.views.drafting import (
    Filled,
    autosave_url,
    drafting,
    page_of,
    shown_page,
    typed_of,
    version_of,
    writer_of,
)
from referrals.views.guide import level_of

ITEM_TITLES = {CHILDREN: "About the child", PEOPLE: "About this person"}
REFUSED = 422
CONFLICT = 409


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """When to refer, what it takes, and what has been begun already."""
    writer = writer_of(request)
    police = not isinstance(writer, Visitor) and police_of(writer) is not None
    return render(request, "referrals/refer/start.html", {"drafts": len(drafts_of(writer)), "police": police})


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The first question: is a child in immediate danger? Answering it begins the draft."""
    person = writer_of(request)
    agencies = agencies_to_refer_for(person)
    if request.method != "POST":
        return render(request, "referrals/refer/begin.html", {"form": BeginForm(agencies=agencies)})
    form = BeginForm(request.POST, agencies=agencies)
    if not form.is_valid():
        return render(request, "referrals/refer/begin.html", {"form": form}, status=REFUSED)
    danger_typed = DangerForm().typed(request.POST)
    draft = services.start_draft(
        by=person, answers={"danger": danger_typed}, agency=form.cleaned_data.get("agency", ""), level=level_of(request)
    )
    page = "referrals:danger" if form.cleaned_data["immediate_danger"] == "yes" else "referrals:draft"
    return redirect(page, draft.reference)


@require_GET
@drafting
def danger(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Call 999 first; the form can wait, and goes on afterwards."""
    return render(request, "referrals/refer/danger.html", {"draft": draft})


@require_GET
@drafting
def task_list(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What is answered and what is not."""
    reading = read_draft(draft, documents=len(documents_of_draft(writer_of(request), draft)))
    context = {
        "draft": draft,
        "tasks": task_items(reading),
        "left": len(hindering(reading)),
        "later": len(can_follow(reading)),
        "danger": reading.danger,
        "newer": newer_questions_asked(draft, reading.sections),
        "calls": [
            {"text": called(row), "due_at": row.form_due_at} for row in calls_of(writer_of(request), agency=draft.agency_id)
        ],
    }
    return render(request, "referrals/refer/task_list.html", context)


@require_POST
@drafting
def newer_questions(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Ask the further questions that are in use now."""
    services.ask_newer_questions(by=writer_of(request), reference=draft.reference)
    messages.success(request, "Your draft asks the newest questions now. What you had answered is kept; please look through it.")
    return redirect("referrals:draft", draft.reference)


@require_http_methods(["GET", "POST"])
@drafting
def section(request: HttpRequest, draft: Draft, code: str) -> HttpResponse:
    """One section: its questions, its list, or both."""
    if code == CHILDREN:
        return _list_page(request, draft)
    asked = asked_page(draft, code)
    if asked is None or code == DOCUMENTS:
        raise NotVisible
    return _page(request, draft, code, asked)


@require_http_methods(["GET", "POST"])
@drafting
def item(request: HttpRequest, draft: Draft, kind: str, number: int) -> HttpResponse:
    """One child or person."""
    key = f"{kind}/{number}"
    asked = asked_page(draft, key)
    if asked is None or (key not in draft.answers and key != next_key(draft.answers, kind)):
        raise NotVisible
    return _page(request, draft, key, asked)


@require_GET
@drafting
def add_item(request: HttpRequest, draft: Draft, kind: str) -> HttpResponse:
    """Lead to the page of the next child or person."""
    if kind not in (CHILDREN, PEOPLE):
        raise NotVisible
    return redirect(page_url(draft, next_key(draft.answers, kind)))


@require_http_methods(["GET", "POST"])
@drafting
def remove(request: HttpRequest, draft: Draft, kind: str, number: int) -> HttpResponse:
    """Ask once, then take a child or person off the draft."""
    key = f"{kind}/{number}"
    back = section_url(draft, BY_CODE[CHILDREN if kind == CHILDREN else FAMILY])
    if key not in draft.answers or form_for(key) is None:
        return redirect(back)
    if request.method == "POST":
        services.remove_item(by=writer_of(request), reference=draft.reference, key=key)
        return redirect(back)
    reading = read_draft(draft)
    items = child_items(reading) if kind == CHILDREN else person_items(reading)
    keys = item_keys(draft.answers, kind)
    return render(request, "referrals/refer/remove.html", {"draft": draft, "item": items[keys.index(key)], "back_url": back})


@require_POST
@drafting
def autosave(request: HttpRequest, draft: Draft, key: str) -> HttpResponse:
    """Keep what is typed so far, without judging it. What comes here by a button, after signing in again, is the page itself."""
    asked = asked_page(draft, key)
    if asked is None:
        raise NotVisible
    if "X-Autosave" not in request.headers:
        return _page(request, draft, key, asked)
    typed = asked.form(request.POST, **asked.options).typed(request.POST)
    try:
        services.save_section(by=writer_of(request), reference=draft.reference, key=key, typed=typed, page=page_of(request))
    except Refused as refused:
        return JsonResponse({"saved": False, "why": refused.sentence}, status=CONFLICT)
    return JsonResponse({"saved": True, "prompts": _prompts(draft, key, typed)})


def _prompts(draft: Draft, key: str, typed: Typed | None = None) -> list[dict[str, str]]:
    """What could still be said on a page, with what was typed there just now. Nothing of it stops anybody."""
    if key not in PAGES_WITH_PROMPTS:
        return []
    if typed is not None:
        draft.answers[key] = {"typed": typed}
    return prompt_rows(prompts_of(read_draft(draft, sets=()), scale_in_use(), key), {})


def _list_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    if request.method == "POST":
        return redirect("referrals:draft", draft.reference)
    reading = read_draft(draft)
    if not reading.child_keys:
        return redirect(page_url(draft, next_key(draft.answers, CHILDREN)))
    return render(request, "referrals/refer/children.html", {"draft": draft, "items": child_items(reading)})


def _page(request: HttpRequest, draft: Draft, key: str, asked: Asked) -> HttpResponse:
    form, extra, section = asked.form, asked.options, asked.section
    if request.method == "POST":
        return _posted(request, draft, key, form(with_found(request.POST), **extra), section)
    typed = typed_of(draft, key)
    shown = form(initial=_brought_forward(request, draft, key), **extra) if typed is None else form.resumed(typed, **extra)
    wanted = request.GET.get("find", "")
    nothing = not offer(shown, wanted) if isinstance(shown, ChildForm) and wanted in FOUND else False
    return _render(request, draft, shown_page(draft, key, shown), section, nothing_found=wanted if nothing else "")


def _posted(request: HttpRequest, draft: Draft, key: str, form: PageForm, section: Section) -> HttpResponse:
    person, page, typed = writer_of(request), page_of(request), form.typed(cast("QueryDict", form.data))
    try:
        key = services.save_section(by=person, reference=draft.reference, key=key, typed=typed, page=page)
    except StaleSection:
        return _both_versions(request, draft, key, form, section)
    except Refused as refused:
        form.refuse(refused)
        return _render(request, draft, Filled(form, key, page.token, page.seen), section, status=REFUSED)
    if "_later" in request.POST:
        messages.success(request, f"Saved. You can go on with {draft.reference} from here, on any device.")
        return redirect("referrals:my_referrals")
    if (wanted := request.POST.get("_find", "")) in FOUND:
        came = "&from=check" if request.GET.get("from") == "check" else ""
        return redirect(f"{page_url(draft, key)}?find={wanted}{came}#id_{FOUND[wanted]}")
    if not form.is_valid():
        return _render(request, draft, Filled(form, key, page.token, page.seen), section, status=REFUSED)
    if key == "danger" and form.cleaned_data["immediate_danger"] == "yes":
        return redirect("referrals:danger", draft.reference)
    if "/" in key and request.GET.get("from") != "check":
        return redirect(section_url(draft, section))
    return redirect(_way_back(request, draft))


def _both_versions(request: HttpRequest, draft: Draft, key: str, form: PageForm, section: Section) -> HttpResponse:
    mine, theirs = form.typed(cast("QueryDict", form.data)), typed_of(draft, key) or {}
    again = type(form).resumed(mine, **form.options())
    filled = Filled(again, key, page_of(request).token, version_of(draft, key))
    return _render(request, draft, filled, section, status=CONFLICT, differences=conflicting(form, mine, theirs))


def _way_back(request: HttpRequest, draft: Draft) -> str:
    """To the answers to check for those who came from there, otherwise to the task list."""
    name = "referrals:check" if request.GET.get("from") == "check" else "referrals:draft"
    return reverse(name, args=[draft.reference])


def _brought_forward(request: HttpRequest, draft: Draft, key: str) -> dict[str, object]:
    """What the portal knows already: the account of whoever writes, and what was said of the first child."""
    person = writer_of(request)
    if form_for(key) is AboutForm:
        if isinstance(person, Visitor):
            return {"email": person.email}
        return {"name": person.name, "role": person.job_title, "telephone": person.telephone, "email": person.email}
    if key == "request" and draft.level is not None:
        return {"referrer_level": str(draft.level)}
    children = item_keys(draft.answers, CHILDREN)
    if key.startswith(f"{CHILDREN}/") and children:
        first = ChildForm.judged(draft.answers[children[0]]["typed"]).cleaned_data
        return {name: first[name] for name in CARRIED_ON if first.get(name)}
    return {}


def _render(
    request: HttpRequest, draft: Draft, filled: Filled, section: Section, *, status: int = 200, **extra: Any
) -> HttpResponse:
    kind = filled.key.partition("/")[0]
    is_item = "/" in filled.key
    back = section_url(draft, section) if is_item and (kind != CHILDREN or item_keys(draft.answers, CHILDREN)) else ""
    context = {
        "draft": draft,
        "form": filled.form,
        "filled": filled,
        "heading": ITEM_TITLES[kind] if is_item else section.title,
        "back_url": back or _way_back(request, draft),
        "autosave_url": autosave_url(draft, filled.key),
        "page_url": page_url(draft, filled.key) + ("?from=check" if request.GET.get("from") == "check" else ""),
        "people": person_items(read_draft(draft)) if section.code == FAMILY and not is_item else (),
        "why_asked": why_asked(draft, section),
        "brought_forward": bool(filled.form.initial),
        "prompted": filled.key in PAGES_WITH_PROMPTS,
        "prompts": _prompts(draft, filled.key, filled.form.typed(request.POST) if request.method == "POST" else None),
        **extra,
    }
    template = (
        "referrals/refer/child.html"
        if is_item and kind == CHILDREN
        else (
            f"referrals/refer/{kind}.html"
            if kind in OWN_TEMPLATES and (is_item or kind != CHILDREN)
            else "referrals/refer/page.html"
        )
    )
    return render(request, template, context, status=status)


OWN_TEMPLATES = ("about", "family", "concern", "consent")
