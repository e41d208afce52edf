"""Reminders that come by themselves."""

from homeward.admissions import actions
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.queue import app


@app.periodic(cron="*/10 * * * *")
@app.task(name="admissions.remind", queue="care", queueing_lock="admissions.remind")
def remind(timestamp: int) -> None:
    """Every ten minutes: call-backs, assessments of tomorrow, people who wait."""
    actions.open_reminders(actor=Actor.of_service("admissions"), now=clock.now())
