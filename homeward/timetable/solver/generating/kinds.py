"""How a made-up week is made: its services, its prices, and how much room its people leave.

Services, sizes, prices and day patterns follow what published program descriptions have in
common: process groups of 90 minutes as a series, lectures and skills groups of 60, weekly
one-to-ones, groups of at most ten.
"""

from dataclasses import dataclass

from homeward.timetable.solver.instance import Grid, OnDuty, Service

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
GRID = Grid(DAYS, slots_a_day=26, lunch=(7, 11), lunch_max=2, min_day_soft=4)
SERVICES = {
    each.code: each
    for each in (
        Service("GT", True, 3, 1000, least=3, soft_least=6, target=8, most=10, is_series=True),
        Service("PE", True, 2, 800, least=3, soft_least=6, target=8, most=10, minutes=45),
        Service("SK", True, 2, 800, least=3, soft_least=6, target=8, most=10),
        Service("IN60", False, 2, 1500, minutes=50),
        Service("IN30", False, 1, 1500),
        Service("FA", False, 3, 1000),
        Service("MD", False, 1, 3000),
    )
}
PATTERNS = {
    5: frozenset({(0, 1, 2, 3, 4)}),
    3: frozenset({(0, 2, 4), (0, 1, 3), (1, 2, 3), (1, 3, 4), (0, 2, 3), (0, 1, 4)}),
    2: frozenset({(0, 2), (1, 3), (0, 3), (2, 4), (1, 4)}),
    1: frozenset({(0,), (1,), (2,), (3,), (4,)}),
}
WEIGHTS = {
    "shortfall": 500, "change": 40, "change_staff": 10, "pref": 1, "mode": 2, "extra_day": 6,
    "short_day": 4, "lunch": 2, "open_meeting": 10, "under": 3, "over": 1, "overload": 2,
}  # fmt: skip
WORKING_DAYS = range(5)
DOCUMENTATION_MINUTES = 15
MOST_LED_GROUPS_A_DAY = 3
ON_DUTY = OnDuty(staff=2, naloxone=1)


@dataclass(frozen=True, slots=True)
class Kind:
    """The room people leave: slots beside what is planted, and the chance of a further day.

    `fewer_skills` is the share of the first two phases who need one skills group less than their
    cohort; `rooms_kept` the share of rooms that stay; `from_cohorts` whether needs come by cohort.
    """

    name: str
    slack: tuple[int, int] = (0, 5)
    other_days: float = 0.65
    fewer_skills: float = 0.0
    rooms_kept: float = 1.0
    from_cohorts: bool = True

    @property
    def is_planted(self) -> bool:
        """Whether a complete week is known."""
        return self.from_cohorts and self.rooms_kept == 1.0


KINDS = {
    each.name: each
    for each in (
        Kind("loose", slack=(3, 8), other_days=0.9),
        Kind("normal"),
        Kind("tight", slack=(0, 2), other_days=0.3),
        Kind("hetero", fewer_skills=0.3),
        Kind("over", rooms_kept=0.85),
        Kind("free-mix", other_days=0.85, from_cohorts=False),
    )
}
