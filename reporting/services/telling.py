"""Telling whoever asked for an edition what was said of it."""

from django.urls import reverse

from accounts.models import Person
from foundation.mail import NEWS, PATH, queue_mail
from reporting.models import Edition


def tell_who_asked(edition: Edition, by: Person, news: str) -> None:
    """Promise whoever asked for an edition a mail that there is news of it, unless the news is their own. Part of services.

    `news`: what makes it other than the news before.
    """
    address = reverse("reporting:edition", args=[edition.reference])
    for asked in Person.objects.filter(reference=edition.compiled_by, is_active=True).exclude(pk=by.pk):
        queue_mail(to=asked.email, template=NEWS.name, context={PATH: address}, key=f"edition:{edition.reference}:{news}")
