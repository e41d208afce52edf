"""What a week is planned from beside the story: hours and reasons, terms, leave, a closed morning.

Everybody in care who told no hours in an assessment tells some here, as they would at the schedule.
"""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.program.models import Program, Site
from homeward.staff.models import Worker
from homeward.timetable.actions import close_site, note_absence
from homeward.timetable.availability import hours_of_many
from homeward.timetable.capacity import LeadingTerms
from homeward.timetable.seating import week_of
from homeward.timetable.windows import ClientHours, PlanningTerms

DEMO = Actor.of_service("demo")
WORKDAYS = range(5)
MIDDAY = time(12)
# By turns: what binds a day client and an evening client, on which days, and in whose words.
DAY_BUSY = (
    ("childcare", (0, 1, 2, 3, 4), time(16, 30), time(18), "School pick-up"),
    ("work", (0, 1, 2, 3, 4), time(17), time(21), "Evening shift at the bakery"),
    ("transport", (0, 1, 2, 3, 4), time(8), time(9), "The bus from the county line"),
    ("court", (3,), time(16, 30), time(17, 30), "Check-in with the court"),
)
EVENING_BUSY = (
    ("work", (0, 1, 2, 3, 4), time(8), time(16, 30), "Warehouse, early shift"),
    ("school", (1, 3), time(9), time(12), "Evening-college mornings"),
    ("childcare", (0, 2, 4), time(15), time(16, 30), "My son comes home"),
    ("work", (0, 1, 2, 3, 4), time(9), time(17), "Office"),
)
LEADERS: tuple[tuple[str, list[str], list[str]], ...] = (
    ("yolanda-brightwater", ["en"], ["women"]),
    ("priya-nair", ["en"], ["trauma", "women"]),
    ("marek-havlik", ["en", "es"], []),
)


def add_planning_week(now: datetime) -> int:
    """Hours, terms, one leave and one closure; returns how many rows."""
    program = Program.objects.order_by("code").first()
    if program is None:
        return 0
    written = _leaders(program)
    for site in Site.objects.filter(tracks__program=program).distinct().order_by("code"):
        today = now.astimezone(ZoneInfo(site.time_zone)).date()
        written += _clients(site, program, week_of(today), now)
    return written + _away(now)


def _clients(site: Any, program: Any, monday: date, now: datetime) -> int:
    rows = Episode.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(
        program=program, site=site, ended_at=None
    )
    episodes = list(rows.select_related("client", "track").order_by("client__chart_number"))
    asked = hours_of_many([each.client_id for each in episodes], monday)
    hours: list[ClientHours] = []
    terms: list[PlanningTerms] = []
    for turn, episode in enumerate(episodes):
        about: dict[str, Any] = {
            "client_id": episode.client_id, "site_id": episode.site_id, "said_at": now,
            "starts_on": episode.admitted_on,
        }  # fmt: skip
        known = asked.get(episode.client_id)
        if known is None or not known.free:
            hours += _hours(episode.track, turn, about)
        if turn % 6 == 2:
            either, far = PlanningTerms.Mode.EITHER, PlanningTerms.Mode.IN_PERSON
            terms.append(PlanningTerms(mode=either, preferred_mode=far, **about))
    ClientHours.objects.bulk_create(hours)
    PlanningTerms.objects.bulk_create(terms)
    return len(hours) + len(terms)


def _hours(track: Any, turn: int, about: dict[str, Any]) -> list[ClientHours]:
    is_evening = track.day_starts > MIDDAY
    free = (time(16, 30), time(21, 30)) if is_evening else (time(8, 30), time(16, 30))
    if is_evening and turn % 4 == 3:
        free = (time(17), time(21, 30))
    why, days, starts, ends, words = (EVENING_BUSY if is_evening else DAY_BUSY)[turn % 4]
    rows = [
        ClientHours(kind="free", weekday=day, starts=free[0], ends=free[1], **about)
        for day in WORKDAYS
    ]
    return rows + [
        ClientHours(
            kind="busy", weekday=day, starts=starts, ends=ends, why=why, words=words, **about
        )
        for day in days
    ]


def _leaders(program: Any) -> int:
    workers = {row.code: row for row in Worker.objects.all()}
    rows = [
        LeadingTerms(
            worker=workers[code], languages=languages, populations=populations,
            starts_on=date(2026, 1, 1),
        )
        for code, languages, populations in LEADERS
        if code in workers
    ]  # fmt: skip
    LeadingTerms.objects.bulk_create(rows)
    return len(rows)


def _away(now: datetime) -> int:
    """A psychologist's training the week after next, and a morning without the site."""
    worker = Worker.objects.filter(code="amit-raghunathan").select_related("site").first()
    if worker is None:
        return 0
    zone = ZoneInfo(worker.site.time_zone)
    monday = week_of(now.astimezone(zone).date()) + timedelta(weeks=2)
    first = datetime.combine(monday, time(), zone)
    note_absence(
        actor=DEMO, worker_id=worker.pk, why="training", starts_at=first,
        ends_at=first + timedelta(days=1), now=now,
    )  # fmt: skip
    close_site(
        actor=DEMO, site_id=worker.site_id, on=monday + timedelta(days=2), name="Fire inspection",
        starts=time(8), ends=time(9), now=now,
    )  # fmt: skip
    return 2
