"""The shared vocabulary: what it holds, the business team's changes to it, and the themes of an action."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.themes import NewThemeForm, RetireThemeForm, TagForm, ThemeForm
from board.presenters.themes import theme_groups
from board.selectors.actions import action_for
from board.selectors.themes import all_themes, theme_of, themes_of, themes_to_choose
from board.services import themes as services
from foundation.errors import Refused
from foundation.versions import posted_version


@require_GET
def themes(request: HttpRequest) -> HttpResponse:
    """Every theme by its group, and how many actions are tagged with it."""
    return render(request, "board/themes.html", {"groups": theme_groups(all_themes(asking(request)))})


@require_http_methods(["GET", "POST"])
def new_theme(request: HttpRequest) -> HttpResponse:
    """Add a theme."""
    return filled_in(
        request,
        NewThemeForm(request.POST or None),
        services.add_theme,
        back_url=reverse("board:themes"),
        said="The theme has been added.",
        heading="Add a theme",
        button_text="Add the theme",
        caption="Themes",
    )


@require_http_methods(["GET", "POST"])
def change_theme(request: HttpRequest, code: str) -> HttpResponse:
    """Another name for a theme, or other words for what belongs to it."""
    found = theme_of(code)
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request,
        ThemeForm(request.POST or None, initial={"name": found.name, "note": found.note}),
        lambda **given: services.change_theme(code=code, version=version, **given),
        back_url=reverse("board:themes"),
        said="The theme has been saved.",
        heading="Change the theme",
        button_text="Save the theme",
        caption=f"{found.get_kind_display()} {found.code}",
        version=found.version,
    )


@require_http_methods(["GET", "POST"])
def retire_theme(request: HttpRequest, code: str) -> HttpResponse:
    """Use a theme no more."""
    found = theme_of(code)
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request,
        RetireThemeForm(request.POST or None),
        lambda **given: services.retire_theme(code=code, version=version, **given),
        back_url=reverse("board:themes"),
        said="The theme has been retired.",
        heading=f"Retire “{found.name}”",
        button_text="Retire it",
        caption=f"{found.get_kind_display()} {found.code}",
        version=found.version,
    )


@require_POST
def bring_back_theme(request: HttpRequest, code: str) -> HttpResponse:
    """Use a retired theme again."""
    try:
        services.bring_back_theme(by=asking(request), code=code)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The theme is in use again.")
    return redirect("board:themes")


@require_http_methods(["GET", "POST"])
def tag_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Say which themes an action is about."""
    found = action_for(asking(request), reference)
    has = [theme.code for theme in themes_of(found)]
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request,
        TagForm(request.POST if request.method == "POST" else None, themes=themes_to_choose(has), initial={"themes": has}),
        lambda **given: services.tag_action(reference=reference, version=version, **given),
        back_url=reverse("board:action", args=[reference]),
        said="The themes have been saved.",
        heading="Themes of the action",
        button_text="Save the themes",
        caption=f"Action {found.number}: {found.plan.title}",
        version=found.version,
    )
