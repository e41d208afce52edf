"""A thin front to the job queue: jobs are rows that commit with the change that asks for them."""

from datetime import datetime
from typing import Any

from procrastinate.contrib.django import app

__all__ = ["app", "defer"]


def defer(
    name: str, arguments: dict[str, Any], *, at: datetime | None = None, now: datetime
) -> None:
    """Ask the worker to run a job, with this transaction's commit; `at` puts it off."""
    later = at if at and at > now else None
    app.configure_task(name, schedule_at=later, allow_unknown=True).defer(**arguments)
