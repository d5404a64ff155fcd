"""The library of policies: the list, one policy, and what is done with it."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.policies import (
    NewPolicyForm,
    PolicyFilterForm,
    PolicyForm,
    PolicyReviewForm,
    PolicyVersionForm,
    WithdrawPolicyForm,
)
from board.models import Policy
from board.presenters.actions import filter_chips
from board.presenters.policies import (
    kept_policy,
    owner_words,
    policy_numbers,
    policy_row,
    policy_table,
    stored_policy,
    version_rows,
)
from board.selectors.challenges import agencies_to_name
from board.selectors.policies import (
    PolicyFilter,
    count_policies,
    exported_policies,
    groups_to_own,
    list_policies,
    owners_of_policies,
    policies_to_replace_with,
    policy_for,
    reads_all,
    replaced_policies,
    reviews_falling_due,
    versions_read_by,
)
from board.services import policies as services
from foundation import clock
from foundation.design.forms import PortalForm
from foundation.exports import xlsx_download
from foundation.versions import posted_version


def _filter(request: HttpRequest) -> tuple[PolicyFilter, PolicyFilterForm]:
    person = asking(request)
    form = PolicyFilterForm(request.GET, owners=owners_of_policies(person), withdrawn=reads_all(person))
    form.is_valid()
    return PolicyFilter(**{name: value for name, value in form.cleaned_data.items() if value}), form


@require_GET
def policies(request: HttpRequest) -> HttpResponse:
    """The library by title, fifty at a time, with how many stand how and whose review falls due."""
    wanted, form = _filter(request)
    person, after = asking(request), request.GET.get("after", "")
    page = list_policies(person, wanted, after)
    query = {name: str(request.GET[name]) for name, value in form.cleaned_data.items() if value}
    all_seen = reads_all(person)
    due = reviews_falling_due(person) if all_seen and not query and not after else []
    context = {
        "rows": [policy_row(one) for one in page.rows],
        "numbers": policy_numbers(count_policies(person)) if all_seen else [],
        "due": [policy_row(one) for one in due],
        "filter_form": form,
        "chips": filter_chips(form, query, reverse("board:policies")),
        "clear_url": reverse("board:policies"),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(query)}" if after else "",
        "query": urlencode(query),
    }
    return render(request, "board/policies.html", context)


@require_GET
def policies_export(request: HttpRequest) -> HttpResponse:
    """The same library, whole, as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    wanted, _form = _filter(request)
    return xlsx_download(policy_table(exported_policies(asking(request), wanted)))


@require_GET
def policy(request: HttpRequest, reference: str) -> HttpResponse:
    """One policy with the version that holds; for the board's people also those before it."""
    person = asking(request)
    found = policy_for(person, reference)
    newest, *older = version_rows(versions_read_by(person, found))
    context = {
        "policy": found,
        "row": policy_row(found),
        "owner": owner_words(found),
        "newest": newest,
        "older": older,
        "replaces": [policy_row(one) for one in replaced_policies(person, found)],
    }
    return render(request, "board/policy.html", context)


@require_http_methods(["GET", "POST"])
def new_policy(request: HttpRequest) -> HttpResponse:
    """Put a policy into the library."""
    form = NewPolicyForm(
        request.POST if request.method == "POST" else None, request.FILES or None, agencies=agencies_to_name(),
        groups=groups_to_own(),
    )  # fmt: skip
    return filled_in(
        request, form, services.add_policy, back_url=reverse("board:policies"),
        said="The policy is in the library. Its document opens once it is found clean of viruses.", heading="Add a policy",
        button_text="Save the policy", caption="Library",
    )  # fmt: skip


def _of_policy(request: HttpRequest, found: Policy, form: PortalForm, do: Any, said: str, **page: Any) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(reference=found.reference, version=version, **given), said=said,
        caption=f"{found.code} {found.title}", back_url=reverse("board:policy", args=[found.reference]), version=found.version,
        stored=stored_policy(found), **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_policy(request: HttpRequest, reference: str) -> HttpResponse:
    """Say anew what a policy is."""
    found = policy_for(asking(request), reference)
    form = PolicyForm(
        request.POST or None, agencies=agencies_to_name(found.agency), groups=groups_to_own(found.group),
        initial=kept_policy(found),
    )  # fmt: skip
    said, heading = "The policy has been saved.", "Change the policy"
    return _of_policy(request, found, form, services.change_policy, said, heading=heading, button_text="Save the policy")


@require_http_methods(["GET", "POST"])
def add_policy_version(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a new version in the place of the one that holds."""
    found = policy_for(asking(request), reference)
    form = PolicyVersionForm(request.POST if request.method == "POST" else None, request.FILES or None)
    said = "The new version has been saved. Its document opens once it is found clean of viruses."
    heading, button = "Add a version", "Save the version"
    return _of_policy(request, found, form, services.add_policy_version, said, heading=heading, button_text=button)


@require_http_methods(["GET", "POST"])
def review_policy(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a review that leaves a policy as it is."""
    found = policy_for(asking(request), reference)
    form = PolicyReviewForm(request.POST or None, initial={"reviewed_on": clock.today()})
    said = "The review has been saved. The version that holds stays as it is."
    heading, button = "Reviewed, and nothing changed", "Save the review"
    return _of_policy(request, found, form, services.review_policy, said, heading=heading, button_text=button)


@require_http_methods(["GET", "POST"])
def withdraw_policy(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a policy out of use."""
    found = policy_for(asking(request), reference)
    form = WithdrawPolicyForm(
        request.POST or None, policies=policies_to_replace_with(found), initial={"withdrawn_on": clock.today()}
    )
    said, heading = "The policy has been withdrawn.", "Withdraw the policy"
    return _of_policy(request, found, form, services.withdraw_policy, said, heading=heading, button_text="Withdraw it")
