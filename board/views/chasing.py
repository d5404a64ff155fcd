"""The table of chasing: who is asked about actions, letters and returns, when and how often."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.chasing import ChaseRuleForm
from board.models.chasing import ACTIONS
from board.presenters.chasing import rule_begins, rule_rows
from board.selectors.chasing import rule_of, rules_in_use, what_is_chased
from board.services import chase_rules as services
from foundation.errors import Conflict, Refused
from foundation.versions import posted_version


@require_GET
def chasing(request: HttpRequest) -> HttpResponse:
    """The lines of the table, by what they are about and by their days."""
    parts = [
        {"about": about, "heading": heading, "rows": rule_rows(rules_in_use(about))}
        for about, heading in what_is_chased().items()
    ]
    return render(request, "board/chasing.html", {"parts": parts})


def _filled(request: HttpRequest, form: ChaseRuleForm, do: Any, said: str, heading: str, **page: Any) -> HttpResponse:
    return filled_in(
        request,
        form,
        lambda by, **_typed: do(by=by, **form.line()),
        back_url=reverse("board:chasing"),
        said=said,
        heading=heading,
        button_text="Save the line",
        caption="Chasing",
        **page,
    )


@require_http_methods(["GET", "POST"])
def new_chase_rule(request: HttpRequest) -> HttpResponse:
    """Add a line."""
    begins = {"every": 0, "about": request.GET.get("about", ACTIONS)}
    form = ChaseRuleForm(request.POST or None, about=what_is_chased(), initial=begins)
    return _filled(request, form, services.add_chase_rule, "The line has been added.", "Add a line")


@require_http_methods(["GET", "POST"])
def change_chase_rule(request: HttpRequest, rule: int) -> HttpResponse:
    """Change a line."""
    found = rule_of(rule)
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.change_chase_rule(pk=rule, version=version, **given)

    form = ChaseRuleForm(request.POST or None, about=what_is_chased(), initial=rule_begins(found))
    return _filled(request, form, do, "The line has been saved.", "Change the line", version=found.version)


@require_POST
def end_chase_rule(request: HttpRequest, rule: int) -> HttpResponse:
    """Take a line out."""
    rule_of(rule)
    try:
        services.end_chase_rule(by=asking(request), pk=rule, version=posted_version(request.POST.get("version", "")))
    except (Refused, Conflict) as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The line has been taken out.")
    return redirect("board:chasing")
