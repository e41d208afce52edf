"""The duty to co-sign a plan whose author does not sign alone."""

from datetime import timedelta

from homeward.demo.rows.book import utc
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller
from homeward.demo.story import events
from homeward.plans.cosigning import DUE_NUMBER, KIND
from homeward.plans.models import Plan
from homeward.tasks.models import CareTask


def ask_for_second(told: Teller, life: Life, plan: Plan, event: events.PlanSigned) -> None:
    """Open it for who supervises the author, when the author signed."""
    at, setting = utc(event.at), told.setting
    day = setting.day(at, plan.site_id)
    if setting.signs_alone(plan.author_id, day):
        return
    origin = f"{KIND}:{plan.pk}"
    told.second_signatures[plan.pk] = told.book.add(
        CareTask,
        origin,
        client=life.client,
        site_id=life.client.site_id,
        kind=KIND,
        urgency=CareTask.Urgency.ROUTINE.value,
        owner_id=setting.supervisor_id(plan.author_id, day) or plan.author_id,
        opened_at=at,
        due_at=at + timedelta(days=int(setting.numbers(day)[DUE_NUMBER])),
        origin=origin,
        detail={"plan": str(plan.pk), "author": setting.workers[event.by].name},
    )


def second_signed(told: Teller, plan: Plan, event: events.PlanSigned) -> None:
    """End it, whose it was does not matter."""
    task = told.second_signatures.pop(plan.pk, None)
    if task is not None:
        told.book.change(
            task,
            closed_at=utc(event.at),
            closed_by_id=told.setting.worker_id(event.by),
            disposition="cosigned",
        )
