"""Many at the same instant, to show that the last seat goes once.

`homeward bench races` and the tests run the same functions against the real actions.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Barrier, Thread
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.timetable.actions.take_seat import take_seat

PATIENCE_SECONDS = 60


@dataclass(slots=True)
class Race:
    """How a race ended: results of those who won, refusal codes of those who did not."""

    won: list[Any] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    broken: list[BaseException] = field(default_factory=list)


def race(attempts: Sequence[Callable[[], Any]]) -> Race:
    """Run every attempt in its own thread and connection, all released at once.

    A refusal counts as refused; any other exception is kept in `broken`.
    """
    result = Race()
    ready = Barrier(len(attempts))

    def run(attempt: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            ready.wait(PATIENCE_SECONDS)
            result.won.append(attempt())
        except Refusal as refusal:
            result.refused.update(refusal.codes)
        except BaseException as error:
            result.broken.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(attempt,)) for attempt in attempts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    return result


def race_for_seats(
    *, actor: Actor, group_id: UUID, client_ids: Sequence[UUID], starts_on: date, now: datetime
) -> Race:
    """Every client asks for a standing seat in one group at the same instant."""

    def attempt(client_id: UUID) -> Callable[[], Any]:
        return lambda: take_seat(
            actor=actor, group_id=group_id, client_id=client_id, starts_on=starts_on, now=now
        )

    return race([attempt(client_id) for client_id in client_ids])
