"""The shared vocabulary, and what reviews, audits and others recommended to the partnership."""

from datetime import date, datetime, timedelta

from board.models import Action, ActionRecommendation, ActionTheme, Plan, Recommendation, RecommendationTheme, Theme
from board.rules import State
from foundation.clock import LONDON
from portal.demo.references import References

BEFORE_ITS_PLAN = timedelta(days=14)

THEMES = (
    ("M1", "message", "Ask about the father"),
    ("M2", "message", "See the child alone"),
    ("M3", "message", "Tell the referrer what came of it"),
    ("M4", "message", "Say who else lives in the home"),
    ("F1", "factor", "Domestic abuse"),
    ("F2", "factor", "Neglect"),
    ("F3", "factor", "Parental mental health"),
    ("F4", "factor", "Missing from home"),
    ("F5", "factor", "Housing"),
    ("P1", "feature", "Sharing information"),
    ("P2", "feature", "Supervision"),
    ("P3", "feature", "Consent"),
)
OLD_THEME = ("F6", "factor", "Toxic trio")

# Where it comes from: words of the plan's title, source, number there, what is recommended, and how many actions answer it.
RECOMMENDATIONS = (
    ("Inspection", "inspection", "1", "Every agency names who is responsible for safeguarding, down to each service.", 3),
    ("Inspection", "inspection", "2", "Young people who leave care know their own health history.", 2),
    ("Inspection", "inspection", "3", "Referrers hear what was decided about their referral.", 2),
    ("Child A", "review", "1", "Practitioners ask about fathers, and about everybody else in the home.", 3),
    ("Child A", "review", "2", "Agencies keep one chronology of children who are open for long.", 2),
    ("Child A", "review", "3", "The school holidays leave no child unseen.", 1),
    ("Rapid reviews", "review", "1", "Consent is recorded in the same way everywhere.", 2),
    ("Audit", "audit", "1", "Contacts are signed off only when nothing is left to do.", 2),
    ("Section 11", "section_11", "4", "Every agency shows how it listens to children.", 2),
    ("Business plan", "business_plan", "2", "The threshold document can be read by everybody who refers.", 2),
    ("Scrutineer", "challenge", "1", "Housing takes part where a family has no home.", 1),
)


class RecommendationMaker:
    """Makes themes, and recommendations answered by actions that are there."""

    def __init__(self, references: References, now: datetime) -> None:
        self.references, self.now = references, now

    def make(self) -> None:
        """Everything: one recommendation waits, one is not accepted, one has no action."""
        self.themes = [Theme.objects.create(code=code, kind=kind, name=name) for code, kind, name in THEMES]
        code, kind, name = OLD_THEME
        Theme.objects.create(code=code, kind=kind, name=name, retired_at=self.now, retired_by="demonstration")
        for place, (words, source, number, text, wanted) in enumerate(RECOMMENDATIONS):
            plan = Plan.objects.filter(title__startswith=words).order_by("opened_on", "pk").first()
            if plan is not None:
                made = self._recommend(place, source, plan.title, number, text, plan.opened_on - BEFORE_ITS_PLAN)
                self._answer(made, plan, wanted, place)
        today = self.now.astimezone(LONDON).date()
        self._recommend(1, "complaint", "Complaint of a parent", "", "Letters about conferences use plain words.", today)
        refused = self._recommend(2, "national", "National report on neglect", "7", "One tool in all areas.", today)
        refused.response, refused.response_reason = "not", "The partnership keeps its own tool until the pilot is over."
        self._responded(refused)

    def _recommend(self, place: int, source: str, title: str, number: str, text: str, made_on: date) -> Recommendation:
        leads = Action.objects.filter(plan__title=title).order_by("pk").first() or Action.objects.order_by("pk").first()
        recommendation = Recommendation.objects.create(
            reference=self.references.new("3"),
            number=number,
            text=text,
            source=source,
            source_title=title,
            made_on=made_on,
            agency=leads.agency if leads else None,
            priority=("high", "medium", "low")[place % 3],
            added_on=made_on,
        )
        themes = {self.themes[place % len(self.themes)], self.themes[(place * 5 + 4) % len(self.themes)]}
        RecommendationTheme.objects.bulk_create(
            RecommendationTheme(recommendation=recommendation, theme=theme) for theme in sorted(themes, key=lambda one: one.code)
        )
        return recommendation

    def _responded(self, recommendation: Recommendation) -> None:
        recommendation.responded_at, recommendation.responded_by = self.now, "demonstration"
        recommendation.save()

    def _answer(self, recommendation: Recommendation, plan: Plan, wanted: int, place: int) -> None:
        """By actions of the plan, other ones for each recommendation of it; each is tagged with one of its themes."""
        recommendation.response = "accepted"
        self._responded(recommendation)
        taken = ActionRecommendation.objects.filter(action__plan=plan).values("action")
        actions = plan.actions.exclude(pk__in=taken).exclude(state=State.WITHDRAWN).order_by("pk")[:wanted]
        for action in actions:
            ActionRecommendation.objects.create(recommendation=recommendation, action=action)
            ActionTheme.objects.create(action=action, theme=self.themes[place % len(self.themes)])
