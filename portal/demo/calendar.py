"""When forms arrive: on weekdays more than at weekends, in term time more than in the holidays. And days counted fast."""

from bisect import bisect, bisect_left
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from foundation.calendar import ENGLAND, from_london

MONTH_WEIGHT = {1: 1.05, 2: 0.95, 3: 1.15, 4: 0.85, 5: 1.05, 6: 1.15, 7: 1.0, 8: 0.6, 9: 1.0, 10: 1.1, 11: 1.2, 12: 0.85}
WEEKEND, OPENS, CLOSES = 0.22, 8, 18
IN_HOURS = 0.86


@cache
def _working_days(year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days))
    return tuple(day for day in days if ENGLAND.is_working_day(day))


def add_working_days(day: date, days: int) -> date:
    """What `ENGLAND.add_working_days` gives, looked up in a table of each year instead of counted day by day."""
    if not days:
        return day
    year, table = day.year, _working_days(day.year)
    place = (bisect(table, day) - 1 if days > 0 else bisect_left(table, day)) + days
    while place >= len(table):
        place, year = place - len(table), year + 1
        table = _working_days(year)
    while place < 0:
        year -= 1
        table = _working_days(year)
        place += len(table)
    return table[place]


class Arrivals:
    """Moments of a span of days, drawn by weight."""

    def __init__(self, random: Random, start: date, end: date, until: datetime) -> None:
        self.random, self.until = random, until
        self.days = [start + timedelta(days=number) for number in range((end - start).days + 1)]
        weights = [MONTH_WEIGHT[day.month] * (1.0 if ENGLAND.is_working_day(day) else WEEKEND) for day in self.days]
        self.sums = list(accumulate(weights))

    def draw(self) -> datetime:
        """One moment in UTC, never after `until`."""
        while True:
            day = self.days[bisect(self.sums, self.random.random() * self.sums[-1])]
            if self.random.random() < IN_HOURS:
                at = time(self.random.randrange(OPENS, CLOSES), self.random.randrange(60), self.random.randrange(60))
            else:
                at = time(self.random.randrange(24), self.random.randrange(60), self.random.randrange(60))
            moment = from_london(day, at)
            if moment <= self.until:
                return moment

    def sorted(self, number: int) -> list[datetime]:
        """So many moments, the earliest first."""
        return sorted(self.draw() for _ in range(number))
