"""Rule 4 of the house: what each event does in each state of each record stands here in full, and everything else is refused.

A record's block has a line for each of its states, in which it begins first: the events that are allowed in it, and where each
leads. Whatever is not named is refused. A table without a block fails, and so does a block without one.
"""

from collections.abc import Iterator, Mapping, Sequence

import pytest
from django.apps import apps

from foundation.errors import Refused
from foundation.states import Transition, mermaid, next_state
from portal.reference import FOLDER
from portal.reference.states import tables

EXPECTED = {
    "work.rules.states.CLOCK_TRANSITIONS": """
        running: hold>held revise>running stop>stopped
        held: release>running revise>held stop>stopped
        stopped:
    """,
    "work.rules.states.HANDOVER_TRANSITIONS": """
        offered: accept>accepted return>returned withdraw>withdrawn
        accepted:
        returned:
        withdrawn:
    """,
    "work.rules.states.REQUEST_TRANSITIONS": """
        asked: answer>answered chase>asked waive>waived withdraw>withdrawn
        answered:
        waived:
        withdrawn:
    """,
    "work.rules.states.VERSION_TRANSITIONS": """
        draft: edit>draft publish>published
        published: retire>retired
        retired:
    """,
    "work.rules.states.ANSWER_SET_TRANSITIONS": """
        open: save>open submit>submitted
        submitted:
    """,
    "board.rules.TRANSITIONS": """
        planned: start>in_progress report_done>reported_done withdraw>withdrawn
        in_progress: report_done>reported_done withdraw>withdrawn
        reported_done: accept_done>done not_done_yet>in_progress
        done: embed>embedded reopen>in_progress
        embedded: reopen>in_progress
        withdrawn:
    """,
    "board.rules.MEETING_TRANSITIONS": """
        planned: hold>held cancel>cancelled
        held: approve>approved
        approved:
        cancelled:
    """,
    "board.rules.BUSINESS_PLAN_TRANSITIONS": """
        draft: agree>agreed
        agreed: lapse>draft close>closed
        closed:
    """,
    "referrals.rules.triage.TRANSITIONS": """
        received: begin>screening return>returned_to_referrer
                  join>duplicate pass_on>out_of_area link>linked_to_open_case withdraw>closed
        screening: rate>screening ask>info_gathering propose>decision_proposed return>returned_to_referrer
                   join>duplicate pass_on>out_of_area link>linked_to_open_case withdraw>closed
        info_gathering: rate>info_gathering ask>info_gathering propose>decision_proposed return>returned_to_referrer
                        join>duplicate pass_on>out_of_area link>linked_to_open_case withdraw>closed
        decision_proposed: send_back>screening approve>decided
                           join>duplicate pass_on>out_of_area link>linked_to_open_case withdraw>closed
        decided: open_tasks>tasks_open finish_tasks>decided sign_off>signed_off reopen>screening
        tasks_open: open_tasks>tasks_open finish_tasks>decided sign_off>signed_off reopen>screening
        signed_off: reopen>screening
        closed: reopen>screening
        returned_to_referrer: come_back>received reopen>screening
        duplicate: reopen>screening
        out_of_area: reopen>screening
        linked_to_open_case: reopen>screening
    """,
    "referrals.rules.episodes.ASSESSMENT_TRANSITIONS": """
        in_progress: write>in_progress review>in_progress submit>with_manager
        with_manager: send_back>in_progress authorise>authorised
        authorised:
    """,
    "referrals.rules.early_help.EARLY_HELP_TRANSITIONS": """
        requested: consent>consented close>closed
        consented: assess>assessing finish>tac_active close>closed
        assessing: assess>assessing finish>tac_active close>closed
        tac_active: meet>tac_active review>review step_up>review close>closed
        review: review>review go_on>tac_active step_up>review close>closed
        closed:
    """,
    "referrals.rules.disagreements.DISAGREEMENT_TRANSITIONS": """
        open: move_up>open resolve>resolved decide>decided
        resolved:
        decided:
    """,
    "protection.rules.states.DISCUSSION_TRANSITIONS": """
        called: prepare>called minute>called take_back>called hold>held cancel>cancelled withdraw>withdrawn
        held: minute>held take_back>held share>shared withdraw>withdrawn
        shared: take_back>shared withdraw>withdrawn
        cancelled:
        withdrawn:
    """,
    "protection.rules.states.ENQUIRY_TRANSITIONS": """
        open: write>open submit>with_manager
        with_manager: send_back>open authorise>complete
        complete:
    """,
    "protection.rules.states.CONFERENCE_TRANSITIONS": """
        requested: book>booked cancel>cancelled withdraw>withdrawn
        booked: book>booked invite>booked minute>booked take_back>booked hold>held cancel>cancelled withdraw>withdrawn
        held: minute>held take_back>held approve>approved
        approved: take_back>approved distribute>distributed
        distributed: take_back>distributed
        cancelled:
        withdrawn:
    """,
    "reviews.rules.briefings.BRIEFING_TRANSITIONS": """
        draft: write>draft submit>submitted
        submitted: write>draft approve>approved send_back>draft
        approved: publish>published
        published: withdraw>withdrawn
        withdrawn:
    """,
    "reviews.rules.states.PRACTICE_TRANSITIONS": """
        commissioned: write>commissioned go_on>scoping end>closed
        scoping: write>scoping go_on>reports_due end>closed
        reports_due: write>reports_due go_on>analysis end>closed
        analysis: write>analysis go_on>draft end>closed
        draft: write>draft accept>accepted end>closed
        accepted: draft_again>draft prepare>pre_publication withhold>withheld
        pre_publication: draft_again>draft prepare>pre_publication publish>published withhold>withheld
        published: close>closed
        withheld: close>closed
        closed:
    """,
    "reviews.rules.deaths.DEATH_TRANSITIONS": """
        notified: gather>gathering triage>triaged join>joined
        gathering: gather>gathering make_ready>ready triage>triaged join>joined
        ready: gather_more>gathering meet>held triage>triaged join>joined
        held: meet_again>held list>listed join>joined
        triaged: list>listed join>joined
        listed: put_off>listed review>reviewed join>joined
        reviewed: close>closed
        closed:
        joined:
    """,
    "reviews.rules.states.INCIDENT_TRANSITIONS": """
        considered: write>considered leave>not_notified notify>notified
        not_notified: consider_again>considered
        notified: meet>met leave_unreviewed>closed
        met: meet_again>met sign_off>signed_off
        signed_off: send>sent
        sent: reply>replied
        replied: close>closed
        closed:
    """,
    "reviews.rules.states.RETURN_TRANSITIONS": """
        asked: declare>open declare_again>back name_author>asked withdraw>withdrawn
        open: write>open send>sent name_author>asked withdraw>withdrawn
        back: write>back send>sent name_author>asked withdraw>withdrawn
        sent: send_back>back
        withdrawn:
    """,
    "reporting.rules.returns.RETURN_TRANSITIONS": """
        open: write>draft submit>submitted withdraw>withdrawn close>not_made
        draft: write>draft submit>submitted withdraw>withdrawn close>not_made
        submitted: accept>accepted send_back>sent_back
        sent_back: write>draft submit>submitted withdraw>withdrawn close>not_made
        accepted: send_back>sent_back print>in_report
        in_report: send_back>sent_back print>in_report
        withdrawn: ask_again>open
        not_made: ask_again>open
    """,
}
TABLES: Mapping[str, Sequence[Transition]] = {f"{module}.{name}": rows for module, name, rows in tables()}
each_table = pytest.mark.parametrize("name", sorted(TABLES))


