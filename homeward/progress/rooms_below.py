"""What rooms below keep and an ending asks for: appointments elsewhere, steps of conduct."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from homeward.conduct.queries import prior_steps as steps_of_conduct
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.linkage.queries import appointments_of
from homeward.progress import booked, prior_steps
from homeward.progress.booked import Booked
from homeward.progress.rules.administrative import STEPS, Step

KEPT = {"kept": True, "missed": False}
SHOWN = ("booked", *KEPT)


def _elsewhere(actor: Actor, client_id: UUID, now: datetime) -> Iterator[Booked]:
    for row in appointments_of(actor, client_id):
        if row.state in SHOWN:
            yield Booked(
                at=row.at,
                with_whom=row.provider,
                place=row.place,
                confirmed_by=row.confirmed_by,
                kept=KEPT.get(row.state),
                is_ahead=row.state == "booked" and row.at > now,
            )


def _conduct(client_id: UUID, since: date) -> Iterator[Step]:
    """Rungs of the ladder that stand; steps of care are none, nor what an appeal set aside."""
    for taken in steps_of_conduct(client_id):
        on = local_day(taken.at)
        if (
            taken.rung in STEPS
            and not taken.is_clinical
            and not taken.was_set_aside
            and on >= since
        ):
            yield Step(taken.rung, on, str(taken.step_id))


def register() -> None:
    """Name both sources."""
    booked.register("linkage", _elsewhere)
    prior_steps.register("conduct", _conduct)
