"""A plan that comes in as a file: the file as it is looked through, and what each of its rows would become."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from accounts.access_table import current_holdings
from accounts.models import Agency, Person
from board.models import Action, ImportedRow, Plan, PlanImport, Recommendation
from board.plan_files.cells import owners_in
from board.plan_files.columns import FileRow, Meaning
from board.plan_files.rows import Draft, Reading, Wrong, read_rows
from board.rules import PLAN_FILE, DueDates, Rating, State, due_dates, rating
from board.selectors.challenges import agencies_by_name
from board.selectors.owners import leads_of
from foundation import clock
from foundation.design.words import date as gov_date
from foundation.documents import documents_of
from foundation.errors import NotVisible
from foundation.models import Document
from foundation.working_days import working_calendar

KEPT = timedelta(days=7)
MOST_PEOPLE = 200
LEAD, LEAD_OF, PERSON = "lead", "lead:", "person:"
"""What may be chosen for words that name nobody on the portal: the lead of the row’s agency, of another, or somebody."""


@dataclass(frozen=True)
class Owner:
    """Somebody whom a row names: in words, and who that is on the portal, if anybody."""

    words: str
    person: Person | None = None
    agency: Agency | None = None


@dataclass
class Judged:
    """What a row would become: the action as it would be kept, or what is wrong; or the action that it was made into before."""

    draft: Draft
    agency: Agency | None = None
    owners: tuple[Owner, ...] = ()
    number: str = ""
    recommendation: Recommendation | None = None
    known_as: Action | None = None
    wrong: list[Wrong] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether it would be taken in."""
        return not self.wrong and self.known_as is None


def import_for(person: Person, reference: str) -> PlanImport:
    """One file, to whoever gave it; for others it does not exist."""
    found = PlanImport.objects.select_related("plan", "agency", "person").filter(reference=reference, person=person).first()
    if found is None:
        raise NotVisible
    return found


def locked_import(person: Person, reference: str) -> PlanImport:
    """The same, locked until the transaction ends."""
    import_for(person, reference)
    return PlanImport.objects.select_for_update(of=("self",)).select_related("plan", "agency").get(reference=reference)


def file_of_import(found: PlanImport) -> Document | None:
    """The file itself; None once it is cleared."""
    return documents_of(PLAN_FILE, found.reference).first()


def taken_in_before(found: PlanImport) -> tuple[PlanImport, ...]:
    """The earlier times that this very file was taken in, into whatever plan."""
    same = PlanImport.objects.filter(sha256=found.sha256, state=PlanImport.State.TAKEN_IN).exclude(pk=found.pk)
    return tuple(same.select_related("plan", "person").order_by("-taken_at")[:5])


def taken_rows(found: PlanImport) -> int:
    """How many actions were made of it."""
    return found.taken.count()


def imports_to_clear() -> QuerySet[PlanImport]:
    """Those whose rows have been kept for a week."""
    return PlanImport.objects.filter(cleared_at__isnull=True, begun_at__lte=clock.now() - KEPT)


def reading_of(found: PlanImport) -> Reading:
    """How its columns are read."""
    return Reading(found.labels, found.meanings, found.counted_from, found.as_at, found.carries)


def rows_of(found: PlanImport) -> list[FileRow]:
    """The rows of the file as it was given."""
    return [FileRow.from_json(row) for row in found.rows]


def judged_rows(found: PlanImport) -> list[Judged]:
    """What every row would become now. Some questions to the database, however many rows there are."""
    drafts = read_rows(rows_of(found), reading_of(found), clock.today())
    known = _Known(found, drafts)
    return [known.judge(draft) for draft in drafts]


def owners_to_choose(found: PlanImport, judged: Sequence[Judged]) -> dict[str, list[int]]:
    """The words that name nobody on the portal, each with the numbers of the rows in which they stand."""
    return _unknown((one.words, row) for row in judged for one in row.owners[:1] if one.person is None)


