"""Reading a feed of local services (Open Referral UK): what each service says, and why one cannot be taken."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

from foundation.errors import Refused
from referrals.models.directory import DirectoryService, Need

MOST_SERVICES = 20_000
OLDEST = 120
NOT_JSON = "This file is not JSON. Ask whoever runs the feed for a file in the Open Referral UK format."
NO_SERVICES = (
    "This file holds no list of services. An Open Referral UK feed has one under “contents” (or “content”, or “services”)."
)
WORDS = {
    Need.PARENTING: ("parent", "family support", "family life"),
    Need.EARLY_YEARS: ("baby", "babies", "early years", "toddler", "under 5", "infant"),
    Need.MENTAL_HEALTH: ("mental", "emotional", "wellbeing", "counselling", "bereave", "anxiety"),
    Need.SEND: ("send", "disab", "special educational", "autis", "adhd"),
    Need.SCHOOL: ("school", "learning", "homework", "attendance", "literacy"),
    Need.MONEY: ("money", "debt", "benefit", "food", "financ"),
    Need.HOUSING: ("housing", "homeless", "tenan"),
    Need.ABUSE: ("domestic", "abuse"),
    Need.DRUGS: ("drug", "alcohol", "substance"),
    Need.YOUNG_CARERS: ("young carer",),
    Need.YOUTH: ("youth", "sport", "activit", "young people"),
    Need.HEALTH: ("health visit", "sleep", "nutrition", "dental", "sexual health"),
}
"""Words in a feed's categories that belong to a need of the partnership's list."""


@dataclass(frozen=True)
class ServiceGiven:
    """One service as a feed describes it."""

    feed_id: str
    name: str
    organisation_id: str
    organisation: str
    organisation_website: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The other columns of the directory."""


@dataclass(frozen=True)
class Broken:
    """A service that could not be taken: its place in the file (1 for the first), what it is called, and why."""

    place: int
    name: str
    why: str
    feed_id: str = ""
    """Its id, where that could be read: the feed names it, whatever else is wrong with it."""


def read_feed(content: bytes) -> tuple[list[ServiceGiven], list[Broken]]:
    """The services of a feed file, and those that cannot be taken with the reason. Refuses what is no feed at all."""
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Refused(NOT_JSON, field="feed") from error
    listed = _listed(read)
    good: list[ServiceGiven] = []
    broken: list[Broken] = []
    seen: set[str] = set()
    for place, item in enumerate(listed, start=1):
        try:
            given = _service(item)
            if given.feed_id in seen:
                raise Refused("Its id stands in the file twice.")
        except Refused as refused:
            broken.append(Broken(place, _name_of(item), refused.sentence, _id_of(item)))
        else:
            seen.add(given.feed_id)
            good.append(given)
    return good, broken


def _listed(read: object) -> list[object]:
    if isinstance(read, dict):
        read = next((read[key] for key in ("contents", "content", "services") if key in read), None)
    if not isinstance(read, list):
        raise Refused(NO_SERVICES, field="feed")
    if len(read) > MOST_SERVICES:
        raise Refused(f"This file holds more than {MOST_SERVICES:,} services. Import it in parts.", field="feed")
    return read


def _name_of(item: object) -> str:
    name = item.get("name") if isinstance(item, dict) else None
    return name[:200].replace("\x00", "") if isinstance(name, str) and name.strip() else "No name"


def _id_of(item: object) -> str:
    try:
        return _text(item, "id", 100) if isinstance(item, dict) else ""
    except Refused:
        return ""


