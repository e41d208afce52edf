"""The jobs of this room."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="50 8 * * *")
@app.task(name="tasks.overdue_lists", queue="upkeep", queueing_lock="tasks.overdue_lists")
def overdue_lists(timestamp: int) -> None:
    """Every day: exchanges that let their thirty days pass."""
    from homeward.tasks.exchange_overdue import open_overdue_lists

    open_overdue_lists(now=clock.now())
