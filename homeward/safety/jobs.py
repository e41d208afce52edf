"""The job of this room."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="25 11 * * *")
@app.task(name="safety.coming_due", queue="care", queueing_lock="safety.coming_due")
def coming_due(timestamp: int) -> None:
    """Before the day begins in most of the country (UTC)."""
    from homeward.safety.coming_due import open_due_reviews

    open_due_reviews(now=clock.now())
