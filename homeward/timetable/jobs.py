"""The jobs of this room: planning a draft, and looking after those whose worker was lost."""

from homeward.core import clock
from homeward.core.queue import app


@app.task(name="timetable.plan_draft", queue="planning", lock="timetable.planning")
def plan_draft(draft_id: str) -> None:
    """Plan one draft; one at a time, so that the worker keeps a hand free for all else."""
    from uuid import UUID

    from homeward.timetable.drafting.planner import run

    run(UUID(draft_id))


@app.task(name="timetable.answer_question", queue="planning", lock="timetable.planning")
def answer_question(question_id: str) -> None:
    """Answer one question about a draft; never beside a planning."""
    from uuid import UUID

    from homeward.timetable.drafting.answering import run

    run(UUID(question_id))


@app.periodic(cron="* * * * *")
@app.task(name="timetable.tend_drafts", queue="upkeep", queueing_lock="timetable.tend_drafts")
def tend_drafts(timestamp: int) -> None:
    """End the planning of drafts that no worker has looked at for minutes."""
    from homeward.timetable.drafting.tending import tend

    tend(now=clock.now())


@app.periodic(cron="7-59/15 * * * *")
@app.task(name="timetable.remind", queue="upkeep", queueing_lock="timetable.remind")
def remind(timestamp: int) -> None:
    """A neutral word before a client's day, to who asked for it."""
    from homeward.timetable.reminding import remind_of_sessions

    remind_of_sessions(now=clock.now())
