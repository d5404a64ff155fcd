"""Published editions: for everybody, and for those who publish them."""

from dataclasses import dataclass
from datetime import date

from accounts.secret_links import hash_of
from foundation.calendar import FinancialYear, london_date
from foundation.errors import NotVisible
from foundation.events import Subject
from reporting.disclosure import Mark
from reporting.models import Dispatch, Edition, Publication
from reporting.rules.elements import publish_by
from reporting.rules.frozen import HiddenBefore, from_json, hidden_cells
from reporting.rules.publishing import PUBLISH, REPORT, USUAL, due_on
from work.selectors.open_work import clock_of


def published() -> list[Publication]:
    """The report of each year that everybody may read, the newest year first: of each year the edition published last."""
    rows = Publication.objects.filter(withdrawn_at__isnull=True).select_related("edition")
    newest = rows.order_by("edition__year", "-published_at", "-pk").distinct("edition__year")
    return sorted(newest, key=lambda one: one.edition.year, reverse=True)


def all_published() -> list[Publication]:
    """Every edition that is or was published, the newest first."""
    return list(Publication.objects.select_related("edition").order_by("-edition__year", "-edition__number"))


def published_of(year: str) -> Publication:
    """What stands at the public address of a year; NotVisible where nothing does."""
    rows = Publication.objects.filter(edition__year=year, withdrawn_at__isnull=True).select_related("edition")
    found = rows.order_by("-published_at", "-pk").first()
    if found is None:
        raise NotVisible
    return found


def is_published(year: str) -> bool:
    """Whether everybody may read a report of a year."""
    return Publication.objects.filter(edition__year=year, withdrawn_at__isnull=True).exists()


def last_day_of_publishing(year: FinancialYear) -> date:
    """By when the report of a year is to be published: what its clock says, where one runs or ran."""
    held = clock_of(Subject(REPORT, year.label), PUBLISH)
    return london_date(held.due_at) if held else publish_by(year)


def hidden_before(year: FinancialYear) -> HiddenBefore:
    """What the edition published last hid of a year, and of the year before it. One that was withdrawn has been read, too."""
    rows = Publication.objects.filter(edition__year__in=[year.label, year.previous().label])
    last = dict(rows.order_by("published_at", "pk").values_list("edition__year", "edition__figures"))
    own, before = (from_json(last.get(one.label, [])) for one in (year, year.previous()))
    earlier = {code: hidden_cells(figure.earlier, Mark.HIDDEN) for code, figure in own.items() if figure.earlier}
    return HiddenBefore(
        {code: hidden_cells(figure, Mark.HIDDEN) for code, figure in own.items()},
        {code: hidden_cells(figure, Mark.HIDDEN) | earlier.get(code, frozenset()) for code, figure in before.items()}
        | {code: cells for code, cells in earlier.items() if code not in before},
    )


def publication_of(year: str, number: int) -> Publication:
    """What stands at the lasting address of an edition, withdrawn or not; NotVisible for one that was never published."""
    found = Publication.objects.filter(edition__year=year, edition__number=number).select_related("edition").first()
    if found is None:
        raise NotVisible
    return found


def publication_for(edition: Edition) -> Publication | None:
    """Whether an edition is or was published."""
    return Publication.objects.filter(edition=edition).first()


@dataclass(frozen=True)
class ToSend:
    """Somebody to whom the report usually goes and has not gone yet."""

    recipient: str
    due_on: date | None


def dispatches_of(publication: Publication) -> list[Dispatch]:
    """To whom it was sent."""
    return list(publication.dispatches.all())


def still_to_send(publication: Publication) -> list[ToSend]:
    """To whom it usually goes and was not sent."""
    sent = set(publication.dispatches.values_list("recipient", flat=True))
    return [ToSend(one, due_on(one, publication.published_on)) for one in USUAL if one not in sent]


def dispatch_to_send(reference: str) -> Dispatch | None:
    """What is to be sent, if it still is: nothing of an edition that was withdrawn."""
    rows = Dispatch.objects.select_related("publication__edition").filter(reference=reference)
    return rows.filter(publication__withdrawn_at__isnull=True).first()


def dispatch_of_secret(secret: str) -> Dispatch:
    """What a link to confirm receipt leads to; NotVisible for any other."""
    rows = Dispatch.objects.select_related("publication__edition").exclude(secret_hash="")
    found = rows.filter(secret_hash=hash_of(secret)).first()
    if found is None:
        raise NotVisible
    return found
