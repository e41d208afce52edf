"""The jobs of this room."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="40 8 * * *")
@app.task(
    name="notices.remind_of_endings", queue="upkeep", queueing_lock="notices.remind_of_endings"
)
def remind(timestamp: int) -> None:
    """Tell clients of consents that end soon, once each."""
    from homeward.notices.reminding import remind_of_endings

    remind_of_endings(now=clock.now())
