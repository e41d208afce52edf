"""Who is on duty this week and the next, how forecasts did, and a few places offered."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.attendance.actions import DropInRefused, offer_make_ups
from homeward.attendance.guarding import guard_of_site
from homeward.attendance.measuring import keep_measure
from homeward.core.actors import Actor
from homeward.program.models import Program, Site
from homeward.timetable.actions import fill_duty
from homeward.timetable.seating import week_of

DEMO = Actor.of_service("demo")
WEEKS_AHEAD = 2
MOST_OFFERED = 3


def add_around_the_week(now: datetime) -> int:
    """Rosters from working hours, figures from the simulated year, offers to the shortest weeks."""
    program = Program.objects.order_by("code").first()
    if program is None:
        return 0
    written = 0
    for site in Site.objects.order_by("code"):
        today = now.astimezone(ZoneInfo(site.time_zone)).date()
        monday = week_of(today)
        days = [monday + timedelta(days=number) for number in range(7 * WEEKS_AHEAD)]
        written += fill_duty(actor=DEMO, site_id=site.pk, program_id=program.pk, days=days, now=now)
        keep_measure(site, program, today)
        written += 1 + _offer(site, program, week_of(today + timedelta(days=1)), now)
    return written


def _offer(site: Site, program: Program, starts_on: date, now: datetime) -> int:
    """Places for the weeks that miss most, as somebody would have offered them this morning."""
    rows = [row for row in guard_of_site(DEMO, site, program, starts_on, now) if row.is_short]
    made = 0
    for row in sorted(rows, key=lambda each: -each.missing)[:MOST_OFFERED]:
        places = [choice.session.pk for choice in row.mending]
        if not places:
            continue
        try:
            made += len(
                offer_make_ups(actor=DEMO, client_id=row.client_id, session_ids=places, now=now)
            )
        except DropInRefused:  # the last seat went to the one before
            continue
    return made
