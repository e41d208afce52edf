"""The job of this room."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="4-59/10 * * * *")
@app.task(name="conversations.pass_on", queue="care", queueing_lock="conversations.pass_on")
def pass_on(timestamp: int) -> None:
    """Every ten minutes: messages nobody has answered by the time that was said."""
    from homeward.conversations.passing_on import pass_on_late

    pass_on_late(now=clock.now())
