"""What the worker does about coverage on its own."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="11 11 * * *")
@app.task(name="coverage.remind", queue="upkeep", queueing_lock="coverage.remind")
def remind_of_benefits(timestamp: int) -> None:
    """Open the month's reminders; a day the worker slept through is made up for on the next."""
    from homeward.coverage.reminding import remind

    remind(today=clock.today(), now=clock.now())
