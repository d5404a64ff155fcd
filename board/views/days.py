"""Which day a page is asked to show."""

from datetime import date

from django.http import HttpRequest

from board.forms.structure import DayForm
from foundation import clock


def day_asked(request: HttpRequest) -> tuple[date, DayForm]:
    """The day that the address names, as parts of a date or as one; today where it names none that can be read."""
    form = DayForm(request.GET if "on-day" in request.GET else None)
    if form.is_bound and form.is_valid() and form.cleaned_data["on"]:
        return form.cleaned_data["on"], form
    try:
        return date.fromisoformat(request.GET.get("on", "")), form
    except ValueError:
        return clock.today(), form
