"""What children, families and practitioners said: the list, one piece and what is done with it, and what may be published."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action as Look
from accounts.access_log import log_look
from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.anonymity import CANNOT_FIND
from board.forms.voice import (
    CheckForm,
    ConsentForm,
    DoneForm,
    FeedbackFilterForm,
    FeedbackForm,
    GiveOutForm,
    LinkForm,
    LinkPlanForm,
    PublishedForm,
    TellBackForm,
    YearForm,
)
from board.models import Feedback, Use
from board.presenters.actions import filter_chips
from board.presenters.recommendations import recommendation_links
from board.presenters.themes import theme_links
from board.presenters.voice import (
    about_words,
    action_links,
    consent_rows,
    feedback_entries,
    feedback_row,
    feedback_table,
    kept_done,
    kept_feedback,
    kept_told,
    mark_rows,
    marked_text,
    said_table,
    service_rows,
    speaker_words,
    stored_feedback,
    use_rows,
    uses_words,
    voice_numbers,
)
from board.selectors.actions import plan_for
from board.selectors.challenges import agencies_to_name
from board.selectors.recommendations import words_of
from board.selectors.themes import themes_in_lists, themes_to_choose
from board.selectors.voice import (
    FeedbackFilter,
    actions_about,
    actions_for_feedback,
    consents_of,
    count_voice,
    exported_feedback,
    feedback_events,
    feedback_for,
    feedback_taken_down,
    given_out,
    heard_of,
    keeps_the_voice,
    list_feedback,
    marks_in,
    may_answer,
    may_change,
    may_confirm,
    plans_with_actions,
    recommendations_about,
    recommendations_for_feedback,
    themes_of_feedback,
    uses_of,
    voice_of_year,
    years_heard,
)
from board.services import voice as services
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.design.forms import PortalForm
from foundation.errors import Refused
from foundation.exports import xlsx_download
from foundation.versions import posted_version


def _filter(request: HttpRequest) -> tuple[FeedbackFilter, FeedbackFilterForm]:
    heard = heard_of(asking(request))
    form = FeedbackFilterForm(
        request.GET, agencies=heard.agencies, services=heard.services, years=heard.years, themes=themes_in_lists()
    )
    form.is_valid()
    return FeedbackFilter(**{name: value for name, value in form.cleaned_data.items() if value}), form


@require_GET
def voice(request: HttpRequest) -> HttpResponse:
    """What was said, newest first, fifty at a time, with how it stands."""
    wanted, form = _filter(request)
    person, after = asking(request), request.GET.get("after", "")
    page = list_feedback(person, wanted, after)
    query = {name: str(request.GET[name]) for name, value in form.cleaned_data.items() if value}
    context = {
        "rows": [feedback_row(one) for one in page.rows],
        "numbers": voice_numbers(count_voice(person), settings.FEEDBACK_WAITS_DAYS),
        "filter_form": form,
        "chips": filter_chips(form, query, reverse("board:voice")),
        "clear_url": reverse("board:voice"),
        "query": urlencode(query),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(query)}" if after else "",
    }
    return render(request, "board/voice.html", context)


def _look(request: HttpRequest, action: Look, route: str, reference: str = "") -> None:
    """Words that were not meant for everybody were read: it is written down who did, as of any other confidence."""
    log_look(by=asking(request), action=action, route=route, record_kind="feedback", record_reference=reference)


@require_GET
def voice_export(request: HttpRequest) -> HttpResponse:
    """The same list, whole, as a spreadsheet for use inside the partnership."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    wanted, _form = _filter(request)
    _look(request, Look.EXPORT, "board:voice_export")
    return xlsx_download(feedback_table(exported_feedback(asking(request), wanted)))


