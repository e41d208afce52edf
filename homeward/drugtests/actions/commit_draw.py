"""Before the day: a secret is made and sealed, and only its commitment is published."""

import secrets
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.drugtests.models import Draw, Pool
from homeward.drugtests.reaching import local_day
from homeward.drugtests.rules.draw import METHOD, SECRET_BYTES, commitment_of


class TooLateToCommit(Refusal):
    """A commitment made on the day or after it promises nothing."""


@action
def open_pool(*, actor: Actor, program_id: UUID, site_id: UUID, code: str, now: datetime) -> Pool:
    """The pool of a program at a site, opened unless it exists."""
    _only_the_program(actor)
    pool, is_new = Pool.objects.get_or_create(
        code=code, defaults={"program_id": program_id, "site_id": site_id}
    )
    if is_new:
        audit.record("drugtests.pool.opened", actor=actor, subject=pool, at=now)
    return pool


@action
def commit_draw(
    *, actor: Actor, pool_id: UUID, day: date, now: datetime, secret: str | None = None
) -> Draw:
    """Publish the commitment for one pool and day; a second time changes nothing.

    Only the program itself draws: no worker may choose, see or repeat a secret. `secret` is for
    building the made-up history of a demo. Raises NotAllowed, TooLateToCommit.
    """
    _only_the_program(actor)
    pool = Pool.objects.select_for_update(of=("self",)).select_related("site").get(pk=pool_id)
    found = Draw.objects.filter(pool=pool, day=day).first()
    if found is not None:
        return found
    if local_day(now, pool.site) >= day:
        raise TooLateToCommit
    chosen = secret or secrets.token_hex(SECRET_BYTES)
    draw = Draw.objects.create(
        pool=pool,
        day=day,
        method=METHOD,
        commitment=commitment_of(METHOD, pool.code, day.isoformat(), chosen),
        committed_at=now,
        sealed_secret=chosen,
    )
    audit.record(
        "drugtests.draw.committed", actor=actor, subject=draw, at=now, reason=draw.commitment
    )
    return draw


def _only_the_program(actor: Actor) -> None:
    if actor.kind != SERVICE:
        raise NotAllowed("only_the_program_draws")