def agencies_to_choose(judged: Sequence[Judged], agencies: Mapping[str, Agency]) -> dict[str, list[int]]:
    """The agencies that the portal does not know, likewise."""
    named = ((row.draft.agency, row) for row in judged if row.draft.agency)
    return _unknown((words, row) for words, row in named if owners_in(words)[:1] and _first(words).casefold() not in agencies)


def _first(words: str) -> str:
    return next(iter(owners_in(words)), "")


def _unknown(named: Iterable[tuple[str, Judged]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    spelled: dict[str, str] = {}
    for words, row in named:
        if row.known_as is None:
            found.setdefault(spelled.setdefault(words.casefold(), words), []).append(row.draft.row.number)
    return found


def people_to_choose(judged: Sequence[Judged]) -> tuple[tuple[str, str], ...]:
    """Who may be meant: whoever holds a role in the agencies that the rows name, and their leads first."""
    agencies = {row.agency.pk: row.agency.name for row in judged if row.agency is not None}
    if not agencies:
        return ()
    leads = {lead.pk for found in leads_of(agencies).values() for lead in found}
    held = current_holdings(clock.today()).filter(agency__in=agencies).values_list(
        "person", "person__reference", "person__name", "agency"
    ).distinct()[: MOST_PEOPLE * 2]  # fmt: skip
    rows = sorted(set(held), key=lambda row: (row[0] not in leads, str(row[2])))
    return tuple((f"{PERSON}{reference}", f"{name}, {agencies[agency]}") for _pk, reference, name, agency in rows[:MOST_PEOPLE])


class _Known:
    """What the portal knows that a row may speak of, read once for all rows."""

    def __init__(self, found: PlanImport, drafts: Sequence[Draft]) -> None:
        self.found, self.plan, self.reading = found, found.plan, reading_of(found)
        self.agencies = agencies_by_name()
        self.by_code = {agency.code: agency for agency in self.agencies.values()}
        self.people = _people(drafts, found)
        self.recommendations = _recommendations(self.plan)
        self.numbers = set(self.plan.actions.values_list("number", flat=True))
        self.taken = _taken(self.plan, drafts)
        self.calendar, self.today = working_calendar(), clock.today()
        numbers = {*self.numbers, *(draft.number for draft in drafts)}
        self.next_number = max((int(one) for one in numbers if one.isascii() and one.isdigit()), default=0)

    def judge(self, draft: Draft) -> Judged:
        judged = Judged(draft, wrong=list(draft.wrong))
        if before := self.taken.get(draft.fingerprint):
            judged.known_as = before.pop()
            return judged
        self._agency_and_owners(judged)
        self._recommended(judged)
        self._in_time(judged)
        self._numbered(judged)
        self._rated(judged)
        return judged

    def _refuse(self, judged: Judged, meaning: str, typed: str, sentence: str) -> None:
        judged.wrong.append(Wrong(self.reading.heading_of(meaning), typed, sentence))

    def _agency_and_owners(self, judged: Judged) -> None:
        named = [self._agency(judged, words) for words in owners_in(judged.draft.agency)]
        agency = named[0] if named else None
        words = judged.draft.owners
        owners = [self._first(one, agency) for one in words[:1]]
        if owners and not named:
            agency = owners[0].agency
        choice = self.found.chosen.get("owners", {}).get(words[0].casefold(), "") if words else ""
        if owners and owners[0].person is None:
            owners[0], agency = self._chosen(owners[0], choice, agency)
        agency = agency or (self.found.agency if not named else None)
        places = [one for one in (*named, agency) if one is not None]
        for place, one in enumerate(words[1:], start=1):
            owners.append(self._too(one, named[place] if place < len(named) else None, places))
        judged.agency, judged.owners = agency, _each_once(owners)
        if named and agency is None:
            return
        if agency is None:
            sentence = "Say with the columns which agency leads, or choose the lead of one as the owner."
            self._refuse(judged, Meaning.AGENCY, "", sentence)
        self._owner(judged, choice)

    def _agency(self, judged: Judged, words: str) -> Agency | None:
        chosen = self.found.chosen.get("agencies", {}).get(words.casefold(), "")
        found = self.agencies.get(words.casefold()) or self.by_code.get(chosen)
        if found is None:
            self._refuse(judged, Meaning.AGENCY, words, f"“{words}” is no agency of this portal. Choose which agency it is.")
        return found

    def _first(self, words: str, agency: Agency | None) -> Owner:
        """The owner: by address whoever has it, by name somebody of the agency that the row or the mapping names, of no other."""
        if "@" in words:
            return self._somebody(words, agency, self.found.agency)
        place = agency or self.found.agency
        found = self._somebody(words, place) if place is not None else Owner(words)
        return found if found.person is not None else Owner(words, agency=agency)

    def _somebody(self, words: str, agency: Agency | None, likely: Agency | None = None) -> Owner:
        """Who has this name or address; nobody where two have it and neither their agency nor a likely one tells them apart."""
        held = self.people.get(words.casefold(), {})
        fitting = [pair for pair in held.values() if agency is None or pair[1] == agency]
        fitting = [pair for pair in fitting if pair[1] == likely] or fitting
        if len({person.pk for person, _agency in fitting}) != 1:
            return Owner(words, agency=agency)
        person, where = fitting[0]
        return Owner(words, person, where if len(fitting) == 1 else agency)

    def _too(self, words: str, agency: Agency | None, places: Sequence[Agency]) -> Owner:
        """Who owns it together with the owner: by address whoever has it, by name somebody of the agencies of the row alone."""
        if "@" in words:
            found = self._somebody(words, agency, places[-1] if places else None)
            if found.person is None or found.agency is not None:
                return found
            held = self.people[words.casefold()].values()
            return Owner(words, found.person, min((where for _person, where in held), key=lambda one: one.name))
        if agency is not None:
            return self._somebody(words, agency)
        fitting = [self._somebody(words, one) for one in dict.fromkeys(places)]
        named = {one.person.pk: one for one in fitting if one.person is not None}
        return next(iter(named.values())) if len(named) == 1 else Owner(words)

    def _chosen(self, owner: Owner, choice: str, agency: Agency | None) -> tuple[Owner, Agency | None]:
        if choice.startswith(LEAD_OF):
            return owner, self.by_code.get(choice.removeprefix(LEAD_OF), agency)
        if choice.startswith(PERSON):
            held = self.people.get(choice, {})
            place = agency or self.found.agency
            for person, where in held.values():
                if place is None or where == place:
                    return Owner(owner.words, person, where), where
        return owner, agency

    def _owner(self, judged: Judged, choice: str) -> None:
        if not judged.owners:
            return
        words, person = judged.owners[0].words, judged.owners[0].person
        if person is not None and judged.agency is not None:
            held = self.people[f"{PERSON}{person.reference}"]
            if (person.pk, judged.agency.pk) not in held:
                self._refuse(judged, Meaning.OWNER, words, f"{person.name} holds no role in {judged.agency.name}, which leads.")
        if person is not None:
            return
        if choice.startswith(PERSON):
            sentence = "Whoever you chose holds no role in the agency that leads. Choose somebody else, or the agency’s lead."
            self._refuse(judged, Meaning.OWNER, words, sentence)
        elif not choice:
            self._refuse(judged, Meaning.OWNER, words, self._why_nobody(words, judged.agency))

    def _why_nobody(self, words: str, agency: Agency | None) -> str:
        bear = {person.pk for person, where in self.people.get(words.casefold(), {}).values() if where == agency}
        if len(bear) > 1:
            return f"{len(bear)} people of this name are in that agency. Choose which of them owns it, or let the lead answer."
        return f"“{words}” is not on the portal, or not in that agency. Choose who owns it, or let the lead answer."

    def _recommended(self, judged: Judged) -> None:
        judged.recommendation = self.recommendations.get(judged.draft.recommendation.casefold())
        if judged.recommendation and judged.recommendation.response == Recommendation.Response.NOT:
            self._refuse(
                judged, Meaning.RECOMMENDATION, judged.draft.recommendation,
                "This recommendation is not accepted, so no action answers it.",
            )  # fmt: skip

    def _in_time(self, judged: Judged) -> None:
        deadline, made = judged.draft.deadline, judged.recommendation
        if deadline is None:
            return
        days = [
            (self.plan.source_published_on, "the report was published"),
            (made.made_on if made else None, "its recommendation was made"),
        ]
        for day, what in days:
            if day is not None and deadline.due_on < day:
                sentence = f"It would be due on {gov_date(deadline.due_on)}, before {what} on {gov_date(day)}."
                self._refuse(judged, Meaning.DEADLINE, "", sentence)
                return

    def _numbered(self, judged: Judged) -> None:
        number = judged.draft.number
        if number and number in self.numbers:
            self._refuse(judged, Meaning.NUMBER, number, f"Action {number} is already in this plan, or in a row above.")
        elif judged.is_good:
            if not number:
                self.next_number += 1
                number = str(self.next_number)
            judged.number = number
            self.numbers.add(number)

    def _rated(self, judged: Judged) -> None:
        """What the portal makes of the rating that the file gives."""
        draft = judged.draft
        if draft.deadline is None or not draft.rating:
            return
        if draft.rating == Rating.BLUE:
            judged.remarks.append("Blue in the file: it comes in as reported done, and the business team checks that.")
            return
        own = rule_rating(due_dates(draft.deadline.due_on, self.calendar), self.today)
        if draft.deadline.due_on < self.today and own != draft.rating:
            judged.remarks.append(f"{draft.rating.title()} in the file; {own} by the rule, as its date has passed.")


def _each_once(owners: Iterable[Owner]) -> tuple[Owner, ...]:
    """Without those who are named before already, by name or by address."""
    found: dict[object, Owner] = {}
    for owner in owners:
        found.setdefault(owner.person or (owner.words.casefold(), owner.agency), owner)
    return tuple(found.values())


def rule_rating(dates: DueDates, today: date) -> str:
    """How the rule rates an open action of these dates, before anybody says otherwise."""
    return rating(state=State.PLANNED, due=dates, has_recovery_plan=False, overruled="", overruled_until=None, today=today)


def _people(drafts: Iterable[Draft], found: PlanImport) -> dict[str, dict[tuple[int, int], tuple[Person, Agency]]]:
    """By name, by address and by choice who that is, once for each agency in which they hold a role today."""
    names = {one.casefold() for draft in drafts for one in draft.owners}
    chosen = {one.removeprefix(PERSON) for one in found.chosen.get("owners", {}).values() if one.startswith(PERSON)}
    held = current_holdings(clock.today()).annotate(name=Lower("person__name"), email=Lower("person__email"))
    wanted = Q(name__in=names) | Q(email__in=names) | Q(person__reference__in=chosen)
    people: dict[str, dict[tuple[int, int], tuple[Person, Agency]]] = defaultdict(dict)
    for holding in held.filter(wanted).select_related("person", "agency"):
        person = holding.person
        for key in (person.name.casefold(), person.email.casefold(), f"{PERSON}{person.reference}"):
            people[key][person.pk, holding.agency_id] = (person, holding.agency)
    return people


def _recommendations(plan: Plan) -> dict[str, Recommendation]:
    """By number, reference and words those that the plan answers already, or that come from a source of its name."""
    asked = Q(source_title__iexact=plan.title) | Q(answers__action__plan=plan)
    found: dict[str, Recommendation] = {}
    for one in Recommendation.objects.filter(asked).distinct().order_by("-pk"):
        for key in (one.number, one.reference, one.text):
            if key:
                found[key.casefold()] = one
    return found


def _taken(plan: Plan, drafts: Sequence[Draft]) -> dict[str, list[Action]]:
    """By fingerprint the actions of this plan that were made of such a row; as many as there are such rows."""
    rows = ImportedRow.objects.filter(plan_import__plan=plan, fingerprint__in={draft.fingerprint for draft in drafts})
    found: dict[str, list[Action]] = defaultdict(list)
    for row in rows.select_related("action").order_by("-pk"):
        found[row.fingerprint].append(row.action)
    return found


def ratings_said(judged: Iterable[Judged]) -> Counter[str]:
    """How many rows the file rates how: counted, whatever it says of itself."""
    return Counter(row.draft.rating for row in judged if row.draft.rating)