@require_GET
def feedback(request: HttpRequest, reference: str) -> HttpResponse:
    """One piece with its consent, who confirmed that it names nobody, what was done, and what happened to it."""
    person = asking(request)
    found = feedback_for(person, reference)
    withheld = found.withheld  # type: ignore[attr-defined]  # annotated
    complaint = found.way == Feedback.Way.COMPLAINT and found.agency_id is not None
    if not withheld:
        _look(request, Look.VIEW, "board:feedback", found.reference)
    keeps = keeps_the_voice(person)
    context = {
        "one": found,
        "row": feedback_row(found),
        "speaker": speaker_words(found),
        "about": about_words(found),
        "themes": theme_links(themes_of_feedback(found), "board:voice"),
        "uses_allowed": uses_words(found.consent_uses),
        "consents": consent_rows(consents_of(found)),
        "uses": use_rows(uses_of(found), withdrawn=found.consent == Feedback.Consent.WITHDRAWN),
        "actions": action_links(actions_about(person, found)),
        "recommendations": recommendation_links(recommendations_about(person, found)),
        "entries": feedback_entries(feedback_events(found)),
        "may_change": may_change(person, found),
        "may_answer": may_answer(person),
        "may_confirm": found.checked_at is None and may_confirm(person, found),
        "may_share": keeps and not withheld and complaint and found.shared_at is None,
        "keeps": keeps,
        "complaint": complaint,
    }
    return render(request, "board/feedback.html", context)


def _feedback_form(request: HttpRequest, found: Feedback | None = None) -> FeedbackForm:
    has = [theme.code for theme in themes_of_feedback(found)] if found else []
    return FeedbackForm(
        request.POST or None,
        agencies=agencies_to_name(found.agency if found else None),
        themes=themes_to_choose(has),
        initial=kept_feedback(found, has) if found else {"said_on": clock.today()},
    )


@require_http_methods(["GET", "POST"])
def new_feedback(request: HttpRequest) -> HttpResponse:
    """Take down what somebody said."""
    said, heading, button = "What was said has been taken down.", "Take down what somebody said", "Save"
    return filled_in(
        request, _feedback_form(request), services.add_feedback, back_url=reverse("board:voice"), said=said, heading=heading,
        button_text=button, caption="Voice",
    )  # fmt: skip


def _of_one(
    request: HttpRequest, found: Feedback, form: PortalForm, do: Callable[..., Any], said: str, **page: Any
) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(reference=found.reference, version=version, **given), said=said,
        back_url=reverse("board:feedback", args=[found.reference]), version=found.version, stored=stored_feedback(found),
        caption=f"{found.get_way_display()}: {found.service}", **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_feedback(request: HttpRequest, reference: str) -> HttpResponse:
    """Put right what was taken down."""
    found = feedback_taken_down(asking(request), reference)
    said, heading = "What was said has been saved.", "Put right what was taken down"
    form = _feedback_form(request, found)
    return _of_one(request, found, form, services.change_feedback, said, heading=heading, button_text="Save")


