"""Giving contacts to those who are to screen them, from the queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.asking import asking
from foundation.design import words
from foundation.errors import Refused
from foundation.versions import posted_version
from referrals.services import allocate, take_next


@require_POST
def give(request: HttpRequest) -> HttpResponse:
    """Give the contacts that were ticked to the officer who was chosen."""
    person = asking(request)
    chosen = dict(value.partition("~")[::2] for value in request.POST.getlist("contacts"))
    contacts = {reference: posted_version(version) for reference, version in chosen.items()}
    try:
        done = allocate(by=person, contacts=contacts, to=request.POST.get("to", ""))
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("referrals:queue")
    if done.given:
        messages.success(request, f"{words.counted(done.given, 'contact')} allocated.")
    if done.left:
        left = ", ".join(done.left)
        messages.error(request, f"Not allocated, because somebody changed it meanwhile or the officer may not see it: {left}.")
    return redirect("referrals:queue")


@require_POST
def next_for_me(request: HttpRequest) -> HttpResponse:
    """Take the most urgent contact that nobody has, and open it."""
    try:
        contact = take_next(by=asking(request))
    except Refused as refused:
        messages.info(request, refused.sentence)
        return redirect("referrals:queue")
    messages.success(request, "This contact is yours to screen.")
    return redirect("referrals:contact", reference=contact.reference)
