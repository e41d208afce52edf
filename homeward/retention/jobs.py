"""Looking again, by itself."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="retention.climb", queue="care", queueing_lock="retention.climb")
def climb(timestamp: int) -> None:
    """Every five minutes: who did not come, and whose the next step is."""
    from homeward.retention.ladder import CLIMBING
    from homeward.retention.ladder import climb as once

    once(actor=CLIMBING, now=clock.now())


@app.periodic(cron="3-59/10 * * * *")
@app.task(name="retention.look", queue="care", queueing_lock="retention.look")
def look(timestamp: int) -> None:
    """Every ten minutes: the signals of everybody in care."""
    from homeward.retention.looking import look_at_everybody

    look_at_everybody(now=clock.now())
