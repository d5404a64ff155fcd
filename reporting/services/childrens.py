"""The report for children: one person writes it, another looks at it and publishes it, and the worker prints it."""

from collections.abc import Mapping, Sequence
from typing import Any

from accounts.models import Person
from foundation import clock, events
from foundation.actors import Actor
from foundation.documents import storage
from foundation.errors import Conflict, NotVisible, Refused
from foundation.outbox import promise
from foundation.service import service
from foundation.turns import hold_record
from reporting.models import ChildrensVersion, Edition
from reporting.report.childrens import print_for_children
from reporting.rules.approving import fingerprint_of, is_signed
from reporting.rules.childrens import MOST_NUMBERS, SECTIONS, content_of, number_problem, section_problem
from reporting.rules.frozen import fingerprint, from_json
from reporting.selectors.approving import standing_of
from reporting.selectors.childrens import draft_of, help_lines, to_print
from reporting.selectors.publishing import publication_for
from reporting.services.requests import QUEUE

PRINT = "reporting.print_for_children"
"""The kind of the promise by which the sheet is printed."""


@service
def write_for_children(
    *, by: Actor, reference: str, did: str, heard: str, will_do: str, numbers: Sequence[Mapping[str, str]], version: int = 0
) -> ChildrensVersion:
    """Write what an edition says to children; `version` is that of the draft from which its author started, 0 for a new one.

    Refuses an edition that is not signed, an empty or too long section, and a figure that the edition has not or does not show.
    Conflict when somebody else changed it. What is published already stays; this is then the next version.
    """
    edition = _held(reference)
    if not is_signed(standing_of(edition)):
        raise Refused("Every statutory partner must have approved the edition before it is told to children.")
    texts = {"did": did, "heard": heard, "will_do": will_do}
    _check(edition, texts, numbers)
    there = draft_of(edition)
    if (there.version if there else 0) != version:
        raise Conflict(
            "Somebody else changed this while you were writing. Look at what is saved now; save again with what you want."
        )
    count = ChildrensVersion.objects.filter(edition=edition).count()
    made = there or ChildrensVersion(edition=edition, number=count + 1, version=0)
    made.did, made.heard, made.will_do = (text.replace("\r\n", "\n").strip() for text in texts.values())
    made.numbers = [{"code": one["code"], "words": one["words"].strip()} for one in numbers]
    made.version += 1
    made.written_at, made.written_by = clock.now(), by.actor_reference
    made.save()
    _record(by, "reporting.written_for_children", made)
    return made


def _check(edition: Edition, texts: Mapping[str, str], numbers: Sequence[Mapping[str, str]]) -> None:
    figures = from_json(edition.figures)
    for key, title in SECTIONS.items():
        if wrong := section_problem(texts[key], title, figures):
            raise Refused(wrong, field=key)
    if len(numbers) > MOST_NUMBERS:
        raise Refused(f"At most {MOST_NUMBERS} large numbers fit the page.")
    for place, one in enumerate(numbers, start=1):
        if wrong := number_problem(one["code"], one["words"], figures):
            raise Refused(wrong, field=f"words_{place}")


def content_now(draft: ChildrensVersion) -> dict[str, Any]:
    """What a draft would print today."""
    texts = {key: getattr(draft, key) for key in SECTIONS}
    return content_of(draft.edition.year, texts, draft.numbers, from_json(draft.edition.figures), help_lines())


def fingerprint_for_children(edition: Edition, content: Mapping[str, Any]) -> str:
    """SHA-256 over the edition and what is told of it to children."""
    return fingerprint({"edition": fingerprint_of(edition), "content": content})


@service
def publish_for_children(*, by: Person, reference: str, read: str) -> ChildrensVersion:
    """Let every child read what somebody else has written. `read` is the fingerprint of what this person has looked at.

    Refuses its own author, what was changed since it was looked at, and an edition whose report is not published.
    """
    edition = _held(reference)
    made = draft_of(edition)
    if made is None:
        raise Refused("There is nothing to publish: nobody has written a new version since.")
    publication = publication_for(edition)
    if publication is None or publication.withdrawn_at is not None:
        raise Refused("Publish the report itself first: the page for children belongs to it.")
    if made.written_by == by.actor_reference:
        raise Refused("You have written it. Somebody else looks at it and publishes it.")
    content = content_now(made)
    if read != fingerprint_for_children(edition, content):
        raise Conflict("It was changed since you looked at it. Read it again before you publish it.")
    made.content, made.content_sha256 = content, read
    made.published_at, made.published_by = clock.now(), by.actor_reference
    made.save()
    promise(
        kind=PRINT,
        payload={"edition": edition.reference, "number": made.number},
        key=f"{PRINT}:{edition.reference}:{made.number}",
        queue=QUEUE,
    )
    _record(by, "reporting.published_for_children", made)
    return made


def print_version(*, by: Actor, reference: str, number: int) -> None:
    """Print what was published and keep its sheet. One that has a sheet is left alone."""
    found = to_print(reference, number)
    if found is None or found.published_at is None:
        return
    written = storage.write([print_for_children(found.content, found.published_at)])
    try:
        keep_sheet(by=by, reference=reference, number=number, key=written.key, sha256=written.sha256, size=written.size)
        storage.move_to_checked(written.key)
    except Exception:
        storage.remove(written.key)
        raise


@service
def keep_sheet(*, by: Actor, reference: str, number: int, key: str, sha256: str, size: int) -> ChildrensVersion:
    """Keep the printed sheet of a version; refuses a second one."""
    rows = ChildrensVersion.objects.select_for_update(of=("self",)).filter(
        edition__reference=reference, number=number, pdf_key=""
    )
    made = rows.filter(published_at__isnull=False).first()
    if made is None:
        raise Refused("It has been printed already.")
    made.pdf_key, made.pdf_sha256, made.pdf_bytes = key, sha256, size
    made.save(update_fields=["pdf_key", "pdf_sha256", "pdf_bytes"])
    _record(by, "reporting.printed_for_children", made)
    return made


def _record(by: Actor, verb: str, made: ChildrensVersion) -> None:
    told: events.Data = {"number": made.number, "version": made.version, "content": made.content_sha256}
    events.record(verb=verb, by=by, subject=events.Subject("edition", made.edition.reference), data=told)


def _held(reference: str) -> Edition:
    found = Edition.objects.filter(reference=reference).first()
    if found is None:
        raise NotVisible
    hold_record(found)
    return found
