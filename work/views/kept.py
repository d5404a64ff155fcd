"""Files of an answer that was refused: kept beside it, and taken away again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest

from foundation.design.forms import PortalForm
from foundation.errors import NotAllowed, Refused

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

REMOVE = "remove"
"""The button beside a kept file; its value is the document's reference."""


def keep_files(request: HttpRequest, form: PortalForm, keep: "Callable[[UploadedFile[bytes]], object]") -> None:
    """Keep the files of a refused answer, each by itself, so that a bad one costs no other; the form says what is wrong."""
    for upload in request.FILES.getlist("documents"):
        try:
            keep(upload)
        except NotAllowed:
            raise
        except Refused as refused:
            if refused.sentence not in _sentences(form):
                form.refuse(refused)


def remove_file(request: HttpRequest, remove: Callable[[str], object]) -> None:
    """Take the chosen file away, and say so."""
    try:
        remove(request.POST[REMOVE])
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "The file has been removed. What you typed is below, not sent yet.")


def _sentences(form: PortalForm) -> list[str]:
    return [str(message) for errors in form.errors.values() for message in errors]
