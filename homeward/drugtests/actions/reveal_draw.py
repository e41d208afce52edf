"""After the day: the secret is published, and anyone can check."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.models import Draw
from homeward.drugtests.reaching import local_day


class DayIsNotOver(Refusal):
    """The secret stays sealed until the day has ended at the site."""


class NeverDrawn(Refusal):
    """There is nothing to reveal: the draw was not run on its day."""


@action
def reveal_draw(*, actor: Actor, draw_id: UUID, now: datetime) -> Draw:
    """Publish the secret of a day that is over; a second time changes nothing.

    Raises NotAllowed for people, DayIsNotOver, NeverDrawn.
    """
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_draws")
    draw = Draw.objects.select_for_update(of=("self",)).select_related("pool__site").get(pk=draw_id)
    if draw.revealed_at is not None:
        return draw
    if draw.drawn_at is None:
        raise NeverDrawn
    if local_day(now, draw.pool.site) <= draw.day:
        raise DayIsNotOver
    draw.change(secret=draw.sealed_secret, revealed_at=now)
    audit.record("drugtests.draw.revealed", actor=actor, subject=draw, at=now, reason=draw.secret)
    return draw
