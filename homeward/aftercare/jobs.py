"""What goes on by itself after care."""

from datetime import timedelta

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="35 14 * * *")
@app.task(name="aftercare.keep_check_ups", queue="care", queueing_lock="aftercare.keep_check_ups")
def keep(timestamp: int) -> None:
    """Each morning of the country (UTC): check-ups that are over, and those of the day."""
    from homeward.aftercare.actions.keep_check_ups import keep_check_ups

    keep_check_ups(now=clock.now())


@app.periodic(cron="50 14 * * *")
@app.task(name="aftercare.remind_alumni", queue="care", queueing_lock="aftercare.remind_alumni")
def remind(timestamp: int) -> None:
    """The day before a meeting of alumni, one plain word to each of them."""
    from homeward.aftercare.actions.alumni import tell_alumni
    from homeward.aftercare.models import AlumniEvent

    now = clock.now()
    soon = AlumniEvent.objects.filter(
        cancelled_at=None, starts_at__gt=now, starts_at__lte=now + timedelta(days=1)
    )
    for event in soon.order_by("starts_at"):
        tell_alumni(event, "tomorrow", now=now)
