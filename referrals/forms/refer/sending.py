"""From a complete draft to what is sent: typed content, and every question in its words with its answer."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, cast

from django.forms import CharField, Field
from django.forms import ChoiceField as DjangoChoiceField

from children.rules import ChildDetails
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.besides import HELP, INJURIES, columns_of
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.concern import moment_of
from referrals.forms.refer.further import FurtherForm
from referrals.forms.refer.harm import HARM, HarmForm
from referrals.forms.refer.people import PersonForm
from referrals.forms.refer.reading import Reading
from referrals.forms.refer.sections import CHILDREN
from referrals.models.codes import ConsentStatus, YesNoUnknown
from referrals.rules.drafts import item_keys, number_of
from referrals.rules.submission import (
    Answer,
    AnsweredSection,
    ChildGiven,
    Circumstances,
    Concern,
    Consent,
    Content,
    Harm,
    PersonGiven,
    Referrer,
    RelationGiven,
)

if TYPE_CHECKING:
    from django.http import QueryDict

Answers = dict[str, Any]


def content_of(reading: Reading) -> Content:
    """What a draft sends; its sections must be complete, or a child in immediate danger: then with what there is."""
    pages = {code: answers_of(reading.page(code)) for code in ("about", "family", "request", "consent", "concern")}
    about, family, request = pages["about"], pages["family"], pages["request"]
    places = {number_of(key): place for place, key in enumerate(reading.child_keys, start=1)}
    level = request["referrer_level"]
    return Content(
        referrer=Referrer(
            **{name: about[name] for name in ("name", "role", "telephone", "email", "relation")},
            kept_from_family=bool(about["kept_from_family"]),
            kept_because=about["kept_because"] or "",
            lead_told=about["lead_told"] or "",
        ),
        purpose=request["purpose"],
        children=[child_from(answers_of(reading.forms[key])) for key in reading.child_keys],
        people=[person_from(cast("PersonForm", reading.forms[key]), places) for key in reading.person_keys],
        consent=consent_from(pages["consent"]),
        concern=_concern(pages["concern"]),
        harm=harm_of(cast("HarmForm", reading.page(HARM))),
        immediate_danger=reading.danger,
        father_known=family["father_known"],
        father_unknown_reason=family["father_unknown_reason"] or "",
        other_carers=family["other_carers"],
        staff_risk=family["staff_risk"],
        **_besides(reading),
        tools=[str(tool) for tool in request["tools"] or ()],
        referrer_level=int(level) if level.isdecimal() else None,
        referrer_level_reason=request["referrer_level_reason"],
        answers=wording_of(reading),
    )


def answers_of(form: PageForm) -> Answers:
    """Each answer of a page; one that is missing or wrong is empty."""
    return {name: form.cleaned_data.get(name, empty_of(field)) for name, field in form.fields.items()}


def empty_of(field: Field) -> str | None:
    """What a question holds that was not answered."""
    return "" if isinstance(field, CharField | DjangoChoiceField) else None


def _besides(reading: Reading) -> dict[str, Any]:
    """Marks and help so far, where their pages were filled in."""
    found: dict[str, Any] = {"injury_areas": [], "injury_sides": []}
    for page in (INJURIES, HELP):
        if (form := reading.forms.get(page)) is not None:
            found |= columns_of(page, form)
    return found


def child_from(answers: Answers) -> ChildGiven:
    """One child, by the answers of their page."""
    return ChildGiven(
        details=ChildDetails(
            family_name=answers["family_name"],
            given_name=answers["given_name"],
            known_as=answers["known_as"],
            birth_date=answers["birth_date"] or None,
            birth_date_estimated=bool(answers["birth_date_estimated"]),
            expected_delivery_date=answers["expected_delivery_date"] or None,
            sex=answers["sex"] or "U",
            ethnicity=answers["ethnicity"] or "",
            nhs_number=answers["nhs_number"],
            upn=answers["upn"],
            address=answers["address"],
            postcode=answers["postcode"],
        ),
        whereabouts=answers["whereabouts"],
        school=answers["school"],
        gp=answers["gp"],
        first_language=answers["first_language"],
        interpreter_needed=answers["interpreter_needed"] or YesNoUnknown.UNKNOWN,
        disability=answers["disability"],
        maternity=answers["maternity"] or "",
        circumstances=_circumstances(answers),
    )


def _circumstances(answers: Answers) -> Circumstances:
    empty = Circumstances()
    told: dict[str, Any] = {one.name: answers.get(one.name) or getattr(empty, one.name) for one in fields(Circumstances)}
    lists: dict[str, Any] = {name: tuple(value) for name, value in told.items() if isinstance(value, list)}
    return replace(empty, **(told | lists))


def person_from(form: PersonForm, places: dict[int, int]) -> PersonGiven:
    """One person, by their page. `places`: of the children, by the number under which the page asks of each."""
    answers = answers_of(form)
    return PersonGiven(
        kind=answers["kind"],
        name=answers["name"],
        birth_date=answers["birth_date"],
        birth_date_estimated=bool(answers["birth_date_estimated"]),
        lives_in_household=answers["lives_in_household"],
        contact_details=answers["contact_details"],
        organisation=answers["organisation"] or "",
        job=answers["job"] or "",
        risk_to_staff=answers["risk_to_staff"],
        interpreter_language=answers["interpreter_language"],
        last_contact=answers["last_contact"] or "",
        involvement=answers["involvement"] or "",
        relations=[
            RelationGiven(places[number], answers[f"relation_{number}"], answers[f"responsibility_{number}"])
            for number, _name in form.children
        ],
    )


def consent_from(answers: Answers) -> Consent:
    """How consent stands, by the answers of its page."""
    status = answers["consent_status"]
    refused = status == ConsentStatus.REFUSED
    details = answers["refused_because"] if refused else answers["reason_details"]
    return Consent(
        status=status,
        given_by=(answers["refused_by"] if refused else answers["given_by"]) or "",
        on=answers["given_on"] or None,
        reason=answers["reason"] or "",
        details=details or "",
        family_told=answers["family_told"],
        family_not_told_reason=answers["family_not_told_reason"] or "",
        by_right=(answers["refused_right"] if refused else answers["given_right"]) or "",
        scope=[str(code) for code in answers["scope"] or ()],
        agencies=answers["agencies"] or "",
        recorded=answers["recorded"] or "",
        refusal_told=answers["refusal_told"] or "",
        withdrawn_on=answers.get("withdrawn_on") or None,
        withdrawn_details=answers.get("withdrawn_details") or "",
    )


def _concern(answers: Answers) -> Concern:
    return Concern(
        worries=answers["worries"],
        working_well=answers["working_well"],
        tried_already=answers["tried_already"],
        needs_to_happen=answers["needs_to_happen"],
        child_voice=answers["child_voice"] or "",
        child_voice_missing_reason=answers["child_voice_missing_reason"] or "",
        incident_at=moment_of(answers["incident_on"], answers["incident_time"]),
        aware_on=answers["aware_on"],
        aware_time=answers["aware_time"],
        child_alone=answers["child_alone"] or "",
    )


def harm_of(form: HarmForm) -> Harm:
    """The kinds of harm and where it happens."""
    answers = answers_of(form)
    return Harm(
        types=form.harm_types,
        contexts=[str(code) for code in answers["contexts"] or ()],
        **{name: answers[name] or "" for name in ("place", "peer_group", "online_place")},
    )


def wording_of(reading: Reading) -> list[AnsweredSection]:
    """Every question that was asked, in its words, with its answer, section by section and item by item."""
    found: list[AnsweredSection] = []
    for section in reading.sections:
        for place, key in enumerate(item_keys(reading.forms, section.items) if section.items else [], start=1):
            form = reading.forms[key]
            name = cast("ChildForm | PersonForm", form).display_name
            noun = "Child" if section.items == CHILDREN else "Person"
            found.append(_section(key, f"{noun} {place}: {name}", form))
        if section.code in reading.forms:
            form = reading.forms[section.code]
            told = _section(section.code, section.title, form)
            found.append(with_version(told, form) if isinstance(form, FurtherForm) else told)
    return found


def with_version(told: AnsweredSection, form: FurtherForm) -> AnsweredSection:
    """A page of further questions with the version under which they were asked, and what was typed."""
    further = form.further
    typed = form.typed(cast("QueryDict", form.data))
    return {**told, "questionnaire": further.code, "version": further.number, "typed": typed}


def _section(key: str, title: str, form: PageForm) -> AnsweredSection:
    rows = [Answer(question=question, answer=text or unread(form, name)) for name, question, text in form.answer_rows()]
    return AnsweredSection(section=key, title=title, answers=rows)


def unread(form: PageForm, name: str) -> str:
    """What was typed where it could not be read as an answer, so that whoever receives it can ask; otherwise nothing."""
    if name not in form.errors:
        return ""
    lists = cast("QueryDict", form.data).lists()
    typed = [str(value) for key, values in lists if name in (key, key.rpartition("-")[0]) for value in values]
    words = " ".join(value for value in typed if value.strip())
    return f"{words} (as typed: this could not be read as an answer)" if words else ""
