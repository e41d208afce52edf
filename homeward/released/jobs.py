"""Taking away what is over."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="released.sweep", queue="upkeep", queueing_lock="released.sweep")
def sweep(timestamp: int) -> None:
    """Every five minutes: what nobody may be shown any more is no longer kept either."""
    from homeward.released.actions import sweep as once

    once(clock.now())
