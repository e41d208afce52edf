"""Weekly cards and stages that begin, by themselves."""

from procrastinate.contrib.django import app

from homeward.core import clock
from homeward.progress import actions
from homeward.progress.standing import REVIEWING


@app.periodic(cron="20 * * * *")
@app.task(name="progress.keep_reviews", queue="care", queueing_lock="progress.keep_reviews")
def keep_reviews(timestamp: int) -> None:
    """Every hour: stages whose day has come, and the week's cards that are not there yet."""
    now = clock.now()
    actions.begin_due_stages(actor=REVIEWING, now=now)
    actions.open_weekly_reviews(actor=REVIEWING, now=now)