def expected(name: str) -> dict[str, dict[str, str]]:
    """By state, what each event leads to."""
    found = dict[str, dict[str, str]]()
    for word in EXPECTED[name].split():
        if word.endswith(":"):
            found[word[:-1]] = {}
        else:
            event, target = word.split(">")
            found[list(found)[-1]][event] = target
    return found


def differences(rows: Sequence[Transition], decided: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Each pair of state and event in which a table does not do what stands here."""
    events = {row.event for row in rows} | {event for allowed in decided.values() for event in allowed}
    for state, allowed in decided.items():
        for event in sorted(events):
            try:
                target = str(next_state(rows, state, event))
            except KeyError:
                target = "an event that is not there"
            except Refused as refused:
                target = "refused" if refused.sentence.endswith(".") else f"no sentence: {refused.sentence}"
            if target != allowed.get(event, "refused"):
                yield f"{event} in {state}: {target}, not {allowed.get(event, 'refused')}"


def test_every_table_of_the_house_stands_here() -> None:
    assert set(EXPECTED) == set(TABLES)


@each_table
def test_every_state_decides_every_event(name: str) -> None:
    assert list(differences(TABLES[name], expected(name))) == []


@each_table
def test_a_pair_is_decided_once_and_refused_in_one_sentence(name: str) -> None:
    rows = TABLES[name]
    pairs = [(row.event, str(source)) for row in rows for source in row.sources]
    assert len(pairs) == len(set(pairs))
    assert len({(row.event, row.refusal) for row in rows}) == len({row.event for row in rows})


@each_table
def test_the_states_are_those_of_a_column_that_begins_with_the_first(name: str) -> None:
    states = expected(name)
    used = {str(state) for row in TABLES[name] for state in (*row.sources, row.target)}
    columns = [
        (str(field.default), {str(value) for value, _words in field.choices})
        for model in apps.get_app_config(name.partition(".")[0]).get_models()
        for field in model._meta.fields
        if field.choices and field.has_default()
    ]
    assert used <= set(states)
    assert (next(iter(states)), set(states)) in columns


@each_table
def test_every_state_can_be_reached_from_the_first(name: str) -> None:
    states = expected(name)
    reached = added = {next(iter(states))}
    while added:
        added = {str(row.target) for row in TABLES[name] if {str(source) for source in row.sources} & reached} - reached
        reached = reached | added
    assert reached == set(states)


@each_table
def test_the_diagram_shows_what_is_allowed_and_nothing_else(name: str) -> None:
    drawn = mermaid(TABLES[name])
    arrows = {f"{state} --> {target}: {event}" for state, allowed in expected(name).items() for event, target in allowed.items()}
    assert {line.strip() for line in drawn.splitlines()[1:]} == arrows
    assert f"From `{name}`.\n\n```mermaid\n{drawn}```" in (FOLDER / "states.md").read_text(encoding="utf-8"), "Run “make docs”."


def test_the_check_sees_what_is_wrongly_permitted_and_what_is_wrongly_refused() -> None:
    rows = (Transition("close", ("open", "closed"), "closed", "Closed already."), Transition("open", ("closed",), "open", "Open"))
    found = differences(rows, {"open": {"close": "closed"}, "closed": {"open": "open", "lose": "lost"}})
    assert list(found) == [
        "lose in open: an event that is not there, not refused",
        "open in open: no sentence: Open, not refused",
        "close in closed: closed, not refused",
        "lose in closed: an event that is not there, not lost",
    ]