def _service(item: object) -> ServiceGiven:
    if not isinstance(item, dict):
        raise Refused("It is not an object with fields.")
    feed_id, name = _text(item, "id", 100, needed=True), _text(item, "name", 200, needed=True)
    organisation = item.get("organization") or item.get("organisation")
    if not isinstance(organisation, dict):
        raise Refused("It does not say which organisation runs it (“organization”).")
    status = _text(item, "status", 20, needed=True).lower()
    if status not in DirectoryService.Status.values:
        raise Refused(f"Its status “{status}” is none of: {', '.join(DirectoryService.Status.values)}.")
    costs = list(_objects(item, "cost_options"))
    least, most = _age(item, "minimum_age", "min_age"), _age(item, "maximum_age", "max_age")
    if least is not None and most is not None and least > most:
        raise Refused("Its lowest age is above its highest.")
    eligibility = _text(item, "eligibility_description", 5000) or "\n".join(_texts(item, "eligibilitys", "eligibility"))[:5000]
    contact = next(_objects(item, "contacts"), {})
    phones = [*_objects(item, "phones"), *_objects(contact, "phones")]
    return ServiceGiven(
        feed_id=feed_id,
        name=name,
        organisation_id=_text(organisation, "id", 100),
        organisation=_text(organisation, "name", 200, needed=True),
        organisation_website=_url(organisation, "website", "url"),
        values={
            "description": _text(item, "description", 10_000),
            "status": status,
            "needs": _needs(item),
            "level": 2 if "targeted" in _categories(item) else 1,
            "eligibility": eligibility,
            "min_age": least,
            "max_age": most,
            "areas": list(dict.fromkeys(text[:100] for text in _texts(item, "service_areas", "name")))[:50],
            "free": not costs or all(not one.get("amount") for one in costs),
            "cost": "; ".join(_texts(item, "cost_options", "amount_description", "option"))[:300],
            "telephone": _text(phones[0], "number", 40) if phones else "",
            "email": _email(item) or _email(contact),
            "website": _url(item, "url", "website"),
            "schedule": "; ".join(_texts(item, "schedules", "description"))[:500],
            "assured_on": _date(item, "assured_date"),
        },
    )


def _text(item: Mapping[str, Any], name: str, most: int, *, needed: bool = False) -> str:
    value = item.get(name)
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if "\x00" in text:
        raise Refused(f"Its “{name}” holds signs that no keyboard types.")
    if len(text) > most:
        raise Refused(f"Its “{name}” is longer than {most:,} characters.")
    if needed and not text:
        raise Refused(f"It has no “{name}”.")
    return text


def _objects(item: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    listed = item.get(name)
    yield from (one for one in (listed if isinstance(listed, list) else []) if isinstance(one, dict))


def _texts(item: Mapping[str, Any], name: str, *fields: str) -> list[str]:
    found = (next((text for part in fields if (text := _text(one, part, 5000))), "") for one in _objects(item, name))
    return [text for text in found if text]


def _categories(item: Mapping[str, Any]) -> str:
    """The names of what a feed files a service under, in small letters."""
    names = []
    for attribute in _objects(item, "attributes"):
        term = attribute.get("taxonomy_term")
        names += [_text(term, "name", 300) if isinstance(term, dict) else "", _text(attribute, "label", 300)]
    return " | ".join(names).lower()


def _needs(item: Mapping[str, Any]) -> list[str]:
    categories = _categories(item)
    return [need.value for need, words in WORDS.items() if any(word in categories for word in words)]


def _age(item: Mapping[str, Any], *names: str) -> int | None:
    value = next((item[name] for name in names if item.get(name) is not None), None)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= OLDEST:
        raise Refused(f"Its “{names[0]}” is not an age in years.")
    return int(value)


def _date(item: Mapping[str, Any], name: str) -> date | None:
    text = _text(item, name, 40)
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError as error:
        raise Refused(f"Its “{name}” is not a date, such as 2026-11-18.") from error


def _email(item: Mapping[str, Any]) -> str:
    text = _text(item, "email", 254)
    try:
        EmailValidator()(text or "a@example.org")
    except ValidationError as error:
        raise Refused("Its “email” is not an email address.") from error
    return text


def _url(item: Mapping[str, Any], *names: str) -> str:
    text = next((found for name in names if (found := _text(item, name, 300))), "")
    try:
        URLValidator(schemes=["http", "https"])(text or "https://example.org")
    except ValidationError as error:
        raise Refused(f"Its “{names[0]}” is not a web address.") from error
    return text
