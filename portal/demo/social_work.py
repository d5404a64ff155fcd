"""Social workers and their managers, so that what was accepted has somebody who works on it."""

from accounts.models import Person
from portal.demo.casework import SocialWorkTeam
from portal.demo.partnership import DemoPartnership, PartnershipMaker

TEAMS = ("assessment-east", "assessment-west", "support-hill", "support-harbour")
WORKERS = 20
"""In each team."""
CHAIRS = 6


class SocialWork(PartnershipMaker):
    """Makes the people of the social work teams; of its own chance, so that nobody else changes."""

    def teams(self, made: DemoPartnership) -> list[SocialWorkTeam]:
        """Every team with its workers and its manager; the sign-ins of the demonstration work in the first one."""
        return [self._team_of(made, code, place) for place, code in enumerate(TEAMS)]

    def _team_of(self, made: DemoPartnership, code: str, place: int) -> SocialWorkTeam:
        first = place == 0
        workers = [made.people["social.worker"]] if first else []
        workers += [
            self._colleague("social_worker", made, "social-care", code, f"social.worker{place * WORKERS + number + 2}")
            for number in range(WORKERS - len(workers))
        ]
        name = f"team.manager{place + 1}"
        manager = made.people["team.manager"] if first else self._colleague("team_manager", made, "social-care", code, name)
        made.people.setdefault(name, manager)
        return SocialWorkTeam(made.teams[code], workers, manager)

    def chairs(self, made: DemoPartnership) -> list[Person]:
        """The chair who signs in, and their colleagues."""
        others = [
            self._colleague("conference_chair", made, "social-care", "", f"chair{number + 2}") for number in range(CHAIRS - 1)
        ]
        return [made.people["chair"], *others]
