"""Printing HTML as tagged PDF (PDF/UA-1), reading nothing but the portal's own static files."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from django.conf import settings
from django.contrib.staticfiles import finders
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from foundation.pdf import structure

REPORT: Final = "print/report.css"
VARIANT: Final = "pdf/ua-1"
REFUSAL: Final = "The document refers to something that is not a static file of the portal."
ADMITTED_FILES: Final = frozenset({".css", ".ttf", ".otf", ".woff2", ".svg", ".png", ".jpg"})


class NotPrintable(Exception):
    """The document asks for what no printed document may read: an address on the network, or a file that is not static."""


class StaticFilesOnly(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Reads data addresses and static files; anything else ends the printing instead of leaving a hole."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False, fail_on_errors=True)
        self.has_refused = False
        self._roots = [Path(folder).resolve() for folder in _static_folders()]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Fetch what is admitted; raises what the library takes for fatal otherwise."""
        parts = urlsplit(url)
        if parts.scheme == "data" or (parts.scheme == "file" and self._is_static(parts.netloc, parts.path)):
            return super().fetch(url, headers)
        self.has_refused = True
        raise FatalURLFetchingError("Not a static file")

    def _is_static(self, host: str, address: str) -> bool:
        path = Path(url2pathname(unquote(address))).resolve()
        return not host and path.suffix in ADMITTED_FILES and any(path.is_relative_to(root) for root in self._roots)


def render_pdf(
    html: str,
    *,
    title: str,
    lang: str = "en-GB",
    author: str = "",
    made_at: datetime | None = None,
    stylesheets: Sequence[str] = (REPORT,),
) -> bytes:
    """Print a whole HTML document; the same arguments give the same bytes.

    `stylesheets` are static files; what the document's own <style> says goes before them. Addresses in the document are
    relative to the static folder. Charts come as <img> with a data address and `alt`. Called by deliveries of the queue "pdf"
    only: it takes seconds. Raises NotPrintable when the document refers to anything but data addresses and static files.
    """
    fetcher = StaticFilesOnly()
    fonts = FontConfiguration()  # a new one each time: a shared one grows with every document and slows down
    try:
        with _no_garbage_collection():
            sheets = [CSS(filename=_static_file(name), font_config=fonts, url_fetcher=fetcher) for name in stylesheets]
            page = HTML(string=html, base_url=_base_address(), url_fetcher=fetcher)
            document = page.render(stylesheets=sheets, font_config=fonts, pdf_variant=VARIANT)
            _describe(document.metadata, title, lang, author, made_at)
            printed: bytes = document.write_pdf(pdf_variant=VARIANT, finisher=structure.complete)
    except FatalURLFetchingError as error:  # derives from BaseException: nothing else would catch it
        raise NotPrintable(REFUSAL) from error
    if fetcher.has_refused:  # inside a drawing the library swallows the error and leaves a hole
        raise NotPrintable(REFUSAL)
    return printed


def _describe(metadata: Any, title: str, lang: str, author: str, made_at: datetime | None) -> None:
    metadata.title = title
    metadata.lang = lang
    metadata.authors = [author or settings.PARTNERSHIP["name"]]
    moment = made_at.isoformat(timespec="seconds") if made_at else None
    metadata.created = metadata.modified = moment or metadata.created


def _static_folders() -> list[str]:
    collected = [settings.STATIC_ROOT] if settings.STATIC_ROOT else []
    return [str(folder) for folder in (*settings.STATICFILES_DIRS, *collected)]


def _static_file(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(f"There is no static file {name}.")
    return found


def _base_address() -> str:
    return Path(_static_folders()[0]).resolve().as_uri() + "/"


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """A document is one large web of boxes: looking for garbage in it again and again takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
