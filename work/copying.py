"""The worker's part of a copy: a record as one HTML document, printed as tagged PDF, and kept."""

import logging
from collections.abc import Callable
from typing import Protocol

from foundation import clock
from foundation.actors import Actor
from foundation.documents import storage
from foundation.errors import NotVisible, Refused
from foundation.logs import where
from foundation.tagged_pdf import check
from work.models import PrintedCopy

NOT_SEEN = "You may no longer see what this copy is of, so none was made."
WENT_WRONG = (
    "Something went wrong while the copy was made. Ask for it again; if it fails again, tell whoever looks after the portal."
)

logger = logging.getLogger(__name__)


class Keep(Protocol):
    """The service that keeps the file."""

    def __call__(self, *, by: Actor, reference: str, key: str, pages: int) -> bool: ...


class GiveUp(Protocol):
    """The service that ends a copy without a file."""

    def __call__(self, *, by: Actor, reference: str, sentence: str) -> None: ...


def make_copy(
    copy: PrintedCopy,
    *,
    by: Actor,
    title: str,
    document: Callable[[], str],
    keep: Keep,
    give_up: GiveUp,
    complete: Callable[[bytes], bytes] = bytes,
) -> None:
    """Make one copy that was asked for; a second run finds it made and does nothing.

    `document` gives the HTML as whoever asked sees the record now, or refuses with a sentence for them; `complete` puts
    more behind what was printed of it. It is printed once: what cannot be printed is said to whoever asked, who can ask again.
    """
    if copy.state != PrintedCopy.State.WAITING:
        return
    try:
        pdf, pages = _printed(document(), title, complete)
    except NotVisible:
        give_up(by=by, reference=copy.reference, sentence=NOT_SEEN)
        return
    except Refused as refused:
        give_up(by=by, reference=copy.reference, sentence=refused.sentence)
        return
    except Exception as error:  # noqa: BLE001  # whatever it is, whoever waits is told; the text may speak of a child
        logger.error("Copy %s failed: %s at %s", copy.reference, type(error).__name__, where(error))  # noqa: TRY400  # no text of errors
        give_up(by=by, reference=copy.reference, sentence=WENT_WRONG)
        return
    written = storage.write([pdf])
    if keep(by=by, reference=copy.reference, key=written.key, pages=pages):
        storage.move_to_checked(written.key)
    else:
        storage.remove(written.key)


def _printed(html: str, title: str, complete: Callable[[bytes], bytes]) -> tuple[bytes, int]:
    from foundation.pdf import render_pdf  # the library takes seconds to load, and only the worker needs it

    pdf = complete(render_pdf(html, title=title, made_at=clock.now()))
    return pdf, check(pdf)
