"""The jobs of this room."""

from procrastinate.contrib.django import app

from homeward.core import clock


@app.periodic(cron="35 * * * *")
@app.task(name="plans.keep_watch", queue="upkeep", queueing_lock="plans.keep_watch")
def keep_watch(timestamp: int) -> None:
    """Every hour: plans, answers and reviews that fall due, and those that are late."""
    from homeward.plans.keeping_watch import open_plan_duties

    open_plan_duties(now=clock.now())
