"""The home page: what is due, what was asked, what came back, and the newest decisions on what was sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.access import GOVERNANCE_LEAD
from accounts.access_table import role_codes, route_table
from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.agencies import agreements_to_renew, only_leads_to_confirm
from accounts.selectors.openings import emergency_openings
from accounts.selectors.people import is_administrator
from board.presenters.actions import action_numbers, late_rows, list_rows
from board.presenters.business_plan import missing_numbers
from board.presenters.policies import late_policy_numbers
from board.presenters.risks import late_review_numbers
from board.selectors.actions import count_actions, late_by_agency, own_actions
from board.selectors.business_plan import positions_to_write
from board.selectors.policies import late_policy_reviews
from board.selectors.risks import late_reviews
from foundation import clock
from portal.upkeep import to_keep_up
from protection.presenters.lists import desk_numbers, family_numbers
from protection.presenters.lists import news_rows as protection_news_rows
from protection.selectors.conferences import ChairsDesk
from protection.selectors.families import family_counts, works_in_protection
from protection.selectors.news import news_for
from referrals.presenters.afterwards import news_rows, screener_rows
from referrals.presenters.handing_on import lapsing_rows, offered_rows
from referrals.presenters.queue import queue_numbers
from referrals.presenters.submissions import decided_rows, list_row, unanswered_rows
from referrals.presenters.taken import owed_rows
from referrals.selectors.correspondence import news_for_screeners, news_for_senders
from referrals.selectors.drafts import drafts_of
from referrals.selectors.handing_on import lapsing_soon, offers_to
from referrals.selectors.queue import queue_counts
from referrals.selectors.submissions import sent_by, without_an_answer
from referrals.selectors.taken import calls_of
from reporting.selectors.approving import waiting_for
from reporting.selectors.stating import waiting_for_statement
from work.presenters import my_work_section
from work.selectors.my_work import my_work

SENT_SHOWN, DECISIONS_SHOWN, CAME_BACK_SHOWN = 5, 5, 12
QUEUE_SHOWN = ("red", "overdue", "today", "nobody", "mine", "proposed", "tasks_open")
"""Of the counts over the queue those that say what to do next."""


def _due_of_the_board(person: Person) -> list[dict[str, Any]]:
    """What of the partnership's own work is late: risks to be scored again, policies to review, positions to be written."""
    found = late_review_numbers(late_reviews(person))
    if _opens(person, "board:new_policy"):
        found = [*found, *late_policy_numbers(late_policy_reviews(person))]
    return [*found, *missing_numbers(positions_to_write())] if _opens(person, "board:write_position") else found


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """One page for everyone, with the parts that this person's roles have. It names no child."""
    person = asking(request)
    context: dict[str, Any] = {"work": my_work_section(my_work(person)), "has_role": bool(role_codes(person))}
    if _opens(person, "referrals:queue"):
        numbers = queue_numbers(queue_counts(person))
        context["queue"] = [number for number in numbers if number["name"] in QUEUE_SHOWN]
    if _opens(person, "referrals:my_referrals"):
        sent = sent_by(person).rows
        context |= {"may_refer": True, "sent": [list_row(row) for row in sent[:SENT_SHOWN]], "drafts": len(drafts_of(person))}
        news = [*news_rows(news_for_senders(person)), *screener_rows(news_for_screeners(person))]
        context["work"]["asked"] = [*offered_rows(offers_to(person)), *context["work"]["asked"]]
        written = [*owed_rows(calls_of(person)), *lapsing_rows(lapsing_soon(person))]
        context["work"]["due"] = [*written, *context["work"]["due"]]
        news += unanswered_rows(without_an_answer(person, clock.now()))
        came_back = [*news, *context["work"]["came_back"], *decided_rows(sent)[:DECISIONS_SHOWN]]
        context["work"]["came_back"] = sorted(came_back, key=lambda row: row.at, reverse=True)
    if _opens(person, "protection:families"):
        told = [*protection_news_rows(news_for(person)), *context["work"]["came_back"]]
        context["work"]["came_back"] = sorted(told, key=lambda row: row.at, reverse=True)
    came_back = context["work"]["came_back"]
    context["work"] |= {"came_back": came_back[:CAME_BACK_SHOWN], "more_came_back": len(came_back) > CAME_BACK_SHOWN}
    if _opens(person, "protection:chairs_desk"):
        context["protection"] = desk_numbers(ChairsDesk(person))
    elif works_in_protection(person):
        context["protection"] = family_numbers(family_counts(person))
    if _opens(person, "board:actions"):
        numbers = action_numbers(count_actions(person))
        context["actions"] = [item for item in numbers if item["number"]]
    if _opens(person, "board:risks"):
        context["actions"] = [*context.get("actions", ()), *_due_of_the_board(person)]
    if _opens(person, "board:budget"):
        context["late_agencies"] = late_rows(late_by_agency(person))
    if _opens(person, "agencies"):
        context |= {
            "looks_after_agencies": True,
            "today": clock.today(),
            "agreements": agreements_to_renew(person),
            "leads_to_confirm": only_leads_to_confirm(person),
        }
    context |= {"openings": emergency_openings(person), "watches_openings": GOVERNANCE_LEAD in role_codes(person)}
    context |= {"upkeep": to_keep_up(person), "keeps_up": is_administrator(person)}
    context["own_actions"] = list_rows(own_actions(person))
    context |= {"editions_to_approve": waiting_for(person), "editions_to_state": waiting_for_statement(person)}
    context["may_read_report"] = _opens(person, "reporting:years")
    return render(request, "portal/home.html", context)


def _opens(person: Person, route: str) -> bool:
    return route_table()[route].who.admits(person)
