"""What the worker looks at for pages that compose several rooms."""

from homeward.core import clock
from homeward.core.queue import app
from homeward.desk.capacity import watch_capacity


@app.periodic(cron="10 * * * *")
@app.task(name="desk.watch_capacity", queue="care", queueing_lock="desk.watch_capacity")
def watch(timestamp: int) -> None:
    """Every hour: whether a site has reached the share of its seats that the state must know."""
    watch_capacity(now=clock.now())
