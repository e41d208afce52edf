"""The job of this room."""

from homeward.core import clock
from homeward.core.queue import app


@app.periodic(cron="* * * * * */15")
@app.task(name="paging.escalate", queue="outbox", queueing_lock="paging.escalate")
def escalate(timestamp: int) -> None:
    """Four times a minute: page somebody else where nobody came in time."""
    from homeward.paging.opening import SERVICE, escalate_due

    escalate_due(actor=SERVICE, now=clock.now())