@require_http_methods(["GET", "POST"])
def record_consent(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what was said of publishing the words."""
    found = feedback_taken_down(asking(request), reference)
    form = ConsentForm(request.POST or None, initial={"happened_on": clock.today()})
    said, heading = "What was said of publishing has been saved.", "May the words be published?"
    return _of_one(request, found, form, services.record_consent, said, heading=heading, button_text="Save", quoted=found.words)


@require_http_methods(["GET", "POST"])
def confirm_anonymity(request: HttpRequest, reference: str) -> HttpResponse:
    """Read the words as they may be published, see what was found in them, and confirm that they name nobody."""
    found = feedback_for(asking(request), reference)
    if request.method == "GET":
        _look(request, Look.VIEW, "board:confirm_anonymity", found.reference)
    texts = [("Words", found.public_words or found.words), ("Summary", found.summary), ("What was done", found.done)]
    looked_at = [(title, text, marks_in(text)) for title, text in texts if text]
    return _of_one(
        request, found, CheckForm(request.POST or None), services.confirm_anonymity, "It is confirmed that this names nobody.",
        heading="Does this name anybody?", button_text="Confirm that it names nobody", template="board/feedback_check.html",
        texts=[{"title": title, "parts": marked_text(text, marks)} for title, text, marks in looked_at],
        marks=mark_rows(mark for _title, _text, marks in looked_at for mark in marks), cannot_find=CANNOT_FIND,
        may_confirm=may_confirm(asking(request), found), speaker=speaker_words(found), service=found.service,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def say_what_was_done(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what was done."""
    found = feedback_for(asking(request), reference)
    form = DoneForm(request.POST or None, initial={"done_on": clock.today(), **_kept(kept_done(found))})
    said, heading = "What was done has been saved.", "What was done about it?"
    return _of_one(
        request, found, form, services.say_what_was_done, said, heading=heading, button_text="Save", quoted=found.words
    )


def _kept(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if value}


@require_http_methods(["GET", "POST"])
def tell_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down how whoever said it was told what was done."""
    found = feedback_for(asking(request), reference)
    form = TellBackForm(request.POST or None, initial=_kept(kept_told(found)))
    said, heading = "Telling them has been saved.", "Were they told what was done?"
    return _of_one(request, found, form, services.tell_back, said, heading=heading, button_text="Save", quoted=found.done)


@require_http_methods(["GET", "POST"])
def answer_feedback(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose what came of it: the plan first, then its actions, with recommendations."""
    person = asking(request)
    found = feedback_for(person, reference)
    chosen = request.GET.get("plan")
    if chosen is None:
        context = {"form": LinkPlanForm(plans=plans_with_actions()), "one": found, "row": feedback_row(found)}
        return render(request, "board/feedback_plan.html", context)
    actions = actions_for_feedback(plan_for(person, chosen), found) if chosen else ()
    recommendations = recommendations_for_feedback(found)
    form = LinkForm(
        request.POST if request.method == "POST" else None,
        actions=[(action.reference, f"{action.number} {action.text}") for action, _already in actions],
        recommendations=[(one.reference, words_of(one)) for one, _already in recommendations],
        initial={
            "actions": [action.reference for action, already in actions if already],
            "recommendations": [one.reference for one, already in recommendations if already],
        },
    )

    def do(**given: Any) -> Feedback:
        return services.answer_feedback(plan_reference=chosen, **given)

    return _of_one(request, found, form, do, "What came of it has been saved.", heading="What came of it?", button_text="Save")


@require_POST
def share_complaint(request: HttpRequest, reference: str) -> HttpResponse:
    """Let the agency that a complaint is about read its words."""
    try:
        version = posted_version(request.POST.get("version", ""))
        services.share_complaint(by=asking(request), reference=reference, version=version)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The agency’s leads can read these words now.")
    return redirect("board:feedback", reference=reference)


@require_GET
def voice_year(request: HttpRequest) -> HttpResponse:
    """The voice of a year by service: what was done, words that may be published, themes."""
    person = asking(request)
    labels = years_heard(person)
    form = YearForm(request.GET or None, years=[(label, label) for label in labels])
    asked_for = form.cleaned_data["year"] if form.is_bound and form.is_valid() else ""
    label = asked_for or (labels[0] if labels else FinancialYear.of(clock.today()).label)
    form.initial["year"] = label
    context = {"year": label, "form": form, "rows": service_rows(voice_of_year(person, FinancialYear.from_label(label)))}
    return render(request, "board/voice_year.html", context)


@require_http_methods(["GET", "POST"])
def give_for_publication(request: HttpRequest) -> HttpResponse:
    """The words of a year that may be published for a use, as a spreadsheet; where they went is kept with each of them."""
    person = asking(request)
    years = [(label, label) for label in years_heard(person)]
    form = GiveOutForm(request.POST or None, years=years, initial={"year": years[0][0] if years else "", "use": Use.REPORT})
    if request.method == "POST" and not allowed(EXPORTING, person.reference):
        return too_many(request)
    if request.method == "POST" and form.is_valid():
        asked_for = form.cleaned_data
        year = FinancialYear.from_label(asked_for["year"])
        try:
            said = services.give_for_publication(by=person, use=asked_for["use"], title=asked_for["title"], year=year)
        except Refused as refused:
            form.refuse(refused)
        else:
            _look(request, Look.EXPORT, "board:give_for_publication")
            return xlsx_download(said_table(said, asked_for["title"]))
    status = 422 if form.errors else 200
    return render(request, "board/voice_publication.html", {"form": form, "waiting": given_out()}, status=status)


@require_http_methods(["GET", "POST"])
def mark_published(request: HttpRequest) -> HttpResponse:
    """Say that what words were given out for is published."""
    form = PublishedForm(request.POST or None, given_out=given_out(), initial={"published_on": clock.today()})
    said, heading = "It is kept with each piece that it was published.", "What was published?"
    return filled_in(
        request, form, services.mark_published, back_url=reverse("board:give_for_publication"), said=said, heading=heading,
        button_text="Save", caption="Voice",
    )  # fmt: skip
