"""Duties that answers open, and when the story's people did them."""

from datetime import datetime, timedelta
from typing import Any

from homeward.demo.rows.cards import open_card
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller
from homeward.instruments.duty_proofs import SCREENER
from homeward.progress.triggers import PRESSING
from homeward.tasks.kinds import kind_of
from homeward.tasks.models import CareTask
from homeward.tasks.rules.due import URGENCY_OF, due_at

# Soon where it could not wait, at one of the next contacts otherwise.
DONE_AFTER = {"now": timedelta(minutes=25), "same_day": timedelta(minutes=95)}
NEXT_CONTACT = timedelta(days=3)
# The duty that the demo shows open is left for the person at the screen.
LEFT_FOR_THE_DEMO = ("low_mood", timedelta(days=6))


def open_duty(
    told: Teller,
    life: Life,
    *,
    kind: str,
    due: str,
    owner_id: Any,
    origin: str,
    detail: dict[str, str],
    at: datetime,
) -> None:
    """The duty of this origin, unless the same cause opened it before."""
    if any(task.origin == origin for task in life.tasks):
        return
    site = told.setting.site_of[life.client.site_id]
    task = told.book.add(
        CareTask,
        origin,
        client=life.client,
        site_id=life.client.site_id,
        kind=kind,
        urgency=URGENCY_OF.get(due, "same_day"),
        owner_id=owner_id,
        opened_at=at,
        due_at=due_at(due, at, site.time_zone),
        origin=origin,
        detail=detail,
    )
    life.tasks.append(task)
    if kind == "safety" and task.urgency in PRESSING and life.is_in_care:
        open_card(told, life, "danger_answer", at)
    told.later(done_at(life.profile.cast, task), lambda then: _close(told, task, then))


def done_at(cast: str, task: CareTask) -> datetime:
    """When somebody did it."""
    name, later = LEFT_FOR_THE_DEMO
    if cast == name and task.kind == "safety":
        return task.opened_at + later
    return task.opened_at + DONE_AFTER.get(task.urgency, NEXT_CONTACT)


def disposition_of(task: CareTask) -> str:
    """How the story's people end a duty: assessed where the screener was asked, else the first way
    there is for its kind."""
    if task.detail.get("asks") == SCREENER:
        return "assessed_safe"
    return kind_of(task.kind).dispositions[0].code


def who_acts(told: Teller, life: Life) -> Any:
    """The primary counselor, else somebody of the team, else somebody of the site."""
    team = [member for member in life.team if member.ends_at is None]
    for member in sorted(team, key=lambda row: (not row.is_primary, row.starts_at)):
        return member.worker_id
    here = [row for row in told.setting.workers.values() if row.site_id == life.client.site_id]
    return min(here, key=lambda row: row.name).pk


def _close(told: Teller, task: CareTask, at: datetime) -> None:
    told.book.change(
        task,
        closed_at=at,
        closed_by_id=task.owner_id,
        disposition=disposition_of(task),
    )
