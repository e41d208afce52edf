"""A thin front to the job queue: jobs are rows that commit with the change that asks for them."""

from datetime import datetime
from typing import Any

from procrastinate.contrib.django import app

__all__ = ["app", "defer"]


def defer(
    name: str,
    arguments: dict[str, Any],
    *,
    at: datetime | None = None,
    now: datetime,
    lock: str | None = None,
) -> None:
    """Ask the worker to run a job, with this transaction's commit; `at` puts it off.

    Jobs of one `lock` run one after the other, so that long ones leave room for the others.
    """
    later = at if at and at > now else None
    named = {"lock": lock} if lock else {}
    app.configure_task(name, schedule_at=later, allow_unknown=True, **named).defer(**arguments)
