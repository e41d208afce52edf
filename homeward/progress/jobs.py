"""Weekly cards and stages that begin, by themselves."""

from procrastinate.contrib.django import app

from homeward.core import clock
from homeward.progress import actions
from homeward.progress.inviting import invite_everybody
from homeward.progress.standing import REVIEWING


@app.periodic(cron="20 * * * *")
@app.task(name="progress.keep_reviews", queue="care", queueing_lock="progress.keep_reviews")
def keep_reviews(timestamp: int) -> None:
    """Every hour: stages whose day has come, the week's cards, and what those that wait say."""
    now = clock.now()
    actions.begin_due_stages(actor=REVIEWING, now=now)
    actions.open_weekly_reviews(actor=REVIEWING, now=now)
    actions.renew_waiting_reviews(actor=REVIEWING, now=now)


@app.periodic(cron="5 6 * * *")
@app.task(name="progress.invite", queue="care", queueing_lock="progress.invite")
def invite(timestamp: int) -> None:
    """Every morning: the questionnaires that are due wait on the clients' phones."""
    invite_everybody(now=clock.now())
