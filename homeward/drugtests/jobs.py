"""Committing, running and revealing draws by themselves."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from homeward.core import clock
from homeward.drugtests import actions
from homeward.drugtests.models import Draw, Pool
from homeward.drugtests.reaching import local_day
from homeward.drugtests.roster import DRAWING
from homeward.program.models import Track

DRAWN_FROM = time(6)
DAYS_AHEAD = 1


@app.periodic(cron="*/5 * * * *")
@app.task(name="drugtests.keep_draws", queue="care", queueing_lock="drugtests.keep_draws")
def keep_draws_up(timestamp: int) -> None:
    """Every few minutes: what is due of committing, drawing and revealing."""
    keep_draws(now=clock.now())


def keep_draws(*, now: datetime) -> None:
    """Bring every pool up to the present; safe to repeat, and after days without a worker.

    A day that passed undrawn stays undrawn: its secret is never used.
    """
    for program_id, program, site_id, site in Track.objects.order_by("pk").values_list(
        "program_id", "program__code", "site_id", "site__code"
    ):
        actions.open_pool(
            actor=DRAWING, program_id=program_id, site_id=site_id, code=f"{program}-{site}", now=now
        )
    for pool in Pool.objects.select_related("site"):
        _keep(pool, now)


def _keep(pool: Pool, now: datetime) -> None:
    today = local_day(now, pool.site)
    actions.commit_draw(
        actor=DRAWING, pool_id=pool.pk, day=today + timedelta(days=DAYS_AHEAD), now=now
    )
    wall = now.astimezone(ZoneInfo(pool.site.time_zone)).time()
    for draw in Draw.objects.filter(pool=pool, day__lte=today, revealed_at=None):
        if draw.day == today and draw.drawn_at is None and wall >= DRAWN_FROM:
            actions.run_draw(actor=DRAWING, draw_id=draw.pk, now=now)
        elif draw.day < today and draw.drawn_at is not None:
            actions.reveal_draw(actor=DRAWING, draw_id=draw.pk, now=now)


@app.periodic(cron="* * * * *")
@app.task(name="drugtests.take_dropped", queue="care", queueing_lock="drugtests.take_dropped")
def take_dropped_files(timestamp: int) -> None:
    """Every minute: results that a laboratory dropped into the folder, where one is set."""
    from homeward.drugtests.taking import drop_folder, take_dropped

    if (folder := drop_folder()) is not None:
        take_dropped(folder, clock.now())
