"""The jobs of this room."""

from procrastinate.contrib.django import app

from homeward.core import clock


@app.periodic(cron="45 * * * *")
@app.task(name="notes.keep_watch", queue="upkeep", queueing_lock="notes.keep_watch")
def keep_watch(timestamp: int) -> None:
    """Every hour: notes nobody has begun or signed, and those a supervisor has to know of."""
    from homeward.notes.keeping_watch import open_note_duties

    open_note_duties(now=clock.now())
