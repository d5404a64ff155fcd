"""The bodies that the interface takes and gives. A referral is the form, page by page."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from accounts.models import Agency
from foundation.errors import Incomplete, Problem
from foundation.problem_details import Wrong
from referrals.api.further import MOST_SETS, QUESTIONS, Questions, further_pages, pins_of, placed
from referrals.api.pages import Page, answer_of, page_of, problems_in, typed
from referrals.forms.refer.about import AboutForm, DangerForm, RequestForm
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.besides import HELP, INJURIES, HelpForm, InjuriesForm
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.concern import ConcernForm
from referrals.forms.refer.consent import ConsentForm
from referrals.forms.refer.harm import HARM, HarmForm
from referrals.forms.refer.people import FamilyForm, PersonForm
from referrals.forms.refer.reading import Reading, read_draft
from referrals.forms.refer.sections import form_for
from referrals.forms.refer.sending import content_of
from referrals.forms.refer.urgent import hindrances
from referrals.models import DocumentKind, Draft, NoticeRow, YesNoUnknown
from referrals.rules.attachments import LONGEST_AUTHOR, NO_KIND, Attached
from referrals.rules.checking import MOST_RELATIONSHIP
from referrals.rules.drafts import item_keys
from referrals.rules.notices import COLUMNS, MOST_ROWS, NEEDED, tidy
from referrals.rules.question_sets import is_set_page
from referrals.rules.questions import MOST
from referrals.rules.submission import MOST_CHILDREN, MOST_PEOPLE, Content

PAGES = ("about", "family", "concern", "harm", "request", "consent")
OPTIONAL_PAGES = (INJURIES, HELP)
"""Pages that may be left out, as in the form."""
NO_CHILD = "Add at least one child"
NOT_AN_OBJECT = "The body must be a JSON object."


class Relation(Page):
    """What a person is to one of the children."""

    child = serializers.IntegerField(
        min_value=1, max_value=MOST_CHILDREN, help_text="The child's place in the list: 1 for the first."
    )
    relationship = serializers.CharField(max_length=MOST_RELATIONSHIP, help_text="For example stepfather, maternal aunt.")
    parental_responsibility = serializers.ChoiceField(choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN)


About = page_of(AboutForm, "About")
Child = page_of(ChildForm, "Child")
Person = page_of(PersonForm, "Person", relations=Relation(many=True, required=False, help_text="What they are to each child."))
Family = page_of(FamilyForm, "Family")
Concern = page_of(ConcernForm, "Concern")
Harm = page_of(HarmForm, "Harm")
Injuries = page_of(InjuriesForm, "Injuries")
Help = page_of(HelpForm, "Help")
Wish = page_of(RequestForm, "Wish")
Consent = page_of(ConsentForm, "Consent")


class Referral(Page):
    """A referral about one child or several of one family: the form of the portal, page by page."""

    immediate_danger = answer_of(DangerForm.base_fields["immediate_danger"])
    about = About(help_text="The person who refers.")
    children = Child(  # type: ignore[call-arg]  # the list's own options
        many=True,
        allow_empty=False,
        max_length=MOST_CHILDREN,
        error_messages={"empty": NO_CHILD, "max_length": f"Send at most {MOST_CHILDREN} children together"},
    )
    people = Person(  # type: ignore[call-arg]  # the list's own options
        many=True,
        required=False,
        max_length=MOST_PEOPLE,
        error_messages={"max_length": f"Send at most {MOST_PEOPLE} people together"},
    )
    family = Family()
    concern = Concern()
    harm = Harm()
    injuries = Injuries(required=False, help_text="Marks and injuries, where there are any.")
    help = Help(required=False, help_text="Early help that the family has had.")
    request = Wish()
    consent = Consent()
    questions = Questions(  # type: ignore[call-arg]  # the list's own options
        many=True,
        required=False,
        max_length=MOST_SETS,
        help_text="The answers to the further questions that are asked for these kinds of harm of an agency of this kind.",
        error_messages={"max_length": f"Send at most {MOST_SETS} sets of questions together"},
    )


def content_from(body: object, agency: Agency) -> Content:
    """What a body of an agency says, read and judged by the pages of the form. Raises all that is wrong with it at once.

    Of a child in immediate danger only what cannot be kept is refused here; the rules ask for the essentials.
    """
    if not isinstance(body, Mapping):
        raise Wrong([Problem(NOT_AN_OBJECT, "")])
    shape = Referral(data=body, partial=True)
    wrong = [] if shape.is_valid() else problems_in(shape.errors)
    if wrong:
        raise Wrong(wrong)
    said = shape.validated_data
    sent = said.get(QUESTIONS) or ()
    pins = pins_of(sent)
    answers = _answers(said)
    further = further_pages(sent, pins, answers[HARM]["typed"], agency.kind)
    answers |= {key: _entry(typed_page) for key, typed_page in further.items()}
    reading = read_draft(Draft(agency=agency, question_sets=pins, answers=answers))
    refused = [placed(one, sent) if is_set_page(one.page) else one for one in _refused(reading)]
    if found := [*_surplus(said), *refused]:
        raise Incomplete(found)
    return content_of(reading)


def _answers(said: Mapping[str, Any]) -> dict[str, Any]:
    pages: dict[str, dict[str, list[str]]] = {"danger": typed(DangerForm, {"immediate_danger": said.get("immediate_danger")})}
    for name in PAGES:
        pages[name] = typed(form_of(name), said.get(name) or {})
    for name in OPTIONAL_PAGES:
        if said.get(name):
            pages[name] = typed(form_of(name), said[name])
    for place, child in enumerate(said.get("children") or (), start=1):
        pages[f"children/{place}"] = typed(ChildForm, child)
    for place, person in enumerate(said.get("people") or (), start=1):
        relations = {int(one.get("child", 0)): one for one in person.get("relations") or ()}
        plain = {name: value for name, value in person.items() if name != "relations"}
        pages[f"people/{place}"] = typed(PersonForm, plain) | _relations(relations)
    return {key: _entry(answers) for key, answers in pages.items()}


def _entry(answers: Mapping[str, list[str]]) -> dict[str, Any]:
    return {"typed": answers, "version": 1, "page": ""}


def form_of(key: str) -> type[PageForm]:
    """The form of a page that is known to exist."""
    form = form_for(key)
    if form is None:
        raise KeyError(key)
    return form


def _relations(relations: Mapping[int, Mapping[str, Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for child, relation in relations.items():
        found[f"relation_{child}"] = [str(relation.get("relationship") or "")]
        found[f"responsibility_{child}"] = [str(relation.get("parental_responsibility") or YesNoUnknown.UNKNOWN)]
    return found


def _surplus(said: Mapping[str, Any]) -> list[Problem]:
    """Relationships to children who are not there, or told twice: the form cannot even ask them."""
    children = len(said.get("children") or ())
    found = []
    for place, person in enumerate(said.get("people") or (), start=1):
        told = [one.get("child", 0) for one in person.get("relations") or ()]
        if len(set(told)) != len(told) or any(not 1 <= child <= children for child in told):
            found.append(
                Problem("Each relationship must be to one of the children of this referral", "relations", f"people/{place}")
            )
    return found


def _refused(reading: Reading) -> list[Problem]:
    if reading.danger:
        return hindrances(reading)
    found = []
    if not item_keys(reading.forms, "children"):
        found.append(Problem(NO_CHILD, "children", "children"))
    for key, form in reading.forms.items():
        page = "" if key == "danger" else key
        for name, errors in form.errors.items():
            field = "relations" if name.startswith(("relation_", "responsibility_")) else name
            found += [Problem(str(error), field, page) for error in errors]
    return found


class ReceiptChild(serializers.Serializer[Any]):
    """The contact that was made for one child of a referral."""

    position = serializers.IntegerField()
    contact = serializers.CharField(help_text="The reference of the contact, to read out on the telephone.")


class Receipt(serializers.Serializer[Any]):
    """What a referral is answered with. It names no child."""

    reference = serializers.CharField()
    received_at = serializers.DateTimeField()
    status_url = serializers.CharField()
    children = ReceiptChild(many=True)


class ChildStatus(ReceiptChild):
    """Where the contact of one child stands, and what was decided."""

    state = serializers.CharField(help_text="In words.")
    decide_by = serializers.DateTimeField()
    decided_at = serializers.DateTimeField(allow_null=True)
    outcome = serializers.CharField(allow_blank=True, help_text="Code of the outcome; empty until a manager has decided.")
    outcome_words = serializers.CharField(allow_blank=True)
    words_for_referrer = serializers.CharField(allow_blank=True)


class Status(serializers.Serializer[Any]):
    """Where a referral stands. Each time it is read, the access log keeps a row."""

    reference = serializers.CharField()
    received_at = serializers.DateTimeField()
    version = serializers.IntegerField(help_text="1 as it was sent first; one more with each amendment.")
    children = ChildStatus(many=True)


class DocumentReceipt(serializers.Serializer[Any]):
    """A document that was taken. Nobody can open it before it is found clean of viruses."""

    reference = serializers.CharField()
    name = serializers.CharField()
    state = serializers.CharField()


class Upload(serializers.Serializer[Any]):
    """A document of a referral. What it is, who wrote it and when may be left out."""

    file = serializers.FileField()
    kind = serializers.ChoiceField(
        choices=DocumentKind.choices,
        required=False,
        allow_blank=True,
        default="",
        help_text="What it is.",
        error_messages={"invalid_choice": NO_KIND},
    )
    author = serializers.CharField(
        max_length=LONGEST_AUTHOR,
        required=False,
        allow_blank=True,
        default="",
        help_text="Who wrote or made it.",
        error_messages={"max_length": f"Who wrote it must be {LONGEST_AUTHOR} characters or fewer"},
    )
    written_on = serializers.DateField(
        required=False,
        input_formats=["%Y-%m-%d"],
        help_text="On which day.",
        error_messages={"invalid": "The day on which it was written must be a real date, like 2017-03-27"},
    )


class Described(Upload):
    """What is said of a document besides the file itself, which is read as it comes."""

    file = None  # type: ignore[assignment]  # the file is read from the upload


def attached_from(data: Any) -> Attached:
    """What is said of a document; raises what cannot be read."""
    shape = Described(data={name: value for name, value in data.items() if name != "file" and value != ""})
    if not shape.is_valid():
        raise Wrong([Problem(str(errors[0]), name) for name, errors in shape.errors.items()])
    return Attached(**shape.validated_data)


NOTICE_FIELDS: dict[str, Any] = {
    name: serializers.CharField(
        required=name in NEEDED,
        allow_blank=True,
        max_length=MOST["concern.worries"],
        help_text=words,
        error_messages={"max_length": f"{words} must be {MOST['concern.worries']:,} characters or fewer"},
    )
    for name, words in COLUMNS.items()
}
Notification = type("Notification", (Page,), {**NOTICE_FIELDS, "__doc__": "One notification about one child, all in text."})


class Notifications(Page):
    """Notifications of the police: good ones are received, the others come back with their reasons."""

    notifications = Notification(
        many=True,
        allow_empty=False,
        max_length=MOST_ROWS,
        error_messages={"empty": "Send at least one row", "max_length": f"Send at most {MOST_ROWS} rows at a time"},
    )


def rows_from(body: object) -> list[dict[str, str]]:
    """The rows of a batch. What is wrong in a row is told row by row; only what is no row refuses the whole."""
    if not isinstance(body, Mapping):
        raise Wrong([Problem(NOT_AN_OBJECT, "")])
    shape = Notifications(data=body, partial=True)
    if not shape.is_valid():
        raise Wrong(problems_in(shape.errors))
    return [tidy(row) for row in shape.validated_data.get("notifications") or ()]


class RowProblem(serializers.Serializer[Any]):
    """One thing that is wrong in a row."""

    column = serializers.CharField(allow_blank=True)
    sentence = serializers.CharField()


class RowReceipt(serializers.Serializer[Any]):
    """What became of one row."""

    row = serializers.IntegerField(help_text="Its place in the list: 1 for the first.")
    state = serializers.ChoiceField(choices=NoticeRow.State.choices)
    reference = serializers.CharField(allow_blank=True, help_text="The reference of what was received.")
    problems = RowProblem(many=True)


class BatchReceipt(serializers.Serializer[Any]):
    """What became of a batch. The same batch again is answered the same."""

    reference = serializers.CharField()
    received = serializers.IntegerField()
    repeated = serializers.IntegerField()
    refused = serializers.IntegerField()
    rows = RowReceipt(many=True)
